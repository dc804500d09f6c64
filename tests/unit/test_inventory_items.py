"""Items of edition 2: whole, balanced, plain and pure, in both languages (METHODS 3)."""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import combinations, pairwise
from statistics import mean

import pytest
from job_text_checks import grade

from counselor_app.paths import resources

Row = dict[str, str]

COLUMNS = ["id", "scale", "facet", "zones", "short", "order60", "order30", "pair", "text", "es"]
FACETS = {
    "R": {"mechanics", "building", "transport", "land", "protection"},
    "I": {"earth", "life", "medicine", "faults", "society"},
    "A": {"drawing", "design", "stage", "writing", "media"},
    "S": {"children", "training", "advising", "community", "care"},
    "E": {"selling", "leading", "business", "public affairs", "marketing"},
    "C": {"records", "accounts", "data", "checking", "shipping"},
}
LEVELS = ["2-3", "4-5"]

BANNED = {
    "prestige": "famous expert top award best important rich elite leading official",
    "pay": "pay paid salary wage wages earn money income",
    "title": "boss chief doctor engineer lawyer manager nurse president professor teacher",
    "sex": "he she him her his man men woman women boy girl mother father king queen lady",
    "age": "old older elderly young teen teenager senior seniors aged",
    "hobby": "club game games hobby party sport sports vacation",
    "purchase": "buy bought discount price spend",
    "dated": "calculator cassette fax folder photocopy telegram typewriter type",
    "suffering": "dead death die dying grief hurt kill pain sad suffer victim war wound",
    "two acts": "and or then while",
}
PARTICLES = {"up", "out", "off", "down", "away", "back", "over", "after", "into", "through"}

ADDRESSED = {"tú", "te", "ti", "tu", "tus", "usted", "ustedes", "su", "vos", "vosotros"}
ABROAD = {
    "ordenador", "fontanero", "añadir", "coste", "conducir", "coger", "piso", "móvil", "coche",
    "aparcar", "zumo", "patata", "vale", "asistir", "remover", "aplicar", "entrenamiento",
}  # fmt: skip
"""Words of Spain, and words that mean another thing than the English they look like."""
THIRD_PERSON_SU = {"S13", "S15"}
"""Where "su" is the staff's and the parents', said in the same sentence."""


def rows() -> list[Row]:
    path = resources() / "inventory" / "items-2.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        assert reader.fieldnames == COLUMNS
        return list(reader)


ITEMS = rows()
BY_ID = {row["id"]: row for row in ITEMS}
LONG = sorted(ITEMS, key=lambda row: int(row["order60"]))
SHORT = sorted((row for row in ITEMS if row["order30"]), key=lambda row: int(row["order30"]))


def english(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower().replace("'s", ""))


def spanish(text: str) -> list[str]:
    return re.findall(r"[a-záéíóúüñ]+", text.lower())


def syllables(word: str) -> int:
    """Groups of vowels, two in a group where strong vowels meet or a weak one has the accent."""
    count = 0
    for group in re.findall(r"[aeiouáéíóúü]+|y$", word):
        apart = sum(
            (one in "aeoáéó" and two in "aeoáéó") or one in "íú" or two in "íú"
            for one, two in pairwise(group)
        )
        count += 1 + apart
    return max(1, count)


def ease(text: str) -> float:
    """INFLESZ (Szigriszt): 206.835 - 62.3 syllables/words - words/sentences, one sentence."""
    found = spanish(text)
    return 206.835 - 62.3 * sum(map(syllables, found)) / len(found) - len(found)


def test_ten_items_a_scale_two_a_facet_one_of_each_level() -> None:
    assert len(ITEMS) == len(BY_ID) == 60
    found = Counter((row["scale"], row["facet"], row["zones"]) for row in ITEMS)
    due = {(s, f, level) for s, facets in FACETS.items() for f in facets for level in LEVELS}
    assert found == dict.fromkeys(due, 1)


def test_no_id_means_an_item_of_edition_1() -> None:
    assert set(BY_ID) == {f"{letter}{n}" for letter in FACETS for n in range(11, 21)}
    assert all(row["id"][0] == row["scale"] for row in ITEMS)
    with (resources() / "inventory" / "items-1.csv").open(encoding="utf-8", newline="") as file:
        assert not set(BY_ID) & {row["id"] for row in csv.DictReader(file)}


def test_the_short_form_takes_one_of_each_facet_and_two_of_each_level() -> None:
    assert [row for row in LONG if row["short"] == "yes"] == [r for r in LONG if r["order30"]]
    assert {row["short"] for row in ITEMS} == {"yes", "no"}
    assert sorted((row["scale"], row["facet"]) for row in SHORT) == sorted(
        (scale, facet) for scale, facets in FACETS.items() for facet in facets
    )
    levels = Counter((row["scale"], row["zones"]) for row in SHORT)
    assert all(levels[scale, level] >= 2 for scale in FACETS for level in LEVELS)
    assert Counter(row["zones"] for row in SHORT) == dict.fromkeys(LEVELS, 15)


