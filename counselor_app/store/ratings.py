"""O*NET ratings, interests, requirements and job zones as figures."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter

from counselor_app.domain.figures.provenance import Figure, Placement, Unit, vintage_words
from counselor_app.domain.figures.ratings import DOMAINS, Domain, Rating
from counselor_app.domain.figures.wording import LOW_PRECISION, NOT_IN_PACK, NOT_RATED, NOT_RELEVANT
from counselor_app.domain.occupation.interests import LETTERS, Interests
from counselor_app.domain.occupation.requirements import CATEGORY_WORDS
from counselor_app.domain.occupation.sheet import Requirement
from counselor_app.language import joined, pgettext
from counselor_app.store.reference import Pack

# Scale -> (name in the key, unit).
_SCALES: dict[str, tuple[str, Unit]] = {
    "IM": ("importance", "importance 1-5"),
    "LV": ("level", "level 0-7"),
    "WI": ("impact", "impact -3..3"),
    "EX": ("extent", "extent 1-7"),
    "CX": ("context", "context 1-5"),
    "CT": ("context", "context 1-3"),
    "OI": ("interest", "interest 1-7"),
}
_RATED = (*DOMAINS, "value", "context", "area")
_MAIN = ("IM", "WI", "EX", "CX", "CT", "OI")


def ratings(pack: Pack, code: str) -> dict[Domain, tuple[Rating, ...]]:
    """Every rated element by domain, most important first, then by name."""
    rows = pack.connection.execute(
        "SELECT element, scale, value, n, se, low, high, suppress, not_relevant, date, rater,"
        " below, equal, of, source_id FROM rating WHERE code = ? ORDER BY element",
        (code,),
    )
    vintages: dict[tuple[str, int], str] = {}
    grouped: dict[Domain, list[Rating]] = {}
    for element, scales in groupby(rows, key=itemgetter(0)):
        figures: dict[str, Figure] = {}
        place, distinct = None, None
        for _, scale, value, n, se, low, high, suppress, irrelevant, date, rater, *rest in scales:
            below, equal, of, source_id = rest
            if scale == "DR":
                distinct = int(value) or None
            if scale not in _SCALES:
                continue
            source = pack.sources[source_id]
            if (date, source_id) not in vintages:
                vintages[date, source_id] = vintage_words(date) or source.released or source.release
            word, unit = _SCALES[scale]
            figures[scale] = Figure(
                f"rating.{element}.{word}", value, unit, source, vintages[date, source_id],
                n, se, low, high,
                _cautions(irrelevant, suppress), rater=rater,
            )  # fmt: skip
            if scale in _MAIN and of:
                place = Placement(below, equal, of)
        main = next((figures[s] for s in _MAIN if s in figures), None)
        name, domain = pack.elements[element]
        if main is not None and domain in _RATED:
            rating = Rating(element, name, domain, main, figures.get("LV"), place, distinct)
            grouped.setdefault(domain, []).append(rating)
    return {
        domain: tuple(sorted(group, key=lambda r: (-(r.main.number or 0), r.name)))
        for domain, group in grouped.items()
    }


def _cautions(irrelevant: int, suppress: int) -> str | None:
    """The release's own marks on a rating, both where it has both."""
    marks = [NOT_RELEVANT] if irrelevant else []
    marks += [LOW_PRECISION] if suppress else []
    return joined(marks, "; ") or None


def interests(pack: Pack, code: str) -> Interests:
    """The six interest values (1-7) and the high-point code; missing ones say so."""
    row = pack.connection.execute(
        "SELECT r, i, a, s, e, c, letters, date, rater, source_id FROM interest WHERE code = ?",
        (code,),
    ).fetchone()
    if row is None:
        source = pack.source_of("interest", "onet")
        flag = NOT_RATED if source.key else NOT_IN_PACK
        row = (None,) * 6
        letters, vintage, rater = None, source.released or source.release, ""
    else:
        *row, letters, date, rater, source_id = row
        source = pack.sources[source_id]
        vintage = vintage_words(date) or source.released or source.release
        flag = NOT_RATED
    scores = tuple(
        Figure(
            f"interest.{letter}", value, "interest 1-7", source, vintage,
            flag=None if value is not None else flag, rater=rater,
        )
        for letter, value in zip(LETTERS, row, strict=True)
    )  # fmt: skip
    code_figure = Figure(
        "interest.code", letters or None, "code", source, vintage,
        flag=None if letters else flag, rater=rater,
    )  # fmt: skip
    return Interests(scores, code_figure)


def job_zone(pack: Pack, code: str) -> Figure:
    """The job zone (1-5) of an occupation."""
    row = pack.connection.execute(
        "SELECT zone, date, rater, source_id FROM job_zone WHERE code = ?", (code,)
    ).fetchone()
    if row is None:
        source = pack.source_of("job_zone", "onet")
        return Figure(
            "job_zone", None, "zone 1-5", source, source.released or source.release,
            flag=NOT_RATED if source.key else NOT_IN_PACK,
        )  # fmt: skip
    zone, date, rater, source_id = row
    source = pack.sources[source_id]
    return Figure(
        "job_zone", zone, "zone 1-5", source,
        vintage_words(date) or source.released or source.release, rater=rater,
    )  # fmt: skip


def requirements(pack: Pack, code: str) -> Mapping[str, tuple[Requirement, ...]]:
    """Percent of people asked in each category of education, experience and training.

    Categories nobody chose are left out; the largest comes first.
    """
    grouped: dict[str, list[Requirement]] = {}
    rows = pack.connection.execute(
        "SELECT scale, category, percent, n, se, low, high, suppress, date, rater, source_id"
        " FROM requirement WHERE code = ? AND percent > 0 ORDER BY scale, percent DESC, category",
        (code,),
    )
    for scale, category, value, n, se, low, high, suppress, date, rater, source_id in rows:
        source = pack.sources[source_id]
        figure = Figure(
            f"requirement.{scale}.{category}", value, "percent", source,
            vintage_words(date) or source.released or source.release, n, se, low, high,
            LOW_PRECISION if suppress else None, rater=rater,
        )  # fmt: skip
        words = CATEGORY_WORDS[scale].get(category, pgettext("answer", "category {n}", n=category))
        grouped.setdefault(scale, []).append(Requirement(category, words, figure))
    return {scale: tuple(group) for scale, group in grouped.items()}
