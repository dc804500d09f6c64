"""A session lived in a real window until it is killed; told line by line on standard output.

    python tests/lived_session.py PACK FOLDER [ACT ...]

for every line read, a seed: opens the clients' file of FOLDER (the first time makes it), goes to
the client, tells what the window shows of earlier lives, and goes on: answers, ticks, stars, steps,
notes, ratings, in an order drawn from the seed, or the named acts alone. What has stood on the
screen for a moment is told as confirmed.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from workspace_files import PASSPHRASE, QUICK_COST, QUICK_ROUNDS

from counselor_app.settings import Settings
from counselor_app.store.reference import open_pack
from counselor_app.ui.counsel.asking import AskingScreen
from counselor_app.ui.counsel.inventory import InventoryScreen
from counselor_app.ui.counsel.one_by_one import OneByOne
from counselor_app.ui.session.plan_page import PlanPage
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.program import application
from counselor_app.ui.shell.window import MainWindow
from counselor_app.ui.style.theme import Theme
from counselor_app.workspace import key

CLIENT = "Mia-16"
JOBS = ("29-1141.00", "31-2021.00", "43-4051.00", "15-1252.00")
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_MOMENT_MS, _PAUSE_MS = 250, 650


def tell(what: str, value: object = None) -> None:
    """A line for whoever watches."""
    os.write(1, json.dumps([what, value]).encode() + b"\n")


class Life:
    """One life of the window."""

    def __init__(self, pack: Path, folder: Path, seed: str, acts: Sequence[str]) -> None:
        self.random, self.acts = Random(seed), acts
        self.gone_on = -1
        self.window = MainWindow(Theme("light", 1.0))
        self.window.resize(960, 720)  # no room for the handout's page beside, which takes its time
        self.window.show()
        self.window.furnish()
        self.file = folder / "clients.counselor"
        self.desk = Desk(open_pack(pack), self.window, Settings(), folder, self.file)
        self.window.use(self.desk)
        self.window.activateWindow()
        self.hands = Hands(self.window)

    def begin(self) -> None:
        """Open the file and the client; the first time make them."""
        hands, fresh = self.hands, not self.file.exists()
        hands.key(Qt.Key.Key_O, CTRL)
        hands.type(PASSPHRASE)
        if fresh:
            hands.key(Qt.Key.Key_Tab)
            hands.type(PASSPHRASE)
        hands.key(Qt.Key.Key_Return)
        hands.type(CLIENT)
        if fresh:
            hands.key(Qt.Key.Key_Return)  # on the start page
        else:
            hands.press("Open")
            for screen in self.window.findChildren(AskingScreen):
                self.gone_on = screen.place if isinstance(screen, OneByOne) else -1
                screen.close()

    def shown(self) -> dict[str, object]:
        """What the window shows of the client."""
        desk, page = self.desk, self._plan()
        answers = desk.client.client.answers
        return {
            "answers": len(answers.given) if answers else 0,
            "gone on at": self.gone_on,
            "rated": len(desk.client.client.levels),
            "ticked": list(desk.in_play.ticked),
            "starred": list(desk.shortlist.codes),
            "opened": [one.code for one in desk.in_play.looked],
            "steps": [row.text.text() for row in page.rows.values()],
            "note": page.note.toPlainText(),
        }

    def go_on(self) -> Iterator[tuple[str, object]]:
        """Do one thing after another for ever; what is on the screen comes out."""
        acts: tuple[Callable[[], tuple[str, object]], ...] = (
            self._answer, self._rate, self._tick, self._star, self._open, self._step, self._note,
        )  # fmt: skip
        acts = tuple(act for act in acts if act.__name__ in self.acts) or acts
        while True:
            yield self.random.choice(acts)()

    def _plan(self) -> PlanPage:
        self.hands.key(Qt.Key.Key_4, ALT)
        page = self.desk.session.page
        assert isinstance(page, PlanPage)
        return page

    def _answer(self) -> tuple[str, object]:
        self.hands.key(Qt.Key.Key_1, ALT)
        answers = self.desk.client.client.answers
        self.hands.press("Go on" if answers else "Answer 60 questions")
        self.hands.answer("4")
        (screen,) = [one for one in self.window.findChildren(InventoryScreen) if one.isVisible()]
        given = len(screen.answers.given)
        self.hands.key(Qt.Key.Key_Escape)
        return "answers", given

    def _rate(self) -> tuple[str, object]:
        """Rate one more, and stay on the screen for a moment: what is told is not left yet."""
        self.desk.jobs.clear()
        self.hands.key(Qt.Key.Key_0, ALT)
        self.hands.press("Rate own skills")
        self.hands.answer("5")
        (screen,) = [one for one in self.window.findChildren(OneByOne) if one.isVisible()]
        tell("rated", len(screen.given))
        QTest.qWait(_MOMENT_MS)
        self.hands.key(Qt.Key.Key_Escape)
        return "rated", len(screen.given)

    def _job(self) -> str:
        code = self.random.choice(JOBS)
        self.hands.key(Qt.Key.Key_K, CTRL)
        self.hands.type(code.removesuffix(".00"))
        self.hands.key(Qt.Key.Key_Return)
        return code

    def _open(self) -> tuple[str, object]:
        self._job()
        QTest.qWait(_MOMENT_MS)
        return "opened", [one.code for one in self.desk.in_play.looked]

    def _star(self) -> tuple[str, object]:
        self._job()
        self.hands.key(Qt.Key.Key_S, CTRL)
        return "starred", list(self.desk.shortlist.codes)

    def _tick(self) -> tuple[str, object]:
        self.desk.in_play.toggle(self._job())
        QTest.qWait(_MOMENT_MS)
        return "ticked", list(self.desk.in_play.ticked)

    def _step(self) -> tuple[str, object]:
        page = self._plan()
        self.hands.click(page.step)
        self.hands.type(f"Step {self.random.randrange(10_000)}")
        self.hands.key(Qt.Key.Key_Return)
        return "steps", [row.text.text() for row in page.rows.values()]

    def _note(self) -> tuple[str, object]:
        page = self._plan()
        self.hands.click(page.note)
        self.hands.key(Qt.Key.Key_End, CTRL)
        self.hands.type(f"word{self.random.randrange(10_000)} ")
        QTest.qWait(_PAUSE_MS)
        return "note", page.note.toPlainText()


def live(pack: Path, folder: Path, seed: str, acts: Sequence[str]) -> None:
    """A life in this process, until it is killed."""
    app = application()
    assert isinstance(app, QApplication)
    life = Life(pack, folder, seed, acts)
    life.begin()
    tell("shown", life.shown())
    for what, value in life.go_on():
        tell(what, value)


def main() -> None:
    """A life in a process of its own for every seed that is read, told with the process's id."""
    pack, folder = Path(sys.argv[1]), Path(sys.argv[2])
    key._ROUNDS, key._COST = QUICK_ROUNDS, QUICK_COST
    for seed in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                live(pack, folder, seed, sys.argv[3:])
            finally:
                os._exit(1)
        tell("begun", child)
        os.waitpid(child, 0)
        tell("ended")


if __name__ == "__main__":
    main()
