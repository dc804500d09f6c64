"""Spanish words find their jobs whatever language the window speaks; English ones still do."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from counselor_app.domain.occupation import spanish
from counselor_app.domain.occupation.search import only_guesses
from counselor_app.language import language
from counselor_app.store.other_titles import OtherTitles
from counselor_app.store.reference import Pack
from counselor_app.store.search import search
from counselor_app.store.sheet import read_sheet

with (Path(__file__).parent / "spanish_queries.csv").open(encoding="utf-8") as table:
    QUERIES = [(row["query"], row["codes"].split()) for row in csv.DictReader(table)]


def _code(code: str) -> str:
    return code if "." in code else f"{code}.00"


def test_what_people_type_in_spanish_is_found_in_the_first_three(pack: Pack) -> None:
    missed = [
        (text, [hit.title for hit in search(pack, text, 3)])
        for text, codes in QUERIES
        if not {_code(c) for c in codes} & {hit.code for hit in search(pack, text, 3)}
    ]
    assert len(QUERIES) >= 300
    assert len(missed) <= 0.05 * len(QUERIES), missed


def test_a_search_that_reads_few_titles_finds_what_one_that_reads_all_finds(pack: Pack) -> None:
    everything = OtherTitles.load(pack.connection)
    for text, _codes in QUERIES[::5]:
        for typed in (text, text[:5], f"{text} de ", f"chofer {text}"):
            few = OtherTitles.load(pack.connection, typed)
            assert few.find(typed, 50, guesses=False) == everything.find(
                typed, 50, guesses=False
            ), typed
    few = OtherTitles.load(pack.connection, "soldador")
    assert 0 < len(few.forms) < len(everything.forms) / 50


def test_every_title_of_the_table_finds_its_job(pack: Pack) -> None:
    own = language("es")
    lost = [
        code
        for code, title in pack.connection.execute(
            "SELECT key, text FROM plain_text WHERE kind = 'title' AND part = 'title'"
        )
        if code not in {hit.code for hit in search(pack, title, 3)}
    ]
    assert lost == []
    hit = search(pack, "Electricistas", 1)[0]
    assert (hit.title, own.say(hit.title)) == ("Electricians", "Electricistas")


@pytest.mark.parametrize(
    "typed", ["enfermería", "enfermeria", "ENFERMERA", "enfermeros", "quiero ser enfermera"]
)
def test_accents_capitals_gender_and_number_are_left_to_whoever_types(
    pack: Pack, typed: str
) -> None:
    assert "29-1141.00" in [hit.code for hit in search(pack, typed, 3)]


def test_spanish_titles_are_no_other_names_of_a_job(pack: Pack) -> None:
    names = read_sheet(pack, "47-2152.00").titles.titles
    assert "plomero" not in {name.casefold() for name in names}


def test_what_only_begins_so_in_spanish_hides_no_guess_in_english(pack: Pack) -> None:
    assert search(pack, "techer")[0].title.startswith("Elementary School Teachers")
    assert only_guesses(search(pack, "superhero"))


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("conductores", "conductor"), ("conductora", "conductor"), ("enfermeros", "enfermer"),
        ("jueces", "juez"), ("gerentes", "gerent"), ("gerente", "gerent"), ("chef", "chef"),
    ],
)  # fmt: skip
def test_gender_and_number_go(word: str, stem: str) -> None:
    assert spanish.stem(word) == stem


@pytest.mark.parametrize(
    ("one", "other"),
    [("vombero", "bombero"), ("sapatero", "zapatero"), ("cosinero", "cocinero"),
     ("injeniero", "ingeniero"), ("ornero", "hornero"), ("kajero", "cajero"),
     ("enplead", "emplead"), ("yantero", "llantero")],
)  # fmt: skip
def test_what_sounds_alike_is_alike(one: str, other: str) -> None:
    assert spanish.sound(one) == spanish.sound(other)


def test_an_exception_is_not_found() -> None:
    assert spanish.words("Docentes, excepto de educación especial") == ["docent"]
