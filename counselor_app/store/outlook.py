"""Projections, factors and exposure studies as figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from counselor_app.domain.figures.provenance import Figure, Placement, Unit, Value
from counselor_app.domain.figures.wording import FEWER_THAN_50, NOT_IN_PACK, NOT_PUBLISHED, number
from counselor_app.domain.occupation.occupation import Occupation
from counselor_app.domain.occupation.outlook import Exposure, Factor, Outlook, outlook_case
from counselor_app.domain.occupation.wages import NATION_NAME
from counselor_app.language import _, joined, listed, pgettext, published
from counselor_app.store.reference import Pack
from counselor_app.store.wages import ALL_OCCUPATIONS

NO_EP = _("not published for this occupation")
NOT_STUDIED = _("not in this study")

_COLUMNS = (
    "base_year", "target_year", "base", "projected", "change", "change_pct",
    "self_employed_pct", "openings", "exits", "transfers", "exit_rate", "transfer_rate",
    "openings_rank", "openings_of", "entry_education", "experience", "training", "source_id",
)  # fmt: skip

# Study -> (name, year, what it measures in our words, unit).
STUDIES: dict[str, tuple[str, int, str, Unit]] = {
    "frey_osborne": (
        _("Frey and Osborne"), 2013, _("how far computers could take over the work"),
        "probability 0-1",
    ),
    "aioe": ("AIOE", 2021, _("overlap with what AI can do"), "standard deviations"),
    "aioe_lm": (
        _("AIOE, language models"), 2023, _("overlap with language models"), "standard deviations",
    ),
    "gpts_beta_model": (
        _("GPT exposure, rated by a model"), 2023, _("share of tasks sped up (beta)"),
        "share of tasks 0-1",
    ),
    "gpts_beta_human": (
        _("GPT exposure, rated by people"), 2023, _("share of tasks sped up (beta)"),
        "share of tasks 0-1",
    ),
    "applicability": (
        pgettext("study", "AI applicability"), 2025,
        _("share of the work that AI chats cover"), "score 0-1",
    ),
    "observed": (
        _("Observed AI exposure"), 2025, _("share of the work an AI is seen to do"),
        "score 0-1",
    ),
}  # fmt: skip


def outlook(pack: Pack, occupation: Occupation, license_words: str = "") -> Outlook:
    """Projections of the code that Employment Projections publish for this occupation.

    ``license_words`` are said with what it takes to get in.
    """
    ep = pack.kind("ep")
    none: dict[str, Any] = dict.fromkeys(_COLUMNS)
    row, whole = _row(pack, occupation.ep_code), _row(pack, ALL_OCCUPATIONS) or none
    values = row or none
    flag = NOT_IN_PACK if not ep.key else NO_EP
    source = ep if row is None else pack.sources[values["source_id"]]
    about, group = _about(occupation), occupation.outlook_group

    def figure(key: str, value: Value | None, unit: Unit) -> Figure:
        missing = None if value is not None else flag if row is None else NOT_PUBLISHED
        if value == 0 and unit in ("persons", "openings a year"):
            missing = FEWER_THAN_50
        return Figure(
            key, value, unit, source, source.release, flag=missing,
            about=about if row is not None else None, area=NATION_NAME,
            group=group if missing is None else None,
        )  # fmt: skip

    def jobs(key: str, column: str, unit: Unit = "persons") -> Figure:
        thousands = values[column]
        return figure(key, None if thousands is None else round(thousands * 1000), unit)

    def entry(key: str, column: str) -> Figure:
        found = figure(key, values[column], "words")
        if found.about is None:
            return found
        return replace(found, about=joined((found.about, license_words)))

    change_pct = figure("employment.change_pct", values["change_pct"], "percent")
    openings = jobs("openings.annual", "openings", "openings a year")
    all_pct = whole["change_pct"]
    missing = None if all_pct is not None else NOT_IN_PACK
    all_jobs = replace(change_pct, value=all_pct, flag=missing, about=None, group=None)
    rank = (values["openings_rank"], values["openings_of"]) if values["openings_rank"] else None
    return Outlook(
        base_year=values["base_year"] or whole["base_year"] or 0,
        target_year=values["target_year"] or whole["target_year"] or 0,
        base=jobs("employment.base", "base"),
        projected=jobs("employment.projected", "projected"),
        change=jobs("employment.change", "change"),
        change_pct=change_pct,
        openings=openings,
        exits=jobs("exits.annual", "exits", "openings a year"),
        transfers=jobs("transfers.annual", "transfers", "openings a year"),
        exit_rate=figure("exits.rate", values["exit_rate"], "percent"),
        transfer_rate=figure("transfers.rate", values["transfer_rate"], "percent"),
        self_employed_pct=figure("self_employed_pct", values["self_employed_pct"], "percent"),
        education=entry("education.entry", "entry_education"),
        experience=entry("experience.entry", "experience"),
        training=entry("training.entry", "training"),
        all_jobs_change_pct=all_jobs,
        openings_rank=rank,
        case=outlook_case(change_pct.number, openings.number, all_pct or 0.0),
    )


def _row(pack: Pack, code: str | None) -> dict[str, Any] | None:
    """The columns of the projections of ``code``; None where none are published."""
    select = f"SELECT {', '.join(_COLUMNS)} FROM projection WHERE occ = ?"
    found = pack.connection.execute(select, (code,)).fetchone()
    return dict(zip(_COLUMNS, found, strict=True)) if found else None


def _about(occupation: Occupation) -> str:
    words = _("Every job, the self-employed included.")
    group = joined((occupation.ep_title, f"({occupation.ep_code})"))
    if occupation.ep_match != "exact":
        only = _(
            "Published only for {occupation}, several occupations taken together.",
            occupation=group,
        )
        return joined((words, only))
    if not occupation.code.endswith(".00") or occupation.shares:
        return joined((words, _("Published for {occupation}.", occupation=group)))
    return words


def factors(pack: Pack, occupation: Occupation) -> tuple[Factor, ...]:
    """Why the occupation's share of industries changes, all industries together first."""
    return tuple(
        Factor(published("industry", industry), kind, direction)
        for industry, kind, direction in pack.connection.execute(
            "SELECT industry, kind, direction FROM factor WHERE occ = ?"
            " ORDER BY industry_code <> 'TE1000', id",
            (occupation.ep_code,),
        )
    )


