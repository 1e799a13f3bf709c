"""The closed lists a town profile chooses from, each value with its Japanese label.

They stand below every app, so that the models, the rules and the profiles speak of the same things
by the same codes. A town may write the labels its own way (`Words`); the codes never change.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Self


class Labelled(StrEnum):
    """A code with the Japanese word that people read."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Store the code as the value and keep the label beside it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Work(IntEnum):
    """The five statutory works (社会福祉法106条の4第2項), numbered ①–⑤ as the plans number them."""

    CONSULTATION = 1
    PARTICIPATION = 2
    COMMUNITY = 3
    OUTREACH = 4
    COORDINATION = 5

    @property
    def sign(self) -> str:
        """The circled number the field uses."""
        return "①②③④⑤"[self - 1]

    @property
    def label(self) -> str:
        """The common name of the work."""
        return (
            "包括的相談支援事業",
            "参加支援事業",
            "地域づくり事業",
            "アウトリーチ等を通じた継続的支援事業",
            "多機関協働事業",
        )[self - 1]


class Field(Labelled):
    """Fields a delivery belongs to (R-DEL-01)."""

    CARE = "care", "介護"
    DISABILITY = "disability", "障害"
    CHILD = "child", "子ども"
    HARDSHIP = "hardship", "生活困窮"
    CROSS = "cross", "分野横断"


class Mode(Labelled):
    """Operating modes of a delivery (R-DEL-01)."""

    DIRECT = "直営", "直営"
    ENTRUSTED = "委託", "委託"
    DESIGNATED = "指定管理", "指定管理"
    REGISTERED = "登録", "登録"
    SUBSIDISED = "補助", "補助"


class SiteType(Labelled):
    """Types of consultation sites (R-DEL-04)."""

    BASIC = "basic", "基本型"
    INTEGRATED = "integrated", "統合型"
    LOCAL = "local", "地域型"


class AgencyKind(Labelled):
    """What an agency is to the town hall."""

    DIVISION = "division", "課"
    CENTRE = "centre", "町の窓口・センター"
    ENTRUSTED = "entrusted", "委託先"
    PARTNER = "partner", "支援関係機関"
    RESIDENT = "resident", "住民・民生委員"


class Contact(Labelled):
    """方法 of the 支援経過記録, which a record template presets."""

    PHONE = "phone", "電話"
    VISIT = "visit", "訪問・同行"
    INTERVIEW = "interview", "面談"
    MAIL = "mail", "メール・SNS"
    LETTER = "letter", "手紙"
    OFFICE_MEETING = "office_meeting", "所内会議"
    SUPPORT_CONFERENCE = "support_conference", "支援会議"
    MULTI_TIER_CONFERENCE = "multi_tier_conference", "重層的支援会議"
    AGENCY_TALK = "agency_talk", "他機関協議"
    OTHER = "other", "その他"


class ProgramCode(Labelled):
    """Programs known to the system (R-DEL-02); `OWN` is a town's own program beside them."""

    SUPPORT_CENTER = "support_center", "地域包括支援センターの運営"
    DISABILITY_CONSULTATION = "disability_consultation", "障害者相談支援事業"
    CORE_CONSULTATION_CENTER = "core_consultation_center", "基幹相談支援センター"
    USER_SUPPORT = "user_support", "利用者支援事業"
    USER_SUPPORT_BASIC = "user_support_basic", "利用者支援事業（基本型）"
    USER_SUPPORT_SPECIFIC = "user_support_specific", "利用者支援事業（特定型）"
    USER_SUPPORT_MATERNAL = "user_support_maternal", "利用者支援事業（母子保健型）"
    USER_SUPPORT_FAMILY = "user_support_family", "利用者支援事業（こども家庭センター型）"
    USER_SUPPORT_PREGNANCY = "user_support_pregnancy", "利用者支援事業（妊婦等包括相談支援事業型）"
    SELF_RELIANCE = "self_reliance", "自立相談支援事業"
    NO_OFFICE_CONSULTATION = "no_office_consultation", "福祉事務所未設置町村相談事業"
    PARTICIPATION = "participation", "参加支援事業"
    PREVENTIVE_ACTIVITY = "preventive_activity", "地域介護予防活動支援事業"
    LIVING_SUPPORT = "living_support", "生活支援体制整備事業"
    ACTIVITY_CENTER = "activity_center", "地域活動支援センター事業"
    CHILDCARE_BASE = "childcare_base", "地域子育て支援拠点事業"
    HARDSHIP_COMMUNITY = "hardship_community", "生活困窮者支援等のための地域づくり事業"
    OUTREACH = "outreach", "アウトリーチ等を通じた継続的支援事業"
    COORDINATION = "coordination", "多機関協働事業"
    OWN = "own", "市町村独自の事業"


class BodyFunction(Labelled):
    """What a conference body does; one body may have several functions (R-CONF-05)."""

    SUPPORT_CONFERENCE = "support_conference", "支援会議"
    MULTI_TIER = "multi_tier", "重層的支援会議"
    SUPPORT_COORDINATION = "support_coordination", "支援調整会議"
    HEADQUARTERS = "headquarters", "庁内の推進本部"
    LIAISON = "liaison", "連携・連絡の会議"
    COMMUNITY = "community", "地域の会議・協議体"
    FIELD_MEETING = "field_meeting", "分野ごとの会議"
    EVALUATION = "evaluation", "計画の評価"
    NETWORK = "network", "会議と事業のネットワーク"


