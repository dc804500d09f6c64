"""A comparison's questions on the person: schooling, skills, knowledge, interests, software."""

from __future__ import annotations

from collections.abc import Iterable

from counselor_app.charts import education_bars, hexagon, ranked_bars, strips
from counselor_app.domain.figures.ratings import Domain
from counselor_app.domain.figures.wording import (
    NOT_RATED,
    value_words,
)
from counselor_app.domain.fit.compare import MOST
from counselor_app.domain.fit.findings import code_words
from counselor_app.domain.fit.fit import FitResult
from counselor_app.domain.occupation import findings
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.session.client import fit_words
from counselor_app.language import _, capitalised, joined, pgettext
from counselor_app.reports.parts import Bar, Bars, Chart, Column, Fact, Facts, Section, Text, plain
from counselor_app.reports.printed import rated_bar, share_bar
from counselor_app.reports.sections.asked import Jobs, sentence
from counselor_app.reports.sections.compared import (
    IN_WORDS,
    Answer,
    answer_in_words,
    found_row,
    row_of,
    told_row,
)

TOP = 4
"""Bars of an answer; one fewer where four occupations leave narrow columns."""


def _shown(jobs: Jobs) -> int:
    return TOP - 1 if len(jobs.sheets) == MOST else TOP


def education(jobs: Jobs) -> Section:
    """The answers that job holders name most."""
    mark, unit = jobs.notes.mark("education"), pgettext("unit", "percent")

    def answer(sheet: Sheet) -> Answer:
        needs = sheet.requirements.get("RL", ())
        if not needs:
            none = _("no answers are published for this occupation")
            return answer_in_words(sheet.why_none("requirement", none))
        rows = tuple(share_bar(bar) for bar in education_bars(needs).rows[: _shown(jobs)])
        return (_few((0.0, 100.0, 0.0), ("0", "100%"), rows, unit, mark),)

    answers = [answer(sheet) for sheet in jobs.sheets]
    low = _("† low precision: the release advises not to rely on it.")
    return row_of(
        "education", _("What do job holders say a newcomer needs?"), (mark,), answers,
        _("The answers most named. Line: 95% interval"), low if _is_low(answers) else "",
    )  # fmt: skip


def _few(
    scale: tuple[float, float, float], ends: tuple[str, str], rows: tuple[Bar, ...], unit: str,
    mark: int,
) -> Bars:  # fmt: skip
    columns = (Column(pgettext("column", "Name")), Column(pgettext("column", "Value"), unit, mark))
    return Bars("", columns, *scale, ends, rows, "few")


def _is_low(answers: Iterable[Answer]) -> bool:
    parts = (part for answer in answers for part in answer if isinstance(part, Bars))
    return any(bar.low_precision for part in parts for bar in part.rows)


def skills(jobs: Jobs) -> Section:
    """The most important skills, and what sets each occupation apart."""
    return _rated(jobs, "skills", "skill")


def knowledge(jobs: Jobs) -> Section:
    """The most important knowledge, and what sets each occupation apart."""
    return _rated(jobs, "knowledge", "knowledge")


def _rated(jobs: Jobs, key: str, domain: Domain) -> Section:
    mark, row, unit = jobs.notes.mark(domain), told_row(jobs, key), _("importance, 1 to 5")
    answers: list[Answer] = []
    for sheet, cell in zip(jobs.sheets, row.cells, strict=True):
        rated = sheet.ratings.get(domain, ())
        stands_out = _("What stands out")
        if not rated:
            none = sentence(sheet.why_none(domain, NOT_RATED))
            answers.append((Facts("", (Fact(stands_out, plain(none)),)),))
            continue
        spec = ranked_bars(rated[: _shown(jobs)])
        # Ranks have no room here.
        rows = tuple(Bar(b.name, b.value, b.text, b.interval, b.low_precision)
                     for b in map(rated_bar, spec.rows))  # fmt: skip
        bars = _few((spec.low, spec.high, spec.origin), spec.ends, rows, unit, mark)
        said = Fact(stands_out, plain(joined((cell.words, "."), "")))
        answers.append((bars, Facts("", (said,))))
    note = joined((row.note, _("† low precision.") if _is_low(answers) else ""))
    sub = _("Importance, 1 to 5. Line: 95% interval")
    return row_of(key, row.question, (mark,), answers, sub, note)


