"""What a build did, for the person who started it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from counselor_app.language import ENGLISH, Language, _, ngettext, pgettext
from counselor_app.pack.info import Coverage, coverage_lines, in_a_row


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


def as_text(report: BuildReport, language: Language = ENGLISH) -> str:
    """The report as lines to read."""
    lines: list[str] = [
        pgettext("new data", "Built {file}", file=str(report.target)), "",
        pgettext("heading", "Releases")
    ]  # fmt: skip
    for label, note in report.releases:
        lines.append(_("  {release} - {note}", release=label, note=note) if note else f"  {label}")
    lines += ["", pgettext("heading", "Files read")]
    for file in report.files:
        lines.append(ngettext(
            "  {file} ({release}): {n} row kept", "  {file} ({release}): {n} rows kept",
            file.kept, file=file.name, release=file.release, n=f"{file.kept:,}",
        ))  # fmt: skip
        for reason, rows in file.left:
            lines.append(ngettext(
                "    {n} row not used: {reason}", "    {n} rows not used: {reason}",
                rows, n=f"{rows:,}", reason=reason,
            ))  # fmt: skip
        for reason, rows, first in file.refused:
            lines.append(ngettext(
                "    {n} row refused: {reason} (the first is row {row})",
                "    {n} rows refused: {reason} (the first is row {row})",
                rows, n=f"{rows:,}", reason=reason, row=first,
            ))  # fmt: skip
    replaced = [
        _("{file} ({release}): {why}", file=name, release=label, why=why)
        for name, label, why in report.replaced
    ]
    for title, found in (
        (_("Files not used"), replaced),
        (_("Files without use here"), _joined(report.unused)),
        (_("Files not recognised"), _joined(report.unrecognised)),
        (_("From the program's own data"), _joined(report.kept_from_program)),
        (_("As it was before, where the files bring nothing"), _joined(report.kept_in_part)),
    ):
        if found:
            lines += ["", title, *(_("  {line}", line=line) for line in found)]
    lines += ["", pgettext("heading", "Occupations"), *coverage_lines(report.coverage)]
    return "\n".join(map(language.say, lines))


def _joined(names: Sequence[str]) -> list[str]:
    return [in_a_row(names)] if names else []
