"""Two languages at once: the counselor's window, and what the client sees and takes home."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from clients_windows import add, dialog, keep, quick, shown, texts, wait
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from windows import settle

from counselor_app.app import Application
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.present import ReadLanguage
from counselor_app.language import language, published
from counselor_app.settings import load
from counselor_app.ui.caseload.asking import NameDialog
from counselor_app.ui.counsel import card_face
from counselor_app.ui.counsel.one_by_one import OneByOne
from counselor_app.ui.printing.print_report import PrintDialog
from counselor_app.ui.shell.client_menu import make_menu as client_menu
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.menu import make_menu

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints"),
    pytest.mark.usefixtures(quick.__name__),
]
CLERK = "43-4051.00"


@pytest.fixture
def start(
    qtbot: QtBot, seed_pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Application]]:
    """Starts the program on the shipped pack, in a folder of its own, with a clients' file."""
    monkeypatch.setenv("COUNSELOR_DATA", str(tmp_path))
    programs: list[Application] = []

    def begin(spoken: str = "en") -> Application:
        main = Application(
            seed_pack, tmp_path, tmp_path / "clients.counselor", language=language(spoken)
        )
        programs.append(main)
        main.window.show()
        main.start()
        wait(main.window)
        return main

    yield begin
    for main in programs:
        main.stop()
        main.window.retire()
        main.window.close()
        main.window.deleteLater()
    settle()


def desk_of(main: Application) -> Desk:
    assert main.desk is not None
    return main.desk


def press(main: Application, words: str, *, of_client: bool = False) -> None:
    """Choose an entry of the menu, or of the client's menu."""
    desk = desk_of(main)
    made = (
        client_menu(desk.counsel, desk.caseload, main.window)
        if of_client
        else make_menu(desk, desk.keys)
    )
    next(one for one in made.actions() if one.text().partition("\t")[0] == words).trigger()
    wait(main.window)


def test_the_window_speaks_the_language_that_is_chosen_and_remembers_it(
    start: Callable[..., Application], tmp_path: Path
) -> None:
    main = start()
    desk_of(main).jobs.open(CLERK)
    settle()
    assert "Look up an occupation" in texts(main.window) or "Kept on this computer only" in texts(
        main.window
    )
    press(main, "Español")
    assert load(tmp_path)[0].language == "es"
    said = texts(main.window)
    assert "Kept on this computer only" not in said
    assert language("es").say(desk_of(main).reference.titles[CLERK]) in said
    assert shown(desk_of(main)) == [CLERK]
    press(main, "English")
    assert "Kept on this computer only" in texts(main.window)
    assert load(tmp_path)[0].language == "en"


def test_a_client_in_memory_and_their_jobs_are_still_there_in_another_language(
    start: Callable[..., Application],
) -> None:
    main = start()
    desk = desk_of(main)
    desk.client.set(desk.client.client.__class__(name="RF-14"))
    desk.shortlist.set((CLERK, "29-1141.00"))
    desk.aside.set(("11-1011.00",))
    desk.jobs.open(CLERK)
    settle()
    press(main, "Español")
    anew = desk_of(main)
    assert anew is not desk
    assert anew.client.client.name == "RF-14"
    assert anew.shortlist.codes == (CLERK, "29-1141.00")
    assert anew.aside.codes == ("11-1011.00",)


def test_the_client_reads_along_in_their_language_and_the_counselor_in_their_own(
    start: Callable[..., Application],
) -> None:
    main = start()
    keep(main.window, desk_of(main), "RF-14")
    press(main, "Screen and papers for RF-14 in Spanish", of_client=True)
    assert main.theme.tongue == "en"
    uid = desk_of(main).clients_file.uid
    desk_of(main).view.set_client_view(True)
    wait(main.window)
    desk = desk_of(main)
    assert main.theme.tongue == "es"
    # The file stayed open, and the same client is there: nobody typed the passphrase.
    assert desk.clients_file.uid == uid
    assert desk.view.client_view
    assert "Kept on this computer only" not in texts(main.window)
    desk.view.set_client_view(False)
    wait(main.window)
    assert main.theme.tongue == "en"
    assert desk_of(main).clients_file.uid == uid
    assert "Kept on this computer only" in texts(main.window)
    record = desk_of(main).clients_file.record()
    assert record is not None
    assert record.reads("en") == "es"


def test_another_client_is_asked_in_another_language(start: Callable[..., Application]) -> None:
    main = start()
    keep(main.window, desk_of(main), "RF-14")
    desk = desk_of(main)
    desk.caseload.rename()
    asked = dialog(main.window, NameDialog)
    asked.languages.set_index(1)
    asked.languages.chosen.emit(1)
    asked.action.click()
    wait(main.window)
    assert desk.client.client.language == ReadLanguage("es")
    desk.counsel.take_inventory("short")
    screen = desk.counsel.inventory
    assert screen is not None
    assert screen.theme.tongue == "es"
    screen.close()
    wait(main.window)
    for ask, said in (
        (desk.counsel.rate_skills, "¿Qué tan bien captas la idea de lo que lees en el trabajo?"),
        (
            partial(desk.counsel.told.check_readiness, "before"),
            "Puedo nombrar al menos dos trabajos que quiero conocer mejor.",
        ),
    ):
        ask()
        wait(main.window)
        shown_now = dialog(main.window, OneByOne)
        assert said in texts(shown_now)
        shown_now.close()
        wait(main.window)
    add(main.window, desk, "RF-15")
    assert desk.client.client.language is None


def test_what_is_printed_for_a_client_is_in_their_language_and_says_so(
    start: Callable[..., Application],
) -> None:
    main = start()
    keep(main.window, desk_of(main), "RF-14")
    press(main, "Screen and papers for RF-14 in Spanish", of_client=True)
    desk = desk_of(main)
    desk.jobs.open(CLERK)
    settle()
    desk.printing.show()
    wait(main.window)
    printing = dialog(main.window, PrintDialog)
    assert [(offer.name, offer.language) for offer in printing.offers] == [
        ("Profile", "es"), ("Handout", "es"), ("Your copy", "en"),
    ]  # fmt: skip
    assert printing._content is not None
    assert printing._content.language.code == "es"
    assert printing.languages.index() == 1
    printing.languages.chosen.emit(0)
    wait(main.window)
    assert printing._content.language.code == "en"
    printing.close()


def test_titles_that_are_drawn_or_cut_are_in_the_language_of_the_window(
    start: Callable[..., Application], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    cut = card_face._cut

    def watched(text: str, *how: Any) -> Any:
        drawn.append(text)
        return cut(text, *how)

    monkeypatch.setattr(card_face, "_cut", watched)
    main = start("es")
    desk = desk_of(main)
    own = language("es")
    desk.client.set(
        replace(desk.client.client, name="RF-14", scores=parse_scores("8,14,10,22,25,33"))
    )
    desk.jobs.open(CLERK)
    wait(main.window)
    assert own.say(desk.reference.titles[CLERK]) in main.window.windowTitle()
    desk.counsel.show_matches()
    wait(main.window)
    main.window.grab()
    titles = {str(title) for title in desk.reference.titles.values()}
    assert drawn
    english = {text for text in titles if own.say(published("title", text)) != text}
    assert not english & set(drawn)
    back = [one.text() for one in main.window.findChildren(QAbstractButton) if one.isVisible()]
    assert not [text for text in back if text.startswith("Customer Service")]
