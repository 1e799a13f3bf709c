"""The web server: gunicorn with threads, inside this process tree."""

from __future__ import annotations

from typing import Any

from gunicorn.app.base import BaseApplication


class Server(BaseApplication):
    """Serves the product on one address until interrupted."""

    def __init__(self, bind: str, *, workers: int, threads: int, on_ready: Any = None) -> None:
        self.wanted = {
            "bind": bind,
            "workers": workers,
            "threads": threads,
            "worker_class": "gthread",
            "timeout": 120,
            "graceful_timeout": 10,
            "keepalive": 30,
            "preload_app": True,
            "loglevel": "warning",
            "proc_name": "kasane",
            "when_ready": on_ready or (lambda arbiter: None),
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.wanted.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from django.db import connections

        from kasane.config.wsgi import application

        connections.close_all()
        return application
