"""管理: the weighty acts on accounts and posts, each with a page before it that says what will happen."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from kasane.agencies import actions
from kasane.agencies.account_parts import crumbs, page_of_account, told
from kasane.agencies.formpage import form_page
from kasane.agencies.forms import EndPostForm, FactorForm, NoteForm
from kasane.agencies.guards import administrators_only
from kasane.agencies.models import Post, User
from kasane.base.dates import today


@administrators_only
def account_close(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Takes the way in from somebody who left."""
    user = get_object_or_404(User, pk=user_id)

    def save(form: NoteForm) -> str:
        actions.close_account(user, by=request.actor, note=form.cleaned_data["note"])
        return page_of_account(user)

    return _confirm(
        request,
        user,
        title=f"{user.name}さんのアカウントを止めますか",
        points=(
            "いまから、サインインできなくなります。開いている画面も使えなくなります。",
            "書いた記録や配置の履歴は、そのまま残ります。",
            "あとで、再び使えるようにすることができます。",
        ),
        act_label="アカウントを止める",
        obstacles=actions.closing_obstacles(user, by=request.actor),
        build=NoteForm,
        save=save,
        saved_message=f"{user.name}さんのアカウントを止めました。",
        danger=True,
    )


@never_cache
@administrators_only
def account_reopen(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Gives the way in back, with a new temporary password."""
    user = get_object_or_404(User, pk=user_id)

    def save(form: Any) -> HttpResponse:
        password = actions.reopen_account(user, by=request.actor)
        return told(request, user, password, title="再び使えるようにしました")

    return _confirm(
        request,
        user,
        title=f"{user.name}さんのアカウントを再び使えるようにしますか",
        points=("前のパスワードは使えません。仮のパスワードを出すので、本人に手渡してください。",),
        act_label="再び使えるようにする",
        obstacles=actions.reopening_obstacles(user, by=request.actor),
        save=save,
    )


@never_cache
@administrators_only
def account_password(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """A temporary password, shown once, to be told by hand."""
    user = get_object_or_404(User, pk=user_id)

    def save(form: Any) -> HttpResponse:
        password = actions.set_password(user, by=request.actor)
        return told(request, user, password, title="仮のパスワードを出しました")

    return _confirm(
        request,
        user,
        title=f"{user.name}さんに仮のパスワードを出しますか",
        points=(
            "いまのパスワードは使えなくなり、開いている画面は閉じます。",
            "仮のパスワードは次の画面に一度だけ出ます。本人に直接伝えてください。",
        ),
        act_label="仮のパスワードを出す",
        obstacles=actions.password_obstacles(user, by=request.actor),
        save=save,
    )


@administrators_only
def account_factor(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Takes off a second factor that was lost."""
    user = get_object_or_404(User, pk=user_id)

    def save(form: FactorForm) -> str:
        actions.remove_second_factor(user, by=request.actor, note=form.cleaned_data["note"])
        return page_of_account(user)

    return _confirm(
        request,
        user,
        title=f"{user.name}さんの二段階の確認を外しますか",
        points=(
            "次からは、パスワードだけでサインインできます。",
            "新しい電話機などで、もう一度登録するように伝えてください。",
        ),
        act_label="二段階の確認を外す",
        obstacles=[
            one
            for one in actions.second_factor_obstacles(user, by=request.actor, note="")
            if one.code != "no_note"
        ],
        build=FactorForm,
        save=save,
        saved_message=f"{user.name}さんの二段階の確認を外しました。",
        danger=True,
    )


@administrators_only
def post_end(request: HttpRequest, post_id: UUID) -> HttpResponse:
    """The last day of a post."""
    post = get_object_or_404(Post.objects.select_related("user", "agency"), pk=post_id)

    def save(form: EndPostForm) -> str:
        actions.end_post(post, by=request.actor, on=form.cleaned_data["on"])
        return page_of_account(post.user)

    return _confirm(
        request,
        post.user,
        title=f"{post.agency}の{post.role_label}としての配置を終えますか",
        points=(
            "次の日から、この機関の人としては働けなくなります。",
            "ほかに配置がなければ、サインインしても仕事の画面は開きません。",
        ),
        act_label="配置を終える",
        obstacles=[],
        build=lambda data: EndPostForm(data, initial={"on": today()}),
        save=save,
        saved_message="配置の終わりの日を入れました。",
    )


def _confirm(
    request: HttpRequest,
    user: User,
    *,
    title: str,
    points: tuple[str, ...],
    act_label: str,
    obstacles: list[Any],
    save: Any,
    build: Any = None,
    saved_message: str = "",
    danger: bool = False,
) -> HttpResponse:
    """The page before a weighty act: what will happen, or what stands in its way."""

    return form_page(
        request,
        template="agencies/confirm.html",
        build=build or forms.Form,
        save=save,
        context={
            "subject": user,
            "crumbs": crumbs((user.name, page_of_account(user)), (act_label, "")),
            "confirm": {"title": title, "points": points, "act_label": act_label, "plain": not danger},
            "obstacles": obstacles,
            "cancel_url": page_of_account(user),
        },
        saved_message=saved_message,
    )
