"""The kiosk's settings say what is wrong with them; the PIN is guessed slowly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from kiosk_stations import HASHED, PIN, PaperTray, Told, put_away, until, write_settings
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from windows import settle

from counselor_app import cli
from counselor_app.domain.fit.instruments import OWN_LONG, ClientScores
from counselor_app.domain.session.handover_code import handover_code
from counselor_app.errors import UserError
from counselor_app.kiosk.config import KioskConfig, load_config, set_pin
from counselor_app.kiosk.first import TITLE
from counselor_app.kiosk.guard import CHORD, CHORD_KEY
from counselor_app.kiosk.pin import (
    NAME,
    Attempts,
    begin_record,
    fits,
    hash_pin,
    is_pin_hash,
    record_path,
    wait_after,
)
from counselor_app.kiosk.station import Station
from counselor_app.kiosk.trouble import Trouble

pytestmark = pytest.mark.qt_log_ignore("does not support")
EXAMPLE = Path(__file__).parents[3] / "packaging" / "kiosk" / "kiosk.toml"


def test_the_example_becomes_a_kiosk_once_it_has_a_pin(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(UserError, match=r"has no PIN yet.*counselor-app kiosk set-pin"):
        load_config(path)
    set_pin(path, PIN)
    found = load_config(path)
    assert fits(PIN, found.pin)
    assert found == KioskConfig(pin=found.pin)  # the example states the standard settings
    assert "# The hash of the PIN" in path.read_text(encoding="utf-8")


def test_a_kiosk_speaks_the_language_of_its_settings(tmp_path: Path) -> None:
    assert load_config(write_settings(tmp_path, language='"pseudo"')).language == "pseudo"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"pages": "-1"}, r"pages is -1; expected a whole number from 0 to 50"),
        ({"pages": "true"}, "pages is True; expected a whole number"),
        ({"idle_seconds": "5"}, "idle_seconds is 5; expected a whole number from 20 to 1800"),
        ({"text_size": "3.0"}, "text_size is 3.0; expected a number from 1 to 2"),
        ({"sections": '["profile", "games"]'}, "sections is .*; expected a list of some of"),
        ({"sections": "[]"}, "sections names no section"),
        ({"areas": '"Texas"'}, "areas is 'Texas'; expected a list of names"),
        ({"language": '"fr"'}, "language is 'fr'; expected \"en\""),
        ({"keyboard": '"none"'}, 'keyboard is .*; expected "screen" or "hardware"'),
        ({"motion": '"no"'}, "motion is 'no'; expected true or false"),
        ({"printer": "7"}, "printer is 7; expected text in quotation marks"),
        ({"unlocked": "true"}, r"unlocked is no setting\. Known are: pin, language"),
        ({"pin": '"271828"'}, "has no PIN yet, or its line was changed by hand"),
        ({"pages": ""}, "is not correct TOML"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(
    tmp_path: Path, changed: dict[str, str], said: str
) -> None:
    with pytest.raises(UserError, match=said):
        load_config(write_settings(tmp_path, **changed))


def test_no_file_and_no_text_are_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no kiosk settings at .*set-pin"):
        load_config(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match="not a text file in UTF-8"):
        load_config(tmp_path / "bytes.toml")


def test_a_pin_is_kept_as_a_hash_with_a_salt_of_its_own() -> None:
    again = hash_pin(PIN)
    assert PIN not in HASHED
    assert again != HASHED
    assert fits(PIN, again)
    assert fits(PIN, HASHED)
    assert not fits("271829", HASHED)
    assert not fits("", HASHED)
    assert not is_pin_hash(HASHED.replace("32768", "2"))  # a weaker one is no PIN


@pytest.mark.parametrize("pin", ["", "12345", "1234567890123", "abcdef", "０１２３４５", "12 456"])
def test_what_is_no_pin_is_refused(pin: str) -> None:
    with pytest.raises(UserError, match="6 to 12 digits"):
        hash_pin(pin)


@pytest.mark.parametrize("pin", ["000000", "123456", "987654"])
def test_a_pin_that_everybody_tries_is_refused(pin: str) -> None:
    with pytest.raises(UserError, match="choose another"):
        hash_pin(pin)


def record(folder: Path) -> Path:
    """An empty record of wrong PINs."""
    begin_record(folder / "kiosk.toml")
    return folder / NAME


def test_wrong_pins_cost_more_and_more_and_a_restart_saves_nothing(tmp_path: Path) -> None:
    clock, path = Told(), record(tmp_path)
    for _ in range(3):
        assert Attempts(path, clock).wait() == 0
        assert not Attempts(path, clock).try_pin("000001", HASHED)
    attempts = Attempts(path, clock)
    assert attempts.wait() == 30
    with pytest.raises(UserError, match="Wait 30 seconds"):
        attempts.try_pin(PIN, HASHED)
    clock.now += 31
    assert not attempts.try_pin("000002", HASHED)
    assert attempts.wait() == 60
    clock.now += 59
    assert Attempts(path, clock).wait() == 60  # the wait begins anew with the program
    clock.now += 2
    assert attempts.try_pin(PIN, HASHED)
    assert attempts.wait() == 0
    assert Attempts(path, clock).wait() == 0


def test_a_record_that_is_removed_saves_nothing_while_the_kiosk_runs(tmp_path: Path) -> None:
    clock, path = Told(), record(tmp_path)
    attempts = Attempts(path, clock)
    for _ in range(5):
        clock.now += 3600
        attempts.try_pin("000001", HASHED)
    assert attempts.wait() == 120
    path.unlink()
    assert attempts.wait() == 120
    record(tmp_path)
    assert attempts.wait() == 120
    path.unlink()
    assert Attempts(path, clock).wait() == 30  # and after a restart it is no fresh start


def test_another_data_folder_gives_no_new_tries(tmp_path: Path, seed_pack: Path) -> None:
    config = write_settings(tmp_path)
    for folder in ("one", "two", "three"):
        station = Station(config, seed_pack, tmp_path / folder, clock=Told())
        assert not station._attempts.try_pin("000001", HASHED)
        station.stop()
    station = Station(config, seed_pack, tmp_path / "four", clock=Told())
    assert station._attempts.wait() == 30
    station.stop()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write any folder")
def test_the_kiosks_account_counts_in_a_folder_that_it_cannot_write(tmp_path: Path) -> None:
    path = record(tmp_path)
    tmp_path.chmod(0o500)
    try:
        assert record_path(tmp_path / "kiosk.toml", tmp_path / "data") == path
        assert not Attempts(path, Told()).try_pin("000001", HASHED)
        assert json.loads(path.read_text()) == {"wrong": 1}
    finally:
        tmp_path.chmod(0o700)


def test_a_record_is_written_in_place_where_no_file_can_be_put_beside_it(tmp_path: Path) -> None:
    path = record(tmp_path)
    (tmp_path / f"{NAME}.{os.getpid()}").mkdir()
    assert not Attempts(path, Told()).try_pin("000001", HASHED)
    assert json.loads(path.read_text()) == {"wrong": 1}


def test_the_wait_doubles_up_to_an_hour() -> None:
    assert [wait_after(wrong) for wrong in (0, 2, 3, 4, 5, 10, 1000)] == [
        0, 0, 30, 60, 120, 3600, 3600,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        "", "{}", "[]", "null", '{"wrong": NaN}', '{"wrong": Infinity}', '{"wrong": -Infinity}',
        '{"wrong": -5}', '{"wrong": 1e999}', '{"wrong": true}', '{"wrong": "0"}', "[" * 100_000,
        '{"wrong":' * 50_000, '{"wrong": {"wrong": 0}}', "\x00", '{"wrong": 0' + " " * 5000 + "}",
    ],
)  # fmt: skip
def test_a_count_that_was_tampered_with_costs_a_wait(tmp_path: Path, content: str) -> None:
    (tmp_path / NAME).write_text(content)
    attempts = Attempts(tmp_path / NAME, Told())
    assert attempts.wait() == 30
    with pytest.raises(UserError, match="Wait 30 seconds"):
        attempts.try_pin(PIN, HASHED)


def test_a_very_large_count_is_an_hour(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text('{"wrong": ' + "9" * 900 + "}")
    assert Attempts(tmp_path / NAME, Told()).wait() == 3600


def test_a_try_that_cannot_be_noted_does_not_count(tmp_path: Path) -> None:
    attempts = Attempts(record(tmp_path), Told())
    (tmp_path / NAME).unlink()
    (tmp_path / f"{NAME}.{os.getpid()}").mkdir()  # where the note would be written
    attempts._since -= 60
    with pytest.raises(UserError, match="could not be noted"):
        attempts.try_pin(PIN, HASHED)


def test_set_pin_asks_on_standard_input_and_shows_nothing(tmp_path: Path) -> None:
    path = write_settings(tmp_path, pin='""')
    done = subprocess.run(
        [sys.executable, "-m", "counselor_app", "kiosk", "set-pin", "--config", str(path)],
        input="314159\n", text=True, capture_output=True, check=True,
        env={"PYTHONPATH": str(EXAMPLE.parents[2]), "COUNSELOR_DATA": str(tmp_path)},
    )  # fmt: skip
    assert fits("314159", load_config(path).pin)
    assert json.loads((tmp_path / NAME).read_text()) == {"wrong": 0}
    assert "314159" not in done.stdout + done.stderr + path.read_text()


def test_the_command_reads_a_code_or_names_the_wrong_character(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from datetime import date

    code = handover_code(ClientScores(OWN_LONG, (8, 14, 10, 22, 25, 33), date(2026, 11, 22)))
    assert cli.main(["handover", *code.lower().split("-")]) == 0
    said = capsys.readouterr().out
    assert "Counselor inventory, 60 items, taken on 2026-11-22" in said
    assert "Conventional: 33 of 40" in said
    assert cli.main(["handover", "A" + code[1:]]) == 2
    assert "The 1st character of the code is wrong" in capsys.readouterr().err


def said(station: Station) -> str:
    return " ".join(label.text() for label in station.findChildren(QLabel) if label.isVisible())


def test_bad_settings_are_told_and_nothing_is_unlocked(
    qapp: QApplication, seed_pack: Path, tmp_path: Path
) -> None:
    path = write_settings(tmp_path, pages="lots")
    made = Station(path, seed_pack, tmp_path, printer=lambda _: PaperTray(), clock=Told())
    made.fill_screen()
    assert made.geometry() == made.screen().geometry()  # without a window manager as well
    made.start()
    settle()
    assert isinstance(made._page, Trouble)
    assert "is not correct TOML" in said(made)
    assert "reads it again by itself" in said(made)
    QTest.keyClick(made.windowHandle(), CHORD_KEY, CHORD)
    QTest.mouseClick(made.windowHandle(), Qt.MouseButton.LeftButton)
    settle()
    assert made.pad is None
    assert made.visit is None
    assert made.close() is False
    write_settings(tmp_path, areas='["Nowhere at all"]')
    made.start()
    until(lambda: "Nowhere at all" in said(made))
    write_settings(tmp_path)
    made.start()
    until(lambda: made.library is not None)
    assert TITLE in said(made)
    put_away(made)
