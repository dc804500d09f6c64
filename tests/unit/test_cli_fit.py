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


TIERS = ["very likely", "likely", "possible", "less likely"]


def test_match_puts_all_occupations_in_tiers(run: Any) -> None:
    status, out, err = run("match", "--scores", SCORES, "--json")
    found = json.loads(out)
    assert (status, err, len(found)) == (0, "", 923)
    assert set(found[0]) == {
        "code", "title", "tier", "p_top_tenth", "group", "group_name", "how_sure",
    }  # fmt: skip
    order = [(TIERS.index(one["tier"]), -one["how_sure"]["r"], one["title"]) for one in found]
    assert order == sorted(order)
    for one in found:
        least = {"very likely": 0.8, "likely": 0.5, "possible": 0.1, "less likely": 0}
        assert one["p_top_tenth"] >= least[one["tier"]]
        sure = one["how_sure"]
        assert sure["r_low"] <= sure["r_high"]
        assert 1 <= sure["rank_low"] <= sure["rank_high"] <= sure["of"] == 923
    assert {one["how_sure"]["band"] for one in found} == {"Best", "Good", "Okay", None}
    nurse = next(one for one in found if one["code"] == "29-1141.03")
    assert (nurse["group"], nurse["group_name"]) == ("29-1141.00", "Nurses")
    assert len({one["group"] for one in found}) == 473
    _, out, _ = run("match", "--scores", SCORES, "--json", "--bands", "2016", "--limit", "400")
    older = json.loads(out)
    assert len(older) == 400
    assert {m["how_sure"]["band"] for m in older} == {"Best", "Great", "Good"}
    assert [m["tier"] for m in older] == [m["tier"] for m in found[:400]]


def test_match_says_no_rank_and_no_coefficient_in_words(run: Any) -> None:
    _, text, _ = run("match", "--scores", SCORES, "--limit", "3")
    lines = text.splitlines()
    assert all(line.startswith("Very likely ") for line in lines[:3])
    assert "Best" not in text
    assert not any(" .9" in line for line in lines)
    assert "nothing of whether a job is right for you" in lines[3]


def test_match_without_a_known_error_has_an_order_and_no_tier(run: Any) -> None:
    status, out, err = run("match", "--scores", SCORES, "--instrument", "sds", "--json")
    found = json.loads(out)
    assert (status, len(found)) == (0, 923)
    assert {(one["tier"], one["p_top_tenth"], one["how_sure"]["r_low"]) for one in found} == {
        (None, None, None)
    }
    assert all(one["how_sure"]["r"] >= two["how_sure"]["r"] for one, two in pairwise(found))
    assert "no published measurement error" in err


def test_match_says_that_scores_single_out_nothing(run: Any) -> None:
    status, out, err = run("match", "--scores", "16,22,18,25,21,20", "--json")
    assert (status, {one["tier"] for one in json.loads(out)}) == (0, {"possible", "less likely"})
    assert err.startswith("These scores do not single out a few jobs")


