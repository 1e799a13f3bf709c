"""住所を守る (DV等支援措置): who may see an address, and taking the protection off again (R-DIS-09)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.agencies.queries import staff_of
from kasane.base.dates import today
from kasane.base.forms import ChipsField, Section, SectionedForm, WarekiField, text
from kasane.base.obstacles import Obstacle
from kasane.cases.formpage import Forms, VersionForm, form_page
from kasane.cases.household.preview import TEMPLATE
from kasane.cases.household.views import page, tab
from kasane.cases.models import Case
from kasane.disclosure.access import open_case
from kasane.people.actions import change_protected, protect_contact, release_contact, sharing_contact
from kasane.people.models import Person, ProtectedContact
from kasane.people.unattended import passages

END = "end"
PROTECTED = "cases/household/protected.html"
WORDS = ("school", "workplace", "words")


def _school() -> forms.CharField:
    return text("学校・園", max_length=80, help_text="通っている、または通う予定の学校・園の名前(略さずに)")


def _workplace() -> forms.CharField:
    return text("勤務先・通所先", max_length=80, help_text="会社、店、施設の名前")


def _words() -> forms.CharField:
    return text(
        "ほかに隠すことば",
        rows=3,
        max_length=2000,
        help_text="一行に一つ。避難先の建物や施設、通っている病院、友人宅の電話など、居場所が分かることば",
    )


class ProtectForm(VersionForm, SectionedForm):
    """Who keeps seeing the address, and on what ground."""

    staff = ChipsField(label="住所と電話を見られる職員", choices=())
    reason = text(
        "根拠", max_length=200, required=True, help_text="DV等支援措置の決定日、文書番号、申し出た人など"
    )
    since = WarekiField(label="いつから", initial=today)

    school = _school()
    workplace = _workplace()
    words = _words()
    together = ChipsField(
        label="いっしょに守る人",
        choices=(),
        required=False,
        help_text="同じ住所や電話が書かれている世帯の人です。外すと、その人の欄に住所が残り、文章の中のその住所も隠しません。",
    )

    SECTIONS = (
        Section("住所を守る", ("together", "staff", "reason", "since"), key="protect"),
        Section(
            "居場所が分かることば",
            WORDS,
            lead="このケースのどの文章に出てきても、〔学校秘匿〕〔勤務先秘匿〕〔秘匿〕に置きかえます。住所・電話・メールは、世帯の欄にあるものを自動で置きかえます。",
            key="words",
        ),
    )

    def __init__(
        self, *args: Any, by: Actor, sharing: list[Person], occupation: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if occupation:
            self.fields[
                "workplace"
            ].help_text += f"。世帯の「仕事・学校など」の欄には「{occupation}」とあります"
        together: Any = self.fields["together"]
        together.choices = [(str(one.pk), f"{one.name}({one.relation or '世帯の人'})") for one in sharing]
        together.initial = [key for key, _ in together.choices]
        if not sharing:
            del self.fields["together"]
        staff: Any = self.fields["staff"]
        staff.choices = _colleagues(by)
        staff.initial = [str(by.user.pk)]
        staff.error_messages["required"] = "見られる職員を一人以上選んでください。"


class ProtectedForm(SectionedForm):
    """The protected address as named staff keep it."""

    address = text("住所")
    phone = text("電話(自宅)", max_length=20)
    mobile = text("電話(携帯)", max_length=20)
    email = forms.EmailField(label="メール", required=False)
    school = _school()
    workplace = _workplace()
    words = _words()
    staff = ChipsField(label="住所と電話を見られる職員", choices=())
    end = forms.BooleanField(
        label="支援措置が終わったので、住所をふつうの表示に戻す",
        required=False,
        help_text="戻すと、このケースを見られる人すべてに、住所と、隠していたことばが見えます。",
    )

    SECTIONS = (
        Section("秘匿している住所・電話", ("address", "phone", "mobile", "email"), key="contact"),
        Section(
            "居場所が分かることば",
            WORDS,
            lead="直すと、新しいことばも文章から隠します。前に隠したことばは、秘匿を終えるまで隠したままです。",
            key="words",
        ),
        Section("見られる職員", ("staff",), key="staff"),
        Section("秘匿を終える", ("end",), key="end", folded=True),
    )

    def __init__(self, *args: Any, by: Actor, contact: ProtectedContact, **kwargs: Any) -> None:
        names = ("address", "phone", "mobile", "email", *WORDS)
        initial = {name: getattr(contact, name) for name in names} | {
            "staff": [str(one) for one in contact.staff]
        }
        super().__init__(*args, initial=initial, **kwargs)
        staff: Any = self.fields["staff"]
        staff.choices = _colleagues(by, also=contact.staff)


def _colleagues(by: Actor, also: list[UUID] | None = None) -> list[tuple[str, str]]:
    """The staff of one's own agency; whoever is named already stays to be ticked off."""
    found = {str(post.user_id): post.user.name for post in staff_of([by.agency.id])}
    for one in also or []:
        found.setdefault(str(one), "(ほかの機関の職員)")
    return list(found.items())


