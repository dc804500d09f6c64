"""Two copies of one client's record brought together, and a copy with keys of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Protocol, TypeVar

from counselor_app.domain.record.record import Record, TakenInventory


class Keyed(Protocol):
    """A part of a record that has a key of its own."""

    @property
    def uid(self) -> str:
        """Its key."""
        ...


_Part = TypeVar("_Part", bound=Keyed)


def merged(here: Record, there: Record) -> Record:
    """All that either copy holds, under the name it has ``here``.

    What both hold is taken from the copy that was changed last; a note, from where it was
    changed last; a rating and the order of the values, the latest; shortlist and steps in the order
    of the later copy, then what only the earlier one lists; what either set aside. What was
    deleted in one copy only is there again.
    """
    old, new = (here, there) if there.changed >= here.changed else (there, here)
    notes = {note.uid: note for note in sorted((*old.notes, *new.notes), key=lambda n: n.changed)}
    ratings = {r.element: r for r in sorted((*old.ratings, *new.ratings), key=lambda r: r.rated)}
    listed = {one.code for one in new.shortlist}
    stepped = {step.uid for step in new.steps}
    aside = {one.code: one for one in (*new.set_aside, *old.set_aside)}
    return replace(
        here,
        created=min(here.created, there.created),
        changed=new.changed,
        sessions=_both(old.sessions, new.sessions, lambda s: s.started),
        inventories=_agreed(here, _both(old.inventories, new.inventories, lambda i: i.started)),
        scores=_both(old.scores, new.scores, lambda s: s.recorded),
        ratings=tuple(ratings[element] for element in sorted(ratings)),
        values=max(filter(None, (old.values, new.values)), key=lambda v: v.ordered, default=None),
        shortlist=(*new.shortlist, *(one for one in old.shortlist if one.code not in listed)),
        set_aside=tuple(sorted(aside.values(), key=lambda one: (one.at, one.code))),
        notes=tuple(sorted(notes.values(), key=lambda note: note.written)),
        steps=(*new.steps, *(step for step in old.steps if step.uid not in stepped)),
        reports=_both(old.reports, new.reports, lambda r: r.made),
        self_reports=_both(old.self_reports, new.self_reports, lambda r: r.taken),
    )


def renewed(record: Record, new_uid: Callable[[], str]) -> Record:
    """The same record under keys of its own, to stand beside the one it was copied from."""
    parts: Iterable[Keyed] = (*record.sessions, *record.inventories)
    keys: dict[str | None, str] = {part.uid: new_uid() for part in parts}
    return replace(
        record,
        uid=new_uid(),
        sessions=tuple(replace(s, uid=keys[s.uid]) for s in record.sessions),
        inventories=tuple(
            replace(i, uid=keys[i.uid], session=keys.get(i.session)) for i in record.inventories
        ),
        scores=tuple(
            replace(s, uid=new_uid(), session=keys.get(s.session), inventory=keys.get(s.inventory))
            for s in record.scores
        ),
        notes=tuple(replace(n, uid=new_uid(), session=keys.get(n.session)) for n in record.notes),
        steps=tuple(replace(s, uid=new_uid()) for s in record.steps),
        reports=tuple(
            replace(r, uid=new_uid(), session=keys.get(r.session)) for r in record.reports
        ),
        self_reports=tuple(
            replace(r, uid=new_uid(), session=keys.get(r.session)) for r in record.self_reports
        ),
    )


def _agreed(here: Record, inventories: tuple[TakenInventory, ...]) -> tuple[TakenInventory, ...]:
    """The inventories with the consents given here: those given elsewhere stay there."""
    given = {one.uid: one.consent for one in here.inventories}
    return tuple(replace(one, consent=given.get(one.uid)) for one in inventories)


def _both(
    old: Iterable[_Part], new: Iterable[_Part], when: Callable[[_Part], datetime]
) -> tuple[_Part, ...]:
    found = {part.uid: part for part in (*old, *new)}
    return tuple(sorted(found.values(), key=when))
