"""The signature of a paper, as far as the viewer sees the case (R-DIS-01)."""

from __future__ import annotations

from uuid import UUID

from django.utils.html import format_html
from django.utils.safestring import SafeString

from kasane.coordination.choices import SignedPaper
from kasane.coordination.models import DrawnSignature
from kasane.coordination.signing.rules import HEIGHT, WIDTH


def signature_of(paper: SignedPaper, paper_id: UUID) -> DrawnSignature | None:
    """The newest signing of a paper that was taken on the screen; None for one signed on paper. One query."""
    rows = DrawnSignature.objects.filter(paper=paper, paper_id=paper_id)
    return rows.select_related("agency", "recorded_by").order_by("-created_at", "-id").first()


def svg_of(signature: DrawnSignature) -> SafeString:
    """The strokes as one picture, for the screen and for the paper; '' for a name that was typed."""
    if not signature.path:
        return SafeString("")
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-label="{}さんの署名">'
        '<path d="{}" fill="none" stroke="currentColor" stroke-width="5" stroke-linecap="round"'
        ' stroke-linejoin="round"/></svg>',
        WIDTH,
        HEIGHT,
        signature.name,
        signature.path,
    )


def signature_svg(paper: SignedPaper, paper_id: UUID) -> SafeString:
    """The drawn signature of a paper as SVG, '' when there is none: for `sheets`."""
    found = signature_of(paper, paper_id)
    return svg_of(found) if found else SafeString("")
