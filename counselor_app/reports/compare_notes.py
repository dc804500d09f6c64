"""What the numbered notes of a comparison say: program, release, date, sample of each job."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import lowered, number, sample_words
from counselor_app.domain.fit.words import edition_words
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.session.client import ClientView
from counselor_app.reports.fit_notes import release, same_twice, scores_note


def compare_notes(
    sheets: Sequence[Sheet], view: ClientView | None
) -> Mapping[str, Callable[[], tuple[str, str]]]:
    """For each source a function giving its note, in the one wording of a comparison."""
    first = sheets[0]
    skills = [s.ratings["skill"][0].main for s in sheets if s.ratings.get("skill")]
    knowledge = [s.ratings["knowledge"][0].main for s in sheets if s.ratings.get("knowledge")]
    needs = [s.requirements["RL"][0].figure for s in sheets if s.requirements.get("RL")]
    codes = [s.interests.letters for s in sheets]
    words = next((s.words.dated for s in sheets if s.words), "Our own words")
    counts = sorted({e.place.of for s in sheets for e in s.exposure if e.place})
    texts = {
        "words": words,
        "oews": release(first.nation.median().source, "Wages")
        + ". Payroll jobs, not the self-employed",
        "ep": release(first.outlook.base.source, "Projections") + ". Counts the self-employed",
        "zone": _rated([s.figures["job_zone"] for s in sheets], "job zones"),
        "education": _rated(needs, "Required Education"),
        "skill": _rated(skills, "Skills"),
        "knowledge": _rated(knowledge, "Knowledge"),
        "interest": _rated(codes, "Interests"),
        "exposure": "Frey & Osborne 2013; Felten and others 2021, 2023; Eloundou and others 2023."
        f" Rank among {' to '.join(number(n) for n in (*counts[:1], *counts[1:][-1:]))} jobs",
    }
    if view is not None and view.client.scores is not None:
        texts["scores"] = scores_note(view.client.scores)
        texts["bands"] = edition_words(view.edition)
    return same_twice(texts)


def _rated(figures: Iterable[Figure], what: str) -> str:
    """ "O*NET 30.1 Skills: 8 trained analysts, August 2022", a sample once."""
    known = [figure for figure in figures if figure.value is not None]
    if not known:
        return f"O*NET {what}: none for these jobs"
    labels = dict.fromkeys(figure.source.label for figure in known)
    samples = dict.fromkeys(f"{lowered(sample_words(f))}, {f.vintage}" for f in known)
    return f"{', '.join(labels)} {what}: {'; '.join(samples)}"
