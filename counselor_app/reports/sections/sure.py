"""The end of a fit report: every statistic of the fit stands here, and nowhere else."""

from __future__ import annotations

from counselor_app.charts.ranking import rank_spread
from counselor_app.domain.fit import words
from counselor_app.domain.fit.findings import every_code
from counselor_app.domain.fit.fit import FitResult
from counselor_app.domain.fit.measurement import flat
from counselor_app.domain.fit.profile import describe
from counselor_app.domain.fit.tiers import no_redraws, reach_sentence
from counselor_app.language import Said, _, joined
from counselor_app.reports.parts import Chart, Part, Run, Section, Text, plain, prose
from counselor_app.reports.sections.asked import Subject
from counselor_app.reports.sections.fit import parts_table

HOW_SURE = _("How sure is this?")
_NARROW = 200.0


def sure(subject: Subject) -> Section:
    """Ties and codes, how many jobs reach the closest band, and r, band and rank of each job."""
    view, scores, mark = subject.view, subject.scores, subject.notes.mark
    own = describe(scores)
    said = [every_code(scores)]
    if own is not None:
        said += [words.ties_sentence(own.ties, scores.instrument), words.profile_sentence(own)]
    lines: list[Text] = [plain(joined(said), mark("codes"))]
    if view.ranking:
        reach = reach_sentence(view.ranking, view.edition)
        lines.append(plain(reach, mark("bands")))
        if (why := no_redraws(scores)) is not None:
            lines.append(plain(why, mark("scores")))
    lines += [line for sheet in subject.chosen if (line := _job(subject, view.fit(sheet)))]
    parts: list[Part] = list(prose(*lines, look="line"))
    one = subject.found
    if one is not None and one.parts:
        parts.append(parts_table(one, mark("r")))
    spec = rank_spread(view.ranking, view.edition, one.match if one else None)
    if spec is not None:
        parts.append(Chart("spread", spec, spec.sentence, width=_NARROW))
    return Section("sure", HOW_SURE, parts=tuple(parts))


def _job(subject: Subject, found: FitResult | None) -> Text:
    """The statistics of one job, its title before them where there are several."""
    if found is None or found.occupation is None or flat(found.client):
        return ()
    mark = subject.notes.mark
    fit = words.fit_sentence(found) if found.match else ""
    again = words.sureness_sentence(found) or ""
    told: Said = joined((fit, again, words.codes_sentence(found.congruence)))
    head = () if subject.one else (Run(found.occupation.title, "bold"), Run(". "))
    return (*head, *plain(told, mark("r" if found.match else "codes")))
