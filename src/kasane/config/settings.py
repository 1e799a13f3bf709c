"""Django settings. Values of the place come from `config.environment`, nothing else is configurable here."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from kasane.config import environment

ENVIRONMENT = environment.read()
ROOT = environment.ROOT
VAR = ENVIRONMENT.var
DEBUG = ENVIRONMENT.debug
PROFILE = ENVIRONMENT.profile
DOOR = ENVIRONMENT.door
SPEECH_URL = ENVIRONMENT.speech_url


def _secret_key() -> str:
    """The operator's key, or one made at first start and kept in var/."""
    if ENVIRONMENT.secret_key:
        return ENVIRONMENT.secret_key
    path = VAR / "secret-key"
    if not path.exists():
        VAR.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text()


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = (
    [*ENVIRONMENT.allowed_hosts, "testserver"]
    if "PYTEST_VERSION" in os.environ
    else ENVIRONMENT.allowed_hosts
)
CSRF_TRUSTED_ORIGINS = ENVIRONMENT.trusted_origins

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django_htmx",
    "csp",
    "kasane.portal",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "kasane.base",
    "kasane.agencies",
    "kasane.disclosure",
    "kasane.cases",
    "kasane.people",
    "kasane.intake",
    "kasane.coordination",
    "kasane.conferences",
    "kasane.sheets",
    "kasane.imports",
    "kasane.config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kasane.portal.middleware.SignInRequired",
    "kasane.agencies.middleware.TemporaryPasswordMiddleware",
    "kasane.disclosure.middleware.ViewerMiddleware",
]

ROOT_URLCONF = "kasane.config.urls"
WSGI_APPLICATION = "kasane.config.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kasane.portal.context.frame",
            ],
            "builtins": ["django.contrib.humanize.templatetags.humanize", "kasane.base.templatetags.kasane"],
        },
    }
]
FORM_RENDERER = "kasane.portal.forms.KasaneRenderer"


def _database(url: str) -> dict[str, Any]:
    return {
        **dj_database_url.parse(url, conn_max_age=None, conn_health_checks=True),
        "ENGINE": "django.db.backends.postgresql",
        "TIME_ZONE": "Asia/Tokyo",
        "OPTIONS": {"application_name": "kasane", **dj_database_url.parse(url).get("OPTIONS", {})},
        "TEST": {"MIGRATE": True},
    }


_UNSET = "postgresql://kasane_app@/kasane?host=/nonexistent"
DATABASES = {
    "default": _database(ENVIRONMENT.database_url or os.environ.get("KASANE_EMBEDDED_APP_URL", _UNSET)),
    "owner": _database(ENVIRONMENT.owner_database_url or os.environ.get("KASANE_EMBEDDED_OWNER_URL", _UNSET)),
}
DATABASES["owner"]["CONN_MAX_AGE"] = 0
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "agencies.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "kasane.portal.accounts.StaffAccountAdapter"
ACCOUNT_FORMS = {"login": "kasane.portal.accounts.StaffLoginForm"}
# A town hall comes from one address: the limit is per account, and per address wide enough for a whole office at 8:30.
ACCOUNT_RATE_LIMITS = {"login": "600/m/ip", "login_failed": "120/m/ip,5/5m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if ENVIRONMENT.https else 0
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "かさね"

SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.https
SESSION_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = ENVIRONMENT.https
SECURE_HSTS_SECONDS = 31536000 if ENVIRONMENT.https else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.https else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

MAIL_IS_SET_UP = bool(ENVIRONMENT.smtp_url)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL_IS_SET_UP else 'dummy'}.EmailBackend"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from
if MAIL_IS_SET_UP:
    globals().update(
        {
            f"EMAIL_{name.upper()}": value
            for name, value in environment.mail_server(ENVIRONMENT.smtp_url).items()
        }
    )

LANGUAGE_CODE = "ja"
LANGUAGES = [("ja", "日本語")]
TIME_ZONE = "Asia/Tokyo"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT: Path = VAR / "files"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
CSRF_FAILURE_VIEW = "kasane.portal.errors.csrf_failure"
SILENCED_SYSTEM_CHECKS = ["models.W042"]

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # Django's own handler would mail what was typed, with all local variables, to the administrators.
        "django": {"handlers": [], "level": "WARNING"},
        "django.request": {"level": "ERROR"},
    },
}
