"""Words of the record page."""

from __future__ import annotations

from django import template

from kasane.base.choices import ContactMethod

register = template.Library()


@register.filter
def method_word(value: str) -> str:
    """「電話」 for its code."""
    return str(ContactMethod(value).label) if value in ContactMethod.values else ""
