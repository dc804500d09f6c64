"""Every occupation and every place in short, for lists and choosers."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from counselor_app.domain.figures.provenance import Group, Source
from counselor_app.domain.figures.wording import money, percent
from counselor_app.domain.occupation.listing import YEAR_ONLY_MARK, Area, OccupationRow, matching
from counselor_app.domain.occupation.preparation import EDUCATION_WORDS
from counselor_app.domain.occupation.schooling import Answer, answer
from counselor_app.domain.occupation.wages import INDUSTRY_LEVELS, NATION, NATION_NAME, UNITS
from counselor_app.errors import UserError
from counselor_app.language import _, joined, listed, published
from counselor_app.store.plain_words import ENGLISH
from counselor_app.store.reference import Pack
from counselor_app.store.workers import clusters_by_code

# LEFT JOIN reads a view whole: what is joined is narrowed before.
_PAID = "SELECT o.code, w.* FROM occupation o JOIN wage w ON w.occ = o.oews_code AND w.area = ?"
_YEAR_ONLY = "annual_only"
_NO_PAY = _("pay not published")


def occupations(pack: Pack) -> tuple[OccupationRow, ...]:
    """Every occupation by title, with the national figures of a list row."""
    groups, raters, clusters = _groups(pack), _raters(pack), clusters_by_code(pack)
    rows = pack.connection.execute(
        "SELECT o.code, o.title, o.soc, o.family, COALESCE(i.letters, ''), z.zone, w.a_p50,"
        " w.h_p50, w.marks, w.pay_basis, w.employment, p.change_pct, p.openings,"
        " o.ep_code, COALESCE(t.text, '')"
        " FROM occupation o"
        " LEFT JOIN interest i ON i.code = o.code"
        " LEFT JOIN job_zone z ON z.code = o.code"
        f" LEFT JOIN ({_PAID}) w ON w.code = o.code"
        " LEFT JOIN projection p ON p.occ = o.ep_code"
        " LEFT JOIN plain_text t ON t.language = ? AND t.kind = 'occupation' AND t.key = o.code"
        " AND t.part = 'summary' AND t.place = 0"
        " ORDER BY o.title, o.code",
        (NATION, ENGLISH),
    )
    return tuple(
        OccupationRow(
            code, published("title", title), soc, published("family", family), letters, zone,
            annual,
            _pay_said(annual, hourly, marks, basis, pack.meta.get("oews_cap_annual")), change,
            None if openings is None else openings * 1000, employment, outlook_code,
            published("text", summary) if summary else summary, groups.get(code),
            *_raters_words(raters.get(code)), clusters=clusters.get(code, ()),
        )
        for code, title, soc, family, letters, zone, annual, hourly, marks, basis, employment,
        change, openings, outlook_code, summary in rows
    )  # fmt: skip


class AreaPay(NamedTuple):
    """The median pay of an occupation in one area.

    ``number`` is the annual median in dollars to sort and compare by: where the release says only
    "at or above its highest wage" that wage, the least the median can be; None where no annual
    median of a full year's work is published. ``amount`` is what to print, "" where nothing is
    published, ``hourly`` its unit. ``marks`` follow it: `YEAR_ONLY_MARK` for pay by the year only,
    * where it is published for several occupations together (`OccupationRow.whose` says whose).
    """

    number: float | None
    amount: str = ""
    hourly: bool = False
    marks: str = ""

    @property
    def words(self) -> str:
        """What to print, with unit and marks."""
        if not self.amount:
            return joined((_NO_PAY, self.marks), "")
        said = joined((self.amount, UNITS["hourly"])) if self.hourly else self.amount
        return joined((said, self.marks), "")


def area_medians(pack: Pack, area: str) -> dict[str, AreaPay]:
    """Each occupation's median pay in one area."""
    cap, groups = pack.meta.get("oews_cap_annual"), _groups(pack)
    rows = pack.connection.execute(
        "SELECT o.code, w.a_p50, w.h_p50, w.marks, w.pay_basis"
        " FROM occupation o"
        " JOIN wage w ON w.occ = o.oews_code AND w.area = ?",
        (area,),
    )
    return {
        code: AreaPay(
            None if basis == _YEAR_ONLY
            else float(cap) if annual is None and cap and marks and "a_p50=#" in marks else annual,
            *_amount(annual, hourly, marks, cap),
            (YEAR_ONLY_MARK if basis == _YEAR_ONLY and annual is not None else "")
            + ("*" if code in groups and (annual, hourly) != (None, None) else ""),
        )
        for code, annual, hourly, marks, basis in rows
    }  # fmt: skip


def area_pay(pack: Pack, area: str) -> dict[str, tuple[float | None, str]]:
    """The same as a number to sort and compare by, and what to print."""
    return {code: (pay.number, pay.words) for code, pay in area_medians(pack, area).items()}


def all_jobs_change_pct(pack: Pack) -> float | None:
    """The projected ten-year change of all jobs together, in percent."""
    row = pack.connection.execute(
        "SELECT change_pct FROM projection WHERE occ = '00-0000'"
    ).fetchone()
    return row[0] if row else None


def entry_education(pack: Pack) -> dict[str, str]:
    """The education that people usually enter with, by occupation: as published for it.

    Where that is a group's and most of those asked about the job name another, theirs.
    """
    return _published_education(pack) | {
        code: found.level for code, (found, _) in _raters(pack).items()
    }


def _published_education(pack: Pack) -> dict[str, str]:
    return dict(
        pack.connection.execute(
            "SELECT o.code, p.entry_education FROM occupation o JOIN projection p"
            " ON p.occ = o.ep_code WHERE p.entry_education IS NOT NULL"
        )
    )


