"""New data beside the data in use: recognised, checked, built, compared; put in use when asked."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from sqlite3 import OperationalError

from counselor_app.domain.occupation.occupation import parse_code
from counselor_app.errors import UserError, system_words
from counselor_app.language import _, ngettext
from counselor_app.pack.build import build
from counselor_app.pack.changes import Changes, compare_packs
from counselor_app.pack.current import CANDIDATE, InUse, in_use, put_in_use, sweep
from counselor_app.pack.files import walk
from counselor_app.pack.info import in_a_row
from counselor_app.pack.oews import SAID
from counselor_app.pack.present import older_groups, open_present
from counselor_app.pack.recognise import recognise
from counselor_app.pack.report import BuildReport
from counselor_app.pack.signature import is_container, unpack
from counselor_app.pack.trust import require_trusted
from counselor_app.pack.verify import stop_after, verify
from counselor_app.pack.work import Cancelled, Progress
from counselor_app.store.reference import open_pack

_SECONDS = 120

NO_USE = _("Known, and without use here")


@dataclass(frozen=True, slots=True)
class Recognition:
    """What is on a stick: tables by release, and the names of files that are left out.

    ``unused`` are known files that the program has no use for, ``strangers`` say nothing to it;
    ``packs`` are finished packs made elsewhere.
    """

    releases: tuple[tuple[str, int], ...]
    unused: tuple[str, ...]
    strangers: tuple[str, ...]
    packs: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A finished pack that is not in use yet, and how it differs from the one that is.

    ``remarks`` say what was given and not used; ``made_on`` is the day (ISO) of a pack made
    elsewhere, "" of one built here.
    """

    path: Path
    instead_of: InUse
    changes: Changes
    remarks: tuple[str, ...]
    made_on: str = ""
    serial: int = 0


def look(inputs: Sequence[Path]) -> Recognition:
    """What the given folders and zips hold, by their names and Read Me files.

    Raises:
        UserError: when one does not exist or a zip is broken.
    """
    files = [path for one in inputs for path in (sorted(one.iterdir()) if one.is_dir() else [one])]
    packs = tuple(path for path in files if path.is_file() and is_container(path))
    known, unused, strangers = recognise(walk([path for path in inputs if path not in packs]))
    counted = Counter(found.release.label for found in known)
    unknown = {file.name for file in strangers if file.path.resolve() not in _resolved(packs)}
    return Recognition(
        tuple(sorted(counted.items())),
        tuple(sorted({file.name for file in unused})),
        tuple(sorted(unknown)),
        packs,
    )


