"""A comparison's questions: what each occupation answers, side by side, and what they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counselor_app.charts import (
    natural_basis,
    pay_chart,
    pay_range,
)
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import (
    number,
    openings_words,
    percent,
    told,
    value_words,
    whose,
)
from counselor_app.domain.fit.comparison import Row
from counselor_app.domain.occupation import findings
from counselor_app.domain.occupation.handbook import licence_phrase
from counselor_app.domain.occupation.pay_words import in_place, on_one_scale
from counselor_app.domain.occupation.preparation import (
    EDUCATION_SHORT,
    EXPERIENCE_WORDS,
    TRAINING_WORDS,
)
from counselor_app.domain.occupation.schooling import raters_answer, share_words
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import (
    BASIS_SHORT,
    PERCENTILES,
    Basis,
    ordinal,
)
from counselor_app.language import Said, _, after_first, capitalised, joined, pgettext
from counselor_app.language.said import Joined
from counselor_app.reports.parts import (
    Chart,
    Fact,
    Facts,
    Part,
    Prose,
    Run,
    Section,
    Text,
    plain,
    prose,
)
from counselor_app.reports.printed import in_short
from counselor_app.reports.sections.asked import Jobs, sentence

OUTSIDE = _("The work, pay, outlook and the way in")
INSIDE = _("Skills, interests and software")
IN_WORDS = pgettext("report", "In words")
_NUMBER = pgettext("fact", "Number")
_OUTSIDE_ROWS = ("work", "pay", "outlook", "openings", "getting-in", "education")
Answer = tuple[Part, ...]


def found_row(jobs: Jobs, key: str) -> Row | None:
    """The answers of `domain.fit.compare` to a question."""
    return next((row for row in jobs.told.rows if row.key == key), None)


def told_row(jobs: Jobs, key: str) -> Row:
    """The same of a question that is always asked."""
    found = found_row(jobs, key)
    assert found is not None  # every comparison has it
    return found


def row_of(
    key: str,
    question: str,
    marks: Sequence[int | None],
    answers: Iterable[Answer],
    sub: str = "",
    note: str = "",
) -> Section:
    """A row: the question with its sources, how to read it, an answer an occupation."""
    first, *more = marks
    asked: Text = (Run(question, "paper", first), *(Run("", "paper", mark) for mark in more))
    group = OUTSIDE if key in _OUTSIDE_ROWS else INSIDE
    # How to read the pay stands in a file too; the rest is about drawings.
    reading = Prose((plain(sub),), "body" if key == "pay" else "drawing")
    parts = (*((reading,) if sub else ()), *prose(note, look="note"))
    return Section(key, question, asked, parts, tuple(answers), group)


def answer_in_words(words: str, *more: Fact) -> Answer:
    """Why there is no figure, as a sentence."""
    return (Facts("", (Fact("", plain(sentence(words))), *more)),)


def _figures(drawn: Part, facts: Iterable[Fact], *figures: Figure) -> Answer:
    """A drawing, what it shows and says, and of whom its figures are."""
    group = whose(*figures)
    alone = _("this occupation alone")
    own = Fact(pgettext("report", "Published for"), plain(group or alone), is_drawn=True)
    told = prose(_("Published for {group}.", group=group) if group else "", look="note")
    return (drawn, Facts("", (*facts, own)), *told)


def work(jobs: Jobs) -> Section:
    """What people do."""
    mark = jobs.notes.mark("words") if any(sheet.words for sheet in jobs.sheets) else None
    little = _("Not rated, so not said.")
    said = (findings.lead(s) or findings.why_little(s) or little for s in jobs.sheets)
    answers = ((Facts("", (Fact("", plain(words)),)),) for words in said)
    return row_of("work", _("What do they do?"), (mark,), answers)


def pay(jobs: Jobs) -> Section:
    """The bands on one dollar axis, and the median in the chosen place."""
    oews, sheets = jobs.notes.mark("oews"), jobs.sheets
    bases = {natural_basis(sheet.nation) for sheet in sheets}
    basis: Basis = "hourly" if bases == {"hourly"} else "annual"
    beside = on_one_scale([sheet.nation for sheet in sheets])
    drawn = [sheet.nation for sheet, is_drawn in zip(sheets, beside, strict=True) if is_drawn]
    ends = pay_range(drawn, basis)
    here, nation = found_row(jobs, "pay.here"), told_row(jobs, "pay.nation")
    answers: list[Answer] = []
    for place, (sheet, is_drawn) in enumerate(zip(sheets, beside, strict=True)):
        local = (_here(sheet),) if here is not None else ()
        spec = pay_chart([sheet.nation], basis)
        if not is_drawn or ends is None or spec.axis is None:
            answers.append(answer_in_words(nation.cells[place].words, *local))
            continue
        knots = [(p, spec.rows[0].knot(p).text) for p in PERCENTILES]
        median, dollars = pgettext("percentile", "Median"), pgettext("unit", "dollars")
        facts = [Fact(median if p == 50 else ordinal(p), plain(text), unit=dollars, is_drawn=True)
                 for p, text in knots]  # fmt: skip
        band = {"band": spec.rows[0], "ends": ends, "sentence": spec.sentence}
        chart = Chart("pay", band, spec.sentence)
        answers.append(_figures(chart, (*facts, *local), sheet.nation.median()))
    said: list[str] = [*_beyond(sheets), *_sentences(nation.note)]
    if here is not None and here.note != nation.note:
        first, *rest = _sentences(here.note)
        where = in_place(sheets[0].places[0].place)
        said += [_("In {place}: {said}", place=where, said=first), *rest]
    sub = _("A year, United States. Ends: lowest and highest tenth. Dark: middle half.")
    if basis == "hourly":
        sub = _("An hour, United States. Ends: lowest and highest tenth. Dark: middle half.")
    note = joined(dict.fromkeys(said))
    return row_of("pay", _("What does it pay?"), (oews,), answers, sub, note)


def _here(sheet: Sheet) -> Fact:
    """The median in the chosen place, without the half that lies around it."""
    row = sheet.places[0]
    basis = natural_basis(row)
    median = row.median(basis)
    said: str = value_words(median)
    if median.number is not None:
        said = _("{pay} an hour", pay=said) if basis == "hourly" else _("{pay} a year", pay=said)
        said = joined((said, BASIS_SHORT.get(row.pay_basis or "", "")))
    group = whose(median)
    lead = (Run(joined((group, ": "), "")),) if group else ()
    runs = (*lead, Run(joined((row.place, ": "), ""), "soft"), Run(joined((said, "."), "")))
    return Fact(_("In the chosen place"), runs)


def _beyond(sheets: Sequence[Sheet]) -> list[Said]:
    """For which jobs a figure stands for more than the occupation."""
    said: list[Said] = []
    for sheet in sheets:
        beyond = after_first(sheet.nation.median().about or "")
        if whose(sheet.nation.median()) and beyond:
            title = sheet.occupation.title
            said.append(joined((title, beyond), ": "))
    return said


def _sentences(words: str) -> list[str]:
    """The sentences of a note one by one, so that none is said twice."""
    if isinstance(words, Joined) and words.by == " ":
        return [one for item in words.items for one in _sentences(item)]
    if isinstance(words, Said):
        return [words]
    return [f"{part}." for part in words.rstrip(".").split(". ") if part]


def outlook(jobs: Jobs) -> Section:
    """Projected change, drawn on one scale."""
    ep, row = jobs.notes.mark("ep"), told_row(jobs, "outlook")
    values = [sheet.outlook.change_pct.number for sheet in jobs.sheets]
    known = [value for value in values if value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    answers: list[Answer] = []
    for sheet, value, cell in zip(jobs.sheets, values, row.cells, strict=True):
        if value is None:
            answers.append(answer_in_words(cell.words))
            continue
        found, text = sheet.outlook, percent(value, signed=True)  # as `value_words` prints it
        case = findings.CASE_TITLES.get(found.case, "")
        counts = _("{base} to {projected} jobs", base=value_words(found.base),
                   projected=value_words(found.projected))  # fmt: skip
        first = (Run(joined((case, "."), ""), "bold"), Run(" ")) if case else ()
        facts = (
            Fact(_NUMBER, plain(text), unit=pgettext("unit", "percent"), is_drawn=True),
            Fact(IN_WORDS, (*first, Run(counts, "soft"))),
        )
        spec = {"value": value, "low": low, "high": high, "text": text}
        answers.append(_figures(Chart("change", spec, ""), facts, found.change_pct))
    years = next((s.outlook for s in jobs.sheets if s.outlook.base_year), None)
    sub = ""
    if years:
        first_year, last_year = years.base_year or 0, years.target_year or 0
        sub = _("{first} to {last}", first=first_year, last=last_year)
    return row_of("outlook", _("Are jobs growing?"), (ep,), answers, sub, row.note)


def openings(jobs: Jobs) -> Section:
    """Openings a year, drawn on one scale; how many for every 100 jobs, and their rank."""
    ep, row = jobs.notes.mark("ep"), told_row(jobs, "openings")
    values = [sheet.outlook.openings.number for sheet in jobs.sheets]
    high = max([1.0, *(value for value in values if value is not None)])
    answers: list[Answer] = []
    for sheet, value, cell in zip(jobs.sheets, values, row.cells, strict=True):
        if value is None:
            answers.append(answer_in_words(cell.words))
            continue
        base, rank, said = sheet.outlook.base.number, sheet.outlook.openings_rank, list[Said]()
        if base and value:
            each = f"{value / base * 100:.0f}"
            said.append(_("{n} a year for every 100 jobs", n=each))
        if rank is not None:
            said.append(_("{place} most of {n}", place=ordinal(rank[0]), n=number(rank[1])))
        text, unit = openings_words(value), pgettext("unit", "openings a year")
        facts = [Fact(_NUMBER, plain(text), unit=unit, is_drawn=True)]
        facts += [Fact(IN_WORDS, plain(joined(said, "; "), style="soft"))] if said else []
        spec = {"value": value, "high": high, "text": text}
        answers.append(_figures(Chart("amount", spec, ""), facts, sheet.outlook.openings))
    return row_of("openings", row.question, (ep,), answers, _("A year, on average"), row.note)


def ready(jobs: Jobs) -> Section:
    """Entry education, what else is asked, and the job zone."""
    marks, row = (jobs.notes.mark("ep"), jobs.notes.mark("zone")), told_row(jobs, "preparation")
    sub = _("Squares: how much preparation, of five")
    pages = told_row(jobs, "licence").note
    note = joined(
        (row.note, pgettext("source", "Licenses: {pages}.", pages=pages) if pages else "")
    )
    return row_of("getting-in", row.question, marks, map(_ready, jobs.sheets), sub, note)


def _ready(sheet: Sheet) -> Answer:
    found, zone = sheet.outlook, sheet.figures["job_zone"]
    education, training, experience = (
        figure.value for figure in (found.education, found.training, found.experience)
    )
    rest: list[str] = []
    if isinstance(training, str):
        rest.append(TRAINING_WORDS.get(training, training))
    if isinstance(experience, str) and experience != "None":
        rest.append(EXPERIENCE_WORDS.get(experience, experience))
    rest.append(licence_phrase(sheet.handbook))
    first: str = _("Entry education {why}", why=in_short(found.education))
    if isinstance(education, str):
        first = EDUCATION_SHORT.get(education, education)
    named = raters_answer(sheet)
    if named is not None:
        rest.insert(0, told(first, found.education))
        first = _(
            "{education}, say {share}", education=named.short, share=share_words(sheet, named)
        )
    else_ = pgettext("report", "What else")
    facts = [Fact(pgettext("fact", "Education"), plain(first, style="bold"))]
    facts += [Fact(else_, plain(capitalised(words))) for words in rest]
    if not rest:
        facts.append(Fact(else_, plain(pgettext("report", "nothing else")), is_drawn=True))
    level = None if zone.number is None else int(zone.number)
    said = _("job zone {zone}", zone=in_short(zone))
    if level is not None:
        said = _("job zone {zone} of 5", zone=in_short(zone))
    facts.append(Fact(pgettext("report", "Job zone"), plain(said, style="soft"), level))
    group = whose(found.education)
    alone = _("this occupation alone")
    facts.append(Fact(pgettext("report", "Published for"), plain(group or alone), is_drawn=True))
    told_of = prose(_("Published for {group}.", group=group) if group else "", look="note")
    return (Facts("", tuple(facts)), *told_of)
