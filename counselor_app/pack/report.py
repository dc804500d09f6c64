"""What a build did, for the person who started it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from counselor_app.domain.figures.wording import plural
from counselor_app.pack.info import Coverage, coverage_lines


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file that was read: rows kept, left out and refused, with reasons."""

    name: str
    release: str
    kept: int
    left: tuple[tuple[str, int], ...]
    refused: tuple[tuple[str, int, int], ...]
    """Reason, rows, first row."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """Releases and files that went into a pack, and what did not."""

    target: Path
    releases: tuple[tuple[str, str], ...]
    """Label and note."""
    files: tuple[FileReport, ...]
    replaced: tuple[tuple[str, str, str], ...]
    """Name, release and reason of files that another one replaces."""
    unused: tuple[str, ...]
    """Known files that the program has no use for."""
    unrecognised: tuple[str, ...]
    kept_from_program: tuple[str, ...]
    """What the program's own tables gave."""
    coverage: tuple[Coverage, ...]
    kept_in_part: tuple[str, ...] = ()
    """Of what is given in part: the rest stayed as it was."""


def as_text(report: BuildReport) -> str:
    """The report as lines to read."""
    lines = [f"Built {report.target}", "", "Releases"]
    for label, note in report.releases:
        lines.append(f"  {label}" + (f" - {note}" if note else ""))
    lines += ["", "Files read"]
    for file in report.files:
        lines.append(f"  {file.name} ({file.release}): {plural(file.kept, 'row')} kept")
        lines += [f"    {plural(rows, 'row')} not used: {reason}" for reason, rows in file.left]
        lines += [
            f"    {plural(rows, 'row')} refused: {reason} (the first is row {first})"
            for reason, rows, first in file.refused
        ]
    lines += _listed(
        "Files not used", [f"{name} ({label}): {why}" for name, label, why in report.replaced]
    )
    lines += _listed("Files without use here", _joined(report.unused))
    lines += _listed("Files not recognised", _joined(report.unrecognised))
    lines += _listed("From the program's own data", _joined(report.kept_from_program))
    lines += _listed(
        "As it was before, where the files bring nothing", _joined(report.kept_in_part)
    )
    lines += ["", "Occupations", *coverage_lines(report.coverage)]
    return "\n".join(lines)


def _joined(names: Sequence[str]) -> list[str]:
    return [", ".join(names)] if names else []


def _listed(title: str, lines: Sequence[str]) -> list[str]:
    return ["", title, *(f"  {line}" for line in lines)] if lines else []
