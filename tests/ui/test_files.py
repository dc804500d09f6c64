"""Qt's dialogs for files: spoken in the window's language, and what is saved has an ending."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from counselor_app.language import _, language, pgettext
from counselor_app.ui.parts.files import dated_name, file_to_save
from counselor_app.ui.style.theme import Theme

KINDS = (("PDF", "*.pdf"), (pgettext("report", "Spreadsheet (XLSX)"), "*.xlsx"))
XLSX = "Spreadsheet (XLSX) (*.xlsx)"


@pytest.mark.parametrize(
    ("typed", "chosen", "saved"),
    [
        ("RF-14", "", "RF-14.pdf"),
        ("RF-14", XLSX, "RF-14.xlsx"),
        ("report.pdf", XLSX, "report.xlsx"),  # the suggested ending, and another kind chosen
        ("own.xlsx", "PDF (*.pdf)", "own.xlsx"),  # typed on purpose
        ("of May 1.5", "PDF (*.pdf)", "of May 1.5.pdf"),
        ("REPORT.PDF", "PDF (*.pdf)", "REPORT.PDF"),
    ],
)
def test_what_is_saved_has_the_ending_that_was_typed_or_chosen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, chosen: str,
    saved: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), chosen))
    above = QWidget()
    qtbot.addWidget(above)
    found = file_to_save(above, Theme("light"), _("Save the report"), "report.pdf", *KINDS)
    assert found == tmp_path / saved


def test_titles_and_kinds_of_files_are_said_in_the_windows_language(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_above: QWidget, title: str, _start: str, kinds: str) -> tuple[str, str]:
        asked.extend((title, kinds))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    above = QWidget()
    qtbot.addWidget(above)
    theme = Theme("light", language=language("pseudo"))
    assert file_to_save(above, theme, _("Save the report"), "report.pdf", *KINDS) is None
    assert asked[0].startswith("[Sávé thé répórt")
    assert asked[1].startswith("PDF (*.pdf);;[Spréádshéét (XLSX)")
    assert asked[1].endswith("(*.xlsx)")


def test_a_suggested_name_has_the_client_and_the_day_and_is_good_everywhere() -> None:
    day = date(2026, 11, 30)
    assert dated_name("fit-report", "RF-14", on=day) == "fit-report-RF-14-2026-11-30"
    assert dated_name("record", "Núria / <b>: *?", on=day) == "record-Núria-b-2026-11-30"
    assert dated_name("43-4051-Clerks", "", on=day) == "43-4051-Clerks-2026-11-30"
    assert dated_name("..", "con", on=day) == "con-2026-11-30"
    assert len(dated_name("x" * 900, "y" * 900, on=day)) < 140
