"""What the numbered source notes of a profile say: program, release, date, sample."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.domain.figures.ratings import Domain, Rating
from counselor_app.domain.figures.wording import (
    error_words,
    number,
    percent,
    release_words,
    sample_words,
    value_words,
    whose,
)
from counselor_app.domain.occupation.prices import PriceParities
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import Said, _, joined, listed, lowered, pgettext
from counselor_app.reports.client_notes import publisher

DOMAIN_TITLES: dict[Domain, str] = {
    "skill": pgettext("ratings", "Skills"),
    "ability": pgettext("ratings", "Abilities"),
    "knowledge": pgettext("ratings", "Knowledge"),
    "activity": pgettext("source note", "Work Activities"),
    "style": pgettext("source note", "Work Styles"),
    "context": pgettext("source note", "Work Context"),
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
        "handbook": partial(_handbook, sheet),
        "workers": partial(_workers, sheet),
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
        return _absent(_("Wages and employees"))
    errors = []
    for row in sheet.wages:
        employment = row.employment
        if employment.se is not None and employment.number:
            place = pgettext("source note", "U.S.") if row is sheet.nation else row.place
            error = percent(100 * employment.se / employment.number)
            errors.append(joined((place, error)))
    said: list[str] = [
        joined(
            (publisher(source), source.programme, joined((release_words(source), "."), "")), ", "
        ),
        _("Payroll jobs, not the self-employed."),
    ]
    group = whose(sheet.nation.median(), sheet.nation.employment)
    if group:
        said.append(pgettext("source note", "Of {group}.", group=group))
    if errors:
        shown = joined(errors, ", ")
        said.append(
            _("Error of employment: {errors}; none is published for percentiles.", errors=shown)
        )
    return _of_group(source, group), joined(said)


def _of_group(source: Source, group: str) -> str:
    return _("{release}, of {group}", release=source.label, group=group) if group else source.label


def _ep(sheet: Sheet) -> tuple[str, str]:
    source, alone = sheet.outlook.base.source, sheet.outlook.self_employed_pct
    if not source.key:
        return _absent(pgettext("source note", "Projections"))
    first = joined((publisher(source), joined((source.programme, release_words(source)))), ", ")
    counts = _("Counts the self-employed.")
    if alone.number is not None:
        counts = _("Counts the self-employed ({share} here).", share=value_words(alone))
    group = whose(sheet.outlook.base)
    wages = whose(sheet.nation.median(), sheet.nation.employment)
    named: str = group
    if group and group.casefold() == wages.casefold():
        named = _("the same group as pay")  # whose long name stands in the note before
    said = [
        joined((first, "."), ""),
        counts,
        *([pgettext("source note", "Of {group}.", group=named)] if group else []),
    ]
    return _of_group(source, group), joined(said)


def _onet(sheet: Sheet) -> tuple[str, str]:
    source, zone = sheet.titles.source, sheet.figures["job_zone"]
    if not source.key:
        return _absent(_("O*NET titles, tools and job zones"))
    release = joined((source.label, source.released), ", ")
    said = [
        _(
            "{release}: job titles, tools (hot and in demand: in job ads), related jobs.",
            release=release,
        )
    ]
    if zone.number is not None:
        who = joined((zone.source.label, zone.rater.lower() if zone.rater else ""), ", ")
        said.append(_("Job zone: {sample}, {when}.", sample=who, when=zone.vintage))
    return source.label, joined(said)


def _ratings(sheet: Sheet, domain: Domain) -> tuple[str, str]:
    rated: tuple[Rating, ...] = sheet.ratings[domain]
    figure, place = rated[0].main, rated[0].place
    said = [_dated(figure, DOMAIN_TITLES[domain])]
    if place:
        said.append(_("Rank among {n} jobs.", n=number(place.of)))
    if figure.n and figure.n < 40 and figure.rater == "Incumbent":
        said.append(_("Few answers, so wide intervals."))
    return _asked(figure), joined(said)


def _dated(figure: Figure, what: str) -> Said:
    return _("{release} {what}: {sample}, {when}.", release=figure.source.label, what=what,
             sample=_sample(figure), when=figure.vintage)  # fmt: skip


def _interests(sheet: Sheet) -> tuple[str, str]:
    figure = sheet.interests.scores[0]
    release = figure.source.label
    text = _("{release} Interests, {when}: {sample}.", release=release, when=figure.vintage,
             sample=_sample(figure))  # fmt: skip
    return joined((release, figure.vintage), ", "), text


def _education(sheet: Sheet) -> tuple[str, str]:
    figure = sheet.requirements["RL"][0].figure
    return _asked(figure), _dated(figure, pgettext("source note", "Required Education"))


def _exposure(sheet: Sheet) -> tuple[str, str]:
    counts = [number(e.place.of) for e in sheet.exposure if e.place]
    text = _("Each study’s own scale.")
    if counts:
        text = _("Each study’s own scale. Rank among {counts} jobs.", counts=listed(counts))
    return _("published studies, 2013 to 2025"), text


def _handbook(sheet: Sheet) -> tuple[str, str]:
    page = sheet.handbook
    if page is None:
        return _absent(_("A handbook page on this job"))
    said = _("{page}; told in our words.", page=page.credit)
    return page.source.label, joined((publisher(page.source), said), ", ")


def _workers(sheet: Sheet) -> tuple[str, str]:
    figure = sheet.figures["telework"]
    if figure.number is None:
        return _absent(pgettext("source note", "Telework"))
    first = joined(
        (publisher(figure.source), joined((figure.source.programme, figure.vintage))), ", "
    )
    error = error_words(figure)
    note = _("Standard error {error}.", error=error) if error else ""
    return figure.source.label, joined((joined((first, "."), ""), note))


def _prices(prices: PriceParities) -> tuple[str, str]:
    source = prices.source
    if not source.key:
        return _absent(pgettext("source note", "Price levels"))
    first = joined((joined((source.publisher, source.programme), ", "), "."), "")
    years = _("Prices of {year}.", year=prices.year) if prices.year else ""
    return source.label, joined((first, years, pgettext("source note", "Rent included.")))


def _tasks(sheet: Sheet) -> tuple[str, str]:
    source = sheet.tasks_source
    release = release_words(source)
    return source.label, _("{label} Task Statements, {release}.", label=source.label,
                           release=release)  # fmt: skip


def _own_words(sheet: Sheet) -> tuple[str, str]:
    assert sheet.words is not None  # marked only where they are printed
    said = sheet.words.dated
    return said, _("{said}: what the job is, what people do in it, what it is like.", said=said)


def _description(sheet: Sheet) -> tuple[str, str]:
    source = sheet.description_source
    release = release_words(source)
    return source.label, _("{label} Occupation Data, {release}.", label=source.label,
                           release=release)  # fmt: skip


def _absent(what: str) -> tuple[str, str]:
    return _("{what}: not in this pack", what=what), _("{what}: not in this pack.", what=what)


def _sample(figure: Figure) -> str:
    """The sample inside a sentence: "8 trained analysts", "estimated by a computer model"."""
    words = sample_words(figure)
    if words.startswith("Not given"):
        return _("sample not given in the release")
    return lowered(words)


def _asked(figure: Figure) -> Said:
    """For the short line: who was asked only where it is a count of people."""
    sample = _sample(figure)
    counted = sample if sample[:1].isdigit() else ""
    return joined((figure.source.label, counted, figure.vintage), ", ")
