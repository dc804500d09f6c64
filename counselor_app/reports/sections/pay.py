"""A profile's figures: those at the head, pay, outlook, and the way in."""

from __future__ import annotations

from dataclasses import replace

from counselor_app.charts import natural_basis, openings_steps, pay_chart
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.ratings import interval_95
from counselor_app.domain.figures.wording import percent, untold, value_words, whose
from counselor_app.domain.occupation import findings, preparation
from counselor_app.domain.occupation.pay_words import basis_note
from counselor_app.domain.occupation.prices import real_sentence
from counselor_app.domain.occupation.schooling import entry_finding
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.target import target_in, target_note
from counselor_app.domain.occupation.wages import WageRow
from counselor_app.domain.occupation.ways import outlook_word
from counselor_app.language import _, after_first, capitalised, joined, lowered, pgettext
from counselor_app.reports.parts import (
    Chart,
    Column,
    Fact,
    Facts,
    Part,
    Prose,
    Section,
    Text,
    plain,
    prose,
    table,
)
from counselor_app.reports.printed import in_short
from counselor_app.reports.sections.asked import Job

PLACES = 3
_WIDE, _HALF = 520.0, 320.0
_BANDS = _("P10: 1 in 10 earns less; P25–P75: the middle half; P90: 1 in 10 earns more.")
_DOLLARS = {
    "annual": pgettext("unit", "dollars a year"),
    "hourly": pgettext("unit", "dollars an hour"),
}


def key_figures(job: Job) -> Section:
    """Pay, employees, change, openings and job zone, side by side at the head."""
    sheet, nation, outlook = job.sheet, job.sheet.nation, job.sheet.outlook
    basis, zone = natural_basis(nation), sheet.figures["job_zone"]
    median, survey = nation.median(basis), nation.median(basis).source.release
    years = _years(sheet)
    oews, ep, onet = job.notes.mark("oews"), job.notes.mark("ep"), job.notes.mark("onet")
    label = _("median pay an hour") if basis == "hourly" else _("median pay a year")
    payrolls = _("on payrolls; {survey}", survey=survey) if survey else ""
    average = pgettext("report", "average, {years}", years=years) if years else ""
    openings, persons = pgettext("unit", "openings a year"), pgettext("unit", "employees")
    facts = (
        _figure(median, label, oews, _beside_pay(nation, basis, survey), _DOLLARS[basis]),
        _figure(nation.employment, pgettext("report", "employees, U.S."), oews, payrolls, persons),
        _figure(outlook.change_pct, _("change in jobs"), ep, years, pgettext("unit", "percent")),
        _figure(outlook.openings, _("openings a year"), ep, average, openings),
        _figure(zone, pgettext("fact", "job zone"), onet, preparation.zone_words(sheet) or "",
                _("zone, 1 to 5"), pgettext("figure", "of 5")),
    )  # fmt: skip
    title = pgettext("section", "Key figures")
    return Section("key-figures", title, parts=(Facts(title, facts, "figures"),))


def _years(sheet: Sheet) -> str:
    outlook = sheet.outlook
    if not outlook.base_year:
        return ""
    return _("{first} to {last}", first=outlook.base_year, last=outlook.target_year or 0)


def _beside_pay(nation: WageRow, basis: str, survey: str) -> str:
    """By what it is paid alone, or the pay an hour; and when that was found."""
    hourly = nation.median("hourly")
    if nation.pay_basis and basis == "annual":
        return _("by the year only; {survey}", survey=survey)
    if nation.pay_basis:
        return _("by the hour only; {survey}", survey=survey)
    if hourly.number is None:
        return survey
    return _("{pay} an hour; {survey}", pay=value_words(hourly), survey=survey)


def _figure(figure: Figure, label: str, mark: int, about: str, unit: str, of: str = "") -> Fact:
    missing = figure.number is None
    return Fact(
        label, plain(in_short(figure), mark), unit=unit, of="" if missing else of, about=about,
        whose=whose(figure), missing=missing,
    )  # fmt: skip


def pay(job: Job) -> Section:
    """The pay bands, where the client's own wage stands, what the median buys."""
    sheet, nation, oews = job.sheet, job.sheet.nation, job.notes.mark("oews")
    rows, basis = (nation, *sheet.places[:PLACES]), natural_basis(nation)
    group = whose(nation.median())
    note = _beyond_who(nation.median()) if group else basis_note(nation)
    chart = pay_chart((*rows, *_all_jobs(sheet)) if nation.full_year else rows, basis)
    lines: list[Text] = [plain(why)] if (why := findings.why_little(sheet)) else []
    if job.target is not None:
        here = target_in(job.target, nation, basis)
        beside = pay_chart(rows, basis, target=here)
        stands = "" if here is None else beside.sentence
        chart = replace(beside, sentence=joined((chart.sentence, stands)))
        counted = joined((stands, target_note(job.target, nation, basis)))
        lines.append(plain(_("Your wage: {stands}", stands=counted), oews))
    if job.prices is not None:
        places = [row for row in rows[1:] if row.kind != "industry"]
        said = (real_sentence(row, row.median(basis), job.prices.of(row)) for row in places)
        # The finding over them names the group; they are its sentences.
        lines += [plain(untold(s, group), job.notes.mark("rpp")) for s in said]
    unit = _DOLLARS[chart.basis]
    _place, *heads = chart.table.header
    columns: tuple[Column | str, ...] = (
        pgettext("column", "Place"),
        *(Column(head, unit, oews) for head in heads),
    )
    title = _("Pay, $ an hour") if chart.basis == "hourly" else _("Pay, $ a year")
    tables = [table(title, columns, chart.table.rows)]
    persons = [(row.place, value_words(row.employment)) for row in rows if _has_employees(row)]
    if persons:
        head = pgettext("column", "Employees")
        place = pgettext("column", "Place")
        people = pgettext("unit", "employees")
        tables.append(table(head, (place, Column(head, people, oews)), persons))
    whole = any(all(knot.value is not None for knot in row.knots) for row in chart.rows)
    alt = joined((chart.sentence, _BANDS if whole else ""))
    drawn = Chart("pay-bands", chart, alt, tuple(tables), _WIDE)
    parts: tuple[Part, ...] = (*prose(*lines, look="line"), drawn, *prose(note, look="note"))
    finding = plain(findings.pay_finding(nation), oews)
    return Section("pay", pgettext("section", "Pay"), finding, parts)


