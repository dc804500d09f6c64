"""Two to four occupations side by side: one row a question, and what is within error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from counselor_app.domain.figures.phrases import phrase
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.ratings import Domain, Rating
from counselor_app.domain.figures.wording import (
    NOT_RATED,
    correlation_words,
    groups_sentence,
    number,
    told,
    value_words,
    whose,
)
from counselor_app.domain.fit.fit import FitResult
from counselor_app.domain.fit.sureness import DRAWS
from counselor_app.domain.fit.tiers import Redraws, no_redraws
from counselor_app.domain.fit.words import NO_TIER, NOT_A_VERDICT, YOU, tier_head
from counselor_app.domain.occupation.findings import CASE_TITLES, interests_finding, why_little
from counselor_app.domain.occupation.handbook import ANSWER_WORDS
from counselor_app.domain.occupation.interests import correlation
from counselor_app.domain.occupation.pay_words import basis_note, in_place, pay_basis
from counselor_app.domain.occupation.preparation import EXPERIENCE_WORDS, license_line, zone_words
from counselor_app.domain.occupation.schooling import usual_way
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import BASIS_SHORT, Basis, WageRow, ordinal
from counselor_app.errors import UserError
from counselor_app.language import Said, _, capitalised, joined, listed, lowered, pgettext

FEWEST, MOST = 2, 4
TOP = 10
NAMED = 5
APART = 3
HELD = 0.95
"""An order that fewer re-draws than this share keep is within error [convention]."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One occupation's answer: ``bare`` words, and the figures they are made of."""

    bare: str
    figures: tuple[Figure, ...] = ()

    @property
    def words(self) -> str:
        """The answer, led by the group that the figures are of where they are not the job's own."""
        return told(self.bare, *self.figures)


