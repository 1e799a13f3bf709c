"""The closed lists of what staff are and have learned: 資格, 職種, 研修 (R-DEL-06).

They are those the staffing standards of ① ask for (R-DEL-04); what is on no list is written beside it.
"""

from __future__ import annotations

from django.db import models


class Qualification(models.TextChoices):
    """資格 a person holds."""

    HEALTH_NURSE = "health_nurse", "保健師"
    SOCIAL_WORKER = "social_worker", "社会福祉士"
    LEAD_CARE_MANAGER = "lead_care_manager", "主任介護支援専門員"
    LIKE_HEALTH_NURSE = "like_health_nurse", "保健師に準ずる者"
    LIKE_SOCIAL_WORKER = "like_social_worker", "社会福祉士に準ずる者"
    LIKE_LEAD_CARE_MANAGER = "like_lead_care_manager", "主任介護支援専門員に準ずる者"
    CARE_MANAGER = "care_manager", "介護支援専門員"
    LEAD_CONSULTATION = "lead_consultation", "主任相談支援専門員"
    CONSULTATION = "consultation", "相談支援専門員"
    MENTAL_HEALTH = "mental_health", "精神保健福祉士"
    MIDWIFE = "midwife", "助産師"
    NURSE = "nurse", "看護師"
    NURSERY = "nursery", "保育士"
    PSYCHOLOGIST = "psychologist", "公認心理師"
    CARE_WORKER = "care_worker", "介護福祉士"
    WELFARE_OFFICER = "welfare_officer", "社会福祉主事"


class Job(models.TextChoices):
    """職種 in which a person is placed, where a program names it."""

    LEAD_SUPPORTER = "lead_supporter", "主任相談支援員（自立相談）"
    SUPPORTER = "supporter", "相談支援員（自立相談）"
    WORK_SUPPORTER = "work_supporter", "就労支援員（自立相談）"
    USER_SUPPORTER = "user_supporter", "利用者支援専門員"
    CLERK = "clerk", "事務"


class Course(models.TextChoices):
    """研修 that the standards or the guideline name."""

    CHILDCARE_BASIC = "childcare_basic", "子育て支援員 基本研修"
    USER_SUPPORT_BASIC = "user_support_basic", "子育て支援員 専門研修（利用者支援 基本型）"
    USER_SUPPORT_SPECIFIC = "user_support_specific", "子育て支援員 専門研修（利用者支援 特定型）"
    SELF_LEAD = "self_lead", "自立相談支援 主任相談支援員養成研修"
    SELF_SUPPORTER = "self_supporter", "自立相談支援 相談支援員養成研修"
    SELF_WORK = "self_work", "自立相談支援 就労支援員養成研修"
    LIVING_SUPPORT = "living_support", "生活支援コーディネーター研修"
    MULTI_TIER = "multi_tier", "重層的支援体制整備事業の研修"
    OTHER = "other", "そのほかの研修"


def sorted_out(words: str) -> tuple[list[str], str]:
    """Qualifications written in words, parted into those of the closed list and the rest, as somebody wrote it."""
    known = {str(one.label): one.value for one in Qualification}
    parts = [
        part.strip() for part in words.replace("、", "・").replace(",", "・").split("・") if part.strip()
    ]
    return (
        list(dict.fromkeys(known[part] for part in parts if part in known)),
        "・".join(part for part in parts if part not in known),
    )
