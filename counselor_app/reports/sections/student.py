"""The student's page: what the job is, pay and jobs here, the way in, what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.occupation import findings, strengths
from counselor_app.domain.occupation.military import QUESTIONS, is_military
from counselor_app.domain.occupation.next_jobs import close_jobs, own_pay, step_words
from counselor_app.domain.occupation.preparation import license_line
from counselor_app.domain.occupation.sheet import Related, Sheet
from counselor_app.domain.occupation.student_page import (
    Headed,
    jobs_here,
    outlook_heading,
    outlook_line,
    pay_here,
)
from counselor_app.domain.occupation.titles import shown_title
from counselor_app.domain.occupation.years import Way, way_in_years, years_short
from counselor_app.language import _, capitalised, joined, pgettext, published
from counselor_app.reports.client_notes import sources_said
from counselor_app.reports.parts import (
    Cell,
    Chart,
    Column,
    Fact,
    Facts,
    Items,
    Notes,
    Part,
    Prose,
    Run,
    Section,
    plain,
    prose,
    table,
)
from counselor_app.reports.sections.asked import Job
from counselor_app.reports.sections.job import printed, prints_tasks
from counselor_app.reports.sections.page_words import within

GROUP = "student"
DOES = 5
KINDS = 3
GATHERED = 7
_PICTURE = 300.0


def student(job: Job) -> tuple[Section, ...]:
    """Every block that has something to say, in the order of the page."""
    if is_military(job.sheet.occupation.code):
        return (_nothing_published(job), _recruiter(), _civilian(job), _do_next(job), _sources(job))
    does = _would_do(job)
    made = (
        does, *(() if does else _gathered(job)), *_like_and_hard(job),
        _pay(job), _jobs(job), _outlook(job), _days(job),
        _way_in(job), _good_at(job), _suits(job), _close(job), _kinds(job), _do_next(job),
        _sources(job),
    )  # fmt: skip
    said = findings.lead(job.sheet, job.words) or ""
    return within([one for one in made if one is not None], job.sheet.occupation.title, said)


def student_sections(sheet: Sheet) -> tuple[Section, ...]:
    """The blocks of the page where it is read off a screen."""
    return student(Job(sheet, Notes({}), "both"))


def _section(name: str, title: str, *parts: Part) -> Section:
    return Section(name, title, parts=parts, group=GROUP)


def _headed(name: str, head: Headed, *parts: Part) -> Section:
    """A section whose figures may be a group's: the group is named under its title."""
    return Section(name, head.title, plain(head.group) if head.group else (), parts, group=GROUP)


def _would_do(job: Job) -> Section | None:
    ours, official = printed(job.sheet, job.words)
    title, mark = _("What you would do"), "words"
    lines: tuple[str, ...] = ours.does[:DOES] if ours else ()
    if official and (rest := findings.first_sentence(official)[1]):
        lines, mark = (rest,), "description"
    if not lines and prints_tasks(job.sheet, job.words):
        lines, mark = tuple(task.text for task in job.sheet.tasks[:DOES]), "task"
    if not lines:
        return None
    head = Column(title, mark=job.notes.mark(mark))
    return _section("would-do", title, Items(title, tuple(map(plain, lines)), head))


def some_counted(sheet: Sheet) -> tuple[str, ...]:
    """Of the titles counted in a group, many and known alike, A to Z: every so many."""
    return sheet.counted[:: ceil(len(sheet.counted) / GATHERED) or 1]


def _gathered(job: Job) -> tuple[Section | None, ...]:
    """Of a group of all other jobs, whose work has no words: some that are counted in it."""
    titles, own = some_counted(job.sheet), job.sheet.children[:GATHERED]
    here, apart = _("Some jobs counted here"), _("Of this group, with a sheet of their own")
    if titles or own:
        job.notes.mark("onet")
    return (
        _section("gathered", here, Items(here, tuple(map(plain, titles)))) if titles else None,
        _section("own-sheets", apart, Items(apart, tuple(plain(shown_title(t)) for _c, t in own)))
        if own else None,
    )  # fmt: skip


def _like_and_hard(job: Job) -> tuple[Section | None, ...]:
    ours, _official = printed(job.sheet, job.words)
    if ours is None:
        return ()
    like, hard = _("You may like"), _("What is hard")
    return (
        _section("may-like", like, *prose(ours.like)) if ours.like else None,
        _section("is-hard", hard, *prose(ours.hard)) if ours.hard else None,
    )


def _pay(job: Job) -> Section:
    found, mark = pay_here(job.sheet), job.notes.mark("oews")
    unit = pgettext("unit", "dollars a year")
    if found.basis == "hourly":
        unit = pgettext("unit", "dollars an hour")
    parts: list[Part] = []
    if found.main:
        median = Fact(pgettext("fact", "Median pay"), plain(found.main), unit=unit)
        parts.append(Facts(found.heading.words, (median,), "figures", mark))
    parts += prose(*found.words)
    if found.lines:
        columns = (pgettext("column", "Place"),
                   Column(pgettext("column", "Median"), unit, mark))  # fmt: skip
        rows = [(line.place, value_words(line.figure)) for line in found.lines]
        pay = table(pgettext("section", "Pay"), columns, rows)
        parts.append(Chart("pay-here", found, found.sentence, (pay,), _PICTURE))
    return _headed("pay-here", found.heading, *parts)


def _jobs(job: Job) -> Section:
    job.notes.mark("oews")
    heading, said = jobs_here(job.sheet)
    return _headed("jobs-here", heading, *prose(said))


