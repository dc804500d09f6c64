"""What is around an occupation: tools, related occupations, where people work, AI."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from counselor_app.charts import industry_bars, natural_basis, strips
from counselor_app.domain.figures.wording import number, untold, whose
from counselor_app.domain.occupation import findings, sectors
from counselor_app.domain.occupation.sheet import Related
from counselor_app.domain.occupation.titles import shown_title
from counselor_app.domain.occupation.years import school_number
from counselor_app.language import _, capitalised, joined, listed, pgettext
from counselor_app.reports.parts import (
    Bars,
    Cell,
    Chart,
    Column,
    Fact,
    Facts,
    Part,
    Prose,
    Run,
    Section,
    Text,
    plain,
    prose,
    table,
)
from counselor_app.reports.printed import in_short, share_bar
from counselor_app.reports.sections.asked import Job, sentence
from counselor_app.reports.sections.ratings import COLUMN, NAME

# Names on a line of tools are tried from so many downwards until they fit.
_NAMED = 12
_RELATED_NAMED = 2
_ALONE = _("this occupation alone")


def tools(job: Job) -> Section:
    """What is asked for in job ads, and the most common kinds."""
    found, title = job.sheet.tools, _("Tools and software")
    if not found:
        none = job.sheet.why_none("tool", _("not listed for this occupation"))
        line = Fact("", plain(sentence(none)))
        return Section("tools", title, parts=(Facts(title, (line,)),))
    wanted = [t.name for t in found if t.in_demand]
    hot = [t.name for t in found if t.hot and not t.in_demand]
    kinds = [joined((kind, f"({n})")) for kind, n in Counter(t.kind for t in found).most_common()]
    lines = (
        (pgettext("tools", "In demand"), wanted, 3),
        (pgettext("tools", "Hot overall"), hot, 3),
        (pgettext("tools", "Kinds"), kinds, 4),
    )
    facts = tuple(_as_fits(label, names, most) for label, names, most in lines if names)
    named = number(len(found))
    said = pgettext("report", "{n} named", n=named)
    if wanted:
        said = _("{n} named, {wanted} in demand", n=named, wanted=number(len(wanted)))
    elif hot:
        said = _("{n} named, {hot} asked for widely", n=named, hot=number(len(hot)))
    finding = plain(said, job.notes.mark("onet"))
    return Section("tools", title, finding, (Facts(title, facts),))


def _as_fits(label: str, names: Sequence[str], lines: int) -> Fact:
    """As many names as fit on so many lines, and how many more."""

    def said(shown: int) -> Text:
        more = len(names) - shown
        if not more:
            return plain(listed(names))
        first = joined(names[:shown], ", ")
        return plain(_("{names} and {n} more", names=first, n=more))

    first, *shorter = (said(n) for n in range(min(_NAMED, len(names)), 0, -1))
    return Fact(label, first, shorter=tuple(shorter), lines=lines)


def related(job: Job) -> Section:
    """Related occupations with their pay, change, openings and job zone."""
    sheet, title = job.sheet, pgettext("report", "Related occupations")
    if not sheet.related:
        none = sheet.why_none("related", _("none are listed for this occupation"))
        return Section("related", title, parts=prose(sentence(none)))
    onet, oews, ep = (job.notes.mark(key) for key in ("onet", "oews", "ep"))
    found, jobs = sheet.outlook, pgettext("column", "Jobs")
    if found.base_year:
        years = f"{found.base_year}–{str(found.target_year)[-2:]}"
        jobs = pgettext("report", "Jobs {years}", years=years)
    here = pgettext("report", "Median pay")
    if sheet.places:
        here = _("Median pay, {place}", place=sheet.places[0].place)
    columns = [
        Column(pgettext("column", "Occupation"), id="title"),
        Column(pgettext("column", "Code")),
        Column(_("Years of school after high school"), pgettext("unit", "years"), ep, "years"),
        Column(here, pgettext("unit", "dollars a year"), oews, "here"),
        Column(jobs, pgettext("unit", "percent"), ep, "change"),
        Column(
            pgettext("report", "Openings/yr"), pgettext("unit", "openings a year"), ep, "openings"
        ),
        Column(pgettext("report", "Job zone"), _("zone, 1 to 5"), onet, "zone"),
    ]
    shown = sheet.all_related
    grouped = any(_whose(one) for one in shown)
    columns += [Column(_("Pay and outlook are of"))] if grouped else []
    rows = [[*_related(one), *([_whose(one) or _ALONE] if grouped else [])] for one in shown]
    note = prose(findings.related_note(shown), look="note")
    short = plain(findings.related_note(shown, _RELATED_NAMED))
    note = tuple(replace(one, shorter=(short,), lines=2) for one in note)
    finding = plain(findings.related_finding(sheet, shown), onet)
    return Section("related", title, finding, (table(title, columns, rows, "related"), *note))


def _whose(one: Related) -> str:
    return whose(one.here.median(), one.change_pct)


def _related(one: Related) -> list[str | Cell]:
    # A column of a file names the group; paper has no room for that, and tells no figure of a
    # group in which the job is only one of several.
    pay, change, openings = (
        (Run("–", "paper"), Run(in_short(figure), "file"))
        if figure.one_of_many
        else (Run(in_short(figure)),)
        for figure in (one.here.median(), one.change_pct, one.openings)
    )
    drawn = Cell(change, value=one.change_pct.number)
    title = Cell(plain(shown_title(one.title)))
    years = school_number(one.outlook) or "–"
    return [title, one.code, years, Cell(pay), drawn, Cell(openings), in_short(one.job_zone)]


def where(job: Job) -> Section:
    """The sectors that employ most, with their pay; where the states with most jobs are."""
    sheet, title = job.sheet, _("Where they work")
    known = [bar for bar in industry_bars(sheet.industries).rows if bar.value is not None]
    if not known:
        none = _("not published by industry for this occupation")
        said = prose(sentence(sheet.why_none("industry_wage", none)))
        return Section("where", title, parts=said)
    medians, oews = {s.wages.place: s.wages for s in sheet.industries}, job.notes.mark("oews")
    rows = []
    for bar in known[:COLUMN]:
        wages = medians[bar.name]
        basis = natural_basis(wages)
        unit = pgettext("unit", "dollars a year")
        if basis == "hourly":
            unit = pgettext("unit", "dollars an hour")
        median = Cell(plain(in_short(wages.median(basis))), unit)
        rows.append(share_bar(bar, capitalised(sectors.short_sector(wages)), median))
    columns = (
        Column(NAME),
        Column(_("Share of employees"), pgettext("unit", "percent"), oews),
        Column(pgettext("report", "Median pay"), mark=oews),
    )
    # The head names the group once, in its small type: a narrow column has no room for it twice.
    group = whose(sheet.industries[0].share)
    head = _("{title}: {group}", title=title, group=group) if group else title
    # Shares of a whole run from 0 to 100, or a fifth looks like all.
    bars = Bars(head, columns, 0.0, 100.0, 0.0, ("", ""), tuple(rows))
    finding, states = (
        untold(said or "", group)
        for said in (sectors.sectors_finding(sheet), sectors.states_sentence(sheet))
    )
    return Section("where", head, plain(finding, oews), (bars, *prose(states, look="note")))


def exposure(job: Job) -> Section:
    """What studies of software and AI say of the occupation, one below another."""
    spec = strips(job.sheet.exposure)
    if spec is None:
        none = prose(_("No study in this pack covers this occupation."))
        return Section("exposure", _("Automation and AI"), parts=none)
    mark = job.notes.mark("exposure")
    finding = plain(findings.exposure_finding(job.sheet), mark)
    last = Run(_("It is not a probability of losing a job."), "bold", None if finding else mark)
    row = _("Each row ranks this job in one study of what software could do or help with.")
    columns = (
        pgettext("column", "Study"),
        _("What it measures"),
        Column(_("Percentile among jobs"), pgettext("unit", "percentile"), mark),
        Column(_("Value on its own scale"), _("the study’s own scale"), mark),
    )
    rows, drawn = [], []
    for strip in spec.rows:
        rank = (
            pgettext("report", "no rank") if strip.percentile is None else f"{strip.percentile:.0f}"
        )
        about = joined((str(strip.year), strip.meaning), ", ")
        rows.append((strip.name, about, rank, strip.text))
        drawn.append({"name": strip.name, "sub": about, "percentile": strip.percentile,
                      "rank_text": rank, "text": strip.text})  # fmt: skip
    studies = table(_("Studies of automation and AI"), columns, rows)
    parts: tuple[Part, ...] = (
        Prose(((Run(row), Run(" "), last),), "table"),
        Chart("studies", drawn, spec.sentence, (studies,)),
        *prose(joined(findings.exposure_of_others(job.sheet)), look="note"),
    )
    return Section("exposure", _("Automation and AI: never one score"), finding, parts)
