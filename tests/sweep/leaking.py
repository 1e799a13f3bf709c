"""A URL table with addresses nobody may ever write: each tells a fact in another way."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import path

from kasane.config.urls import urlpatterns as product
from tests.sweep.rows import rows


def _name(case_id: UUID) -> str:
    """The name of 本人, past row-level security."""
    found = (row.content for row in rows() if row.table == "people_person" and str(case_id) in row.cases)
    name = next((f"{one['family_name']} {one['given_name']}" for one in found if one["is_subject"]), "")
    if not name:
        raise Http404
    return name


def in_a_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    return HttpResponse(f"<p>{_name(case_id)}さん</p>")


def in_json(request: HttpRequest, case_id: UUID) -> HttpResponse:
    return JsonResponse({"found": [_name(case_id)]})


def in_a_header(request: HttpRequest, case_id: UUID) -> HttpResponse:
    answer = HttpResponse(status=404)
    answer["Content-Disposition"] = f'attachment; filename="{_name(case_id)}.txt"'
    return answer


def in_its_status(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Says nothing of the case but that there is one."""
    _name(case_id)
    return HttpResponse(status=403)


urlpatterns = [
    *product,
    path("leaks/page/<uuid:case_id>/", in_a_page, name="leak_page"),
    path("leaks/json/<uuid:case_id>/", in_json, name="leak_json"),
    path("leaks/header/<uuid:case_id>/", in_a_header, name="leak_header"),
    path("leaks/status/<uuid:case_id>/", in_its_status, name="leak_status"),
]
