"""Page 1 of a profile: what a parent wants to know first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from counselor_app.charts import (
    Hexagon,
    hexagon,
    natural_basis,
    openings_steps,
    pay_chart,
    ranked_bars,
)
from counselor_app.domain.figures import wording
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.ratings import Domain
from counselor_app.domain.figures.wording import (
    NOT_RATED,
    capitalised,
    interval_words,
    listed,
    value_words,
    whose,
)
from counselor_app.domain.occupation import findings, preparation
from counselor_app.domain.occupation.pay_words import basis_note
from counselor_app.domain.occupation.plain_words import Wording
from counselor_app.domain.occupation.prices import PriceParities, real_sentence
from counselor_app.domain.occupation.schooling import entry_finding
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.target import Target, target_in, target_note
from counselor_app.reports import job_words
from counselor_app.reports.blocks import (
    FactsBlock,
    InterestsBlock,
    OutlookBlock,
    PageOne,
    PayBlock,
    RatingGroup,
    RatingsBlock,
)
from counselor_app.reports.parts import (
    Fact,
    KeyFigure,
    Notes,
    PrintedBars,
    Run,
    Text,
    in_short,
    plain,
    rated_bar,
)

TOP = 6
TITLES = 4
LETTERS_A_LINE = 96
PLACES = 3


def page_one(
    sheet: Sheet,
    notes: Notes,
    wanted: Collection[str],
    target: Target | None = None,
    prices: PriceParities | None = None,
    chosen: Wording = "ours",
) -> PageOne:
    """The wanted sections of page 1 in reading order; marks are numbered as they come."""
    short = len(sheet.places) > 1
    return PageOne(
        lead=job_words.lead(sheet, notes, chosen),
        also_called=_also_called(sheet, notes),
        on_the_job=(
            job_words.on_the_job(sheet, notes, chosen, short=short) if "words" in wanted else None
        ),
        key_figures=_key_figures(sheet, notes),
        pay=_pay(sheet, notes, target, prices) if "pay" in wanted else None,
        outlook=_outlook(sheet, notes) if "outlook" in wanted else None,
        getting_in=_getting_in(sheet, notes) if "getting-in" in wanted else None,
        ratings=_ratings(sheet, notes) if "skills" in wanted else None,
        interests=_interests(sheet, notes) if "interests" in wanted else None,
    )


def _also_called(sheet: Sheet, notes: Notes) -> Text:
    """The best-known other titles, as many as fit on a line."""
    known = sheet.occupation.title.lower().removesuffix("s")
    titles: list[str] = []
    for title in sheet.titles.titles:
        fits = len(", ".join((*titles, title))) <= LETTERS_A_LINE
        if fits and known not in title.lower():
            titles.append(title)
        if len(titles) == TITLES:
            break
    if not titles:
        return ()
    return (Run(f"Also called {listed(titles)}.", "soft", notes.mark("onet")),)


def _key_figures(sheet: Sheet, notes: Notes) -> tuple[KeyFigure, ...]:
    nation, outlook, zone = sheet.nation, sheet.outlook, sheet.figures["job_zone"]
    basis = natural_basis(nation)
    median, hourly = nation.median(basis), nation.median("hourly")
    survey = median.source.release
    beside = survey
    if nation.pay_basis:
        beside = f"{'by the year' if basis == 'annual' else 'by the hour'} only; {survey}"
    elif hourly.number is not None:
        beside = f"{value_words(hourly)} an hour; {survey}"
    years = f"{outlook.base_year} to {outlook.target_year}" if outlook.base_year else ""
    payrolls = f"on payrolls; {survey}" if survey else ""
    average = f"average, {years}" if years else ""
    oews, ep, onet = notes.mark("oews"), notes.mark("ep"), notes.mark("onet")
    unit = "an hour" if basis == "hourly" else "a year"
    return (
        _key_figure(median, f"median pay {unit}", oews, beside),
        _key_figure(nation.employment, "employees, U.S.", oews, payrolls),
        _key_figure(outlook.change_pct, "change in jobs", ep, years),
        _key_figure(outlook.openings, "openings a year", ep, average),
        _key_figure(
            zone,
            "job zone",
            onet,
            preparation.zone_words(sheet) or "",
            unit="of 5",
        ),
    )


def _key_figure(figure: Figure, label: str, mark: int, note: str, unit: str = "") -> KeyFigure:
    missing = figure.number is None
    return KeyFigure(
        in_short(figure), "" if missing else unit, missing, label, mark, note, whose(figure)
    )


def _pay(
    sheet: Sheet, notes: Notes, target: Target | None, prices: PriceParities | None
) -> PayBlock:
    rows, basis = (sheet.nation, *sheet.places[:PLACES]), natural_basis(sheet.nation)
    finding = plain(findings.pay_finding(sheet.nation), notes.mark("oews"))
    wider = bool(whose(sheet.nation.median()))
    about = _beyond_who(sheet.nation.median()) if wider else ""
    about = " ".join(filter(None, (about, "" if wider else basis_note(sheet.nation))))
    chart = pay_chart(rows, basis)
    lines: list[Text] = [plain(why)] if (why := findings.why_little(sheet)) else []
    if target is not None:
        here = target_in(target, sheet.nation, basis)
        beside = pay_chart(rows, basis, target=here)
        stands = "" if here is None else beside.sentence
        chart = replace(beside, sentence=f"{chart.sentence} {stands}".strip())
        counted = target_note(target, sheet.nation, basis)
        lines.append(plain(f"Your wage: {f'{stands} {counted}'.strip()}", notes.mark("oews")))
    if prices is not None:
        places = [row for row in rows[1:] if row.kind != "industry"]
        said = (real_sentence(row, row.median(basis), prices.of(row)) for row in places)
        # The finding over them names the group; they are its sentences.
        lead = f"{whose(sheet.nation.median())}: "
        lines += [plain(capitalised(s.removeprefix(lead)), notes.mark("rpp")) for s in said]
    return PayBlock("Pay", finding, chart, about, tuple(lines))


def _beyond_who(figure: Figure) -> str:
    """What a figure covers, without the first sentence: who is counted stands in the notes."""
    return (figure.about or "").partition(". ")[2]


def _outlook(sheet: Sheet, notes: Notes) -> OutlookBlock:
    outlook = sheet.outlook
    sentence = plain(findings.outlook_sentence(outlook), notes.mark("ep"))
    finding = plain(findings.outlook_finding(outlook))
    return OutlookBlock("Outlook", finding, sentence, "", openings_steps(outlook))


def _getting_in(sheet: Sheet, notes: Notes) -> FactsBlock:
    outlook, zone = sheet.outlook, sheet.figures["job_zone"]
    ep, onet = notes.mark("ep"), notes.mark("onet")

    def entry(figure: Figure, words: dict[str, str]) -> Text:
        said = value_words(figure)
        if isinstance(figure.value, str):
            said = words.get(figure.value, said)
        return plain(wording.capitalised(said), ep)

    facts = [
        Fact("Education", entry(outlook.education, {})),
        Fact("Experience", entry(outlook.experience, preparation.EXPERIENCE_WORDS)),
        Fact("Training", entry(outlook.training, preparation.TRAINING_WORDS)),
    ]
    group, own = whose(outlook.education), list[Fact]()
    if zone.number is None:
        own.append(Fact("Job zone", plain(wording.capitalised(value_words(zone)), onet)))
    else:
        words = f"{value_words(zone)} of 5, {preparation.zone_words(sheet)}"
        own.append(Fact("Job zone", plain(words, onet), int(zone.number)))
    asked = sheet.requirements.get("RL", ())
    if asked:
        most = max(asked, key=lambda r: r.figure.number or 0)
        figure = most.figure
        people = f" of {figure.n} asked" if figure.n else " of those asked"
        said = f"{value_words(figure)}{people} say a newcomer needs: {most.words.lower()}"
        who = "Job holders" if figure.rater == "Incumbent" else "Experts"
        interval = interval_words(figure)
        if interval:
            said += f" ({interval.removesuffix(' (95% interval)')})"
        if most.figure.flag:
            said += f"; {most.figure.flag}"
        own.append(Fact(who, plain(said, notes.mark("education"))))
    # What is said of the job itself comes before what is its group's.
    facts = [*reversed(own), Fact("", plain(f"{group}:")), *facts] if group else [*facts, *own]
    facts.append(Fact("License", plain(preparation.LICENSE)))
    return FactsBlock("Getting in", plain(entry_finding(sheet)), tuple(facts))


def _ratings(sheet: Sheet, notes: Notes) -> RatingsBlock:
    groups = []
    domains: tuple[tuple[str, Domain], ...] = (("Skills", "skill"), ("Abilities", "ability"))
    for title, domain in domains:
        rated = sheet.ratings.get(domain, ())
        if rated:
            spec = ranked_bars(rated[:TOP])
            rows = tuple(rated_bar(bar) for bar in spec.rows)
            bars = PrintedBars(spec.low, spec.high, spec.origin, spec.ends, rows)
            groups.append(RatingGroup(title, notes.mark(domain), bars))
    key = ""
    if groups:
        key = "Line: 95% interval; none where all raters agreed."
        key += " Right: share of jobs where it matters less."
        if any(row.low_precision for group in groups for row in group.bars.rows):
            key += " †: low precision."
        missing = [pair for pair in domains if not sheet.ratings.get(pair[1])]
        lacking = (f"{name}: {sheet.why_none(domain, NOT_RATED)}." for name, domain in missing)
        note = " ".join(lacking)
    else:
        note = not_rated(sheet, "skill", "Skills and abilities")
    finding = plain(findings.skills_finding(sheet))
    return RatingsBlock("Skills and abilities", finding, tuple(groups), key, note)


def not_rated(sheet: Sheet, domain: Domain, what: str) -> str:
    """That there are no ratings, and which occupations under this one have some."""
    words = f"{what}: {sheet.why_none(domain, NOT_RATED)}."
    if sheet.children:
        named = [f"{title} ({code})" for code, title in sheet.children[:6]]
        more = len(sheet.children) - len(named)
        named += [f"{more} more"] if more else []
        words += f" It is rated in its parts: {listed(named)}."
    return words


def _interests(sheet: Sheet, notes: Notes) -> InterestsBlock:
    interests = sheet.interests
    chart: Hexagon | None = hexagon(interests)
    if interests.profile is None:
        chart = None
        sentence = plain(wording.capitalised(f"{value_words(interests.scores[0])}."))
        return InterestsBlock("Interests", (), chart, sentence)
    mark = notes.mark("interest")
    letters = interests.letters.value
    runs = [Run("No code is published. ", mark=mark)]
    if isinstance(letters, str):
        runs = [Run("Code "), Run("-".join(letters), "bold"), Run(".", mark=mark)]
        runs.append(Run(f" {findings.suits(sheet)} "))
    runs.append(Run("Center 1, rim 7.", "soft"))
    return InterestsBlock("Interests", plain(findings.interests_finding(sheet)), chart, tuple(runs))
