"""Two to four occupations side by side: one row a question, and what is within error."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from counselor_app.domain.figures.phrases import phrase
from counselor_app.domain.figures.ratings import Domain, Rating
from counselor_app.domain.figures.wording import (
    NOT_RATED,
    correlation_words,
    groups_sentence,
    number,
    value_words,
)
from counselor_app.domain.fit.compare_pay import pay_row, within_error
from counselor_app.domain.fit.comparison import Cell, Comparison, Row
from counselor_app.domain.fit.fit import FitResult
from counselor_app.domain.fit.sureness import DRAWS
from counselor_app.domain.fit.tiers import Redraws, no_redraws
from counselor_app.domain.fit.words import NO_TIER, NOT_A_VERDICT, YOU, tier_head
from counselor_app.domain.occupation.findings import CASE_TITLES, interests_finding
from counselor_app.domain.occupation.handbook import ANSWER_WORDS
from counselor_app.domain.occupation.interests import correlation
from counselor_app.domain.occupation.preparation import EXPERIENCE_WORDS, license_line, zone_words
from counselor_app.domain.occupation.schooling import usual_way
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import ordinal
from counselor_app.errors import UserError
from counselor_app.language import Said, _, capitalised, joined, listed, pgettext

FEWEST, MOST = 2, 4
TOP = 10
NAMED = 5
APART = 3
HELD = 0.95
"""An order that fewer re-draws than this share keep is within error [convention]."""


def compare(
    sheets: Sequence[Sheet],
    fits: Sequence[FitResult] = (),
    redraws: Redraws | None = None,
    *,
    plain: bool = False,
) -> Comparison:
    """Two to four occupations; with ``fits`` (one a sheet) also how each fits the client.

    Pay stands for the first area of each sheet and for the nation. ``plain`` is for the client:
    without codes and what is said of errors, and of the nation only where there is no such area.

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
    nation, at_home = [sheet.nation for sheet in sheets], len(places) == len(sheets)
    rows = [
        *([pay_row("pay.here", sheets, places, plain=plain)] if at_home else []),
        *([] if plain and at_home else [pay_row("pay.nation", sheets, nation, plain=plain)]),
        _outlook(sheets, plain=plain),
        _openings(sheets),
        _preparation(sheets, plain=plain),
        _licence(sheets),
        _rated("skills", _("Which skills matter most?"), sheets, "skill", plain=plain),
        _rated("knowledge", _("Which knowledge matters most?"), sheets, "knowledge", plain=plain),
        *([] if plain else [_interests(sheets, titles)]),
        *([_fit(fits, titles, redraws)] if fits else []),
    ]
    return Comparison(occupations, tuple(rows))


def _outlook(sheets: Sequence[Sheet], *, plain: bool) -> Row:
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
    said = [_shared_projections(sheets)]
    if not plain:
        said.append(_("No error is published for projections."))
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


def _rated(key: str, question: str, sheets: Sequence[Sheet], domain: Domain, *, plain: bool) -> Row:
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
        elif plain:
            words = _("Nothing that is surely more than in the others")
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
