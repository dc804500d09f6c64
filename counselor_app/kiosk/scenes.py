"""The states of the kiosk that are worth a picture; the student in them is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from counselor_app.client_texts import inventory_form
from counselor_app.domain.session.inventory import Answers, client_scores, score
from counselor_app.kiosk.attract import Attract
from counselor_app.kiosk.config import KioskConfig
from counselor_app.kiosk.library import read_library
from counselor_app.kiosk.pin import NAME, Attempts, begin_record
from counselor_app.kiosk.pin_pad import PinPad
from counselor_app.kiosk.printing import default_printer
from counselor_app.kiosk.visit import Visit
from counselor_app.kiosk.widgets import Overlay
from counselor_app.ui.shell.screenshot import Scenes, settle
from counselor_app.ui.style.theme import Theme, load_semibold

SIZE = (1280, 800)
JOB = "29-1141.00"


def kiosk_scenes(theme: Theme, pack_file: Path, size: tuple[int, int] = SIZE) -> Scenes:
    """Waiting, exploring, a job, the questions, the results, the way out."""
    config = KioskConfig(pin="", areas=("Texas",), school="Lincoln High School", motion=False)
    load_semibold()
    host = QWidget()
    host.resize(*size)
    host.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    with TemporaryDirectory() as scratch:
        library = read_library(pack_file, Path(scratch), config, lambda *_: None, lambda: False)
        try:
            spoken = theme.language
            large = Theme(theme.appearance, min(1.6 * theme.scale, 2.0), language=spoken)
            attract = Attract(config.school, large, host, motion=False)
            attract.resize(*size)
            host.show()
            yield "kiosk-attract", host
            attract.hide()
            own = Theme(theme.appearance, theme.scale, language=spoken)
            visit = Visit(library, config, default_printer(""), own, host)
            visit.resize(*size)
            visit.show()
            yield from _visit(visit)
            begin_record(Path(scratch) / "kiosk.toml")
            pad = PinPad("", Attempts(Path(scratch) / NAME, lambda: 0.0), theme, host)
            pad.open()
            yield "kiosk-pin", host
            visit.dispose()
        finally:
            host.close()
            host.deleteLater()
            settle()
            library.pack.close()


def _visit(visit: Visit) -> Scenes:
    yield "kiosk-explore", visit
    visit.toggle_listed(JOB)
    visit.top.search.setText("nurse")
    yield "kiosk-search", visit
    visit.serve_keys(visit.top.search)
    yield "kiosk-keyboard", visit
    visit.hide_keys()
    visit.open(JOB)
    yield "kiosk-job", visit
    answers = Answers(inventory_form("short"))
    visit.questions.take(answers)
    yield "kiosk-question", visit
    if visit.questions.inventory is not None:
        visit.questions.inventory.close()
    for place, item in enumerate(answers.form.ids):
        answers = answers.answered(item, (place * 7 + place // 5) % 5).later(3)
    yield from _results(visit, answers)


def _results(visit: Visit, answers: Answers) -> Scenes:
    scores = client_scores(score(answers), date.today())
    visit.state.set(replace(visit.state.client, answers=answers, scores=scores))
    visit.state.wait()
    visit.questions.show_results()
    yield "kiosk-results", visit
    visit.show_matches()
    yield "kiosk-matches", visit
    visit.ask_done()
    yield "kiosk-done", visit
    for overlay in visit.findChildren(Overlay):
        overlay.dismiss()
