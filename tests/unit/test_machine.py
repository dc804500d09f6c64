"""What a school has set for a machine: read, checked in words, above what a user set."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from clients_windows import quick
from example_settings import example
from kiosk_stations import HASHED, PIN
from workspace_files import PASSPHRASE, Ticking, fill

from counselor_app import machine, settings
from counselor_app.cli import main
from counselor_app.errors import UserError
from counselor_app.kiosk.config import default_path, load_config, set_pin
from counselor_app.kiosk.pin import fits
from counselor_app.machine import NAMES, load_machine, read_machine
from counselor_app.settings import Settings
from counselor_app.workspace.backups import list_backups, make_backup
from counselor_app.workspace.clients import list_clients
from counselor_app.workspace.deletion import delete_for_good
from counselor_app.workspace.opening import close_workspace, create_workspace
from counselor_app.workspace.settings import FileSettings, read_settings, save_settings

LOGO = Path(__file__).parents[2] / "resources" / "icons" / "counselor-64.png"
DOCS = Path(__file__).parents[2] / "resources" / "docs" / "settings.md"


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this machine's settings are; there is no file yet."""
    path = tmp_path / "etc" / "counselor.toml"
    path.parent.mkdir()
    monkeypatch.setenv("COUNSELOR_CONFIG", str(path))
    monkeypatch.setenv("COUNSELOR_DATA", str(tmp_path / "data"))
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    said = capsys.readouterr()
    return status, said.out, said.err


def test_the_example_of_the_documentation_is_in_order_and_names_every_setting(
    written: Path,
) -> None:
    told = DOCS.read_text(encoding="utf-8")
    example = told.split("```toml\n", 1)[1].split("```", 1)[0]
    for name in NAMES:
        assert f"\n{name} = " in f"\n{example}", name
        assert f"| `{name}` |" in told, name
    for wanted in ("school.png", "occupations.sqlite"):
        (written.parent / wanted).write_bytes(LOGO.read_bytes())
    written.write_text(example, encoding="utf-8")
    found = load_machine()
    assert found.trouble == ""
    assert found.fixed == set(NAMES) - {"clients_file"}
    assert found.logo == written.parent / "school.png"


def test_the_example_that_packages_bring_is_in_order_as_it_is_and_with_all_of_it_set(
    written: Path, seed_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commented = example()
    written.write_text(commented, encoding="utf-8")
    assert load_machine().fixed == frozenset()
    status, said, _err = run(capsys, "config", "check")
    assert (status, said.splitlines()[0]) == (0, f"{written}: no fault found.")
    (written.parent / "occupations.sqlite").hardlink_to(seed_pack)
    (written.parent / "school.png").write_bytes(LOGO.read_bytes())
    whole = re.sub(r"(?m)^#(?=\S)", "", commented)
    backups = written.parent / "backups"
    backups.mkdir()
    written.write_text(whole.replace("/srv/counselor-backups", str(backups)), encoding="utf-8")
    assert load_machine().fixed == set(NAMES) - {"clients_file"}
    status, _out, err = run(capsys, "config", "check")
    assert (status, "PIN" in err, len(err.splitlines())) == (2, True, 1)  # it wants one of its own
    comments = [line for line in commented.splitlines() if line.startswith("# ")]
    assert max(map(len, comments)) <= 96
    assert all(str(path) in commented for path in (
        "/etc/counselor/counselor.toml", r"C:\ProgramData\Counselor\counselor.toml"
    ))  # fmt: skip


def test_without_a_file_nothing_is_set_and_no_reader_of_toml_is_loaded(written: Path) -> None:
    program = (
        "import sys; from counselor_app.machine import load_machine;"
        " assert load_machine().fixed == frozenset(); assert 'tomllib' not in sys.modules"
    )
    assert not written.exists()
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("paper = 'A5'", 'paper is \'A5\'; expected "letter" or "a4"'),
        ("lock_minutes = 999", "lock_minutes is 999; expected a whole number from 0 to 240"),
        ("lock_minutes = true", "lock_minutes is True; expected a whole number from 0 to 240"),
        ("clients_file = 'no'", "clients_file is 'no'; expected true or false"),
        ("school = 7", "school is 7; expected text in quotation marks"),
        ("trusted_keys = 'abc'", "trusted_keys is 'abc'; expected a list of names"),
        ("backups_folder = ''", "backups_folder is ''; expected a path in quotation marks"),
        ("scool = 'North'", "scool is no setting. Known are: pack, trusted_keys, school"),
        ("logo = 'gone.png'", "gone.png; the file cannot be read (No such file or directory)."),
        ("logo = 'counselor.toml'", "counselor.toml; it is no PNG picture."),
        ("kiosk = 1", "kiosk should be a table, [kiosk]"),
        ("paper =", "is not correct TOML: Invalid value (at line 2, column 8)"),
    ],
)
def test_what_is_wrong_is_said_with_the_file_and_what_to_write(
    written: Path, capsys: pytest.CaptureFixture[str], line: str, said: str
) -> None:
    written.write_text(f"language = 'es'\n{line}\n", encoding="utf-8")
    found = load_machine()
    assert str(written) in found.trouble
    assert said in found.trouble
    assert found.language == (None if line == "paper =" else "es")  # what is right holds
    status, _, err = run(capsys, "--language", "en", "config", "check")
    assert status == 2
    assert said in err
    assert err.count("\n") == 1


