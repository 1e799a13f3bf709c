"""提供体制 and the people who work in it (R-DEL). The closed lists come from the vocabulary of the profiles."""

from kasane.agencies.credentials import Course, Job, Qualification
from kasane.agencies.models.changes import AccountAct, AccountChange
from kasane.agencies.models.mail import MailOccasion, MailState, OutgoingMail
from kasane.agencies.models.sites import Site
from kasane.agencies.models.staff import CoordinatorKind, Post, Role, Training, User, UserManager
from kasane.agencies.models.structure import (
    Agency,
    Area,
    Contract,
    Delivery,
    DeliveryAgency,
    DeliveryDivision,
    Municipality,
)
from kasane.profiles.vocabulary import AgencyKind, Field, Mode, ProgramCode, SiteType, Work

__all__ = [
    "AccountAct",
    "AccountChange",
    "Agency",
    "AgencyKind",
    "Area",
    "Contract",
    "CoordinatorKind",
    "Course",
    "Delivery",
    "DeliveryAgency",
    "DeliveryDivision",
    "Field",
    "Job",
    "MailOccasion",
    "MailState",
    "Mode",
    "Municipality",
    "OutgoingMail",
    "Post",
    "ProgramCode",
    "Qualification",
    "Role",
    "Site",
    "SiteType",
    "Training",
    "User",
    "UserManager",
    "Work",
]
