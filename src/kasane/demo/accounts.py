"""The people of the demo office: made-up names, one password, every role at least once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kasane.agencies.actors import Actor
from kasane.agencies.credentials import sorted_out
from kasane.agencies.models import Agency, Post, Role, User
from kasane.demo.labels import AGENCY_NAMES
from kasane.demo.roles import cast_by_work

PASSWORD = "kasane-demo-2025"
POSTED_ON = date(2020, 4, 1)


@dataclass(frozen=True)
class Account:
    """One demo account; `also` are further posts (agency key, role) one may switch to."""

    login: str
    name: str
    kana: str
    agency: str
    role: Role
    title: str = ""
    qualification: str = ""
    also: tuple[tuple[str, Role], ...] = ()

    @property
    def role_label(self) -> str:
        return str(self.role.label)


ACCOUNTS: tuple[Account, ...] = (
    Account("houkatsu1", "井原 真由美", "いはら まゆみ", "hokatsu", Role.WORKER, "主任", "社会福祉士"),
    Account("houkatsu2", "大垣 修", "おおがき おさむ", "hokatsu", Role.WORKER, "主査", "主任介護支援専門員"),
    Account("juso1", "神谷 直子", "かみや なおこ", "juso", Role.COORDINATOR, "主任", "社会福祉士"),
    Account(
        "juso2", "杉原 健", "すぎはら けん", "juso", Role.COORDINATOR, "主査", "精神保健福祉士",
        also=(("fukushi", Role.WORKER),),
    ),
    Account("shakyo1", "橋田 恵", "はしだ めぐみ", "shakyo", Role.WORKER, "地域福祉係長", "社会福祉士"),
    Account("shakyo2", "森脇 大地", "もりわき だいち", "shakyo", Role.WORKER, "地域支援員", "介護福祉士"),
    Account("kikan1", "相沢 亮", "あいざわ りょう", "kikan", Role.WORKER, "相談員", "相談支援専門員"),
    Account("kosodate1", "永井 千春", "ながい ちはる", "kosodate", Role.WORKER, "保健師", "保健師"),
    Account("kodomo1", "小野 拓海", "おの たくみ", "kodomo", Role.WORKER, "子ども家庭支援員", "公認心理師"),
    Account("next1", "坂口 由紀", "さかぐち ゆき", "next", Role.WORKER, "相談員", "精神保健福祉士"),
    Account("fukushi1", "岡部 和弘", "おかべ かずひろ", "fukushi", Role.DECIDER, "課長"),
    Account("fukushi2", "宮内 幸代", "みやうち さちよ", "fukushi", Role.MANAGER, "課長補佐"),
    Account("hoken1", "高見 徹", "たかみ とおる", "hoken", Role.WORKER, "主事"),
    Account("kenko1", "藤森 彩", "ふじもり あや", "kenko", Role.WORKER, "保健師", "保健師"),
    Account("egao1", "平田 美和", "ひらた みわ", "egao", Role.WORKER, "主事", "保育士"),
    Account("kyoiku1", "関口 隼人", "せきぐち はやと", "kyoiku", Role.WORKER, "スクールソーシャルワーカー", "社会福祉士"),
    Account("kanri", "情報 管理", "じょうほう かんり", "fukushi", Role.ADMINISTRATOR, "システム管理"),
)  # fmt: skip


def agencies_by_key() -> dict[str, Agency]:
    """The town's agencies by the short keys of the made-up households: by their official names where the town is the
    one the households were written for, else by what they do there.
    """
    agencies = list(Agency.objects.order_by("order", "key"))
    by_name = {agency.name: agency for agency in agencies}
    if all(name in by_name for name in AGENCY_NAMES.values()):
        return {str(key): by_name[name] for key, name in AGENCY_NAMES.items()}
    return cast_by_work(agencies)


def make_accounts() -> dict[str, list[Actor]]:
    """Creates the accounts and posts; answers, per agency key, who works there (first post of each person)."""
    agencies = agencies_by_key()
    hashed = User(login="x", name="x")
    hashed.set_password(PASSWORD)
    people: dict[str, list[Actor]] = {}
    for account in ACCOUNTS:
        user = User.objects.create(
            login=account.login, name=account.name, kana=account.kana, password=hashed.password
        )
        codes, words = sorted_out(account.qualification)
        for place, (key, role) in enumerate([(account.agency, account.role), *account.also]):
            post = Post.objects.create(
                user=user,
                agency=agencies[key],
                role=role,
                title=account.title if not place else "兼務",
                qualifications=codes,
                qualification=words,
                starts_on=POSTED_ON.replace(month=4 + place),
            )
            if not place:
                people.setdefault(key, []).append(Actor(user=user, post=post))
    return people


def known_accounts() -> dict[str, list[Actor]]:
    """The accounts as `make_accounts` has made them, read again by another process."""
    posts = {
        (post.user.login, post.agency_id): post for post in Post.objects.select_related("user", "agency")
    }
    agencies = agencies_by_key()
    people: dict[str, list[Actor]] = {}
    for account in ACCOUNTS:
        post = posts[account.login, agencies[account.agency].id]
        people.setdefault(account.agency, []).append(Actor(user=post.user, post=post))
    return people
