"""インテーク・アセスメントシート (2-3) of a made-up household."""

from datetime import date
from random import Random

from kasane.demo.casting import Cast, Consultation
from kasane.demo.labels import Channel, ConsulterKind, Issue, Screening
from kasane.demo.model import Answers, DemoAssessment, DemoConsulter, DemoPerson
from kasane.demo.phrases.meetings import DIRECTIONS
from kasane.demo.support import without_family

_ROUTE = {
    (ConsulterKind.SELF, Channel.PHONE): "本人電話・メール",
    (ConsulterKind.SELF, Channel.MAIL): "本人電話・メール",
    (ConsulterKind.FAMILY, Channel.PHONE): "家族・知人電話・メール",
    (ConsulterKind.FAMILY, Channel.MAIL): "家族・知人電話・メール",
}


def route(consulter: DemoConsulter, channel: Channel) -> str:
    """相談経路 in the words of the sheet."""
    if consulter.kind is ConsulterKind.AGENCY:
        return f"関係機関紹介({consulter.detail})"
    if channel in (Channel.VISIT, Channel.OUTSIDE):
        return "アウトリーチ"
    if (consulter.kind, channel) in _ROUTE:
        return _ROUTE[consulter.kind, channel]
    if consulter.kind is ConsulterKind.SELF:
        return "本人来所"
    return "家族・知人電話・メール" if channel is Channel.PHONE else "家族・知人来所"


def _marriage(subject: DemoPerson, people: tuple[DemoPerson, ...], age: int) -> str:
    if subject.spouse:
        return "既婚"
    if Issue.VIOLENCE in subject.issues:
        return "既婚(別居中)"
    if any(subject.key in p.parents for p in people):
        return "死別" if age >= 65 else "離別"
    return "死別" if age >= 70 else "未婚"


def _family_section(rng: Random, people: tuple[DemoPerson, ...], on: date, rented: bool) -> dict[str, str]:
    subject = people[0]
    home = [f"{p.relation}({p.age(on)}歳)" for p in people[1:] if p.lives_together]
    apart = [f"{p.relation}({p.age(on)}歳)" for p in people if not p.lives_together]
    children = sum(subject.key in p.parents for p in people)
    return {
        "同居者と人数": f"{'、'.join(home)} 計{len(home) + 1}人" if home else "なし(単身)",
        "別居の家族": "、".join(apart) or "行き来のある親族は把握していない",
        "婚姻": _marriage(subject, people, subject.age(on)),
        "子ども": f"{children}人" if children else "なし",
        "家族の状況": rng.choice(
            (
                "互いに気づかっているが、疲れから言葉がきつくなることがある",
                "普段の会話は多いが、お金と将来の話は避けている",
                "家族のほかに頼れる人が少ない",
                "連絡は取り合っているが、困りごとは十分に共有されていない",
            )
        )
        if len(people) > 1
        else "単身。親族との連絡は年に1、2回",
        "地域との関係": rng.choice(
            (
                "挨拶を交わす程度",
                "昔からの付き合いがあり、近所が気にかけている",
                "常会には出ていない",
                "回覧板のやりとりのみ",
                "民生委員が定期的に声をかけている",
                "転入して日が浅く、知り合いが少ない",
            )
        ),
        "住居": rng.choice(("借家", "公営")) if rented else "持家",
    }


def _health_section(rng: Random, subject: DemoPerson, age: int) -> dict[str, str]:
    issues = set(subject.issues)
    ill = bool(issues & {Issue.ILLNESS, Issue.MENTAL, Issue.DISABILITY_CERTIFIED})
    care = "なし"
    if age >= 65:
        levels = ("未申請", "申請中", "要支援1", "要支援2", "要介護1", "要介護2", "要介護3")
        care = rng.choices(levels, (4, 2, 3, 3, 3, 2, 1))[0] if Issue.CARE in issues else "未申請"
    certificate = "なし"
    if Issue.DISABILITY_CERTIFIED in issues:
        certificate = "精神" if Issue.MENTAL in issues else rng.choice(("身体", "精神"))
    elif Issue.DISABILITY_SUSPECTED in issues and rng.random() < 0.2:
        certificate = "申請中"
    state = (
        rng.choice(("良くない", "波がある", "通院中で安定しつつある"))
        if ill
        else rng.choice(("普通", "良好", "疲れがある"))
    )
    return {
        "健康状態": state,
        "通院・服薬": rng.choice(("月1回通院、服薬あり", "通院が途切れている", "2か月に1回通院"))
        if ill
        else "定期の通院なし",
        "健康保険": "後期高齢者医療"
        if age >= 75
        else "国民健康保険"
        if _idle(subject) and subject.occupation != "休職中"
        else rng.choice(("国民健康保険", "社会保険")),
        "手帳": certificate,
        "自立支援医療": "利用中" if Issue.MENTAL in issues and rng.random() < 0.5 else "なし",
        "要介護認定": care,
        "介護者": "家族" if Issue.CARE in issues and age >= 65 else "なし",
    }


