"""The pages before the reports of a booklet: what is in it, on which page, and what is not.

Occupations stand in groups by schooling, a row each: what people do, pay on one scale for all, the
outlook. Reports of other kinds are a plain list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from counselor_app.domain.occupation.student_page import PayHere
from counselor_app.language import Said, _, joined, ngettext, opening, pgettext
from counselor_app.reports.parts import (
    Cell,
    Chart,
    Column,
    Facts,
    Prose,
    Report,
    Section,
    plain,
    table,
)
from counselor_app.reports.printed import printed_on

_GROUPS: Mapping[str, tuple[Said, str]] = {
    "little": (_("Little schooling needed"), _("a diploma at most")),
    "some": (_("Some schooling needed"), _("a certificate, about two years of college")),
    "a lot": (_("A lot of schooling needed"), _("four years of college or more")),
    "": (_("Schooling not published"), ""),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A report in the contents; ``pay`` and the rest are of an occupation's profile."""

    title: str
    code: str
    page: int
    sentence: str = ""
    main: str = ""
    pay: PayHere | None = None
    outlook: str = ""
    trend: str = ""
    schooling: str = ""


def entry(report: Report, code: str, page: int) -> Entry:
    """What the contents say of a report that begins on a page of the booklet."""
    if report.kind != "profile":
        return Entry(report.title, code, page)
    pay = next((one for one in report.sections if one.id == "pay-here"), None)
    parts = pay.parts if pay is not None else ()
    spec = next((part.spec for part in parts if isinstance(part, Chart)), None)
    main = next((part.facts[0].text[0].text for part in parts if isinstance(part, Facts)), "")
    lead = next((opening(one.texts[0][0].text) for one in report.lead if one.look == "lead"), "")
    extra = report.extra
    return Entry(report.title, code, page, lead, main, spec, extra["outlook"], extra["trend"],
                 extra["schooling"])  # fmt: skip


def front(
    last: Report,
    name: str,
    made_on: date,
    entries: Sequence[Entry],
    pages: int,
    missing: Iterable[tuple[str, str]],
) -> Report:
    """The contents, and what could not be made (what, why)."""
    count, of = len(entries), pages
    lead = _(
        "{reports} on {pages}.",
        reports=ngettext("{n} report", "{n} reports", count, n=f"{count:,}"),
        pages=ngettext("{n} page", "{n} pages", of, n=f"{of:,}"),
    )  # fmt: skip
    sections = list(_jobs(entries)) if last.kind == "profile" else [_list(entries)]
    if left_out := list(missing):
        title = _("Not in this booklet")
        heads = (pgettext("column", "What"), pgettext("column", "Why"))
        sections.append(
            Section("missing", title, parts=(table(title, heads, left_out, "missing"),))
        )
    return replace(
        last,
        kind="booklet",
        made_on=made_on,
        report_name=pgettext("report", "Booklet"),
        title=name,
        document_title=name,
        header_note=printed_on(made_on),
        lead=(Prose((plain(lead),), "lead"),),
        sections=tuple(sections),
        notes=(),
        code="",
    )


def _list(entries: Sequence[Entry]) -> Section:
    title = pgettext("section", "Contents")
    heads = (
        pgettext("column", "Occupation"), pgettext("column", "Code"), pgettext("column", "Page")
    )  # fmt: skip
    rows = [(one.title, one.code, str(one.page)) for one in entries]
    return Section("contents", title, parts=(table(title, heads, rows, "contents"),))


def _jobs(entries: Sequence[Entry]) -> Iterator[Section]:
    """A section for each amount of schooling, least first; all pay on one scale."""
    order = list(_GROUPS)
    ranked = sorted(entries, key=lambda one: order.index(one.schooling))
    specs = [one.pay for one in entries if one.pay is not None]
    yearly = [spec for spec in specs if spec.basis == "annual"]
    top = max((spec.top for spec in yearly), default=0.0)
    everyone = {line.median for spec in yearly for line in spec.lines if line.measure}
    measure = everyone.pop() if len(everyone) == 1 else None
    scale = (0.0, top) if measure is None else (0.0, top, measure)
    columns = (
        Column(pgettext("column", "Occupation"), id="title"),
        Column(pgettext("column", "What people do"), id="sentence"),
        Column(pgettext("column", "middle pay"), id="pay"),
        Column(_("number of jobs"), id="outlook"),
        Column(pgettext("column", "page"), id="page"),
        Column(pgettext("column", "Trend"), id="trend"),
        Column(pgettext("column", "Place"), id="place"),
    )
    for group, members in groupby(ranked, key=lambda one: one.schooling):
        title, aside = _GROUPS[group]
        made = replace(table(title, columns, map(_row, members), "jobs"), scale=scale)
        name = f"contents-{order.index(group)}"
        yield Section(name, title, parts=(made,), group="contents", aside=aside)


def _row(one: Entry) -> list[str | Cell]:
    line = one.pay.lines[0] if one.pay is not None and one.pay.lines else None
    yearly = line is not None and one.pay is not None and one.pay.basis == "annual"
    half = None
    if line is not None and line.low is not None and line.high is not None and yearly:
        half = (line.low, line.high)
    pay: Said | str = one.main or pgettext("figure", "not published")
    if one.main and not yearly:
        pay = joined((one.main, pgettext("unit", "an hour")))
    value = line.median if line is not None and yearly else None
    return [
        one.title, one.sentence, Cell(plain(pay), value=value, interval=half), one.outlook,
        str(one.page), one.trend, line.place if line is not None else "",
    ]  # fmt: skip
