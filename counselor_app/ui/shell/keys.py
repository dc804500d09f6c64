"""The window's keys: one table for the shortcuts and for the help that lists them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """Keys as Qt writes them, what they do in words, and the method of `Commands`.

    A key without a command is handled where the focus is.
    """

    keys: str
    words: str
    command: str = ""


KEYS: tuple[Key, ...] = (
    Key("Any letter", "Search, wherever you are"),
    Key("Ctrl+K", "Go to the search field", "go_to_search"),
    Key("Up, Down", "Move in the list or table"),
    Key("Enter", "Open the chosen occupation"),
    Key("Ctrl+D", "Open the chosen occupation beside the present one", "open_beside"),
    Key("Ctrl+W", "Close the pane", "close_pane"),
    Key("Ctrl+Shift+L", "Link or unlink the tabs of two panes", "toggle_link"),
    Key("Ctrl+1", "Profile", "tab_1"),
    Key("Ctrl+2", "Skills and abilities", "tab_2"),
    Key("Ctrl+3", "Salary", "tab_3"),
    Key("Ctrl+4", "Personality fit", "tab_4"),
    Key("Ctrl+5", "Outlook and places", "tab_5"),
    Key("Ctrl+M", "All occupations ranked for the client", "show_matches"),
    Key("F6", "Next part of the window", "next_region"),
    Key("Shift+F6", "Part of the window before", "previous_region"),
    Key("F1", "Source of the figure that has the focus"),
    Key("Esc", "Close what is open, or go back to the occupation before", "back"),
    Key("Alt+Left", "Go back to the occupation before", "go_back"),
    Key("Ctrl+S", "Put the occupation on the shortlist, or take it off", "toggle_shortlist"),
    Key("Ctrl+Shift+C", "Compare what is open and on the shortlist, or go back", "compare"),
    Key("Ctrl+P", "Print or save the report", "print_report"),
    Key("Ctrl+O", "Clients: open one, add one", "show_clients"),
    Key("Ctrl+N", "Notes and next steps of the client, or close them", "toggle_notes"),
    Key("Ctrl+H", "Record of the client: what happened, and when", "show_record"),
    Key("Ctrl+L", "Lock: the passphrase brings everything back", "lock"),
    Key("Ctrl++", "Larger text", "larger"),
    Key("Ctrl+-", "Smaller text", "smaller"),
    Key("Ctrl+0", "Text at 100 percent", "normal_size"),
    Key("Ctrl+Q", "Leave the program", "quit"),
)
