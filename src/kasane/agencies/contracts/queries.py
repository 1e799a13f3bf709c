"""What screens read of contracts."""

from __future__ import annotations

from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from kasane.agencies.models import Agency, Contract


def contracts_of(agency: Agency) -> QuerySet[Contract]:
    """All contracts of an agency with their deliveries, the latest first."""
    return Contract.objects.filter(agency=agency).select_related("delivery").order_by("-starts_on", "-id")


def files_seen_by(contract_id: UUID) -> int:
    """How many files its agency sees today by this contract; a count, which the database gives to anybody signed in."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT disclosure_cases_by_contract(%s)", [contract_id])
        return int(cursor.fetchone()[0])
