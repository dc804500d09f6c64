"""Every key that the help lists, pressed in a window, and what it does looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from clients_windows import keep, quick, texts, wait
from window_keys import dialogs, find, focused, opened, press, size_of_text, tabs, write
from windows import Open

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.client import Client
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.keys import KEYS
from counselor_app.ui.shell.window import MainWindow

NURSES, CLERKS = "29-1141", "43-4051"
TITLES = {
    NURSES: "Registered Nurses",
    CLERKS: "Customer Service Representatives",
}
pytestmark = [
    # The offscreen platform says these of dialogs and of covers.
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]
Check = Callable[[MainWindow, Desk], None]
CHECKS: dict[str, Check] = {}


def of(*keys: str) -> Callable[[Check], Check]:
    """The check of one or several of the keys listed."""

    def kept(check: Check) -> Check:
        CHECKS.update(dict.fromkeys(keys, check))
        return check

    return kept


@of("Any letter")
def any_letter(window: MainWindow, _desk: Desk) -> None:
    find(window, CLERKS)
    press(window, "F6")
    assert focused() != "Search occupations"
    write("n")
    assert focused() == "Search occupations"
    assert window.search.text() == "n"


@of("Ctrl+K")
def search(window: MainWindow, _desk: Desk) -> None:
    find(window, CLERKS)
    press(window, "F6")
    press(window, "Ctrl+K")
    assert focused() == "Search occupations"
    write(NURSES)
    assert window.search.text() == NURSES, "what was typed before is written over"


@of("Up, Down", "Enter")
def list_of_results(window: MainWindow, _desk: Desk) -> None:
    press(window, "Ctrl+K")
    write("nurse")
    first_to_last = []
    for keys in ((), ("Down",), ("Down", "Down"), ("Down", "Down", "Up")):
        press(window, "Ctrl+K")
        window.search.clear()
        write("nurse")
        for key in keys:
            press(window, key)
        press(window, "Return")
        (title,) = opened(window)
        first_to_last.append(title)
    first, second, third, again = first_to_last
    assert len({first, second, third}) == 3
    assert again == second
    assert first == "Registered Nurses"


@of("Ctrl+D")
def beside(window: MainWindow, _desk: Desk) -> None:
    find(window, CLERKS)
    find(window, NURSES, "Ctrl+D")
    assert opened(window) == [TITLES[CLERKS], TITLES[NURSES]]


@of("Ctrl+W")
def close_pane(window: MainWindow, desk: Desk) -> None:
    beside(window, desk)
    press(window, "Ctrl+W")
    assert len(opened(window)) == 1


@of("Ctrl+Shift+L")
def link(window: MainWindow, desk: Desk) -> None:
    beside(window, desk)
    press(window, "Ctrl+3")
    assert tabs(window) == ["Salary", "Salary"]
    press(window, "Ctrl+Shift+L")
    press(window, "Ctrl+5")
    assert sorted(tabs(window)) == ["Outlook and places", "Salary"]
    press(window, "Ctrl+Shift+L")
    assert len(set(tabs(window))) == 1


@of("Alt+Shift+Left", "Alt+Shift+Right")
def dividers(window: MainWindow, desk: Desk) -> None:
    beside(window, desk)
    first = desk.panes.first.head
    window.focus_page()
    was = first.width()
    press(window, "Alt+Shift+Right")
    assert first.width() > was
    press(window, "Alt+Shift+Left")
    assert first.width() == was


@of("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5")
def every_tab(window: MainWindow, _desk: Desk) -> None:
    find(window, CLERKS)
    words = {key.keys: key.words for key in KEYS}
    for key in ("Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+1"):
        press(window, key)
        assert tabs(window) == [words[key]]


@of("Ctrl+M")
def matches(window: MainWindow, desk: Desk) -> None:
    find(window, CLERKS)
    press(window, "Ctrl+M")
    assert "among the tenth closest" not in texts(window), "nobody to find matches for"
    client(window, desk)
    press(window, "Ctrl+M")
    wait(window)
    assert "among the tenth closest" in texts(window)
    press(window, "Esc")
    assert "among the tenth closest" in texts(window)


@of("F6", "Shift+F6")
def regions(window: MainWindow, _desk: Desk) -> None:
    find(window, CLERKS)
    press(window, "Ctrl+K")
    names = [focused()]
    while len(names) < 20:
        press(window, "F6")
        if focused() == names[0]:
            break
        names.append(focused())
    assert len(names) == len(set(names)) > 3
    back = []
    for _ in names:
        press(window, "Shift+F6")
        back.append(focused())
    assert back == names[::-1]


@of("F1")
def source(window: MainWindow, _desk: Desk) -> None:
    find(window, CLERKS)
    for _ in range(40):
        if focused().startswith("Median pay"):
            break
        press(window, "Tab")
    press(window, "F1")
    assert "Occupational Employment and Wage Statistics" in texts(window)
    press(window, "Esc")
    assert focused().startswith("Median pay")


@of("Esc")
def close_what_lies_on_top(window: MainWindow, _desk: Desk) -> None:
    find(window, NURSES)
    find(window, CLERKS)
    press(window, "Ctrl+K")
    write("teach")
    press(window, "Esc")
    assert window.search.text() == ""
    for _ in range(3):
        press(window, "Esc")
        assert opened(window) == [TITLES[CLERKS]], "the page stays"


@of("Alt+Left", "Alt+Right")
def back_and_forward(window: MainWindow, _desk: Desk) -> None:
    find(window, NURSES)
    press(window, "Ctrl+3")
    find(window, CLERKS)
    press(window, "Alt+Left")
    assert (opened(window), tabs(window)) == ([TITLES[NURSES]], ["Salary"])
    press(window, "Alt+Left")
    assert (opened(window), tabs(window)) == ([TITLES[NURSES]], ["Profile"])
    press(window, "Alt+Right")
    press(window, "Alt+Right")
    assert opened(window) == [TITLES[CLERKS]]


def client(window: MainWindow, desk: Desk) -> None:
    desk.client.set(Client("RF-14", parse_scores("12,20,9,33,24,28")))
    wait(window)


@of("Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5", "Alt+0")
def steps(window: MainWindow, desk: Desk) -> None:
    press(window, "Alt+1")
    assert "The steps belong to a client" in texts(window)
    keep(window, desk, "RF-14")
    client(window, desk)
    desk.in_play.tick(("29-1141.00", "43-4051.00"))
    for key, shown in (
        ("Alt+1", "What RF-14 likes"), ("Alt+2", "among the tenth closest"),
        ("Alt+3", "What is the median pay in the United States?"), ("Alt+0", "Jobs in play"),
        ("Alt+4", "Next steps"),
    ):  # fmt: skip
        press(window, key)
        wait(window)
        assert shown in texts(window), key
    press(window, "Alt+5")
    wait(window)
    assert desk.view.over == "handout"
    assert "Print the handout" in texts(window)


@of("Alt+PgUp", "Alt+PgDown")
def jobs_of_a_list(window: MainWindow, desk: Desk) -> None:
    client(window, desk)
    press(window, "Alt+2")
    wait(window)
    press(window, "Return")
    (first,) = opened(window)
    press(window, "Alt+PgDown")
    (second,) = opened(window)
    assert first != second
    press(window, "Alt+PgUp")
    assert opened(window) == [first]
    press(window, "Alt+Left")
    wait(window)
    assert desk.view.over == "matches", "one Back leaves the list's jobs"


@of("Ctrl+Z")
def undo(window: MainWindow, desk: Desk) -> None:
    client(window, desk)
    desk.counsel.clear()
    assert "RF-14 was cleared" in texts(window)
    find(window, CLERKS)
    press(window, "F6")
    press(window, "Ctrl+Z")
    wait(window)
    assert "Client: RF-14" in texts(window)
    assert window.search.text() == CLERKS


@of("Ctrl+Shift+V")
def client_view(window: MainWindow, desk: Desk) -> None:
    press(window, "Ctrl+Shift+V")
    assert not desk.view.client_view, "there is nobody to read along"
    client(window, desk)
    for on in (True, False):
        press(window, "Ctrl+Shift+V")
        wait(window)
        assert desk.view.client_view is on
        assert ("What I like" in texts(window)) is on


@of("Ctrl+S")
def shortlist(window: MainWindow, _desk: Desk) -> None:
    find(window, CLERKS)
    press(window, "F6")
    for count in ("Shortlist 1", None, "Shortlist 1"):
        press(window, "Ctrl+S")
        assert ("Shortlist 1" in texts(window)) is (count is not None)


@of("Ctrl+Shift+C")
def compare(window: MainWindow, desk: Desk) -> None:
    beside(window, desk)
    press(window, "Ctrl+Shift+C")
    assert "What is the median pay in the United States?" in texts(window)
    press(window, "Ctrl+Shift+C")
    assert "What is the median pay in the United States?" not in texts(window)


@of("Ctrl+P")
def print_or_save(window: MainWindow, _desk: Desk) -> None:
    press(window, "Ctrl+P")
    assert dialogs(window) == [], "with nothing open there is nothing to print"
    find(window, CLERKS)
    press(window, "Ctrl+P")
    assert dialogs(window) == ["Print or save"]
    wait(window)


@of("Ctrl+O")
def clients(window: MainWindow, _desk: Desk) -> None:
    press(window, "Ctrl+O")
    assert dialogs(window) == ["Keep clients on this computer"]


@of("Ctrl+N")
def notes(window: MainWindow, desk: Desk) -> None:
    keep(window, desk, "RF-14")
    assert "Next steps" not in texts(window)
    press(window, "Ctrl+N")
    wait(window)
    assert "Next steps" in texts(window)
    press(window, "Ctrl+N")
    wait(window)
    assert "Next steps" not in texts(window)


@of("Ctrl+H")
def record(window: MainWindow, desk: Desk) -> None:
    keep(window, desk, "RF-14")
    press(window, "Ctrl+H")
    wait(window)
    assert dialogs(window) == ["Record of RF-14"]


@of("Ctrl+L")
def lock(window: MainWindow, desk: Desk) -> None:
    keep(window, desk, "RF-14")
    assert "RF-14" in texts(window)
    press(window, "Ctrl+L")
    wait(window)
    assert "RF-14" not in texts(window)
    assert "Locked" in texts(window)


@of("Ctrl++", "Ctrl+-", "Ctrl+0")
def text_size(window: MainWindow, _desk: Desk) -> None:
    plain = size_of_text(window)
    press(window, "Ctrl++")
    larger = size_of_text(window)
    press(window, "Ctrl++")
    assert plain < larger < size_of_text(window)
    press(window, "Ctrl+-")
    assert size_of_text(window) == larger
    press(window, "Ctrl+0")
    assert size_of_text(window) == plain


@of("Ctrl+Q")
def leave(window: MainWindow, _desk: Desk) -> None:
    assert window.isVisible()
    press(window, "Ctrl+Q")
    wait(window)
    assert not window.isVisible()


@pytest.mark.parametrize("check", list(dict.fromkeys(CHECKS.values())), ids=lambda c: c.__name__)
def test_the_key_does_what_the_help_says(check: Check, open_window: Open, tmp_path: Path) -> None:
    check(*open_window(clients=tmp_path / "kept" / "clients.counselor"))


def test_every_key_of_the_help_is_pressed_here() -> None:
    assert set(CHECKS) == {key.keys for key in KEYS}
