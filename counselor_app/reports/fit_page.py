"""The first page of a fit report: key figures, and six small blocks under them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from counselor_app.charts import hexagon
from counselor_app.charts.ranking import own_shape, rank_spread, score_bars
from counselor_app.domain.figures.wording import capitalised, correlation_words, listed, number
from counselor_app.domain.fit import findings
from counselor_app.domain.fit.congruence import C_MAX
from counselor_app.domain.fit.fit import FitResult, Part
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.match_table import MatchList
from counselor_app.domain.fit.profile import client_codes, describe
from counselor_app.domain.fit.stability import no_stability
from counselor_app.domain.fit.words import band_words, part_words, profile_sentence, ties_sentence
from counselor_app.domain.occupation.interests import NAMES
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.session.client import ClientView
from counselor_app.reports.fit_blocks import (
    LinesBlock,
    PartLine,
    PartsBlock,
    ScoresBlock,
    ShapeBlock,
    SpreadBlock,
    WordsBlock,
)
from counselor_app.reports.parts import Fact, KeyFigure, Notes, Run, Text, plain

Block = ScoresBlock | ShapeBlock | PartsBlock | SpreadBlock | LinesBlock | WordsBlock


@dataclass(frozen=True, slots=True)
class Subject:
    """What the page is about: the client, and the one occupation where it is one."""

    view: ClientView
    scores: ClientScores
    matches: MatchList
    one: Sheet | None
    found: FitResult | None


def key_figures(subject: Subject, notes: Notes) -> tuple[KeyFigure, ...]:
    """Four figures: of the fit to one occupation, of its codes, or of the client's list."""
    if subject.found is not None and subject.found.match is not None:
        return _fit_figures(subject.view, subject.found, notes)
    differs = not subject.scores.scores or len(set(subject.scores.scores)) > 1
    if subject.found is not None and subject.found.congruence.m is not None and differs:
        return _code_figures(subject.found, notes)
    return _client_figures(subject, notes)


def _figure(value: str, unit: str, label: str, mark: int | None, note: str) -> KeyFigure:
    return KeyFigure(value, unit, False, label, mark, note)


def _words(value: str, label: str, mark: int | None, note: str) -> KeyFigure:
    return KeyFigure(value, "", True, label, mark, note)


def _fit_figures(view: ClientView, found: FitResult, notes: Notes) -> tuple[KeyFigure, ...]:
    match, place = found.match, found.place
    assert match is not None  # the caller has looked
    assert place is not None  # a match has a place
    r, bands = notes.mark("r"), notes.mark("bands")
    label, span = findings.band_place(match.band, found.edition)
    stability = view.stability(found)
    shared = f", shared by {place.equal}" if place.equal > 1 else ""
    if stability is None:
        why = "no error is known" if no_stability(found.client) else "not drawn again"
        last = _words("not known", "how often it stays there", notes.mark("scores"), why)
        ranks = "no error of the scores is known"
    else:
        last = _figure(
            number(stability.stays), f"of {number(stability.draws)}",
            "retakes stay there" if match.band is None else "retakes stay in this band",
            notes.mark("scores"), "simulated, within error",
        )  # fmt: skip
        ranks = f"{stability.rank[0]} to {stability.rank[1]} in 90% of retakes"
    return (
        _figure(f"r = {correlation_words(match.r)}", "", "how alike the two shapes are", r,
                "1 the same, −1 opposite"),
        _figure(capitalised(band_words(match.band, found.edition)), "", label, bands, span),
        _figure(number(match.rank), f"of {number(place.of)}", f"rank among all jobs{shared}", r,
                ranks),
        last,
    )  # fmt: skip


def _code_figures(found: FitResult, notes: Notes) -> tuple[KeyFigure, ...]:
    agreement, codes = found.congruence, notes.mark("codes")
    own, *others = agreement.person_codes
    ties = f"one of {len(others) + 1} with ties" if others else "as it was given"
    c = agreement.c
    if c is None:
        missing = "needs three letters in both"
        brown = _words("not computed", "Brown & Gore C", codes, missing)
    else:
        brown = _figure(_span(c), f"of {C_MAX}", "Brown & Gore C", codes, "18 is full agreement")
    m = agreement.m or ()
    return (
        _figure(findings.code_words(own), "", "your code", notes.mark("scores"), ties),
        _figure(findings.code_words(agreement.occupation_code), "", "this job’s code",
                notes.mark("interests"), "strongest first"),
        brown,
        _figure(_span(m), f"of {agreement.m_max}", "Iachan M", codes, "shared letters, weighted"),
    )  # fmt: skip


