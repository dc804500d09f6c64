"""What the data's licences ask to be printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from counselor_app.language import _, listed

if TYPE_CHECKING:  # the window's first frame and every command read the product's name here
    from counselor_app.domain.figures.provenance import Source

PRODUCT = "Counselor"
_NOTICE = (
    "This {subject} includes information from the O*NET {releases} Database by the"
    " U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used"
    " under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA."
    " {product} has modified all or some of this information. USDOL/ETA has not approved,"
    " endorsed, or tested these modifications."
)
"""The licence's own sentence, English in every language."""


PROGRAMMES = (
    "Occupational Employment and Wage Statistics", "Employment Projections",
    "Occupational Requirements Survey", "Occupational Outlook Handbook", "Outlook Handbook",
    "Classification of Instructional Programs", "Regional Price Parities",
    "Bureau of Labor Statistics", "Bureau of Economic Analysis", "U.S. Department of Labor",
)  # fmt: skip
"""Names of agencies and of what they publish, English in every language."""


LICENSE_ASKS = _("Text that the license asks for, in English:")
"""Before the attribution where the page is in another language."""


def onet_attribution(sources: Iterable[Source], *, subject: str = "report") -> str | None:
    """The O*NET licence's own sentence, its release slot filled; None without O*NET data.

    ``subject`` is what carries the information: "report" or "page". The wording is the
    licence's and must not be changed (METHODS 8).
    """
    releases = sorted({s.release for s in sources if s.kind == "onet" and s.key})
    if not releases:
        return None
    return _NOTICE.format(subject=subject, releases=listed(releases), product=PRODUCT)
