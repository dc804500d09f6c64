"""Tiny releases in two vintages: a renamed, a split, a new and a gone occupation, other pay."""

from __future__ import annotations

from pathlib import Path

import pytest
import tiny_releases as tiny

DEVELOPER, SELLER, CASHIER = "15-1252.00", "41-2031.00", "41-2011.00"
SELLERS = ("41-2031.01", "41-2031.02")
NEW_CLERK_WAGES = (22.5, 46700, 0.2, 15.5, 18.0, 22.1, 25.3, 31.0, 32240, 37440, 45970, 52620,
                   64480)  # fmt: skip


def write_first(folder: Path) -> Path:
    """O*NET 30.1, OEWS May 2025, projections 2024-34."""
    tables = tiny.onet_tables()
    tables["Occupation Data"] += [
        [DEVELOPER, "Software Developers", "An invented text."],
        [SELLER, "Retail Salespersons", "An invented text."],
    ]
    tiny.write_onet(folder / "onet", "text", tables, release="30.1")
    tiny.write_oews_tables(folder / "oews-2025")
    tiny.write_projections(folder / "projections" / "occupation.xlsx", 2024)
    return folder


def write_second(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """O*NET 31.0, OEWS May 2026; no projections, no tasks, no job titles."""
    tables = tiny.onet_tables()
    for name in ("Task Statements", "Alternate Titles", "Sample of Reported Titles"):
        del tables[name]
    tables["Occupation Data"] = [
        tables["Occupation Data"][0],
        [tiny.CLERK, tiny.TITLES[tiny.CLERK], "A newly invented text."],
        [tiny.NURSE, "Nurses, Registered", "An invented text."],
        [tiny.ACUTE, tiny.TITLES[tiny.ACUTE], "An invented text."],
        [SELLERS[0], "Shop Salespersons", "An invented text."],
        [SELLERS[1], "Stall Salespersons", "An invented text."],
        [CASHIER, "Cashiers", "An invented text."],
    ]
    tables["Skills"] = [row for row in tables["Skills"] if row[0] != tiny.ACUTE]
    tables["Interests"][1][6] = 2.5
    tiny.write_onet(folder / "stick" / "db", "csv", tables, release="31.0", month="August 2026")
    with monkeypatch.context() as patch:
        patch.setattr(tiny, "CLERK_WAGES", NEW_CLERK_WAGES)
        tiny.write_oews_tables(folder / "stick" / "oews-2026")
    return folder / "stick"
