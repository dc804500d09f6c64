"""The first page of a comparison, the client's: a row a question, in plain words, without marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import number, percent
from counselor_app.domain.fit.sureness import TIER_WORDS
from counselor_app.domain.occupation import findings
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.short import Short, short
from counselor_app.domain.occupation.strengths import strengths_words
from counselor_app.domain.occupation.student_page import home_row, pay_here
from counselor_app.domain.occupation.wages import NATION
from counselor_app.domain.occupation.years import way_in_years
from counselor_app.language import Said, _, capitalised, joined, ngettext, opening, pgettext
from counselor_app.reports.client_notes import sources_said
from counselor_app.reports.parts import (
    Chart,
    Fact,
    Facts,
    Part,
    Prose,
    Run,
    Section,
    Text,
    plain,
)
from counselor_app.reports.sections.asked import Jobs

GROUP = "student"
_NOT_TOLD = pgettext("in place of words on a job", "Not told.")
_NONE = pgettext("in place of a figure", "not published")
Answer = tuple[Part, ...]


def page(jobs: Jobs) -> tuple[Section, ...]:
    """Every question that one of the jobs has an answer to; the others say that they have none."""
    facts = {sheet.occupation.code: short(sheet) for sheet in jobs.sheets}

    def asked(name: str, title: str, about: str, answers: Iterable[Answer]) -> Section:
        return Section(name, title, columns=tuple(answers), group=GROUP, aside=about)

    def short_of(sheet: Sheet) -> Short:
        return facts[sheet.occupation.code]

    sheets = jobs.sheets
    place = in_place(home_row(sheets[0]).place)
    rows = [
        asked("they-do", _("What they do"), "", _told(sheets, _does, _NOT_TOLD)),
        asked("pay-there", _("Pay in {place}", place=place),
              _("Mark: the middle. Bar: the middle half."),
              (_pay(sheet, short_of(sheet)) for sheet in sheets)),
        asked("way-there", pgettext("report", "Getting in"), _("years after high school"),
              (_way(sheet, short_of(sheet)) for sheet in sheets)),
        asked("change-there", pgettext("section", "Outlook"), _all_jobs(sheets[0]),
              (_outlook(sheet, short_of(sheet)) for sheet in sheets)),
        asked("jobs-there", pgettext("question", "Jobs"), _("openings: U.S., a year"),
              (_jobs(sheet) for sheet in sheets)),
        asked("good-there", _("It helps to be good at"), "",
              _told(sheets, _good, _("Skills are not rated for this job."))),
        asked("like-there", _("You may like"), "", _told(sheets, _like, _NOT_TOLD)),
        asked("hard-there", _("What is hard"), "", _told(sheets, _hard, _NOT_TOLD)),
    ]  # fmt: skip
    kept = [row for row in rows if any(column for column in row.columns)]
    return (*kept, *_tiers(jobs), _sources(jobs, [short_of(sheet).group for sheet in sheets]))


def _told(
    sheets: Iterable[Sheet], say: Callable[[Sheet], Said | str], missing: Said
) -> tuple[Answer, ...]:
    """What each job has to say; nothing at all where none has."""
    said = [say(sheet) for sheet in sheets]
    if not any(said):
        return tuple(() for __ in said)
    return tuple(_answer(plain(one) if one else (Run(missing, "soft"),)) for one in said)


def _answer(*texts: Text) -> Answer:
    return (Facts(pgettext("column", "Answer"), tuple(Fact("", text) for text in texts)),)


def _does(sheet: Sheet) -> Said | str:
    return opening(found) if (found := findings.lead(sheet)) else ""


def _good(sheet: Sheet) -> Said | str:
    found = strengths_words(sheet)
    return joined((capitalised(found), "."), "") if found else ""


def _like(sheet: Sheet) -> Said | str:
    return sheet.words.like if sheet.words else ""


def _hard(sheet: Sheet) -> Said | str:
    return sheet.words.hard if sheet.words else ""


def _pay(sheet: Sheet, facts: Short) -> Answer:
    found = pay_here(sheet)
    pay = _starred(capitalised(facts.pay), home_row(sheet).median())
    said = _answer((Run(pay, "bold"),))
    if not found.lines:
        return said
    return (*said, Chart("pay-here", found, found.sentence))


def _starred(words: Said | str, *figures: Figure) -> Said | str:
    """Words on figures, with a star where one is a group's: who it is stands at the foot."""
    return joined((words, "*"), "") if any(figure.group for figure in figures) else words


def _way(sheet: Sheet, facts: Short) -> Answer:
    way = way_in_years(sheet)
    said = _answer(plain(capitalised(facts.school)))
    if way is None or not way.stretches:
        return said
    return (*said, Chart("years", way, joined((way.heading, way.in_all), ". ")))


def _all_jobs(sheet: Sheet) -> Said | str:
    everyone = sheet.outlook.all_jobs_change_pct.number
    if everyone is None:
        return ""
    return _("to {year}; all jobs {change}", year=sheet.outlook.target_year,
             change=percent(everyone, signed=True))  # fmt: skip


def _outlook(sheet: Sheet, facts: Short) -> Answer:
    change = sheet.outlook.change_pct
    words = Run(capitalised(facts.outlook), "bold")
    if change.number is None:
        return _answer((words,))
    said = _starred(percent(change.number, signed=True), change)
    return _answer((words, Run(", "), Run(said)))


def _jobs(sheet: Sheet) -> Answer:
    row = home_row(sheet)
    figures = row.employment, sheet.outlook.openings
    here, openings = (figure.number for figure in figures)
    employed = _("here: not released")
    if here is not None:
        employed = pgettext("jobs in the place", "{n} here", n=number(here))
        if row.place_code == NATION:
            employed = pgettext("jobs in the nation", "{n} in the U.S.", n=number(here))
    if here is None and openings is None:
        return _answer(plain(_NONE))
    if openings is None:
        return _answer(plain(_starred(employed, figures[0])))
    hiring = _("fewer than 50 openings")
    if openings:
        hiring = ngettext("{n} opening", "{n} openings", round(openings), n=number(openings))
    both = zip((employed, hiring), figures, strict=True)
    return _answer(*(plain(_starred(words, figure)) for words, figure in both))


def _tiers(jobs: Jobs) -> tuple[Section, ...]:
    """How likely each is to be among the closest, where the client's scores say so."""
    found = [fit.tier for fit in jobs.fits]
    if not any(found):
        return ()
    answers = tuple(
        _answer(
            (Run(TIER_WORDS[tier], "bold"),) if tier else (Run(_("no interests given"), "soft"),)
        )
        for tier in found
    )
    about = _("how likely among the closest tenth")
    return (
        Section(
            "tier-there",
            pgettext("report", "Your interests"),
            columns=answers,
            group=GROUP,
            aside=about,
        ),
    )


def _sources(jobs: Jobs, groups: Sequence[Said | str]) -> Section:
    """What is from where, in a line; whose figures have a star."""
    first = jobs.sheets[0]
    oews, ep, onet = first.nation.median().source, first.outlook.base.source, first.titles.source
    line = [sources_said(oews, ep, onet),
            _("Small gaps are no differences; errors: the counselor’s page.")]  # fmt: skip
    titles = (title for _code, title in jobs.told.occupations)
    starred = [
        _("* {job}: {whose}.", job=title, whose=group)
        for title, group in zip(titles, groups, strict=True)
        if group
    ]
    told = plain(joined((*starred, *line)))
    return Section("student-sources", pgettext("section", "Sources"),
                   parts=(Prose((told,), "note"),), group=GROUP)  # fmt: skip
