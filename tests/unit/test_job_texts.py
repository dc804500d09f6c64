"""The plain words on every job and element: all there, plain, ours, each its own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from job_text_checks import (
    TEXTS,
    alike_problems,
    ask_problems,
    element_problems,
    frames,
    grade,
    grade_problems,
    problems,
    read,
    runs,
    shape_problems,
    shared_problems,
    texts_of,
    word_problems,
)
from job_text_places import PLACES, Claim, place_problems

from counselor_app.client_texts import rating_questions
from counselor_app.store.reference import Pack

Entries = Mapping[str, Mapping[str, object]]
OCCUPATIONS = read(TEXTS / "en" / "occupations")
ELEMENTS = read(TEXTS / "en" / "elements")
GOOD: dict[str, object] = {
    "summary": "Bakers mix, shape, and bake bread.",
    "does": ["Weigh flour.", "Shape loaves.", "Watch the ovens.", "Clean the mixers."],
    "like": "A warm loaf in the hand.",
    "hard": "Heavy sacks before dawn.",
    "try": "Bake for a school sale.",
    "ask": "Ask a baker after the morning rush: when do you go to bed?",
}


def titles(pack: Pack) -> dict[str, str]:
    return dict(pack.connection.execute("SELECT code, title FROM occupation"))


def with_data(pack: Pack) -> set[str]:
    return {code for (code,) in pack.connection.execute("SELECT DISTINCT code FROM rating")}


def test_every_job_with_data_has_its_words_and_every_other_a_line(pack: Pack) -> None:
    written = {code: entry for entries in OCCUPATIONS.values() for code, entry in entries.items()}

    assert sorted(set(titles(pack)) - set(written)) == []
    assert sorted(c for c in with_data(pack) if len(list(texts_of(written[c]))) < 9) == []


def test_no_job_stands_in_two_files() -> None:
    codes = [code for entries in OCCUPATIONS.values() for code in entries]

    assert len(codes) == len(set(codes))


def test_the_words_on_jobs_are_plain_and_each_its_own(pack: Pack) -> None:
    found = list(problems(OCCUPATIONS, titles(pack), with_data(pack)))

    assert [str(problem) for problem in found] == []


def test_where_most_people_work_is_what_the_release_says(pack: Pack) -> None:
    found = list(place_problems(OCCUPATIONS, pack.connection))

    assert [str(problem) for problem in found] == []


def test_a_wrong_claim_on_where_most_work_is_found(pack: Pack) -> None:
    def said(summary: str, code: str, claims: Mapping[str, Claim] = PLACES) -> str:
        entries = {code: {**GOOD, "summary": summary}}
        found = place_problems({"a": entries}, pack.connection, claims)
        return " ".join(problem.words for problem in found)

    assert "unbacked" in said("Most work for the government.", "13-2061.00")
    assert "unbacked" in said("Most bakers work in stores.", "51-3011.00")
    stores = {"51-3011.00": Claim("Most bakers work in stores", ("44--46",))}
    assert "the release has 3" in said("Most bakers work in stores.", "51-3011.00", stores)
    plants = {"51-3011.00": Claim("More bakers work in stores", ("445000",), 20, first=True)}
    assert "larger shares" in said("More bakers work in stores.", "51-3011.00", plants)
    shared = {"29-1141.04": Claim("Most work in hospitals", ("622000",))}
    assert "a group's" in said("Most work in hospitals.", "29-1141.04", shared)


def test_every_element_is_explained_with_little_and_much_of_it(pack: Pack) -> None:
    rows = pack.connection.execute("SELECT id, name FROM element WHERE domain <> 'education'")
    names = {key: str(entry["name"]) for entries in ELEMENTS.values()
             for key, entry in entries.items()}  # fmt: skip
    interests = {f"1.B.1.{letter}" for letter in "abcdef"}

    assert {k: v for k, v in names.items() if k not in interests} == dict(rows)
    assert interests <= set(names)
    found = element_problems(ELEMENTS, frozenset(rating_questions()))
    assert [str(problem) for problem in found] == []


@pytest.mark.parametrize(
    ("kind", "column"),
    [("zone", None), ("education", "entry_education"), ("experience", "experience"),
     ("training", "training")],
)  # fmt: skip
def test_every_zone_and_way_in_has_its_line(pack: Pack, kind: str, column: str | None) -> None:
    lines = tomllib.loads((TEXTS / "en" / "preparation.toml").read_text("utf-8"))[kind]
    query = f"SELECT DISTINCT {column} FROM projection WHERE {column} IS NOT NULL"
    wanted = {str(row[0]) for row in pack.connection.execute(query)} if column else set("12345")

    assert set(lines) == wanted
    assert all(grade(text) <= 9 for text in lines.values())


def official_texts(folder: Path) -> Iterator[str]:
    """Every sentence of the releases at hand: descriptions, tasks, definitions."""
    for path in sorted(folder.glob("onet/*_text/*.txt")):
        for line in path.read_text("utf-8", errors="replace").splitlines():
            yield from (cell for cell in line.split("\t") if cell.count(" ") >= 5)
    for path in sorted(folder.glob("onet/*/*.xlsx")):
        if any(word in path.name for word in ("Task S", "Occupation Data", "Content M", "Anchors")):
            import python_calamine

            for row in python_calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python():
                yield from (str(cell) for cell in row if str(cell).count(" ") >= 5)


def test_no_six_words_in_a_row_are_those_of_a_release(releases: Path, pack: Pack) -> None:
    names: set[tuple[str, ...]] = set()
    for query in ("SELECT title FROM occupation", "SELECT title FROM job_title",
                  "SELECT name FROM element", "SELECT title FROM program"):  # fmt: skip
        for (name,) in pack.connection.execute(query):
            names.update(runs(name))
    ours = {
        run: f"{file} {key}"
        for file, entries in {**OCCUPATIONS, **ELEMENTS}.items()
        for key, entry in entries.items()
        for text in [*(t for _, t in texts_of(entry)), *(str(entry.get("means", "")),)]
        for run in runs(text)
        if run not in names
    }
    count, shared = 0, set()
    for text in official_texts(releases):
        count += 1
        shared |= {run for run in runs(text) if run in ours}

    assert count > 20_000
    assert {ours[run]: " ".join(run) for run in shared} == {}


def test_the_checks_find_what_they_look_for() -> None:
    assert not [*shape_problems(GOOD), *word_problems("Bakers", GOOD), *grade_problems(GOOD)]
    for change, said in (
        ({"does": ["Weigh flour."]}, "four to six"),
        ({"try": "Bake for a sale. Bake more."}, "too many sentences"),
        ({"like": "a warm loaf."}, "begin with a capital"),
        ({"hard": "Heavy sacks." * 20}, "letters, at most"),
        ({"tries": "Bake."}, "unknown fields"),
    ):
        assert said in " ".join(shape_problems({**GOOD, **change}))
    for text, said in (
        ("Ask the foreman.", "gendered"), ("Bake what you like.", "about the person"),
        ("It pays a high salary.", "pay"), ("Bake 300 loaves.", "number"),
        ("Mix dough in a Hobart machine.", "brand"), ("Fax the order.", "of another day"),
    ):  # fmt: skip
        assert said in " ".join(word_problems("Bakers", {**GOOD, "try": text}))
    for text, said in (("Drivers are home each night.", "when they are home"),
                       ("Weeks away from home.", "when they are home")):  # fmt: skip
        assert said in " ".join(word_problems("Drivers", {**GOOD, "hard": text}))
    assert not list(word_problems("Drivers", {**GOOD, "hard": "Often weeks away from home."}))
    hard = "Institutional administrators systematically evaluate organizational effectiveness."
    assert "grade" in " ".join(grade_problems({**GOOD, "summary": hard}))


def test_a_line_on_whom_to_ask_has_somebody_and_a_question() -> None:
    assert not [*ask_problems(GOOD), *word_problems("Bakers", GOOD)]
    for line, said in (
        (None, "missing"),
        ("When does a baker go to bed?", "not 'Ask somebody"),
        ("Ask a baker: bring a loaf.", "not 'Ask somebody"),
        ("Ask a baker: when? And why?", "not 'Ask somebody"),
        ("Ask an institutional administrator: which organizational responsibilities were"
         " considerable?", "grade"),
    ):  # fmt: skip
        assert said in " ".join(ask_problems({**GOOD, "ask": line}))
    assert "about the person" in " ".join(
        word_problems("Bakers", {**GOOD, "ask": "Ask a baker: may I watch?"})
    )


def test_a_shared_frame_and_a_line_said_twice_are_found() -> None:
    jobs = {
        f"51-301{n}.00": {**GOOD, "try": f"Spend a Saturday at a {thing} and watch."}
        for n, thing in enumerate(("mill", "farm", "forge", "port", "shop", "yard"))
    }
    said = " ".join(str(problem) for problem in shared_problems({"a": jobs}))

    assert "6 occupations share the frame 'spend a saturday at a'" in said
    assert "this line stands 6 times: A warm loaf in the hand." in said
    assert "too like" in " ".join(words for _, words in alike_problems(jobs))
    assert "^ spend a saturday at" in frames(jobs["51-3010.00"])
