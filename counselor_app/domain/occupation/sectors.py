"""Where people work, in plain words: sectors and shares of an occupation's employees."""

from __future__ import annotations

from counselor_app.domain.figures.wording import capitalised, number, told
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import WageRow

SECTORS = {
    "11--12": "farming, forestry and fishing",
    "21--22": "mining, oil and gas",
    "22--23": "utilities",
    "23--24": "construction",
    "31--34": "manufacturing",
    "42--43": "wholesale trade",
    "44--46": "retail trade",
    "48--50": "transportation and warehousing",
    "51--52": "information and media",
    "52--53": "finance and insurance",
    "53--54": "real estate and rental",
    "54--55": "professional and technical services",
    "55--56": "head offices",
    "56--57": "administrative and support services",
    "61--62": "education",
    "62--63": "health care and social assistance",
    "71--72": "arts, entertainment and recreation",
    "72--73": "hotels and restaurants",
    "81--82": "repair, personal and other services",
    "99-100": "government",
}

# The same in the 22 letters that fit beside a wage in a narrow column.
SHORT_SECTORS = {
    "11--12": "farming and forestry",
    "21--22": "mining, oil and gas",
    "22--23": "utilities",
    "23--24": "construction",
    "31--34": "manufacturing",
    "42--43": "wholesale trade",
    "44--46": "retail trade",
    "48--50": "transport and storage",
    "51--52": "information and media",
    "52--53": "finance and insurance",
    "53--54": "real estate and rental",
    "54--55": "professional, technical",
    "55--56": "head offices",
    "56--57": "administrative support",
    "61--62": "education",
    "62--63": "health and social care",
    "71--72": "arts and recreation",
    "72--73": "hotels and restaurants",
    "81--82": "other services",
    "99-100": "government",
}


_TENTHS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def sector(row: WageRow) -> str:
    """A sector of the industry classification in everyday words."""
    return SECTORS.get(row.place_code, row.place)


def short_sector(row: WageRow) -> str:
    """A sector in at most 22 letters."""
    return SHORT_SECTORS.get(row.place_code, row.place)


def in_ten(share: float) -> str:
    """A percentage as "about six in ten"; the ends as "almost all" and "under one in ten"."""
    tenths = round(share / 10)
    if tenths >= 10:
        return "almost all"
    return f"about {_TENTHS[tenths]} in ten" if tenths else "under one in ten"


def where_sentence(sheet: Sheet) -> str | None:
    """The sector most people work in, as a share in words."""
    known = [s for s in sheet.industries if s.share.number is not None]
    if not known or (known[0].share.number or 0) < 10:
        return None
    first = known[0]
    sentence = f"{capitalised(in_ten(first.share.number or 0))} work in {sector(first.wages)}"
    if len(known) > 1 and (known[1].share.number or 0) >= 10:
        sentence += f"; many others in {sector(known[1].wages)}"
    return told(f"{sentence}.", first.share)


def sectors_finding(sheet: Sheet) -> str | None:
    """ "Finance and insurance, then retail trade": where most employees work."""
    known = [s for s in sheet.industries if s.share.number is not None]
    if not known:
        return None
    first = short_sector(known[0].wages)
    if (known[0].share.number or 0) >= 50 or len(known) == 1:
        return told(f"Mostly {first}", known[0].share)
    return told(f"{capitalised(first)}, then {short_sector(known[1].wages)}", known[0].share)


def states_sentence(sheet: Sheet) -> str | None:
    """The three states with most employees, and where the job is most common for its size."""
    counted = [(s.employment.number, s) for s in sheet.states if s.employment.number is not None]
    counted.sort(key=lambda pair: (-pair[0], pair[1].place))
    if len(counted) < 4:
        return None
    sentence = f"Most jobs: {', '.join(s.place for _, s in counted[:3])}."
    shares = [
        (share, s.place)
        for _, s in counted
        if (share := s.figures["location_quotient"].number) is not None
    ]
    if shares:
        share, place = max(shares)
        if share >= 1.05:
            sentence += f" Most for its size: {place} ({number(share, 2)} times the U.S. share)."
    return told(sentence, counted[0][1].employment)
