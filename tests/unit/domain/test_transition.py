"""Moving on from a job: sections, what carries over, pay (METHODS 5), and a slow oracle."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from statistics import fmean

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counselor_app.domain.fit.similarity import Demand, centred_cosine, element_means
from counselor_app.domain.fit.transition import (
    Basis,
    CarryOver,
    Job,
    carries_words,
    carry_over,
    carry_sentence,
    further_sentence,
    pay_change,
    pay_words,
    section,
    steps,
    steps_words,
    transitions,
)
from counselor_app.domain.occupation.rungs import rung
from counselor_app.store.matching import demands, importances
from counselor_app.store.reference import Pack
from counselor_app.store.transition import jobs

RETAIL, SERVICE, NURSE = "41-2011.00", "43-4051.00", "29-1141.00"


@pytest.mark.parametrize(
    ("origin", "own", "same", "one_more", "less", "further"),
    [
        (RETAIL, (0, 0, ""),
         (404, 76, "35-3023.00 35-2011.00 39-3011.00 39-3093.00 39-3031.00"),
         (100, 7, "39-5092.00 39-5011.00 25-4031.00 43-3031.00 27-3092.00"), (0, 0, ""), 389),
        (SERVICE, (0, 0, ""),
         (404, 47, "43-4141.00 43-4111.00 43-4061.00 41-9091.00 43-4081.00"),
         (100, 8, "43-4161.00 23-2011.00 43-3031.00 43-4151.00 25-3041.00"), (0, 0, ""), 389),
        (NURSE, (4, 4, "29-1141.03 29-1141.01 29-1141.04 29-1141.02"),
         (242, 6, "29-1128.00 29-1125.00 13-1041.06 25-2059.01 29-1129.02"),
         (46, 16, "29-1161.00 29-9091.00 29-1171.00 29-1071.00 29-1122.00"),
         (530, 19, "29-2061.00 29-9099.01 29-1126.00 31-2021.00 31-9092.00"), 71),
    ],
)  # fmt: skip
def test_where_a_job_leads(
    pack: Pack, origin: str, own: tuple[int, int, str], same: tuple[int, int, str],
    one_more: tuple[int, int, str], less: tuple[int, int, str], further: int,
) -> None:  # fmt: skip
    found = transitions(origin, jobs(pack), importances(pack))
    for part, (eligible, shown, first) in zip(
        found.sections, (own, same, one_more, less), strict=True
    ):
        assert (part.eligible, len(part.shown)) == (eligible, shown)
        assert [move.code for move in part.shown[:5]] == first.split()
        assert not part.nearest
    assert len(found.further) == further
    assert further_sentence(found.further) == f"{further} more jobs ask more preparation."
    assert sum(part.eligible for part in found.sections) + further == 893
    assert len(found.unrated) == len(jobs(pack)) - 894
    assert {steps_words(move) for move in found.further} <= {
        "2 steps more schooling", "3 steps more schooling", "4 steps more schooling",
        "a longer preparation", "1 step more schooling",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("origin", "target", "own", "more", "name"),
    [
        (NURSE, "29-1214.00", None, 2, "further"),
        (NURSE, "29-1171.00", None, 1, "one step more"),
        (NURSE, "29-2061.00", None, 0, "less schooling"),
        (NURSE, "29-1141.01", None, 0, "own occupation"),
        (SERVICE, "13-1071.00", None, 2, "further"),
        (SERVICE, "13-1071.00", "Bachelor's degree", 0, "no more schooling"),
        (SERVICE, "43-4171.00", "Bachelor's degree", 0, "no more schooling"),
        (SERVICE, "23-2011.00", None, 1, "one step more"),
        (RETAIL, NURSE, None, 2, "further"),
    ],
)
def test_the_section_of_one_job(
    pack: Pack, origin: str, target: str, own: str | None, more: int, name: str
) -> None:
    here, there = jobs(pack)[origin], jobs(pack)[target]
    assert steps(here, there, rung(own)) == more
    assert section(here, there, rung(own)) == name


@pytest.mark.parametrize(
    ("origin", "target", "counts", "index", "carries", "similarity"),
    [
        (RETAIL, "35-3023.00", (12, 8, 1, 3, 0, 0), 0.0141, "most", 0.8357),
        (RETAIL, "43-3031.00", (29, 0, 0, 7, 22, 0), 0.2161, "little", 0.6133),
        (SERVICE, "43-6013.00", (31, 20, 1, 7, 3, 0), 0.0664, "most", 0.7703),
        (SERVICE, "23-2011.00", (30, 12, 1, 7, 10, 0), 0.1488, "some", 0.7285),
        (NURSE, "29-1171.00", (61, 19, 1, 14, 13, 14), 0.1155, "most", 0.8204),
        (NURSE, "29-2061.00", (45, 41, 0, 4, 0, 0), 0.0042, "most", 0.8694),
    ],
)
def test_what_carries_over(
    pack: Pack, origin: str, target: str, counts: tuple[int, ...], index: float, carries: str,
    similarity: float,
) -> None:  # fmt: skip
    found = carry_over(demands(pack, target), demands(pack, origin))
    assert (found.compared, *found[:5]) == counts
    assert found.shortfall == pytest.approx(index, abs=1e-4)
    assert found.carries == carries
    assert carries_words(found) == f"{carries.capitalize()} carries over"
    rated = importances(pack)
    alike = centred_cosine(rated[origin], rated[target], element_means(rated))
    assert alike == pytest.approx(similarity, abs=1e-4)


def test_what_carries_over_in_words(pack: Pack) -> None:
    found = carry_over(demands(pack, "43-6013.00"), demands(pack, SERVICE))
    assert carry_sentence(found) == (
        "Of 31 things that matter there you do 20 at that level now; 3 are clearly higher."
    )
    nothing = CarryOver(0, 0, 0, 0, 3, None)
    assert (nothing.carries, carries_words(nothing)) == (None, "Too little to compare")


def test_own_ratings_replace_the_levels_of_the_job(pack: Pack) -> None:
    there, here = demands(pack, "43-3031.00"), demands(pack, RETAIL)
    able = dict.fromkeys(there, 7.0)
    found = carry_over(there, here, able)
    assert (found.to_learn, found.too_close, found.no_claim, found.shortfall) == (0, 0, 0, 0)
    assert found.carries == "most"
    assert found.compared == sum(d.importance >= 3 and d.level is not None for d in there.values())
    none = carry_over(there, here, dict.fromkeys(able, 0.0))
    assert none.transfers + none.met_not_central == 0


@pytest.mark.parametrize(
    ("origin", "target", "before", "after", "dollars", "percent", "words", "said"),
    [
        (RETAIL, "43-3031.00", 32880, 50670, 17790, 54.1, "more", "$17,790 a year more (54.1%)"),
        (SERVICE, "43-6013.00", 44770, 45930, 1160, 2.6, "about the same", "about the same pay"),
        (SERVICE, "43-4171.00", 44770, 38010, -6760, -15.1, "less", "$6,760 a year less (15.1%)"),
        (SERVICE, "43-3011.00", 44770, 47030, 2260, 5.0, "more", "$2,260 a year more (5.0%)"),
        (NURSE, "29-1171.00", 97550, 132300, 34750, 35.6, "more", "$34,750 a year more (35.6%)"),
    ],
)
def test_pay(
    pack: Pack, origin: str, target: str, before: float, after: float, dollars: float,
    percent: float, words: str, said: str,
) -> None:  # fmt: skip
    here, there = jobs(pack)[origin], jobs(pack)[target]
    nation: tuple[Mapping[Basis, float], Mapping[Basis, float]] = (
        {"annual": before}, {"annual": after},
    )  # fmt: skip
    found = pay_change(here, there, None, nation)
    assert found is not None
    assert (found.dollars, found.words, found.national) == (dollars, words, False)
    assert found.percent == pytest.approx(percent, abs=0.05)
    assert pay_words(found) == said
    # An area that publishes only one of the two gives way to the nation, and it is said.
    fallen = pay_change(here, there, ({"annual": 1.0}, {}), nation)
    assert fallen == found._replace(national=True)
    assert pay_words(fallen).endswith("in the nation")
    assert pay_change(here, there, ({"annual": 1.0}, {}), ({}, {"annual": 1.0})) is None
    hourly = pay_change(here, there, ({"hourly": 10.0}, {"hourly": 15.5, "annual": 9.0}), nation)
    assert hourly is not None
    assert pay_words(hourly) == "$5.50 an hour more (55.0%)"


def test_one_occupation_has_one_published_wage(pack: Pack) -> None:
    here, there = jobs(pack)[NURSE], jobs(pack)["29-1141.01"]
    assert pay_change(here, there, None, ({"annual": 1.0}, {"annual": 2.0})) is None


def test_few_alike_jobs_give_the_nearest_and_unpublished_ones_are_named() -> None:
    made = {
        code: Job(code, f"Job {code[-1]}", rung_, 2)
        for code, rung_ in (("11-1011.00", 0), ("11-1021.00", 0), ("11-1031.00", 0),
                            ("11-1041.00", None), ("11-1051.00", 0))
    }  # fmt: skip
    rated = {
        "11-1011.00": {"a": 5.0, "b": 1.0},
        "11-1021.00": {"a": 1.0, "b": 5.0},
        "11-1031.00": {"a": 4.0, "b": 2.0},
        "11-1041.00": {"a": 4.0, "b": 2.0},
    }
    found = transitions("11-1011.00", made, rated)
    same = found.sections[1]
    assert [move.code for move in same.shown] == ["11-1031.00", "11-1021.00"]
    assert same.nearest
    assert found.unrated == ("11-1041.00", "11-1051.00")
    assert transitions("11-1051.00", made, rated).sections[1].eligible == 0


levels = st.one_of(st.none(), st.floats(0, 7))
errors = st.one_of(st.none(), st.floats(0, 1))
demand = st.builds(Demand, st.just(""), st.floats(1, 5), levels, errors, st.just(False))
demands_of = st.dictionaries(st.sampled_from("abcdefghij"), demand)


@given(demands_of, demands_of, st.dictionaries(st.sampled_from("abcdefghij"), st.floats(0, 7)))
def test_carry_over_against_a_slow_oracle(
    there: dict[str, Demand], here: dict[str, Demand], rated: dict[str, float]
) -> None:
    counts = dict.fromkeys(("transfers", "met", "close", "learn", "no claim"), 0)
    for element, asked in there.items():
        job = here.get(element)
        level = rated.get(element, job.level if job else None)
        if asked.importance < 3 or asked.level is None or level is None:
            continue
        se = 0.0 if element in rated else job.se if job else None
        if level >= asked.level:
            central = job is not None and job.importance >= 3
            counts["transfers" if central else "met"] += 1
        elif se is None or asked.se is None:
            counts["no claim"] += 1
        else:
            bound = 1.645 * sqrt(se**2 + asked.se**2)
            counts["learn" if asked.level - level > bound else "close"] += 1
    found = carry_over(there, here, rated)
    assert found[:5] == tuple(counts.values())
    told = found.compared - counts["no claim"]
    if told < 5:
        assert found.carries is None
    else:
        kept = 1 - counts["learn"] / told
        assert found.carries == ("most" if kept >= 0.7 else "some" if kept >= 0.4 else "little")


profiles = st.dictionaries(
    st.integers(0, 40).map(lambda n: f"1{n % 3}-{1000 + n}.0{n % 2}"),
    st.tuples(st.sampled_from([None, 0, 1, 2, 3, 4]), st.sampled_from([None, 1, 2, 3, 4, 5]),
              st.one_of(st.none(), st.lists(st.integers(10, 50), min_size=4, max_size=4))),
    min_size=2, max_size=20,
)  # fmt: skip


@given(profiles, st.sampled_from([None, 0, 2, 4]))
def test_sections_against_a_slow_oracle(
    made: dict[str, tuple[int | None, int | None, list[int] | None]], own: int | None
) -> None:
    every = {code: Job(code, code, r, z) for code, (r, z, _) in made.items()}
    rated = {
        code: dict(zip("abcd", (x / 10 for x in six), strict=True))
        for code, (_, _, six) in made.items()
        if six is not None
    }
    origin = min(every)
    found = transitions(origin, every, rated, own)
    means = {e: fmean(p[e] for p in rated.values()) for e in "abcd"} if rated else {}
    expected: dict[str, list[tuple[float, str]]] = {}
    here = every[origin]
    for code, job in every.items():
        if code == origin or code not in rated or origin not in rated:
            continue
        a, b = ([rated[c][e] - means[e] for e in "abcd"] for c in (origin, code))
        size = sqrt(sum(x * x for x in a) * sum(x * x for x in b))
        base = max((r for r in (here.rung, own) if r is not None), default=None)
        same = code[:7] == origin[:7]
        assume(not 0 < size < 1e-9)
        if not size or (not same and (base is None or job.rung is None)):
            continue
        cosine = sum(x * y for x, y in zip(a, b, strict=True)) / size
        more = 0 if base is None or job.rung is None else max(0, job.rung - base)
        lift = 2 if own is not None and (here.rung is None or own > here.rung) else 1
        above = 0
        if here.zone is not None and job.zone is not None:
            above = max(job.zone, 2) - max(here.zone, 2)
        name = "no more schooling"
        if same:
            name = "own occupation"
        elif more >= 2 or above > lift:
            name = "further"
        elif here.rung is not None and job.rung is not None and job.rung < here.rung:
            name = "less schooling"
        elif more == 1:
            name = "one step more"
        expected.setdefault(name, []).append((-round(cosine, 9), code))
    for part in found.sections:
        moves = expected.get(part.name, [])
        assert part.eligible == len(moves)
        shown = {move.code for move in part.shown}
        if part.name == "own occupation" or len(moves) <= 5:
            assert shown == {code for _, code in moves}
        assert [-m.similarity for m in part.shown] == sorted(-m.similarity for m in part.shown)
    assert {m.code for m in found.further} == {code for _, code in expected.get("further", [])}
    assert sum(p.eligible for p in found.sections) + len(found.further) + len(found.unrated) == (
        len(every) - 1
    )
