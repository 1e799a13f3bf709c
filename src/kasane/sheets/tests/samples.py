"""Choices and filled-in data for the tests of the sheets; the household is made up."""

from __future__ import annotations

from kasane.sheets.document import Option
from kasane.sheets.paper.application import ApplicationData, ApplicationOptions
from kasane.sheets.paper.intake import IntakeData, IntakeOptions
from kasane.sheets.paper.plan import PlanData, PlanItemData, PlanOptions
from kasane.sheets.paper.town import Town

TOWN = Town("美咲町", contact="問い合わせ先: 重層支援センター")


def options(*labels: str, other: bool = False) -> tuple[Option, ...]:
    """Options with running keys; the last one is keyed `other` when asked for."""
    pairs = [(f"o{number}", label) for number, label in enumerate(labels)]
    if other:
        pairs[-1] = ("other", labels[-1])
    return tuple(pairs)


TOPICS = options(
    "病気や健康、障害のこと",
    "住まい",
    "収入・生活費",
    "家賃やローンの支払い",
    "税金や公共料金等の支払い",
    "債務",
    "仕事探し、就職",
    "仕事上の不安やトラブル",
    "地域との関係",
    "家族との関係",
    "子育て",
    "介護",
    "ひきこもり・不登校",
    "DV・虐待",
    "食べるものがない",
    "その他",
    other=True,
)
SEXES = options("男", "女", "答えない")
INTAKE_OPTIONS = IntakeOptions(
    channels=options("窓口", "電話", "メール・SNS", "訪問", "出張", "紹介", "その他", other=True),
    relations=options("本人", "家族", "近隣", "民生委員", "関係機関", "その他"),
    sexes=SEXES,
    topics=TOPICS,
    urgency=options("有", "無"),
    responses=options(
        "自機関で支援する",
        "情報提供のみ",
        "他の機関へつなぐ",
        "多機関協働へつなぐ",
        "支援会議で扱う",
        "アウトリーチと共有する",
    ),
    consents=options("同意する", "同意しない", "不明"),
)
INTAKE = IntakeData(
    options=INTAKE_OPTIONS,
    case_number="R7-0012",
    received_on="令和7年4月14日",
    agency="美咲町地域包括支援センター",
    receiver="髙橋 美和",
    channel="o1",
    consulter_name="藤原 ヨシ子",
    consulter_kana="ふじわら よしこ",
    relation="o1",
    relation_detail="母",
    consulter_contact="090-0000-0000",
    name="藤原 﨑雄",
    kana="ふじわら さきお",
    sex="o0",
    birth="昭和46年2月3日(54歳)",
    address="久米郡美咲町原田1-2-3",
    phone="0868-00-0000",
    household="母(82歳)と二人暮らし。父は7年前に他界。姉は県外に住み、年に一度帰省する。",
    outline=(
        "長男が20年ほど自宅から出ていない。自分の足腰が弱り、買い物と通院が難しくなってきた。\n"
        "年金だけで暮らしており、国民健康保険税の督促状が届いている。\n"
        "長男は夜中に起きていて、話しかけると部屋に戻ってしまう。「自分が死んだらこの子はどうなるのか」と涙ながらに話される。"
    ),
    topics=frozenset({"o0", "o2", "o4", "o11"}),
    main_topic="o12",
    urgency="o1",
    agencies_involved="原田地区の民生委員(月1回の声かけ)、かかりつけ医",
    response="o3",
    response_reason="介護・ひきこもり・家計が重なり、一つの機関では支えきれないため。",
    consent="o0",
    consent_on="令和7年4月14日",
    consent_how="面談で説明し、口頭で確認",
    consent_scope="重層支援センター、税務課、民生委員。目的は相談支援とプランの作成。",
)
APPLICATION = ApplicationData(
    options=ApplicationOptions(sexes=SEXES, topics=TOPICS),
    case_number="R7-0012",
    received_on="令和7年4月21日",
    receiver="難波 健",
    kana="ふじわら さきお",
    name="藤原 﨑雄",
    sex="o0",
    birth="昭和46年2月3日(54歳)",
    address="〒709-0000 久米郡美咲町原田1-2-3",
    phone_home="0868-00-0000",
    email="sakio@mail.example",
    visitor_name="藤原 ヨシ子",
    visitor_phone="090-0000-0000",
    visitor_relation="母",
    topics=frozenset({"o0", "o2", "other"}),
    main_topic="o12",
    topic_other="母の通院のこと",
    wishes="母に楽をさせたい。人の多いところは苦手だが、パソコンを使う作業なら少しできるかもしれない。",
    notice=(
        "お聞きしたことは、相談支援、プランの作成と評価、関係機関との連絡調整のために使います。"
        "ご本人の同意なく、ほかの目的に使うことはありません。同意はいつでも取り消すことができます。"
    ),
    rules_explained=True,
    explained_by="難波 健",
    note="母は耳が遠いので、大きな声で話す。",
    applies=True,
    agrees_to_sharing=True,
    sharing_scope="地域包括支援センター、社会福祉協議会、保健師",
    agencies_excluded="自治会",
    applied_on="令和7年4月21日",
    signer="藤原 﨑雄",
    proxy="scribe",
    proxy_name="藤原 ヨシ子",
    proxy_reason="手がふるえて字が書きにくいため",
)
PLAN_OPTIONS = PlanOptions(
    rounds=options("初回", "再プラン"),
    uses=options("有", "無"),
    judgements=options("適切", "修正して再提出", "適切でない"),
    decisions=options("支援決定", "確認"),
)
PLAN = PlanData(
    options=PLAN_OPTIONS,
    case_number="R7-0012",
    person_name="藤原 﨑雄",
    round="o0",
    written_on="令和7年5月12日",
    author="難波 健(重層支援センター)",
    issues="母の足腰が弱り、家事と通院が滞っている。\n長男は社会とのつながりがなく、家計の見通しも立っていない。",
    wishes="母は住み慣れた家で暮らし続けたい。長男は自分の調子に合わせて、少しずつ外に出られるようになりたい。",
    long_goal="母が安心して家で暮らし、長男に家の外の居場所ができる。",
    short_goal="母が介護サービスを使い始める。長男が支援員と月2回話せる。",
    items=(
        PlanItemData(
            "母の通院と家事",
            "要介護認定の申請、訪問介護の調整",
            "地域包括支援センター 髙橋",
            "週1回",
            "令和7年5月～7月",
            "母: 受診日を暦に書く",
        ),
        PlanItemData(
            "長男の孤立",
            "自宅訪問と手紙、趣味のパソコンを話題に関係づくり",
            "社会福祉協議会 小林",
            "月2回",
            "令和7年5月～10月",
            "返事を書いてみる",
        ),
        PlanItemData(
            "滞納と家計",
            "分割納付の相談に同行、家計表づくり",
            "税務課、自立相談支援機関",
            "月1回",
            "令和7年6月～",
            "領収書を箱に入れる",
        ),
    ),
    lead_agency="重層支援センター",
    participation="o1",
    participation_reason="関係ができてから検討する",
    outreach="o0",
    outreach_reason="本人が外に出られず、家庭訪問による関係づくりが必要なため",
    early_start="o0",
    early_start_detail="令和7年5月15日から。通院を待てないため",
    plan_period="令和7年5月20日 ～ 令和7年11月19日",
    next_monitoring="令和7年8月20日",
    conference_on="令和7年5月20日",
    conference_members="地域包括支援センター、社会福祉協議会、保健師、税務課、民生委員",
    conference_opinions="訪問は同じ支援員が続けて行うこと。税の情報は本人の同意を得てから扱う。",
    judgement="o0",
    decision="o0",
    decided_on="令和7年5月22日",
    approval="福祉しあわせ課長",
    agreed_on="令和7年5月15日",
    signer="藤原 﨑雄",
)
