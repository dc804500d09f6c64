"""A profile's ratings: skills, interests, activities, knowledge, styles, schooling."""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.charts import education_bars, hexagon, ranked_bars
from counselor_app.domain.figures.phrases import phrase
from counselor_app.domain.figures.ratings import Domain, Rating
from counselor_app.domain.figures.wording import NOT_RATED, value_words
from counselor_app.domain.occupation import findings, preparation
from counselor_app.language import _, capitalised, joined, pgettext
from counselor_app.reports.parts import (
    Bars,
    Chart,
    Column,
    Items,
    Part,
    Prose,
    Run,
    Section,
    Text,
    plain,
    prose,
    table,
)
from counselor_app.reports.printed import rated_bar, share_bar
from counselor_app.reports.sections.asked import Job, not_rated, sentence
from counselor_app.reports.sections.job import prints_tasks

TOP = 6
ACTIVITIES = 7
COLUMN = 5
# Of the official tasks so many, on so many lines of paper at the most.
TASKS = 12
TASK_LINES = 9
NAME = pgettext("column", "Name")
LOW_PRECISION = _("† low precision")
_IMPORTANCE = Column(_("Importance, 1 to 5"), _("importance, 1 to 5"))
_IMPACT = Column(_("Impact, −3 to +3"), _("impact, −3 to +3"))
SHARE = Column(_("Share of people asked"), pgettext("unit", "percent"))


def rated_bars(name: str, ratings: Sequence[Rating], mark: int | None, form: str = "rated") -> Bars:
    """The bars of ratings in the given order; activities under our own names."""
    spec = ranked_bars(ratings)
    ours = form == "activity"
    rows = (rated_bar(bar, capitalised(phrase(bar.name)) if ours else None) for bar in spec.rows)
    measure = _IMPACT if spec.low < 0 else _IMPORTANCE
    columns = (Column(NAME), Column(measure.name, measure.unit, mark))
    return Bars(name, columns, spec.low, spec.high, spec.origin, spec.ends, tuple(rows), form)  # type: ignore[arg-type]


def skills(job: Job) -> Section:
    """The most important skills and abilities, and how to read their bars."""
    sheet, title = job.sheet, _("Skills and abilities")
    domains: tuple[tuple[str, Domain], ...] = (
        (pgettext("ratings", "Skills"), "skill"), (pgettext("ratings", "Abilities"), "ability")
    )  # fmt: skip
    found = [
        rated_bars(name, rated[:TOP], job.notes.mark(domain))
        for name, domain in domains
        if (rated := sheet.ratings.get(domain, ()))
    ]
    finding = plain(findings.skills_finding(sheet))
    if not found:
        return Section("skills", title, finding, prose(not_rated(sheet, "skill", title)))
    lacking = (
        _("{what}: {why}.", what=name, why=sheet.why_none(domain, NOT_RATED))
        for name, domain in domains
        if not sheet.ratings.get(domain)
    )
    agreed = _("No interval is given where all raters agreed or none is published.")
    parts: tuple[Part, ...] = (
        *found,
        Prose((plain(agreed),), "table"),
        *prose(joined(lacking), look="note"),
    )
    return Section("skills", title, finding, parts)


def interests(job: Job) -> Section:
    """The hexagon, its code and whom it suits."""
    found, title = job.sheet.interests, pgettext("section", "Interests")
    if found.profile is None:
        return Section("interests", title, parts=prose(sentence(value_words(found.scores[0]))))
    mark, letters = job.notes.mark("interest"), found.letters.value
    runs = [Run(_("No code is published."), mark=mark)]
    if isinstance(letters, str):
        runs = [Run(pgettext("Holland code", "Code")), Run(" "), Run("-".join(letters), "bold")]
        runs += [Run(".", mark=mark), Run(" "), Run(findings.suits(job.sheet) or "")]
    runs += [Run(" "), Run(_("Center 1, rim 7."), "soft")]
    chart = hexagon(found)
    _name, measure, letter = chart.table.header
    columns = (
        pgettext("column", "Interest"),
        Column(measure, _("interest, 1 to 7"), mark),
        Column(letter, mark=mark),
    )
    tables = (table(title, columns, chart.table.rows),)
    parts = (Chart("hexagon", chart, chart.sentence, tables, 280.0), Prose((tuple(runs),)))
    return Section("interests", title, plain(findings.interests_finding(job.sheet)), parts)


