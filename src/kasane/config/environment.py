"""Settings from the environment; every missing or wrong value is named, all at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from environs import Env, EnvValidationError
from marshmallow import ValidationError, validate

ROOT = Path(__file__).resolve().parents[3]


class WrongSettings(Exception):
    """One line per setting that is missing or wrong."""


@dataclass(frozen=True)
class Environment:
    """What the operator may set. Documented in docs/architecture.md."""

    var: Path
    database_url: str
    owner_database_url: str
    secret_key: str
    allowed_hosts: list[str]
    trusted_origins: list[str]
    https: bool
    debug: bool
    profile: str
    threads: int
    door: bool
    speech_url: str
    smtp_url: str
    mail_from: str


def read() -> Environment:
    """Reads KASANE_* variables. Raises WrongSettings with every problem found."""
    env = Env(eager=False, prefix="KASANE_")
    found = {
        "var": env.path("VAR", default=ROOT / "var"),
        "database_url": env.str("DATABASE_URL", default=""),
        "owner_database_url": env.str("OWNER_DATABASE_URL", default=""),
        "secret_key": env.str("SECRET_KEY", default="", validate=_empty_or_long),
        "allowed_hosts": env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"]),
        "trusted_origins": env.list("TRUSTED_ORIGINS", default=[]),
        "https": env.bool("HTTPS", default=False),
        "debug": env.bool("DEBUG", default=False),
        "profile": env.str("PROFILE", default="misaki"),
        "threads": env.int("THREADS", default=4, validate=validate.Range(min=1, max=64)),
        "door": env.bool("DOOR", default=False),
        "speech_url": env.str("SPEECH_URL", default="", validate=_empty_or_http),
        "smtp_url": env.str("SMTP_URL", default="", validate=_empty_or_smtp),
        "mail_from": env.str("MAIL_FROM", default=""),
    }
    problems: dict[str, list[str]] = {}
    try:
        env.seal()
    except EnvValidationError as error:
        problems.update(error.error_messages)
    urls = [found["database_url"], found["owner_database_url"]]
    if any(urls) and not all(urls):
        problems["KASANE_OWNER_DATABASE_URL"] = [
            "KASANE_DATABASE_URL(画面用の役割)と KASANE_OWNER_DATABASE_URL(表の持ち主)は両方とも必要です。"
        ]
    if any(urls) and not found["secret_key"]:
        problems["KASANE_SECRET_KEY"] = ["本番では 50 文字以上の秘密の文字列を設定してください。"]
    if found["smtp_url"] and "@" not in found["mail_from"]:
        problems["KASANE_MAIL_FROM"] = ["メールを送るときは、差出人のアドレスも設定してください。"]
    if problems:
        lines = [f"  {name}: {' '.join(map(str, messages))}" for name, messages in problems.items()]
        raise WrongSettings("設定に誤りがあります。\n" + "\n".join(lines))
    return Environment(**found)


SMTP_SCHEMES = {"smtp": (25, {}), "smtp+tls": (587, {"use_tls": True}), "smtp+ssl": (465, {"use_ssl": True})}


def mail_server(url: str) -> dict[str, Any]:
    """`smtp+tls://user:password@host:587` as Django's mail settings name its parts (without EMAIL_)."""
    parts = urlsplit(url)
    port, safety = SMTP_SCHEMES[parts.scheme]
    return {
        "host": parts.hostname,
        "port": parts.port or port,
        "host_user": unquote(parts.username or ""),
        "host_password": unquote(parts.password or ""),
        **safety,
    }


def _empty_or_smtp(value: str) -> None:
    if not value:
        return
    try:
        fits = mail_server(value)["host"]
    except (KeyError, ValueError):
        fits = None
    if not fits:
        raise ValidationError(
            "smtp+tls://利用者:パスワード@ホスト:587 の形で書いてください(smtp・smtp+tls・smtp+ssl)。"
        )


def _empty_or_long(value: str) -> None:
    if value and len(value) < 50:
        raise ValidationError("50 文字以上にしてください。")


def _empty_or_http(value: str) -> None:
    parts = urlsplit(value)
    if value and not (parts.scheme in ("http", "https") and parts.hostname and not parts.username):
        raise ValidationError("庁内の音声認識サーバーの住所を http:// か https:// で始めて書いてください。")
