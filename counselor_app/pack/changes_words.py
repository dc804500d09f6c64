"""What changed between two packs, in words, as table rows and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import reduce
from typing import Any

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.table_text import csv_text
from counselor_app.domain.figures.wording import UNIT_WORDS, value_words
from counselor_app.domain.occupation.figure_names import figure_name
from counselor_app.language import ENGLISH, Language, _, joined, listed, ngettext, pgettext
from counselor_app.pack.changes import (
    Changes,
    CoverageChange,
    FigureChange,
    Move,
    Moved,
    Named,
    ReleaseChange,
)
from counselor_app.pack.info import in_a_row

HEADER = (
    pgettext("column", "What"), pgettext("column", "Which"), pgettext("column", "Before"),
    pgettext("column", "After"), pgettext("column", "Note"),
)  # fmt: skip
WITHIN = pgettext("difference", "within error")
BEYOND = _("more than its error")
NO_ERROR = _("no error published")
SAME = pgettext("difference", "the same")
_FIRST = 8
_FIGURES = pgettext("heading", "Shortlisted occupations")

Row = tuple[str, str, str, str, str]


def headline(changes: Changes) -> tuple[str, ...]:
    """A few sentences for whoever decides: releases, occupations, what is won and lost."""
    said = [_releases_words(changes), _occupations_words(changes)]
    won = [c.what for c in changes.coverage if c.won]
    lost = [c.what for c in changes.coverage if c.lost or _fewer_parts(c)]
    if won:
        said.append(
            _("Occupations that did not have it before now have: {what}.", what=_in_a_row(won))
        )
    if lost:
        said.append(_("Lost in part or whole: {what}.", what=_in_a_row(lost)))
    if not won and not lost:
        said.append(_("The occupations that stay have each kind of data as before."))
    if changes.figures:
        said.append(_figures_words(changes.figures))
    said += [_missing_words(code, changes.moved) for code in changes.missing]
    return tuple(said)


def as_text(changes: Changes, language: Language = ENGLISH) -> str:
    """The sentences, then every change as a line; long lists are cut and say so."""
    lines = [*headline(changes), ""]
    for title, rows in _sections(changes):
        lines.append(title)
        lines += [_("  {line}", line=_line(row)) for row in rows[:_FIRST]]
        if len(rows) > _FIRST:
            lines.append(_("  and {n} more", n=f"{len(rows) - _FIRST:,}"))
    return "\n".join(map(language.say, lines)).rstrip()


def table_rows(changes: Changes) -> tuple[Row, ...]:
    """Every change as a row under `HEADER`."""
    return tuple(row for _, rows in _sections(changes, whole=True) for row in rows)


def other_lines(changes: Changes) -> tuple[tuple[str, str], ...]:
    """Every change but those of figures, as what it is and a line of words."""
    return tuple(
        (row[0], _line(("", *row[1:])))
        for title, rows in _sections(changes)
        if title != _FIGURES
        for row in rows
    )


def figure_rows(changes: Changes) -> dict[Named, tuple[tuple[str, str, str, str], ...]]:
    """Each shortlisted occupation's figures: name, before, after, what the difference means."""
    found: dict[Named, list[tuple[str, str, str, str]]] = {}
    for one in changes.figures:
        found.setdefault(one.occupation, []).append(_figure_row(one)[1:])
    return {occupation: tuple(rows) for occupation, rows in found.items()}


def as_csv(changes: Changes, language: Language = ENGLISH) -> bytes:
    """Every change as CSV, with the mark that tells spreadsheets that it is UTF-8."""
    header, rows = language.said((HEADER, table_rows(changes)))
    return csv_text(header, rows).encode("utf-8-sig")


