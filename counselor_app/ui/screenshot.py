"""Every page of the window as PNG files, to look at: sizes, appearances, text sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QSize, Qt, QThread
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from counselor_app.client_texts import rating_questions
from counselor_app.domain.client import Client
from counselor_app.domain.instruments import parse_scores
from counselor_app.domain.occupation import parse_code
from counselor_app.domain.target import Target
from counselor_app.domain.work_values import VALUES
from counselor_app.errors import UserError
from counselor_app.settings import Settings
from counselor_app.store.reference import open_pack
from counselor_app.ui.desk import Desk
from counselor_app.ui.pages import PAGES
from counselor_app.ui.pages.base import Page
from counselor_app.ui.pages.outlook import OutlookPage
from counselor_app.ui.pages.outlook_places import OutlookOptions
from counselor_app.ui.pages.salary import SalaryPage
from counselor_app.ui.pages.salary_strip import SalaryOptions
from counselor_app.ui.pages.skills import SkillsPage
from counselor_app.ui.theme import Appearance, Theme
from counselor_app.ui.widgets.source import SourceRequest
from counselor_app.ui.window import SIZE, MainWindow

SHOWN = ("29-1141.00", "43-4051.00")
QUERY = "nurse"
SALARY, OUTLOOK = (PAGES.index(page) for page in (SalaryPage, OutlookPage))
PLACES = ("4800000", "0600000")


@dataclass(frozen=True, slots=True)
class Look:
    """One appearance, text size and resolution; ``name`` is the folder of its pictures."""

    name: str
    appearance: Appearance
    scale: float
    ratio: int


LOOKS = (
    Look("light", "light", 1.0, 1),
    Look("light-2x", "light", 1.0, 2),
    Look("dark", "dark", 1.0, 1),
    Look("dark-2x", "dark", 1.0, 2),
    Look("light-text-200", "light", 2.0, 1),
)


def take(
    folder: Path,
    codes: Sequence[str],
    pack: Path,
    *,
    looks: Sequence[Look] = LOOKS,
    size: tuple[int, int] = SIZE,
) -> list[Path]:
    """Write the pictures into a folder a look and return their paths.

    Without ``codes`` two occupations are drawn. Needs a running application.

    Raises:
        UserError: for a code that the pack does not know, or a folder that cannot be written.
    """
    wanted = [parse_code(code) for code in codes] or list(SHOWN)
    written: list[Path] = []
    for look in looks:
        target = folder / look.name
        try:
            target.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(f"{target} cannot be made: {error.strerror}.") from None
        theme = Theme(look.appearance, look.scale)
        QApplication.setPalette(theme.palette())
        window = MainWindow(theme)
        window.resize(*size)
        # Drawn in place, never shown on a screen that somebody looks at.
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.show()
        window.furnish()
        try:
            for name, widget in _scenes(window, pack, wanted, folder):
                path = target / f"{name}.png"
                if not _draw(widget, look.ratio).save(str(path)):
                    raise UserError(f"{path} cannot be written.")
                written.append(path)
        finally:
            if window.desk is not None:
                window.retire()
            window.close()
            window.deleteLater()
            _settle()
    return written


def _scenes(
    window: MainWindow, pack_file: Path, codes: Sequence[str], folder: Path
) -> Iterator[tuple[str, QWidget]]:
    """Bring the window into each state worth a picture."""
    window.welcome.show_progress(37, 100, "Reading wages by area")
    yield "first-start", window
    pack = open_pack(pack_file)
    known = {row[0] for row in pack.connection.execute("SELECT code FROM area")}
    places = tuple(place for place in PLACES if place in known)
    desk = Desk(pack, window, Settings(places=places), folder)
    unknown = [code for code in codes if code not in desk.titles]
    window.use(desk)
    if unknown:
        raise UserError(f"{unknown[0]} is not an occupation of this pack.")
    yield "empty", window
    window.search.setText(QUERY)
    yield "search", window
    window.search.clear()
    desk.sidebar.browse.set_index(3)
    desk.sidebar.search("")
    yield "browse-openings", window
    for code in codes:
        desk.open(code)
        for tab, page in enumerate(PAGES):
            desk.panes.set_tab(tab)
            yield f"{code}-{tab + 1}-{page.short_title.lower()}", window
        desk.panes.set_tab(0)
    if len(codes) > 1:
        desk.open(codes[0])
        desk.open(codes[1], beside=True)
        desk.commands.toggle_shortlist()
        window.search.setText(QUERY)
        for tab, page in enumerate(PAGES):
            desk.panes.set_tab(tab)
            yield f"two-panes-{tab + 1}-{page.short_title.lower()}", window
        window.search.clear()
        yield from _argued(desk)
        desk.panes.set_tab(0)
        desk.panes.close_pane(1)
    yield from _client_scenes(window, desk, codes)
    desk.open(codes[0])
    fact = desk.panes.first.head.facts
    _settle()
    desk.popovers.request(SourceRequest(fact.marks()[0], fact, pinned=True))
    yield "popover", window
    desk.popovers.close()
    window.say("The last report could not be saved: the disk is full. Nothing was lost; "
               "free some space and save again.", ("Save again", window.unsay))  # fmt: skip
    yield "message-problem", window
    window.say("RF-14 was cleared.", ("Undo", window.unsay), problem=False)
    yield "message-notice", window
    window.unsay()
    for name, show in (
        ("sources", desk.commands.show_sources),
        ("places", desk.places.choose_areas),
        ("industries", desk.places.choose_industries),
        ("home", desk.places.choose_home),
        ("keyboard", desk.commands.show_keys),
        ("print", desk.commands.print_report),
    ):
        yield from _dialog(name, show, window)


def _argued(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """Pay with a client's own wage and prices, metros by pay, the comparison."""
    window = desk.window_
    desk.panes.set_tab(SALARY)
    page = desk.panes.first.page()
    was = page.options
    page.choose(SalaryOptions(target=Target(50_000, "annual"), prices=True, zoom=1))
    yield "two-panes-salary-target", window
    page.choose(was)
    desk.panes.set_tab(OUTLOOK)
    page = desk.panes.first.page()
    was = page.options
    page.choose(OutlookOptions(measure="pay", kind="metro", level="4-digit"))
    yield "two-panes-outlook-metros", window
    page.choose(was)
    desk.commands.compare()
    yield "compare", window
    desk.comparison.close()


