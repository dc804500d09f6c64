"""Where people work, in plain words: sectors and shares of an occupation's employees."""

from __future__ import annotations

from counselor_app.domain.figures.wording import number, told
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import WageRow
from counselor_app.language import Said, _, capitalised, joined, pgettext

SECTORS = {
    "11--12": _("farming, forestry and fishing"),
    "21--22": _("mining, oil and gas"),
    "22--23": pgettext("sector", "utilities"),
    "23--24": pgettext("sector", "construction"),
    "31--34": pgettext("sector", "manufacturing"),
    "42--43": pgettext("sector", "wholesale trade"),
    "44--46": pgettext("sector", "retail trade"),
    "48--50": _("transportation and warehousing"),
    "51--52": _("information and media"),
    "52--53": _("finance and insurance"),
    "53--54": _("real estate and rental"),
    "54--55": _("professional and technical services"),
    "55--56": pgettext("sector", "head offices"),
    "56--57": _("administrative and support services"),
    "61--62": pgettext("sector", "education"),
    "62--63": _("health care and social assistance"),
    "71--72": _("arts, entertainment and recreation"),
    "72--73": _("hotels and restaurants"),
    "81--82": _("repair, personal and other services"),
    "99-100": pgettext("sector", "government"),
}

# The same in the 22 letters that fit beside a wage in a narrow column.
SHORT_SECTORS = {
    "11--12": _("farming and forestry"),
    "21--22": _("mining, oil and gas"),
    "22--23": pgettext("sector, short", "utilities"),
    "23--24": pgettext("sector, short", "construction"),
    "31--34": pgettext("sector, short", "manufacturing"),
    "42--43": pgettext("sector, short", "wholesale trade"),
    "44--46": pgettext("sector, short", "retail trade"),
    "48--50": _("transport and storage"),
    "51--52": _("information and media"),
    "52--53": _("finance and insurance"),
    "53--54": _("real estate and rental"),
    "54--55": pgettext("sector, short", "professional, technical"),
    "55--56": pgettext("sector, short", "head offices"),
    "56--57": pgettext("sector, short", "administrative support"),
    "61--62": pgettext("sector, short", "education"),
    "62--63": _("health and social care"),
    "71--72": _("arts and recreation"),
    "72--73": _("hotels and restaurants"),
    "81--82": pgettext("sector, short", "other services"),
    "99-100": pgettext("sector, short", "government"),
}


_TENTHS = (
    _("under one in ten"),
    _("about one in ten"),
    _("about two in ten"),
    _("about three in ten"),
    _("about four in ten"),
    _("about five in ten"),
    _("about six in ten"),
    _("about seven in ten"),
    _("about eight in ten"),
    _("about nine in ten"),
    pgettext("share", "almost all"),
)


def sector(row: WageRow) -> str:
    """A sector of the industry classification in everyday words."""
    return SECTORS.get(row.place_code, row.place)


def short_sector(row: WageRow) -> str:
    """A sector in at most 22 letters."""
    return SHORT_SECTORS.get(row.place_code, row.place)


def in_ten(share: float) -> Said:
    """A percentage as "about six in ten"; the ends as "almost all" and "under one in ten"."""
    return _TENTHS[min(round(share / 10), 10)]


def where_sentence(sheet: Sheet) -> str | None:
    """The sector most people work in, as a share in words."""
    known = [s for s in sheet.industries if s.share.number is not None]
    if not known or (known[0].share.number or 0) < 10:
        return None
    first = known[0]
    share, where = capitalised(in_ten(first.share.number or 0)), sector(first.wages)
    sentence = _("{share} work in {sector}.", share=share, sector=where)
    if len(known) > 1 and (known[1].share.number or 0) >= 10:
        sentence = _(
            "{share} work in {sector}; many others in {second}.",
            share=share, sector=where, second=sector(known[1].wages),
        )  # fmt: skip
    return told(sentence, first.share)


def sectors_finding(sheet: Sheet) -> str | None:
    """ "Finance and insurance, then retail trade": where most employees work."""
    known = [s for s in sheet.industries if s.share.number is not None]
    if not known:
        return None
    first = short_sector(known[0].wages)
    if (known[0].share.number or 0) >= 50 or len(known) == 1:
        return told(pgettext("sectors", "Mostly {sector}", sector=first), known[0].share)
    words = _(
        "{first}, then {second}",
        first=capitalised(first), second=short_sector(known[1].wages),
    )  # fmt: skip
    return told(words, known[0].share)


def states_sentence(sheet: Sheet) -> str | None:
    """The three states with most employees, and where the job is most common for its size."""
    counted = [(s.employment.number, s) for s in sheet.states if s.employment.number is not None]
    counted.sort(key=lambda pair: (-pair[0], pair[1].place))
    if len(counted) < 4:
        return None
    places = ", ".join(row.place for _jobs, row in counted[:3])
    sentence: str = _("Most jobs: {places}.", places=places)
    shares = [
        (share, s.place)
        for _jobs, s in counted
        if (share := s.figures["location_quotient"].number) is not None
    ]
    if shares:
        share, place = max(shares)
        if share >= 1.05:
            most = _(
                "Most for its size: {place} ({times} times the U.S. share).",
                place=place, times=number(share, 2),
            )  # fmt: skip
            sentence = joined((sentence, most))
    return told(sentence, counted[0][1].employment)