@dataclass(frozen=True, slots=True)
class Row:
    """One question, a cell an occupation; ``note`` says what is shared or within error, or ""."""

    key: str
    question: str
    cells: tuple[Cell, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The occupations, as (code, title), and the rows in reading order."""

    occupations: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]


def compare(
    sheets: Sequence[Sheet],
    fits: Sequence[FitResult] = (),
    redraws: Redraws | None = None,
    *,
    plain: bool = False,
) -> Comparison:
    """Two to four occupations; with ``fits`` (one a sheet) also how each fits the client.

    Pay stands for the first area of each sheet and for the nation. ``plain``: without codes and
    without what is for the counselor.

    Raises:
        UserError: when they are not two to four different occupations.
    """
    occupations = tuple((sheet.occupation.code, sheet.occupation.title) for sheet in sheets)
    if not FEWEST <= len(sheets) <= MOST or len(set(occupations)) < len(sheets):
        raise UserError(
            _("{codes} cannot be compared; give two to four different occupation codes, such as"
              " 43-4051 41-2031.",
              codes=listed(code for code, __ in occupations) or pgettext("codes", "Nothing"))
        )  # fmt: skip
    titles = [title for __, title in occupations]
    places = [sheet.places[0] for sheet in sheets if sheet.places]
    rows = [
        *([_pay("pay.here", sheets, places)] if len(places) == len(sheets) else []),
        _pay("pay.nation", sheets, [sheet.nation for sheet in sheets]),
        _outlook(sheets),
        _openings(sheets),
        _preparation(sheets, plain=plain),
        _licence(sheets),
        _rated("skills", _("Which skills matter most?"), sheets, "skill"),
        _rated("knowledge", _("Which knowledge matters most?"), sheets, "knowledge"),
        *([] if plain else [_interests(sheets, titles)]),
        *([_fit(fits, titles, redraws)] if fits else []),
    ]
    return Comparison(occupations, tuple(rows))


def _pay(key: str, sheets: Sequence[Sheet], rows: Sequence[WageRow]) -> Row:
    cells = []
    for row in rows:
        basis = pay_basis(row, "annual")
        median = row.median(basis)
        low, high = (row.figures[f"wage.{basis}.p{p}"] for p in (25, 75))
        words = value_words(median)
        if median.number is not None:
            words = _amount(words, row, basis)
        figures = [median]
        if low.number is not None and high.number is not None:
            words = _(
                "{pay}; half between {low} and {high}",
                pay=words, low=value_words(low), high=value_words(high),
            )  # fmt: skip
            figures += [low, high]
        cells.append(Cell(words, tuple(figures)))
    question = _("What is the median pay in {place}?", place=in_place(rows[0].place))
    why = [joined((s.occupation.title, said), ": ") for s in sheets if (said := why_little(s))]
    return Row(key, question, tuple(cells), joined((_pay_note(sheets, rows), *why)))


def _amount(pay: str, row: WageRow, basis: Basis) -> Said:
    amount = _("{pay} an hour", pay=pay) if basis == "hourly" else _("{pay} a year", pay=pay)
    return joined((amount, BASIS_SHORT.get(row.pay_basis or "", "")))


def _pay_note(sheets: Sequence[Sheet], rows: Sequence[WageRow]) -> Said:
    """Who shares one published wage, and whose means (medians have no error) are alike."""
    shared: list[str] = []
    alike: list[str] = []
    unknown: list[str] = []
    compared: list[str] = []
    pairs = len(sheets) * (len(sheets) - 1) // 2
    for (one, row), (other, beside) in combinations(zip(sheets, rows, strict=True), 2):
        pair = listed((one.occupation.title, other.occupation.title))
        if one.occupation.oews_code and one.occupation.oews_code == other.occupation.oews_code:
            shared.append(pair)
            continue
        pair = listed((_of_whom(one, row), _of_whom(other, beside)))
        mean, other_mean = _mean(row), _mean(beside)
        if mean.number is None or other_mean.number is None:
            continue  # the cells say that nothing is published
        if not (row.full_year and beside.full_year):
            continue  # said below
        compared.append(pair)
        within = within_error(mean, other_mean)
        if within is None:
            unknown.append(pair)
        elif within:
            alike.append(pair)
    said: list[str] = []
    if shared:
        said.append(_("The same published wage stands for {jobs}.", jobs=listed(shared)))
    if alike:
        said.append(_("The mean pay of {jobs} differs by less than its error.", jobs=_of(alike)))
    if unknown:
        said.append(_("No error is published to compare {jobs}.", jobs=joined(unknown, "; ")))
    if compared and not alike and not unknown:
        said.append(
            _("The means differ by more than their error.")
            if len(compared) + len(shared) == pairs
            else _("The mean pay of {jobs} differs by more than its error.", jobs=_of(compared))
        )
    said += basis_notes(sheets, rows)
    said.append(_("No error is published for medians."))
    said.append(groups_sentence((s.occupation.title, s.occupation.wage_group) for s in sheets))
    return joined(said)


def _of(pairs: Sequence[str]) -> Said:
    """Pairs of occupations behind "the mean pay of"."""
    return joined(
        (pairs[0], *(pgettext("the mean pay", "of {jobs}", jobs=pair) for pair in pairs[1:])), "; "
    )


def _of_whom(sheet: Sheet, row: WageRow) -> str:
    """The occupation, and the group whose pay stands for it."""
    group, job = whose(row.median()), sheet.occupation.title
    return _("{job} (pay of {group})", job=job, group=group) if group else job


def basis_notes(sheets: Sequence[Sheet], rows: Sequence[WageRow]) -> list[Said]:
    """Whose pay is published by the year or by the hour only, and so is not compared."""
    found: dict[str, list[str]] = {}
    for sheet, row in zip(sheets, rows, strict=True):
        if note := basis_note(row):
            found.setdefault(note, []).append(sheet.occupation.title)
    return [joined((listed(titles), lowered(note)), ": ") for note, titles in found.items()]


def _mean(row: WageRow) -> Figure:
    return row.figures[f"wage.{pay_basis(row, 'annual')}.mean"]


def within_error(one: Figure, other: Figure) -> bool | None:
    """The difference is at most 1.645 √(SE² + SE²) (METHODS 3); None without both errors."""
    if one.number is None or other.number is None or one.se is None or other.se is None:
        return None
    return abs(one.number - other.number) <= 1.645 * sqrt(one.se**2 + other.se**2)


def _outlook(sheets: Sequence[Sheet]) -> Row:
    cells = []
    for sheet in sheets:
        outlook = sheet.outlook
        words = value_words(outlook.change_pct)
        if outlook.change_pct.number is not None:
            title = CASE_TITLES.get(outlook.case, "")
            words = _(
                "{trend}: {change} from {base} to {target}", trend=title, change=words,
                base=outlook.base_year, target=outlook.target_year,
            )  # fmt: skip
        cells.append(Cell(words, (outlook.change_pct,)))
    everyone = sheets[0].outlook.all_jobs_change_pct
    said = [_shared_projections(sheets), _("No error is published for projections.")]
    if everyone.number is not None:
        said.insert(0, _("All jobs together: {change}.", change=value_words(everyone)))
    return Row("outlook", _("Will there be more of these jobs?"), tuple(cells), joined(said))


def _shared_projections(sheets: Sequence[Sheet]) -> Said:
    pairs = [
        listed((one.title, other.title))
        for one, other in combinations((sheet.occupation for sheet in sheets), 2)
        if one.ep_code and one.ep_code == other.ep_code
    ]
    groups = groups_sentence((s.occupation.title, s.occupation.outlook_group) for s in sheets)
    said = [_("The same projection stands for {jobs}.", jobs=listed(pairs))] if pairs else []
    return joined((*said, groups))


def _openings(sheets: Sequence[Sheet]) -> Row:
    cells = []
    for sheet in sheets:
        openings, rank = sheet.outlook.openings, sheet.outlook.openings_rank
        words = value_words(openings)
        if openings.number is not None and rank is not None:
            words = _(
                "{openings} a year, {rank} most of {count}",
                openings=words, rank=ordinal(rank[0]), count=number(rank[1]),
            )  # fmt: skip
        cells.append(Cell(words, (openings,)))
    return Row(
        "openings", _("How many openings are there?"), tuple(cells), _shared_projections(sheets)
    )


def _preparation(sheets: Sequence[Sheet], *, plain: bool) -> Row:
    cells = []
    for sheet in sheets:
        outlook, zone = sheet.outlook, sheet.figures["job_zone"]
        education = value_words(outlook.education)
        parts = [usual_way(sheet) or _("entry education {education}", education=education)]
        experience = outlook.experience.value
        if isinstance(experience, str) and experience != "None":
            parts.append(EXPERIENCE_WORDS.get(experience, experience))
        if needed := zone_words(sheet):
            with_zone = _("{needed} (job zone {zone})", needed=needed, zone=value_words(zone))
            parts.append(needed if plain else with_zone)
        figures = (outlook.education, outlook.experience, outlook.training, zone)
        cells.append(Cell(capitalised(joined(parts, "; ")), figures))
    answers = {cell.words for cell in cells}
    same = _("The same for all of them.") if len(answers) == 1 else ""
    question = _("What does it take to get in?")
    return Row("preparation", question, tuple(cells), same)


def _licence(sheets: Sequence[Sheet]) -> Row:
    pages = dict.fromkeys(sheet.handbook.credit for sheet in sheets if sheet.handbook)
    cells = tuple(Cell(license_line(sheet) or ANSWER_WORDS["not said"]) for sheet in sheets)
    return Row("licence", _("Is a license needed?"), cells, joined(pages, "; "))


def _rated(key: str, question: str, sheets: Sequence[Sheet], domain: Domain) -> Row:
    """What is among the top ten of all of them, and what one asks clearly more than any other."""
    rated = [
        {r.element: r for r in sheet.ratings.get(domain, ()) if not r.low_precision}
        for sheet in sheets
    ]
    top = [dict(list(ratings.items())[:TOP]) for ratings in rated]
    missing = [
        sheet.occupation.title for sheet, ratings in zip(sheets, rated, strict=True) if not ratings
    ]
    cells = []
    for place, ratings in enumerate(top):
        if not ratings:
            cells.append(Cell(sheets[place].why_none("skill", NOT_RATED)))
            continue
        others = [other for i, other in enumerate(rated) if i != place and other]
        more = _clearly_more(ratings, others)
        if more:
            words = _("More than the others: {what}", what=listed(phrase(r.name) for r in more))
        elif others and all(r.main.se is not None for r in ratings.values()):
            words = _("Nothing that is clear of the ratings' error")
        else:
            words = _("Nothing can be claimed: no error is published for some of the ratings")
        cells.append(Cell(words, tuple(r.main for r in more)))
    if missing:
        note = _("No ratings for {jobs}.", jobs=listed(missing))
        return Row(key, question, tuple(cells), note)
    common = [element for element in top[0] if all(element in other for other in top[1:])]
    common.sort(key=lambda e: (-sum(ratings[e].main.number or 0 for ratings in top), e))
    names = listed(phrase(top[0][element].name) for element in common[:NAMED])
    note = _("None is in the top ten of all.")
    if common:
        note = _("High in all of them: {what}.", what=names)
    return Row(key, question, tuple(cells), note)


def _clearly_more(
    own: dict[str, Rating], others: Sequence[dict[str, Rating]]
) -> tuple[Rating, ...]:
    """Elements more important than in every other by more than the error, clearest first."""
    found = []
    for element, rating in own.items():
        rest = [other[element].main for other in others if element in other]
        value = rating.main.number
        if value is None or not rest or len(rest) < len(others):
            continue
        if all(within_error(rating.main, other) is False for other in rest):
            found.append((value - max(other.number or 0 for other in rest), rating))
    found = [(lead, rating) for lead, rating in found if lead > 0]
    found.sort(key=lambda pair: (-pair[0], pair[1].name))
    return tuple(rating for _, rating in found[:APART])


def _interests(sheets: Sequence[Sheet], titles: Sequence[str]) -> Row:
    cells = []
    for sheet in sheets:
        letters, words = sheet.interests.letters, interests_finding(sheet)
        cells.append(Cell(joined((value_words(letters), words or ""), ": "), (letters,)))
    pairs = []
    for (one, title), (other, beside) in combinations(zip(sheets, titles, strict=True), 2):
        left, right = one.interests.profile, other.interests.profile
        r = correlation(left, right) if left and right else None
        if r is not None:
            pairs.append(joined((listed((title, beside)), correlation_words(r))))
    alike = joined(pairs, "; ")
    note = _("How alike (1 the same, −1 opposite): {jobs}.", jobs=alike) if alike else ""
    return Row("interests", _("Whom does it suit?"), tuple(cells), note)


def _fit(fits: Sequence[FitResult], titles: Sequence[str], redraws: Redraws | None) -> Row:
    cells = [Cell(_fit_words(fit)) for fit in fits]
    known = [(f.match, title) for f, title in zip(fits, titles, strict=True) if f.match]
    known.sort(key=lambda pair: -pair[0].r)
    said: list[str] = []
    for (match, title), (other, beside) in combinations(known, 2):
        if redraws is None:
            continue
        held = redraws.ahead(match.code, other.code)
        if held < HELD * DRAWS:
            said.append(
                _("Whether {one} or {other} is closer to your interests is too close to tell.",
                  one=title, other=beside)
            )  # fmt: skip
    if known and redraws is None:
        said += [fits[0].client.instrument.error, _("So no order of the fits is certain.")]
    return Row("fit", _("How does it fit you?"), tuple(cells), joined((*said, NOT_A_VERDICT)))


def _fit_words(fit: FitResult) -> str:
    agreement = fit.congruence
    if fit.match is not None:
        if fit.tier is None and no_redraws(fit.client):
            return NO_TIER
        return tier_head(fit, YOU[1])
    # A code taken from six equal scores would be any code at all.
    if not fit.client.scores and agreement.m is not None and agreement.m_max is not None:
        return _(
            "This job’s code is {code}, yours is {own}",
            code=agreement.occupation_code, own=agreement.person_codes[0],
        )  # fmt: skip
    return fit.no_match or agreement.no_code or _("no fit can be computed")
