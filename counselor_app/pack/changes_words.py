"""What changed between two packs, in words, as table rows and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.table_text import csv_text
from counselor_app.domain.figures.wording import UNIT_WORDS, listed, plural, value_words
from counselor_app.domain.occupation.figure_names import figure_name
from counselor_app.pack.changes import Changes, CoverageChange, FigureChange, Moved, Named

HEADER = ("What", "Which", "Before", "After", "Note")
WITHIN = "within error"
BEYOND = "more than its error"
NO_ERROR = "no error published"
SAME = "the same"
_FIRST = 8
_FIGURES = "Shortlisted occupations"

Row = tuple[str, str, str, str, str]


def headline(changes: Changes) -> tuple[str, ...]:
    """A few sentences for whoever decides: releases, occupations, what is won and lost."""
    said = [_releases_words(changes), _occupations_words(changes)]
    won = [c.what for c in changes.coverage if c.won]
    lost = [c.what for c in changes.coverage if c.lost or _fewer_parts(c)]
    if won:
        said.append(f"Occupations that did not have it before now have: {'; '.join(won)}.")
    if lost:
        said.append(f"Lost in part or whole: {'; '.join(lost)}.")
    if not won and not lost:
        said.append("The occupations that stay have each kind of data as before.")
    if changes.figures:
        said.append(_figures_words(changes.figures))
    said += [_missing_words(code, changes.moved) for code in changes.missing]
    return tuple(said)


def as_text(changes: Changes) -> str:
    """The sentences, then every change as a line; long lists are cut and say so."""
    lines = [*headline(changes), ""]
    for title, rows in _sections(changes):
        lines.append(title)
        lines += [f"  {_line(row)}" for row in rows[:_FIRST]]
        if len(rows) > _FIRST:
            lines.append(f"  and {len(rows) - _FIRST:,} more")
    return "\n".join(lines).rstrip()


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


def as_csv(changes: Changes) -> bytes:
    """Every change as CSV, with the mark that tells spreadsheets that it is UTF-8."""
    return csv_text(HEADER, table_rows(changes)).encode("utf-8-sig")


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


def _missing_words(code: str, moved: Sequence[Moved]) -> str:
    for one in moved:
        if code in (name.code for name in one.before):
            return f"{code} is on the shortlist and is now {listed(map(_named, one.after))}."
    return f"{code} is on the shortlist and is not in both; look it up again."


def _releases_words(changes: Changes) -> str:
    newer = [
        f"{one.programme} {one.before or '(none)'} → {one.after or '(none)'}"
        for one in changes.releases
        if one.before != one.after
    ]
    return f"Releases: {'; '.join(newer)}." if newer else "The releases are the same."


def _occupations_words(changes: Changes) -> str:
    before, after = changes.occupations
    counts = [
        f"{len(found)} {word}"
        for found, word in (
            (changes.new, "new"), (changes.gone, "gone"), (changes.renamed, "renamed"),
            *((_of(changes, kind), word) for kind, word in _MOVES.items()),
        )
        if found
    ]  # fmt: skip
    many = f"{after:,} occupations" if before == after else f"{before:,} → {after:,} occupations"
    return f"{many}: {', '.join(counts)}." if counts else f"{many}, the same ones."


_MOVES = {
    "split": "split", "merged": "merged into another", "new code": "under a new code",
    "regrouped": "regrouped",
}  # fmt: skip


def _of(changes: Changes, kind: str) -> list[Moved]:
    return [one for one in changes.moved if one.kind == kind]


def _figures_words(figures: Sequence[FigureChange]) -> str:
    jobs = len({one.occupation.code for one in figures})
    same = sum(one.same for one in figures)
    within = sum(bool(one.within) and not one.same for one in figures)
    rest = len(figures) - same - within
    who = plural(jobs, "shortlisted occupation")
    told = " Within error means that no real change can be told." if within else ""
    return f"Figures of {who}: {same} the same, {within} within error, {rest} different.{told}"


def _sections(changes: Changes, *, whole: bool = False) -> Iterator[tuple[str, list[Row]]]:
    """Titles and rows, empty sections left out; ``whole`` also names who won and lost what."""
    sections: list[tuple[str, list[Row]]] = [
        ("Releases", [("Release", one.programme, one.before or "none", one.after or "none", "")
                      for one in changes.releases if one.before != one.after]),
        ("New occupations", [("New", _named(one), "", "", "") for one in changes.new]),
        ("Occupations that are gone", [("Gone", _named(one), "", "", "") for one in changes.gone]),
        ("Renamed", [("Renamed", one.code, one.before, one.after, "") for one in changes.renamed]),
        ("Split, merged or moved, by the crosswalk",
         [(_MOVES[one.kind].capitalize(), "", _all(one.before), _all(one.after), "")
          for one in changes.moved]),
        ("Occupations that have", [row for one in changes.coverage if one.changed
                                   for row in _coverage_rows(one, whole)]),
        (_FIGURES, [_figure_row(one) for one in changes.figures]),
        ("Shortlisted and not in both",
         [("Not in both", code, "", "", "") for code in changes.missing]),
    ]  # fmt: skip
    yield from ((title, rows) for title, rows in sections if rows)


def _named(one: Named) -> str:
    return f"{one.title} ({one.code})"


def _all(names: Sequence[Named]) -> str:
    return "; ".join(map(_named, names))


def _coverage_rows(one: CoverageChange, whole: bool) -> list[Row]:
    note = ""
    if one.parts is not None and one.parts[0] != one.parts[1]:
        note = f"{one.parts[0]} → {one.parts[1]} rated"
    rows: list[Row] = [
        ("Coverage", one.what, f"{one.before:,}", f"{one.after:,}", note),
    ]
    if not whole:
        for word, jobs in (("Won", one.won), ("Lost", one.lost)):
            more = f" and {len(jobs) - _FIRST:,} more" if len(jobs) > _FIRST else ""
            names = "; ".join(job.title for job in jobs[:_FIRST])
            if jobs:
                rows.append((word, one.what, "", "", f"{names}{more}"))
    else:
        rows += [("Won", one.what, "", "", _named(job)) for job in one.won]
        rows += [("Lost", one.what, "", "", _named(job)) for job in one.lost]
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
    unit = UNIT_WORDS.get(figure.unit, "")
    named = figure.unit in ("persons", "zone 1-5") and figure.number is not None
    words = value_words(figure) + (f" {unit}" if named and unit else "")
    return f"{words} ({figure.vintage})" if figure.vintage else words


def _line(row: Row) -> str:
    what, which, before, after, note = row
    arrow = f"{before or 'none'} → {after or 'none'}" if before or after else ""
    lead, rest = ", ".join(filter(None, (what, which))), ", ".join(filter(None, (arrow, note)))
    return ": ".join(filter(None, (lead, rest)))
