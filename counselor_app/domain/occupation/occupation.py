"""Occupations and their codes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from counselor_app.domain.figures.plain_text import plain_signs
from counselor_app.domain.figures.provenance import Group
from counselor_app.errors import UserError
from counselor_app.language import _

_CODE = re.compile(r"([0-9]{2})-?([0-9]{4})(?:\.?([0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class Occupation:
    """An O*NET-SOC occupation and the codes under which others publish it.

    ``oews_code`` and ``ep_code`` are the codes that OEWS and Employment Projections publish
    for its SOC code, None when they publish none; a match of "broad" or "oes_hybrid" means
    a combined code. ``shares`` names the other occupations behind the same published wage.
    """

    code: str
    title: str
    soc: str
    soc_title: str
    family: str
    oews_code: str | None
    oews_title: str
    oews_match: str
    ep_code: str | None
    ep_title: str
    ep_match: str
    shares: tuple[tuple[str, str], ...] = ()

    @property
    def short_code(self) -> str:
        """The six-digit code when this is the SOC occupation itself, else all eight digits."""
        return self.soc if self.code.endswith(".00") else self.code

    @property
    def wage_group(self) -> Group | None:
        """Of whom OEWS publishes the wage, where that is more than this occupation."""
        return self._group(self.oews_code, self.oews_title, self.oews_match)

    @property
    def outlook_group(self) -> Group | None:
        """Of whom the projections are published, where that is more than this occupation."""
        return self._group(self.ep_code, self.ep_title, self.ep_match)

    def _group(self, code: str | None, title: str, match: str) -> Group | None:
        if code is None or (match == "exact" and not self.shares):
            return None
        general = title.casefold() == self.title.casefold()
        return Group(code, title, len(self.shares) if general else 0)


def parse_code(text: str) -> str:
    """``"43-4051"`` or ``"43-4051.00"`` as ``"43-4051.00"``, whatever dash stands in it.

    Raises:
        UserError: when the text is no SOC or O*NET-SOC code.
    """
    found = _CODE.fullmatch(plain_signs(text))
    if not found:
        raise UserError(
            _(
                "{typed} is not an occupation code; expected one like 43-4051 or 43-4051.00.",
                typed=repr(text),
            )
        )
    major, minor, suffix = found.groups()
    return f"{major}-{minor}.{suffix or '00'}"
