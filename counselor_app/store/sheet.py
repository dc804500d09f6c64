"""One function reads everything of one occupation: for the window, the report and ``show``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.ratings import Domain, Rating
from counselor_app.domain.occupation.handbook import licence_words
from counselor_app.domain.occupation.hours_pressure import conditions
from counselor_app.domain.occupation.interests import most_alike
from counselor_app.domain.occupation.kin import Kin
from counselor_app.domain.occupation.military import CIVILIAN
from counselor_app.domain.occupation.occupation import Occupation, parse_code
from counselor_app.domain.occupation.sheet import (
    COUNTED,
    Related,
    Sheet,
    SheetFigures,
    Task,
    TitleList,
    Tool,
)
from counselor_app.domain.occupation.wages import NATION
from counselor_app.errors import UserError
from counselor_app.language import _, published
from counselor_app.store import outlook as ep
from counselor_app.store import ratings as onet
from counselor_app.store import wages as oews
from counselor_app.store import workers
from counselor_app.store.handbook import handbook_page
from counselor_app.store.kin import kin
from counselor_app.store.plain_words import job_words
from counselor_app.store.reference import Pack
from counselor_app.store.shared import OCCUPATION, named

_RATED = "SELECT 1 FROM rating WHERE code = ? AND scale = 'IM' LIMIT 1"


def read_sheet(pack: Pack, code: str, areas: Sequence[str] = ()) -> Sheet:
    """Everything of the occupation ``code`` ("43-4051" or "43-4051.00").

    ``areas`` are seven-digit OEWS codes; the nation always comes first. ``figures`` holds the
    wages of the first area asked for, of the nation without one.

    Raises:
        UserError: when the code or an area is unknown.
    """
    occupation = read_occupation(pack, code)
    code = occupation.code
    wages = oews.wage_rows(pack, occupation, tuple(dict.fromkeys((NATION, *areas))))
    ratings, interests = cache(partial(onet.ratings, pack, code)), onet.interests(pack, code)
    page = handbook_page(pack, code)
    outlook = ep.outlook(pack, occupation, "" if code.startswith("55-") else licence_words(page))
    exposure = ep.exposure(pack, occupation)
    shown = wages[1] if areas and areas[0] != NATION else wages[0]
    here = NATION if shown.kind == "industry" else shown.place_code
    figures = {key: f for key, f in shown.figures.items() if key.startswith(("wage", "empl"))}
    named = (*outlook.figures, onet.job_zone(pack, code), *interests.scores, interests.letters)
    figures |= {figure.key: figure for figure in named} | workers.worker_figures(pack, occupation)
    figures |= {study.figure.key: study.figure for study in exposure}
    figures |= {key: shown.figures[key] for key in ("location_quotient", "jobs_per_1000")}
    return Sheet(
        occupation=occupation,
        figures=SheetFigures(figures, lambda: _rating_figures(ratings())),
        wages=wages,
        all_occupations=oews.all_occupations(pack),
        all_here=oews.all_occupations(pack, here),
        interests=interests,
        outlook=outlook,
        factors=ep.factors(pack, occupation),
        exposure=exposure,
        requirements=onet.requirements(pack, code),
        titles=_titles(pack, code),
        tools=_tools(pack, code),
        tools_source=pack.source_of("tool", "onet"),
        related_source=pack.source_of("related", "onet"),
        programs=_programs(pack, occupation),
        programs_source=pack.source_of("program", "crosswalk"),
        tasks=_tasks(pack, code),
        tasks_source=pack.source_of("task", "onet"),
        words=job_words(pack, code),
        handbook=page,
        apprenticeship=workers.apprenticeship(pack, code),
        clusters=workers.clusters(pack, code),
        description=_description(pack, code),
        description_source=pack.source_of("occupation", "onet"),
        children=_children(pack, occupation),
        sources={s.key: s for s in pack.sources.values()},
        lacks=pack.lacks,
        read_ratings=ratings,
        read_counted=lambda: _counted(pack, code),
        read_states=lambda: oews.states(pack, occupation),
        read_industries=lambda: oews.industry_shares(pack, occupation, wages[0]),
        read_related=lambda most: _related(pack, occupation, shown.place_code, most),
        read_civilian=lambda: _civilian(pack, occupation, shown.place_code),
        read_alike=lambda: most_alike(code, pack.interest_profiles),
        read_conditions=lambda: conditions(ratings().get("context", ()), pack.hours_pressure),
    )


def _titles(pack: Pack, code: str) -> TitleList:
    found = pack.connection.execute(
        "SELECT title FROM job_title WHERE code = ? AND kind <> 'direct'"
        " ORDER BY weight DESC, title",
        (code,),
    )
    return TitleList(tuple(title for (title,) in found), pack.source_of("job_title", "onet"))


def _counted(pack: Pack, code: str) -> tuple[str, ...]:
    """Those that the SOC matches with the code alone come first, then the best known."""
    found = pack.connection.execute(
        "SELECT DISTINCT title FROM job_title WHERE code = ?"
        " ORDER BY kind = 'direct' DESC, weight DESC, title LIMIT ?",
        (code, COUNTED),
    )
    return tuple(title for (title,) in found)


def read_occupation(pack: Pack, code: str) -> Occupation:
    """The occupation's codes and title, and who shares its published wage.

    Raises:
        UserError: when the text is no code, or the pack has no such occupation.
    """
    parsed = parse_code(code)
    row = pack.connection.execute(f"{OCCUPATION} WHERE o.code = ?", (parsed,)).fetchone()
    if row is None:
        raise UserError(
            _(
                "No occupation has the code {code}; search for it by its title instead.",
                code=parsed,
            )
        )
    shares = pack.connection.execute(
        "SELECT code, title FROM occupation WHERE oews_code = ? AND code <> ? ORDER BY code",
        (row[5], parsed),
    )
    return named(row, shares)


def _rating_figures(ratings: Mapping[Domain, tuple[Rating, ...]]) -> dict[str, Figure]:
    return {
        figure.key: figure
        for group in ratings.values()
        for rating in group
        for figure in (rating.main, rating.level)
        if figure is not None
    }


def _tools(pack: Pack, code: str) -> tuple[Tool, ...]:
    """In demand for this job first, then hot everywhere, then by name."""
    return tuple(
        Tool(name, published("software", kind), bool(hot), bool(in_demand))
        for name, kind, hot, in_demand in pack.connection.execute(
            "SELECT name, kind, hot, in_demand FROM tool WHERE code = ?"
            " ORDER BY in_demand DESC, hot DESC, name",
            (code,),
        )
    )


def _related(pack: Pack, whole: Occupation, place: str, most: int) -> tuple[Related, ...]:
    """Closest first, with pay in the nation and in ``place``."""
    rows = pack.connection.execute(
        "SELECT other FROM related WHERE code = ? ORDER BY rank LIMIT ?", (whole.code, most)
    ).fetchall()
    codes = [other for (other,) in rows]
    return _with_pay(pack, whole, place, codes, kin(pack, whole, codes))


def _civilian(pack: Pack, whole: Occupation, place: str) -> tuple[Related, ...]:
    """The civilian jobs beside a military one, which an editor names."""
    return _with_pay(pack, whole, place, CIVILIAN.get(whole.code, ()), {})


def _with_pay(
    pack: Pack, whole: Occupation, place: str, codes: Sequence[str], shares: Mapping[str, Kin]
) -> tuple[Related, ...]:
    """Other occupations beside ``whole``, in the order given."""
    found = []
    for other in codes:
        occupation = read_occupation(pack, other)
        places = [NATION] if place == NATION else [NATION, place]
        wages = oews.wage_rows(pack, occupation, places)
        outlook, wage = ep.outlook(pack, occupation), wages[0]
        shared = whole.oews_code is not None and occupation.oews_code == whole.oews_code
        found.append(
            Related(
                other, occupation.title, wage.median(), outlook.change_pct, outlook.openings,
                onet.job_zone(pack, other), wages[-1], outlook, wage.full_year, shared,
                shares.get(other),
            )
        )  # fmt: skip
    return tuple(found)


def _programs(pack: Pack, occupation: Occupation) -> tuple[str, ...]:
    return tuple(
        title
        for (title,) in pack.connection.execute(
            "SELECT p.title FROM program_soc s JOIN program p ON p.cip = s.cip"
            " WHERE s.soc = ? ORDER BY p.cip",
            (occupation.soc,),
        )
    )


def _tasks(pack: Pack, code: str) -> tuple[Task, ...]:
    return tuple(
        Task(text, bool(core))
        for text, core in pack.connection.execute(
            "SELECT text, core FROM task WHERE code = ? ORDER BY core DESC, task_id", (code,)
        )
    )


def _description(pack: Pack, code: str) -> str | None:
    row = pack.connection.execute(
        "SELECT description FROM occupation WHERE code = ?", (code,)
    ).fetchone()
    text: str | None = row[0]
    return text


def _children(pack: Pack, occupation: Occupation) -> tuple[tuple[str, str], ...]:
    """The rated occupations under the same SOC code, of an occupation that is not rated."""
    if pack.connection.execute(_RATED, (occupation.code,)).fetchone():
        return ()
    return tuple(
        (code, published("title", title))
        for code, title in pack.connection.execute(
            "SELECT o.code, o.title FROM occupation o WHERE o.soc = ? AND o.code <> ?"
            " AND EXISTS (SELECT 1 FROM rating r WHERE r.code = o.code) ORDER BY o.code",
            (occupation.soc, occupation.code),
        )
    )
