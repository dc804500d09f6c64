"""Run by the system's Python, which has the binding: everything the program tells the bus."""

import json
import sys
from contextlib import suppress

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

STATES = ("FOCUSABLE", "FOCUSED", "MODAL", "SHOWING", "VISIBLE", "ACTIVE", "SELECTED")
found = []


def walk(one, parents):
    """One thing, then what is in it."""
    states = one.get_state_set()
    held = [name for name in STATES if states.contains(getattr(Atspi.StateType, name))]
    role = one.get_role_name()
    if "VISIBLE" not in held and role not in ("application", "frame"):
        return
    value = row = column = ""
    cell = one.get_table_cell()
    if role == "table cell" and cell is not None:
        row, column = (
            "; ".join(head.get_name() for head in heads or ())
            for heads in (cell.get_row_header_cells(), cell.get_column_header_cells())
        )
    told = one.get_value_iface() if hasattr(one, "get_value_iface") else None
    if told is not None:
        value = f"{told.get_current_value():g}"
    found.append((role, one.get_name(), one.get_description(), value, held, parents, row, column))
    for place in range(one.get_child_count()):
        with suppress(GLib.GError):  # what goes while one looks is not there
            child = one.get_child_at_index(place)
            if child is not None:
                walk(child, (*parents, role))


Atspi.set_timeout(60_000, 60_000)  # a machine may be busy
desktop = Atspi.get_desktop(0)
for place in range(desktop.get_child_count()):
    program = desktop.get_child_at_index(place)
    if program is not None and program.get_name() != "orca":
        walk(program, ())
json.dump(found, sys.stdout)
