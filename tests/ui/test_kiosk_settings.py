"""The kiosk's settings say what is wrong with them; the PIN is guessed slowly."""

from __future__ import annotations

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
from counselor_app.domain.handover_code import handover_code
from counselor_app.domain.instruments import OWN_LONG, ClientScores
from counselor_app.errors import UserError
from counselor_app.kiosk.attract import QUESTIONS, Trouble
from counselor_app.kiosk.config import KioskConfig, load_config, set_pin
from counselor_app.kiosk.guard import CHORD, CHORD_KEY
from counselor_app.kiosk.pin import NAME, Attempts, fits, hash_pin, is_pin_hash, wait_after
from counselor_app.kiosk.station import Station

pytestmark = pytest.mark.qt_log_ignore("does not support")
EXAMPLE = Path(__file__).parents[2] / "packaging" / "kiosk" / "kiosk.toml"


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
        ({"language": '"es"'}, "language is 'es'; expected \"en\""),
        ({"keyboard": '"none"'}, 'keyboard is .*; expected "screen" or "hardware"'),
        ({"motion": '"no"'}, "motion is 'no'; expected true or false"),
        ({"printer": "7"}, "printer is 7; expected text in quotation marks"),
        ({"unlocked": "true"}, "unlocked is no setting of a kiosk"),
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


def test_wrong_pins_cost_more_and_more_and_a_restart_saves_nothing(tmp_path: Path) -> None:
    clock = Told()
    for _ in range(3):
        assert Attempts(tmp_path, clock).wait() == 0
        assert not Attempts(tmp_path, clock).try_pin("000001", HASHED)
    assert Attempts(tmp_path, clock).wait() == 30
    with pytest.raises(UserError, match="Wait 30 seconds"):
        Attempts(tmp_path, clock).try_pin(PIN, HASHED)
    clock.now += 31
    assert not Attempts(tmp_path, clock).try_pin("000002", HASHED)
    assert Attempts(tmp_path, clock).wait() == 60
    clock.now -= 10_000  # a clock set back neither helps nor locks out for longer
    assert Attempts(tmp_path, clock).wait() == 60
    clock.now += 10_100
    assert Attempts(tmp_path, clock).try_pin(PIN, HASHED)
    assert Attempts(tmp_path, clock).wait() == 0


def test_the_wait_doubles_up_to_an_hour() -> None:
    assert [wait_after(wrong) for wrong in (0, 2, 3, 4, 5, 10, 1000)] == [
        0, 0, 30, 60, 120, 3600, 3600,
    ]  # fmt: skip


def test_a_count_that_was_tampered_with_costs_a_wait(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("{}")
    assert Attempts(tmp_path, Told()).wait() == 30


def test_a_try_that_cannot_be_noted_does_not_count(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.{os.getpid()}").mkdir()  # where the note would be written
    with pytest.raises(UserError, match="could not be noted"):
        Attempts(tmp_path, Told()).try_pin(PIN, HASHED)


def test_set_pin_asks_on_standard_input_and_shows_nothing(tmp_path: Path) -> None:
    path = write_settings(tmp_path, pin='""')
    done = subprocess.run(
        [sys.executable, "-m", "counselor_app", "kiosk", "set-pin", "--config", str(path)],
        input="314159\n", text=True, capture_output=True, check=True,
        env={"PYTHONPATH": str(EXAMPLE.parents[2]), "COUNSELOR_DATA": str(tmp_path)},
    )  # fmt: skip
    assert fits("314159", load_config(path).pin)
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
    assert QUESTIONS[0] in said(made)
    put_away(made)