def activities(job: Job) -> Section:
    """The official tasks, or the most important work activities."""
    sheet, rated = job.sheet, job.sheet.ratings.get("activity", ())
    finding: Text = ()
    if rated:
        finding = plain(findings.activities_finding(sheet), job.notes.mark("activity"))
    if prints_tasks(sheet, job.words):
        title, task = pgettext("report", "Typical tasks"), job.notes.mark("task")
        items = tuple(plain(task.text) for task in sheet.tasks[:TASKS])
        of = len(sheet.tasks)
        counted = tuple(
            plain(_("{n} of {all} tasks in the O*NET list.", n=n, all=of), task)
            for n in range(1, len(items) + 1)
        )
        return Section("activities", title, finding,
                       (Items(title, items, lines=TASK_LINES, counted=counted),))  # fmt: skip
    if not rated:
        title = _("The work in short")
        said = tuple(map(plain, findings.what_they_do(sheet)))
        missing = not_rated(sheet, "activity", pgettext("ratings", "Activities"))
        short = (Items(title, said, lines=TASK_LINES),) if said else ()
        return Section("activities", title, finding, (*short, *prose(missing, look="note")))
    title = _("Most important activities")
    shown = rated[:ACTIVITIES]
    bars = rated_bars(title, shown, job.notes.mark("activity"), "activity")
    key = _("Importance from 1 to 5; right: share of jobs where it matters less. Names are ours.")
    ours = _("The names of the activities are ours.")
    notes = Prose((plain(key),), "drawing"), Prose((plain(ours),), "table")
    return Section("activities", title, finding, (bars, *notes))


def knowledge(job: Job) -> Section:
    """The most important fields of knowledge."""
    title, shown = pgettext("section", "Knowledge"), job.sheet.ratings.get("knowledge", ())[:COLUMN]
    return _column(job, "knowledge", "knowledge", title, shown)


def styles(job: Job) -> Section:
    """Work styles; the one that gets most in the way says more than the fifth that helps."""
    rated = job.sheet.ratings.get("style", ())
    shown = list(rated[:COLUMN])
    if rated and (rated[-1].main.number or 0) < 0 and rated[-1] not in shown:
        shown[-1] = rated[-1]
    return _column(job, "styles", "style", pgettext("report", "Work styles"), shown)


def _column(job: Job, name: str, domain: Domain, title: str, shown: Sequence[Rating]) -> Section:
    if not shown:
        return Section(name, title, parts=prose(sentence(job.sheet.why_none(domain, NOT_RATED))))
    mark = job.notes.mark(domain)
    find = findings.styles_finding if domain == "style" else findings.knowledge_finding
    bars = rated_bars(title, shown, mark, "stacked")
    low = any(bar.low_precision for bar in bars.rows)
    note = prose(LOW_PRECISION if low else "", look="note")
    return Section(name, title, plain(find(job.sheet), mark), (bars, *note))


def education(job: Job) -> Section:
    """What those who were asked say that a newcomer needs."""
    title, asked = _("Education a newcomer needs"), job.sheet.requirements.get("RL", ())
    if not asked:
        none = _("no answers are published for this occupation")
        said = prose(sentence(job.sheet.why_none("requirement", none)))
        return Section("education", title, parts=said)
    spec, mark = education_bars(asked), job.notes.mark("education")
    rows = tuple(share_bar(bar) for bar in spec.rows[:COLUMN])
    columns = (Column(_ANSWER), Column(SHARE.name, SHARE.unit, mark))
    bars = Bars(title, columns, 0.0, spec.high, 0.0, ("0", "100%"), rows)
    under = [LOW_PRECISION] if any(row.low_precision for row in rows) else []
    if len(spec.rows) > len(rows):
        under.append(_("most named of {n} answers", n=len(spec.rows)))
    finding = plain(preparation.education_finding(asked), mark)
    return Section("education", title, finding, (bars, *prose(joined(under, "; "), look="note")))


_ANSWER = pgettext("column", "Answer")
