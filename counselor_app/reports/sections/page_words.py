"""How many words the student's page has, and what gives way where they are too many."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from counselor_app.domain.occupation.student_page import PayHere
from counselor_app.domain.occupation.years import Way
from counselor_app.language import opening
from counselor_app.reports.parts import Chart, Facts, Items, Part, Prose, Section, Table, plain
from counselor_app.reports.parts import words as words_of

MOST = 390
"""Words of the whole page, its frame, scales and sources too [convention]."""

_FRAME = 24
"""Of the sheet's head, its foot and the lines to write on."""
_WORD = re.compile(r"(?<!\w)[A-Za-z][\w'’-]*")


def within(sections: Sequence[Section], title: str, lead: str) -> tuple[Section, ...]:
    """The sections, with at most `MOST` words on their page as far as that can be.

    One after another give way: the second sentence on the days, the third kind of the job, the
    last line of what one would do, the days, which the second page has too, the kinds, and one
    more line.
    """
    found = {section.id: section for section in sections}
    for name, shortened in _GIVE_WAY:
        if name not in found:
            continue
        if _FRAME + _count((title, lead, *_texts(found.values()))) <= MOST:
            break
        if (shorter := shortened(found[name])) is None:
            del found[name]
        else:
            found[name] = shorter
    return tuple(found.values())


def _first_sentence(section: Section) -> Section:
    (said,) = section.parts
    assert isinstance(said, Prose)
    # What is one sentence in English stays whole where another language makes two of it.
    texts = tuple(
        text if opening(words_of(text)) == words_of(text) else plain(opening(words_of(text)))
        for text in said.texts
    )
    return replace(section, parts=(replace(said, texts=texts),))


def _up_to(lines: int) -> Callable[[Section], Section]:
    def shorten(section: Section) -> Section:
        (listed,) = section.parts
        assert isinstance(listed, Items)
        return replace(section, parts=(replace(listed, items=listed.items[:lines]),))

    return shorten


_GIVE_WAY: tuple[tuple[str, Callable[[Section], Section | None]], ...] = (
    ("the-days", _first_sentence),
    ("kinds", _up_to(2)),
    ("would-do", _up_to(4)),
    ("the-days", lambda _section: None),
    ("kinds", lambda _section: None),
    ("would-do", _up_to(3)),
)


def _count(texts: Iterable[str]) -> int:
    return sum(len(_WORD.findall(text)) for text in texts)


def _texts(sections: Iterable[Section]) -> Iterator[str]:
    """Every text of the page; a group that several blocks share is named once."""
    groups: set[str] = set()
    for section in sections:
        groups.add(words_of(section.finding))
        if section.id != "student-sources":
            yield section.title
        for part in section.parts:
            yield from _said(part)
    yield from groups


def _said(part: Part) -> Iterator[str]:
    if isinstance(part, Prose):
        yield from map(words_of, part.texts)
    elif isinstance(part, Items):
        yield from map(words_of, part.items)
    elif isinstance(part, Facts):
        for fact in part.facts:
            yield words_of(fact.text)
            if part.form != "figures":
                yield fact.label
    elif isinstance(part, Table):
        yield from (column.name for column in part.columns[1:])
        yield from (cell.words for row in part.rows for cell in row)
    elif isinstance(part, Chart) and isinstance(part.spec, PayHere):
        yield from (line.place for line in part.spec.lines)
    elif isinstance(part, Chart) and isinstance(part.spec, Way):
        yield from (text for one in part.spec.stretches for text in (one.head, one.words))
