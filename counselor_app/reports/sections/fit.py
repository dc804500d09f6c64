"""A fit report's figures and small blocks: the client's interests, and what they suggest."""

from __future__ import annotations

from counselor_app.charts import hexagon
from counselor_app.charts.ranking import ScoreBars, own_shape, score_bars
from counselor_app.domain.figures.wording import correlation_words, number
from counselor_app.domain.fit import findings
from counselor_app.domain.fit.fit import FitResult
from counselor_app.domain.fit.measurement import flat, flat_words
from counselor_app.domain.fit.profile import client_codes, describe
from counselor_app.domain.fit.sureness import ABOUT_TIERS
from counselor_app.domain.fit.tiers import singled_out, tier_counts
from counselor_app.domain.fit.words import YOU, part_words, shapes_sentence
from counselor_app.domain.occupation.interests import NAMES, PLAIN_NAMES
from counselor_app.domain.session.client import fit_words
from counselor_app.domain.session.flat import helps_instead
from counselor_app.language import _, joined, listed, pgettext
from counselor_app.reports.parts import (
    Cell,
    Chart,
    Column,
    Fact,
    Facts,
    Prose,
    Section,
    Table,
    plain,
    prose,
    table,
)
from counselor_app.reports.sections.asked import Subject

NARROW = 200.0
# Numbers this near to an average are on it.
_EVEN = 1e-12


def key_figures(subject: Subject) -> Section:
    """Four figures: of the fit to one occupation, of its codes, or of the client's list."""
    found = subject.found
    differs = not subject.scores.scores or len(set(subject.scores.scores)) > 1
    if found is not None and found.match is not None:
        facts = _fit_figures(subject, found)
    elif found is not None and found.congruence.m is not None and differs:
        facts = _code_figures(subject, found)
    else:
        facts = _client_figures(subject)
    title = pgettext("section", "Key figures")
    return Section("key-figures", title, parts=(Facts(title, facts, "figures"),))


def _figure(value: str, of: str, label: str, mark: int, about: str, missing: bool = False) -> Fact:
    return Fact(label, plain(value, mark), of=of, about=about, missing=missing)


def _words(value: str, label: str, mark: int, about: str) -> Fact:
    return _figure(value, "", label, mark, about, missing=True)


def _of(count: str) -> str:
    return pgettext("report", "of {count}", count=count)


def _fit_figures(subject: Subject, found: FitResult) -> tuple[Fact, ...]:
    words, about = fit_words(found)
    mark = subject.notes.mark("tiers")
    label = _("how close to your interests")
    if found.tier is None:
        own = _words(words, label, mark, about)
    else:
        own = _figure(words, "", label, mark, about)
    return own, *_client_figures(subject)


def _code_figures(subject: Subject, found: FitResult) -> tuple[Fact, ...]:
    agreement, notes = found.congruence, subject.notes
    own, *others = agreement.person_codes
    ties = _("as it was given")
    if others:
        ties = _("one of {n} with ties", n=len(others) + 1)
    return (
        _figure(findings.code_words(own), "", pgettext("report", "your code"),
                notes.mark("scores"), ties),
        _figure(findings.code_words(agreement.occupation_code), "", _("this job’s code"),
                notes.mark("interests"), pgettext("report", "strongest first")),
    )  # fmt: skip


def _client_figures(subject: Subject) -> tuple[Fact, ...]:
    scores, notes = subject.scores, subject.notes
    mark, own, codes = notes.mark("scores"), describe(scores), client_codes(scores)
    code = findings.code_words(codes[0])
    if own is None:
        return (_figure(code, "", pgettext("report", "your code"), mark, _("as it was given")),)
    ties = _("no other by ties")
    if len(codes) > 1:
        ties = _("one of {n} codes with ties", n=number(len(codes)))
    first = _figure(code, "", _("your strongest letters"), mark, ties)
    if flat(scores):
        first = _words(pgettext("report", "no letters"), _("all six scores are too close"), mark,
                       _("nothing stands out"))  # fmt: skip
    counts = tier_counts(subject.view.placed)
    if not any(counts.values()):
        return (first,)
    of = _of(number(sum(counts.values())))
    tiers = notes.mark("tiers")
    return (
        first,
        _figure(number(counts["very likely"]), of, _("jobs very likely among the tenth closest"),
                tiers, _("and {n} likely", n=number(counts["likely"]))),
        _figure(number(counts["possible"]), of, _("jobs possibly among them"), tiers,
                _("the rest less likely")),
    )  # fmt: skip


def scores(subject: Subject) -> Section:
    """The client's scores with error and ties; a bare code in words."""
    mark, title = subject.notes.mark("scores"), pgettext("report", "Your interests")
    finding = plain(findings.codes_finding(subject.scores), mark)
    chart, test = score_bars(subject.scores), subject.scores.instrument
    if chart is None:
        named = listed(NAMES[letter] for letter in subject.scores.letters)
        first = _("{interests}, the strongest first.", interests=named)
        return Section("scores", title, finding, prose(joined((first, test.error))))
    note = prose("" if test.tie is not None else test.error, look="note")
    return Section("scores", title, finding, (scores_chart(title, chart, mark), *note))


