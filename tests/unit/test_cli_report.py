"""Reports from the command line: kinds, formats, lists, and a client out of the clients' file."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from workspace_files import PASSPHRASE, QUICK_COST, QUICK_ROUNDS

from counselor_app import settings
from counselor_app.cli import main
from counselor_app.workspace import key, notes
from counselor_app.workspace.clients import save_client
from counselor_app.workspace.log import read_log
from counselor_app.workspace.opening import close_workspace, create_workspace, open_workspace
from counselor_app.workspace.sessions import start_session

Run = Callable[..., tuple[int, str, str]]
SCORES = "8,14,20,26,24,31"


@pytest.fixture
def run(
    seed_pack: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    monkeypatch.setenv("COUNSELOR_DATA", str(tmp_path / "data"))

    def call(*arguments: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        try:
            status = main(("--pack", str(seed_pack), "report", *arguments))
        except SystemExit as stop:
            status = int(stop.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def text(path: Path) -> str:
    return " ".join(" ".join(p.extract_text() for p in PdfReader(path).pages).split())


def test_many_codes_are_a_booklet_or_a_file_each(run: Run, tmp_path: Path) -> None:
    booklet, folder = tmp_path / "jobs.pdf", tmp_path / "each"
    assert run("43-4051", "29-1141", "-o", str(booklet), "--sections", "pay,outlook")[0] == 0
    assert len(PdfReader(booklet).pages) == 3
    status, out, _ = run("43-4051", "29-1141", "-o", str(folder), "--format", "html")
    assert status == 0
    assert sorted(p.name for p in folder.iterdir()) == ["29-1141.00.html", "43-4051.00.html"]
    assert out.split() == [str(folder / "43-4051.00.html"), str(folder / "29-1141.00.html")]


def test_what_cannot_be_printed_is_said(run: Run, tmp_path: Path) -> None:
    settings.save(settings.Settings(school="王 School 😀"), tmp_path / "data")
    target = tmp_path / "job.pdf"
    status, _, said = run("43-4051", "-o", str(target))
    assert status == 0
    assert "😀" in said
    assert "question mark" in said
    assert "王 School ?" in text(target)
    assert run("43-4051", "-o", str(tmp_path / "job.html"))[2] == ""


def test_a_list_with_a_bad_code_makes_the_rest(run: Run, tmp_path: Path) -> None:
    codes, target = tmp_path / "list.csv", tmp_path / "all.csv"
    codes.write_text("code\n43-4051\nx\n99-9999\n", encoding="utf-8")
    status, out, err = run("--batch", str(codes), "-o", str(target))
    assert (status, out.strip()) == (2, str(target))
    assert err.splitlines()[0].startswith("Line 3: no code")
    assert err.splitlines()[-1] == "1 report in all.csv. 2 could not be made."
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert {row["Report"] for row in rows} == {"Customer Service Representatives"}


def test_a_family_is_made_whole(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "military.pdf"
    assert run("--family", "55", "-o", str(target), "--sections", "")[0] == 2
    assert run("--family", "55", "-o", str(target), "--sections", "pay")[0] == 0
    assert "Not in this booklet" not in text(target)
    assert len(PdfReader(target).pages) > 15


def test_a_cluster_is_made_whole_by_the_beginning_of_its_name(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "cluster.csv"
    assert run("--cluster", "digital tech", "-o", str(target), "--sections", "pay")[0] == 0
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    made = {row["Report"] for row in rows}
    assert "Web Developers" in made
    assert len(made) > 25


def test_fit_and_comparison(run: Run, tmp_path: Path) -> None:
    fit, both = tmp_path / "fit.pdf", tmp_path / "both.pdf"
    assert run("--kind", "fit", "43-4051", "--scores", SCORES, "-o", str(fit))[0] == 0
    assert "r = .78" in text(fit) or ".78" in text(fit)
    assert run("--kind", "fit", "--scores", SCORES, "--bands", "2016", "-o", str(fit))[0] == 0
    assert "Gregory and Lewis 2016" in text(fit)
    assert run("--kind", "compare", "43-4051", "29-1141", "-o", str(both))[0] == 0
    assert "Two occupations, side by side" in text(both)


@pytest.mark.parametrize(
    "given",
    [
        ("43-4051", "--sections", "pay"),
        ("43-4051", "29-1141", "--sections", "pay"),
        ("--kind", "compare", "43-4051", "29-1141"),
        ("--kind", "fit", "--scores", SCORES),
    ],
)
def test_a_report_is_made_for_the_paper_that_is_named(
    run: Run, tmp_path: Path, given: tuple[str, ...]
) -> None:
    target = tmp_path / "x.pdf"
    for paper, size in (((), (612, 792)), (("--paper", "a4"), (595.3, 841.9))):
        assert run(*given, *paper, "-o", str(target))[0] == 0
        for page in PdfReader(target).pages:
            box = page.mediabox
            assert (float(box.width), float(box.height)) == pytest.approx(size, abs=0.1)
    status, _, err = run(*given, "--paper", "legal", "-o", str(target))
    assert status == 2
    assert "legal" in err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("43-4051", "--sections", "pay,food"), "no section 'food'"),
        (("--kind", "fit", "43-4051"), "give --scores or --client"),
        (("--kind", "session"), "name one with --client"),
        (("--kind", "compare", "43-4051"), "two to four"),
        (("--kind", "fit", "--batch", "x.csv"), "make profiles"),
        (("--family", "99"), "No occupation is in the family"),
        (("--cluster", "sports"), "is not one of the career clusters: Advanced Manufacturing; "),
        ((), "Name an occupation"),
        (("--batch", "missing.csv"), "could not be read"),
        (("--kind", "fit", "--scores", SCORES, "--client", "x"), "not both"),
        (("--kind", "record", "--client", "x", "--copy", "client"), "for the counselor only too"),
        (("--kind", "record", "--client", "x", "--copy", "counselor"), "belongs to --kind session"),
        (("43-4051", "--copy", "client"), "belongs to --kind session"),
        (("--kind", "record", "--client", "x", "--unnamed"), "leave out --unnamed"),
    ],
)
def test_what_is_missing_is_one_line(
    run, tmp_path: Path, given: tuple[str, ...], said: str
) -> None:
    status, out, err = run(*given, "-o", str(tmp_path / "x.pdf"))
    assert (status, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert not (tmp_path / "x.pdf").exists()


def test_an_ending_of_no_format_is_refused(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "x.foo"
    status, _, err = run("43-4051", "-o", str(target))
    assert (status, target.exists()) == (2, False)
    assert "end the name in .pdf, .html, .csv or .xlsx, or name the format with --format" in err
    assert run("43-4051", "-o", str(target), "--format", "csv", "--sections", "pay")[0] == 0
    folder = tmp_path / "spring.26"
    folder.mkdir()
    assert run("43-4051", "-o", str(folder), "--sections", "pay")[0] == 0
    assert [path.name for path in folder.iterdir()] == ["43-4051.00.pdf"]


@pytest.fixture
def clients(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(key, "_ROUNDS", QUICK_ROUNDS)
    monkeypatch.setattr(key, "_COST", QUICK_COST)
    path = tmp_path / "clients.counselor"
    workspace = create_workspace(path, PASSPHRASE)
    client = save_client(workspace, "RF-14")
    session = start_session(workspace, client)
    notes.save_note(workspace, client, "Look at the clerk job", "client", session, "43-4051.00")
    notes.save_note(workspace, client, "Worried about home", "counselor", session)
    notes.save_step(workspace, client, "Visit the office")
    close_workspace(workspace)
    return path


def test_a_session_out_of_the_clients_file(run: Run, clients: Path, tmp_path: Path) -> None:
    target = tmp_path / "session.pdf"
    asked = ("--kind", "session", "--client", "rf-14", "--file", str(clients), "-o", str(target))
    assert run(*asked, typed=f"{PASSPHRASE}\n")[0] == 0
    assert "Look at the clerk job" in text(target)
    assert "Visit the office" in text(target)
    assert "Worried about home" not in text(target)
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o600
    assert run(*asked, "--copy", "counselor", typed=f"{PASSPHRASE}\n")[0] == 0
    assert "Worried about home" in text(target)
    assert "Counselor’s copy, not for the client" in text(target)
    assert run(*asked, "--unnamed", typed=f"{PASSPHRASE}\n")[0] == 0
    assert "RF-14" not in text(target)
    workspace = open_workspace(clients, PASSPHRASE)
    logged = [line.detail for line in read_log(workspace) if line.action == "exported"]
    close_workspace(workspace)
    assert logged == ["session report"] * 3


def test_a_client_is_found_only_with_the_passphrase(
    run: Run, clients: Path, tmp_path: Path
) -> None:
    target = tmp_path / "x.pdf"
    asked = ("--kind", "record", "--client", "RF-14", "--file", str(clients), "-o", str(target))
    status, _, err = run(*asked, typed="another one\n")
    assert status == 2
    assert err.count("\n") == 1
    assert not target.exists()
    asked = (*asked[:3], "Nobody", *asked[4:])
    status, _, err = run(*asked, typed=f"{PASSPHRASE}\n")
    assert status == 2
    assert "No client is named 'Nobody'" in err


def test_a_client_without_interests_is_said(run: Run, clients: Path, tmp_path: Path) -> None:
    asked = ("--kind", "fit", "--client", "RF-14", "--file", str(clients), "43-4051")
    status, _, err = run(*asked, "-o", str(tmp_path / "x.pdf"), typed=f"{PASSPHRASE}\n")
    assert status == 2
    assert "RF-14 has no interests yet" in err
