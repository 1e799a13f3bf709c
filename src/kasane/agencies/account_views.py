"""管理: accounts and posts, for the system administrator. Thin: parse, act, render."""

from __future__ import annotations

from uuid import UUID

from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from kasane.agencies import actions, people
from kasane.agencies.account_parts import crumbs, page_of_account, told
from kasane.agencies.formpage import form_page
from kasane.agencies.forms import AccountFilter, AccountForm, PostForm
from kasane.agencies.guards import administrators_only
from kasane.agencies.models import Post, User
from kasane.agencies.paging import page_of
from kasane.base.dates import today


def _tabs(here: str) -> list[dict[str, object]]:
    places = (("accounts", "アカウント"), ("changes", "変更の記録"))
    return [
        {"label": label, "url": reverse(f"agencies:{name}"), "active": name == here} for name, label in places
    ]


@administrators_only
def accounts(request: HttpRequest) -> HttpResponse:
    """Who can sign in, for which agency, and what is not in order."""
    form = AccountFilter(request.GET)
    context = {
        "tabs": _tabs("accounts"),
        "form": form,
        "page": page_of(request, people.accounts(**form.wanted()), unit="件"),
        "applied": form.applied(request),
    }
    return render(request, "agencies/accounts.html", context)


@administrators_only
def changes(request: HttpRequest) -> HttpResponse:
    """What was done to accounts, by whom, when (R-DIS-08)."""
    context = {"tabs": _tabs("changes"), "page": page_of(request, people.changes(), unit="件")}
    return render(request, "agencies/changes.html", context)


@administrators_only
def account(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """One account: its posts, past and present, and what was done to it."""
    user = get_object_or_404(User, pk=user_id)
    posts = list(user.posts.select_related("agency", "site").order_by("-starts_on", "-id"))
    day = today()
    context = {
        "subject": user,
        "crumbs": crumbs((user.name, "")),
        "has_factor": Authenticator.objects.filter(user=user).exists(),
        "present": [post for post in posts if post.is_on(day)],
        "future": [post for post in posts if post.starts_on > day],
        "past": [post for post in posts if post.ends_on is not None and post.ends_on < day],
        "trainings": list(user.trainings.all()),
        "page": page_of(request, people.changes(user), unit="件", per_page=20),
    }
    return render(request, "agencies/account.html", context)


@never_cache
@administrators_only
def account_new(request: HttpRequest) -> HttpResponse:
    """A new account; the temporary password is shown once, on the next page."""

    def save(form: AccountForm) -> HttpResponse:
        user, password = actions.create_account(by=request.actor, **form.values())
        return told(request, user, password, title="アカウントを作りました")

    return form_page(
        request,
        template="agencies/account_form.html",
        build=AccountForm,
        save=save,
        context={"crumbs": crumbs(("新しいアカウント", "")), "cancel_url": reverse("agencies:accounts")},
    )


@administrators_only
def account_edit(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Name, reading, login and mail."""
    user = get_object_or_404(User, pk=user_id)
    initial = {name: getattr(user, name) for name in (*actions.ACCOUNT_ITEMS, "version")}

    def save(form: AccountForm) -> str:
        version = form.cleaned_data["version"] or 0
        actions.change_account(user, by=request.actor, version=version, **form.values())
        return page_of_account(user)

    return form_page(
        request,
        template="agencies/account_form.html",
        build=lambda data: AccountForm(data, initial=initial),
        save=save,
        context={
            "subject": user,
            "crumbs": crumbs((user.name, page_of_account(user)), ("アカウントを直す", "")),
            "cancel_url": page_of_account(user),
        },
        conflict_items=actions.ACCOUNT_ITEMS,
    )


@administrators_only
def post_new(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Places a person in an agency."""
    user = get_object_or_404(User, pk=user_id)

    def save(form: PostForm) -> str:
        actions.add_post(user, by=request.actor, **form.values())
        return page_of_account(user)

    return form_page(
        request,
        template="agencies/post_form.html",
        build=lambda data: PostForm(data, initial={"starts_on": today(), "is_full_time": True}),
        save=save,
        context={
            "subject": user,
            "crumbs": crumbs((user.name, page_of_account(user)), ("配置を加える", "")),
            "cancel_url": page_of_account(user),
        },
        saved_message=f"{user.name}さんの配置を加えました。",
    )


@administrators_only
def post_edit(request: HttpRequest, post_id: UUID) -> HttpResponse:
    """Mends a post."""
    post = get_object_or_404(Post.objects.select_related("user", "agency"), pk=post_id)
    initial = {name: getattr(post, name) for name in (*actions.POST_ITEMS, "version")}

    def save(form: PostForm) -> str:
        version = form.cleaned_data["version"] or 0
        actions.change_post(post, by=request.actor, version=version, **form.values())
        return page_of_account(post.user)

    return form_page(
        request,
        template="agencies/post_form.html",
        build=lambda data: PostForm(data, initial=initial),
        save=save,
        context={
            "subject": post.user,
            "post": post,
            "crumbs": crumbs((post.user.name, page_of_account(post.user)), ("配置を直す", "")),
            "cancel_url": page_of_account(post.user),
        },
        conflict_items=actions.POST_ITEMS,
    )