def test_one_pair_a_scale_of_one_facet_at_least_ten_places_apart() -> None:
    paired = [row for row in ITEMS if row["pair"]]
    assert Counter(row["scale"] for row in paired) == dict.fromkeys("RIASEC", 2)
    for row in paired:
        other = BY_ID[row["pair"]]
        assert other["pair"] == row["id"] != other["id"]
        assert (other["scale"], other["facet"]) == (row["scale"], row["facet"])
        assert abs(int(row["order60"]) - int(other["order60"])) >= 10
        assert [row["short"], other["short"]].count("yes") == 1, "asked in the long form only"


@pytest.mark.parametrize(
    ("form", "column", "blocks"), [(LONG, "order60", 10), (SHORT, "order30", 5)]
)
def test_no_scale_level_or_verb_comes_in_a_row(form: list[Row], column: str, blocks: int) -> None:
    assert [int(row[column]) for row in form] == list(range(1, 6 * blocks + 1))
    for one, other in pairwise(form):
        assert one["scale"] != other["scale"], (one, other)
        assert one["text"].split()[0] != other["text"].split()[0], (one, other)
    for start in range(0, len(form), 6):
        assert {row["scale"] for row in form[start : start + 6]} == set("RIASEC")
    followed = Counter((one["scale"], other["scale"]) for one, other in pairwise(form))
    assert max(followed.values()) <= 3, "one scale keeps coming right after another"
    for start in range(len(form) - 4):
        assert {row["zones"] for row in form[start : start + 5]} == set(LEVELS)


def test_items_are_short_and_read_in_grade_six() -> None:
    for row in ITEMS:
        assert 5 <= len(row["text"].split()) <= 10, row
        assert len(row["text"]) <= 52, row
        assert grade(row["text"]) <= 6, row
    assert mean(grade(row["text"]) for row in ITEMS) <= 5
    lengths = [mean(len(r["text"].split()) for r in ITEMS if r["scale"] == s) for s in "RIASEC"]
    assert max(lengths) - min(lengths) <= 1


@pytest.mark.parametrize("rule", BANNED)
def test_no_item_says_more_than_the_act(rule: str) -> None:
    banned = set(BANNED[rule].split())
    for row in ITEMS:
        assert not banned & set(english(row["text"])), row


def test_an_item_is_one_plain_act_that_begins_with_its_verb() -> None:
    for row in ITEMS:
        assert re.fullmatch(r"[A-Z][a-z]+ [^.?!,;:/()]+\.", row["text"]), row
        first, second = english(row["text"])[:2]
        assert second not in PARTICLES, row
        assert not re.search(r"(ing|[^e]ed|s)$", first), row


def test_only_the_two_of_a_pair_are_alike() -> None:
    from rapidfuzz import fuzz

    for one, other in combinations(ITEMS, 2):
        if one["pair"] != other["id"]:
            alike = fuzz.token_sort_ratio(one["text"].lower(), other["text"].lower())
            assert alike < 65, (one["text"], other["text"])
            assert one["es"] != other["es"]


def test_spanish_items_are_infinitives_that_address_nobody() -> None:
    for row in ITEMS:
        assert re.fullmatch(r"[A-Z][^.?!,;:/@()«»“”]+\.", row["es"]), row
        found = spanish(row["es"])
        assert re.search(r"[aei]r$", found[0]), row
        addressed = ADDRESSED & set(found)
        assert not addressed or (addressed <= {"su"} and row["id"] in THIRD_PERSON_SU), row
        assert not ABROAD & set(found), row
        assert not re.search(r"\b(o|a|os|as)[/@]|\w[@x]s?\b(?<!ex)", row["es"]), row


def test_spanish_items_cast_nobody_as_a_man_or_a_woman() -> None:
    """Masculine plurals for people are left out; a pair names women and men."""
    for row in ITEMS:
        people = {"niños", "trabajadores", "vecinos", "alumnos", "maestros", "compradores",
                  "empleados", "enfermos", "vendedores", "compañeros", "adultos"}  # fmt: skip
        assert not people & set(spanish(row["es"])), row
        assert "padres" not in spanish(row["es"]) or "madres y padres" in row["es"], row


def test_the_measure_counts_spanish_syllables() -> None:
    known = {"aerolínea": 6, "ciudad": 2, "río": 2, "cuento": 2, "poema": 3, "envíos": 3, "y": 1}
    assert {word: syllables(word) for word in known} == known


def test_spanish_items_are_as_easy_and_hardly_longer() -> None:
    assert mean(ease(row["es"]) for row in ITEMS) >= 70
    for row in ITEMS:
        assert ease(row["es"]) >= 55, row
        assert len(row["es"]) <= 64, row
        assert 5 <= len(spanish(row["es"])) <= 12, row
    lengths = [mean(len(spanish(r["es"])) for r in ITEMS if r["scale"] == s) for s in "RIASEC"]
    assert max(lengths) - min(lengths) <= 1.7


def test_a_verb_told_apart_in_english_is_told_apart_in_spanish() -> None:
    """Equal effort: making is not checking, selling is not promoting."""
    spoken: dict[str, set[str]] = {}
    for row in ITEMS:
        spoken.setdefault(row["es"].split()[0], set()).add(row["text"].split()[0])
    assert all(len(verbs) == 1 for verbs in spoken.values()), spoken