def test_a_user_sets_what_the_school_has_left_open(written: Path, tmp_path: Path) -> None:
    written.write_text("school = 'North High'\npaper = 'a4'\nlogo = 'logo.png'\n")
    (written.parent / "logo.png").write_bytes(LOGO.read_bytes())
    own = Settings(school="Mine", footer="Room 3", paper="letter", scale=1.5)
    settings.save(own, tmp_path)
    both = load_machine().over(settings.load(tmp_path)[0])
    assert both == own._replace(school="North High", paper="a4", logo=True)


def test_check_and_show_say_how_it_stands(
    written: Path, capsys: pytest.CaptureFixture[str], seed_pack: Path
) -> None:
    status, _, err = run(capsys, "config", "check")
    assert (status, f"There is no file {written}" in err) == (2, True)
    written.write_text(f"home = 'Texas'\npack = '{seed_pack}'\ntrusted_keys = []\n")
    status, out, _ = run(capsys, "config", "check")
    assert (status, out.splitlines()[0]) == (0, f"{written}: no fault found.")
    shown = run(capsys, "config", "show")[1].splitlines()
    assert shown[0] == f"Settings of {written}"
    assert "home = Texas" in shown
    assert "trusted_keys = none" in shown
    assert "paper = not set: each user's own" in shown
    assert "clients_file = true" in shown or "clients_file = not set" in shown


def test_check_looks_deeper_than_the_window_does(
    written: Path, capsys: pytest.CaptureFixture[str], seed_pack: Path
) -> None:
    written.write_text(
        f"home = 'Nowhere'\npack = '{seed_pack}'\ntrusted_keys = ['short']\n"
        "backups_folder = 'gone'\n[kiosk]\npages = 1\n"
    )
    status, _, err = run(capsys, "config", "check")
    assert status == 2
    for said in (
        "'short' is not a public key",
        f"there is no folder {written.parent / 'gone'}",
        "has no PIN yet",
        "'Nowhere' is not an area code",
    ):
        assert said in err, said


def test_a_report_carries_the_schools_name_paper_and_home_area(
    written: Path, capsys: pytest.CaptureFixture[str], seed_pack: Path, tmp_path: Path
) -> None:
    written.write_text(
        f"school = 'North High'\nhome = 'Texas'\npaper = 'a4'\npack = '{seed_pack}'\n"
    )
    made = tmp_path / "report.html"
    assert run(capsys, "report", "43-4051", "-o", str(made))[0] == 0
    told = made.read_text(encoding="utf-8")
    assert "North High" in told
    assert "Texas" in told
    printed = tmp_path / "report.pdf"
    assert run(capsys, "report", "43-4051", "-o", str(printed))[0] == 0
    assert b"841.8" in printed.read_bytes()  # points high: A4


def test_what_the_school_has_set_is_not_changed_by_a_command(
    written: Path, capsys: pytest.CaptureFixture[str], seed_pack: Path
) -> None:
    key = "A" * 43 + "="
    written.write_text(f"trusted_keys = ['{key}']\npack = '{seed_pack}'\n")
    for words in (["trust-key", key], ["back"], ["update", "."]):
        status, _, err = run(capsys, "data", *words)
        assert status == 2
        assert f"is set by your school in {written}" in err


def test_trouble_in_the_file_is_said_and_the_command_goes_on(
    written: Path, capsys: pytest.CaptureFixture[str], seed_pack: Path
) -> None:
    written.write_text(f"pack = '{seed_pack}'\npaper = 3\n")
    status, out, err = run(capsys, "search", "nurse", "--json")
    assert (status, json.loads(out)[0]["code"]) == (0, "29-1141.00")
    assert "paper is 3" in err


