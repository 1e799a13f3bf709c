"""Made-up values for the gallery page, written in the page itself as JSON."""

from __future__ import annotations

import json

from django import template

register = template.Library()


@register.simple_block_tag
def sample(content: str) -> object:
    """Give the JSON between the tags a name: ``{% sample as steps %}[…]{% endsample %}``."""
    return json.loads(content)
