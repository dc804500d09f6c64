"""The sections of each report that can be ticked off: ids that stay, names in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from counselor_app.errors import UserError
from counselor_app.reports.parts import Kind


@dataclass(frozen=True, slots=True)
class SectionName:
    """A section that can be left out; ``id`` is for the command line and the settings."""

    id: str
    name: str


SECTIONS: Mapping[Kind, tuple[SectionName, ...]] = {
    "profile": (
        SectionName("words", "What people do, what it is like"),
        SectionName("pay", "Pay"),
        SectionName("outlook", "Outlook"),
        SectionName("getting-in", "Getting in"),
        SectionName("skills", "Skills and abilities"),
        SectionName("interests", "Interests"),
        SectionName("activities", "Tasks and activities"),
        SectionName("tools", "Tools and software"),
        SectionName("knowledge", "Knowledge"),
        SectionName("styles", "Work styles"),
        SectionName("education", "Education a newcomer needs"),
        SectionName("related", "Related occupations"),
        SectionName("where", "Where they work"),
        SectionName("exposure", "Automation and AI"),
    ),
    "fit": (
        SectionName("interests", "Your interests"),
        SectionName("carries", "Which letters carry it"),
        SectionName("among", "Among all occupations"),
        SectionName("list", "The closest occupations"),
        SectionName("profile", "Ties and profile in detail"),
        SectionName("chosen", "The chosen occupations"),
    ),
    "compare": (
        SectionName("work", "What they do"),
        SectionName("pay", "Pay"),
        SectionName("outlook", "Outlook"),
        SectionName("openings", "Openings"),
        SectionName("getting-in", "Getting in"),
        SectionName("education", "Education a newcomer needs"),
        SectionName("skills", "Skills"),
        SectionName("knowledge", "Knowledge"),
        SectionName("interests", "Interests and fit"),
        SectionName("exposure", "Automation and AI"),
    ),
    "handout": (
        SectionName("steps", "Next steps"),
        SectionName("notes", "Notes for the client"),
        SectionName("interests", "Your interests"),
        SectionName("jobs", "What we looked at"),
    ),
    "record": (),
    "booklet": (),
}


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
        names = ", ".join(section.id for section in SECTIONS[kind]) or "none"
        raise UserError(
            f"This report has no section {unknown[0]!r}. Its sections that can be chosen: {names}."
        )
    return chosen


def without(kind: Kind, left_out: Iterable[str]) -> frozenset[str]:
    """Every section but those left out; ids that are not known any more are passed over."""
    return all_sections(kind) - frozenset(left_out)