def _outlook(job: Job) -> Section:
    job.notes.mark("ep")
    finding, figures = outlook_line(job.sheet.outlook)
    runs = (Run(finding, "bold"), *((Run(" "), Run(figures)) if figures else ()))
    return _headed("growth", outlook_heading(job.sheet.outlook), Prose((runs,)))


def _days(job: Job) -> Section | None:
    """When people work, as the handbook's page tells it; where, if it says no more."""
    page = job.sheet.handbook
    said = (page.hours_line or page.place_line) if page is not None else ""
    if not said:
        return None
    job.notes.mark("handbook")
    return _section("the-days", pgettext("report", "The days"), *prose(said))


def _way_in(job: Job) -> Section:
    sheet = job.sheet
    way, license = way_in_years(sheet), license_line(sheet)
    if way is None:
        title = pgettext("report", "Getting in")
        none = _("No source says how people get into this job; ask someone who does it.")
        return _section("way-in", title, *prose(none, license))
    job.notes.mark("education" if sheet.requirements.get("RL") else "ep")
    chart: tuple[Part, ...] = ()
    if way.stretches:
        steps = table(
            pgettext("table", "Steps in"),
            (pgettext("column", "Step"), pgettext("column", "How long")),
            [(one.head, one.words) for one in way.stretches],
        )
        chart = (Chart("years", way, _told(way), (steps,), _PICTURE),)
    said = joined((way.in_all, way.both))
    return _section("way-in", way.heading, *chart, *prose(said, license))


def _told(way: Way) -> str:
    steps = (joined((one.head, one.words), ": ") for one in way.stretches)
    return joined((joined(steps, "; "), way.in_all), ". ")


def _good_at(job: Job) -> Section | None:
    found = strengths.strengths_words(job.sheet)
    if found is None:
        return None
    for rating in strengths.strengths(job.sheet):
        job.notes.mark(rating.domain)
    said = joined((capitalised(found), "."), "")
    return _section("good-at", _("It helps to be good at"), *prose(said))


def _suits(job: Job) -> Section | None:
    found = strengths.suits_words(job.sheet)
    if found is None:
        return None
    job.notes.mark("interest")
    return _section("suits", _("It suits people who"), *prose(joined((found, "."), "")))


def _close(job: Job) -> Section | None:
    found = close_jobs(job.sheet)
    return _jobs_table(job, "close-jobs", _("Jobs close to this one"), found) if found else None


def _jobs_table(job: Job, name: str, title: str, jobs: Sequence[Related]) -> Section:
    """Jobs with their years after high school and their own pay in the place."""
    oews, ep = job.notes.mark("oews"), job.notes.mark("ep")
    unit = pgettext("unit", "dollars a year")
    columns = (
        Column(title, id="title"),
        Column(_("after high school"), mark=ep, id="years"),
        Column(pgettext("column", "pay here") if job.sheet.places else pgettext("column", "pay"),
               unit, oews, "pay"),
    )  # fmt: skip
    missing = pgettext("figure", "not published")
    rows = []
    for one in jobs:
        own = own_pay(one.here)
        rows.append((Cell(plain(shown_title(one.title))), years_short(one.outlook) or missing,
                     value_words(own) if own else missing))  # fmt: skip
    return _section(name, title, table(title, columns, rows))


def _nothing_published(job: Job) -> Section:
    """What the national surveys leave out, said once."""
    said = findings.why_little(job.sheet)
    return _section("not-published", _("Pay, jobs, outlook"), *prose(said))


def _recruiter() -> Section:
    title = _("Ask a recruiter, and write the answer down")
    items = tuple(map(plain, QUESTIONS))
    return _section("recruiter", title, Items(title, items))


def _civilian(job: Job) -> Section:
    return _jobs_table(job, "civilian", _("Civilian jobs with work that is alike"),
                       job.sheet.civilian)  # fmt: skip


def _kinds(job: Job) -> Section | None:
    ours, _official = printed(job.sheet, job.words)
    if ours is None or not ours.kinds:
        return None
    title = _("Kinds of this job")
    return _section("kinds", title, Items(title, tuple(map(plain, ours.kinds[:KINDS]))))


def _do_next(job: Job) -> Section:
    """Try it, whom to ask what, a shorter way in or where it can lead: never left out."""
    title, ours = pgettext("report", "Do next"), job.sheet.words
    steps: list[tuple[str, str]] = []
    if ours and ours.try_early:
        steps.append((_("Try it early."), ours.try_early))
    ask = ours.ask if ours and ours.ask else ""
    if ask:
        # "Ask a baker: when do you go to bed?" is in bold up to the question.
        whom, _colon, what = ask.partition(":")
        steps.append(
            (published("text", f"{whom}:"), published("text", what.strip())) if what else ("", ask)
        )
    else:
        steps.append((_("Ask someone who does it:"), _("what is a usual day like?")))
    if is_military(job.sheet.occupation.code):
        steps += [
            (_("Take this sheet to a recruiter,"), _("with a parent or another adult.")),
            (_("Compare it with a civilian job:"), _("read that job's sheet.")),
        ]
    elif (further := step_words(job.sheet)) is not None:
        steps.append(further)
    facts = tuple(Fact(head, plain(words)) for head, words in steps)
    return _section("do-next", title, Facts(title, facts))


def _sources(job: Job) -> Section:
    """One line: what is from where, as the page carries no marks."""
    return _section("student-sources", pgettext("section", "Sources"),
                    *prose(_source_line(job.sheet), look="note"))  # fmt: skip


def _source_line(sheet: Sheet) -> str:
    oews, ep, onet = sheet.nation.median().source, sheet.outlook.base.source, sheet.titles.source
    page = (sheet.handbook.source.label,) if sheet.handbook is not None else ()
    return sources_said(oews, ep, onet, *page)
