"""The anonymous file of the answers of those who take part in the field study.

Columns and rules are those of ``resources/inventory/FIELD-STUDY.md``. The file holds no name,
date, text or place, and no person's row can be told from another's by who they are.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from counselor_app.domain.session.consent import Consent
from counselor_app.domain.session.inventory import GIVEN, VERSION, FormKey
from counselor_app.errors import UserError
from counselor_app.language import Said, ngettext

FEWEST = 10
"""Persons without which no file is written: fewer could be told apart."""
_SHARED = 5  # persons of one age band, sex and education; fewer lose sex and education
_HEAD = (
    "study_id", "edition", "form", "language", "administration", "days_between", "age_band",
    "sex", "education_rung", "seconds",
)  # fmt: skip


class Administration(NamedTuple):
    """One inventory of a consenting person; ``person`` is any key, and not printed."""

    person: str
    version: str
    form: FormKey
    taken: datetime
    seconds: float
    given: Mapping[str, int]
    consent: Consent


def study_table(
    taken: Sequence[Administration], items: Sequence[str], new_id: Callable[[], str]
) -> str:
    """The study's CSV of all administrations of the present edition, persons in chance order.

    ``items`` are the ids of the long form, ``new_id`` gives eight random hexadecimal digits, anew
    for each file. A first and a second time on one form and in one language are told by
    ``administration`` and whole ``days_between``; later ones are left out.

    Raises:
        UserError: when there are fewer than ten persons.
    """
    present = [one for one in taken if one.version in GIVEN]
    persons: dict[str, list[Administration]] = {}
    for one in sorted(present, key=lambda a: a.taken):
        own = persons.setdefault(one.person, [])
        if not own or (
            len(own) == 1 and (own[0].form, own[0].consent.language) == (
                one.form, one.consent.language)
        ):  # fmt: skip
            own.append(one)
    if len(persons) < FEWEST:
        raise UserError(_too_few(len(persons)))
    alike = Counter(_who(own[0].consent) for own in persons.values())
    rows: dict[tuple[str, int], tuple[object, ...]] = {}
    for own in persons.values():
        study_id, first = new_id(), own[0]
        few = alike[_who(first.consent)] < _SHARED
        for number, one in enumerate(own, start=1):
            consent = replace(first.consent, sex="", education_rung=None) if few else first.consent
            days = (one.taken - first.taken).days if number == 2 else ""
            rung = consent.education_rung
            rows[study_id, number] = (
                study_id, VERSION, one.form, consent.language, number, days,
                consent.age_band, consent.sex, "" if rung is None else rung, round(one.seconds),
                *(one.given.get(item, "") for item in items),
            )  # fmt: skip
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*_HEAD, *items))
    writer.writerows(rows[key] for key in sorted(rows))
    return out.getvalue()


def _too_few(persons: int) -> Said:
    return ngettext(
        "{n} person agreed and answered this edition; a file of fewer than {least} is not written,"
        " for they could be told apart.",
        "{n} persons agreed and answered this edition; a file of fewer than {least} is not"
        " written, for they could be told apart.",
        persons, n=persons, least=FEWEST,
    )  # fmt: skip


def _who(consent: Consent) -> tuple[str, str, int | None]:
    return consent.age_band, consent.sex, consent.education_rung