def as_dict(changes: Changes) -> dict[str, Any]:
    """The same for JSON: values as they are, null where nothing is published."""
    return {
        "occupations": {"before": changes.occupations[0], "after": changes.occupations[1]},
        "releases": [asdict(one) for one in changes.releases],
        "new": [asdict(one) for one in changes.new],
        "gone": [asdict(one) for one in changes.gone],
        "renamed": [asdict(one) for one in changes.renamed],
        "moved": [asdict(one) for one in changes.moved],
        "coverage": [asdict(one) for one in changes.coverage if one.changed],
        "figures": [
            {
                "code": one.occupation.code,
                "title": one.occupation.title,
                "key": one.after.key,
                "unit": one.after.unit,
                "before": _figure_dict(one.before),
                "after": _figure_dict(one.after),
                "within_error": one.within,
            }
            for one in changes.figures
        ],
        "missing": list(changes.missing),
    }


def _figure_dict(figure: Figure) -> dict[str, Any]:
    return {
        "value": figure.value,
        "flag": figure.flag,
        "se": figure.se,
        "vintage": figure.vintage,
        "source": figure.source.label,
        "about": figure.about,
    }


def _in_a_row(items: Iterable[str]) -> str:
    return reduce(lambda one, two: _("{one}; {two}", one=one, two=two), items)


def _missing_words(code: str, moved: Sequence[Moved]) -> str:
    for one in moved:
        if code in (name.code for name in one.before):
            return _(
                "{code} is on the shortlist and is now {names}.",
                code=code,
                names=listed(map(_named, one.after)),
            )
    return _("{code} is on the shortlist and is not in both; look it up again.", code=code)


def _releases_words(changes: Changes) -> str:
    none = pgettext("release", "(none)")
    newer = [
        _(
            "{programme} {before} → {after}", programme=one.programme, before=one.before or none,
            after=one.after or none,
        )
        for one in _other_releases(changes)
    ]  # fmt: skip
    if not newer:
        return _("The releases are the same.")
    return pgettext("new data", "Releases: {releases}.", releases=_in_a_row(newer))


def _other_releases(changes: Changes) -> list[ReleaseChange]:
    return [one for one in changes.releases if one.before != one.after]


_COUNTS: Mapping[str, Callable[[int], str]] = {
    "new": lambda n: pgettext("occupations", "{n} new", n=n),
    "gone": lambda n: pgettext("occupations", "{n} gone", n=n),
    "renamed": lambda n: pgettext("occupations", "{n} renamed", n=n),
    "split": lambda n: pgettext("occupations", "{n} split", n=n),
    "merged": lambda n: _("{n} merged into another", n=n),
    "new code": lambda n: _("{n} under a new code", n=n),
    "regrouped": lambda n: pgettext("occupations", "{n} regrouped", n=n),
}
_MOVES: Mapping[Move, str] = {
    "split": pgettext("change", "Split"),
    "merged": pgettext("change", "Merged into another"),
    "new code": pgettext("change", "Under a new code"),
    "regrouped": pgettext("change", "Regrouped"),
}


def _occupations_words(changes: Changes) -> str:
    before, after = changes.occupations
    found = {"new": len(changes.new), "gone": len(changes.gone), "renamed": len(changes.renamed)}
    found |= {kind: sum(one.kind == kind for one in changes.moved) for kind in _MOVES}
    counts = [_COUNTS[kind](n) for kind, n in found.items() if n]
    many = _("{before} → {after} occupations", before=f"{before:,}", after=f"{after:,}")
    if before == after:
        many = ngettext("{n} occupation", "{n} occupations", after, n=f"{after:,}")
    if not counts:
        return _("{occupations}, the same ones.", occupations=many)
    return _("{occupations}: {counts}.", occupations=many, counts=in_a_row(counts))


def _figures_words(figures: Sequence[FigureChange]) -> str:
    jobs = len({one.occupation.code for one in figures})
    same = sum(one.same for one in figures)
    within = sum(bool(one.within) and not one.same for one in figures)
    said = ngettext(
        "Figures of {n} shortlisted occupation: {same} the same, {within} within error, {rest}"
        " different.",
        "Figures of {n} shortlisted occupations: {same} the same, {within} within error, {rest}"
        " different.",
        jobs, n=jobs, same=same, within=within, rest=len(figures) - same - within,
    )  # fmt: skip
    told = _("Within error means that no real change can be told.")
    return _("{one} {two}", one=said, two=told) if within else said


