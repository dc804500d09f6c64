"""Whether a record from elsewhere is one that this program could have written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from math import isfinite
from typing import get_args

from counselor_app.domain.figures.wording import number
from counselor_app.domain.fit.work_values import BY_ELEMENT
from counselor_app.domain.record.merge import Keyed
from counselor_app.domain.record.record import Reader, Record
from counselor_app.domain.session.inventory import FormKey
from counselor_app.language import Said, _

LONGEST_NAME = 80
LONGEST_TEXT = 1_000_000
"""Letters; a note of five hundred pages."""

_DIGITS = frozenset("0123456789abcdef")


def parts(record: Record) -> tuple[tuple[str, Sequence[Keyed]], ...]:
    """The parts of a record that have keys, by name."""
    return (
        ("sessions", record.sessions),
        ("inventories", record.inventories),
        ("scores", record.scores),
        ("notes", record.notes),
        ("steps", record.steps),
        ("reports", record.reports),
        ("self_reports", record.self_reports),
    )


def faults(record: Record) -> tuple[Said, ...]:
    """What is wrong with the values of a record, in words; empty when nothing is.

    Types are those of `counselor_app.domain.record.record`; scores have been checked by themselves.
    """
    return tuple(_faults(record))


def _faults(record: Record) -> Iterator[Said]:
    uids = [record.uid, *(one.uid for __, found in parts(record) for one in found)]
    if any(len(uid) != 16 or not set(uid) <= _DIGITS for uid in uids):
        yield _("a key is not 16 hexadecimal digits")
    if not record.name.strip() or not record.name.isprintable():
        yield _("the client has no name")
    elif len(record.name) > LONGEST_NAME:
        yield _("the name has {n} letters, {most} at the most",
                n=number(len(record.name)), most=LONGEST_NAME)  # fmt: skip
    if any(len(one) > LONGEST_TEXT for one in _strings(record)):
        yield _("a text has more than {most} letters", most=number(LONGEST_TEXT))
    if any(time.utcoffset() is None for time in _times(record)):
        yield _("a time has no time zone")
    places = [session.position for session in record.sessions]
    lists: list[object] = [made.codes for made in record.reports]
    lists += [codes for place in places for codes in (place.codes, place.ticked, place.compared)]
    if not all(isinstance(codes, tuple) and _texts(codes) for codes in lists):
        yield _("a list of occupations is none")
    words = [(p.page, p.tab, p.item, *(one.code for one in p.looked)) for p in places]
    if not all(map(_texts, words)):
        yield _("where a session stands is not told in words")
    for taken in record.inventories:
        if taken.form not in get_args(FormKey):
            yield _("{form} is no form of the inventory", form=repr(taken.form))
        if not set(taken.given.values()) <= set(range(5)):
            yield _("an answer is not 0 to 4")
        if not (isfinite(taken.seconds) and taken.seconds >= 0):
            yield _("an inventory took no time that there is")
    if any(not (isfinite(rated.level) and 0 <= rated.level <= 7) for rated in record.ratings):
        yield _("a level is not 0 to 7")
    if record.values is not None and sorted(record.values.elements) != sorted(BY_ELEMENT):
        yield _("the work values are not the six")
    if any(note.reader not in get_args(Reader) for note in record.notes):
        yield _("a note is for nobody")


def _strings(value: object) -> Iterator[str]:
    """Every text in a value and its parts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list, dict)):
        for one in value:
            yield from _strings(one)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _strings(getattr(value, part.name))


def _texts(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _times(value: object) -> Iterator[datetime]:
    """Every time in a value and its parts."""
    if isinstance(value, datetime):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _times(one)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _times(getattr(value, part.name))
