"""What the numbered source notes of a profile say: program, release, date, sample."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.domain.figures.ratings import Domain, Rating
from counselor_app.domain.figures.wording import (
    listed,
    lowered,
    number,
    percent,
    release_words,
    sample_words,
    value_words,
    whose,
)
from counselor_app.domain.occupation.prices import PriceParities
from counselor_app.domain.occupation.sheet import Sheet

DOMAIN_TITLES: dict[Domain, str] = {
    "skill": "Skills",
    "ability": "Abilities",
    "knowledge": "Knowledge",
    "activity": "Work Activities",
    "style": "Work Styles",
}


def note_texts(
    sheet: Sheet, prices: PriceParities | None = None
) -> Mapping[str, Callable[[], tuple[str, str]]]:
    """For each source a function giving its short and its full note."""
    texts: dict[str, Callable[[], tuple[str, str]]] = {
        "oews": partial(_oews, sheet),
        "ep": partial(_ep, sheet),
        "onet": partial(_onet, sheet),
        "interest": partial(_interests, sheet),
        "education": partial(_education, sheet),
        "exposure": partial(_exposure, sheet),
        "task": partial(_tasks, sheet),
        "words": partial(_own_words, sheet),
        "description": partial(_description, sheet),
    }
    if prices is not None:
        texts["rpp"] = partial(_prices, prices)
    for domain in DOMAIN_TITLES:
        texts[domain] = partial(_ratings, sheet, domain)
    return texts


def _oews(sheet: Sheet) -> tuple[str, str]:
    source = sheet.nation.median().source
    if not source.key:
        return _absent("Wages and employees")
    errors = []
    for row in sheet.wages:
        employment = row.employment
        if employment.se is not None and employment.number:
            place = "U.S." if row is sheet.nation else row.place
            errors.append(f"{place} {percent(100 * employment.se / employment.number)}")
    text = f"{_publisher(source)}, {source.programme}, {release_words(source)}."
    text += " Payroll jobs, not the self-employed."
    group = whose(sheet.nation.median(), sheet.nation.employment)
    text += f" Of {group}." if group else ""
    if errors:
        text += f" Error of employment: {', '.join(errors)}; none is published for percentiles."
    return f"{source.label}, of {group}" if group else source.label, text


def _ep(sheet: Sheet) -> tuple[str, str]:
    source, alone = sheet.outlook.base.source, sheet.outlook.self_employed_pct
    if not source.key:
        return _absent("Projections")
    text = f"{_publisher(source)}, {source.programme} {release_words(source)}."
    text += " Counts the self-employed"
    text += f" ({value_words(alone)} here)." if alone.number is not None else "."
    group = whose(sheet.outlook.base)
    text += f" Of {group}." if group else ""
    return f"{source.label}, of {group}" if group else source.label, text


def _onet(sheet: Sheet) -> tuple[str, str]:
    source, zone = sheet.titles.source, sheet.figures["job_zone"]
    if not source.key:
        return _absent("O*NET titles, tools and job zones")
    text = f"{source.label}"
    if source.released:
        text += f", {source.released}"
    text += ": job titles, tools (hot and in demand: in job ads), related jobs."
    if zone.number is not None:
        who = f", {zone.rater.lower()}" if zone.rater else ""
        text += f" Job zone: {zone.source.label}{who}, {zone.vintage}."
    return source.label, text


def _ratings(sheet: Sheet, domain: Domain) -> tuple[str, str]:
    rated: tuple[Rating, ...] = sheet.ratings[domain]
    figure = rated[0].main
    sample, when = _sample(figure), figure.vintage
    title = DOMAIN_TITLES[domain]
    text = f"{figure.source.label} {title}: {sample}, {when}."
    place = rated[0].place
    if place:
        text += f" Rank among {number(place.of)} jobs."
    if figure.n and figure.n < 40 and figure.rater == "Incumbent":
        text += " Few answers, so wide intervals."
    return f"{figure.source.label}, {_years(sample, when)}", text


def _interests(sheet: Sheet) -> tuple[str, str]:
    figure = sheet.interests.scores[0]
    text = f"{figure.source.label} Interests, {figure.vintage}: {_sample(figure)}."
    return f"{figure.source.label}, {figure.vintage}", text


def _education(sheet: Sheet) -> tuple[str, str]:
    figure = sheet.requirements["RL"][0].figure
    sample = _sample(figure)
    text = f"{figure.source.label} Required Education: {sample}, {figure.vintage}."
    return f"{figure.source.label}, {_years(sample, figure.vintage)}", text


def _exposure(sheet: Sheet) -> tuple[str, str]:
    counts = [number(e.place.of) for e in sheet.exposure if e.place]
    text = "Each study’s own scale."
    if counts:
        text += f" Rank among {listed(counts)} jobs."
    return "published studies, 2013 to 2023", text


def _prices(prices: PriceParities) -> tuple[str, str]:
    source = prices.source
    if not source.key:
        return _absent("Price levels")
    years = f" Prices of {prices.year}." if prices.year else ""
    return source.label, f"{source.publisher}, {source.programme}.{years} Rent included."


def _tasks(sheet: Sheet) -> tuple[str, str]:
    source = sheet.tasks_source
    return source.label, f"{source.label} Task Statements, {release_words(source)}."


def _own_words(sheet: Sheet) -> tuple[str, str]:
    assert sheet.words is not None  # marked only where they are printed
    said = sheet.words.dated
    return said, f"{said}: what the job is, what people do in it, what it is like."


def _description(sheet: Sheet) -> tuple[str, str]:
    source = sheet.description_source
    return source.label, f"{source.label} Occupation Data, {release_words(source)}."


def _absent(what: str) -> tuple[str, str]:
    return f"{what}: not in this pack", f"{what}: not in this pack."


def _publisher(source: Source) -> str:
    return {"U.S. Bureau of Labor Statistics": "BLS"}.get(source.publisher, source.publisher)


def _sample(figure: Figure) -> str:
    """The sample inside a sentence: "8 trained analysts", "estimated by a computer model"."""
    words = sample_words(figure)
    if words.startswith("Not given"):
        return "sample not given in the release"
    return lowered(words)


def _years(sample: str, when: str) -> str:
    """For the short line: who was asked only where it is a count of people."""
    return f"{sample}, {when}" if sample[:1].isdigit() else when
