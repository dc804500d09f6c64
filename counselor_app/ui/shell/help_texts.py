"""What the help says, in the order of a session; the keys are those of `keys.KEYS`."""

from __future__ import annotations

from typing import NamedTuple

from counselor_app.language import Said, _, pgettext
from counselor_app.ui.shell.keys import KEYS

_KEY = {key.command: key.keys for key in KEYS if key.command}


class Topic(NamedTuple):
    """A part of the help: a title, and paragraphs."""

    title: Said
    lines: tuple[Said, ...]


FIRST_STEPS = Topic(
    _("The way in one minute"),
    (
        _("Type a job anywhere, in your words: the list on the left finds it. Enter opens it."),
        _("{key} opens a second job beside the first, and {tab} to {last} go from tab to tab.",
          key=_KEY["open_beside"], tab=_KEY["tab_1"], last=_KEY["tab_5"]),
        _("Point at a figure, or press F1 on it: that is where it is from, and from when."),
        _("With a client, start a session under a nickname: interests, matches, compare, plan,"
          " handout. Every step can be left out."),
        _("{key} prints or saves what is on the screen, as the client takes it home.",
          key=_KEY["print_report"]),
    ),
)  # fmt: skip
_SESSION = Topic(
    _("A session with a client"),
    (
        _("A nickname or a file number is enough to begin. The five steps stand at the top:"
          " {first} to {last} go there, {home} goes to the client’s home, {back} to the place"
          " before.", first=_KEY["step_1"], last=_KEY["step_5"], home=_KEY["go_home"],
          back=_KEY["go_back"]),
        _("Interests: the client answers on the screen, or you type scores in from paper."
          " Matches: all jobs, the likely ones first; a star puts a job on the shortlist, “Not for"
          " me” sets it aside."),
        _("Compare: two to four jobs, a question a row. Plan: what comes next, written down"
          " together. Handout: the page that the client takes home."),
        _("{key} turns the screen to the client: your own notes go, and what they need not read.",
          key=_KEY["turn_to_client"]),
    ),
)  # fmt: skip
_FIGURES = Topic(
    _("Figures, and where they are from"),
    (
        _("A figure with a dotted line under it says where it is from: rest the pointer on it,"
          " click it, or go to it with Tab and press F1: program, release, date, sample and margin"
          " of error. Among the matches “How sure is this?” says it for all."),
        _("The right mouse button, or the Menu key, copies a figure with its source."),
        _("Where nothing is published, the page says so in words and never guesses."),
    ),
)  # fmt: skip
_CLIENTS = Topic(
    _("Clients, and what is kept of them"),
    (
        _("Without a clients’ file, what you enter is gone when the window is closed. With one it"
          " is kept in one encrypted file on this computer, under a passphrase that nobody can"
          " recover: write it down and keep it safe."),
        _("{clients} lists your clients, {notes} opens notes and next steps, {lock} locks the"
          " window.", clients=_KEY["show_clients"], notes=_KEY["toggle_notes"], lock=_KEY["lock"]),
        _("What you delete can be brought back until the file is closed, with Undo or {undo}.",
          undo=_KEY["undo"]),
    ),
)  # fmt: skip
_PAPER = Topic(
    _("Paper and files"),
    (
        _("{key} shows the pages before they are printed. Tick what is to be in them; name and"
          " logo are set once for all reports.", key=_KEY["print_report"]),
        _("“Save as…” makes a PDF, a web page or a table. A saved report is not encrypted."),
    ),
)  # fmt: skip
_HANDS = Topic(
    _("Without a mouse"),
    (
        _("{next} goes to the next part of the window, Tab to the next thing in it, the arrow keys"
          " move in lists and tables, Esc closes what lies on top.", next=_KEY["next_region"]),
        _("{larger} and {smaller} make all text larger and smaller.",
          larger=_KEY["larger"], smaller=_KEY["smaller"]),
    ),
)  # fmt: skip
_HELP = Topic(
    pgettext("help", "More"),
    (
        _("“Keyboard” in the menu lists every key, “Sources and licenses” every source, “New data"
          " from a stick” brings a new release in."),
        _("This help is part of the program: nothing here asks the internet."),
    ),
)  # fmt: skip
TOPICS = (FIRST_STEPS, _SESSION, _FIGURES, _CLIENTS, _PAPER, _HANDS, _HELP)
