"""Tables of the portal's own; each lives beside the screens it serves."""

from kasane.portal.reports.models import HeldCounts, PublishedCounts

__all__ = ["HeldCounts", "PublishedCounts"]