def _sections(changes: Changes, *, whole: bool = False) -> Iterator[tuple[str, list[Row]]]:
    """Titles and rows, empty sections left out; ``whole`` also names who won and lost what."""
    none = pgettext("release", "none")
    new, gone = pgettext("change", "New"), pgettext("change", "Gone")
    sections: list[tuple[str, list[Row]]] = [
        (pgettext("heading", "Releases"),
         [(pgettext("change", "Release"), one.programme, one.before or none, one.after or none, "")
          for one in _other_releases(changes)]),
        (pgettext("heading", "New occupations"),
         [(new, _named(one), "", "", "") for one in changes.new]),
        (_("Occupations that are gone"), [(gone, _named(one), "", "", "") for one in changes.gone]),
        (pgettext("heading", "Renamed"),
         [(pgettext("change", "Renamed"), one.code, one.before, one.after, "")
          for one in changes.renamed]),
        (_("Split, merged or moved, by the crosswalk"),
         [(_MOVES[one.kind], "", _all(one.before), _all(one.after), "") for one in changes.moved]),
        (_("Occupations that have"),
         [row for one in changes.coverage if one.changed for row in _coverage_rows(one, whole)]),
        (_FIGURES, [_figure_row(one) for one in changes.figures]),
        (_("Shortlisted and not in both"),
         [(_("Not in both"), code, "", "", "") for code in changes.missing]),
    ]  # fmt: skip
    yield from ((title, rows) for title, rows in sections if rows)


def _named(one: Named) -> str:
    return joined((one.title, f"({one.code})"))


def _all(names: Sequence[Named]) -> str:
    return joined(map(_named, names), "; ")


def _coverage_rows(one: CoverageChange, whole: bool) -> list[Row]:
    note = ""
    if one.parts is not None and one.parts[0] != one.parts[1]:
        note = _("{before} → {after} rated", before=one.parts[0], after=one.parts[1])
    coverage = pgettext("change", "Coverage")
    rows: list[Row] = [(coverage, one.what, f"{one.before:,}", f"{one.after:,}", note)]
    won_and_lost = ((pgettext("change", "Won"), one.won), (pgettext("change", "Lost"), one.lost))
    for word, jobs in won_and_lost:
        if whole:
            rows += [(word, one.what, "", "", _named(job)) for job in jobs]
        elif jobs:
            names = "; ".join(job.title for job in jobs[:_FIRST])
            if len(jobs) > _FIRST:
                names = _("{names} and {n} more", names=names, n=f"{len(jobs) - _FIRST:,}")
            rows.append((word, one.what, "", "", names))
    return rows


def _fewer_parts(one: CoverageChange) -> bool:
    return one.parts is not None and one.parts[1] < one.parts[0]


def _figure_row(one: FigureChange) -> Row:
    name = figure_name(one.after)
    return (
        _named(one.occupation), name, _with_vintage(one.before), _with_vintage(one.after),
        figure_note(one),
    )  # fmt: skip


def figure_note(one: FigureChange) -> str:
    """Whether a difference means anything: "the same", within error, or that none is known."""
    if one.same:
        return SAME
    if one.within is not None:
        return WITHIN if one.within else BEYOND
    both = one.before.number is not None and one.after.number is not None
    return NO_ERROR if both else ""


def _with_vintage(figure: Figure) -> str:
    """ "$44,770 (May 2025)", "no data (O*NET 30.1)"."""
    words, unit = value_words(figure), UNIT_WORDS.get(figure.unit, "")
    if unit and figure.unit in ("persons", "zone 1-5") and figure.number is not None:
        words = _("{value} {unit}", value=words, unit=unit)
    if not figure.vintage:
        return words
    return _("{value} ({vintage})", value=words, vintage=figure.vintage)


def _pair(*words: str) -> str:
    there = [one for one in words if one]
    return in_a_row(there) if there else ""


def _line(row: Row) -> str:
    what, which, before, after, note = row
    none = pgettext("release", "none")
    arrow = _("{before} → {after}", before=before or none, after=after or none)
    lead, rest = _pair(what, which), _pair(arrow if before or after else "", note)
    return _("{lead}: {rest}", lead=lead, rest=rest) if lead and rest else lead or rest