def _span(values: Collection[int]) -> str:
    low, high = min(values), max(values)
    return str(low) if low == high else f"{low}–{high}"


def _client_figures(subject: Subject, notes: Notes) -> tuple[KeyFigure, ...]:
    scores, view = subject.scores, subject.view
    mark, own, codes = notes.mark("scores"), describe(subject.scores), client_codes(subject.scores)
    ties = f"one of {number(len(codes))} codes with ties" if len(codes) > 1 else "no other by ties"
    first = _figure(findings.code_words(codes[0]), "", "your strongest letters", mark, ties)
    if own is None:
        first = _figure(findings.code_words(codes[0]), "", "your code", mark, "as it was given")
        return (first,)
    if own.spread == 0:
        first = _words("no letters", "all six scores are equal", mark, "nothing stands out")
    test = scores.instrument
    within = test.tie is not None and own.spread <= test.tie
    spread = _figure(
        f"{own.spread:.3g}", f"of {test.high - test.low:g}", "points from highest to lowest", mark,
        "within the error of the scores" if within else "how clear the profile is",
    )  # fmt: skip
    said = own.consistency_possible
    consistent = _figure(
        capitalised(own.consistency), "", "consistency of two letters", notes.mark("codes"),
        f"with ties, {listed(said, 'or')}" if len(said) > 1 else "near on the hexagon or not",
    ) if own.consistency else _words(
        "open", "consistency of two letters", notes.mark("codes"), "scores are equal"
    )  # fmt: skip
    if not view.ranking:
        return first, spread, consistent
    name, edge = view.edition.lowest[0]
    best = sum(match.r >= edge for match in view.ranking)
    top = _figure(
        number(best), f"of {number(len(view.ranking))}", f"jobs in the {name} band",
        notes.mark("bands"), f"r of {f'{edge:.3f}'.removeprefix('0')} or more",
    )  # fmt: skip
    return first, spread, consistent, top


def blocks(subject: Subject, notes: Notes, wanted: Collection[str]) -> tuple[Block, ...]:
    """The small blocks in reading order; what a fit means and does not is always among them."""
    found: list[Block | None] = []
    if "interests" in wanted:
        found.append(_scores(subject, notes))
        found.append(_shape(subject, notes))
    if "carries" in wanted:
        found.append(_carries(subject, notes) if subject.found else _profile(subject, notes))
    if "among" in wanted:
        found.append(_among(subject, notes))
    found += _meaning(subject, notes)
    return tuple(block for block in found if block is not None)


def _scores(subject: Subject, notes: Notes) -> Block:
    finding = plain(findings.codes_finding(subject.scores), notes.mark("scores"))
    chart = score_bars(subject.scores)
    if chart is None:
        named = listed(NAMES[letter] for letter in subject.scores.letters)
        why = f"{named}, the strongest first. {subject.scores.instrument.error}"
        return WordsBlock("Your interests", finding, plain(why))
    note = "" if subject.scores.instrument.tie is not None else subject.scores.instrument.error
    return ScoresBlock("Your interests", finding, chart, note)


def _shape(subject: Subject, notes: Notes) -> Block | None:
    one, found = subject.one, subject.found
    if one is None or found is None:
        chart = own_shape(subject.scores)
        return None if chart is None else ShapeBlock("Your shape", (), chart)
    spec = hexagon(one.interests, subject.scores)
    if spec.drawn is None:
        return WordsBlock("You over the job", (), plain(found.no_match))
    finding = plain(findings.shape_finding(found), notes.mark("interests"))
    return ShapeBlock("You over the job" if spec.client else "The job", finding, spec)


