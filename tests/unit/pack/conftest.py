"""A tiny pack built from every kind of release."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tiny_releases as tiny

Query = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def query() -> Query:
    """``query(pack, sql, *values)``: rows of a pack, the file closed again."""

    def run(pack: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(f"file:{pack}?mode=ro&immutable=1", uri=True)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    return run


@pytest.fixture
def tiny_folder(tmp_path: Path) -> Path:
    """O*NET, OEWS and projections in one folder, as a steward would bring them."""
    folder = tmp_path / "releases"
    tiny.write_onet(folder / "onet" / "30.1")
    tiny.write_oews_tables(folder / "bls" / "oews-2025")
    tiny.write_projections(folder / "bls" / "projections" / "occupation.xlsx")
    return folder
