"""A fit report's figures and small blocks: the client's interests, and what they suggest."""

from __future__ import annotations

from collections.abc import Collection

from counselor_app.charts import hexagon
from counselor_app.charts.ranking import ScoreBars, own_shape, rank_spread, score_bars
from counselor_app.domain.figures.wording import correlation_words, number
from counselor_app.domain.fit import findings
from counselor_app.domain.fit.congruence import C_MAX
from counselor_app.domain.fit.fit import FitResult
from counselor_app.domain.fit.profile import client_codes, describe
from counselor_app.domain.fit.stability import no_stability
from counselor_app.domain.fit.words import band_words, part_words, profile_sentence, ties_sentence
from counselor_app.domain.occupation.interests import NAMES
from counselor_app.language import _, capitalised, joined, listed, ngettext, pgettext
from counselor_app.reports.parts import (
    Cell,
    Chart,
    Column,
    Fact,
    Facts,
    Prose,
    Run,
    Section,
    Table,
    plain,
    prose,
    table,
)
from counselor_app.reports.sections.asked import Subject

_NARROW = 200.0
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
    match, place, notes = found.match, found.place, subject.notes
    assert match is not None  # the caller has looked
    assert place is not None  # a match has a place
    r, bands, scores = notes.mark("r"), notes.mark("bands"), notes.mark("scores")
    band, span = findings.band_place(match.band, found.edition)
    stability = subject.view.stability(found)
    if stability is None:
        why = _("no error is known") if no_stability(found.client) else _("not drawn again")
        last = _words(pgettext("report", "not known"), _("how often it stays there"), scores, why)
        ranks = _("no error of the scores is known")
    else:
        stays = _("retakes stay in this band")
        if match.band is None:
            stays = _("retakes stay there")
        last = _figure(number(stability.stays), _of(number(stability.draws)), stays, scores,
                       _("simulated, within error"))  # fmt: skip
        low, high = stability.rank[0], stability.rank[1]
        ranks = _("{low} to {high} in 90% of retakes", low=low, high=high)
    label = _("rank among all jobs")
    if place.equal > 1:
        label = _("rank among all jobs, shared by {n}", n=place.equal)
    return (
        _figure(f"r = {correlation_words(match.r)}", "", _("how alike the two shapes are"), r,
                _("1 the same, −1 opposite")),
        _figure(capitalised(band_words(match.band, found.edition)), "", band, bands, span),
        _figure(number(match.rank), _of(number(place.of)), label, r, ranks),
        last,
    )  # fmt: skip


def _code_figures(subject: Subject, found: FitResult) -> tuple[Fact, ...]:
    agreement, notes = found.congruence, subject.notes
    codes = notes.mark("codes")
    own, *others = agreement.person_codes
    ties = _("as it was given")
    if others:
        ties = _("one of {n} with ties", n=len(others) + 1)
    c, label = agreement.c, _("Brown & Gore C")
    if c is None:
        brown = _words(
            pgettext("report", "not computed"), label, codes, _("needs three letters in both")
        )
    else:
        brown = _figure(_span(c), _of(str(C_MAX)), label, codes, _("18 is full agreement"))
    return (
        _figure(findings.code_words(own), "", pgettext("report", "your code"),
                notes.mark("scores"), ties),
        _figure(findings.code_words(agreement.occupation_code), "", _("this job’s code"),
                notes.mark("interests"), pgettext("report", "strongest first")),
        brown,
        _figure(_span(agreement.m or ()), _of(str(agreement.m_max)), pgettext("report", "Iachan M"),
                codes,
                _("shared letters, weighted")),
    )  # fmt: skip


def _span(values: Collection[int]) -> str:
    low, high = min(values), max(values)
    return str(low) if low == high else f"{low}–{high}"


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
    if own.spread == 0:
        first = _words(pgettext("report", "no letters"), _("all six scores are equal"), mark,
                       _("nothing stands out"))  # fmt: skip
    test = scores.instrument
    clear = _("how clear the profile is")
    if test.tie is not None and own.spread <= test.tie:
        clear = _("within the error of the scores")
    spread = _figure(f"{own.spread:.3g}", _of(f"{test.high - test.low:g}"),
                     _("points from highest to lowest"), mark, clear)  # fmt: skip
    said, near = own.consistency_possible, _("consistency of two letters")
    if own.consistency:
        about = _("near on the hexagon or not")
        if len(said) > 1:
            about = _("with ties, {levels}", levels=listed(said, "or"))
        consistent = _figure(capitalised(own.consistency), "", near, notes.mark("codes"), about)
    else:
        open_ = pgettext("consistency", "open")
        consistent = _words(open_, near, notes.mark("codes"), _("scores are equal"))
    ranking = subject.view.ranking
    if not ranking:
        return first, spread, consistent
    name, edge = subject.view.edition.lowest[0]
    best = sum(match.r >= edge for match in ranking)
    least = f"{edge:.3f}".removeprefix("0")
    top = _figure(number(best), _of(number(len(ranking))), _("jobs in the {band} band", band=name),
                  notes.mark("bands"), _("r of {least} or more", least=least))  # fmt: skip
    return first, spread, consistent, top


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
    return Chart("scores", chart, chart.sentence, tuple(tables), _NARROW)


