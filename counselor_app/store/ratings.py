"""O*NET ratings, interests, requirements and job zones as figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

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


def ratings(pack: Pack, code: str) -> Mapping[Domain, tuple[Rating, ...]]:
    """Every rated element by domain, most important first, then by name."""
    rows = pack.connection.execute(
        "SELECT element, scale, value, n, se, low, high, suppress, not_relevant, date, rater,"
        " below, equal, of, source_id FROM rating WHERE code = ? ORDER BY element",
        (code,),
    )
    return _Ratings(pack, rows)


class _Ratings(Mapping[Domain, tuple[Rating, ...]]):
    """Makes the figures of a domain, of four hundred in all, when the domain is first asked for."""

    def __init__(self, pack: Pack, rows: Iterable[tuple[Any, ...]]) -> None:
        self._pack = pack
        self._vintages: dict[tuple[str, int], str] = {}
        self._made: dict[Domain, tuple[Rating, ...]] = {}
        self._rows: dict[Domain, list[tuple[Any, ...]]] = {}
        rated = set()
        for row in rows:
            domain = pack.elements[row[0]][1]
            if row[1] in _MAIN and domain in _RATED:
                rated.add(domain)
            self._rows.setdefault(domain, []).append(row)
        for domain in self._rows.keys() - rated:
            del self._rows[domain]

    def __getitem__(self, domain: Domain) -> tuple[Rating, ...]:
        if domain not in self._made:
            made = (self._rating(e, list(s)) for e, s in groupby(self._rows[domain], itemgetter(0)))
            rated = sorted(filter(None, made), key=lambda r: (-(r.main.number or 0), r.name))
            self._made[domain] = tuple(rated)
        return self._made[domain]

    def __iter__(self) -> Iterator[Domain]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def _rating(self, element: str, scales: Sequence[tuple[Any, ...]]) -> Rating | None:
        """An element with all its scales; None where the main one is missing."""
        figures: dict[str, Figure] = {}
        place, distinct = None, None
        for _, scale, value, n, se, low, high, suppress, irrelevant, date, rater, *rest in scales:
            below, equal, of, source_id = rest
            if scale == "DR":
                distinct = int(value) or None
            if scale not in _SCALES:
                continue
            source, vintage = self._pack.sources[source_id], self._vintages.get((date, source_id))
            if vintage is None:
                vintage = vintage_words(date) or source.released or source.release
                self._vintages[date, source_id] = vintage
            word, unit = _SCALES[scale]
            figures[scale] = Figure(
                f"rating.{element}.{word}", value, unit, source, vintage, n, se, low, high,
                _cautions(irrelevant, suppress), rater=rater,
            )  # fmt: skip
            if scale in _MAIN and of:
                place = Placement(below, equal, of)
        main = next((figures[s] for s in _MAIN if s in figures), None)
        if main is None:
            return None
        name, domain = self._pack.elements[element]
        return Rating(element, name, domain, main, figures.get("LV"), place, distinct)


def _cautions(irrelevant: int, suppress: int) -> str | None:
    """The release's own marks on a rating, both where it has both."""
    if not irrelevant and not suppress:
        return None
    marks = [NOT_RELEVANT] if irrelevant else []
    marks += [LOW_PRECISION] if suppress else []
    return joined(marks, "; ")


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
