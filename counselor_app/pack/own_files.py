"""The files of the program that its own pack is made of; they name it, so little is imported."""

from __future__ import annotations

from pathlib import Path

from counselor_app.paths import resources

MANIFEST = "manifest.json"
"""The file of a seed's folder that names its sources and the checksums of all others."""


def text_files(folder: Path | None = None) -> list[Path]:
    """Every file of texts, in a fixed order; the program's own resources when None."""
    return sorted((folder or resources() / "texts").glob("*/**/*.toml"))


def title_files() -> list[Path]:
    """The files of titles in other languages, one a language."""
    return sorted((resources() / "titles").glob("*.toml"))


def search_files(folder: Path | None = None) -> list[Path]:
    """The files of what people type that no title holds; the program's own when None."""
    return sorted((folder or resources() / "searches").glob("*.toml"))


def handbook_files(folder: Path | None = None) -> list[Path]:
    """The files of coded pages, in a fixed order; the program's own resources when None."""
    return sorted((folder or resources() / "handbook").glob("*.toml"))