def shape(subject: Subject) -> Section | None:
    """The client's hexagon, over the job's where there is one."""
    one, found = subject.one, subject.found
    if one is None or found is None:
        own = own_shape(subject.scores)
        if own is None:
            return None
        drawn = Chart("shape", own, own.sentence, width=_NARROW)
        return Section("shape", pgettext("report", "Your shape"), parts=(drawn,))
    spec, title = hexagon(one.interests, subject.scores), _("You over the job")
    if spec.drawn is None:
        return Section("shape", title, parts=prose(found.no_match or ""))
    finding = plain(findings.shape_finding(found), subject.notes.mark("interests"))
    title = title if spec.client else pgettext("section", "The job")
    return Section("shape", title, finding, (Chart("shape", spec, spec.sentence, width=_NARROW),))


def carries(subject: Subject) -> Section:
    """What each letter adds to r; or why there is none; or what the profile says."""
    found, notes = subject.found, subject.notes
    if found is None:
        return _profile_says(subject)
    if found.parts:
        mark = notes.mark("r")
        against = _("high, low: against each one’s own average")
        parts = (parts_table(found, mark), Prose((plain(against),), "note"))
        finding = plain(findings.parts_finding(found.parts), mark)
        return Section("carries", _("Which letters carry it"), finding, parts)
    facts = []
    if not subject.scores.scores:
        own = findings.code_words(found.congruence.person_codes[0])
        facts.append(Fact(pgettext("fact", "Your code"), plain(own)))
    if found.congruence.occupation_code:
        its = findings.code_words(found.congruence.occupation_code)
        facts.append(Fact(pgettext("fact", "Its code"), plain(its, notes.mark("interests"))))
    facts.append(Fact("", plain(found.no_match)))
    title = _("Why there is no correlation")
    return Section("carries", title, parts=(Facts(title, tuple(facts)),))


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


def _profile_says(subject: Subject) -> Section:
    own = describe(subject.scores)
    title = _("Why there is no list")
    if own is None:
        why = _("No occupation can be ranked by a code alone; its agreement with a job’s code can.")
        return Section("carries", title, parts=prose(why))
    if not subject.view.ranking:
        why = _(
            "All six scores are equal, so nothing sets one job above another. Talk about what"
            " you enjoy, or take the inventory again another day."
        )
        return Section("carries", title, parts=prose(why))
    near = {
        "high": _("High: the first two letters are neighbors on the hexagon"),
        "medium": _("Medium: the first two letters are two steps apart"),
        "low": _("Low: the first two letters are opposite"),
    }.get(own.consistency or "", _("Open: open, because scores are equal"))
    points = _(
        "{spread} points; Iachan L1 {l1}", spread=f"{own.spread:.3g}", l1=f"{own.iachan_l1:.2f}"
    )
    norms = _("No norms are published, so none of this is high or low for an age.")
    facts = (
        Fact(pgettext("fact", "Consistency"), plain(near, subject.notes.mark("codes"))),
        Fact(pgettext("fact", "Differentiation"), plain(points)),
        Fact(pgettext("fact", "Elevation"),
             plain(_("The six add up to {sum}", sum=f"{own.elevation:.4g}"))),
        Fact("", plain(norms, style="soft")),
    )  # fmt: skip
    title = _("What the profile says")
    return Section("carries", title, parts=(Facts(title, facts),))


def among(subject: Subject) -> Section | None:
    """All occupations on r, and this job among them."""
    match, view = subject.found.match if subject.found else None, subject.view
    if subject.found is not None and match is None:
        return None
    spec = rank_spread(view.ranking, view.edition, match)
    if spec is None:
        return None
    name, edge = view.edition.lowest[0]
    best = sum(one.r >= edge for one in view.ranking)
    count = ngettext(
        "{n} is in the {band} band", "{n} are in the {band} band", best, n=number(best), band=name
    )
    finding = plain(count if best else _("None is in the {band} band", band=name),
                    subject.notes.mark("bands"))  # fmt: skip
    title = _("Among all {n} occupations", n=number(len(view.ranking)))
    drawn = Chart("spread", spec, spec.sentence, width=_NARROW)
    told = Prose((plain(spec.sentence),), "table")
    return Section("among", title, finding, (told, drawn))


def meaning(subject: Subject) -> tuple[Section, ...]:
    """What a fit means and what it does not."""
    head, said = findings.meaning(subject.found, ranked=bool(subject.view.ranking))
    means = prose(plain(said, subject.notes.mark("nauta")))
    not_meant = plain(findings.NOT_MEANT_FINDING)
    return (
        Section("means", _("What it means"), plain(head), means),
        Section("not-meant", _("What it does not mean"), not_meant, prose(findings.NOT_MEANT)),
    )


def profile(subject: Subject) -> Section:
    """Every tied code, the ties, and the profile's descriptors."""
    own, said = describe(subject.scores), [findings.every_code(subject.scores)]
    if own is not None:
        said += [ties_sentence(own.ties, subject.scores.instrument), profile_sentence(own)]
    text = plain(joined(said), subject.notes.mark("codes"))
    lead = Prose(((Run(pgettext("report", "Your profile."), "bold"), Run(" "), *text),))
    return Section("profile", _("Ties and profile in detail"), parts=(lead,))