def _carries(subject: Subject, notes: Notes) -> Block:
    found = subject.found
    assert found is not None  # the caller has looked
    if found.parts:
        return parts_block(found, notes.mark("r"))
    facts = []
    if not subject.scores.scores:
        own = found.congruence.person_codes[0]
        facts.append(Fact("Your code", plain(findings.code_words(own))))
    if found.congruence.occupation_code:
        its = findings.code_words(found.congruence.occupation_code)
        facts.append(Fact("Its code", plain(its, notes.mark("interests"))))
    facts.append(Fact("", plain(found.no_match)))
    return LinesBlock("Why there is no correlation", (), tuple(facts))


def parts_block(found: FitResult, mark: int | None) -> PartsBlock:
    """What each letter adds to r, the largest part first."""
    ranked = sorted(found.parts, key=lambda part: -part.product)
    rows = tuple(
        PartLine(NAMES[part.letter], *_sides(part), part.product, part_words(part.product))
        for part in ranked
    )
    total = correlation_words(found.match.r) if found.match else ""
    finding = plain(findings.parts_finding(found.parts), mark)
    return PartsBlock("Which letters carry it", finding, rows, total)


def _sides(part: Part) -> tuple[str, str]:
    """High or low in the client and in the job, each against its own average."""
    you, job = ("even" if abs(x) < 1e-12 else "high" if x > 0 else "low"
                for x in (part.person, part.occupation))  # fmt: skip
    return you, job


def _profile(subject: Subject, notes: Notes) -> Block | None:
    own = describe(subject.scores)
    if own is None:
        why = "No occupation can be ranked by a code alone; its agreement with a job’s code can."
        return WordsBlock("Why there is no list", (), plain(why))
    if not subject.view.ranking:
        words = "All six scores are equal, so nothing sets one job above another. Talk about what"
        words += " you enjoy, or take the inventory again another day."
        return WordsBlock("Why there is no list", (), plain(words))
    codes = notes.mark("codes")
    near = {
        "high": "the first two letters are neighbors on the hexagon",
        "medium": "the first two letters are two steps apart",
        "low": "the first two letters are opposite",
    }.get(own.consistency or "", "open, because scores are equal")
    norms = "No norms are published, so none of this is high or low for an age."
    facts = (
        Fact("Consistency", plain(f"{capitalised(own.consistency or 'open')}: {near}", codes)),
        Fact("Differentiation", plain(f"{own.spread:.3g} points; Iachan L1 {own.iachan_l1:.2f}")),
        Fact("Elevation", plain(f"The six add up to {own.elevation:.4g}")),
        Fact("", (Run(norms, "soft"),)),
    )
    return LinesBlock("What the profile says", (), facts)


def _among(subject: Subject, notes: Notes) -> Block | None:
    match = subject.found.match if subject.found else None
    if subject.found is not None and match is None:
        return None
    spec = rank_spread(subject.view.ranking, subject.view.edition, match)
    if spec is None:
        return None
    name, edge = subject.view.edition.lowest[0]
    best = sum(one.r >= edge for one in subject.view.ranking)
    count = "None is" if best == 0 else "1 is" if best == 1 else f"{number(best)} are"
    finding = plain(f"{count} in the {name} band", notes.mark("bands"))
    kicker = f"Among all {number(len(subject.view.ranking))} occupations"
    return SpreadBlock(kicker, finding, spec)


def _meaning(subject: Subject, notes: Notes) -> list[Block | None]:
    head, words = findings.meaning(subject.found, ranked=bool(subject.view.ranking))
    means: Text = plain(words, notes.mark("nauta"))
    return [
        WordsBlock("What it means", plain(head), means),
        WordsBlock(
            "What it does not mean", plain(findings.NOT_MEANT_FINDING), plain(findings.NOT_MEANT)
        ),
    ]


def profile_lines(scores: ClientScores, notes: Notes) -> Text:
    """Every tied code, the ties, and the profile's descriptors."""
    own = describe(scores)
    said = [findings.every_code(scores)]
    if own is not None:
        said += [ties_sentence(own.ties, scores.instrument), profile_sentence(own)]
    return (Run("Your profile. ", "bold"), Run(" ".join(said), mark=notes.mark("codes")))
