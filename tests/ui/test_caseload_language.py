"""The dialogs about clients in another language than English: nothing escapes the catalog."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest
from clients_windows import quick
from heard_tree import painted
from PySide6.QtCore import QAbstractTableModel
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QWidget
from workspace_files import PASSPHRASE

from counselor_app.charts.over_time import over_time_chart
from counselor_app.client_texts import self_report_texts
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.record.over_time import compare_over_time
from counselor_app.language import language
from counselor_app.reports.branding import NOT_BRANDED
from counselor_app.ui.caseload.client_list import ClientsDialog
from counselor_app.ui.caseload.cover import ClosingCover, LockCover
from counselor_app.ui.caseload.file_dialog import FileDialog
from counselor_app.ui.caseload.log_table import ACTIONS, DETAILS
from counselor_app.ui.caseload.notes import NotesPane
from counselor_app.ui.caseload.over_time_chart import OverTimeWidget
from counselor_app.ui.caseload.passphrase import WRITE_IT_DOWN, PassphraseDialog
from counselor_app.ui.caseload.record_page import RecordDialog
from counselor_app.ui.printing.branding import BrandingDialog
from counselor_app.ui.state.kept import Action, How, Kept, Part, created
from counselor_app.ui.stewardship.update_data import UpdateDialog
from counselor_app.ui.style.theme import Theme
from counselor_app.workspace.clients import save_client

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints"),
    pytest.mark.usefixtures(quick.__name__),
]


@pytest.fixture
def kept(file: Path) -> Iterator[Kept]:
    file.parent.mkdir()
    kept = created(file, PASSPHRASE)
    save_client(kept.workspace, "RF-14")
    kept.back_up()
    yield kept
    kept.workspace.shut()


def said(one: QWidget) -> set[str]:
    """Every text of a widget that is seen or spoken."""
    found = {one.accessibleName(), one.accessibleDescription(), one.toolTip()}
    if isinstance(one, QLabel | QAbstractButton):
        found.add(one.text())
    if isinstance(one, QLineEdit):
        found.add(one.placeholderText())
    if isinstance(one, QAbstractItemView) and (model := one.model()) is not None:
        columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
        for row in range(model.rowCount()):
            found |= {str(model.index(row, column).data()) for column in range(columns)}
    return {text for text in found if any(map(str.isalpha, text))}


def test_the_log_has_words_for_all_that_it_is_kept_with() -> None:
    assert set(ACTIONS) == set(get_args(Action))
    assert {*get_args(Part), *get_args(How)} <= set(DETAILS)


def test_no_word_about_clients_stays_english(kept: Kept, tmp_path: Path) -> None:
    theme, now, host = Theme("light", language=language("pseudo")), datetime.now(UTC), QWidget()
    (line,) = kept.clients()
    record = kept.record(line.uid)
    notes = NotesPane(lambda *_: None, theme, host)
    notes.show_record(record, str, now)
    looked_at: tuple[QWidget, ...] = (
        ClientsDialog(kept.clients, now, theme, host),
        FileDialog(kept, now, theme, host),
        RecordDialog(record, kept.log(), str, now, theme, host, texts=self_report_texts()),
        PassphraseDialog(WRITE_IT_DOWN, (), WRITE_IT_DOWN, lambda *_: None, theme, host,
                         new=WRITE_IT_DOWN),
        LockCover(WRITE_IT_DOWN, theme, host),
        ClosingCover(theme, host),
        UpdateDialog(tmp_path, (), (), "", theme, host),
        BrandingDialog(NOT_BRANDED, theme, host),
        notes,
    )  # fmt: skip
    escaped = {
        (type(top).__name__, text)
        for top in looked_at
        for one in (top, *top.findChildren(QWidget))
        for text in said(one)
        if "[" not in text and text not in (str(kept.path), "RF-14", kept.workspace.who)
    }
    host.deleteLater()
    assert escaped == set()


def test_scores_over_time_are_drawn_in_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = parse_scores("20,20,20,20,20,20"), parse_scores("30,20,10,20,20,20")
    spec = over_time_chart(compare_over_time(before, after))
    assert spec is not None
    chart = OverTimeWidget(spec, Theme("light", language=language("es")))
    chart.resize(600, chart.heightForWidth(600))
    with painted(monkeypatch) as words:
        chart.grab()
    assert "Realista" in words
    assert not {word for word in words if "Realistic" in word or "then" in word}
    assert "Realista" in chart.values()[0].words
