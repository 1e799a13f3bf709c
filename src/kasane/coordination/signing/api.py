"""Signing on the screen, for every sheet of coordination and for its paper (R-COOR-01, R-COOR-04).

A form: mix in `SigningForm`, put `SIGNING` into a section, and `{% include "coordination/signing/head.html" %}` into the
page's `extra_head`. An action: `keep_signature(…)` when there are strokes or a witness. To show: `signature_of` with
`coordination/signing/shown.html`, on paper `signature_svg`.
"""

from kasane.coordination.choices import SignedPaper
from kasane.coordination.signing.actions import keep_signature
from kasane.coordination.signing.forms import SigningForm
from kasane.coordination.signing.queries import signature_of, signature_svg, svg_of

__all__ = ["SignedPaper", "SigningForm", "keep_signature", "signature_of", "signature_svg", "svg_of"]