@pytest.mark.usefixtures(quick.__name__)
def test_limits_of_the_clients_file_are_the_schools(written: Path, tmp_path: Path) -> None:
    file = create_workspace(tmp_path / "clients.counselor", PASSPHRASE)
    save_settings(file, FileSettings(retention_months=12, lock_minutes=30, backups=3))
    written.write_text("retention_months = 24\nlock_minutes = 5\n")
    assert read_settings(file) == FileSettings(24, 3, 4, 5)
    save_settings(file, FileSettings(0, 7, 4, 0))
    written.unlink()
    assert read_settings(file) == FileSettings(12, 7, 4, 30)  # the file's own were kept
    close_workspace(file, backup=False)


@pytest.mark.usefixtures(quick.__name__)
def test_backups_go_where_the_school_wants_each_user_apart(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, clock = tmp_path / "data" / "clients.counselor", Ticking()
    file = create_workspace(path, PASSPHRASE, clock=clock)
    client = fill(file, "RF-14")
    early = make_backup(file)
    written.write_text("backups_folder = 'share'\n")
    with pytest.raises(UserError, match=r"share, cannot be reached now"):
        make_backup(file)
    with pytest.raises(UserError, match="cannot be reached now"):
        delete_for_good(file, [client])
    assert [one.name for one in list_clients(file)] == ["RF-14"]  # nothing is half deleted
    share = written.parent / "share"
    share.mkdir()
    monkeypatch.setenv("LOGNAME", "ms vega")
    late = make_backup(file)
    assert late.parent.parent == share
    assert late.parent.name.startswith("ms-vega@")
    assert [one.path for one in list_backups(path)] == [late, early]
    monkeypatch.setenv("LOGNAME", "mr-park")
    assert late not in [one.path for one in list_backups(path)]
    monkeypatch.setenv("LOGNAME", "ms vega")
    delete_for_good(file, [client])
    for one in (early, late):
        assert one.is_file()
    other = create_workspace(tmp_path / "elsewhere" / "clients.counselor", PASSPHRASE)
    assert make_backup(other).parent == tmp_path / "elsewhere" / "backups"
    close_workspace(file)
    close_workspace(other)


def test_a_kiosk_reads_its_table_where_it_has_no_file_of_its_own(written: Path) -> None:
    written.write_text(
        "school = 'North High'\nhome = 'Texas'\nlanguage = 'es'\nlock_minutes = 5\n\n"
        "[kiosk] # in the library\npages = 2\nlanguage = 'en'\n"
    )
    assert default_path() == written
    with pytest.raises(UserError, match="has no PIN yet"):
        load_config(written)
    set_pin(written, PIN)
    found = load_config(written)
    assert fits(PIN, found.pin)
    assert (found.school, found.areas, found.language, found.pages) == (
        "North High", ("Texas",), "en", 2,
    )  # fmt: skip
    assert read_machine(written).trouble == ""
    before = written.read_text()
    set_pin(written, "314159")
    assert len(written.read_text().splitlines()) == len(before.splitlines())
    assert fits("314159", load_config(written).pin)
    written.write_text(before.replace("lock_minutes = 5", "lock_minutes = -5"))
    with pytest.raises(UserError, match="lock_minutes is -5"):
        load_config(written)
    own = written.with_name("kiosk.toml")
    own.write_text(f'pin = "{HASHED}"\nschool = "Of its own"\n')
    assert default_path() == own
    assert load_config(own).school == "Of its own"


def test_a_table_that_is_missing_is_said(written: Path) -> None:
    written.write_text("school = 'North High'\n")
    with pytest.raises(UserError, match=r"no table \[kiosk\]"):
        load_config(default_path())
    with pytest.raises(UserError, match=r"no table \[kiosk\]"):
        set_pin(default_path(), PIN)


def test_each_system_has_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    from counselor_app import paths

    monkeypatch.delenv("COUNSELOR_CONFIG")
    monkeypatch.setenv("PROGRAMDATA", "/made-up/ProgramData")
    for system, folder in (
        ("linux", "/etc/counselor"),
        ("win32", "/made-up/ProgramData/Counselor"),
        ("darwin", "/Library/Application Support/Counselor"),
    ):
        monkeypatch.setattr(sys, "platform", system)
        assert paths.machine_file() == Path(folder) / "counselor.toml"
    assert machine.load_machine is load_machine
