"""match, fit and similar as a script uses them."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import tiny_releases as tiny

from counselor_app.cli import main
from counselor_app.domain.fit.gap import skill_gap
from counselor_app.pack.build import build
from counselor_app.store.matching import demands
from counselor_app.store.reference import Pack

SCORES = "12,20,9,33,24,28"


@pytest.fixture
def run(seed_pack: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command on the shipped pack: status, output, what was said on stderr."""

    def once(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(["--pack", str(seed_pack), *arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return once


def test_match_ranks_all_occupations(run: Any) -> None:
    status, out, err = run("match", "--scores", SCORES, "--json")
    found = json.loads(out)
    assert (status, err, len(found)) == (0, "", 923)
    assert set(found[0]) == {"rank", "code", "title", "r", "band"}
    assert [m["rank"] for m in found[:2]] == [1, 2]
    assert all(one["r"] >= two["r"] for one, two in pairwise(found))
    assert {m["band"] for m in found} == {"Best", "Good", "Okay", None}
    assert all(m["band"] is None for m in found if m["r"] < 0.426)
    _, out, _ = run("match", "--scores", SCORES, "--json", "--bands", "2016", "--limit", "400")
    older = json.loads(out)
    assert len(older) == 400
    assert {m["band"] for m in older} == {"Best", "Great", "Good"}


@pytest.fixture
def levels(tmp_path: Path, pack: Pack) -> Path:
    """A file of ratings: every skill at 3, by id or by name in turn."""
    skills = [(e, name) for e, (name, domain) in sorted(pack.elements.items()) if domain == "skill"]
    path = tmp_path / "levels.csv"
    lines = [f"{pair[place % 2]},3" for place, pair in enumerate(skills)]
    path.write_text("\n".join(["element,level", *lines]), encoding="utf-8-sig")
    return path


def test_match_keeps_what_is_near_the_clients_skills(run: Any, levels: Path, pack: Pack) -> None:
    status, out, err = run("match", "--scores", SCORES, "--levels", str(levels), "--json")
    everyone = json.loads(out)
    assert (status, err, len(everyone)) == (0, "", 923)
    skills = {e: 3.0 for e, (_, domain) in pack.elements.items() if domain == "skill"}
    for code in ("29-1141.00", "15-1252.00"):
        own = skill_gap(demands(pack, code), skills)
        row = next(m for m in everyone if m["code"] == code)
        assert (row["gap"], row["gap_of"]) == (own.index, len(own.not_rated) + row["gap_compared"])
    welder = next(m for m in everyone if m["code"] == "51-4121.00")
    assert (welder["gap"], welder["gap_compared"]) == (None, 2)  # too few to speak of
    limited = ("match", "--scores", SCORES, "--levels", str(levels), "--max-gap", "10")
    status, out, err = run(*limited, "--json")
    kept = json.loads(out)
    assert kept == [m for m in everyone if m["gap"] is not None and m["gap"] <= 0.10]
    assert 0 < len(kept) < 923
    unknown = sum(m["gap"] is None for m in everyone)
    assert err.startswith(f"{unknown} occupations are left out")
    assert f"{len(kept)} of 923 occupations" in run(*limited)[1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Juggling,4", "Line 1: 'Juggling' is no skill"),
        ("Writing,9", "expected 0 (none) to 7"),
        ("Writing,much", "'much' is no level"),
        ("Writing,3\nwriting,4", "Line 2: Writing is rated a second time"),
        ("element,level", "There is no rating"),
    ],
)
def test_ratings_that_cannot_be_read_are_named(
    run: Any, tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "levels.csv"
    path.write_text(text, encoding="utf-8")
    status, out, err = run("match", "--scores", SCORES, "--levels", str(path))
    assert (status, out) == (2, "")
    assert said in err
    assert "levels.csv" in err


def test_fit_begins_in_plain_words(run: Any) -> None:
    _, text, _ = run("fit", "43-4051", "--scores", SCORES)
    assert text.splitlines()[1] == (
        "The client's interests and those of this job go together closely: 44 of 923 occupations"
        " are closer."
    )


def test_a_pack_without_interests_ranks_nothing_and_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release = tiny.write_onet(tmp_path / "30.1", "csv")
    for file in release.glob("*nterest*"):
        file.unlink()
    target = tmp_path / "p.sqlite"
    build([release], target)
    status = main(["--pack", str(target), "match", "--scores", SCORES])
    said = capsys.readouterr()
    assert (status, said.out) == (0, "")
    assert said.err.startswith("This pack has no interests of occupations")


def test_fit_tells_the_same_numbers_as_match(run: Any) -> None:
    status, out, err = run("fit", "43-4051", "--scores", SCORES, "--json")
    found = json.loads(out)
    _, listed, _ = run("match", "--scores", SCORES, "--json")
    line = next(m for m in json.loads(listed) if m["code"] == "43-4051.00")
    assert (status, err) == (0, "")
    assert line == {key: found[key] for key in line}
    assert (found["of"], found["band"], found["bands"]) == (923, "Best", "Career Returns 2025")
    assert sum(part["r"] for part in found["parts"]) == pytest.approx(found["r"], abs=1e-9)
    assert found["person_codes"] == ["SCE", "SCI", "SEC", "SEI", "SIC", "SIE", "CSE", "CSI"]
    assert found["occupation_code"] == "CES"
    assert found["brown_gore_c"] == [9, 8, 10, 10, 4, 5, 15, 14]
    assert found["iachan_m"] == [16, 14, 13, 9, 8, 6, 26, 24]
    assert found["stability"]["draws"] == sum(found["stability"]["bands"].values()) == 1000
    assert found["stability"]["stays_in_band"] == found["stability"]["bands"]["Best"]
    assert found["ties"] == ["SC", "CE", "CI", "EI", "IR", "RA"]
    assert (found["consistency"], found["differentiation"]["range"]) == ("medium", 24)
    assert found["source"] == "O*NET 30.2, February 2026"


def test_an_undifferentiated_profile_is_not_ranked_and_told_why(run: Any) -> None:
    flat = ("--scores", "20,20,20,20,20,20")
    status, out, err = run("match", *flat, "--json")
    assert (status, json.loads(out)) == (0, [])
    assert err.startswith("Undifferentiated profile")
    assert run("match", *flat)[1] == ""
    status, out, _ = run("fit", "43-4051", *flat, "--json")
    found = json.loads(out)
    assert (status, found["r"], found["band"], found["rank"]) == (0, None, None, None)
    assert "Undifferentiated" in found["r_reason"]
    assert found["stability"] is None
    assert len(found["person_codes"]) == 120


def test_a_profile_within_error_is_not_ranked_either(run: Any) -> None:
    for scores in ("18,14,20,22,19,20", "20,20,20,20,20,21"):
        status, out, err = run("match", "--scores", scores, "--limit", "5", "--json")
        assert (status, json.loads(out)) == (0, [])
        assert err.startswith("Undifferentiated profile")
        assert "any order would be chance" in err
        found = json.loads(run("fit", "43-3031", "--scores", scores, "--json")[1])
        assert (found["r"], found["band"], found["rank"]) == (None, None, None)


@pytest.mark.parametrize(
    ("code", "scores", "keys"),
    [
        ("43-4051", ("CES",), ("r", "stability", "ties", "differentiation")),
        ("43-4051", ("12,20,9,33,24,28", "--instrument", "sds"), ("stability", "ties")),
        ("43-4051", ("CE",), ("brown_gore_c",)),
        ("55-1011", (SCORES,), ("r", "brown_gore_c", "iachan_m", "occupation_code")),
    ],
)
def test_what_cannot_be_known_is_null_with_a_reason(
    run: Any, code: str, scores: tuple[str, ...], keys: tuple[str, ...]
) -> None:
    status, out, _ = run("fit", code, "--scores", *scores, "--json")
    found = json.loads(out)
    assert status == 0
    for key in keys:
        assert found[key] is None
        if key not in ("differentiation", "occupation_code"):
            assert found[f"{key}_reason"].endswith(".")
    _, text, _ = run("fit", code, "--scores", *scores)
    assert "None" not in text
    assert "A conversation, not a verdict" in text


def test_similar_shows_the_shortfall_beside_the_likeness(run: Any) -> None:
    status, out, _ = run("similar", "29-1141", "--json", "--limit", "3")
    found = json.loads(out)
    assert (status, len(found)) == (0, 3)
    assert "Nurses" in found[0]["title"]
    assert all(0 <= job["shortfall"] <= 1 for job in found)
    assert found[0]["similarity"] >= found[1]["similarity"]
    _, text, _ = run("similar", "29-1141", "--limit", "3")
    assert len(text.splitlines()) == 4
    assert "O*NET 30.1" in text


def test_similar_to_a_parent_names_its_rated_parts(run: Any) -> None:
    status, out, err = run("similar", "13-2099", "--json")
    assert (status, json.loads(out)) == (0, [])
    assert "13-2099.01" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("match", "--scores", "8,14,10,22,25"),
        ("match", "--scores", "8,5;14;10;22;25;33"),
        ("match", "--scores", "8,14,10,22,25,41"),
        ("match", "--scores", "R=1,R=2,I=3,A=4,S=5,E=6,C=7"),
        ("match", "--scores", SCORES, "--instrument", "ip-mini"),
        ("match", "--scores", SCORES, "--instrument", "tarot"),
        ("match", "--scores", SCORES, "--bands", "1999"),
        ("match", "--scores", SCORES, "--limit", "0"),
        ("match",),
        ("match", "--scores", SCORES, "--max-gap", "10"),
        ("match", "--scores", SCORES, "--max-gap", "ten"),
        ("fit", "99-9999", "--scores", SCORES),
        ("fit", "43-4051"),
        ("similar", "nurse"),
    ],
)
def test_an_error_is_one_line_and_exit_2(run: Any, arguments: tuple[str, ...]) -> None:
    status, out, err = run(*arguments, "--json")
    assert (status, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err


def test_ranking_needs_neither_qt_nor_numpy(seed_pack: Path) -> None:
    script = (
        "import sys; from counselor_app.cli import main;"
        f"pack = ['--pack', {str(seed_pack)!r}];"
        f"main([*pack, 'match', '--scores', {SCORES!r}]); main([*pack, 'similar', '43-4051']);"
        "assert not [m for m in sys.modules if m.startswith(('PySide6', 'numpy'))];"
        f"main([*pack, 'fit', '43-4051', '--scores', {SCORES!r}]);"
        "assert not [m for m in sys.modules if m.startswith('PySide6')]"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
