"""The command line as a script uses it: stable JSON, one-line errors, exit 2."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from counselor_app.cli import display, main
from counselor_app.errors import UserError


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        status = main(arguments)
    except SystemExit as stop:
        status = int(stop.code or 0)
    said = capsys.readouterr()
    return status, said.out, said.err


def test_show_prints_every_key_with_its_source(
    seed_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(capsys, "--pack", str(seed_pack), "show", "43-4051", "--json")
    shown = json.loads(out)
    assert status == 0
    assert (shown["code"], shown["title"]) == ("43-4051.00", "Customer Service Representatives")
    figures = {f["key"]: f for f in shown["figures"]}
    assert figures["employment.oews"] | {"about": None} == {
        "key": "employment.oews",
        "value": 2595750,
        "unit": "persons",
        "source": "OEWS May 2025",
        "vintage": "May 2025",
        "n": None,
        "se": 10383.0,
        "flag": None,
        "about": None,
    }
    for key in (
        *(f"wage.{b}.{p}" for b in ("annual", "hourly") for p in ("p10", "p50", "p90", "mean")),
        "employment.change_pct", "openings.annual", "education.entry", "self_employed_pct",
        "job_zone", "interest.R", "interest.code", "rating.2.A.1.b.importance",
        "rating.2.A.1.b.level", "rating.1.D.3.c.impact", "exposure.gpts_beta_human",
        "location_quotient", "jobs_per_1000",
    ):  # fmt: skip
        assert figures[key]["source"], key
        assert figures[key]["value"] is not None or figures[key]["flag"], key
    assert figures["rating.2.A.1.b.importance"]["n"] == 8


def test_standard_errors_are_plain_numbers(
    seed_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, "--pack", str(seed_pack), "show", "29-1141")
    given = re.findall(r"\(standard error ([^)]*)\)", out)
    assert len(given) > 100
    assert not [said for said in given if not re.fullmatch(r"(under )?\$?[\d,]+(\.\d+)?", said)]
    assert not [said for said in given if not re.search("[1-9]", said)]
    employees = next(line for line in out.splitlines() if line.startswith("employment.oews "))
    assert re.search(r"\(standard error \d{1,2},\d{3}\)", employees)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Texsa", "Texas"), ("Clevland", "Cleveland, OH or Cleveland, TN"), ("Xyzzyfoo", None)],
)
def test_a_misspelled_place_names_the_nearest(
    seed_pack: Path, capsys: pytest.CaptureFixture[str], typed: str, meant: str | None
) -> None:
    status, _, err = run(capsys, "--pack", str(seed_pack), "show", "43-4051", "--area", typed)
    assert status == 2
    assert f"Did you mean {meant}?" in err if meant else "Did you mean" not in err


@pytest.mark.parametrize("below", ["", "further/down"])
def test_a_file_where_the_data_folder_should_be_is_named(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    below: str,
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("COUNSELOR_DATA", str(tmp_path / "file" / below))
    status, _, err = run(capsys, "search", "nurse")
    assert status == 2
    assert f"{tmp_path / 'file'} is a file where a folder is needed" in err
    assert "space" not in err


@pytest.mark.parametrize("command", [(), ("kiosk",)])
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a display is asked for on Linux")
def test_without_a_display_the_window_says_so_in_a_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    status, out, err = run(capsys, *command)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "There is no display to open a window on" in err


def test_the_packages_of_missing_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_QT", {"libnowhere.so.9": "libnowhere9"})
    for drawn_on in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        with pytest.raises(UserError, match="not installed: libnowhere9"):
            display.require_display({drawn_on: "some"}, "linux")
    display.require_display({}, "win32")


def test_a_display_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_QT", {})
    monkeypatch.setattr(display, "_X11", {})
    monkeypatch.setattr(display, "_x11_answers", lambda: False)
    with pytest.raises(UserError, match="':9' that DISPLAY names does not answer"):
        display.require_display({"DISPLAY": ":9"}, "linux")
    display.require_display({"DISPLAY": ":9", "QT_QPA_PLATFORM": "offscreen"}, "linux")


def test_search_prints_hits_as_json(seed_pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(
        capsys, "--pack", str(seed_pack), "search", "nruse", "--limit", "3", "--json"
    )
    hits = json.loads(out)
    assert status == 0
    assert hits[0]["title"] == "Registered Nurses"
    assert set(hits[0]) == {"code", "title", "matched", "score", "weak", "why"}
    assert len(hits) <= 3


def test_a_weak_guess_is_told_and_an_answer_says_why(
    seed_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = ("--pack", str(seed_pack), "search")
    _, out, _ = run(capsys, *pack, "purple", "--json")
    assert {hit["weak"] for hit in json.loads(out)} == {True}
    _, out, _ = run(capsys, *pack, "purple")
    assert out.splitlines()[0] == "No close match. Perhaps:"
    _, out, _ = run(capsys, *pack, "youtuber", "--json")
    first = json.loads(out)[0]
    assert (first["code"], first["weak"]) == ("27-2012.00", False)
    assert first["why"].startswith("Plans, films")
    _, out, _ = run(capsys, *pack, "youtuber")
    assert "(youtuber: Plans, films" in out.splitlines()[0]


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "99-9999"),
        ("show", "nurse"),
        ("show", "43-4051", "--area", "Atlantis"),
        ("report", "43-4051", "-o", "missing/folder/report.pdf"),
        ("data", "verify", "no-such-file.sqlite"),
        ("data", "build", "no-such-folder", "-o", "pack.sqlite"),
        ("search",),
        ("nonsense",),
        ("search", "nurse", "--limit", "0"),
    ],
)
def test_an_error_is_one_line_and_exit_2(
    seed_pack: Path,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(capsys, "--pack", str(seed_pack), *arguments)
    assert status == 2
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_pack_is_an_error_in_words(
    seed_pack: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.sqlite"
    content = bytearray(seed_pack.read_bytes())
    content[4096 * 40 : 4096 * 60] = b"\xff" * (4096 * 20)
    damaged.write_bytes(content)
    status, _, err = run(capsys, "data", "verify", str(damaged))
    assert status == 2
    assert "damaged" in err


def test_search_show_and_report_import_no_qt(seed_pack: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from counselor_app.cli import main;"
        f"pack = ['--pack', {str(seed_pack)!r}];"
        "main([*pack, 'search', 'nurse']); main([*pack, 'show', '29-1141']);"
        f"main([*pack, 'report', '29-1141', '-o', {str(tmp_path / 'nurse.pdf')!r}]);"
        "assert not [m for m in sys.modules if m.startswith('PySide6')]"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "nurse.pdf").read_bytes().startswith(b"%PDF")