def interests(jobs: Jobs) -> Section:
    """The hexagons, with a client's over them; how close each is, or whom it suits."""
    mark, fit = jobs.notes.mark("interest"), found_row(jobs, "fit")
    question: str = _("Whom does it suit?")
    if jobs.fits and jobs.name:
        question = _("How close are {name}’s interests?", name=jobs.name)
    elif jobs.fits:
        question = _("How close are your interests?")
    sub = _("Center 1, rim 7. Bold: the job’s code.")
    if jobs.fits and jobs.fits[0].client.scores:
        sub = _("Gray: the job. Outline: you. Compare the shapes, not the sizes.")
        if jobs.name:
            sub = _("Gray: the job. Outline: {name}. Compare the shapes, not the sizes.",
                    name=jobs.name)  # fmt: skip
    answers = [
        _shape(jobs, sheet, jobs.fits[i] if jobs.fits else None, fit.cells[i].words if fit else "")
        for i, sheet in enumerate(jobs.sheets)
    ]
    note = joined((fit.note if fit else "", told_row(jobs, "interests").note))
    return row_of("interests", question, (mark,), answers, sub, note)


def _shape(jobs: Jobs, sheet: Sheet, found: FitResult | None, said: str) -> Answer:
    spec = hexagon(sheet.interests, found.client if found else None)
    if spec.drawn is None:
        return answer_in_words(value_words(sheet.interests.scores[0]))
    alt = joined((joined((sheet.occupation.title, "."), ""), spec.sentence))
    code = code_words(spec.code) if spec.code else pgettext("report", "No code")
    unit = _("interest, 1 to 7")
    lines = _fit_lines(jobs, found, said) if found else ()
    facts = [
        Fact(pgettext("fact", "Code"), plain(code, style="bold")),
        *(Fact(c.name, plain(c.text), unit=unit, is_drawn=True) for c in spec.corners),
        *(Fact(IN_WORDS, line)
          for line in (*lines, plain(findings.interests_finding(sheet))) if line),
    ]  # fmt: skip
    return (Chart("shape", spec, alt, width=200.0), Facts("", tuple(facts)))


def _fit_lines(jobs: Jobs, found: FitResult, said: str) -> tuple[Text, ...]:
    if found.match is None:
        if found.client.scores:
            said = capitalised(joined(fit_words(found), ": "))
        return (plain(said, jobs.notes.mark("scores")),)
    words, about = fit_words(found)
    mark = jobs.notes.mark("tiers")
    return plain(words, mark, "bold"), plain(about)


def exposure(jobs: Jobs) -> Section:
    """A dot a study: how exposed each occupation is to software and AI."""
    mark, answers = jobs.notes.mark("exposure"), list[Answer]()
    for sheet in jobs.sheets:
        spec = strips(sheet.exposure)
        ranked = [row for row in spec.rows if row.percentile is not None] if spec else []
        if not ranked:
            none = _("No study in this pack ranks this occupation.")
            answers.append((Facts("", (Fact("", plain(none)),)),))
            continue
        said = joined((joined((row.name, f"{row.percentile:.0f}")) for row in ranked), "; ")
        sentence_ = _("Rank from 0 to 100: {ranks}.", ranks=said)
        values = tuple(row.percentile for row in ranked)
        chart = Chart("dots", {"values": values, "sentence": sentence_}, sentence_)
        fact = Fact("", plain(joined((said, "."), ""), style="soft"))
        answers.append((chart, Facts("", (fact,))))
    sub = _("A dot a study: rank, 0 least to 100 most. Not a probability of losing a job.")
    others = (
        joined((sheet.occupation.title, said), ", ")
        for sheet in jobs.sheets
        for said in findings.exposure_of_others(sheet)
    )
    question = _("Exposed to software or AI?")
    return row_of("exposure", question, (mark,), answers, sub, joined(others))
