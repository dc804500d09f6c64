"""The window's keys: one table for the shortcuts and for the help that lists them."""

from __future__ import annotations

from dataclasses import dataclass

from counselor_app.language import _, pgettext


@dataclass(frozen=True, slots=True)
class Key:
    """Keys as Qt writes them, what they do in words, and the method of `Commands`.

    A key without a command is handled where the focus is.
    """

    keys: str
    words: str
    command: str = ""


KEYS: tuple[Key, ...] = (
    Key(pgettext("keys", "Any letter"), _("Search, wherever you are")),
    Key("Ctrl+K", _("Go to the search field"), "go_to_search"),
    Key(pgettext("keys", "Up, Down"), _("Move in the list or table")),
    Key("Enter", _("Open the chosen occupation")),
    Key("Alt+1", _("Step 1: interests"), "step_1"),
    Key("Alt+2", _("Step 2: matches"), "step_2"),
    Key("Alt+3", _("Step 3: compare"), "step_3"),
    Key("Alt+4", _("Step 4: plan"), "step_4"),
    Key("Alt+5", _("Step 5: handout"), "step_5"),
    Key("Alt+0", _("Home of the client; without one, the start"), "go_home"),
    Key("Alt+Left", _("Go back to the place before"), "go_back"),
    Key("Alt+Right", _("Go forward again"), "go_forward"),
    Key("Alt+PgUp", _("The job before in the list it was chosen from"), "job_before"),
    Key("Alt+PgDown", _("The job after in the list it was chosen from"), "job_after"),
    Key("Ctrl+D", _("Open the chosen occupation beside the present one"), "open_beside"),
    Key("Ctrl+W", _("Close the pane"), "close_pane"),
    Key("Alt+Shift+Left", _("Move the divider beside what has the focus to the left"),
        "divider_left"),
    Key("Alt+Shift+Right", _("Move the divider beside what has the focus to the right"),
        "divider_right"),
    Key("Ctrl+Shift+L", _("Link or unlink the tabs of two panes"), "toggle_link"),
    Key("Ctrl+1", pgettext("tab", "Profile"), "tab_1"),
    Key("Ctrl+2", _("Skills and abilities"), "tab_2"),
    Key("Ctrl+3", pgettext("tab", "Salary"), "tab_3"),
    Key("Ctrl+4", pgettext("tab", "Personality fit"), "tab_4"),
    Key("Ctrl+5", _("Outlook and places"), "tab_5"),
    Key("Ctrl+M", _("All occupations ranked for the client"), "show_matches"),
    Key("F6", _("Next part of the window"), "next_region"),
    Key("Shift+F6", _("Part of the window before"), "previous_region"),
    Key("F1", _("Source of the figure that has the focus; elsewhere the help")),
    Key("Esc", _("Close what lies on top; the page stays"), "close_top"),
    Key("Ctrl+Z", _("Undo what the message says was done"), "undo"),
    Key("Ctrl+S", _("Put the occupation on the shortlist, or take it off"), "toggle_shortlist"),
    Key(
        "Ctrl+Shift+C", _("Compare what is ticked, or open and on the shortlist, or go back"),
        "compare",
    ),
    Key("Ctrl+P", _("Print or save what is on the screen"), "print_report"),
    Key("Ctrl+Shift+V", _("Turn the screen to the client, or back"), "turn_to_client"),
    Key("Ctrl+O", _("Clients: open one, add one"), "show_clients"),
    Key("Ctrl+N", _("Notes and next steps of the client, or close them"), "toggle_notes"),
    Key("Ctrl+H", _("Record of the client: what happened, and when"), "show_record"),
    Key("Ctrl+L", _("Lock: the passphrase brings everything back"), "lock"),
    Key("Ctrl++", pgettext("menu", "Larger text"), "larger"),
    Key("Ctrl+-", pgettext("menu", "Smaller text"), "smaller"),
    Key("Ctrl+0", _("Text at 100 percent"), "normal_size"),
    Key("Ctrl+Q", _("Leave the program"), "quit"),
)  # fmt: skip

COUNSELORS = frozenset({"show_clients", "toggle_notes", "show_record", "print_report"})
"""Commands that rest while the client reads along."""