def test_match_compares_a_bare_code_by_its_letters(run: Any) -> None:
    status, out, err = run("match", "--scores", "CES", "--json")
    found = json.loads(out)
    assert (status, len(found)) == (0, 923)
    sures = [one["how_sure"] for one in found]
    assert all(one["iachan_m"] >= two["iachan_m"] for one, two in pairwise(sures))
    assert {(one["tier"], sure["r"]) for one, sure in zip(found, sures, strict=True)} == {
        (None, None)
    }
    equal = [sure["rank"] for sure in sures if sure["iachan_m"] == 28]
    assert len(equal) > 1
    assert set(equal) == {1}
    assert "has letters and no scores" in err


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
    lines = text.splitlines()
    assert lines[1] == (
        "This job is likely to be among the tenth of jobs closest to your interests."
    )
    assert lines[2].startswith("Both you and this job are high on keeping things in order")
    assert lines[3].startswith("How sure is this? Correlation .75, Best (Career Returns 2025)")
    assert "jobs reach Best with your scores" in lines[3]
    assert "Among the 92 closest of 923 in" in lines[3]
    assert not any("orrelation" in line or "Best" in line for line in lines[:3])


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
    sure = line.pop("how_sure")
    assert line == {key: found[key] for key in line}
    assert sure == {key: found[key] for key in sure}
    assert (found["of"], found["band"], found["bands"]) == (923, "Best", "Career Returns 2025")
    assert found["flat"] is False
    assert found["reach"]["Best"] > found["rank"] - 1
    assert sum(part["r"] for part in found["parts"]) == pytest.approx(found["r"], abs=1e-9)
    assert found["person_codes"] == ["SCE", "SCI", "SEC", "SEI", "SIC", "SIE", "CSE", "CSI"]
    assert found["occupation_code"] == "CES"
    assert found["brown_gore_c"] == [9, 8, 10, 10, 4, 5, 15, 14]
    assert found["iachan_m"] == [16, 14, 13, 9, 8, 6, 26, 24]
    assert (found["redraws"]["draws"], found["redraws"]["seed"]) == (1000, 20251)
    assert found["redraws"]["sem"] == pytest.approx([3.48] * 6, abs=0.005)
    assert found["ties"] == ["SC", "CE", "CI", "EI", "IR", "RA"]
    assert (found["consistency"], found["differentiation"]["range"]) == ("medium", 24)
    assert found["source"] == "O*NET 30.3, February 2026"


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
    assert (found["tier"], found["p_top_tenth"], found["redraws"]) == (None, None, None)
    assert len(found["person_codes"]) == 120


def test_a_profile_within_error_is_not_ranked_either(run: Any) -> None:
    for scores in ("18,14,20,22,19,20", "20,20,20,20,20,21"):
        status, out, err = run("match", "--scores", scores, "--limit", "5", "--json")
        assert (status, json.loads(out)) == (0, [])
        assert err.startswith("Undifferentiated profile")
        assert "any order would be chance" in err
        found = json.loads(run("fit", "43-3031", "--scores", scores, "--json")[1])
        for key in ("r", "band", "rank", "tier", "p_top_tenth", "r_low", "r_high", "rank_low",
                    "rank_high", "reach", "percentile"):  # fmt: skip
            assert found[key] is None
        assert (found["flat"], found["parts"]) == (True, [])
        text = run("fit", "43-3031", "--scores", scores)[1]
        assert "Best" not in text
        assert "any three of the six letters in any order" in text