def protect(request: HttpRequest, case_id: UUID, person_id: UUID) -> HttpResponse:
    """住所を守る; for named staff the address itself, whose reading is kept in the log."""
    case = open_case(case_id, by=request.actor, purpose="秘匿された住所", subject=person_id)
    person = get_object_or_404(Person, pk=person_id, case=case)
    contact = ProtectedContact.objects.filter(person=person).first()
    if contact is not None:
        return _protected(request, case, person, contact)
    obstacles = []
    sharing = [] if person.contact_is_protected else sharing_contact(person)
    if person.contact_is_protected:
        obstacles.append(
            Obstacle(
                "not_named",
                "この人の住所は秘匿されています。見られるのは、名前の挙がった職員だけです。",
                "R-DIS-09",
            )
        )

    def save(forms: Forms) -> str:
        values = forms["form"].cleaned_data
        how = {
            "by": request.actor,
            "staff": [UUID(one) for one in values["staff"]],
            "reason": values["reason"],
            "since": values["since"] or today(),
        }
        # The others first: what still stands on an unprotected member of the household is no secret.
        for one in sharing:
            if str(one.pk) in values.get("together", ()):
                protect_contact(one, **how)
        protect_contact(person, version=values["version"], **how, **{name: values[name] for name in WORDS})
        return tab(case)

    return form_page(
        request,
        name="protect",
        subject_id=person.id,
        template=TEMPLATE,
        build=lambda data: {
            "form": ProtectForm(
                data,
                by=request.actor,
                sharing=sharing,
                occupation=person.occupation,
                initial={"version": person.version},
            )
        },
        save=save,
        context=page(
            case,
            f"{person.name}さんの住所を守る",
            "住所・電話・メール・学校・勤務先を、選んだ職員のほかには、画面にも検索にも帳票にも出ないようにします。受付シート、記録、プラン、会議などの文章に出てくるところも〔住所秘匿〕のように置きかえます。これから書いた文章も同じです。遠回しに書かれたところ(「駅前のいつもの店」など)は分かりません。文章も読み直してください。",
            "住所を秘匿する",
            obstacles=obstacles,
        ),
        saved_message="住所を秘匿しました。",
    )


def _protected(request: HttpRequest, case: Case, person: Person, contact: ProtectedContact) -> HttpResponse:
    def save(forms: Forms) -> str:
        values = dict(forms["form"].cleaned_data)
        if values.pop(END):
            release_contact(contact, by=request.actor)
            return tab(case)
        staff = [UUID(one) for one in values.pop("staff")]
        change_protected(contact, by=request.actor, staff=staff, **values)
        return reverse("cases:household_protect", args=[case.id, person.id])

    return form_page(
        request,
        name="protected",
        subject_id=contact.id,
        template=PROTECTED,
        build=lambda data: {"form": ProtectedForm(data, by=request.actor, contact=contact)},
        save=save,
        context=page(
            case,
            f"{person.name}さんの秘匿された住所",
            f"見たことは記録に残ります。根拠: {contact.reason}",
            "保存する",
            passages=passages(person),
            unsettled=not contact.is_settled,
        ),
        saved_message="保存しました。",
    )
