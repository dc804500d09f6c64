"""What a page of the Occupational Outlook Handbook says of a job, coded and in our own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from counselor_app.domain.figures.provenance import Source, month_words
from counselor_app.language import Said, _, joined, pgettext

LICENCES: dict[str, Said] = {
    "everywhere": _("A license is needed in every state"),
    "most states": _("Most states ask for a license"),
    "some states": _("Some states ask for a license"),
    "some roles": _("Some roles need a license"),
    "voluntary": _("No license named, only certificates by choice"),
    "none said": _("No license named"),
}
"""Who must have a license, certification or registration, by what the page says."""
LICENSED = ("everywhere", "most states", "some states", "some roles")
"""Where at least some of those in the job must have one."""

KINDS: dict[str, Said] = {
    "exam": pgettext("for a license", "a test"),
    "degree": pgettext("for a license", "a degree"),
    "training": pgettext("for a license", "training"),
    "experience": pgettext("for a license", "work experience"),
    "supervised hours": _("hours under supervision"),
    "background check": _("a background check"),
    "health check": _("a health check"),
    "registration": pgettext("for a license", "registration"),
    "continuing education": _("courses to keep it"),
}
"""What is asked for a license."""
GRANTED_BY: dict[str, Said] = {
    "state": pgettext("grants a license", "The state"),
    "federal": _("A federal agency"),
    "professional body": _("A professional body"),
    "employer": pgettext("grants a license", "The employer"),
    "local": _("A city or county"),
}

CERTIFICATES = ("required", "preferred", "voluntary", "not said")
ANSWERS = ("yes", "often", "some", "no", "not said")
"""Of a fact of the days: the rule, common, for some or sometimes, said not to be, not said."""
NAMED = ("yes", "often", "some")
ANSWER_WORDS: dict[str, Said] = {
    "yes": pgettext("answer", "Yes"),
    "often": pgettext("answer", "Often"),
    "some": pgettext("answer", "Some"),
    "no": pgettext("answer", "No"),
    "not said": pgettext("answer", "Not said"),
}

DAYS: dict[str, Said] = {
    "full_time": pgettext("days", "Full time"),
    "part_time": pgettext("days", "Part time"),
    "evenings": pgettext("days", "Evenings"),
    "nights": pgettext("days", "Nights"),
    "weekends": pgettext("days", "Weekends"),
    "shifts": pgettext("days", "Shifts"),
    "overtime": pgettext("days", "Overtime"),
    "seasonal": pgettext("days", "Seasons"),
    "travel": pgettext("days", "Travel"),
    "on_call": pgettext("days", "On call"),
    "office": pgettext("days", "In an office"),
    "outdoors": pgettext("days", "Outdoors"),
    "home": pgettext("days", "At home"),
    "standing": pgettext("days", "Standing long"),
    "lifting": pgettext("days", "Heavy lifting"),
    "hazards": pgettext("days", "Risks of injury"),
    "protective_gear": pgettext("days", "Safety gear"),
    "stress": pgettext("days", "Stress"),
}
"""The facts of the days, in the order they are shown."""
PLACES = ("office", "outdoors", "home")
STRAIN = ("standing", "lifting", "hazards", "protective_gear", "stress")

NO_PAGE = _("No handbook page says whether a license is needed; ask your state's licensing board.")
"""Where the handbook has no page on the job."""
NO_DAYS = _("The handbook has no page on this job.")
NO_ADVANCEMENT = _("No handbook page says how people move up in this job.")
ASK_BOARD = _("Ask your state's licensing board.")


@dataclass(frozen=True, slots=True)
class Similar:
    """A page that the handbook calls similar; ``codes`` are this pack's occupations on it."""

    slug: str
    title: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandbookPage:
    """What one page says.

    ``licence``, ``certificate`` and the answers in ``days`` are codes (`LICENCES`,
    `CERTIFICATES`, `ANSWERS`); the lines are our own sentences, "" where the page says nothing.
    ``dated`` is the day the page was last changed, ISO. A page can be on several occupations:
    ``title`` names it, and what it says is said of all of them.
    """

    slug: str
    title: str
    address: str
    dated: str
    licence: str
    licence_kinds: tuple[str, ...]
    licence_from: str
    licence_line: str
    certificate: str
    certificate_line: str
    place_line: str
    hours_line: str
    strain_line: str
    advancement_line: str
    apprenticeship: str
    days: Mapping[str, str]
    similar: tuple[Similar, ...]
    source: Source

    @property
    def when(self) -> Said:
        """ "August 2025"."""
        year, month, _day = self.dated.split("-")
        return month_words(int(month), year)

    @property
    def credit(self) -> Said:
        """ "Outlook Handbook, page on electricians, August 2025"."""
        return _("Outlook Handbook page “{title}”, {month}", title=self.title, month=self.when)


def licence_words(page: HandbookPage | None) -> str:
    """The line on licenses beside the way in, and who knows the rule."""
    if page is None:
        return NO_PAGE
    if page.licence in LICENSED or page.licence == "none said":
        return joined((page.licence_line, ASK_BOARD))
    return page.licence_line


def licence_phrase(page: HandbookPage | None) -> str:
    """The same inside a sentence: "most states ask for a license"."""
    return _PHRASES[page.licence if page else ""]


_PHRASES: dict[str, Said] = {
    "everywhere": _("a license is needed in every state"),
    "most states": _("most states ask for a license"),
    "some states": _("some states ask for a license"),
    "some roles": _("some roles need a license"),
    "voluntary": _("the handbook names no license, only certificates by choice"),
    "none said": _("the handbook names no license"),
    "": _("no handbook page says whether a license is needed"),
}