@pytest.mark.parametrize(
    ("code", "scores", "keys"),
    [
        ("43-4051", ("CES",), ("r", "tier", "ties", "differentiation")),
        ("43-4051", ("12,20,9,33,24,28", "--instrument", "sds"), ("tier", "ties")),
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


def sections(out: str) -> dict[str, list[dict[str, Any]]]:
    return {part["name"]: part["jobs"] for part in json.loads(out)["sections"]}


def test_similar_leads_to_jobs_within_reach(run: Any) -> None:
    status, out, _ = run("similar", "29-1141", "--json")
    found = json.loads(out)
    parts = sections(out)
    assert status == 0
    assert list(parts) == ["own occupation", "no more schooling", "one step more", "less schooling"]
    assert {job["code"][:7] for job in parts["own occupation"]} == {"29-1141"}
    assert [job["code"] for job in parts["no more schooling"][:2]] == ["29-1128.00", "29-1125.00"]
    assert {job["steps"] for job in parts["one step more"]} == {1}
    physician = next(job for job in found["further"] if job["code"] == "29-1214.00")
    assert physician["steps"] == 2
    assert not any(job["code"] == "29-1214.00" for jobs in parts.values() for job in jobs)
    assert (found["schooling"], len(found["further"])) == (2, 71)
    for job in parts["no more schooling"]:
        counts = job["carries_over"]
        assert all(counts[key] >= 0 for key in ("transfers", "to_learn", "no_claim"))
        assert counts["words"] in ("most", "some", "little", None)
    midwife = parts["one step more"][0]["pay_change"]
    assert (midwife["dollars"], midwife["words"], midwife["national"]) == (36490, "more", False)
    assert all(job["pay_change"] is None for job in parts["own occupation"])  # one wage for all


def test_the_clients_own_schooling_raises_the_base(run: Any) -> None:
    _, out, _ = run("similar", "41-2011", "--json")
    _, raised, _ = run("similar", "41-2011", "--schooling", "2", "--json")
    assert (json.loads(out)["schooling"], json.loads(raised)["schooling"]) == (0, 2)
    assert len(json.loads(raised)["further"]) < len(json.loads(out)["further"])


def test_similar_compares_the_pay_of_one_area(run: Any) -> None:
    _, out, _ = run("similar", "43-4051", "--area", "Texas", "--json", "--limit", "1")
    (job,) = sections(out)["no more schooling"]
    assert (job["code"], job["pay_change"]["national"]) == ("43-4141.00", False)
    _, there, _ = run("show", "43-4141", "--area", "Texas", "--json")
    _, here, _ = run("show", "43-4051", "--area", "Texas", "--json")

    def median(text: str) -> float:
        return next(
            figure["value"]
            for figure in json.loads(text)["figures"]
            if figure["key"] == "wage.annual.p50"
        )

    assert job["pay_change"]["dollars"] == median(there) - median(here)


def test_similar_in_words_names_what_asks_more_preparation(run: Any) -> None:
    _, text, _ = run("similar", "29-1141", "--limit", "3")
    assert "No more schooling: 3 of 242" in text
    assert "71 more jobs ask more preparation." in text
    assert "29-1214.00  Emergency Medicine Physicians: 2 steps more schooling" in text
    assert "O*NET 30.3" in text


def test_styles_gives_what_to_talk_about_and_no_score(run: Any) -> None:
    status, out, _ = run(
        "styles", "43-4051", "--scores", "Dependability=1,1.D.1.a=5,Empathy=3", "--json"
    )
    found = json.loads(out)
    assert status == 0
    assert [one["name"] for one in found["calls_for"]] == ["Dependability"]
    assert [one["id"] for one in found["little_called_for"]] == ["1.D.1.a"]
    assert found["calls_for"][0]["words"].endswith("What would help?")
    assert len(found["styles"]) == 21
    assert {one["level"] for one in found["styles"]} <= {1, 2, 3, 4, 5}
    assert not {"score", "sum", "fit", "rank"} & set(found)
    _, text, _ = run("styles", "43-4051", "--scores", "Empathy=3")
    assert text.startswith("Nothing stands far apart")


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
        ("similar", "29-1141", "--schooling", "9"),
        ("similar", "29-1141", "--area", "Atlantis"),
        ("styles", "43-4051", "--scores", "Charm=3"),
        ("styles", "43-4051", "--scores", "Empathy=6"),
        ("styles", "43-4051", "--scores", "Empathy=3,1.D.2.c=2"),
        ("styles", "43-4051"),
        ("match", "--scores", "CES", "--max-gap", "10"),
    ],
)
def test_an_error_is_one_line_and_exit_2(run: Any, arguments: tuple[str, ...]) -> None:
    status, out, err = run(*arguments, "--json")
    assert (status, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err


def test_a_command_needs_no_qt_and_moves_no_numpy(seed_pack: Path) -> None:
    script = (
        "import sys; from counselor_app.cli import main;"
        f"pack = ['--pack', {str(seed_pack)!r}];"
        "main([*pack, 'similar', '43-4051', '--limit', '2']);"
        "assert not [m for m in sys.modules if m.startswith(('PySide6', 'numpy'))];"
        f"main([*pack, 'fit', '43-4051', '--scores', {SCORES!r}]);"
        f"main([*pack, 'match', '--scores', {SCORES!r}]);"
        "assert not [m for m in sys.modules if m.startswith('PySide6')]"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
