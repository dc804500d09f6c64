"""Where Windows differs, with the difference put in: open files, locks, no console, a new process.

There a file that another program has open can be neither replaced nor removed, `os.execve` is no
exec, `fcntl` is missing, and the starter without a console has no standard output.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from kiosk_stations import HASHED
from workspace_files import PASSPHRASE, QUICK_COST, QUICK_ROUNDS

from counselor_app import settings
from counselor_app.cli import main
from counselor_app.errors import UserError
from counselor_app.kiosk.pin import NAME, Attempts
from counselor_app.pack.current import InUse, put_in_use
from counselor_app.reports.files import write_report
from counselor_app.settings import Settings
from counselor_app.ui.caseload.anew import Locked, begun_locked, start_anew
from counselor_app.workspace import key
from counselor_app.workspace.backups import make_backup
from counselor_app.workspace.base import Workspace
from counselor_app.workspace.clients import list_clients, save_client
from counselor_app.workspace.deletion import delete_for_good, finish_deletions
from counselor_app.workspace.handover import export_client
from counselor_app.workspace.lock import FileLock
from counselor_app.workspace.opening import close_workspace, create_workspace
from counselor_app.workspace.trouble import InUseError


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> set[Path]:
    """Files that another program has open: they are neither replaced, moved nor removed."""
    open_elsewhere: set[Path] = set()

    def refuse(self: Path) -> None:
        if self in open_elsewhere:
            raise PermissionError(13, "Permission denied", str(self))

    replace, unlink = Path.replace, Path.unlink

    def replacing(self: Path, target: Path) -> Path:
        refuse(self)
        refuse(Path(target))
        return replace(self, target)

    def unlinking(self: Path, missing_ok: bool = False) -> None:
        refuse(self)
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "replace", replacing)
    monkeypatch.setattr(Path, "unlink", unlinking)
    return open_elsewhere


def test_a_report_that_is_open_elsewhere_stays_and_the_reason_is_said(
    tmp_path: Path, held: set[Path]
) -> None:
    report = tmp_path / "report.pdf"
    write_report(b"of yesterday", report)
    held.add(report)
    with pytest.raises(UserError, match="Close the file if another program has it open"):
        write_report(b"of today", report)
    assert report.read_bytes() == b"of yesterday"
    assert list(tmp_path.iterdir()) == [report]


def test_of_many_reports_only_the_one_that_is_open_elsewhere_is_not_written(
    tmp_path: Path, held: set[Path], seed_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    kept = out / "43-4051.00.csv"
    kept.write_bytes(b"of yesterday")
    held.add(kept)
    many = ["--pack", str(seed_pack), "report", "29-1141", "43-4051", "11-1011", "--format", "csv"]
    assert main([*many, "-o", str(out)]) == 2
    said = capsys.readouterr()
    written = [out / "29-1141.00.csv", out / "11-1011.00.csv"]
    assert said.out.split() == [str(path) for path in written]
    lines = said.err.splitlines()
    assert lines[-2].startswith(f"43-4051.00: The report could not be written to {kept}: ")
    assert "Close the file if another program has it open" in lines[-2]
    assert lines[-1] == "2 reports in out. 1 could not be made."
    assert kept.read_bytes() == b"of yesterday"
    assert set(out.iterdir()) == {kept, *written}
    assert all("Median" in path.read_text(encoding="utf-8-sig") for path in written)
    held.update(written)
    assert main([*many, "-o", str(out)]) == 2
    assert (
        "No report could be made, so no file was written. 29-1141.00: " in capsys.readouterr().err
    )


def test_settings_that_another_program_reads_stay_whole(tmp_path: Path, held: set[Path]) -> None:
    settings.save(Settings(school="North High"), tmp_path)
    held.add(tmp_path / settings.NAME)
    with pytest.raises(UserError, match="They hold until you close the window"):
        settings.save(Settings(school="South High"), tmp_path)
    assert settings.load(tmp_path)[0].school == "North High"
    assert [path.name for path in tmp_path.iterdir()] == [settings.NAME]


def test_settings_that_cannot_be_read_and_are_open_elsewhere_are_left(
    tmp_path: Path, held: set[Path]
) -> None:
    broken = tmp_path / settings.NAME
    broken.write_text("{broken", encoding="utf-8")
    held.add(broken)
    found, said = settings.load(tmp_path)
    assert found == Settings()
    assert "The file was left where it is." in said
    assert broken.read_text(encoding="utf-8") == "{broken"


def test_wrong_pins_are_counted_in_a_record_that_is_open_elsewhere(
    tmp_path: Path, held: set[Path]
) -> None:
    record = tmp_path / NAME
    record.write_text('{"wrong": 1}', encoding="utf-8")
    held.add(record)
    assert not Attempts(record, lambda: 0.0).try_pin("135790", HASHED)
    assert json.loads(record.read_text(encoding="utf-8")) == {"wrong": 2}
    assert list(tmp_path.iterdir()) == [record]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """A clients' file in a folder of its own, with one client."""
    monkeypatch.setattr(key, "_ROUNDS", QUICK_ROUNDS)
    monkeypatch.setattr(key, "_COST", QUICK_COST)
    made = create_workspace(tmp_path / "kept" / "clients.counselor", PASSPHRASE)
    save_client(made, "RF-14")
    yield made
    close_workspace(made, backup=False)


