"""Specific interest areas: talking points under the first letters, and nothing more."""

from __future__ import annotations

import csv
import os
from collections import defaultdict
from pathlib import Path

import pytest

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.areas import AREAS, areas_to_talk

TABLE = "onet/30.3_text/Specific Interest Areas to Career Interest Types.txt"


def test_areas_of_the_first_interest_are_named_once() -> None:
    (line,) = areas_to_talk(parse_scores("12,20,33,9,14,18"))
    assert line.startswith("Creating: ")
    assert "music; stories and other writing; film, radio and news; cooking" in line
    two = areas_to_talk(parse_scores("12,20,9,33,24,32"))
    assert [one.split(":")[0] for one in two] == ["Helping people", "Keeping things in order"]
    assert "hiring and staff matters" in two[0]
    assert "hiring and staff matters" not in two[1]


def test_a_code_alone_has_areas_and_a_level_profile_none() -> None:
    assert len(areas_to_talk(parse_scores("SIA"))) == 2
    assert areas_to_talk(parse_scores("20,20,20,20,20,21")) == ()


def test_the_map_is_the_releases_own() -> None:
    folder = os.environ.get("COUNSELOR_RELEASES")
    path = Path(f"{folder}-new") / TABLE if folder else None
    if path is None or not path.is_file():
        pytest.skip("COUNSELOR_RELEASES names no folder with the map of O*NET 30.3 beside it")
    published = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            end = row["Specific Interest Areas Element ID"].removeprefix("1.B.3.")
            published[end].add(row["Career Interest Types Element Name"][0])
    assert {end: set(types) for end, types, _name in AREAS} == published
