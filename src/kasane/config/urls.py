"""All addresses of the product."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.account.urls")),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    path("cases/", include("kasane.cases.urls")),
    path("", include("kasane.portal.urls")),
    path("", include("kasane.agencies.urls")),
    path("people/", include("kasane.people.urls")),
    path("door/", include("kasane.intake.door.urls")),
    path("intake/", include("kasane.intake.urls")),
    path("coordination/", include("kasane.coordination.urls")),
    path("conferences/", include("kasane.conferences.urls")),
    path("sheets/", include("kasane.sheets.urls")),
    path("import/", include("kasane.imports.urls")),
]