def _client_scenes(
    window: MainWindow, desk: Desk, codes: Sequence[str]
) -> Iterator[tuple[str, QWidget]]:
    """A made-up client: profile page, fit, skills, matches, and what they are asked."""
    clients = desk.clients
    questions = rating_questions().values()
    levels = {q.element: float(place % 5 + 2) for place, q in enumerate(questions)}
    order = tuple(value.element for value in reversed(VALUES))
    clients.set(Client("RF-14", parse_scores("12,20,9,33,24,28"), levels=levels, values=order))
    clients.state.wait()
    _settle()
    desk.open(codes[-1])
    for tab in (0, 1, 3):
        desk.panes.set_tab(tab)
        yield f"client-{PAGES[tab].short_title.lower()}", window
    desk.panes.set_tab(1)
    page = desk.panes.first.page()
    if isinstance(page, SkillsPage):
        page.choose(replace(page.options, gap=True))
        yield "client-gap", window
        page.choose(replace(page.options, gap=False))
    desk.panes.set_tab(0)
    clients.show_matches()
    yield "client-matches", window
    clients.hide_matches()
    for name, show in (
        ("inventory", lambda: clients.take_inventory("long")),
        ("rating", clients.rate_skills),
        ("scores", clients.type_scores),
        ("values", clients.order_values),
    ):
        yield from _dialog(name, show, window)
    clients.set(Client())


def _dialog(
    name: str, show: Callable[[], None], window: MainWindow
) -> Iterator[tuple[str, QWidget]]:
    before = set(window.findChildren(QDialog))
    show()
    dialog = next(d for d in window.findChildren(QDialog) if d not in before)
    for thread in window.findChildren(QThread):
        thread.wait()
    yield f"dialog-{name}", dialog
    dialog.reject()


def _draw(widget: QWidget, ratio: int) -> QPixmap:
    _settle()
    for page in widget.window().findChildren(Page):
        if page.isVisible():
            page.finish()
    _settle()
    picture = QPixmap(QSize(widget.width() * ratio, widget.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    widget.render(picture)
    return picture


def _settle() -> None:
    """Let layouts, deletions and finished threads take effect."""
    for _ in range(4):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        QCoreApplication.sendPostedEvents(None, 0)
