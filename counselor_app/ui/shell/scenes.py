"""The states of the window that are worth a picture; every client in them is made up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt

from counselor_app.client_texts import rating_questions, style_statements, value_card_texts
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.fit.work_values import VALUES
from counselor_app.domain.occupation.occupation import parse_code
from counselor_app.domain.occupation.target import Target
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.steps import StepKey
from counselor_app.domain.session.styles import StyleAnswers
from counselor_app.domain.session.value_cards import PILES, Piles
from counselor_app.errors import UserError
from counselor_app.language import _, pgettext
from counselor_app.settings import Settings
from counselor_app.store.listing import areas
from counselor_app.store.reference import open_pack
from counselor_app.ui.occupation.outlook import OutlookPage
from counselor_app.ui.occupation.outlook_places import OutlookOptions
from counselor_app.ui.occupation.pages import PAGES
from counselor_app.ui.occupation.salary import SalaryPage
from counselor_app.ui.occupation.salary_strip import SalaryOptions
from counselor_app.ui.occupation.skills import SkillsPage
from counselor_app.ui.parts.source import SourceRequest
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.file_scenes import file_scenes
from counselor_app.ui.shell.screenshot import Scenes, opened, settle
from counselor_app.ui.shell.window import SIZE, MainWindow
from counselor_app.ui.style.theme import Theme

SHOWN = ("29-1141.00", "43-4051.00")
QUERY = "nurse"
SALARY, OUTLOOK = (PAGES.index(page) for page in (SalaryPage, OutlookPage))
PLACES = ("4800000", "0600000")


def window_scenes(
    theme: Theme, pack_file: Path, codes: Sequence[str] = (), size: tuple[int, int] = SIZE
) -> Scenes:
    """A window from its first start to its dialogs; without ``codes`` two occupations.

    Raises:
        UserError: for a code that the pack does not know.
    """
    wanted = [parse_code(code) for code in codes] or list(SHOWN)
    window = MainWindow(theme)
    window.resize(*size)
    # Drawn in place, never shown on a screen that somebody looks at.
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show()
    window.furnish()
    with TemporaryDirectory() as scratch:
        try:
            window.welcome.show_progress(37, 100, pgettext("step", "plain words"))
            yield "first-start", window
            desk = _furnished(window, pack_file, Path(scratch))
            unknown = [code for code in wanted if code not in desk.reference.titles]
            if unknown:
                raise UserError(_("{code} is not an occupation of this pack.", code=unknown[0]))
            yield from _scenes(desk, wanted)
        finally:
            if window.content is not None:
                window.retire()
            window.close()
            window.deleteLater()


def _furnished(window: MainWindow, pack_file: Path, folder: Path) -> Desk:
    pack = open_pack(pack_file)
    known = {area.code for area in areas(pack)}
    settings = Settings(places=tuple(place for place in PLACES if place in known))
    desk = Desk(pack, window, settings, folder, folder / "clients.db")
    window.use(desk)
    return desk


def _scenes(desk: Desk, codes: Sequence[str]) -> Scenes:
    window = desk.window
    yield "empty", window
    window.search.setText(QUERY)
    yield "search", window
    window.search.clear()
    desk.sidebar.show_browse("openings")
    desk.sidebar.search("")
    yield "browse-openings", window
    for code in codes:
        desk.jobs.open(code)
        for tab, page in enumerate(PAGES):
            desk.jobs.panes.set_tab(tab)
            yield f"{code}-{tab + 1}-{page.short_title.lower()}", window
        desk.jobs.panes.set_tab(0)
    if len(codes) > 1:
        desk.jobs.open(codes[0])
        desk.jobs.open(codes[1], beside=True)
        desk.keys.toggle_shortlist()
        window.search.setText(QUERY)
        for tab, page in enumerate(PAGES):
            desk.jobs.panes.set_tab(tab)
            yield f"two-panes-{tab + 1}-{page.short_title.lower()}", window
        window.search.clear()
        yield from _argued(desk)
        desk.jobs.panes.set_tab(0)
        desk.jobs.panes.close_pane(1)
    yield from _client_scenes(desk, codes)
    yield from _said(desk, codes[0])
    yield from file_scenes(desk, codes)


def _argued(desk: Desk) -> Scenes:
    """Pay with a client's own wage and prices, metros by pay, the comparison."""
    window = desk.window
    desk.jobs.panes.set_tab(SALARY)
    page = desk.jobs.panes.first.page()
    was = page.options
    page.choose(SalaryOptions(target=Target(50_000, "annual"), prices=True, zoom=1))
    yield "two-panes-salary-target", window
    page.choose(was)
    desk.jobs.panes.set_tab(OUTLOOK)
    page = desk.jobs.panes.first.page()
    was = page.options
    page.choose(OutlookOptions(measure="pay", kind="metro", level="4-digit"))
    yield "two-panes-outlook-metros", window
    page.choose(was)
    desk.keys.compare()
    yield "compare", window
    desk.comparison.close()


