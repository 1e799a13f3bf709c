"""The closed lists of the sheets, worded exactly as the sheets word them.

Each member's value is the label that stands on the sheet; its name is the code to use in programs.
"""

from enum import StrEnum


class Agency(StrEnum):
    """Keys of the agencies in the town profile; the value is the key."""

    HOKATSU = "hokatsu"
    KIKAN = "kikan"
    KOSODATE = "kosodate"
    KODOMO = "kodomo"
    JUSO = "juso"
    SHAKYO = "shakyo"
    NEXT = "next"
    FUKUSHI = "fukushi"
    HOKEN = "hoken"
    KENKO = "kenko"
    EGAO = "egao"
    KYOIKU = "kyoiku"


AGENCY_NAMES: dict[Agency, str] = {
    Agency.HOKATSU: "美咲町地域包括支援センター",
    Agency.KIKAN: "津山地域障害者基幹相談支援センター",
    Agency.KOSODATE: "美咲町子育て世代包括支援センター",
    Agency.KODOMO: "子ども家庭総合支援拠点",
    Agency.JUSO: "重層支援センター",
    Agency.SHAKYO: "社会福祉法人美咲町社会福祉協議会",
    Agency.NEXT: "地域生活支援センターネクスト津山",
    Agency.FUKUSHI: "福祉しあわせ課",
    Agency.HOKEN: "保険年金課",
    Agency.KENKO: "健康推進課",
    Agency.EGAO: "こども笑顔課",
    Agency.KYOIKU: "教育総務課",
}
"""Official names, as the plan gives them."""

AGENCY_SHORT: dict[Agency, str] = {
    Agency.HOKATSU: "地域包括支援センター",
    Agency.KIKAN: "基幹相談支援センター",
    Agency.KOSODATE: "子育て世代包括支援センター",
    Agency.KODOMO: "子ども家庭総合支援拠点",
    Agency.JUSO: "重層支援センター",
    Agency.SHAKYO: "社会福祉協議会",
    Agency.NEXT: "ネクスト津山",
    Agency.FUKUSHI: "福祉しあわせ課",
    Agency.HOKEN: "保険年金課",
    Agency.KENKO: "健康推進課",
    Agency.EGAO: "こども笑顔課",
    Agency.KYOIKU: "教育総務課",
}
"""What workers call them in running text."""


AGENCY_ROLE: dict[Agency, str] = {
    Agency.HOKATSU: "社会福祉士",
    Agency.KIKAN: "相談支援専門員",
    Agency.KOSODATE: "保健師",
    Agency.KODOMO: "子ども家庭支援員",
    Agency.JUSO: "相談支援包括化推進員",
    Agency.SHAKYO: "地域福祉担当",
    Agency.NEXT: "精神保健福祉士",
    Agency.FUKUSHI: "担当職員",
    Agency.HOKEN: "担当職員",
    Agency.KENKO: "保健師",
    Agency.EGAO: "担当職員",
    Agency.KYOIKU: "スクールソーシャルワーカー",
}
"""Who usually meets people there."""


