"""Where a file is written: links stay links, and what is no file is refused."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from counselor_app.cli import main
from counselor_app.errors import UserError
from counselor_app.pack.draft import draft as pack_draft
from counselor_app.reports.files import draft_folder, put, write_report
from counselor_app.settings import NAME, Settings, load, save
from counselor_app.targets import write_target
from counselor_app.workspace.draft import draft as workspace_draft


def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path: Path) -> None:
    kept, link, chain = tmp_path / "far" / "kept.pdf", tmp_path / "link.pdf", tmp_path / "chain.pdf"
    kept.parent.mkdir()
    kept.write_bytes(b"old")
    link.symlink_to(kept)
    chain.symlink_to("link.pdf")  # named from where the link is
    write_report(b"new", chain)
    assert (chain.is_symlink(), link.is_symlink(), kept.is_symlink()) == (True, True, False)
    assert kept.read_bytes() == b"new"
    assert [path.name for path in kept.parent.iterdir()] == ["kept.pdf"]


def test_a_link_to_a_file_that_is_not_there_yet_makes_it_there(tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "later.csv")
    write_report(b"made", link)
    assert link.is_symlink()
    assert (tmp_path / "later.csv").read_bytes() == b"made"


def test_links_in_a_folder_of_reports_stay(tmp_path: Path) -> None:
    folder, kept = tmp_path / "reports", tmp_path / "elsewhere.pdf"
    folder.mkdir()
    (folder / "a.pdf").symlink_to(kept)
    with draft_folder(folder) as made:
        for name in ("a", "b"):
            (made / f"{name}.pdf").write_bytes(name.encode())
            put(made / f"{name}.pdf", folder)
    assert (folder / "a.pdf").is_symlink()
    assert (kept.read_bytes(), (folder / "b.pdf").read_bytes()) == (b"a", b"b")
    assert sorted(path.name for path in folder.iterdir()) == ["a.pdf", "b.pdf"]


def test_settings_packs_and_clients_files_behind_a_link_stay_there(tmp_path: Path) -> None:
    names = (NAME, "pack.sqlite", "clients.counselor")
    for name in names:
        (tmp_path / name).symlink_to(tmp_path / f"far-{name}")
    save(Settings(school="North"), tmp_path)
    with pack_draft(tmp_path / "pack.sqlite"):
        pass
    with workspace_draft(tmp_path / "clients.counselor") as scratch:
        scratch.write_bytes(b"sealed")
    for name in names:
        assert (tmp_path / name).is_symlink(), name
        assert (tmp_path / f"far-{name}").stat().st_size, name
    assert load(tmp_path)[0].school == "North"


@pytest.mark.parametrize("kind", ["device", "pipe", "socket", "link to a pipe", "circle"])
def test_what_is_no_file_is_refused_and_left_alone(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "out.pdf"
    with socket.socket(socket.AF_UNIX) as server:
        if kind == "device":
            path = Path("/dev/null")
        elif kind == "pipe":
            os.mkfifo(path)
        elif kind == "socket":
            server.bind(str(path))
        elif kind == "link to a pipe":
            os.mkfifo(tmp_path / "pipe")
            path.symlink_to(tmp_path / "pipe")
        else:
            path.symlink_to(path)
        before = path.lstat().st_mode
        with pytest.raises(UserError, match=r"not a file; name a file|leads nowhere"):
            write_report(b"x", path)
        assert path.lstat().st_mode == before


@pytest.mark.parametrize("path", ["/dev/null", "/dev/full", "/dev/zero", "/dev/tty"])
@pytest.mark.parametrize("form", ["pdf", "csv"])
def test_the_command_line_refuses_a_device_in_one_line(
    seed_pack: Path, capsys: pytest.CaptureFixture[str], path: str, form: str
) -> None:
    given = ["--pack", str(seed_pack), "report", "43-4051", "-o", path, "--format", form]
    assert main([*given, "--sections", "pay"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "is a device, a pipe or a socket" in said.err


def test_a_plain_path_is_its_own_target(tmp_path: Path) -> None:
    assert write_target(tmp_path / "new.pdf") == tmp_path / "new.pdf"
    assert write_target(tmp_path) == tmp_path
    assert write_target(tmp_path / "a" / "b.pdf") == tmp_path / "a" / "b.pdf"
