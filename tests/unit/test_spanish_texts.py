"""The Spanish words on jobs: as many and as plain as the English, for readers of any country."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import mean

import pytest
from job_text_checks import TEXTS, read
from spanish_text_checks import (
    PLAIN,
    PLAIN_MEAN,
    inflesz,
    line_problems,
    spanish_problems,
    syllables,
    title_problems,
)

from counselor_app.paths import resources
from counselor_app.store.reference import Pack

TITLES = tomllib.loads((resources() / "titles" / "es.toml").read_text("utf-8"))
TITLES.pop("about")


def test_every_occupation_has_its_spanish_title(pack: Pack) -> None:
    codes = {code for (code,) in pack.connection.execute("SELECT code FROM occupation")}

    assert sorted(codes - set(TITLES)) == []
    assert list(title_problems(TITLES)) == []


def test_a_trade_is_found_by_the_words_of_home() -> None:
    def found(word: str) -> set[str]:
        return {code for code, entry in TITLES.items() if word in entry["search"]}

    for word, code in (
        ("plomero", "47-2152.00"), ("fontanero", "47-2152.00"), ("gasfitero", "47-2152.00"),
        ("camionero", "53-3032.00"), ("enfermera", "29-1141.00"), ("enfermero", "29-1141.00"),
        ("niñera", "39-9011.01"), ("albañil", "47-2021.00"), ("maestra", "25-2021.00"),
    ):  # fmt: skip
        assert code in found(word), word


def test_titles_name_women_and_men() -> None:
    assert TITLES["29-1141.00"]["title"] == "Enfermeras y enfermeros registrados (RN)"
    assert TITLES["23-1011.00"]["title"] == "Abogadas y abogados"
    assert TITLES["33-2011.00"]["title"] == "Cuerpo de bomberos"


def test_the_spanish_texts_say_what_the_english_say_as_plainly() -> None:
    english, spanish = (read(TEXTS / language / "occupations") for language in ("en", "es"))

    assert spanish
    assert [str(problem) for problem in spanish_problems(english, spanish)] == []


def test_the_ways_in_are_told_in_both_languages() -> None:
    english, spanish = (
        tomllib.loads((TEXTS / language / "preparation.toml").read_text("utf-8"))
        for language in ("en", "es")
    )

    for kind in ("zone", "education", "experience", "training"):
        assert list(spanish[kind]) == list(english[kind])
        assert all(inflesz(text) >= 55 for text in spanish[kind].values())


@pytest.mark.parametrize(
    "path",
    [*sorted((TEXTS / "es" / "elements").glob("*.toml")),
     *sorted((resources() / "handbook" / "es").glob("*.toml"))],
    ids=lambda path: f"{path.parent.parent.name}-{path.stem}",
)  # fmt: skip
def test_skills_and_the_handbooks_lines_read_easily(path: Path) -> None:
    found = tomllib.loads(path.read_text("utf-8"))
    found.pop("about")
    eases = {
        key: inflesz(" ".join(said for name, said in lines(entry) if name != "name"))
        for key, entry in found.items()
    }
    assert {key for key, ease in eases.items() if ease < PLAIN} == set()
    assert mean(eases.values()) >= PLAIN_MEAN


def lines(entry: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The texts of an entry, those of a list one by one."""
    for name, said in entry.items():
        for one in said if isinstance(said, list) else [said]:
            if isinstance(one, str):
                yield name, one


def test_the_checks_find_what_they_look_for() -> None:
    assert [syllables(word) for word in ("día", "ciudad", "leer", "que", "aéreo", "muy")] == [
        2, 2, 2, 1, 4, 1,
    ]  # fmt: skip
    assert round(inflesz("Leen la luz. Ven el sol.")) > 80
    assert inflesz("La administración institucional sistemática evalúa responsabilidades.") < 55
    for name, text, said in (
        ("does", "Encender el ordenador.", "word"), ("does", "Ayudar al/a la paciente.", "mark"),
        ("does", "Medir y informar.", "clash"), ("ask", "Preguntar a alguien: qué hace?", "half"),
        ("ask", "Hablar con alguien.", "ask is not"), ("like", "ver crecer algo.", "capital"),
    ):  # fmt: skip
        assert said in " ".join(line_problems(name, text)), text
