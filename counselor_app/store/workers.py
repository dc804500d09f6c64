"""Who holds an occupation's jobs, and its ways in beside school, out of a pack."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial

from counselor_app.domain.figures.provenance import Figure, Group, Unit, vintage_words
from counselor_app.domain.figures.wording import LOW_PRECISION, NOT_IN_PACK, NOT_RATED
from counselor_app.domain.occupation.occupation import Occupation
from counselor_app.domain.occupation.workers import (
    NOT_TOLD,
    SCHOOLING,
    SKILLS,
    Apprenticeship,
    Cluster,
)
from counselor_app.language import _, published
from counselor_app.store.reference import Pack

_SIMILAR = _("Of a similar occupation, as the table says.")

# Measure -> the kind of its source, and its unit.
_MEASURES: dict[str, tuple[str, Unit]] = {
    **{f"schooling.{level}": ("schooling", "percent") for level in SCHOOLING},
    **{f"ep_skill.{skill}": ("ep_skill", "percentile") for skill in SKILLS},
    "age.median": ("cps", "years"),
    "age.under_25": ("cps", "percent"),
    "age.over_55": ("cps", "percent"),
    "telework": ("ors", "percent"),
}  # fmt: skip
_NEEDS = {"certification.importance": "2.D.4.a", "apprenticeship.importance": "3.A.4.a"}


def worker_figures(pack: Pack, occupation: Occupation) -> dict[str, Figure]:
    """Schooling, ages, skills, telework and what job holders say of certificates, by key.

    What is published for a wider group names it; what is not published says so.
    """
    codes = [code for code in _codes(occupation) if code]
    found: dict[str, Figure] = {}
    rows = pack.connection.execute(
        "SELECT measure, occ, value, se, fit, title, source_id FROM worker"
        f" WHERE occ IN ({', '.join('?' * len(codes))})",
        codes,
    ).fetchall()
    for measure, occ, value, se, fit, title, source_id in sorted(
        rows, key=lambda row: -codes.index(row[1])
    ):  # the code nearest to the occupation comes last and stays
        source = pack.sources[source_id]
        unit = _MEASURES[measure][1]
        about = _SIMILAR if fit == "similar" else None
        if source.kind == "cps":
            about = _("Matched by the Census title “{title}”.", title=title)
        found[measure] = Figure(
            measure, value, unit, source, source.release, se=se, about=about,
            group=_group(occupation, occ, title),
        )  # fmt: skip
    for measure, (kind, unit) in _MEASURES.items():
        if measure not in found:
            source = pack.kind(kind)
            flag = NOT_TOLD[kind] if source.key else NOT_IN_PACK
            found[measure] = Figure(measure, None, unit, source, source.release, flag=flag)
    return found | {key: _need(pack, occupation.code, key) for key in _NEEDS}


def _codes(occupation: Occupation) -> Iterable[str | None]:
    """The codes that something can be published under, the nearest first."""
    soc = occupation.soc
    return dict.fromkeys(
        (soc, occupation.ep_code, occupation.oews_code, f"{soc[:6]}0", f"{soc[:5]}00")
    )


def _group(occupation: Occupation, code: str, title: str) -> Group | None:
    """Of whom a figure is, where that is more than the occupation."""
    if code == occupation.ep_code and occupation.outlook_group:
        return occupation.outlook_group
    if code == occupation.soc:
        if not occupation.shares and occupation.code.endswith(".00"):
            return None
        general = occupation.soc_title.casefold() == occupation.title.casefold()
        return Group(code, occupation.soc_title, len(occupation.shares) if general else 0)
    return Group(code, published("title", title))


def _need(pack: Pack, code: str, key: str) -> Figure:
    """How important a certification or an apprenticeship is for a newcomer, say those asked."""
    row = pack.connection.execute(
        "SELECT value, n, se, low, high, suppress, date, rater, source_id FROM rating"
        " WHERE code = ? AND element = ? AND scale = 'IM'",
        (code, _NEEDS[key]),
    ).fetchone()
    if row is None:
        source = pack.source_of("requirement", "onet")
        return Figure(
            key, None, "importance 1-5", source, source.released or source.release,
            flag=NOT_RATED if source.key else NOT_IN_PACK,
        )  # fmt: skip
    value, n, se, low, high, suppress, date, rater, source_id = row
    source = pack.sources[source_id]
    return Figure(
        key, value, "importance 1-5", source,
        vintage_words(date) or source.released or source.release, n, se, low, high,
        LOW_PRECISION if suppress else None, rater=rater,
    )  # fmt: skip


def apprenticeship(pack: Pack, code: str) -> Apprenticeship | None:
    """The registered apprenticeship listed for an occupation; None where none is listed."""
    row = pack.connection.execute(
        "SELECT hours_low, hours_high, source_id FROM apprenticeship WHERE code = ?", (code,)
    ).fetchone()
    return None if row is None else Apprenticeship(row[0], row[1], pack.sources[row[2]])


def clusters(pack: Pack, code: str) -> tuple[Cluster, ...]:
    """The career clusters of an occupation, each with its sub-clusters."""
    found: dict[str, list[str]] = {}
    source_id = None
    for cluster, narrower, source_id in pack.connection.execute(  # noqa: B007
        "SELECT cluster, pathway, source_id FROM cluster WHERE code = ? ORDER BY cluster, pathway",
        (code,),
    ):
        found.setdefault(cluster, []).append(published("cluster", narrower))
    source = pack.source(source_id, "crosswalk")
    return tuple(
        Cluster(published("cluster", name), tuple(narrower), source)
        for name, narrower in found.items()
    )


def clusters_by_code(pack: Pack) -> dict[str, tuple[tuple[str, str], ...]]:
    """The clusters of every occupation, each with a sub-cluster, by code."""
    found: dict[str, list[tuple[str, str]]] = {}
    named = cache(partial(published, "cluster"))  # fewer than ninety names for 1,678 rows
    for code, cluster, narrower in pack.connection.execute(
        "SELECT code, cluster, pathway FROM cluster ORDER BY cluster, pathway"
    ):
        found.setdefault(code, []).append((named(cluster), named(narrower)))
    return {code: tuple(pairs) for code, pairs in found.items()}
