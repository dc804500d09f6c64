"""The rows of a printed comparison, from the same answers as the window's."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from counselor_app.charts import (
    education_bars,
    hexagon,
    natural_basis,
    pay_chart,
    pay_range,
    ranked_bars,
    strips,
)
from counselor_app.domain.figures.ratings import Domain
from counselor_app.domain.figures.wording import (
    NOT_RATED,
    capitalised,
    correlation_words,
    number,
    openings_words,
    percent,
    told,
    value_words,
    whose,
)
from counselor_app.domain.fit.compare import MOST, Comparison, Row
from counselor_app.domain.fit.findings import code_words
from counselor_app.domain.fit.fit import FitResult
from counselor_app.domain.fit.words import band_words
from counselor_app.domain.occupation import findings
from counselor_app.domain.occupation.pay_words import in_place, on_one_scale
from counselor_app.domain.occupation.preparation import (
    EDUCATION_SHORT,
    EXPERIENCE_WORDS,
    TRAINING_WORDS,
)
from counselor_app.domain.occupation.schooling import raters_answer, share_words
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import Basis
from counselor_app.domain.session.client import fit_words
from counselor_app.reports.compare_blocks import (
    AmountAnswer,
    Answer,
    BarsAnswer,
    ChangeAnswer,
    DotsAnswer,
    PayAnswer,
    Question,
    ReadyAnswer,
    ShapeAnswer,
    WordsAnswer,
)
from counselor_app.reports.parts import (
    Notes,
    PrintedBars,
    Run,
    Text,
    in_short,
    plain,
    rated_bar,
    share_bar,
)

OUTSIDE = "The work, pay, outlook and the way in"
INSIDE = "Skills, interests and software"
TOP = 4
"""Bars of an answer; one fewer where four occupations leave narrow columns."""


def questions(
    sheets: Sequence[Sheet],
    told: Comparison,
    fits: Sequence[FitResult],
    notes: Notes,
    wanted: Collection[str],
    name: str,
) -> tuple[Question, ...]:
    """The rows wanted, in reading order; marks are numbered as they come."""
    rows = {row.key: row for row in told.rows}
    ways: dict[str, Callable[[], Question]] = {
        "work": lambda: _work(sheets, notes),
        "pay": lambda: _pay(sheets, rows, notes),
        "outlook": lambda: _outlook(sheets, rows["outlook"], notes),
        "openings": lambda: _openings(sheets, rows["openings"], notes),
        "getting-in": lambda: _ready(sheets, rows["preparation"], notes),
        "education": lambda: _education(sheets, notes),
        "skills": lambda: _rated(sheets, rows["skills"], notes, "skill"),
        "knowledge": lambda: _rated(sheets, rows["knowledge"], notes, "knowledge"),
        "interests": lambda: _interests(sheets, rows, fits, notes, name),
        "exposure": lambda: _exposure(sheets, notes),
    }
    return tuple(way() for key, way in ways.items() if key in wanted)


def _question(words: str, *marks: int) -> Text:
    return (Run(words, "bold", marks[0] if marks else None),)


def _shown(sheets: Sequence[Sheet]) -> int:
    return TOP - 1 if len(sheets) == MOST else TOP


def _work(sheets: Sequence[Sheet], notes: Notes) -> Question:
    ours = any(sheet.words for sheet in sheets)
    asked = _question("What do they do?", *([notes.mark("words")] if ours else []))
    answers = tuple(
        WordsAnswer(plain(findings.lead(s) or findings.why_little(s) or "Not rated, so not said."))
        for s in sheets
    )
    return Question("work", OUTSIDE, asked, "", answers, "")


def _pay(sheets: Sequence[Sheet], rows: dict[str, Row], notes: Notes) -> Question:
    asked = _question("What does it pay?", notes.mark("oews"))
    bases = [natural_basis(sheet.nation) for sheet in sheets]
    basis: Basis = "hourly" if set(bases) == {"hourly"} else "annual"
    beside = on_one_scale([sheet.nation for sheet in sheets])
    drawn = [sheet.nation for sheet, is_drawn in zip(sheets, beside, strict=True) if is_drawn]
    ends = pay_range(drawn, basis)
    here = rows.get("pay.here")
    answers: list[Answer] = []
    for place, (sheet, is_drawn) in enumerate(zip(sheets, beside, strict=True)):
        local = _here(sheet, here, place)
        spec = pay_chart([sheet.nation], basis)
        if not is_drawn or ends is None or spec.axis is None:
            words = capitalised(rows["pay.nation"].cells[place].words)
            answers.append(WordsAnswer(plain(f"{words}."), local))
        else:
            whom = whose(sheet.nation.median())
            answers.append(PayAnswer(spec.rows[0], ends, spec.sentence, local, whom))
    said = [_covers(sheets, [sheet.nation.median().about for sheet in sheets])]
    said.append(rows["pay.nation"].note)
    if here is not None and here.note != rows["pay.nation"].note:
        said.append(f"In {in_place(sheets[0].places[0].place)}: {here.note}")
    sub = "A year, United States. Ends: lowest and highest tenth. Dark: middle half."
    if basis == "hourly":
        sub = sub.replace("A year", "An hour")
    return Question("pay", OUTSIDE, asked, sub, tuple(answers), _joined(said))


def _here(sheet: Sheet, here: Row | None, place: int) -> Text:
    """The median in the chosen place, without the half that lies around it."""
    if here is None:
        return ()
    median, *_ = here.cells[place].bare.split(";")
    said = (Run(f"{sheet.places[0].place}: ", "soft"), Run(f"{median}."))
    group = whose(*here.cells[place].figures)
    return (Run(f"{group}: "), *said) if group else said


def _covers(sheets: Sequence[Sheet], abouts: Sequence[str | None]) -> str:
    """For which jobs a figure stands for more than the occupation."""
    said = []
    for sheet, about in zip(sheets, abouts, strict=True):
        beyond = (about or "").partition(". ")[2]
        if whose(sheet.nation.median()) and beyond:
            said.append(f"{sheet.occupation.title}: {beyond.removesuffix('.')}.")
    return " ".join(said)


def _joined(said: Collection[str]) -> str:
    """The sentences, each once."""
    sentences = [f"{part}." for words in said for part in words.rstrip(".").split(". ") if part]
    return " ".join(dict.fromkeys(sentences))


def _outlook(sheets: Sequence[Sheet], row: Row, notes: Notes) -> Question:
    asked = _question("Are jobs growing?", notes.mark("ep"))
    values = [sheet.outlook.change_pct.number for sheet in sheets]
    known = [value for value in values if value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    answers: list[Answer] = []
    for sheet, value, cell in zip(sheets, values, row.cells, strict=True):
        outlook = sheet.outlook
        if value is None:
            answers.append(WordsAnswer(plain(f"{capitalised(cell.words)}.")))
            continue
        sub = f"{value_words(outlook.base)} to {value_words(outlook.projected)} jobs"
        case = findings.CASE_TITLES.get(outlook.case, "")
        said = (Run(f"{case}. " if case else "", "bold"), Run(sub, "soft"))
        answers.append(
            ChangeAnswer(
                value, low, high, percent(value, signed=True), said, whose(outlook.change_pct)
            )
        )  # as `value_words` prints a change
    years = next((s.outlook for s in sheets if s.outlook.base_year), None)
    sub = f"{years.base_year} to {years.target_year}" if years else ""
    return Question("outlook", OUTSIDE, asked, sub, tuple(answers), row.note)


def _openings(sheets: Sequence[Sheet], row: Row, notes: Notes) -> Question:
    asked = _question(row.question, notes.mark("ep"))
    values = [sheet.outlook.openings.number for sheet in sheets]
    high = max([1.0, *(value for value in values if value is not None)])
    answers: list[Answer] = []
    for sheet, value, cell in zip(sheets, values, row.cells, strict=True):
        if value is None:
            answers.append(WordsAnswer(plain(f"{capitalised(cell.words)}.")))
            continue
        rank = cell.bare.partition(", ")[2]
        base = sheet.outlook.base.number
        each = f"{value / base * 100:.0f} a year for every 100 jobs" if base and value else ""
        sub = "; ".join(part for part in (each, rank) if part)
        whom = whose(sheet.outlook.openings)
        answers.append(AmountAnswer(value, high, openings_words(value), plain(sub), whom))
    return Question("openings", OUTSIDE, asked, "A year, on average", tuple(answers), row.note)


def _ready(sheets: Sequence[Sheet], row: Row, notes: Notes) -> Question:
    asked = _question(row.question, notes.mark("ep"))
    zone_mark = notes.mark("zone")
    answers: list[Answer] = []
    for sheet in sheets:
        outlook, zone = sheet.outlook, sheet.figures["job_zone"]
        education, training = outlook.education.value, outlook.training.value
        rest = [TRAINING_WORDS.get(training, training)] if isinstance(training, str) else []
        experience = outlook.experience.value
        if isinstance(experience, str) and experience != "None":
            rest.append(EXPERIENCE_WORDS.get(experience, experience))
        first = f"Entry education {in_short(outlook.education)}"
        if isinstance(education, str):
            first = EDUCATION_SHORT.get(education, education)
        group, named = whose(outlook.education), raters_answer(sheet)
        if named is not None:
            rest.insert(0, told(first, outlook.education))
            first = f"{named.short}, say {share_words(sheet, named)}"
        rated = zone.number is not None
        level = int(zone.number) if zone.number is not None else None
        said = f"job zone {in_short(zone)}" + (" of 5" if rated else "")
        answers.append(ReadyAnswer(first, tuple(map(capitalised, rest)), level, said, group))
    sub = "Squares: how much preparation, of five"
    return Question(
        "getting-in", OUTSIDE, (*asked, Run("", mark=zone_mark)), sub, tuple(answers), row.note
    )


def _education(sheets: Sequence[Sheet], notes: Notes) -> Question:
    asked = _question("What do job holders say a newcomer needs?", notes.mark("education"))
    answers: list[Answer] = []
    low_precision = False
    for sheet in sheets:
        needs = sheet.requirements.get("RL", ())
        if not needs:
            none = sheet.why_none("requirement", "no answers are published for this occupation")
            answers.append(WordsAnswer(plain(f"{capitalised(none)}.")))
            continue
        rows = tuple(share_bar(bar) for bar in education_bars(needs).rows[: _shown(sheets)])
        low_precision = low_precision or any(row.low_precision for row in rows)
        answers.append(BarsAnswer(PrintedBars(0.0, 100.0, 0.0, ("0", "100%"), rows), ""))
    note = "† low precision: the release advises not to rely on it." if low_precision else ""
    sub = "The answers most named. Line: 95% interval"
    return Question("education", OUTSIDE, asked, sub, tuple(answers), note)


def _rated(sheets: Sequence[Sheet], row: Row, notes: Notes, domain: Domain) -> Question:
    asked = _question(row.question, notes.mark(domain))
    answers: list[Answer] = []
    low_precision = False
    for sheet, cell in zip(sheets, row.cells, strict=True):
        rated = sheet.ratings.get(domain, ())
        if not rated:
            none = sheet.why_none(domain, NOT_RATED)
            answers.append(BarsAnswer(None, f"{capitalised(none)}."))
            continue
        spec = ranked_bars(rated[: _shown(sheets)])
        rows = tuple(rated_bar(bar) for bar in spec.rows)
        low_precision = low_precision or any(bar.low_precision for bar in rows)
        bars = PrintedBars(spec.low, spec.high, spec.origin, spec.ends, rows)
        answers.append(BarsAnswer(bars, f"{cell.words}."))
    note = row.note + (" † low precision." if low_precision else "")
    sub = "Importance, 1 to 5. Line: 95% interval"
    key = "skills" if domain == "skill" else domain
    return Question(key, INSIDE, asked, sub, tuple(answers), note)


def _interests(
    sheets: Sequence[Sheet],
    rows: dict[str, Row],
    fits: Sequence[FitResult],
    notes: Notes,
    name: str,
) -> Question:
    mark = notes.mark("interest")
    whose = f"{name}’s" if name else "your"
    asked = _question(f"How close are {whose} interests?" if fits else "Whom does it suit?", mark)
    sub = "Center 1, rim 7. Bold: the job’s code."
    if fits and fits[0].client.scores:
        sub = f"Gray: the job. Outline: {name or 'you'}. Compare the shapes, not the sizes."
    answers: list[Answer] = []
    for place, sheet in enumerate(sheets):
        found = fits[place] if fits else None
        spec = hexagon(sheet.interests, found.client if found else None)
        if spec.drawn is None:
            none = capitalised(f"{value_words(sheet.interests.scores[0])}.")
            answers.append(WordsAnswer(plain(none)))
            continue
        words = findings.interests_finding(sheet)
        code = code_words(spec.code) if spec.code else "No code"
        said = rows["fit"].cells[place].words if "fit" in rows else ""
        lines = _fit_lines(found, notes, said) if found else ()
        answers.append(ShapeAnswer(spec, code, (*lines, plain(words))))
    under = (rows["fit"].note if "fit" in rows else "", rows["interests"].note)
    note = " ".join(part for part in under if part)
    return Question("interests", INSIDE, asked, sub, tuple(answers), note)


def _fit_lines(found: FitResult, notes: Notes, words: str) -> tuple[Text, ...]:
    match, place = found.match, found.place
    if match is None or place is None:
        if found.client.scores:
            words = capitalised(": ".join(fit_words(found)))
        return (plain(words, notes.mark("scores")),)
    return (
        (Run(f"r {correlation_words(match.r)}", "bold", notes.mark("scores")),),
        (Run(capitalised(band_words(match.band, found.edition)), mark=notes.mark("bands")),),
        plain(f"{number(match.rank)} of {number(place.of)}"),
    )


def _exposure(sheets: Sequence[Sheet], notes: Notes) -> Question:
    asked = _question("Exposed to software or AI?", notes.mark("exposure"))
    answers: list[Answer] = []
    for sheet in sheets:
        spec = strips(sheet.exposure)
        ranked = [row for row in spec.rows if row.percentile is not None] if spec else []
        if not ranked:
            answers.append(WordsAnswer(plain("No study in this pack ranks this occupation.")))
            continue
        said = "; ".join(f"{row.name} {row.percentile:.0f}" for row in ranked)
        values = tuple(row.percentile for row in ranked if row.percentile is not None)
        answers.append(DotsAnswer(values, f"{said}.", f"Rank from 0 to 100: {said}."))
    sub = "A dot a study: rank, 0 least to 100 most. Not a probability of losing a job."
    whose = [
        f"{sheet.occupation.title}, {said}"
        for sheet in sheets
        for said in findings.exposure_of_others(sheet)
    ]
    return Question("exposure", INSIDE, asked, sub, tuple(answers), " ".join(whose))
