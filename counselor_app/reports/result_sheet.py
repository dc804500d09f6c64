"""The sheet a student takes from the kiosk: interests, jobs to look at, and the code."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from counselor_app.domain.figures.attribution import PRODUCT, onet_attribution
from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.wording import capitalised, listed, lowered, number
from counselor_app.domain.fit.fit import CAREER_RETURNS
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.match_table import MatchList
from counselor_app.domain.fit.matches_filter import Candidate
from counselor_app.domain.fit.profile import caution
from counselor_app.domain.fit.words import NOT_A_VERDICT, band_words, edition_words
from counselor_app.domain.occupation.interests import LETTERS, NAMES, PLAIN_NAMES
from counselor_app.domain.occupation.listing import YEAR_ONLY, YEAR_ONLY_MARK, OccupationRow
from counselor_app.domain.occupation.preparation import LICENSE_NOTE
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.handover_code import handover_code, ungrouped
from counselor_app.domain.session.inventory import NOT_VALIDATED, score
from counselor_app.errors import UserError
from counselor_app.reports.fit_notes import release, same_twice
from counselor_app.reports.parts import Note, Notes, Report, Text, day_words, footer, plain

SHOWN = 10
_LISTED = 8
CODE_SAYS = (
    "Give this code to your counselor, or let it be scanned. It holds your six scores, which"
    " questions you answered, and the day. It does not hold your name or your list."
)


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One interest: its plain name, the name in the field, points and their share of the most."""

    name: str
    field_name: str
    points: str
    share: float


@dataclass(frozen=True, slots=True)
class JobLine:
    """A job to look at; ``whose`` is of whom the figures with * are."""

    title: str
    band: str
    pay: str
    education: str
    whose: str


@dataclass(frozen=True, slots=True)
class ResultSheet(Report):
    """One page. ``qr`` is a picture (SVG) of the sixteen characters of ``code``."""

    kind = "result"

    lead: str
    cautions: tuple[str, ...]
    scale: Text
    scores: tuple[ScoreLine, ...]
    header: tuple[Text, ...]
    jobs: tuple[JobLine, ...]
    on_list: str
    remark: str
    code: str
    code_says: str
    qr: str
    notes: tuple[Note, ...]


def result_sheet_content(
    client: Client,
    matches: MatchList,
    on_list: Sequence[OccupationRow],
    *,
    made_on: date,
    version: str,
    sources: Collection[Source],
) -> ResultSheet:
    """The sheet of a client whose scores and their date are known.

    ``matches`` is the whole ranked list, ``on_list`` what the student put on theirs.

    Raises:
        UserError: when there are no six scores, or no code can carry them.
    """
    found = client.scores
    if found is None or not found.scores:
        raise UserError("Answer the questions first; then your results can be printed.")
    notes = Notes(
        same_twice(
            {
                "scores": found.instrument.error.removesuffix("."),
                "bands": f"Correlation over six interests, {matches.interests.label} Interests,"
                f" {number(matches.of)} jobs; {edition_words(CAREER_RETURNS)}",
                "pay": f"{release(matches.pay, 'Wages')}, {matches.place or 'United States'};"
                " middle: half earn more, half less",
                "education": f"{release(matches.education, 'Projections')}. {LICENSE_NOTE}",
            }
        )
    )
    code, shown = handover_code(found), matches.rows[:SHOWN]
    test = found.instrument
    scale = plain(f"{test.name}, {test.low:g} to {test.high:g} points.", notes.mark("scores"))
    taken = f", answered {day_words(found.date)}" if found.date else ""
    return ResultSheet(
        product=PRODUCT,
        version=version,
        made_on=made_on,
        report_name="Interest results",
        title="What I like, and jobs to look at",
        document_title="Interest results",
        header_note=f"Printed {day_words(made_on)}",
        footer_note=footer(version, sources),
        attribution=onet_attribution({matches.interests, matches.zones}) or "",
        lead=f"{highest_words(found)} These are your own answers{taken}.",
        cautions=_cautions(client),
        scale=scale,
        scores=tuple(
            ScoreLine(
                PLAIN_NAMES[letter],
                NAMES[letter],
                f"{points:.3g}",
                (points - test.low) / (test.high - test.low),
            )
            for letter, points in _ranked(found)
        ),
        header=(
            plain("Jobs closest to your answers"),
            plain("Fit", notes.mark("bands")),
            plain("Middle pay a year", notes.mark("pay")),
            plain("Usual schooling", notes.mark("education")),
        ),
        jobs=tuple(
            JobLine(
                one.match.title,
                band_words(one.match.band, CAREER_RETURNS),
                one.pay_words,
                one.education_short,
                one.job.figures_note,
            )
            for one in shown
        ),
        on_list=_on_list(on_list),
        remark=_remark(shown),
        code=code,
        code_says=CODE_SAYS,
        qr=qr_svg(ungrouped(code)),
        notes=notes.listed(),
    )


def qr_svg(text: str) -> str:
    """``text`` as a QR code (SVG). Letters and digits alone: no sign that a scanner's keyboard
    layout could turn into another one."""
    import segno

    return str(segno.make_qr(text, error="m").svg_inline(scale=4, border=4, omitsize=False))


def highest_words(scores: ClientScores) -> str:
    """The highest interests in plain words; that nothing stands out where they are all alike."""
    ranked = _ranked(scores)
    if ranked[0][1] == ranked[-1][1]:
        return "Your six scores are the same, so no interest stands out."
    third = ranked[2][1]
    strongest = [PLAIN_NAMES[letter] for letter, points in ranked if points >= third]
    if len(strongest) > 4:
        strongest = [PLAIN_NAMES[letter] for letter, points in ranked if points > third]
    named = listed(map(lowered, strongest))
    return f"Your answers are highest on {named}."


def _ranked(scores: ClientScores) -> list[tuple[str, float]]:
    return sorted(zip(LETTERS, scores.scores, strict=True), key=lambda pair: -pair[1])


def _cautions(client: Client) -> tuple[str, ...]:
    said = caution(client.scores) if client.scores else None
    flags = score(client.answers).flags if client.answers else ()
    return tuple(capitalised(words) for words in (*flags, said) if words)


def _remark(rows: Sequence[Candidate]) -> str:
    said = f"{NOT_A_VERDICT} {NOT_VALIDATED}"
    if any(one.job.group for one in rows):
        said += " * Published for the group named under the job."
    return f"{said} {YEAR_ONLY}." if any(YEAR_ONLY_MARK in one.pay_words for one in rows) else said


def _on_list(jobs: Sequence[OccupationRow]) -> str:
    if not jobs:
        return ""
    named = [f"{job.title} ({job.pay_said})" for job in jobs[:_LISTED]]
    more = len(jobs) - len(named)
    return "; ".join(named) + (f"; and {more} more" if more else "") + "."