@pytest.mark.parametrize("damaged", [False, True])
def test_a_backup_that_is_open_elsewhere_is_named_and_cleaned_later(
    workspace: Workspace, held: set[Path], damaged: bool
) -> None:
    backup = make_backup(workspace)
    if damaged:
        backup.write_bytes(b"no clients' file" * 4096)
    held.add(backup)
    (client,) = list_clients(workspace)
    with pytest.raises(UserError, match=backup.name):
        delete_for_good(workspace, [client.uid])
    assert list_clients(workspace) == ()
    held.clear()
    assert finish_deletions(workspace) == int(damaged)
    assert backup.exists() != damaged


def test_an_open_clients_file_is_closed_before_it_is_put_back(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlcipher3 import dbapi2

    path, theirs = workspace.path, make_backup(workspace).read_bytes()
    save_client(workspace, "KL-9")
    make_backup(workspace)
    replace = Path.replace

    def replacing(self: Path, target: Path) -> Path:
        if target == path:
            with suppress(dbapi2.ProgrammingError):  # it is closed
                workspace.connection.execute("SELECT 1")
                raise PermissionError(13, "Permission denied", str(target))
        return replace(self, target)

    path.write_bytes(theirs)  # a folder that is kept in step brings an older version
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(Path, "replace", replacing)
    save_client(workspace, "MN-2")
    assert "while it was open" in workspace.remark
    assert {one.name for one in list_clients(workspace)} == {"RF-14", "KL-9", "MN-2"}


def test_a_hand_over_onto_an_open_file_leaves_it(
    tmp_path: Path, held: set[Path], workspace: Workspace
) -> None:
    (client,) = list_clients(workspace)
    sent = tmp_path / "RF-14.client"
    sent.write_bytes(b"of yesterday")
    held.add(sent)
    with pytest.raises(UserError, match="Permission denied"):
        export_client(workspace, client.uid, sent, "told by phone")
    assert sent.read_bytes() == b"of yesterday"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["RF-14.client", "kept"]


def test_new_data_is_not_in_use_while_the_list_of_packs_is_held(
    tmp_path: Path, held: set[Path]
) -> None:
    own = InUse(tmp_path / "reference-none.sqlite", "")
    pointer = tmp_path / "pack.json"
    pointer.write_text('{"packs": []}', encoding="utf-8")
    held.add(pointer)
    candidate = tmp_path / "new-1.sqlite"
    candidate.write_bytes(b"sha256:" + b"0" * 64)  # the one part of a pack that is looked at
    with pytest.raises(UserError, match="The occupation data in use is unchanged"):
        put_in_use(candidate, tmp_path, today=date(2026, 3, 2), instead_of=own)
    assert json.loads(pointer.read_text(encoding="utf-8")) == {"packs": []}


def test_a_clients_file_is_locked_by_the_systems_own_means(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", _msvcrt())
    first = FileLock(tmp_path / "clients.counselor")
    with pytest.raises(InUseError, match="open in another window"):
        FileLock(tmp_path / "clients.counselor")
    first.release()
    FileLock(tmp_path / "clients.counselor").release()


def _msvcrt() -> ModuleType:
    """Windows locks a byte of a handle until the handle is closed."""
    locked: dict[int, int] = {}

    def locking(handle: int, _mode: int, _count: int) -> None:
        file = os.fstat(handle).st_ino
        # The number of a handle that was closed is given out again.
        if locked.setdefault(file, handle) != handle:
            raise OSError(13, "Permission denied")

    return SimpleNamespace(LK_NBLCK=2, locking=locking)  # type: ignore[return-value]


def test_the_lock_begins_anew_with_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[list[str], dict[str, str]]] = []
    left: list[int] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(subprocess, "Popen", lambda program, env: started.append((program, env)))
    monkeypatch.setattr(os, "execve", lambda *_: pytest.fail("Windows has no exec"))

    def leave(status: int) -> None:
        left.append(status)
        raise SystemExit

    monkeypatch.setattr(os, "_exit", leave)
    with pytest.raises(SystemExit):
        start_anew(Locked("a-client", noting=True), Path("own.sqlite"), "es")
    ((program, environment),) = started
    assert program == [sys.executable, "--pack", "own.sqlite", "--language", "es"]
    assert begun_locked(environment) == Locked("a-client", noting=True)
    assert left == [0]


def test_a_screen_of_a_scale_between_whole_numbers_is_drawn_whole(
    seed_pack: Path, tmp_path: Path
) -> None:
    """As Windows has it on most laptops: an occupation comes, and Qt has nothing to say."""
    done = subprocess.run(
        [sys.executable, "-c", _DRAWN, str(seed_pack), str(tmp_path)], capture_output=True,
        text=True, check=True, env={**os.environ, "QT_SCALE_FACTOR": "1.25"},
    )  # fmt: skip
    assert (done.stdout.split(), done.stderr) == (["1.25", "1.25", "True"], "")


_DRAWN = """
import sys
from pathlib import Path
from counselor_app.app import Application
from counselor_app.ui.shell.program import application
from counselor_app.ui.shell.second_start import Asked

app = application()
main = Application(Path(sys.argv[1]), Path(sys.argv[2]), asked=Asked("43-4051.00"))
main.window.show()
main.start()
image = main.window.grab().toImage()
wide, high = image.width(), image.height()
inks = {image.pixelColor(x, y).name() for x in range(0, wide, 3) for y in range(0, high, 3)}
print(image.devicePixelRatio(), wide / main.window.width(), len(inks) > 99)
main.window.close()
"""


def test_without_a_console_what_is_printed_goes_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["--pack", str(tmp_path / "missing.sqlite"), "show", "43-4051"]) == 2
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert sys.stdout is None
