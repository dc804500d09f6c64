"""The first page of a fit report, the client's: six interests, jobs to look at, what to do next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from counselor_app.charts.ranking import score_bars
from counselor_app.domain.figures.wording import number
from counselor_app.domain.fit.board import DOTS, SCHOOLING, Basis, Placing
from counselor_app.domain.fit.first_jobs import FirstGroup, FirstJob, first_jobs
from counselor_app.domain.fit.match_table import MatchList, filter_words
from counselor_app.domain.fit.matches_filter import Filters
from counselor_app.domain.fit.measurement import flat, flat_says
from counselor_app.domain.fit.sureness import DRAWS, TIER_WORDS, TIERS
from counselor_app.domain.fit.tiers import singled_out
from counselor_app.domain.fit.words import YOU, shapes_sentence
from counselor_app.domain.occupation.interests import LETTERS, PLAIN_NAMES
from counselor_app.domain.occupation.listing import OccupationRow
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.domain.occupation.titles import shown_title
from counselor_app.domain.occupation.wages import NATION_NAME
from counselor_app.domain.session.flat import helps_instead
from counselor_app.domain.session.placing import TENTH, placed
from counselor_app.language import Said, _, joined, listed, lowered, ngettext, opening, pgettext
from counselor_app.reports.client_notes import sources_said
from counselor_app.reports.parts import (
    Cell,
    Chart,
    Column,
    Fact,
    Facts,
    Part,
    Prose,
    Section,
    plain,
    prose,
    table,
)
from counselor_app.reports.sections.asked import Subject
from counselor_app.reports.sections.fit import NARROW

GROUP = "student"
_TENTH = pgettext("tier", "Among the closest tenth")
_SAYS = _(
    "Give you a list to look through, talk over and try. It says what you may enjoy, and nothing"
    " about what you can do or learn."
)
_LEVEL = _("Your six scores are too close to tell apart, so any order would be chance.")
_ASK = _("Which job here surprises you? Which one would you tell a friend about?")


def page(subject: Subject) -> tuple[Section, ...]:
    """Every block that has something to say, in the order of the page."""
    found = _placing(subject)
    groups = first_jobs(subject.matches, found) if found is not None else ()
    jobs = _starters(subject) if found is None else _jobs(subject, groups, found.basis)
    made = (_interests(subject), _meeting(subject), _ask(), jobs, _do_next(subject),
            _sources(subject, groups))  # fmt: skip
    return tuple(one for one in made if one is not None)


def _section(name: str, title: str, *parts: Part, finding: str = "") -> Section:
    return Section(name, title, plain(finding), parts, group=GROUP)


def _placing(subject: Subject) -> Placing | None:
    """By what the jobs stand in groups; None where nothing can be ranked, or yet."""
    found = placed(subject.view, (), ()) if subject.view.ranking else None
    return found[1] if found is not None else None


def _interests(subject: Subject) -> Section:
    """Six bars with plain names; what a code says in words."""
    scores = subject.scores
    title = pgettext("report", "Your six interests")
    chart = score_bars(scores, plain=True)
    if chart is None:
        named = listed(PLAIN_NAMES[letter] for letter in scores.letters)
        said = _("{interests}, the strongest first.", interests=named)
        return _section("own-interests", pgettext("report", "Your interests"), *prose(said))
    columns = (pgettext("column", "Interest"), pgettext("column", "Score"))
    rows = [(row.name, row.text) for row in chart.rows]
    drawn = Chart("scores", chart, chart.sentence, (table(title, columns, rows),), NARROW)
    low, high = f"{chart.low:g}", f"{chart.high:g}"
    scale = _("Points from {low} to {high}.", low=low, high=high)
    if scores.instrument.items:
        scale = _("Points from {low}, would like none of it, to {high}, would like all of it.",
                  low=low, high=high)  # fmt: skip
    return _section("own-interests", title, drawn, *prose(scale, look="drawing"))


def _meeting(subject: Subject) -> Section:
    """Where client and job meet; why there is no list; else what the page is for."""
    scores, found = subject.scores, subject.found
    if not subject.view.ranking:
        why: Said = _("A code alone ranks no jobs; six scores would.")
        if scores.scores:
            why = joined((_LEVEL, flat_says(scores)))
        return _section("page-can", _("Why there is no list"), *prose(why))
    if found is not None and found.parts:
        met = shapes_sentence(found.parts, *YOU)
        return _section("page-can", _("Where you and the job meet"), *prose(met))
    return _section("page-can", _("What this page can do"), *prose(_SAYS))


def _ask() -> Section:
    return _section("ask-yourself", pgettext("heading", "Ask yourself"), *prose(_ASK))


def _jobs(subject: Subject, groups: Sequence[FirstGroup], by: Basis) -> Section:
    """Three groups by schooling, four jobs in each, the surest first; near twins as one."""
    matches = subject.matches
    count = sum(n for group in groups for __, n in group.counts)
    of, closest = number(matches.of), number(_closest(matches))
    title: Said = ngettext(
        "{n} of {of} jobs may be among the {closest} closest to your interests",
        "{n} of {of} jobs may be among the {closest} closest to your interests",
        count, n=number(count), of=of, closest=closest,
    )  # fmt: skip
    if by == "rank":
        title = _("The {closest} jobs of {of} that are closest to your interests",
                  closest=closest, of=of)  # fmt: skip
    said: list[str] = [singled_out(subject.view.placed) or ""]
    if matches.filters != filter_words(Filters()):
        said.append(pgettext("report", "Filter: {filters}.", filters=matches.filters))
    tables = tuple(_table(group) for group in groups)
    note = _about_a_line(matches)
    if any(one.count > 1 for group in groups for one in group.jobs):
        note = joined((note, _("Near-twins share a line.")))
    whose = [
        pgettext("whose figures", "{job}: {group}", job=one.title, group=one.whose)
        for group in groups
        for one in group.jobs
        if one.whose
    ]
    if whose:
        note = joined(
            (note, _("* Figures of a larger group: {groups}.", groups=joined(whose, "; ")))
        )
    return _section("first-jobs", title, *tables, *prose(note, look="note"),
                    finding=joined(said))  # fmt: skip


def _closest(matches: MatchList) -> int:
    """How many jobs are the tenth that tiers speak of."""
    return max(1, matches.of // TENTH)


def _table(group: FirstGroup) -> Part:
    title, about = SCHOOLING[group.schooling]
    columns = (
        Column(pgettext("column", "Occupation"), id="title"),
        Column(pgettext("column", "Jobs in one"), id="twins"),
        Column(_("Among the tenth closest"), id="tier"),
        Column(_("How many in this tier"), id="in-tier"),
        Column(pgettext("column", "Middle pay"), pgettext("unit", "dollars a year"), id="pay"),
        Column(pgettext("column", "Schooling"), id="school"),
        Column(pgettext("column", "Outlook"), id="outlook"),
        Column(pgettext("column", "Trend"), id="trend"),
        Column(about, id="about"),
    )
    counts = dict(group.counts)
    made = table(title, columns[:-1], [_row(one, counts) for one in group.jobs],
                 "first-jobs")  # fmt: skip
    return replace(made, counted=(about, _("None of your closest jobs is here.")))


def _row(one: FirstJob, counts: Mapping[str, int]) -> list[str | Cell]:
    twins: Said | str = ""
    if one.count > 1:
        twins = ngettext("{n} job", "{n} jobs", one.count, n=number(one.count))
    star = "*" if one.whose else ""
    title = one.title if one.count > 1 else shown_title(one.title)
    return [
        title, twins,
        Cell(plain(_TIERS.get(one.section, _TENTH)), value=DOTS.get(one.section)),
        number(counts[one.section]),
        joined((one.pay, star), ""), one.school, one.outlook, one.trend,
    ]  # fmt: skip


_TIERS: Mapping[str, Said] = {str(name): words for name, words in TIER_WORDS.items()}


def _starters(subject: Subject) -> Section | None:
    """A job for each interest, two for each letter of a code: to look at in any order."""
    scores, matches = subject.scores, subject.matches
    each, letters = (1, LETTERS) if scores.scores else (2, tuple(scores.letters))
    jobs = [
        job
        for letter in letters
        for job in [one for one in matches.starters if one.letters[0] == letter][:each]
    ]
    if not jobs:
        return None
    columns = (
        Column(pgettext("column", "Interest"), id="interest"),
        Column(pgettext("column", "Occupation"), id="title"),
        Column(pgettext("column", "What people do"), id="sentence"),
        Column(pgettext("column", "Middle pay"), pgettext("unit", "dollars a year"), id="pay"),
        Column(pgettext("column", "Schooling"), id="school"),
        Column(pgettext("column", "Outlook"), id="outlook"),
        Column(pgettext("column", "Trend"), id="trend"),
    )
    title = _("A job of each kind, to see what draws you")
    about = _("In no order: of each interest what has most openings and does not shrink.")
    note = _about_a_line(matches)
    rows = [_starter(one, matches) for one in jobs]
    return _section("starters", title, table(title, columns, rows, "starters"),
                    *prose(note, look="note"), finding=about)  # fmt: skip


def _about_a_line(matches: MatchList) -> Said:
    """Where the pay of each job is of, and what stands beside it."""
    return _("Middle pay in {place}, schooling after high school, and how the number of jobs is"
             " changing.", place=in_place(matches.place or NATION_NAME))  # fmt: skip


def _starter(job: OccupationRow, matches: MatchList) -> list[str]:
    facts = matches.short(job.code)
    return [PLAIN_NAMES[job.letters[0]], shown_title(job.title), opening(job.summary), facts.pay,
            facts.school, facts.outlook, facts.trend]  # fmt: skip


def _do_next(subject: Subject) -> Section:
    """Marking and asking; with a flat profile what helps instead of an order."""
    title = pgettext("report", "Do next")
    if subject.one is not None:
        steps: list[tuple[str, str]] = [
            (_("Read the job sheet"), _("of {job}, and mark what draws you.",
                                        job=shown_title(subject.one.occupation.title)))
        ]  # fmt: skip
    else:
        steps = [(_("Mark three jobs"), _("on this page, and read their job sheets."))]
    steps.append(
        (
            pgettext("begins a step", "Ask someone"),
            _("who does one of them what a usual day is like."),
        )
    )
    if subject.scores.scores and flat(subject.scores):
        steps[1:] = [("", said) for said in helps_instead(subject.view.client)][:3]
    facts = tuple(Fact(head, plain(said)) for head, said in steps)
    return _section("do-next", title, Facts(title, facts))


def _sources(subject: Subject, groups: Sequence[FirstGroup]) -> Section:
    """What the tiers mean and what is from where, as the page carries no marks."""
    matches, said = subject.matches, list[str]()
    if tiers := _tiers_told(subject.matches, groups):
        said.append(tiers)
    said.append(sources_said(matches.pay, matches.education, matches.interests, jobs=False))
    line = joined((*said, _("Scores, codes and errors: the counselor’s page.")))
    return _section("student-sources", pgettext("section", "Sources"),
                    Prose((plain(line),), "note"))  # fmt: skip


def _tiers_told(matches: MatchList, groups: Sequence[FirstGroup]) -> Said:
    """In how many of ten repeats a job of each tier on the page is among the closest."""
    shown = {name for group in groups for name, __ in group.counts}
    told: list[str] = []
    for name, fewest in TIERS:
        n = fewest * 10 // DRAWS
        if name in shown and not told:
            told.append(
                _("{tier}: among the {closest} closest in {n} of 10 repeats of the answers within"
                  " their error, or more", tier=TIER_WORDS[name],
                  closest=number(_closest(matches)), n=n)
            )  # fmt: skip
        elif name in shown:
            told.append(_("{tier}: in {n}", tier=lowered(TIER_WORDS[name]), n=n))
    return joined((joined(told, "; "), "."), "") if told else joined(())
