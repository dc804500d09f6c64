"""Every section of every report, in order: who builds it and which tick box leaves it out.

A new section is a function in a module of this folder and its line here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from counselor_app.domain.record.plan import PART_WORDS
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, pgettext
from counselor_app.reports.parts import Kind, Section
from counselor_app.reports.sections import (
    around,
    compare_page,
    compared,
    compared_person,
    fit,
    fit_page,
    handed,
    job,
    pay,
    ranked,
    ratings,
    student,
    sure,
)
from counselor_app.reports.sections.asked import Entry

_INTERESTS = pgettext("report", "Your interests")
_EDUCATION = _("Education a newcomer needs")
_AUTOMATION = _("Automation and AI")
_PAY = pgettext("section", "Pay")
_OUTLOOK = pgettext("section", "Outlook")
_GETTING_IN = pgettext("report", "Getting in")
_KNOWLEDGE = pgettext("section", "Knowledge")

ENTRIES: Mapping[Kind, tuple[Entry[Any], ...]] = {
    "profile": (
        Entry(student.student, "student", _("The student’s page")),
        Entry(pay.key_figures),
        Entry(pay.pay, "pay", _PAY),
        Entry(pay.outlook, "outlook", _OUTLOOK),
        Entry(pay.getting_in, "getting-in", _GETTING_IN),
        Entry(ratings.skills, "skills", _("Skills and abilities")),
        Entry(ratings.interests, "interests", pgettext("section", "Interests")),
        Entry(job.the_days, "days", _("What the days are like")),
        Entry(ratings.activities, "activities", _("Tasks and activities")),
        Entry(around.tools, "tools", _("Tools and software")),
        Entry(ratings.knowledge, "knowledge", _KNOWLEDGE),
        Entry(ratings.styles, "styles", pgettext("report", "Work styles")),
        Entry(ratings.education, "education", _EDUCATION),
        Entry(around.related, "related", pgettext("report", "Related occupations")),
        Entry(around.where, "where", _("Where they work")),
        Entry(around.exposure, "exposure", _AUTOMATION),
    ),
    "fit": (
        Entry(fit_page.page, "student", _("The client’s page")),
        Entry(fit.key_figures),
        Entry(fit.scores, "interests", _INTERESTS),
        Entry(fit.shape, "interests", _INTERESTS),
        Entry(fit.carries, "carries", _("Where you and the job meet")),
        Entry(fit.meaning),
        Entry(ranked.ranked, "list", _("The closest occupations")),
        Entry(ranked.chosen, "chosen", _("The chosen occupations")),
        Entry(sure.sure, "sure", sure.HOW_SURE),
    ),
    "compare": (
        Entry(compare_page.page, "student", _("The client’s page")),
        Entry(compared.work, "work", _("What they do")),
        Entry(compared.pay, "pay", _PAY),
        Entry(compared.outlook, "outlook", _OUTLOOK),
        Entry(compared.openings, "openings", pgettext("section", "Openings")),
        Entry(compared.ready, "getting-in", _GETTING_IN),
        Entry(compared_person.education, "education", _EDUCATION),
        Entry(compared_person.skills, "skills", pgettext("section", "Skills")),
        Entry(compared_person.knowledge, "knowledge", _KNOWLEDGE),
        Entry(compared_person.interests, "interests", _("Interests and fit")),
        Entry(compared_person.exposure, "exposure", _AUTOMATION),
    ),
    "handout": (
        Entry(handed.own),
        Entry(handed.steps, "steps", pgettext("report", "Next steps")),
        Entry(handed.notes, "notes", _("Notes for the client")),
        Entry(handed.interests, "interests", PART_WORDS["interests"]),
        Entry(handed.values, "values", PART_WORDS["values"]),
        Entry(handed.jobs, "jobs", PART_WORDS["jobs"]),
    ),
}


@dataclass(frozen=True, slots=True)
class SectionName:
    """A section that can be left out; ``id`` is for the command line and the settings."""

    id: str
    name: str


def _named(entries: Iterable[Entry[Any]]) -> tuple[SectionName, ...]:
    names = {entry.id: entry.name for entry in entries if entry.id}
    return tuple(SectionName(*one) for one in names.items())


SECTIONS: Mapping[Kind, tuple[SectionName, ...]] = {
    **{kind: _named(entries) for kind, entries in ENTRIES.items()},
    "record": (),
    "booklet": (),
}


def built(kind: Kind, asked: object, wanted: Collection[str]) -> tuple[Section, ...]:
    """The wanted sections of a report in reading order; sources are numbered as they come."""
    found: list[Section] = []
    for entry in ENTRIES[kind]:
        made = entry.build(asked) if not entry.id or entry.id in wanted else None
        if made is not None:
            found += made if isinstance(made, tuple) else (made,)
    return tuple(found)


def wanted_of(kind: Kind, sections: Collection[str] | None) -> frozenset[str]:
    """The sections of a report among those asked for, None for all."""
    everything = all_sections(kind)
    return everything if sections is None else everything.intersection(sections)


def all_sections(kind: Kind) -> frozenset[str]:
    """The ids of every section of a report."""
    return frozenset(section.id for section in SECTIONS[kind])


def chosen_sections(kind: Kind, ids: Iterable[str]) -> frozenset[str]:
    """The sections named by ``ids``.

    Raises:
        UserError: for an id that the report does not have.
    """
    known, chosen = all_sections(kind), frozenset(ids)
    unknown = sorted(chosen - known)
    if unknown:
        names: Said = joined((section.id for section in SECTIONS[kind]), ", ")
        raise UserError(
            _(
                "This report has no section {unknown}. Its sections that can be chosen: {names}.",
                unknown=repr(unknown[0]),
                names=names or pgettext("sections", "none"),
            )
        )
    return chosen


def without(kind: Kind, left_out: Iterable[str]) -> frozenset[str]:
    """Every section but those left out; ids that are not known any more are passed over."""
    return all_sections(kind) - frozenset(left_out)
