"""Accounts are made by the administrator only, who gives out the ログインID."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from django.http import HttpRequest


class StaffAccountAdapter(DefaultAccountAdapter):
    """No open sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class StaffLoginForm(LoginForm):
    """Asks for the ログインID, as every other page calls it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "ログインID"
        self.fields["login"].widget.attrs["placeholder"] = ""
