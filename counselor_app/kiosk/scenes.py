"""The states of the kiosk that are worth a picture; the student in them is made up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from counselor_app.client_texts import inventory_form
from counselor_app.domain.session.inventory import Answers
from counselor_app.kiosk.config import KioskConfig
from counselor_app.kiosk.library import read_library
from counselor_app.kiosk.pin import NAME, Attempts, begin_record
from counselor_app.kiosk.pin_pad import PinPad
from counselor_app.kiosk.printing import default_printer
from counselor_app.kiosk.visit import Visit
from counselor_app.kiosk.widgets import TYPES
from counselor_app.ui.shell.screenshot import Scenes, settle
from counselor_app.ui.style.theme import Theme, load_semibold

SIZE = (1280, 800)
_WHERE = "Room 114, before first period"
JOB = "33-2011.00"


def kiosk_scenes(theme: Theme, pack_file: Path, size: tuple[int, int] = SIZE) -> Scenes:
    """Waiting, exploring, a job, the questions, the results, the way out."""
    config = KioskConfig(
        pin="", areas=("Texas",), school="Lincoln High School", motion=False,
        counselor="Ms. Vega", where=_WHERE,
    )  # fmt: skip
    load_semibold()
    host = QWidget()
    host.resize(*size)
    host.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    with TemporaryDirectory() as scratch:
        library = read_library(pack_file, Path(scratch), config, lambda *_: None, lambda: False)
        try:
            spoken = theme.language
            host.show()
            own = Theme(theme.appearance, theme.scale, language=spoken, types=TYPES)
            visit = Visit(library, config, default_printer(""), own, host)
            visit.resize(*size)
            visit.show()
            yield from _visit(visit)
            begin_record(Path(scratch) / "kiosk.toml")
            pad = PinPad("", Attempts(Path(scratch) / NAME, lambda: 0.0), own, host)
            pad.open()
            yield "kiosk-pin", host
            visit.dispose()
        finally:
            host.close()
            host.deleteLater()
            settle()
            library.pack.close()


def _visit(visit: Visit) -> Scenes:
    yield "kiosk-first", visit
    visit.do("like", "A")
    yield "kiosk-interest", visit
    answers = answered(Answers(inventory_form("short", language=visit.theme.tongue)))
    half = replace(answers, given=dict(list(answers.given.items())[:23]), skipped=frozenset())
    visit.questions.take(half, visit.home)
    yield "kiosk-question", visit
    visit.questions.keep(answers=answers)
    visit.questions.finish()
    while visit.state.view.pending:
        settle()
    yield "kiosk-results", visit
    visit.toggle_listed(JOB)
    visit.show_matches()
    yield "kiosk-matches", visit
    visit.open_card((JOB,))
    yield "kiosk-job", visit
    bar = visit.job.area.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    yield "kiosk-job-middle", visit
    bar.setValue(bar.maximum())
    yield "kiosk-job-end", visit
    visit.look_up("zqxzq")
    yield "kiosk-nothing-called-that", visit
    visit.look_up("nurse")
    yield "kiosk-search-keys", visit
    visit.keyboard.put_away()
    visit.show_list()
    yield "kiosk-list", visit
    visit.show_done()
    yield "kiosk-done", visit


def answered(answers: Answers) -> Answers:
    """Someone who likes work with the hands and helping people."""
    liked = {"R": 4, "S": 3, "I": 2, "E": 1, "C": 1, "A": 0}
    for place, item in enumerate(answers.form.items):
        value = min(liked[item.scale] + (place % 3 == 0), 4)
        answers = answers.answered(item.id, value).later(3)
    return answers