def _all_jobs(sheet: Sheet) -> tuple[WageRow, ...]:
    """What all jobs together pay, in the first place and in the nation, as a measure."""
    places = [(sheet.all_here, sheet.places[0].place)] if sheet.places else []
    places.append((sheet.all_occupations, pgettext("place, short", "U.S.")))
    return tuple(
        replace(row, place=_("All jobs, {place}", place=place))
        for row, place in places
        if row.kind != "industry"
    )


def _has_employees(row: WageRow) -> bool:
    """Whether its employees are published, or why they are not is another reason than the pay's."""
    figure = row.employment
    return figure.number is not None or figure.flag not in (None, "", row.median().flag)


def _beyond_who(figure: Figure) -> str:
    """What a figure covers, without the first sentence: who is counted stands in the notes."""
    return after_first(figure.about or "")


def outlook(job: Job) -> Section:
    """The projection in sentences, and the yearly openings step by step."""
    found, ep = job.sheet.outlook, job.notes.mark("ep")
    told = joined((findings.outlook_sentence(found), outlook_word(found) or ""))
    parts: list[Prose | Chart] = [*prose(plain(told, ep))]
    chart = openings_steps(found)
    if chart is not None:
        head, *_rest = chart.table.header
        columns = (head, Column(_("People or jobs"), pgettext("unit", "a year"), ep))
        steps = table(_("Openings each year"), columns, chart.table.rows)
        parts.append(Chart("openings", chart, chart.sentence, (steps,), _HALF))
        parts += prose(chart.note, look="note")
    finding = plain(findings.outlook_finding(found))
    return Section("outlook", pgettext("section", "Outlook"), finding, tuple(parts))


def getting_in(job: Job) -> Section:
    """Education, experience and training of a newcomer, the job zone, what job holders say."""
    sheet, found, ep = job.sheet, job.sheet.outlook, job.notes.mark("ep")
    onet = job.notes.mark("onet")

    def entry(figure: Figure, words: dict[str, str]) -> Text:
        said = words.get(figure.value) if isinstance(figure.value, str) else None
        return plain(capitalised(said or value_words(figure)), ep)

    facts = [
        Fact(pgettext("fact", "Education"), entry(found.education, {})),
        Fact(pgettext("fact", "Experience"),
             entry(found.experience, preparation.EXPERIENCE_WORDS)),
        Fact(pgettext("fact", "Training"), entry(found.training, preparation.TRAINING_WORDS)),
    ]  # fmt: skip
    group, own = whose(found.education), [_zone(sheet, onet)]
    if asked := _asked(job):
        own.append(asked)
    # What is said of the job itself comes before what is its group's.
    facts = (
        [*reversed(own), Fact("", plain(joined((group, ":"), ""))), *facts]
        if group
        else [*facts, *own]
    )
    if said := preparation.license_line(sheet):
        known = None if sheet.handbook is None else job.notes.mark("handbook")
        facts.append(Fact(pgettext("fact", "License"), plain(said, known)))
    if sheet.handbook is not None and sheet.handbook.advancement_line:
        up = plain(sheet.handbook.advancement_line, job.notes.mark("handbook"))
        facts.append(Fact(pgettext("fact", "Moving up"), up))
    if sheet.apprenticeship is not None:
        facts.append(Fact(pgettext("fact", "Apprenticeship"), plain(sheet.apprenticeship.words)))
    title = pgettext("report", "Getting in")
    parts = (Facts(title, tuple(facts)),)
    return Section("getting-in", title, plain(entry_finding(sheet)), parts)


def _zone(sheet: Sheet, mark: int) -> Fact:
    zone, label = sheet.figures["job_zone"], pgettext("fact", "Job zone")
    if zone.number is None:
        return Fact(label, plain(capitalised(value_words(zone)), mark))
    said = _(
        "{zone} of 5, {words}", zone=value_words(zone), words=preparation.zone_words(sheet) or ""
    )
    return Fact(label, plain(said, mark), int(zone.number))


def _asked(job: Job) -> Fact | None:
    """What most of those who were asked say."""
    answers = job.sheet.requirements.get("RL", ())
    if not answers:
        return None
    most = max(answers, key=lambda r: r.figure.number or 0)
    figure, needs = most.figure, lowered(most.words)
    share = value_words(figure)
    said = _("{share} of those asked say a newcomer needs: {needs}", share=share, needs=needs)
    if figure.n:
        said = _(
            "{share} of {n} asked say a newcomer needs: {needs}",
            share=share, n=figure.n, needs=needs,
        )  # fmt: skip
    bounds = interval_95(figure)
    if bounds is not None and figure.number is not None:
        low, high = map(percent, bounds)
        said = _("{said} ({low} to {high})", said=said, low=low, high=high)
    label = pgettext("fact", "Experts")
    if figure.rater == "Incumbent":
        label = pgettext("report", "Job holders")
    return Fact(label, plain(joined((said, most.figure.flag or ""), "; "),
                             job.notes.mark("education")))  # fmt: skip
