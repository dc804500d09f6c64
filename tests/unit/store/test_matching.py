"""What matching reads from the pack, on the shipped figures."""

from __future__ import annotations

from math import sqrt

import pytest

from counselor_app.domain.fit.fit import fit, rank_occupations
from counselor_app.domain.fit.gap import overall_gaps, skill_gap
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.fit.similarity import (
    centred_cosine,
    element_means,
    most_similar,
    shortfall,
)
from counselor_app.store.matching import (
    demand_sources,
    demands,
    importances,
    important_demands,
    interest_profile,
    titles,
)
from counselor_app.store.reference import Pack

NURSE, SERVICE = "29-1141.00", "43-4051.00"


def test_the_client_of_the_drawings_ranks_45th_for_customer_service(pack: Pack) -> None:
    scores = parse_scores("12,20,9,33,24,28")
    ranking = rank_occupations(scores, pack.interest_profiles)
    found = fit(scores, interest_profile(pack, SERVICE), ranking)
    assert len(ranking) == 923
    assert ranking[0].title == "Probation Officers and Correctional Treatment Specialists"
    assert found.match is not None
    assert (found.match.rank, found.match.band) == (45, "Best")
    assert [round(p.product, 2) for p in found.parts] == [0.12, 0.02, 0.28, 0.06, 0.05, 0.22]
    assert found.congruence.occupation_code == "CES"


def test_an_occupation_without_interests_has_none(pack: Pack) -> None:
    assert interest_profile(pack, "55-1011.00") is None


def test_nurse_and_customer_service_are_alike_only_before_centring(pack: Pack) -> None:
    everyone = importances(pack)
    assert len(everyone) == 894
    assert {len(profile) for profile in everyone.values()} == {35 + 52 + 33}
    nurse, service = everyone[NURSE], everyone[SERVICE]
    ones = [(nurse[e] - 1, service[e] - 1) for e in nurse]
    plain = sum(a * b for a, b in ones) / sqrt(
        sum(a * a for a, _ in ones) * sum(b * b for _, b in ones)
    )
    assert plain == pytest.approx(0.916, abs=5e-4)
    assert centred_cosine(nurse, service, element_means(everyone)) == pytest.approx(
        -0.08, abs=0.005
    )


def test_the_nearest_to_a_nurse_are_nurses_and_a_physician_asks_more(pack: Pack) -> None:
    similar = most_similar(NURSE, importances(pack), titles(pack))
    assert len(similar) == 893
    assert "Nurses" in similar[0].title
    here = demands(pack, NURSE)
    more = shortfall(demands(pack, "29-1214.00"), here)
    less = shortfall(demands(pack, "31-1131.00"), here)
    assert more.index is not None
    assert less.index is not None
    assert more.index > 0.1 > less.index
    assert more.real_gaps


def test_a_level_that_is_not_relevant_is_no_level(pack: Pack) -> None:
    rows = pack.connection.execute(
        "SELECT code, element FROM rating WHERE scale = 'LV' AND not_relevant = 1"
        " AND code = ? AND element LIKE '2.A%'",
        (SERVICE,),
    ).fetchall()
    found = demands(pack, SERVICE)
    assert rows
    assert all(found[element].level is None for _, element in rows)
    assert all(d.level is not None for e, d in found.items() if e == "2.A.1.b")


def test_the_demands_of_all_are_those_of_each(pack: Pack) -> None:
    everyone = important_demands(pack)
    assert len(everyone) > 880
    for code in (NURSE, SERVICE, "51-4121.00"):
        assert everyone[code] == {
            element: demand
            for element, demand in demands(pack, code).items()
            if demand.importance >= 3 and demand.level is not None
        }
    levels = {element: 3.0 for element, (_, domain) in pack.elements.items() if domain == "skill"}
    gaps = overall_gaps(everyone, levels)
    own = skill_gap(demands(pack, NURSE), levels)
    assert gaps[NURSE].index == own.index
    assert gaps[NURSE].compared == len(own.met) + len(own.gaps)
    assert sum(gap.enough for gap in gaps.values()) > 600


def test_the_ratings_name_their_releases(pack: Pack) -> None:
    assert [s.label for s in demand_sources(pack, NURSE)] == [
        "O*NET 30.0",
        "O*NET 30.1",
        "O*NET 30.3",
    ]
    assert demand_sources(pack, "55-1011.00") == ()
    assert demands(pack, "55-1011.00") == {}
