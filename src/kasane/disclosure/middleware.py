"""One transaction per request, in which the database knows who is asking."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

from kasane.agencies.actors import Actor
from kasane.agencies.queries import current_posts
from kasane.disclosure.access import Refused, log_reading
from kasane.disclosure.viewer import acting_as

POST_SESSION_KEY = "post"


class ViewerMiddleware:
    """Sets `request.actor` (None before sign-in or without a post) and `request.posts`.

    Rendering happens inside the transaction too. Any exception rolls everything back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.posts = []
        request.actor = None
        request.refused = None
        request.undone = False
        request.asked_along = {}
        outermost = not connection.in_atomic_block
        with transaction.atomic():
            if not isinstance(request.user, AnonymousUser):
                request.posts = current_posts(request.user)
                request.actor = _actor(request)
            with acting_as(request.actor, to_the_end=outermost, answers=request.asked_along):
                response = self.get_response(request)
            if request.undone:
                transaction.set_rollback(True)
        if request.refused is not None:
            self._keep_refusal(request)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Whatever the view had begun is undone, also when the answer is a polite page.

        Not before that answer is made: other middleware asks the database for it (who must sign in once more).
        """
        request.undone = True
        if isinstance(exception, Refused):
            request.refused = exception

    def _keep_refusal(self, request: HttpRequest) -> None:
        """The rollback took the log entry with it; who asked for a stranger's case stays known (R-DIS-08)."""
        with transaction.atomic(), acting_as(request.actor):
            log_reading(request.refused.case_id, request.refused.purpose, request.refused.subject)


def _actor(request: HttpRequest) -> Actor | None:
    if not request.posts:
        return None
    chosen = request.session.get(POST_SESSION_KEY)
    post = next((p for p in request.posts if str(p.id) == chosen), request.posts[0])
    return Actor(user=request.user, post=post)
