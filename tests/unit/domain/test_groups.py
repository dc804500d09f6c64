"""Groups of near twins: against a slow oracle, the same whatever the order of the data."""

from __future__ import annotations

from itertools import product
from random import Random
from statistics import correlation

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counselor_app.domain.fit.groups import Twin, collapsed, distance, groups
from counselor_app.domain.fit.similarity import element_means
from counselor_app.domain.occupation.interests import direction
from counselor_app.domain.occupation.rungs import rung

ELEMENTS = "abcdefgh"


def slow_distance(one: Twin, other: Twin, means: dict[str, float]) -> float | None:
    """METHODS 2 as written."""
    if one.code[:4] != other.code[:4]:
        return None
    zones = [max(2, zone) for zone in (one.zone, other.zone) if zone is not None]
    same = one.code[:7] == other.code[:7]
    if len(zones) == 2 and abs(zones[0] - zones[1]) > 1:
        return None
    if not (same or (len(zones) == 2 and one.rung is not None and one.rung == other.rung)):
        return None
    apart = [(1 - correlation(one.direction, other.direction)) / 0.10]
    if one.importances and other.importances:
        a, b = ([t.importances[e] - means[e] for e in ELEMENTS] for t in (one, other))
        dot = sum(x * y for x, y in zip(a, b, strict=True))
        size = sum(x * x for x in a) ** 0.5 * sum(y * y for y in b) ** 0.5
        apart.append((1 - dot / size) / 0.40)
    elif not same:
        return None
    return round(max(apart) * (0.4 if same else 1), 9)


def slow_groups(twins: list[Twin], means: dict[str, float]) -> set[tuple[str, ...]]:
    """Every pair of clusters measured afresh at every step, by its furthest members."""
    by_code = {t.code: t for t in twins}
    clusters: list[tuple[str, ...]] = [(code,) for code in sorted(by_code)]
    while True:
        best = None
        for one, other in product(sorted(clusters), repeat=2):
            if one >= other:
                continue
            links = [slow_distance(by_code[x], by_code[y], means) for x in one for y in other]
            far = max((2.0 if link is None else link) for link in links)
            if far <= 1 and (best is None or (far, one[0], other[0]) < best[0]):
                best = ((far, one[0], other[0]), one, other)
        if best is None:
            return set(clusters)
        _, one, other = best
        clusters = [c for c in clusters if c not in (one, other)]
        clusters.append(tuple(sorted(one + other)))


def made_up(seed: int, count: int) -> list[Twin]:
    """Jobs near a few centres, some unrated, some of one six-digit occupation."""
    random = Random(seed)
    centres = [[random.uniform(1, 7) for _ in range(6)] for _ in range(3)]
    contents = [[random.uniform(1, 5) for _ in ELEMENTS] for _ in range(3)]
    found = []
    for place in range(count):
        kind = random.randrange(3)
        six = direction([x + random.gauss(0, 0.5) for x in centres[kind]])
        assert six is not None
        rated = random.random() < 0.8
        importances = {
            e: x + random.gauss(0, 0.4) for e, x in zip(ELEMENTS, contents[kind], strict=True)
        }
        code = f"{random.choice(['11-1', '11-2'])}{random.randrange(3)}11.{place:02}"
        found.append(
            Twin(code, six, importances if rated else {}, random.choice([1, 2, 3, 4, None]),
                 random.choice([0, 0, 0, 1, None]), random.choice([None, 1.0, 5.0]))
        )  # fmt: skip
    return found


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.integers(2, 24))
def test_groups_against_a_slow_oracle(seed: int, count: int) -> None:
    twins = made_up(seed, count)
    means = element_means({t.code: t.importances for t in twins if t.importances})
    for one in twins:
        for other in twins:
            if one.code < other.code:
                far, slow = distance(one, other, means), slow_distance(one, other, means)
                assert far == (slow if slow is None else pytest.approx(slow, abs=2e-9))
    found = groups(twins, means)
    assert {group.members for group in found} == slow_groups(twins, means)
    Random(seed).shuffle(twins)
    assert groups(twins, means) == found
    employed = {t.code: t.employment or 0 for t in twins}
    for group in found:
        assert employed[group.named_after] == max(employed[code] for code in group.members)


def test_a_list_shows_each_group_at_its_best_member() -> None:
    listed = ("b", "x", "a", "c", "y")
    group_of = {"a": "a", "b": "a", "c": "a", "x": "x"}
    assert collapsed(listed, group_of) == (("a", ("b", "a", "c")), ("x", ("x",)), ("y", ("y",)))


@pytest.mark.parametrize(
    ("education", "expected"),
    [
        ("No formal educational credential", 0),
        ("High school diploma or equivalent", 0),
        ("Some college, no degree", 1),
        ("Postsecondary nondegree award", 1),
        ("Associate's degree", 1),
        ("Bachelor's degree", 2),
        ("Master's degree", 3),
        ("Doctoral or professional degree", 4),
        (None, None),
        ("—", None),
    ],
)
def test_rungs_of_schooling(education: str | None, expected: int | None) -> None:
    assert rung(education) == expected
