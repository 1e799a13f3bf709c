"""Checks between the sections of a profile: whatever is named has to exist, and fit."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Sequence

from kasane.profiles.model import Agency, Area, Body, Delivery, Profile
from kasane.profiles.reading import Faults
from kasane.profiles.vocabulary import AgencyKind, BodyFunction, Danger, Mode, SiteType

MUNICIPAL = (AgencyKind.DIVISION, AgencyKind.CENTRE)


def check(profile: Profile, faults: Faults) -> None:
    """Note every reference that leads nowhere and every pair of values that contradict each other."""
    References(profile, faults).check()


class References:
    """The keys of one profile and the faults of its references."""

    def __init__(self, profile: Profile, faults: Faults) -> None:
        """Collect the keys that may be referred to."""
        self.profile = profile
        self.faults = faults
        self.agencies = [agency.key for agency in profile.agencies]
        self.divisions = [agency.key for agency in profile.divisions()]
        self.areas = [area.key for area in profile.areas]
        self.levels = {area.key: area.level for area in profile.areas}
        self.deliveries = [delivery.key for delivery in profile.deliveries]
        self.bodies = [body.key for body in profile.bodies]

    def check(self) -> None:
        """All checks, in the order of the file."""
        self._unique("agency", self.agencies)
        self._unique("area", self.areas)
        self._unique("delivery", self.deliveries)
        self._unique("body", self.bodies)
        self._unique("extra_item", [item.key for item in self.profile.extra_items])
        self._unique("sheet", [sheet.code for sheet in self.profile.sheets])
        self._refer(
            "plan.evaluation_body", self.profile.plan.evaluation_body, self.bodies, "会議体（body）にあるkey"
        )
        self._refer("rules.center", self.profile.rules.center, self.agencies, "機関（agency）にあるkey")
        for agency in self.profile.agencies:
            self._agency(agency)
        for area in self.profile.areas:
            self._area(area)
        for delivery in self.profile.deliveries:
            self._delivery(delivery)
        for body in self.profile.bodies:
            self._body(body)
        self._functions()
        self._urgent()

    def _unique(self, section: str, keys: Sequence[str]) -> None:
        for key, count in Counter(keys).items():
            if key and count > 1:
                self.faults.add(
                    f"{section}[{key}]", str(key), f"{count}回使われています。一つずつ変えてください。"
                )

    def _refer(self, path: str, key: str | None, known: Sequence[str], what: str) -> bool:
        if not key or key in known:
            return bool(key)
        near = difflib.get_close_matches(key, known, n=1)
        hint = f"（「{near[0]}」ではありませんか）" if near else ""
        self.faults.add(path, key, f"{what}を書いてください{hint}。")
        return False

    def _refer_all(self, path: str, keys: Iterable[str], known: Sequence[str], what: str) -> None:
        for place, key in enumerate(keys, start=1):
            self._refer(f"{path}[{place}]", key, known, what)

    def _agency(self, agency: Agency) -> None:
        path = f"agency[{agency.key}]"
        self._refer(f"{path}.operator", agency.operator, self.agencies, "機関（agency）にあるkey")
        self._refer_all(f"{path}.areas", agency.areas, self.areas, "圏域（area）にあるkey")
        if self._refer(f"{path}.parent", agency.parent, self.agencies, "機関（agency）にあるkey"):
            self._no_circle(
                path, "parent", agency.key, {row.key: row.parent for row in self.profile.agencies}
            )
        if agency.municipality != (agency.kind in MUNICIPAL):
            expected = "課（division）と市町村のセンター（centre）は true、ほかは false にしてください。"
            self.faults.add(f"{path}.municipality", agency.municipality, expected)

    def _area(self, area: Area) -> None:
        path = f"area[{area.key}]"
        if not self._refer(f"{path}.parent", area.parent, self.areas, "圏域（area）にあるkey"):
            return
        if self.levels[area.parent or ""] >= area.level:
            expected = f"階層（level）が{area.level}より小さい圏域を書いてください。"
            self.faults.add(f"{path}.parent", area.parent, expected)

    def _no_circle(self, path: str, link: str, key: str, parents: dict[str, str | None]) -> None:
        step, seen = parents.get(key), {key}
        while step is not None and step not in seen:
            seen.add(step)
            step = parents.get(step)
        if step == key:
            expected = "たどると自分に戻ります。上にあるものを書いてください。"
            self.faults.add(f"{path}.{link}", parents[key], expected)

    def _delivery(self, delivery: Delivery) -> None:
        path = f"delivery[{delivery.key}]"
        self._refer_all(f"{path}.agencies", delivery.agencies, self.agencies, "機関（agency）にあるkey")
        self._refer_all(f"{path}.areas", delivery.areas, self.areas, "圏域（area）にあるkey")
        self._refer_all(
            f"{path}.divisions", delivery.divisions, self.divisions, "課（kindがdivisionの機関）のkey"
        )
        for agency, mode in delivery.agency_modes.items():
            place = f"{path}.agency_modes.{agency}"
            self._refer(place, agency, delivery.agencies, "この提供体制の agencies にあるkey")
            if mode not in delivery.modes:
                self.faults.add(place, mode, _modes(delivery.modes))
        if self._refer(
            f"{path}.backed_by", delivery.backed_by, self.deliveries, "提供体制（delivery）にあるkey"
        ):
            backing = [row for row in self.profile.deliveries if row.key == delivery.backed_by]
            if all(row.site_type not in (SiteType.BASIC, SiteType.INTEGRATED) for row in backing):
                expected = "基本型か統合型の提供体制を書いてください（R-DEL-04）。"
                self.faults.add(f"{path}.backed_by", delivery.backed_by, expected)

    def _body(self, body: Body) -> None:
        path = f"body[{body.key}]"
        self._refer(f"{path}.host", body.host, self.agencies, "機関（agency）にあるkey")
        self._refer_all(f"{path}.members", body.members, self.agencies, "機関（agency）にあるkey")
        if self._refer(f"{path}.part_of", body.part_of, self.bodies, "会議体（body）にあるkey"):
            self._no_circle(path, "part_of", body.key, {row.key: row.part_of for row in self.profile.bodies})
        kinds = list(dict.fromkeys(area.kind for area in self.profile.areas))
        self._refer(f"{path}.per_area_kind", body.per_area_kind, kinds, "圏域（area）のどれかの kind ")
        for part in body.parts:
            if part.function not in body.functions:
                expected = "この会議体の functions に書いた働きから選んでください。"
                self.faults.add(f"{path}.part[{part.name}].function", part.function, expected)
        if body.week is not None and body.weekday is None:
            self.faults.add(f"{path}.week", body.week, "曜日（weekday）といっしょに書いてください。")
        if body.months and body.times_per_year is not None and len(body.months) != body.times_per_year:
            expected = f"年間の開催回数（{body.times_per_year}）と同じ数の月を書いてください。"
            self.faults.add(f"{path}.months", list(body.months), expected)
        if body.times_per_year is not None and not body.regular:
            expected = "回数を決めている会議は regular = true にしてください。"
            self.faults.add(f"{path}.times_per_year", body.times_per_year, expected)

    def _urgent(self) -> None:
        """Each danger once, each told agency known, and the municipality among them: the law names it (R-INT-09)."""
        routes = self.profile.urgent
        self._unique("urgent", [route.danger for route in routes])
        kinds = {agency.key: agency.kind for agency in self.profile.agencies}
        for route in routes:
            path = f"urgent[{route.danger}]"
            self._refer_all(f"{path}.agencies", route.agencies, self.agencies, "機関（agency）にあるkey")
            if not any(kinds.get(key) in MUNICIPAL for key in route.agencies):
                expected = "市町村の課かセンターを一つは書いてください。通報を受けるのは市町村です。"
                self.faults.add(f"{path}.agencies", "・".join(route.agencies), expected)
        for danger in Danger if routes else ():
            if all(route.danger is not danger for route in routes):
                expected = f"「{danger.label}」の知らせを [[urgent]] で書いてください。"
                self.faults.missing(f"urgent[{danger}]", expected)

    def _functions(self) -> None:
        for function in (BodyFunction.SUPPORT_CONFERENCE, BodyFunction.MULTI_TIER):
            if self.profile.bodies and not self.profile.bodies_with(function):
                self.faults.missing(
                    f"body（functions に {function.value} を持つもの）",
                    f"{function.label}の働きを持つ会議体を一つは書いてください。",
                )


def _modes(modes: tuple[Mode, ...]) -> str:
    return "modes に書いた運営形態（" + "・".join(mode.value for mode in modes) + "）から選んでください。"