class Sex(StrEnum):
    """Sex is optional on the sheets; unknown is a proper answer."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


class Stage(StrEnum):
    """How far along the path a household has come."""

    RECEIVED = "受付のみ"
    REFERRED = "つなぎ待ち"
    ACCEPTED = "受理"
    APPLIED = "申込"
    ASSESSED = "アセスメント"
    PLANNING = "プラン作成中"
    AWAITING_MEETING = "会議待ち"
    SUPPORTED = "支援中"
    MONITORING_DUE = "モニタリング期限"
    EVALUATED = "評価"
    CLOSED = "終結"
    INFORMED = "情報提供で終了"
    NO_CONSENT = "同意なし"
    RETURNED = "戻し"


class Channel(StrEnum):
    """受付方法 (2-1-1)."""

    WINDOW = "窓口"
    PHONE = "電話"
    MAIL = "メール・SNS"
    VISIT = "訪問"
    OUTSIDE = "出張"
    INTRODUCED = "紹介"
    OTHER = "その他"


class ConsulterKind(StrEnum):
    """本人との関係 (2-1-1)."""

    SELF = "本人"
    FAMILY = "家族"
    NEIGHBOUR = "近隣"
    WELFARE_COMMISSIONER = "民生委員"
    AGENCY = "関係機関"
    OTHER = "その他"


class Topic(StrEnum):
    """相談内容の分類: the 16 items of 2-1-1 and 2-2."""

    HEALTH = "病気や健康、障害のこと"
    HOUSING = "住まい"
    INCOME = "収入・生活費"
    RENT_OR_LOAN = "家賃やローンの支払い"
    TAX_OR_UTILITIES = "税金や公共料金等の支払い"
    DEBT = "債務"
    JOB_SEARCH = "仕事探し、就職"
    JOB_TROUBLE = "仕事上の不安やトラブル"
    COMMUNITY = "地域との関係"
    FAMILY = "家族との関係"
    CHILD_REARING = "子育て"
    CARE = "介護"
    WITHDRAWAL = "ひきこもり・不登校"
    VIOLENCE = "DV・虐待"
    NO_FOOD = "食べるものがない"
    OTHER = "その他"


class Triage(StrEnum):
    """対応 (2-1-1, R-INT-03)."""

    OWN_SUPPORT = "自機関で支援"
    INFORMATION_ONLY = "情報提供で終了"
    REFER_AGENCY = "他機関へつなぐ"
    REFER_COORDINATION = "多機関協働へつなぐ"
    SUPPORT_CONFERENCE = "支援会議に諮る"
    SHARE_OUTREACH = "アウトリーチと情報を共有する"


class ConsentChoice(StrEnum):
    """情報提供・情報収集への同意 (2-1-1)."""

    YES = "同意する"
    NO = "同意しない"
    UNKNOWN = "不明"


class DataKind(StrEnum):
    """情報の種類 (R-DIS-04)."""

    BASIC = "基本情報"
    HEALTH = "健康・障害・介護"
    WORK = "就労・通学・通所"
    MONEY = "経済・福祉制度"
    LIFE = "生活歴その他"


class Request(StrEnum):
    """依頼内容 (2-1-2)."""

    CONSULT = "相談"
    SHARE = "情報共有"
    ROLES = "役割分担の調整"
    OUTREACH = "アウトリーチ"
    PARTICIPATION = "参加支援"


class Answer(StrEnum):
    """受け側の回答 (2-1-2)."""

    ACCEPT = "受ける"
    JOINT = "共に支援"
    RETURN = "戻す"


class Signed(StrEnum):
    """本人署名 (2-2)."""

    SELF = "本人署名"
    WRITTEN_FOR = "代筆"
    PROXY = "代理人"


class Screening(StrEnum):
    """スクリーニング (2-3 item 11)."""

    INFORMATION = "情報提供・相談対応で終了"
    OTHER_SYSTEM = "他制度・他機関へつなぐ"
    TOWARDS_CONSENT = "同意に向けて働きかける"
    PLAN = "プランを策定し継続支援"
    BROKEN_OFF = "判断前に中断"


class Issue(StrEnum):
    """本人の課題・世帯員ごとの課題 (2-3 items 6 and 7)."""

    ILLNESS = "病気"
    INJURY = "けが"
    DISABILITY_CERTIFIED = "障害(手帳有)"
    DISABILITY_SUSPECTED = "障害(疑い)"
    SUICIDE = "自死企図"
    MENTAL = "その他メンタルヘルス"
    HOUSING = "住まい不安定"
    HOMELESS = "ホームレス"
    POVERTY = "経済的困窮"
    DEBT = "債務"
    BUDGETING = "家計管理"
    JOB_SEARCH = "就職活動困難"
    JOB_KEEPING = "就職定着困難"
    DAILY_RHYTHM = "生活習慣の乱れ"
    ISOLATION = "社会的孤立(ひきこもり等)"
    FAMILY = "家族関係"
    TRUANCY = "不登校"
    DELINQUENCY = "非行"
    SCHOOLING = "中卒・高校中退"
    SINGLE_PARENT = "ひとり親"
    VIOLENCE = "DV・虐待"
    FOREIGN = "外国籍"
    EX_OFFENDER = "刑余者"
    COMMUNICATION = "コミュニケーションが苦手"
    ABILITY = "本人の能力(識字・言語・理解)"
    DISASTER = "被災"
    CARE = "介護"
    CHILD_REARING = "子育て"
    YOUNG_CARER = "ヤングケアラー"
    DOUBLE_CARE = "ダブルケア"
    OTHER = "その他"


class Change(StrEnum):
    """見られた変化 (2-6)."""

    PUBLIC_ASSISTANCE = "生活保護適用"
    HOUSING = "住まいの確保・安定"
    DOCTOR = "医療機関受診開始"
    HEALTH = "健康状態の改善"
    CERTIFICATE = "手帳取得"
    DEBT = "債務の整理"
    BUDGET = "家計の改善"
    TRAINING = "職業訓練"
    SCHOOL = "就学"
    WORK = "就労開始(一般/中間的)"
    EARNINGS = "就労収入増加"
    JOB_KEPT = "職場定着"
    WILL = "自立意欲の向上・改善"
    RELATIONS = "対人関係・家族関係の改善"
    LESS_ALONE = "孤立の解消"
    CALM = "精神の安定"
    PARTICIPATION = "社会参加の機会の増加"
    HABITS = "生活習慣の改善"
    OTHER = "その他"
    NONE = "なし"


class Conclusion(StrEnum):
    """結論 (2-6)."""

    CLOSE = "終結"
    REPLAN = "再プラン"
    INTERRUPT = "中断"


class Method(StrEnum):
    """方法 (支援経過記録)."""

    PHONE = "電話"
    VISIT = "訪問・同行"
    INTERVIEW = "面談"
    MAIL = "メール・SNS"
    LETTER = "手紙"
    IN_HOUSE = "所内会議"
    SUPPORT_CONFERENCE = "支援会議"
    MULTI_TIER = "重層的支援会議"
    AGENCY_TALK = "他機関協議"
    OTHER = "その他"


class Body(StrEnum):
    """The town's conference bodies that deal with cases."""

    SUPPORT = "支援会議"
    MULTI_TIER = "みんなで支え愛会議"