def exposure(pack: Pack, occupation: Occupation) -> tuple[Exposure, ...]:
    """Each study on its own, never averaged; several values are shown as a range."""
    found: dict[str, list[_StudyRow]] = {}
    for study, *row in pack.connection.execute(
        "SELECT e.study, v.value, v.below, v.equal, v.of, v.source_id, e.study_code,"
        " COALESCE(p.title, '') FROM exposure e"
        " JOIN study_value v ON v.study = e.study AND v.study_code = e.study_code"
        " LEFT JOIN published p ON p.program = replace(e.study, '_lm', '')"
        " AND p.code = e.study_code WHERE e.code = ? ORDER BY e.study, v.value, e.study_code",
        (occupation.code,),
    ):
        found.setdefault(study, []).append(_StudyRow(*row))
    studies = []
    for study, (name, year, meaning, unit) in STUDIES.items():
        rows = found.get(study, [])
        key = f"exposure.{study}"
        place, whose = None, ""
        if not rows:
            any_row = pack.connection.execute(
                "SELECT source_id FROM study_value WHERE study = ? LIMIT 1", (study,)
            ).fetchone()
            source = pack.source(any_row and any_row[0], "exposure")
            flag = NOT_STUDIED if any_row else NOT_IN_PACK
            figure = Figure(key, None, unit, source, str(year), flag=flag)
        else:
            source = pack.sources[rows[0].source_id]
            whose = _whose(occupation, rows)
            about = _("{whose}.", whose=whose) if whose else None
            distinct = sorted({row.value for row in rows})
            if len(distinct) == 1:
                figure = Figure(key, distinct[0], unit, source, str(year), about=about)
                place = Placement(rows[0].below, rows[0].equal, rows[0].of)
            else:
                each = (joined((number(row.value, 2), f"({row.name})")) for row in rows)
                figure = Figure(
                    key, None, unit, source, str(year), low=distinct[0], high=distinct[-1],
                    flag=listed(each, "to"),
                    about=about,
                )  # fmt: skip
        studies.append(
            Exposure(
                study, name, year, meaning, figure, place, pack.study_values.get(study, ()), whose
            )
        )
    return tuple(studies)


class _StudyRow(NamedTuple):
    """A value of a study and the occupation, of the study's own codes, that it belongs to."""

    value: float
    below: int
    equal: int
    of: int
    source_id: int
    code: str
    title: str

    @property
    def name(self) -> str:
        if self.title:
            return published("title", self.title)
        return _("the older code {code}", code=self.code)


def _whose(occupation: Occupation, rows: Sequence[_StudyRow]) -> str:
    """Whose a study's values are where they are not the occupation's own; else ""."""
    if len(rows) > 1:
        each = joined(
            (_("{value} for {job}", value=number(row.value, 2), job=row.name) for row in rows), "; "
        )
        return _("older occupations that this job comes from: {values}", values=each)
    (row,) = rows
    if row.code == occupation.code:
        return ""
    part = not occupation.code.endswith(".00")
    if part:
        return _("the value of {job}, which this job is a part of", job=row.name)
    if row.code == occupation.soc or row.title == occupation.title:
        return ""
    if row.code in (occupation.oews_code, occupation.ep_code):
        return _("the value of {job}, which this job is a part of", job=row.name)
    return _("the value of {job}, an older occupation", job=row.name)
