"""The program with a real screen reader: what Orca says, and what the bus tells it.

Skips, and says why, where Orca or the bus is not on the machine.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from heard_tree import LONGEST, unsaid
from kiosk_stations import write_settings

if TYPE_CHECKING:
    from tests.heard.conftest import Ears, Node

NAMED = {
    "push button", "radio button", "check box", "text", "list", "list item", "table", "page tab",
    "table column header", "heading", "dialog", "progress bar", "combo box", "image", "label",
}  # fmt: skip

NO_ROLES = {"unknown", "invalid", "filler", "panel", "redundant object"}


def unnamed(nodes: list[Node]) -> list[Node]:
    """What can be acted on or read, and has no name."""
    able = [node for node in nodes if node.role in NAMED or "FOCUSABLE" in node.states]
    return [node for node in able if not node.name.strip() and node.role != "table cell"]


@pytest.fixture
def window(ears: Ears, seed_pack: Path) -> Ears:
    """The window, told and ready to search in."""
    ears.start("--pack", str(seed_pack))
    ears.hears("Search occupations")
    ears.wait(lambda: any(node.name == "Occupations found" for node in ears.nodes()), "the list")
    return ears


def test_search_rows_what_was_opened_and_what_was_done(window: Ears) -> None:
    window.type("nurse")
    window.hears("jobs match “nurse”", "Enter opens Registered Nurses")
    window.key("Down")
    second = window.hears("Zone").splitlines()[-1]
    assert "Nurse" in second
    assert "$" in second
    window.key("Down")
    third = window.hears("Zone").splitlines()[-1]
    window.key("Up")
    window.hears(second)
    assert third != second
    window.key("Return")
    window.hears(second.split(",")[0] + " is open.")
    window.key("ctrl+s")
    window.hears(second.split(",")[0] + " is on the shortlist.")
    window.key("alt+1")
    window.hears("Notice: The steps belong to a client")
    window.key("ctrl+3")
    window.hears("Salary")
    nodes = window.nodes()
    assert unnamed(nodes) == []
    assert [node.name for node in nodes if node.role == "frame"] == ["Counselor"]
    items = [node.name for node in nodes if node.role == "list item"]
    assert any(name.startswith("90th percentile of pay a year, United States: $") for name in items)
    cells = [node for node in nodes if node.role == "table cell" and node.column == "Median"]
    assert [cell.row for cell in cells] == ["United States", "All jobs, United States"]
    assert all(cell.name.replace(",", "").isdigit() for cell in cells)  # not its title once more
    window.key("ctrl+p")
    window.hears("Print or save dialog")
    (dialog,) = [node for node in window.nodes() if node.role == "dialog"]
    assert "MODAL" in dialog.states
    window.key("Escape")


def test_the_first_start_says_what_is_waited_for(ears: Ears) -> None:
    ears.start()
    ears.hears("Preparing the occupation data, once")


def test_the_kiosk(ears: Ears, tmp_path: Path, seed_pack: Path) -> None:
    ears.start("--pack", str(seed_pack), "kiosk", "--config", str(write_settings(tmp_path)))
    ears.wait(lambda: any("What do you like doing" in n.name for n in ears.nodes()), "the kiosk")
    nodes = ears.nodes()
    assert unnamed(nodes) == []
    assert [node.name for node in nodes if node.role == "frame"] == ["Counselor"]
    ears.key("Tab")
    ears.hears("check box")


SCENES = (
    "compare", "client-matches", "client-plan", "dialog-inventory", "notes", "dialog-print",
    "kiosk-results", "kiosk-job",
)  # fmt: skip


def test_a_session_and_the_kiosk_in_spanish(ears: Ears, seed_pack: Path) -> None:
    """What the bus tells of the pages that a session leads through; nothing is off the bus."""
    faults: dict[str, list[str]] = {}
    seen = []
    for name, words, nodes in ears.scenes(str(seed_pack), "es", *SCENES):
        seen.append(name)
        said = " ".join(
            " ".join(f"{node.name} {node.description} {node.value}".split()) for node in nodes
        )
        wrong = [
            *(f"no name: {node.role}" for node in unnamed(nodes)),
            *(f"no role: {node.role} {node.name}" for node in nodes
              if node.role in NO_ROLES and "FOCUSABLE" in node.states),
            *(f"too long: {node.name[:60]}" for node in nodes if len(node.name) > 1.25 * LONGEST),
            *(f"not said: {text}" for text in unsaid(words, said)),
        ]  # fmt: skip
        if name.startswith("dialog"):
            shown = [node for node in nodes if node.role == "dialog"]
            wrong += [f"not modal: {node.name}" for node in shown if "MODAL" not in node.states]
            wrong += [] if shown else ["no dialog"]
        if name == "dialog-inventory":  # the client's own screen: the window beneath is not there
            wrong += [f"beneath: {node.name}" for node in nodes if node.parents[-1:] == ("frame",)]
        if wrong:
            faults[name] = wrong
    assert set(seen) == set(SCENES)
    assert faults == {}