def _groups(pack: Pack) -> dict[str, Group]:
    """Of whom an occupation's pay and projections are, where they are not its own."""
    return {
        code: group
        for code, one in pack.shared.items()
        if (group := one.outlook_group or one.wage_group)
    }


def _raters(pack: Pack) -> dict[str, tuple[Answer, str]]:
    """What raters say of schooling instead of a group's entry, and that entry."""
    shares: dict[str, dict[int, float]] = {}
    groups, entries = _groups(pack), _published_education(pack)
    for code, category, share in pack.connection.execute(
        "SELECT code, category, percent FROM requirement WHERE scale = 'RL'"
        " AND code IN (SELECT value FROM json_each(?))",
        (json.dumps(list(groups)),),
    ):
        shares.setdefault(code, {})[category] = share
    return {
        code: (found, entries[code])
        for code, asked in shares.items()
        if (found := answer(entries.get(code, ""), asked))
    }


def _raters_words(raters: tuple[Answer, str] | None) -> tuple[str, str]:
    """ "a master's degree, say 86% of those asked; for the group, ..."; and the group's entry."""
    if raters is None:
        return "", ""
    found, entry = raters
    said = _(
        "{schooling}, say {share} of those asked; for the group, {published}",
        schooling=found.words, share=percent(found.percent, 0), published=EDUCATION_WORDS[entry],
    )  # fmt: skip
    return said, entry


def _pay_said(
    annual: float | None, hourly: float | None, marks: str | None, basis: str | None,
    cap: str | None,
) -> str:  # fmt: skip
    """The pay, and that it is by the year only where it is."""
    words = AreaPay(annual, *_amount(annual, hourly, marks, cap)).words
    if basis != _YEAR_ONLY or annual is None:
        return words
    return _("{pay} by the year", pay=words)


def _amount(
    annual: float | None, hourly: float | None, marks: str | None, cap: str | None
) -> tuple[str, bool]:
    """What to print for a median, "" where none is published; and whether it is by the hour."""
    if annual is not None:
        return money(annual), False
    if hourly is not None:
        return money(hourly, hourly=True), True
    if marks and "a_p50=#" in marks and cap:
        return _("{amount} or more", amount=money(float(cap))), False
    return "", False


def areas(pack: Pack) -> tuple[Area, ...]:
    """Nation, states, metros, nonmetro areas, each group by name."""
    return tuple(
        Area(code, NATION_NAME if code == NATION else name, kind, postal, tuple(st.split()))
        for code, name, kind, postal, st in pack.connection.execute(
            "SELECT code, name, kind, postal, states FROM area ORDER BY CASE kind"
            " WHEN 'national' THEN 0 WHEN 'state' THEN 1 WHEN 'metro' THEN 2 ELSE 3 END, name"
        )
    )


def industries(pack: Pack) -> tuple[Area, ...]:
    """Industries of the three levels that a job's employees are counted by, sectors first."""
    marks = ", ".join("?" for _ in INDUSTRY_LEVELS)
    return tuple(
        Area(code, published("industry", name), level, "", ())
        for code, name, level in pack.connection.execute(
            f"SELECT code, name, level FROM industry WHERE level IN ({marks})"
            " ORDER BY level <> 'sector', level, name, code",
            INDUSTRY_LEVELS,
        )
    )


def area_code(pack: Pack, text: str) -> str:
    """The seven-digit OEWS code of an area given by code or by name ("Texas", "Columbus Ohio").

    Raises:
        UserError: when no area or more than one has the name, or the pack has no areas.
    """
    wanted = text.strip().casefold()
    found = areas(pack)
    if not found:
        raise UserError(_("This pack has no areas: no wage survey was given when it was built."))
    exact = [a for a in found if wanted in (a.code, a.name.casefold(), a.postal.casefold())]
    near = exact or [a for a in found if wanted and a.name.casefold().startswith(wanted)]
    near = near or [a for a in found if len(wanted) > 2 and wanted in a.name.casefold()]
    near = near or (matching(found, wanted) if len(wanted) > 2 else [])
    if len(near) == 1:
        return near[0].code
    if not near:
        alike = _spelled_like(wanted, found)
        wrong = _(
            "{typed} is not an area code of this pack or the name of an area.", typed=repr(text)
        )
        meant = _("Did you mean {places}?", places=listed(alike, "or")) if alike else ""
        expected = _("Expected a name such as Texas, or a seven-digit OEWS code such as 4800000.")
        raise UserError(joined((wrong, meant, expected)))
    named: str = "; ".join(f"{a.name} ({a.code})" for a in near[:6])
    if len(near) > 6:
        named = _("{places} and {n} more", places=named, n=len(near) - 6)
    raise UserError(
        _(
            "{typed} is the name of {n} areas: {places}. Give one code.",
            typed=repr(text), n=len(near), places=named,
        )
    )  # fmt: skip


def _spelled_like(text: str, areas: tuple[Area, ...]) -> list[str]:
    """At most three names with the fewest wrong letters in the whole name or a place of it."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    places = [
        (part.strip(), area.name)
        for area in areas
        for part in {area.name.casefold(), *re.split("[,-]", area.name.casefold())}
    ]
    near = process.extract(
        text,
        [part for part, _name in places],
        scorer=OSA.distance,
        score_cutoff=min(len(text) // 4, 3),
        limit=None,
    )
    closest = [at for _part, distance, at in near if distance == near[0][1]]
    return list(dict.fromkeys(places[at][1] for at in closest))[:3]


def sources(pack: Pack) -> tuple[Source, ...]:
    """Every source of the pack, in the order it was read."""
    return tuple(pack.sources.values())
