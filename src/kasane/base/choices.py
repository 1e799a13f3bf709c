"""The closed lists of the sheets (shared by intake, assessment, plan and evaluation), labels as the field prints them."""

from django.db import models


class Topic(models.TextChoices):
    """相談内容の分類 of the 受付シート (別紙2-1-1, 2-2): sixteen items."""

    HEALTH = "health", "病気や健康、障害のこと"
    HOUSING = "housing", "住まい"
    INCOME = "income", "収入・生活費"
    RENT = "rent", "家賃やローンの支払い"
    TAXES = "taxes", "税金や公共料金等の支払い"
    DEBT = "debt", "債務"
    JOB_SEEKING = "job_seeking", "仕事探し、就職"
    JOB_TROUBLE = "job_trouble", "仕事上の不安やトラブル"
    NEIGHBOURS = "neighbours", "地域との関係"
    FAMILY = "family", "家族との関係"
    CHILD_REARING = "child_rearing", "子育て"
    CARE = "care", "介護"
    WITHDRAWAL = "withdrawal", "ひきこもり・不登校"
    ABUSE = "abuse", "DV・虐待"
    FOOD = "food", "食べるものがない"
    OTHER = "other", "その他"


class Issue(models.TextChoices):
    """本人・世帯員の課題 of the インテーク・アセスメントシート (別紙2-3, item 6)."""

    ILLNESS = "illness", "病気"
    INJURY = "injury", "けが"
    DISABILITY = "disability", "障害(手帳有)"
    DISABILITY_SUSPECTED = "disability_suspected", "障害(疑い)"
    SUICIDE = "suicide", "自死企図"
    MENTAL = "mental", "その他メンタルヘルス"
    UNSTABLE_HOUSING = "unstable_housing", "住まい不安定"
    HOMELESS = "homeless", "ホームレス"
    POVERTY = "poverty", "経済的困窮"
    DEBT = "debt", "債務"
    HOUSEHOLD_MONEY = "household_money", "家計管理"
    JOB_SEEKING = "job_seeking", "就職活動困難"
    JOB_KEEPING = "job_keeping", "就職定着困難"
    HABITS = "habits", "生活習慣の乱れ"
    ISOLATION = "isolation", "社会的孤立(ひきこもり等)"
    FAMILY = "family", "家族関係"
    TRUANCY = "truancy", "不登校"
    DELINQUENCY = "delinquency", "非行"
    SCHOOLING = "schooling", "中卒・高校中退"
    SINGLE_PARENT = "single_parent", "ひとり親"
    ABUSE = "abuse", "DV・虐待"
    FOREIGN = "foreign", "外国籍"
    RELEASED = "released", "刑余者"
    COMMUNICATION = "communication", "コミュニケーションが苦手"
    ABILITY = "ability", "本人の能力(識字・言語・理解)"
    DISASTER = "disaster", "被災"
    CARE = "care", "介護"
    CHILD_REARING = "child_rearing", "子育て"
    YOUNG_CARER = "young_carer", "ヤングケアラー"
    DOUBLE_CARE = "double_care", "ダブルケア"
    OTHER = "other", "その他"


class Channel(models.TextChoices):
    """受付方法 (R-INT-02): how, or by whom, the consultation came in."""

    WINDOW = "window", "窓口"
    PHONE = "phone", "電話"
    MAIL = "mail", "メール・SNS"
    VISIT = "visit", "訪問"
    OUTPOST = "outpost", "出張"
    VOLUNTEER = "volunteer", "民生委員・児童委員"
    DIVISION = "division", "庁内のほかの課"
    AGENCY = "agency", "ほかの機関"
    NEIGHBOUR = "neighbour", "近隣の住民"
    INTRODUCED = "introduced", "紹介"
    OTHER = "other", "その他"


class ContactMethod(models.TextChoices):
    """方法 of the 支援経過記録."""

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


class Sex(models.TextChoices):
    FEMALE = "female", "女"
    MALE = "male", "男"
    OTHER = "other", "その他"
    UNKNOWN = "unknown", "不明・答えない"


class ConsentAnswer(models.TextChoices):
    """情報提供・情報収集への同意 (R-INT-01)."""

    AGREE = "agree", "同意する"
    DISAGREE = "disagree", "同意しない"
    UNCLEAR = "unclear", "不明"


class ConsentMethod(models.TextChoices):
    PAPER = "paper", "書面"
    ORAL = "oral", "口頭"
    REPRESENTATIVE = "representative", "代理人"


class Timing(models.TextChoices):
    """The four timings at which 重層的支援会議 must be held (R-CONF-04)."""

    PLAN = "plan", "プラン策定"
    REPLAN = "replan", "再プラン"
    CLOSURE = "closure", "終結"
    INTERRUPTION = "interruption", "中断"


class Change(models.TextChoices):
    """見られた変化 of the 評価シート (別紙2-6)."""

    PUBLIC_ASSISTANCE = "public_assistance", "生活保護適用"
    HOUSING = "housing", "住まいの確保・安定"
    MEDICAL_START = "medical_start", "医療機関受診開始"
    HEALTH = "health", "健康状態の改善"
    CERTIFICATE = "certificate", "手帳取得"
    DEBT = "debt", "債務の整理"
    HOUSEHOLD_MONEY = "household_money", "家計の改善"
    TRAINING = "training", "職業訓練"
    SCHOOL = "school", "就学"
    WORK_GENERAL = "work_general", "就労開始(一般)"
    WORK_INTERMEDIATE = "work_intermediate", "就労開始(中間的)"
    WORK_INCOME = "work_income", "就労収入増加"
    WORK_KEEPING = "work_keeping", "職場定着"
    MOTIVATION = "motivation", "自立意欲の向上・改善"
    RELATIONS = "relations", "対人関係・家族関係の改善"
    ISOLATION = "isolation", "孤立の解消"
    MIND = "mind", "精神の安定"
    PARTICIPATION = "participation", "社会参加の機会の増加"
    HABITS = "habits", "生活習慣の改善"
    OTHER = "other", "その他"
    NONE = "none", "なし"


class Purpose(models.IntegerChoices):
    """利用目的 of the 個人情報規程 (R-DIS-04), as bits."""

    CONSULTATION = 1, "相談支援"
    PLAN = 2, "プランの策定・評価"
    SMOOTH_WORK = 4, "相談支援業務を円滑に行うため"
    APPLICATION = 8, "自治体への事業等利用申込"
    COORDINATION = 16, "支援提供・関係機関との連絡調整"


ALL_PURPOSES: int = sum(Purpose.values)
