"""The program's own texts: taken into every pack, refused with words where they are broken."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from counselor_app.domain.occupation.plain_words import element_of
from counselor_app.errors import UserError
from counselor_app.pack.texts import read_texts
from counselor_app.paths import resources
from counselor_app.store.plain_words import job_words
from counselor_app.store.reference import Pack

ABOUT = '[about]\nlanguage = "en"\nwritten_by = "A writer"\nwritten_on = 2026-03-02\n'


def write(folder: Path, text: str, name: str = "occupations/one.toml") -> Path:
    path = folder / "en" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_lines_keep_their_order_and_the_date_of_their_last_review(tmp_path: Path) -> None:
    entry = '\n["29-1141.00"]\nsummary = "One."\ndoes = ["A.", "B."]\n'
    reviewed = entry + 'reviewed_by = "A reader"\nreviewed_on = 2026-04-05\n'

    written = list(read_texts(write(tmp_path / "a", ABOUT + entry)))
    read = list(read_texts(write(tmp_path / "b", ABOUT + reviewed)))

    assert [(line.part, line.place, line.text) for line in written] == [
        ("summary", 0, "One."), ("does", 0, "A."), ("does", 1, "B."),
    ]  # fmt: skip
    assert {(line.author, str(line.dated)) for line in written} == {("A writer", "2026-03-02")}
    assert {(line.author, str(line.dated)) for line in read} == {("A reader", "2026-04-05")}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[about", "one.toml, which holds texts of the program, cannot be read"),
        ('["29-1141.00"]\nsummary = "One."\n', "one.toml, about: expected who wrote"),
        (ABOUT + '["29-1141.00"]\nsumary = "One."\n', "one.toml, 29-1141.00, sumary: expected one"),
        (ABOUT + '["29-1141.00"]\nsummary = ""\n', "one.toml, 29-1141.00, summary: expected text"),
        (ABOUT + '["29-1141.00"]\ndoes = ["A.", 3]\n', "29-1141.00, does: expected text"),
        ('[about]\nlanguage = "en"\n["29-1141.00"]\nsummary = "One."\n', "expected reviewed_by"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UserError, match="Install the program again") as refused:
        list(read_texts(write(tmp_path, text)))

    assert said in str(refused.value)


def test_the_words_of_an_occupation_are_those_of_its_file(pack: Pack) -> None:
    lines = [line for line in read_texts() if (line.language, line.key) == ("en", "11-1011.00")]
    words = job_words(pack, "11-1011.00")

    assert words is not None
    assert words.summary == next(line.text for line in lines if line.part == "summary")
    assert list(words.does) == [line.text for line in lines if line.part == "does"]
    assert [text for _, text in words.lines] == [
        line.text for part in ("like", "hard", "try") for line in lines if line.part == part
    ]
    assert words.ask == next(line.text for line in lines if line.part == "ask")
    assert words.source.label == "our own words"


def test_another_language_stands_beside(tmp_path: Path) -> None:
    shutil.copytree(resources() / "texts" / "en", tmp_path / "es")

    assert {line.language for line in read_texts(tmp_path)} == {"es"}


def test_texts_of_unknown_occupations_stay_out(seed_pack: Path) -> None:
    connection = sqlite3.connect(f"file:{seed_pack}?mode=ro&immutable=1", uri=True)
    try:
        (strangers,) = connection.execute(
            "SELECT count(*) FROM plain_text WHERE kind = 'occupation'"
            " AND key NOT IN (SELECT code FROM occupation)"
        ).fetchone()
    finally:
        connection.close()

    assert strangers == 0


@pytest.mark.parametrize(
    ("key", "element"),
    [
        ("rating.2.A.1.a.level", "2.A.1.a"), ("rating.1.D.1.a.impact", "1.D.1.a"),
        ("interest.R", "1.B.1.a"), ("interest.C", "1.B.1.f"), ("interest.code", ""),
        ("wage.annual.p50", ""),
    ],
)  # fmt: skip
def test_a_figure_names_its_element(key: str, element: str) -> None:
    assert element_of(key) == element