def _idle(subject: DemoPerson) -> bool:
    return "無職" in subject.occupation or subject.occupation in ("求職中", "休職中")


def _money_section(rng: Random, subject: DemoPerson, age: int) -> dict[str, str]:
    issues = set(subject.issues)
    poor = bool(issues & {Issue.POVERTY, Issue.DEBT, Issue.BUDGETING})
    if age < 18:
        income, benefits = "なし", "児童手当(保護者)"
    elif age >= 65:
        income, benefits = f"年金 月{rng.randint(5, 15)}万円ほど", "年金"
    else:
        income = "なし" if _idle(subject) else f"月{rng.randint(8, 19)}万円ほど"
        benefits = "傷病手当金" if subject.occupation == "休職中" else "なし"
        if Issue.SINGLE_PARENT in issues:
            benefits = "児童扶養手当・児童手当"
        elif Issue.DISABILITY_CERTIFIED in issues:
            benefits = "障害年金"
    return {
        "課税": "確認していない",
        "本人収入": income,
        "家計": rng.choice(("毎月不足する", "ぎりぎり", "臨時の出費に対応できない"))
        if poor
        else rng.choice(
            (
                "ぎりぎり",
                "年金の範囲でやりくり" if age >= 65 else "貯えを取り崩している",
                "今のところ足りている",
            )
        ),
        "滞納": rng.choice(("電気・水道", "国民健康保険料", "家賃", "なし")) if poor else "なし",
        "債務": f"{rng.randint(4, 32) * 10}万円ほど(本人の申告)" if Issue.DEBT in issues else "なし",
        "給付": benefits,
        "生活保護": rng.choices(("なし", "過去", "申請中"), (8, 1, 1))[0] if poor else "なし",
    }


def _work_section(rng: Random, subject: DemoPerson, age: int) -> dict[str, str]:
    working = not _idle(subject)
    if age < 19:
        status, last, career = "していない", "-", "なし"
    elif working:
        status, last, career = "就労中", "-", subject.occupation
    else:
        status = (
            "していない"
            if age >= 65
            else "求職中"
            if subject.occupation == "求職中"
            else rng.choice(("今後就労したい", "していない"))
        )
        recent = Issue.JOB_SEARCH in subject.issues or subject.occupation == "求職中"
        lengths = ("3か月ほど", "6か月ほど", "1年ほど") if recent else ("1年ほど", "3年ほど", "10年以上")
        last = "-" if age >= 75 or subject.occupation == "休職中" else rng.choice(lengths)
        career = rng.choice(
            (
                "製造業が長い",
                "農業と季節の仕事",
                "小売店の店員",
                "建設業",
                "短期の仕事をいくつか",
                "縫製工場に勤務",
            )
        )
    schools = (
        ("中学校", "高校", "高校", "専門学校")
        if age >= 65
        else ("高校", "高校", "高校中退", "専門学校", "大学")
    )
    return {
        "就労状況": status,
        "離職後の期間": last,
        "職歴": career,
        "最終学歴": "在学中" if age < 19 else rng.choice(schools),
        "資格・免許": rng.choice(
            ("普通自動車免許", "なし", "普通自動車免許、フォークリフト", "介護職員初任者研修")
        )
        if 19 <= age < 82
        else "なし",
    }


def assess(cast: Cast, first: Consultation, completed: date) -> DemoAssessment:
    """The whole sheet, answers by its own sections (R-COOR-03)."""
    rng, words, pattern = cast.rng, cast.words, cast.pattern
    subject = cast.people[0]
    age = subject.age(completed)
    found = [t.words.pick(rng, t.theme.history) for t in cast.threads[:2]]
    answers: Answers = {
        "相談経路・相談歴": {
            "経路": route(first.consulter, first.channel),
            "これまでの相談先": "。".join(h for h in found if h) or "なし",
        },
        "家族・地域・住まい": _family_section(rng, cast.people, completed, cast.rented),
        "健康・障害": _health_section(rng, subject, age),
        "収入・公的給付・債務": _money_section(rng, subject, age),
        "職業・職歴・学歴": _work_section(rng, subject, age),
    }
    direction = rng.choice(without_family(DIRECTIONS, cast.alone))
    numbered = "".join(f"({n}) {t.issue}。" for n, t in enumerate(cast.threads, 1))
    return DemoAssessment(
        completed_on=completed,
        answers=answers,
        strengths="。".join(words.some(rng, pattern.strengths, rng.choice((2, 3)))) + "。",
        wishes=cast.wish,
        summary=f"{numbered}{words.pick(rng, pattern.backgrounds)}。{direction}",
        screening=Screening.PLAN,
    )