class Weekday(Labelled):
    """Days of the week, for bodies that meet on a fixed one (R-CONF-05)."""

    MONDAY = "月", "月"
    TUESDAY = "火", "火"
    WEDNESDAY = "水", "水"
    THURSDAY = "木", "木"
    FRIDAY = "金", "金"
    SATURDAY = "土", "土"
    SUNDAY = "日", "日"


class StandingRole(Labelled):
    """People who sit in a body by what they are, not by their agency (R-CONF-02)."""

    COORDINATOR = "coordinator", "多機関協働の担当"
    DECIDER = "decider", "支援決定をする人"
    MANAGER = "manager", "管理職"


class Timing(Labelled):
    """Timings at which 重層的支援会議 must be held (R-CONF-04)."""

    PLAN = "plan", "プラン策定時"
    REPLAN = "replan", "再プラン策定時"
    CLOSURE = "closure", "支援終結の判断時"
    INTERRUPTION = "interruption", "支援中断の決定時"


class Finality(Labelled):
    """The three patterns by which a plan becomes final (R-COOR-06)."""

    ONLY_OUTREACH_OR_PARTICIPATION = "only", "②④だけのプラン"
    WITH_OTHER_SUPPORT = "mixed", "②④とほかの支援を含むプラン"
    WITHOUT_OUTREACH_AND_PARTICIPATION = "without", "②④を含まないプラン"


class ConsentChoice(Labelled):
    """Answers to the question of sharing information (R-INT-01)."""

    AGREE = "agree", "同意する"
    DISAGREE = "disagree", "同意しない"
    UNCLEAR = "unclear", "不明"


class Purpose(Labelled):
    """Purposes of using personal information (R-DIS-04)."""

    CONSULTATION = "consultation", "相談支援"
    PLAN = "plan", "プランの策定・評価"
    SMOOTH_WORK = "smooth_work", "相談支援を円滑に行うため"
    APPLICATION = "application", "自治体への事業等利用申込"
    COORDINATION = "coordination", "支援提供・関係機関との連絡調整"


class DataKind(Labelled):
    """Kinds of personal information a town explains in its regulation (R-DIS-04)."""

    BASIC = "basic", "基本情報"
    HEALTH = "health", "健康・障害・介護"
    WORK = "work", "就労・通学・通所"
    ECONOMY = "economy", "経済・福祉制度"
    LIFE = "life", "生活歴その他"


class WithConsent(Labelled):
    """Disclosures to third parties that consent allows (R-DIS-06)."""

    ADJUSTMENT = "adjustment", "支援やプランの調整"
    OTHER_SUPPORT = "other_support", "他機関の支援を受ける"
    AFTER_PLAN = "after_plan", "プラン終了後の連携"
    PRIOR_CONSULTATION = "prior_consultation", "自治体への事前相談"
    MEDICAL = "medical", "医療機関へのつなぎ"


class WithoutConsent(Labelled):
    """The only grounds of disclosure without consent (R-DIS-05)."""

    LAW = "law", "法令に基づく場合"
    LIFE_AND_PROPERTY = "life_and_property", "生命・身体・財産の保護"
    HEALTH_AND_CHILDREN = "health_and_children", "公衆衛生・児童の健全育成"
    PUBLIC_DUTY = "public_duty", "国・地方公共団体等の事務への協力"


class RetentionStart(Labelled):
    """The day from which a file is kept (R-DIS-07)."""

    APPLICATION = "application", "利用申込日"
    INTAKE = "intake", "受付日"


class RetentionEnd(Labelled):
    """The day from which the years of keeping are counted (R-DIS-07)."""

    CLOSURE = "closure", "支援終結日"
    CLOSURE_FISCAL_YEAR_END = "closure_fiscal_year_end", "支援終結日の属する年度の末日"


class SheetCode(Labelled):
    """Sheets of the field whose name and number a town gives (別紙)."""

    INTAKE = "intake", "受付シート"
    REFERRAL = "referral", "つなぐシート"
    APPLICATION = "application", "相談受付・申込票"
    ASSESSMENT = "assessment", "インテーク・アセスメントシート"
    PLAN = "plan", "プラン兼事業等利用申込書"
    PARTICIPATION_PLAN = "participation_plan", "参加支援プラン"
    OUTREACH_PLAN = "outreach_plan", "アウトリーチ等プラン"
    EVALUATION = "evaluation", "評価シート"
    CONNECTEDNESS = "connectedness", "つながり評価シート"


class ExtraItemKind(Labelled):
    """How an extra item of a desk is answered (R-INT-01)."""

    TEXT = "text", "ことば"
    CHOICE = "choice", "選ぶ"
    NUMBER = "number", "数"
    DATE = "date", "日"
    FLAG = "flag", "はい・いいえ"


class Danger(Labelled):
    """What an urgent route is for (R-INT-09)."""

    ELDER = "elder", "高齢者虐待の疑い"
    DISABLED = "disabled", "障害者虐待の疑い"
    CHILD = "child", "児童虐待の疑い"
    LIFE = "life", "生命・身体の危険"
