"""A port for the town's own speech-to-text server (docs/speech.md). Off unless KASANE_SPEECH_URL is set.

The audio is handed on and forgotten: it is kept neither in memory beyond the request nor on disk, no redirect is followed
and no proxy asked, so that a voice reaches the town's server alone.
"""

from __future__ import annotations

import http.client
import json
import uuid
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from kasane.base.tidy import tidy_letters

MOST_BYTES = 5 * 1024 * 1024
"""About five minutes of Opus; the browser stops after two."""
PATIENCE = 20
"""Seconds. A longer wait would keep a thread from other workers."""
TYPES = {"audio/webm": "webm", "audio/ogg": "ogg"}
MOST_ANSWER = 1024 * 1024

UNREACHABLE = "音声認識サーバーにつながりません。打って書いてください。書いた文はそのまま残っています。"
UNREADABLE = "音声を文字にできませんでした。もう一度、短く区切って話してください。"


class NotHeard(Exception):
    """No text came back; carries what to tell the worker."""


@require_POST
def heard(request: HttpRequest) -> HttpResponse:
    """The text of what was said. 404 where the port is closed, else JSON {text} or, with a fitting status, {trouble}."""
    actor = request.actor  # type: ignore[attr-defined]
    if not settings.SPEECH_URL or actor is None or not actor.post.sees_cases:
        raise Http404
    kind = (request.content_type or "").lower()
    if kind not in TYPES:
        return _trouble("この形式の音声は受け取れません。", 415)
    length = request.headers.get("Content-Length", "")
    if not length.isdigit() or int(length) > MOST_BYTES:
        return _trouble("録音が長すぎます。2分までに区切って話してください。", 413)
    audio = request.read(MOST_BYTES + 1)
    if not audio:
        return _trouble("音が録れていません。マイクを確かめてください。", 422)
    try:
        return JsonResponse({"text": tidy_letters(listen(settings.SPEECH_URL, audio, kind=kind))})
    except NotHeard as trouble:
        return _trouble(str(trouble), 502)


def listen(url: str, audio: bytes, *, kind: str) -> str:
    """Hands the audio to the server and answers its text. Raises NotHeard with a Japanese sentence."""
    place = urlsplit(url)
    kinds = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}
    line = kinds[place.scheme](str(place.hostname), place.port, timeout=PATIENCE)
    boundary = uuid.uuid4().hex
    try:
        line.request(
            "POST",
            f"{place.path or '/'}{f'?{place.query}' if place.query else ''}",
            body=_multipart(audio, kind, boundary),
            headers={
                "Content-Type": f"multipart/form-data; boundary={boundary}",
                "Accept": "application/json",
            },
        )
        answer = line.getresponse()
        body = answer.read(MOST_ANSWER)
    except TimeoutError:
        raise NotHeard("音声認識に時間がかかりすぎました。短く区切って、もう一度話してください。") from None
    except (OSError, http.client.HTTPException):
        raise NotHeard(UNREACHABLE) from None
    finally:
        line.close()
    if answer.status != 200:
        raise NotHeard(UNREADABLE)
    return _text(body)


def _text(body: bytes) -> str:
    try:
        text = json.loads(body)["text"]
    except (ValueError, KeyError, TypeError):
        raise NotHeard(UNREADABLE) from None
    if not isinstance(text, str) or not text.strip():
        raise NotHeard(UNREADABLE)
    return text.strip()


def _multipart(audio: bytes, kind: str, boundary: str) -> bytes:
    def field(name: str, content: bytes, more: str = "") -> bytes:
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'
        return head.encode() + content + b"\r\n"

    file = f'; filename="speech.{TYPES[kind]}"\r\nContent-Type: {kind}'
    return field("language", b"ja") + field("audio", audio, file) + f"--{boundary}--\r\n".encode()


def _trouble(sentence: str, status: int) -> HttpResponse:
    return JsonResponse({"trouble": sentence}, status=status)