def scores_chart(name: str, chart: ScoreBars, mark: int) -> Chart:
    """The scores, what lies within their error, and which of them tie."""
    rows = []
    for row in chart.rows:
        error = pgettext("report", "not known")
        if row.interval:
            low, high = (f"{end:.3g}" for end in row.interval)
            error = _("{low} to {high}", low=low, high=high)
        rows.append((row.name, row.text, error))
    unit = _("score, {low} to {high}", low=f"{chart.low:g}", high=f"{chart.high:g}")
    columns = (
        pgettext("column", "Interest"),
        Column(pgettext("column", "Score"), unit, mark),
        Column(pgettext("report", "Within error"), mark=mark),
    )
    tables = [table(name, columns, rows)]
    ties = [[listed(r.name for r in chart.rows[tie.first : tie.last + 1])] for tie in chart.ties]
    if ties:
        tables.append(table(_("Scores that tie"), (_("Too close to tell apart"),), ties))
    return Chart("scores", chart, chart.sentence, tuple(tables), NARROW)


def shape(subject: Subject) -> Section | None:
    """The client's hexagon, over the job's where there is one."""
    one, found = subject.one, subject.found
    if one is None or found is None:
        own = own_shape(subject.scores)
        if own is None:
            return None
        drawn = Chart("shape", own, own.sentence, width=NARROW)
        return Section("shape", pgettext("report", "Your shape"), parts=(drawn,))
    spec, title = hexagon(one.interests, subject.scores), _("You over the job")
    if spec.drawn is None:
        return Section("shape", title, parts=prose(found.no_match or ""))
    finding = plain(findings.shape_finding(found), subject.notes.mark("interests"))
    title = title if spec.client else pgettext("section", "The job")
    return Section("shape", title, finding, (Chart("shape", spec, spec.sentence, width=NARROW),))


def carries(subject: Subject) -> Section:
    """Where client and job meet; why that cannot be said; or what helps a flat profile."""
    found, notes = subject.found, subject.notes
    if not subject.view.ranking:
        return _no_list(subject)
    title = _("Where you and the job meet")
    if found is None:
        said = joined((singled_out(subject.view.placed) or "", ABOUT_TIERS))
        return Section("carries", _("What the tiers say"), parts=prose(said))
    if found.parts:
        shapes = plain(shapes_sentence(found.parts, *YOU), notes.mark("interests"))
        rows = [
            (PLAIN_NAMES[part.letter], part.words)
            for part in sorted(found.parts, key=lambda part: -part.product)
        ]
        columns = (pgettext("column", "Interest"), _("High or low, against each one’s own average"))
        return Section("carries", title, parts=(Prose((shapes,)), table(title, columns, rows)))
    its = found.congruence.occupation_code
    facts = [Fact("", plain(found.no_match))]
    if its:
        code = plain(findings.code_words(its), notes.mark("interests"))
        facts.insert(0, Fact(pgettext("fact", "Its code"), code))
    return Section("carries", title, parts=(Facts(title, tuple(facts)),))


def _no_list(subject: Subject) -> Section:
    """That nothing sets one job above another, and what helps instead."""
    title = _("Why there is no list")
    if not subject.scores.scores:
        why = _("No occupation can be ranked by a code alone; its agreement with a job’s code can.")
        return Section("carries", title, parts=prose(why))
    why = joined((flat_words(subject.scores), *helps_instead(subject.view.client)))
    return Section("carries", title, parts=prose(why))


def parts_table(found: FitResult, mark: int | None) -> Table:
    """What each letter adds to r, the largest part first, and their sum."""

    def side(value: float) -> str:
        if abs(value) < _EVEN:
            return pgettext("score", "even")
        return pgettext("score", "high") if value > 0 else pgettext("score", "low")

    rows: list[tuple[str | Cell, ...]] = [
        (NAMES[part.letter], side(part.person), side(part.occupation),
         Cell(plain(part_words(part.product)), value=part.product))
        for part in sorted(found.parts, key=lambda part: -part.product)
    ]  # fmt: skip
    total = correlation_words(found.match.r) if found.match else ""
    six = pgettext("letters", "all six")
    rows.append((pgettext("letters", "together"), six, six, total))
    columns = (
        pgettext("column", "Letter"),
        pgettext("column", "You"),
        pgettext("column", "The job"),
        Column(_("Part of r"), _("part of r"), mark),
    )
    return table(_("What carries the match"), columns, rows, "parts")


def meaning(subject: Subject) -> tuple[Section, ...]:
    """What a fit means and what it does not."""
    head, said = findings.meaning(subject.found, ranked=bool(subject.view.ranking))
    means = prose(plain(said, subject.notes.mark("nauta")))
    not_meant = plain(findings.NOT_MEANT_FINDING)
    return (
        Section("means", _("What it means"), plain(head), means),
        Section("not-meant", _("What it does not mean"), not_meant, prose(findings.NOT_MEANT)),
    )