def _client_scenes(desk: Desk, codes: Sequence[str]) -> Scenes:
    """A client in memory: profile page, fit, skills, matches, and what they are asked."""
    clients = desk.counsel
    questions = rating_questions().values()
    levels = {q.element: float(place % 5 + 2) for place, q in enumerate(questions)}
    order = tuple(value.element for value in reversed(VALUES))
    desk.client.set(
        Client(
            "RF-14",
            parse_scores("12,20,9,33,24,28"),
            levels=levels,
            values=order,
            styles=_styles(),
            cards=_cards(),
        )
    )
    desk.client.wait()
    settle()
    yield from _step_scenes(desk, codes)
    yield from _fit_scenes(desk, codes)
    for name, show in (
        ("inventory", lambda: clients.take_inventory("long")),
        ("rating", clients.rate_skills),
        ("scores", clients.type_scores),
        ("values", clients.order_values),
        ("styles", clients.told.take_styles),
        ("cards", clients.told.sort_cards),
        ("readiness", lambda: clients.told.check_readiness("before")),
        ("big-five", clients.told.type_big_five),
        ("study", clients.join_study),
    ):
        yield from _dialog(name, show, desk)
    desk.client.set(Client())


def _step_scenes(desk: Desk, codes: Sequence[str]) -> Scenes:
    """The client's home and their interests, clear, level and as a code; both as they see them."""
    window = desk.window
    desk.shortlist.add(codes[:1])
    desk.in_play.tick(codes[:2])
    desk.navigator.go_home()
    settle()
    yield "client-home", window
    for name, text in (("interests", "12,20,9,33,24,28"), ("interests-level", "20,22,21,19,20,23"),
                       ("interests-code", "SIA")):  # fmt: skip
        desk.client.set(replace(desk.client.client, scores=parse_scores(text)))
        desk.client.wait()
        desk.navigator.open_step("interests")
        settle()
        yield f"client-{name}", window
    desk.client.set(replace(desk.client.client, scores=parse_scores("12,20,9,33,24,28")))
    desk.client.wait()
    desk.view.set_client_view(True)
    yield "client-view-interests", window
    desk.navigator.go_home()
    yield "client-view-home", window
    desk.view.set_client_view(False)


def _fit_scenes(desk: Desk, codes: Sequence[str]) -> Scenes:
    """A job's pages with a client, and the matches."""
    window, clients = desk.window, desk.counsel
    desk.jobs.open(codes[-1])
    for tab in (0, 1, 3):
        desk.jobs.panes.set_tab(tab)
        yield f"client-{PAGES[tab].short_title.lower()}", window
    desk.jobs.panes.set_tab(1)
    page = desk.jobs.panes.first.page()
    if isinstance(page, SkillsPage):
        page.choose(replace(page.options, gap=True))
        yield "client-gap", window
        page.choose(replace(page.options, gap=False))
    desk.jobs.panes.set_tab(0)
    clients.show_matches()
    yield "client-matches", window
    if (matches := clients.matches) is not None:
        matches.head.look_chosen.emit(1)
        yield "client-matches-list", window
        matches.head.look_chosen.emit(0)
    steps: tuple[StepKey, ...] = ("plan", "handout")
    for step in steps:
        desk.navigator.open_step(step)
        settle()
        yield f"client-{step}", window
    clients.hide_matches()


def _styles() -> StyleAnswers:
    """Answers on work styles, the last ones still to give."""
    asked = style_statements()[:-6]
    return StyleAnswers({one.id: (place * 3) % 5 + 1 for place, one in enumerate(asked)})


def _cards() -> Piles:
    """Value cards in their piles, three still to lay."""
    laid = enumerate(value_card_texts()[:13])
    return Piles({card.id: PILES[(place + 1) % 3] for place, card in laid})


def _said(desk: Desk, code: str) -> Scenes:
    """A figure's source, messages, and the dialogs that need no client."""
    window = desk.window
    desk.jobs.open(code)
    fact = desk.jobs.panes.first.head.facts
    settle()
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
        ("sources", desk.keys.show_sources),
        ("places", desk.choose_places.choose_areas),
        ("industries", desk.choose_places.choose_industries),
        ("home", desk.choose_places.choose_home),
        ("keyboard", desk.keys.show_keys),
        ("new-data", desk.keys.new_data),
        ("keep-clients", desk.caseload.opening.make),
        ("print", desk.keys.print_report),
    ):
        yield from _dialog(name, show, desk)


def _dialog(name: str, show: Callable[[], object], desk: Desk) -> Scenes:
    dialog = opened(show, desk.window)
    yield f"dialog-{name}", dialog
    dialog.reject()
