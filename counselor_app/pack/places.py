"""OEWS areas and industries: their codes in the seven- and six-digit form, their kinds."""

from __future__ import annotations

import re

from counselor_app.domain.occupation.wages import NATION_NAME
from counselor_app.language import _

NATION = "0000000"

# FIPS state codes and postal abbreviations.
_FIPS = (
    "01:AL 02:AK 04:AZ 05:AR 06:CA 08:CO 09:CT 10:DE 11:DC 12:FL 13:GA 15:HI 16:ID 17:IL"
    " 18:IN 19:IA 20:KS 21:KY 22:LA 23:ME 24:MD 25:MA 26:MI 27:MN 28:MS 29:MO 30:MT 31:NE"
    " 32:NV 33:NH 34:NJ 35:NM 36:NY 37:NC 38:ND 39:OH 40:OK 41:OR 42:PA 44:RI 45:SC 46:SD"
    " 47:TN 48:TX 49:UT 50:VT 51:VA 53:WA 54:WV 55:WI 56:WY 60:AS 66:GU 69:MP 72:PR 78:VI"
)
_POSTAL = dict(pair.split(":") for pair in _FIPS.split())


def area_code(published: str) -> str:
    """The seven-digit code: "99" is the nation, "48" Texas, "12420" a metropolitan area.

    Raises:
        ValueError: when it is no area code.
    """
    if not re.fullmatch(r"\d{1,7}", published):
        raise ValueError(_("an OEWS area code"))
    if published == "99":
        return NATION
    if len(published) <= 2:
        return f"{published.zfill(2)}00000"
    return published.zfill(7)


def area_kind(code: str) -> str:
    """'national', 'state', 'metro' or 'nonmetro', as the seven-digit code says."""
    if code == NATION:
        return "national"
    if code.endswith("00000"):
        return "state"
    return "metro" if code.startswith("00") else "nonmetro"


def area_row(code: str, name: str) -> tuple[str, str, str, str, str]:
    """The pack's area row: code, name, kind, postal, states."""
    kind = area_kind(code)
    if kind == "national":
        return code, NATION_NAME, kind, "", ""
    if kind == "metro":
        found = re.search(r", ([A-Z]{2}(?:-[A-Z]{2})*)\b", name)
        return code, name, kind, "", found[1].replace("-", " ") if found else ""
    postal = _POSTAL.get(code[:2], "")
    return code, name, kind, postal if kind == "state" else "", postal


def industry_code(published: str, level: str) -> str:
    """The six-character code; a sector given as "31-33" or "11" becomes "31--34", "11--12"."""
    sector = re.fullmatch(r"(\d\d)(?:-(\d\d))?", published)
    if level == "sector" and sector:
        end = str(int(sector[2] or sector[1]) + 1)
        return sector[1] + end.rjust(4, "-")
    return published


def industry_name(published: str) -> str:
    """The name without its leading "Sector NN - " and closing notes in brackets."""
    return re.sub(r"^Sectors? [\d, and]+- ", "", published)