class Judgement(StrEnum):
    """What a meeting decides on an item."""

    APPROPRIATE = "適切"
    REVISE = "修正して再提出"
    CLOSE = "終結"
    INTERRUPT = "中断"
    POLICY = "支援方針を確認"


class DecisionKind(StrEnum):
    """市町村の決定 (2-4, R-COOR-06)."""

    DECIDE = "支援決定"
    CONFIRM = "確認"


class GoalState(StrEnum):
    """目標の達成状況 (2-6)."""

    REACHED = "達成"
    PARTLY = "一部達成"
    NOT_YET = "未達成"


class ScoreTiming(StrEnum):
    """When つながり評価 (2-7) is made."""

    PLAN = "プラン策定時"
    EVALUATION = "評価時"
    CLOSURE = "終結時"


ASSESSMENT_ITEMS: dict[str, tuple[str, ...]] = {
    "相談経路・相談歴": ("経路", "これまでの相談先"),
    "家族・地域・住まい": (
        "同居者と人数",
        "別居の家族",
        "婚姻",
        "子ども",
        "家族の状況",
        "地域との関係",
        "住居",
    ),
    "健康・障害": (
        "健康状態",
        "通院・服薬",
        "健康保険",
        "手帳",
        "自立支援医療",
        "要介護認定",
        "介護者",
    ),
    "収入・公的給付・債務": ("課税", "本人収入", "家計", "滞納", "債務", "給付", "生活保護"),
    "職業・職歴・学歴": ("就労状況", "離職後の期間", "職歴", "最終学歴", "資格・免許"),
}
"""Sections 1 to 5 of 2-3 and their items."""
HOUSING_CHOICES = ("持家", "借家", "公営", "会社寮", "施設・病院", "野宿", "その他")
CERTIFICATE_CHOICES = ("身体", "知的", "精神", "申請中", "なし")
WORK_CHOICES = ("就労中", "転職希望", "求職中", "今後就労したい", "していない")
ASSISTANCE_CHOICES = ("受給中", "過去", "申請中", "なし")
