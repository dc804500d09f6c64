"""Which texts hold a group's figures, and whether they name the group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.reports.parts import words


def has_title(text: str, sheet: Sheet) -> bool:
    titles = (sheet.occupation.oews_title, sheet.occupation.ep_title)
    return any(title.casefold() in text.casefold() for title in titles)


def names_it(text: str, sheet: Sheet) -> bool:
    """The text says that the figure is of the group: "all of them", or "this job among them"."""
    return has_title(text, sheet) and ("among them" in text or "all " in text.casefold())


def shared_figures(sheet: Sheet) -> Iterator[Figure]:
    """Every figure of a sheet that is its group's."""
    yield from (f for row in (*sheet.wages, *sheet.states) for f in row.figures.values() if f.group)
    yield from (part.share for part in sheet.industries if part.share.group)
    outlook = sheet.outlook
    for field in fields(outlook):
        value = getattr(outlook, field.name)
        if isinstance(value, Figure) and value.group:
            yield value


def printed(sheet: Sheet) -> set[str]:
    """Its shared numbers as they are printed, those long enough to be no other number."""
    found = {value_words(f) for f in shared_figures(sheet) if f.number is not None}
    answers = (one for group in sheet.requirements.values() for one in group)
    asked = {value_words(one.figure) for one in answers}
    return {said for said in found if len(said) >= 5} - asked


def holds(text: str, numbers: Iterable[str]) -> bool:
    """The text holds one of the numbers, whole."""
    known = set(re.findall(r"[−+]?\$?\d[\d,]*(?:\.\d+)?%?", text))
    return not known.isdisjoint(numbers)


def strings(value: object) -> Iterator[str]:
    """Every text in a frozen value, a paragraph of runs as one text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and value and all(hasattr(v, "mark") for v in value):
        if all(hasattr(v, "style") for v in value):
            yield words(value)
        else:
            for inner in value:
                yield from strings(inner)
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from strings(inner)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def nameless(sheet: Sheet, texts: Iterable[str]) -> list[str]:
    """Those of the texts on a shared figure of the sheet that do not name its group."""
    numbers = printed(sheet)
    return [
        f"{sheet.occupation.code}: {text}"
        for text in texts
        # The hours of an apprenticeship are the job's own.
        if holds(text, numbers) and not names_it(text, sheet) and "pprenticeship" not in text
    ]


def none_of(found: Iterable[str]) -> None:
    listed = list(found)
    assert not listed, f"{len(listed)} do not name their group, such as {listed[:5]}"
