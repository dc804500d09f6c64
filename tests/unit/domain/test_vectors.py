"""Every published test vector of the methods, one by one, where their folder is at hand.

``vectors.json`` and ``vectors-2.json`` lie in ``science`` beside the folder of the official
releases that COUNSELOR_RELEASES names. A kind of vector that nothing here asserts is a fault.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from counselor_app.client_texts import given_form
from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.domain.figures.wording import interval_words, money
from counselor_app.domain.fit import groups, measurement, tiers, transition
from counselor_app.domain.fit.code_list import by_code
from counselor_app.domain.fit.congruence import brown_gore_c, iachan_m, iachan_m_max
from counselor_app.domain.fit.fit import EDITIONS, Match, rank_occupations
from counselor_app.domain.fit.hexagon import PREDICTIONS, hexagon_order
from counselor_app.domain.fit.instruments import INSTRUMENTS, ClientScores
from counselor_app.domain.fit.profile import describe, no_ranking
from counselor_app.domain.fit.similarity import centred_cosine, element_means
from counselor_app.domain.fit.sureness import tier
from counselor_app.domain.occupation.interests import correlation
from counselor_app.domain.occupation.prices import real_wage
from counselor_app.domain.occupation.rungs import rung
from counselor_app.domain.occupation.wages import percentile_of
from counselor_app.domain.record.over_time import compare_over_time
from counselor_app.domain.record.record import Record, TakenInventory, TakenScores
from counselor_app.domain.session import readiness, styles, value_cards
from counselor_app.domain.session.beside import job_styles
from counselor_app.domain.session.big_five import noted
from counselor_app.domain.session.inconsistency import inconsistency
from counselor_app.domain.session.inventory import Answers, score
from counselor_app.errors import UserError
from counselor_app.pack.twins import occupations, twins
from counselor_app.store import matching
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.store.transition import jobs, medians

_BESIDE = Path(__file__).resolve().parents[4] / "shared" / "data"
SCIENCE = Path(os.environ.get("COUNSELOR_RELEASES", _BESIDE)).with_name("science")
NATION = "0000000"
_OEWS = Source("oews-2025", "oews", "OEWS", "BLS", "May 2025", "OEWS May 2025", "", "", "", "")


def _read(name: str) -> Any:
    path = SCIENCE / name
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


VECTORS: list[dict[str, Any]] = _read("vectors-2.json").get("vectors", [])
FIRST: dict[str, Any] = _read("vectors.json")


@dataclass
class World:
    """The pack, and what many vectors ask of it."""

    pack: Pack
    redrawn: dict[ClientScores, tiers.Redraws | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.jobs = jobs(self.pack)
        self.importances = matching.importances(self.pack)
        self.means = element_means(self.importances)
        self.medians = medians(self.pack, NATION)
        self.twins = {twin.code: twin for twin in occupations(self.pack.connection)}
        rated = {code: twin.importances for code, twin in self.twins.items() if twin.importances}
        self.twin_means = element_means(rated)
        self.groups = twins(self.pack.connection)

    def redraws(self, client: ClientScores) -> tiers.Redraws | None:
        if client not in self.redrawn:
            self.redrawn[client] = tiers.redraw(client, self.pack.interest_profiles)
        return self.redrawn[client]

    def ranking(self, client: ClientScores) -> tuple[Match, ...]:
        return rank_occupations(client, self.pack.interest_profiles)

    def styles(self, code: str) -> tuple[styles.JobStyle, ...]:
        return job_styles(read_sheet(self.pack, code).ratings["style"])


@pytest.fixture(scope="module")
def world(pack: Pack) -> World:
    return World(pack)


def _client(given: Mapping[str, Any]) -> ClientScores:
    test = INSTRUMENTS[given.get("instrument", "ip-short")]
    return ClientScores(test, tuple(given["scores"]), answered=tuple(given.get("answered", ())))


def _half_reliability(_world: World, given: Any) -> float:
    """Half the items have a quarter of the true variance, and the error that the program draws."""
    whole, half = INSTRUMENTS["ip-short"].sem, INSTRUMENTS["own-30"].sem
    assert whole is not None
    assert half is not None
    variance = whole**2 / (1 - given["reliability"])
    true = given["reliability"] * variance / 4
    return true / (true + half**2)


def _tie_bound(_world: World, given: Any) -> float:
    test = INSTRUMENTS[given["instrument"]]
    assert test.sem is not None
    answered = given.get("answered", (test.items, test.items))
    return measurement.tie_bound(
        *(measurement.prorated_sem(test.sem, n, test.items) for n in answered)
    )


def _tie(_world: World, given: Any) -> bool:
    test = INSTRUMENTS[given["instrument"]]
    level = ClientScores(test, (test.low,) * 6)
    return measurement.within(level, given["difference"], 0, 1)


def _shrinkage(_world: World, given: Any) -> dict[str, Any]:
    client = _client(given)
    errors = measurement.sems(client)
    assert errors is not None
    found = tiers.shrinkage(client.scores, errors)
    spread: Any = list(found.draw_sd) if client.answered else found.draw_sd[0]
    return {"s2": found.s2, "rho": found.rho, "draw_sd": spread}


def _tier(world: World, given: Any) -> dict[str, Any]:
    client, code = _client(given), given["occupation"]
    found: dict[str, Any] = dict.fromkeys(("r", "p_top_tenth", "tier", "r_90", "rank_90"))
    if no_ranking(client):
        assert measurement.flat(client)
        return {**found, "reason": "flat"}
    found["r"] = next(match.r for match in world.ranking(client) if match.code == code)
    redraws = world.redraws(client)
    if redraws is not None and (sure := redraws.sure(code)) is not None:
        found |= {"p_top_tenth": sure.p_top_tenth, "tier": sure.tier, "r_90": list(sure.r),
                  "rank_90": list(sure.rank)}  # fmt: skip
    return found


def _tier_counts(world: World, given: Any) -> Any:
    client = _client(given)
    return tiers.tier_counts(tiers.by_tier(world.ranking(client), world.redraws(client)))


def _band_counts(world: World, given: Any) -> dict[str, int]:
    ranking = world.ranking(_client(given))
    edition = next(one for one in EDITIONS.values() if one.year == given["edition"])
    return {**tiers.band_counts(ranking, edition), "of": len(ranking)}


def _holland_list(world: World, given: Any) -> list[list[Any]]:
    found = by_code(given["code"], world.pack.interest_profiles)
    return [[one.code, one.m] for one in found[: given["first"]]]


def _group_of(world: World, given: Any) -> dict[str, Any]:
    (group,) = (one for one in world.groups if given["occupation"] in one.members)
    return {"members": list(group.members), "named_after": group.named_after}


def _groups_total(world: World, _given: Any) -> dict[str, int]:
    sizes = [len(one.members) for one in world.groups]
    several = [size for size in sizes if size > 1]
    return {"groups": len(sizes), "with_two_or_more": len(several),
            "occupations_in_those": sum(several), "largest": max(sizes)}  # fmt: skip


def _transition_list(world: World, given: Any) -> dict[str, Any]:
    own = rung(given["client_education"])
    found = transition.transitions(given["origin"], world.jobs, world.importances, own)
    return {
        **{
            one.name: {"eligible": one.eligible, "shown": len(one.shown),
                       "first": [move.code for move in one.shown[:5]]}
            for one in found.sections
        },
        "further": {"hidden": len(found.further)},
    }  # fmt: skip


def _transition_section(world: World, given: Any) -> dict[str, Any]:
    pair = world.jobs[given["origin"]], world.jobs[given["target"]]
    own = rung(given["client_education"])
    return {"steps": transition.steps(*pair, own), "section": transition.section(*pair, own)}


def _transition_counts(world: World, given: Any) -> dict[str, Any]:
    origin, target = given["origin"], given["target"]
    there = matching.demands(world.pack, target)
    found = transition.carry_over(there, matching.demands(world.pack, origin))
    own = world.importances
    return {**found._asdict(), "compared": found.compared, "carries": found.carries,
            "similarity": centred_cosine(own[origin], own[target], world.means)}  # fmt: skip


def _pay_difference(world: World, given: Any) -> dict[str, Any] | None:
    origin, target = given["origin"], given["target"]
    pay = world.medians[origin], world.medians[target]
    found = transition.pay_change(world.jobs[origin], world.jobs[target], None, pay)
    if found is None:
        return None
    assert [pay[0]["annual"], pay[1]["annual"]] == [given["from"], given["to"]]
    return {"dollars": found.dollars, "percent": found.percent, "words": found.words}


def _style_job(world: World, given: Any) -> dict[str, Any]:
    (one,) = (s for s in world.styles(given["occupation"]) if s.element == given["element"])
    assert one.place is not None
    more = 100 * one.place.below / one.place.of
    return {"wi": one.impact, "level": one.level, "percentile": one.place.percentile,
            "more_than_in": more, "dr": one.distinct_rank}  # fmt: skip


def _style_prompts(world: World, given: Any) -> dict[str, list[str]]:
    found = styles.prompts(given["scores"], world.styles(given["occupation"]))
    return {name: [one.name for one in shown] for name, shown in found._asdict().items()}


def _big_five_note(_world: World, given: Any) -> float | str:
    ends = (given["lowest"], given["highest"]) if "lowest" in given else None
    try:
        return noted(given["kind"], given["value"], ends, turned=given["reverse"])
    except UserError as error:
        return "out of range" if "is out of range" in str(error) else str(error)


def _scale_score(_world: World, given: Any) -> float | None:
    form = given_form("long" if given["of"] == 10 else "short", "2")
    items = [item.id for item in form.items if item.scale == "R"]
    told = {i: value for i, value in zip(items, given["answers"], strict=True) if value is not None}
    return score(Answers(form, told)).scales[0].score


def _inventory_migration(_world: World, given: Any) -> dict[str, Any]:
    """How a stored inventory comes back to the window, and what is said of it."""
    version, finished, when = given["stored_version"], given["finished"], datetime.now(UTC)
    test = INSTRUMENTS["own-60" if version == "1" else "own2-60"]
    item = "R1" if version == "1" else given_form("long", version).ids[0]
    taken = TakenInventory("i", None, "long", version, when, when if finished else None,
                           {item: 3}, frozenset(), 9.0)  # fmt: skip
    scores = TakenScores("s", None, "i", ClientScores(test, (9, 8, 7, 30, 20, 12)), when)
    record = Record("r", "RF-14", when, when, inventories=(taken,),
                    scores=(scores,) if finished else ())  # fmt: skip
    client = record.client(given_form)
    held = client.scores.instrument.edition if client.scores is not None else None
    resumed = client.answers is not None and client.answers.next_item is not None
    edition = "first edition" if "first edition" in test.name else "second edition"
    if version == "1" and not finished:
        assert "first edition" in record.other_edition
        assert "cannot be gone on with" in record.other_edition
    return {
        "scored_as": client.answers.version if client.answers is not None else held,
        "shown": edition if finished else f"{edition}, not finished",
        "usable": client.scores is not None,
        "resume": resumed,
    }


def _inventory_compare(_world: World, given: Any) -> bool:
    keys = {"1": "own-60", "2": "own2-60"}
    scores = (9, 8, 7, 30, 20, 12)
    one, other = (ClientScores(INSTRUMENTS[keys[v]], scores) for v in given["versions"])
    return bool(compare_over_time(one, other).changes)


def _rtor_index(_world: World, given: Any) -> dict[str, float]:
    found = hexagon_order(given["correlations"])
    return {"predictions": PREDICTIONS, "met": found.met, "violated": found.violated,
            "ci": found.correspondence}  # fmt: skip


ASSERTED: dict[str, Callable[[World, Any], Any]] = {
    "split_half_reliability": _half_reliability,
    "sem": lambda _w, g: INSTRUMENTS[g["instrument"]].sem,
    "sem_prorated": lambda _w, g: measurement.prorated_sem(
        INSTRUMENTS[g["instrument"]].sem or 0, g["answered"], g["of"]
    ),
    "tie_bound": _tie_bound,
    "tie": _tie,
    "flat_gate": lambda _w, g: measurement.flat(_client(g)),
    "flat_kind": lambda _w, g: measurement.flat_kind(_client(g)),
    "shrinkage": _shrinkage,
    "normals": lambda _w, g: list(tiers.normals()[: g["first"]]),
    "tier": _tier,
    "tier_counts": _tier_counts,
    "tier_edges": lambda _w, g: [tier(n) for n in g["draws_in_top_tenth_of_1000"]],
    "band_counts": _band_counts,
    "holland_list": _holland_list,
    "group_distance": lambda w, g: groups.distance(*(w.twins[c] for c in g["pair"]), w.twin_means),
    "group_of": _group_of,
    "groups_total": _groups_total,
    "education_rung": lambda _w, g: rung(g["education"]),
    "transition_list": _transition_list,
    "transition_section": _transition_section,
    "transition_counts": _transition_counts,
    "pay_difference": _pay_difference,
    "style_level": lambda _w, g: [styles.level(one) for one in g["wi"]],
    "style_job": _style_job,
    "style_score": lambda _w, g: styles.style_score(**g)._asdict(),
    "style_prompts": _style_prompts,
    "big_five_note": _big_five_note,
    "value_pile": lambda _w, g: value_cards.weight(*g["cards"]),
    "value_beside": lambda _w, g: value_cards.remark(g["client"], g["job_place"]),
    "readiness_change": lambda _w, g: readiness.change(g["before"], g["after"])._asdict(),
    "readiness_site": lambda _w, g: readiness.site_change(g["item_changes"])._asdict(),
    "scale_score": _scale_score,
    "inconsistency": lambda _w, g: inconsistency(g["pairs"])._asdict(),
    "inventory_migration": _inventory_migration,
    "inventory_compare": _inventory_compare,
    "rtor_index": _rtor_index,
}


def _same(found: Any, expected: Any, tolerance: float, name: str = "") -> bool:
    """Numbers within the tolerance (ranks within one), everything else equal."""
    if isinstance(expected, dict):
        return found.keys() >= expected.keys() and all(
            _same(found[key], value, tolerance, key) for key, value in expected.items()
        )
    if isinstance(expected, list) and isinstance(found, list):
        pairs = zip(found, expected, strict=True)
        return all(_same(*pair, tolerance, name) for pair in pairs)
    if isinstance(expected, (int, float)) and not isinstance(expected, bool):
        near = 1 if name == "rank_90" else tolerance
        return bool(found == pytest.approx(expected, abs=near or 1e-12))
    return bool(found == expected)


@pytest.mark.skipif(not VECTORS, reason="the vectors are not on this machine")
def test_every_kind_of_vector_is_asserted() -> None:
    assert {vector["function"] for vector in VECTORS} == set(ASSERTED)
    assert len(VECTORS) == 174


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_a_vector_holds(world: World, vector: dict[str, Any]) -> None:
    found = ASSERTED[vector["function"]](world, vector["input"])
    assert _same(found, vector["expected"], vector["tolerance"]), (found, vector["expected"])


@pytest.mark.skipif(not FIRST, reason="the vectors are not on this machine")
def test_the_first_vectors_hold() -> None:
    for case in FIRST["code_congruence"]["cases"]:
        job = FIRST["code_congruence"]["occupation"]
        assert brown_gore_c(case["person"], job) == case["brown_gore_c"]
        assert iachan_m(case["person"], job) == case["iachan_m"]
    for case in FIRST["code_congruence_short"]:
        pair = case["person"], case["occupation"]
        assert brown_gore_c(*pair) == case["brown_gore_c"]
        assert (iachan_m(*pair), iachan_m_max(*pair)) == (case["iachan_m"], case["iachan_m_max"])
    for case in FIRST["profile_correlation"]["cases"]:
        r = correlation(case["person"], FIRST["profile_correlation"]["occupation_oi"])
        assert r == (case["r"] if case["r"] is None else pytest.approx(case["r"], abs=1e-6))
    for name in ("wage_percentile", "wage_percentile_plateau"):
        knots = {int(percent): wage for percent, wage in FIRST[name]["knots"].items()}
        for case in FIRST[name]["cases"]:
            place = percentile_of(case["wage"], knots)
            told = place.percentile if place.percentile is not None else place.between
            said = place.words if told is None else told if told == place.percentile else [*told]
            expected = case["percentile"]
            close = isinstance(expected, float)
            assert said == (pytest.approx(expected, abs=1e-4) if close else expected)
    own = describe(ClientScores(INSTRUMENTS["ip-short"], tuple(FIRST["descriptors"]["profile"])))
    assert own is not None
    wanted = FIRST["descriptors"]
    assert (own.iachan_l1, own.spread) == (wanted["iachan_l1"], wanted["range"])
    assert own.sd == pytest.approx(wanted["sd"], abs=1e-6)
    mean = FIRST["mean_wage_interval_90"]
    wage = Figure("wage.annual.mean", mean["mean"], "dollars a year", _OEWS, "",
                  se=mean["mean"] * mean["prse"] / 100)  # fmt: skip
    ends = f"{money(mean['low'])} to {money(mean['high'])}"
    assert interval_words(wage) == f"{ends} (90% interval)"
    for case in FIRST["real_wage"]:
        assert round(real_wage(case["nominal"], case["rpp"]), 1) == case["real"]
    for case in FIRST["ties"]["cases"]:
        level = ClientScores(INSTRUMENTS["ip-short"], (0,) * 6)
        assert measurement.within(level, case["difference"], 0, 1) is case["tie"]
