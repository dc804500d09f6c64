"""A tiny pack built from every kind of release."""

from __future__ import annotations

import io
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tiny_releases as tiny
import two_vintages as two

from counselor_app.pack.build import build
from counselor_app.pack.current import InUse, put_in_use

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


@pytest.fixture(scope="session")
def first_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The releases that the data in use was built from."""
    return two.write_first(tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="session")
def _first_pack(first_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("pack") / "first.sqlite"
    build([first_release], target)
    return target


@pytest.fixture
def first(_first_pack: Path, tmp_path: Path) -> Path:
    """A data folder where a pack of the first releases is in use."""
    folder = tmp_path / "data"
    folder.mkdir()
    candidate = folder / "new-first.sqlite"
    shutil.copyfile(_first_pack, candidate)
    own = InUse(folder / "reference-none.sqlite", "")
    put_in_use(candidate, folder, today=date(2026, 9, 1), instead_of=own)
    return folder


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The next year's releases."""
    return two.write_second(tmp_path, monkeypatch)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """``answer("y\\n")``: what is typed when a command asks."""
    return lambda typed: monkeypatch.setattr("sys.stdin", io.StringIO(typed))
