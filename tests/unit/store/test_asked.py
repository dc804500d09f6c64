"""What people ask for in words of their own, what is no question, and how sure an answer is."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from job_text_checks import GRADE, grade

from counselor_app.domain.occupation.search import Hit, only_guesses
from counselor_app.errors import UserError
from counselor_app.paths import resources
from counselor_app.store.asked import folded, read_asked
from counselor_app.store.reference import Pack
from counselor_app.store.search import search

HERE = Path(__file__).parent
FILES = {
    path.name: tomllib.loads(path.read_text("utf-8"))
    for path in sorted((resources() / "searches").glob("*.toml"))
}
ASKED = read_asked(sorted((resources() / "searches").glob("*.toml")))
with (HERE / "asked_queries.csv").open(encoding="utf-8") as table:
    QUERIES = [(row["query"], frozenset(row["codes"].split())) for row in csv.DictReader(table)]
NONSENSE = (HERE / "nonsense.txt").read_text("utf-8").splitlines()


def entries() -> Iterator[tuple[str, str, dict[str, str]]]:
    for name, found in FILES.items():
        for words, entry in found.items():
            if words != "about":
                yield name, words, entry


def test_what_teenagers_and_parents_type_is_found_in_the_first_three(pack: Pack) -> None:
    missed = [
        (text, [hit.title for hit in search(pack, text, 3)])
        for text, meant in QUERIES
        if meant.isdisjoint(hit.code for hit in search(pack, text, 3) if not hit.weak)
    ]
    assert len({text for text, _ in QUERIES}) >= 300
    assert len(missed) <= 0.05 * len(QUERIES), missed


def test_nonsense_has_no_confident_answer(pack: Pack) -> None:
    told = {text: hits[0].title for text in NONSENSE if (hits := _confident(pack, text))}
    assert len(set(NONSENSE)) >= 60
    assert told == {}


def _confident(pack: Pack, text: str) -> list[Hit]:
    return [hit for hit in search(pack, text) if not hit.weak]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("eye doctor", "29-1041.00"),
        ("uber driver", "53-3054.00"),
        ("stewardess", "53-2031.00"),
        ("crypto", "15-1299.07"),
        ("work from home", "43-4051.00"),
        ("train driver", "53-4011.00"),
        ("therapist", "21-1014.00"),
        ("military pilot", "55-1011.00"),
        ("social worker", "21-1021.00"),
        ("youtuber", "27-2012.00"),
        ("streamer", "27-2099.00"),
        ("enfermera", "29-1141.00"),
    ],
)
def test_the_job_that_is_meant_comes_first_and_says_why(pack: Pack, text: str, code: str) -> None:
    first = search(pack, text)[0]
    assert (first.code, first.kind, first.weak) == (code, "asked", False)
    assert first.why.endswith(".")
    assert first.matched == text


@pytest.mark.parametrize("typed", ["Niñera", "ninera", "NIÑERA", "niñeras"])
def test_accents_and_capitals_are_left_to_whoever_types(pack: Pack, typed: str) -> None:
    assert search(pack, typed)[0].code == "39-9011.01"


@pytest.mark.parametrize(
    "typed", ["I want to be a youtuber", "how do I become a youtuber?", "youtubers", "youtuver"]
)
def test_the_words_around_it_and_a_slip_do_not_matter(pack: Pack, typed: str) -> None:
    assert search(pack, typed)[0].code == "27-2012.00"


def test_a_job_title_is_never_lost_to_the_table(pack: Pack) -> None:
    assert search(pack, "carpenter")[0].title == "Carpenters"
    assert search(pack, "i want to be a nurse")[0].title == "Registered Nurses"


def test_weak_guesses_stand_alone_and_are_few(pack: Pack) -> None:
    for text in ("purple", "superhero", "princess", "unicorn"):
        hits = search(pack, text)
        assert only_guesses(hits)
        assert len(hits) <= 8
    for text in ("nruse", "youtuber", "teacher"):
        assert not any(hit.weak for hit in search(pack, text))


@pytest.mark.parametrize("typed", ["1111111", "123456789", "29-1141.99", "555-1234"])
def test_a_row_of_digits_is_no_code(pack: Pack, typed: str) -> None:
    assert search(pack, typed) == []


@pytest.mark.parametrize(("typed", "beginning"), [("43", "43-"), ("43-4050", "43-405")])
def test_the_beginning_of_a_code_still_is(pack: Pack, typed: str, beginning: str) -> None:
    hits = search(pack, typed)
    assert hits
    assert all(hit.code.startswith(beginning) for hit in hits)


def test_every_entry_leads_to_jobs_that_there_are(pack: Pack) -> None:
    known = {code for (code,) in pack.connection.execute("SELECT code FROM occupation")}
    missing = {
        asked.words: set(asked.codes) - known
        for asked in ASKED.entries.values()
        if not known.issuperset(asked.codes)
    }
    assert missing == {}
    assert all(len(set(a.codes)) == len(a.codes) for a in ASKED.entries.values())


def test_the_table_is_large_reviewed_and_says_nothing_twice() -> None:
    counts = {name: sum(file == name for file, _, _ in entries()) for name in FILES}
    assert counts["en.toml"] >= 300
    assert counts["es.toml"] >= 120
    spellings = [s for _, words, entry in entries() for s in (words, *entry.get("also", ()))]
    keys = [folded(spelling) for spelling in spellings]
    assert "" not in keys
    assert {key for key in keys if keys.count(key) > 1} == set()
    for found in FILES.values():
        assert found["about"]["reviewed_by"]
        assert isinstance(found["about"]["reviewed_on"], date)


def test_every_reason_is_plain_and_short() -> None:
    """What is short for a job or Spanish for it holds the job's name, which is read as it is."""
    for name, words, entry in entries():
        why = entry["why"]
        assert re.fullmatch(r"[A-Z0-9][^.]*\.", why), (name, words, why)
        assert len(why) <= 72, (name, words, why)
        if not why.startswith(("Spanish for", "Short for")):
            assert grade(why) <= GRADE, (name, words, why)


def test_no_college_means_none_and_good_pay_means_it(pack: Pack) -> None:
    low = {"No formal educational credential", "High school diploma or equivalent"}
    for code in ASKED.entries[folded("no college")].codes:
        query = (
            "SELECT entry_education FROM projection JOIN occupation ON occ = ep_code WHERE code = ?"
        )
        assert pack.connection.execute(query, (code,)).fetchone()[0] in low, code
    for code in ASKED.entries[folded("make money")].codes:
        query = (
            "SELECT a_p50 FROM wage JOIN occupation ON occ = oews_code"
            " WHERE code = ? AND area = '0000000'"
        )
        assert pack.connection.execute(query, (code,)).fetchone()[0] > 100_000, code


@pytest.mark.parametrize("line", ['jobs = ""\nwhy = "X."', 'jobs = "29-1141"', 'job = "x"', "jobs"])
def test_a_table_that_cannot_be_used_is_told(tmp_path: Path, line: str) -> None:
    (tmp_path / "en.toml").write_text(f'["nurse"]\n{line}\n', encoding="utf-8")
    with pytest.raises(UserError, match=r"en\.toml"):
        read_asked([*tmp_path.iterdir()])