def prepare(
    inputs: Sequence[Path],
    folder: Path,
    *,
    codes: Iterable[str] = (),
    older: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Candidate:
    """Build a pack from releases beside the one in use; what they do not bring comes from it.

    ``codes`` are the occupations whose figures are compared. ``older`` takes figures of an older
    release than the ones in use all the same.

    Raises:
        UserError: when the releases cannot be used or the folder cannot be written.
        CancelledError: when the user stopped it; nothing is left.
    """
    codes = [parse_code(code) for code in codes]
    present = in_use(folder, progress=progress, cancelled=cancelled)
    target = _candidate(folder)
    with open_present(present.path) as tables:
        report = build(
            inputs, target, keep_rest=True, present=tables, older=older, progress=progress,
            cancelled=cancelled,
        )  # fmt: skip
    return _compared(target, present, codes, _remarks(report))


def prepare_pack(
    container: Path,
    folder: Path,
    trusted_keys: Collection[str],
    *,
    codes: Iterable[str] = (),
    older: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Candidate:
    """Unpack a finished pack that somebody trusted has signed, beside the one in use.

    Raises:
        UserError: when it is not signed by a trusted key, changed, damaged, of another version
            or older than the data in use, or the folder cannot be written.
        CancelledError: when the user stopped it; nothing is left.
    """
    codes = [parse_code(code) for code in codes]
    target = _candidate(folder)
    manifest = unpack(container, target, trusted_keys, progress=progress, cancelled=cancelled)
    try:
        findings = verify(target)
        if findings:
            raise UserError(_(
                "{file} holds a damaged pack ({findings}); nothing was installed. Ask whoever made"
                " it for a new one.", file=container.name, findings=" ".join(findings)
            ))  # fmt: skip
        present = in_use(folder, progress=progress, cancelled=cancelled)
        if not older:
            _refuse_older(container.name, present, target, manifest.serial)
    except BaseException:
        _remove(target)
        raise
    return _compared(target, present, codes, (), manifest.made_on, manifest.serial)


def accept(candidate: Candidate, folder: Path, *, today: date) -> InUse:
    """Put the new data in use; the data it replaces is kept, to go back to.

    Raises:
        UserError: when it was changed meanwhile or the folder cannot be written; the data in
            use then stays what it was.
    """
    require_trusted(candidate.path, folder)
    return put_in_use(
        candidate.path, folder, today=today, instead_of=candidate.instead_of,
        serial=candidate.serial,
    )  # fmt: skip


def discard(candidate: Candidate) -> None:
    """Keep the data in use: the new pack is removed."""
    _remove(candidate.path)


def _candidate(folder: Path) -> Path:
    """A fresh name beside the data in use; what an interrupted update left is swept away."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(_(
            "{folder} cannot be written ({reason}). The occupation data in use is unchanged.",
            folder=str(folder), reason=system_words(error),
        )) from None  # fmt: skip
    sweep(folder)
    return folder / f"{CANDIDATE}{secrets.token_hex(4)}.sqlite"


def _compared(
    path: Path, present: InUse, codes: Iterable[str], remarks: tuple[str, ...], made_on: str = "",
    serial: int = 0,
) -> Candidate:  # fmt: skip
    try:
        with open_pack(present.path) as before, open_pack(path) as after:
            stop_after(after.connection, _SECONDS)
            changes = compare_packs(before, after, codes)
    except OperationalError as error:
        _remove(path)
        if error.sqlite_errorname != "SQLITE_INTERRUPT":
            raise
        raise UserError(_(
            "The new data takes longer to compare than any pack of this program; nothing was"
            " changed. Ask whoever made it for a new one."
        )) from None  # fmt: skip
    except BaseException:
        _remove(path)
        raise
    return Candidate(path, present, changes, remarks, made_on, serial)


def _remarks(report: BuildReport) -> tuple[str, ...]:
    """Files and rows that were given and are not used, in words."""
    said = [
        _("{file} ({release}) is not used: {why}.", file=name, release=label, why=why)
        for name, label, why in report.replaced
    ]
    for file in report.files:
        for reason, rows, first in file.refused:
            said.append(ngettext(
                "{file}: {n} row cannot be used ({reason}; it is row {row}).",
                "{file}: {n} rows cannot be used ({reason}; the first is row {row}).",
                rows, file=file.name, n=f"{rows:,}", reason=reason, row=f"{first:,}",
            ))  # fmt: skip
    for file in report.files:
        for reason, rows in file.left:
            if reason in SAID:
                said.append(ngettext(
                    "{file}: {n} row left out: {reason}.", "{file}: {n} rows left out: {reason}.",
                    rows, file=file.name, n=f"{rows:,}", reason=reason,
                ))  # fmt: skip
    if report.kept_in_part:
        said.append(_(
            "Given in part; the rest stays as it is, with its own date: {what}.",
            what=in_a_row(report.kept_in_part),
        ))  # fmt: skip
    if report.unused:
        files = ", ".join(report.unused)
        said.append(_("Known, and without use here: {files}.", files=files))
    if report.unrecognised:
        said.append(_("Not recognized: {files}.", files=", ".join(report.unrecognised)))
    return tuple(said)


def _refuse_older(name: str, present: InUse, given: Path, serial: int) -> None:
    """Raises UserError when a carried pack is older than what is in use.

    That is: any table is of an older release, or it was made before the carried pack in use and
    brings no newer release.
    """
    with open_present(present.path) as before, open_present(given) as after:
        older = older_groups(before, after)
        newer = older_groups(after, before)
        labels = {
            row["id"]: row["label"] for one in (before, after) for row in one.manifest["source"]
        }
    if serial < present.serial and not older and not newer:
        raise UserError(_(
            "{file} was made before the pack in use, of the same releases (number {number}, in use"
            " is {used}); nothing was installed. To use it all the same, ask for it: --older, or"
            " the box in the window.", file=name, number=serial, used=present.serial
        ))  # fmt: skip
    if older:
        used, new = next(iter(older.values()))
        raise UserError(_(
            "{file} holds older data than the data in use ({release}, in use is {used}); nothing"
            " was installed. To use the older figures all the same, ask for it: --older, or the"
            " box in the window.", file=name, release=labels[new], used=labels[used]
        ))  # fmt: skip


def _resolved(paths: Iterable[Path]) -> set[Path]:
    return {path.resolve() for path in paths}


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
