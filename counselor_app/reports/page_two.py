"""Page 2 of a profile: the detail a counselor wants to go through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from counselor_app.charts import (
    education_bars,
    industry_bars,
    natural_basis,
    ranked_bars,
    strips,
)
from counselor_app.domain.figures import wording
from counselor_app.domain.figures.phrases import phrase
from counselor_app.domain.figures.ratings import Domain, Rating
from counselor_app.domain.figures.wording import (
    NOT_RATED,
    capitalised,
    groups_note,
    listed,
    number,
    whose,
)
from counselor_app.domain.occupation import findings, preparation, sectors
from counselor_app.domain.occupation.plain_words import Wording
from counselor_app.domain.occupation.sheet import Related, Sheet
from counselor_app.reports import job_words
from counselor_app.reports.blocks import (
    BarsBlock,
    ExposureBlock,
    FactsBlock,
    ListBlock,
    PageTwo,
    RelatedBlock,
    RelatedRow,
    StudyRow,
)
from counselor_app.reports.page_one import not_rated
from counselor_app.reports.parts import (
    Fact,
    Notes,
    PrintedBars,
    Run,
    Text,
    in_short,
    plain,
    rated_bar,
    share_bar,
)

# Activities, fewer under our own words of what the job is like.
ACTIVITIES, FEWER = 7, 5
COLUMN = 5
RELATED = 7

# Letters on a line of the tasks, and how many lines they may take.
LETTERS_A_LINE = 68
TASK_LINES, FEWER_LINES = 9, 7


def page_two(
    sheet: Sheet, notes: Notes, wanted: Collection[str], chosen: Wording = "ours"
) -> PageTwo:
    """The wanted sections of page 2 in reading order; marks go on from page 1."""
    like = job_words.what_it_is_like(sheet, notes, chosen) if "words" in wanted else None
    fewer, tasks = like is not None, job_words.prints_tasks(sheet, chosen)
    return PageTwo(
        like=like,
        activities=_activities(sheet, notes, tasks, fewer) if "activities" in wanted else None,
        tools=_tools(sheet, notes, fewer) if "tools" in wanted else None,
        knowledge=_rated(sheet, notes, "knowledge", "Knowledge") if "knowledge" in wanted else None,
        styles=_rated(sheet, notes, "style", "Work styles") if "styles" in wanted else None,
        education=_education(sheet, notes) if "education" in wanted else None,
        related=_related(sheet, notes) if "related" in wanted else None,
        where=_where(sheet, notes) if "where" in wanted else None,
        exposure=_exposure(sheet, notes) if "exposure" in wanted else None,
    )


def _activities(sheet: Sheet, notes: Notes, tasks: bool, fewer: bool) -> ListBlock:
    """The official ``tasks`` or the most important work activities, ``fewer`` of either."""
    finding: Text = ()
    if sheet.ratings.get("activity"):
        finding = plain(findings.activities_finding(sheet), notes.mark("activity"))
    if tasks:
        most = FEWER_LINES if fewer else TASK_LINES
        items = _within_lines([task.text for task in sheet.tasks], most)
        said = f"{len(items)} of {len(sheet.tasks)} tasks in the O*NET list."
        return ListBlock("Typical tasks", finding, items, None, plain(said, notes.mark("task")))
    rated = sheet.ratings.get("activity", ())
    kicker = "Most important activities"
    if not rated:
        most = FEWER_LINES if fewer else TASK_LINES
        lines = _within_lines(findings.what_they_do(sheet), most)
        missing = plain(not_rated(sheet, "activity", "Activities"))
        return ListBlock("The work in short", (), lines, None, missing)
    spec = ranked_bars(rated[: FEWER if fewer else ACTIVITIES])
    rows = tuple(rated_bar(bar, wording.capitalised(phrase(bar.name))) for bar in spec.rows)
    bars = PrintedBars(spec.low, spec.high, spec.origin, spec.ends, rows)
    note = "Importance from 1 to 5; right: share of jobs where it matters less. Names are ours."
    return ListBlock(kicker, finding, (), bars, plain(note))


def _within_lines(sentences: Sequence[str], most: int) -> tuple[str, ...]:
    """The first sentences that take no more than ``most`` lines."""
    said: list[str] = []
    lines = 0
    for sentence in sentences:
        lines += 1 + len(sentence) // LETTERS_A_LINE
        if said and lines > most:
            break
        said.append(sentence)
    return tuple(said)


def _sentence(sheet: Sheet, table: str, words: str) -> str:
    return f"{capitalised(sheet.why_none(table, words))}."


def _tools(sheet: Sheet, notes: Notes, fewer: bool) -> FactsBlock:
    """What is asked for and the most common kinds, on ``fewer`` lines if need be."""
    kicker = "Tools and software"
    if not sheet.tools:
        return FactsBlock(
            kicker,
            (),
            (Fact("", plain(_sentence(sheet, "tool", "not listed for this occupation"))),),
        )
    wanted = [t.name for t in sheet.tools if t.in_demand]
    hot = [t.name for t in sheet.tools if t.hot and not t.in_demand]
    kinds = Counter(t.kind for t in sheet.tools).most_common()
    facts = []
    if wanted:
        facts.append(Fact("In demand", plain(_as_fits(wanted, 3))))
    if hot:
        facts.append(Fact("Hot overall", plain(_as_fits(hot, 2 if fewer and wanted else 3))))
    counted = [f"{kind} ({n})" for kind, n in kinds]
    facts.append(Fact("Kinds", plain(_as_fits(counted, 2 if fewer else 4))))
    said = f"{number(len(sheet.tools))} named"
    if wanted:
        said += f", {number(len(wanted))} in demand"
    elif hot:
        said += f", {number(len(hot))} asked for widely"
    return FactsBlock(kicker, plain(said, notes.mark("onet")), tuple(facts))


def _as_fits(names: Sequence[str], lines: int) -> str:
    """As many names as fit on so many lines of a narrow column, and how many more."""
    room = lines * 33 - len(" and 99 more")
    said: list[str] = []
    for name in names:
        if said and len(", ".join((*said, name))) > room:
            break
        said.append(name)
    more = len(names) - len(said)
    return f"{', '.join(said)} and {more} more" if more else listed(said)


def _rated(sheet: Sheet, notes: Notes, domain: Domain, kicker: str) -> BarsBlock:
    rated: Sequence[Rating] = sheet.ratings.get(domain, ())
    if not rated:
        return BarsBlock(kicker, (), None, _sentence(sheet, domain, NOT_RATED))
    shown = list(rated[:COLUMN])
    if domain == "style":
        # The style that gets most in the way says more than the fifth that helps.
        last = rated[-1]
        if (last.main.number or 0) < 0 and last not in shown:
            shown[-1] = last
        finding = findings.styles_finding(sheet)
    else:
        finding = findings.knowledge_finding(sheet)
    spec = ranked_bars(shown)
    rows = tuple(rated_bar(bar) for bar in spec.rows)
    bars = PrintedBars(spec.low, spec.high, spec.origin, spec.ends, rows)
    note = "† low precision" if any(row.low_precision for row in rows) else ""
    return BarsBlock(kicker, plain(finding, notes.mark(domain)), bars, note)


def _education(sheet: Sheet, notes: Notes) -> BarsBlock:
    kicker = "Education a newcomer needs"
    asked = sheet.requirements.get("RL", ())
    if not asked:
        return BarsBlock(
            kicker,
            (),
            None,
            _sentence(sheet, "requirement", "no answers are published for this occupation"),
        )
    spec = education_bars(asked)
    rows = tuple(share_bar(bar) for bar in spec.rows[:COLUMN])
    bars = PrintedBars(0.0, spec.high, 0.0, ("0", "100%"), rows)
    notes_under = []
    if any(row.low_precision for row in rows):
        notes_under.append("† low precision")
    if len(spec.rows) > len(rows):
        notes_under.append(f"most named of {len(spec.rows)} answers")
    finding = plain(preparation.education_finding(asked), notes.mark("education"))
    return BarsBlock(kicker, finding, bars, "; ".join(notes_under))


def _related(sheet: Sheet, notes: Notes) -> RelatedBlock:
    kicker = "Related occupations"
    if not sheet.related:
        return RelatedBlock(
            kicker, (), (), (), _sentence(sheet, "related", "none are listed for this occupation")
        )
    onet, oews, ep = notes.mark("onet"), notes.mark("oews"), notes.mark("ep")
    outlook = sheet.outlook
    years = f" {outlook.base_year}–{str(outlook.target_year)[-2:]}" if outlook.base_year else ""
    header: tuple[Text, ...] = (
        plain("Occupation"),
        plain("Median pay", oews),
        plain(f"Jobs{years}", ep),
        plain("Openings/yr", ep),
        plain("Job zone", onet),
    )
    shown = sheet.related[:RELATED]
    rows = tuple(_related_row(job) for job in shown)
    finding = plain(findings.related_finding(sheet, shown), onet)
    groups = groups_note((job.title, job.pay.group or job.change_pct.group) for job in shown)
    note = " ".join(filter(None, (groups, findings.related_note(shown))))
    return RelatedBlock(kicker, finding, header, rows, note)


def _related_row(job: Related) -> RelatedRow:
    zone = job.job_zone.number
    return RelatedRow(
        title=job.title,
        code=job.code,
        pay=in_short(job.pay),
        change=job.change_pct.number,
        change_text=in_short(job.change_pct),
        openings=in_short(job.openings),
        zone=None if zone is None else int(zone),
        zone_text=in_short(job.job_zone),
        whose=whose(job.pay, job.change_pct),
    )


def _where(sheet: Sheet, notes: Notes) -> BarsBlock:
    kicker = "Where they work"
    spec = industry_bars(sheet.industries)
    known = [bar for bar in spec.rows if bar.value is not None]
    if not known:
        return BarsBlock(
            kicker,
            (),
            None,
            _sentence(sheet, "industry_wage", "not published by industry for this occupation"),
        )
    medians = {s.wages.place: s.wages for s in sheet.industries}
    rows = tuple(
        share_bar(
            bar,
            wording.capitalised(sectors.short_sector(medians[bar.name])),
            in_short(medians[bar.name].median(natural_basis(medians[bar.name]))),
        )
        for bar in known[:COLUMN]
    )
    bars = PrintedBars(0.0, spec.high, 0.0, ("", ""), rows)
    # The head names the group once, in its small type: a narrow column has no room for it twice.
    group = whose(sheet.industries[0].share)
    head = f"{kicker}: {group}" if group else kicker
    finding, states = (
        capitalised((said or "").removeprefix(f"{group}: "))
        for said in (sectors.sectors_finding(sheet), sectors.states_sentence(sheet))
    )
    return BarsBlock(head, plain(finding, notes.mark("oews")), bars, states)


def _exposure(sheet: Sheet, notes: Notes) -> ExposureBlock:
    kicker = "Automation and AI: never one score"
    spec = strips(sheet.exposure)
    if spec is None:
        words = plain("No study in this pack covers this occupation.")
        return ExposureBlock("Automation and AI", (), words, ())
    sentence: Text = (
        Run("Each dot ranks this job in one study of what software could do or help with. It is "),
        Run("not a probability of losing a job.", "bold"),
    )
    rows = []
    for strip in spec.rows:
        text, rank = strip.text, "no rank"
        if strip.percentile is not None:
            rank = f"{strip.percentile:.0f}"
        sub = f"{strip.year}, {strip.meaning}"
        rows.append(StudyRow(strip.name, sub, strip.percentile, rank, text))
    finding = plain(findings.exposure_finding(sheet), notes.mark("exposure"))
    if not finding:
        sentence = (*sentence, Run("", mark=notes.mark("exposure")))
    whose = " ".join(findings.exposure_of_others(sheet))
    return ExposureBlock(kicker, finding, sentence, tuple(rows), whose)
