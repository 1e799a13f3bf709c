"""Tags of the look: icons, components with a body, and small questions about fields (R-OPS-01).

They only present what they are given. Nothing here reads the database or decides anything.
"""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.forms.boundfield import BoundField
from django.template.context import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from kasane.base.amounts import yen

register = template.Library()

BADGE_ICONS = {
    "now": "dot",
    "wait": "wait",
    "urgent": "urgent",
    "alert": "alert",
    "done": "check",
    "off": "off",
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw one symbol of the sprite. It is decoration: the word beside it carries the meaning."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("portal/icons.svg"),
        name,
    )


@register.simple_block_tag(takes_context=True)
def component(context: Context, content: str, name: str, **parameters: object) -> SafeString:
    """Render ``components/NAME.html`` around the lines between the tags, given to it as ``content``."""
    values = {**context.flatten(), **parameters, "content": content}
    return render_to_string(f"components/{name}.html", values)


@register.filter
def badge_icon(tone: str) -> str:
    """The shape that goes with a state's tone, so that colour is never alone; plain states get a ring."""
    return BADGE_ICONS.get(tone, "circle")


@register.filter
def anchor(field: BoundField) -> str:
    """The id an error summary can lead to; for a group of inputs it is the group's."""
    return f"{field.auto_id}_group" if field.use_fieldset else field.id_for_label


@register.filter
def width(field: BoundField) -> str:
    """The share of the row a field asks for with the widget attribute ``data-width`` (half, third)."""
    asked = field.field.widget.attrs.get("data-width")
    return f"field--{asked}" if asked in {"half", "third"} else ""


@register.filter
def any_errors(fields: Iterable[BoundField]) -> bool:
    """Whether a folded section must open because something in it has to be mended."""
    return any(field.errors for field in fields)


@register.filter
def filled(fields: Iterable[BoundField]) -> int:
    """How many of the fields hold something, so that a folded section tells what is inside."""
    return sum(1 for field in fields if field.value() not in (None, "", [], False))


@register.filter
def any_required(fields: Iterable[BoundField]) -> bool:
    """Whether a folded section asks for something that can not be left out."""
    return any(field.field.required for field in fields)


register.filter("yen", yen)
