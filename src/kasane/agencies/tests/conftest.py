"""A mail server that takes letters, for what is tested of the outbox."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default

import pytest


class _Conversation(socketserver.StreamRequestHandler):
    """Just enough of SMTP to take a letter, or to refuse its receiver."""

    def handle(self) -> None:
        self._say("220 stub")
        while line := self.rfile.readline().strip():
            word = line.split(b" ")[0].upper()
            if word == b"RCPT" and self.server.refuses:
                self._say("550 no such person yamada@example.jp")
            elif word == b"DATA":
                self._say("354 go on")
                letter = b""
                while (part := self.rfile.readline()) != b".\r\n":
                    letter += part
                self.server.letters.append(message_from_bytes(letter, policy=default))
                self._say("250 taken")
            elif word == b"QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 ok")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@pytest.fixture
def server(settings) -> Iterator[socketserver.ThreadingTCPServer]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Conversation) as stub:
        stub.daemon_threads, stub.letters, stub.refuses = True, [], False
        threading.Thread(target=stub.serve_forever, daemon=True).start()
        settings.MAIL_IS_SET_UP = True
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = stub.server_address
        settings.DEFAULT_FROM_EMAIL = "kasane@town.example.jp"
        yield stub
        stub.shutdown()
