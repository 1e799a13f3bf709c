"""The port for the town's own speech-to-text server, tried with a stub that speaks docs/speech.md."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.urls import reverse

from kasane.cases.writing import speech

AUDIO = b"\x1aE\xdf\xa3 not really webm"


class Stub:
    """A speech-to-text server: answers what it is told to, and keeps what it was sent."""

    def __init__(self) -> None:
        self.status, self.body = 200, json.dumps({"text": "本人と話した。", "segments": []})
        self.seen: list[tuple[dict[str, str], bytes]] = []
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                stub.seen.append((dict(self.headers), self.rfile.read(length)))
                self.send_response(stub.status)
                self.send_header("Location", "http://elsewhere.example/")
                self.end_headers()
                self.wfile.write(stub.body.encode())

            def log_message(self, *args: Any) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/listen?key=1"


@pytest.fixture
def stub(settings) -> Iterator[Stub]:
    one = Stub()
    settings.SPEECH_URL = one.url
    yield one
    one.server.shutdown()
    one.server.server_close()


def say(desk, audio: bytes = AUDIO, kind: str = "audio/webm"):
    more = {"CONTENT_TYPE": kind, "CONTENT_LENGTH": str(len(audio))}
    return desk.generic("POST", reverse("cases:writing_speech"), audio, content_type=kind, **more)


def test_off_by_default(cast, sign_in):
    desk = sign_in(cast.worker)
    assert say(desk).status_code == 404
    assert "data-speech" not in desk.get("/").content.decode()


def test_the_audio_reaches_the_server_and_the_text_comes_back(cast, sign_in, stub):
    desk = sign_in(cast.worker)
    assert f'data-speech="{reverse("cases:writing_speech")}"' in desk.get("/").content.decode()
    assert say(desk).json() == {"text": "本人と話した。"}
    headers, body = stub.seen[0]
    assert AUDIO in body and b'name="language"\r\n\r\nja' in body and b'filename="speech.webm"' in body
    assert headers["Content-Type"].startswith("multipart/form-data")
    assert not {"Cookie", "Authorization", "Referer", "User-Agent"} & set(headers)


@pytest.mark.parametrize(
    ("status", "body"),
    [(500, "x"), (302, ""), (200, "not json"), (200, "[]"), (200, '{"text": 3}'), (200, '{"text": " "}')],
)
def test_whatever_else_the_server_answers_is_told_in_words(cast, sign_in, stub, status, body):
    stub.status, stub.body = status, body
    answer = say(sign_in(cast.worker))
    assert (answer.status_code, answer.json()["trouble"]) == (502, speech.UNREADABLE)
    assert len(stub.seen) == 1


def test_a_server_that_is_not_there_is_told_in_words(cast, sign_in, settings):
    settings.SPEECH_URL = "http://127.0.0.1:9/"
    answer = say(sign_in(cast.worker))
    assert (answer.status_code, answer.json()["trouble"]) == (502, speech.UNREACHABLE)


@pytest.mark.parametrize(
    ("audio", "kind", "status"),
    [(AUDIO, "audio/mpeg", 415), (AUDIO, "text/html", 415), (b"", "audio/ogg", 422), (b"x" * (speech.MOST_BYTES + 1), "audio/webm", 413)],
)  # fmt: skip
def test_what_is_no_recording_does_not_reach_the_server(cast, sign_in, stub, audio, kind, status):
    answer = say(sign_in(cast.worker), audio, kind)
    assert answer.status_code == status and answer.json()["trouble"]
    assert stub.seen == []


def test_it_is_for_those_who_work_with_cases(cast, client, sign_in, stub):
    assert say(client).status_code == 302
    assert say(sign_in(cast.administrator)).status_code == 404
    assert stub.seen == []
