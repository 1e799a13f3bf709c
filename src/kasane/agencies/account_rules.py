"""What stands in the way of an act on an account or a post: pure functions over plain values (R-DEL-06)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kasane.base.obstacles import Mend, Obstacle

LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}")


def administrator_obstacles(*, is_administrator: bool) -> list[Obstacle]:
    """Only a system administrator gives people a way in (R-DIS-01)."""
    if is_administrator:
        return []
    sentence = "アカウントと配置を扱えるのは、システム管理者だけです。システム管理者に頼んでください。"
    return [Obstacle("not_administrator", sentence, "R-DIS-01")]


def account_obstacles(*, login: str, name: str, login_is_taken: bool) -> list[Obstacle]:
    """What an account needs: a login nobody else has, and the name of the person (R-DIS-08: each act has its author)."""
    found = []
    if not LOGIN.fullmatch(login):
        found.append(
            Obstacle(
                "bad_login",
                "ログインIDは、半角の小文字・数字と . - _ を使って3文字以上60文字以内にしてください。",
                "R-DIS-08",
            )
        )
    elif login_is_taken:
        sentence = f"ログインID「{login}」は、ほかの人が使っています。別のものにしてください。"
        found.append(Obstacle("login_taken", sentence, "R-DIS-08"))
    if not name.strip():
        found.append(
            Obstacle("no_name", "氏名を入れてください。記録に、だれがしたことかが残ります。", "R-DIS-08")
        )
    return found


def closing_obstacles(*, is_oneself: bool, is_active: bool, leaves_administrator: bool) -> list[Obstacle]:
    """An account may be closed unless it is one's own, or nobody could open one again afterwards."""
    if not is_active:
        return [Obstacle("already_closed", "このアカウントは、すでに止まっています。", "R-DIS-01")]
    found = []
    if is_oneself:
        sentence = "自分のアカウントは止められません。ほかのシステム管理者に頼んでください。"
        found.append(Obstacle("oneself", sentence, "R-DIS-01"))
    if not leaves_administrator:
        found.append(_no_administrator_left())
    return found


def reopening_obstacles(*, is_active: bool) -> list[Obstacle]:
    """Only a closed account is opened again."""
    if not is_active:
        return []
    return [Obstacle("not_closed", "このアカウントは、いま使えるようになっています。", "R-DIS-01")]


def password_obstacles(*, is_oneself: bool, is_active: bool) -> list[Obstacle]:
    """A temporary password is for somebody else; one's own is changed with the old one in hand."""
    found = []
    if is_oneself:
        sentence = "自分のパスワードは、いまのパスワードを入れて変えてください。"
        mend = Mend("パスワードを変える", "account_change_password")
        found.append(Obstacle("oneself", sentence, "R-DIS-01", (mend,)))
    if not is_active:
        sentence = "止まっているアカウントです。先に、再び使えるようにしてください。"
        found.append(Obstacle("closed", sentence, "R-DIS-01"))
    return found


def second_factor_obstacles(*, is_oneself: bool, has_factor: bool, note: str) -> list[Obstacle]:
    """A lost second factor is taken off only for somebody else, and only with how the person was recognised."""
    found = []
    if is_oneself:
        mend = Mend("二段階の確認", "mfa_index")
        sentence = "自分の二段階の確認は、自分の画面で外してください。"
        found.append(Obstacle("oneself", sentence, "R-DIS-01", (mend,)))
    if not has_factor:
        sentence = "この人は、二段階の確認を使っていません。"
        found.append(Obstacle("no_factor", sentence, "R-DIS-01"))
    if not note.strip():
        sentence = "なぜ外すのか、本人であることをどう確かめたかを書いてください。"
        found.append(Obstacle("no_note", sentence, "R-DIS-08"))
    return found


@dataclass(frozen=True, slots=True)
class Term:
    """When a post begins and ends; no end means until further notice."""

    starts_on: date
    ends_on: date | None

    def holds(self, day: date) -> bool:
        """Whether the post is held on that day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def overlaps(self, other: Term) -> bool:
        """Whether both are held on some day."""
        return (other.ends_on is None or self.starts_on <= other.ends_on) and (
            self.ends_on is None or other.starts_on <= self.ends_on
        )


def post_obstacles(
    *,
    term: Term,
    agency_is_active: bool,
    user_is_active: bool,
    same_posts: Iterable[Term],
    is_administrator_role: bool,
    has_coordinator_kind: bool,
    site_is_of_agency: bool = True,
    leaves_administrator: bool = True,
) -> list[Obstacle]:
    """What a post needs (R-DEL-06). `same_posts` are the person's other terms in this role at this agency."""
    found = []
    if term.ends_on is not None and term.ends_on < term.starts_on:
        sentence = "配置の終わりは、配置日より後の日にしてください。"
        found.append(Obstacle("ends_before_start", sentence, "R-DEL-06"))
    if not agency_is_active:
        sentence = "この機関は、いまの提供体制にありません。ほかの機関を選んでください。"
        found.append(Obstacle("closed_agency", sentence, "R-DEL-06"))
    if not user_is_active:
        sentence = "止まっているアカウントです。先に、再び使えるようにしてください。"
        found.append(Obstacle("closed", sentence, "R-DEL-06"))
    if any(term.overlaps(other) for other in same_posts):
        sentence = "同じ機関・同じ役割の配置が、この期間にもうあります。その配置を直してください。"
        found.append(Obstacle("same_post", sentence, "R-DEL-06"))
    if is_administrator_role and has_coordinator_kind:
        sentence = "システム管理者は相談を受けません。コーディネーターの種別は空けてください。"
        found.append(Obstacle("administrator_coordinates", sentence, "R-DIS-01"))
    if not site_is_of_agency:
        sentence = "選んだ拠点は、ほかの機関のものです。この機関の拠点を選ぶか、空けておいてください。"
        found.append(Obstacle("foreign_site", sentence, "R-DEL-04"))
    if not leaves_administrator:
        found.append(_no_administrator_left())
    return found


def ending_obstacles(
    *, starts_on: date, ends_on: date | None, on: date, leaves_administrator: bool
) -> list[Obstacle]:
    """A post ends on a day of its term, and never leaves the town without an administrator."""
    found = []
    if ends_on is not None and ends_on <= on:
        found.append(Obstacle("already_ended", "この配置は、その日より前に終わっています。", "R-DEL-06"))
    if on < starts_on:
        sentence = "配置日より前の日では終えられません。日を確かめてください。"
        found.append(Obstacle("ends_before_start", sentence, "R-DEL-06"))
    if not leaves_administrator:
        found.append(_no_administrator_left())
    return found


def _no_administrator_left() -> Obstacle:
    sentence = (
        "システム管理者がだれもいなくなります。先に、ほかの人をシステム管理者にしてください。"
        "（終わりの日のある配置は、その日までしか数えません。）"
    )
    return Obstacle("last_administrator", sentence, "R-DIS-01")
