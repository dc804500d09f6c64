"""Build a reference pack: from official releases, or from the program's own tables."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from counselor_app.errors import UserError
from counselor_app.language import _, pgettext
from counselor_app.pack import fill, rest, seed, sources
from counselor_app.pack.account import Account, Recognised
from counselor_app.pack.choose import Unused, choose
from counselor_app.pack.dataset import Part
from counselor_app.pack.datasets import CROSSWALKS, DATASETS, WORDS
from counselor_app.pack.draft import MAGIC, draft
from counselor_app.pack.files import ReleaseFile, walk
from counselor_app.pack.handbook import load_handbook
from counselor_app.pack.info import read_coverage
from counselor_app.pack.own_files import search_files
from counselor_app.pack.present import Present, leave_older, older_release
from counselor_app.pack.recognise import recognise
from counselor_app.pack.report import BuildReport, FileReport, as_text
from counselor_app.pack.seed import PARTS, Seed, open_seed
from counselor_app.pack.texts import load_texts
from counselor_app.pack.twins import fill_groups
from counselor_app.pack.work import Cancelled, Progress, Row, Rows, Steps, Work
from counselor_app.paths import database
from counselor_app.store.asked import read_asked
from counselor_app.store.other_titles import fill_other_titles
from counselor_app.store.search_index import fill_search

__all__ = ["BuildReport", "as_text", "build", "build_from_seed", "seed_from_releases"]

_ALWAYS = frozenset(one.name for one in DATASETS if one.always)


@dataclass(frozen=True)
class _Plan:
    """What a pack is made of: the files by table, and what ``program`` gives.

    ``own`` are parts that no file gives, ``others`` those that stay where files give a part.
    """

    chosen: dict[str, list[Recognised]]
    replaced: list[Unused]
    program: Seed | None
    maps: bool
    """Whether the program's crosswalks are needed."""
    own: list[Part]
    others: list[Part]
    lists: dict[str, list[Part]]
    """By data set: what stays beside what files give, and what is filled later is joined to."""

    def size(self) -> int:
        """How much there is to read, in bytes of releases."""
        given = sum(found.file.size for files in self.chosen.values() for found in files)
        return given + sum(self.program.size(part) for part in self.own if self.program)

    def work(self, connection: sqlite3.Connection, steps: Steps) -> Work:
        """The work to do, with what it takes from the program's own data."""
        work = Work(connection, self.chosen, steps)
        if self.program is None:
            return work
        if self.maps:
            work.maps = self.program.crosswalks()
        if self.others:
            work.earlier = _occupations(self.program)
        work.titles_in_use = self._titles
        return work

    def _titles(self, codes: Container[str]) -> tuple[Rows, Rows]:
        assert self.program is not None
        own, others = (seed.titles(self.program, parts, codes) for parts in (self.own, self.others))
        return own, others


def build(
    inputs: Sequence[Path],
    target: Path,
    *,
    keep_rest: bool = False,
    present: Present | None = None,
    older: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> BuildReport:
    """Build a pack at ``target`` from folders, zips and files of official releases.

    Codes are matched through the program's own crosswalks where none are given. With
    ``keep_rest`` every other table that is not given comes from the program's own data too, or
    from the pack ``present``, and of a table that is given in part what the files do not bring
    (`counselor_app.pack.rest`); a table of an older release than it has is then left out, unless
    ``older``. A file at ``target`` stays what it was unless the build succeeds.

    Raises:
        UserError: when a file is broken, nothing is recognised, everything given of a programme
            is older than what ``present`` has, or ``target`` cannot be written.
        CancelledError: when ``cancelled`` said so.
    """
    _check_target(target)
    known, unused, strangers = recognise(walk(inputs))
    if not known:
        raise _nothing_known(_names([*unused, *strangers]))
    plan = _plan(known, keep_rest=keep_rest, present=present, older=older)
    newest = present.newest().get("ep", 0) if present is not None and not older else 0
    steps = Steps(plan.size() * 5 // 4, progress, cancelled)
    with draft(target) as connection, _no_collecting():
        work = plan.work(connection, steps)
        for dataset in DATASETS:
            dataset.fill(work)
            if plan.program is not None:
                rest.keep(connection, plan.program, plan.lists.get(dataset.name, ()), steps)
        if present is not None:
            _refuse_older(work.accounts, present, newest)
        _refuse_empty(work.accounts)
        _refuse_mismatched(work.accounts)
        fill.provenance(work)
        stayed = _add_own(work, plan) if plan.program is not None else []
        fill.drop_unused_elements(connection)
        _finish(connection, steps)
        coverage = read_coverage(connection)
        releases = connection.execute("SELECT label, note FROM source ORDER BY id").fetchall()
    steps.finish()
    return BuildReport(
        target,
        tuple(releases),
        tuple(_file_report(kept) for kept in work.accounts),
        tuple((one.found.file.name, one.found.release.label, one.reason) for one in plan.replaced),
        _names(unused),
        _names(strangers),
        (*([_("codes that stand for each other")] if plan.maps else ()), *_words(plan.own)),
        coverage,
        _words(stayed),
    )


def _plan(
    known: Sequence[Recognised], *, keep_rest: bool, present: Present | None, older: bool
) -> _Plan:
    """Raises UserError when everything given of a programme is older than what is in use."""
    chosen, replaced = choose(known)
    if present is not None and not older:
        chosen, left_out = leave_older(chosen, present)
        replaced += left_out
    given = {found.group for files in chosen.values() for found in files}
    parts = present.parts if present else PARTS
    own = [
        part
        for part in parts
        if part.group not in given
        # Occupations that are not given are those of the crosswalk.
        and part.group != "occupation"
        and part.join != "list"
        and (keep_rest or part.group in _ALWAYS)
    ]
    maps = any(one.name not in given for one in CROSSWALKS)
    program = present or (open_seed() if own or maps or keep_rest else None)
    others = [part for part in parts if keep_rest and part not in own]
    lists: dict[str, list[Part]] = {}
    for part in others:
        if part.join == "list":
            lists.setdefault(part.group, []).append(part)
    others = [part for part in others if part.join != "list"]
    return _Plan(chosen, replaced, program, maps, own, others, lists)


def _occupations(program: Seed) -> dict[str, Row]:
    """The occupations in use by code, as rows of a pack, without their descriptions."""
    columns, lines = program.rows(next(p for p in program.parts if p.table == "occupation"))
    at = len(columns) - 1  # the description stands before the source
    return {line[0]: (*(cell or None for cell in line[:at]), None, line[at]) for line in lines}


def _add_own(work: Work, plan: _Plan) -> list[Part]:
    """Add what no file gives; returns the parts of which files gave some and the rest stays."""
    program, connection = plan.program, work.connection
    assert program is not None
    seed.load(connection, program, plan.own, work.steps, partly=True)
    kept, stayed = rest.keep(connection, program, plan.others, work.steps)
    used = program.source_ids(plan.own) | kept | rest.named(connection)
    if plan.maps:
        used |= {sources.SOC.id, sources.ONET_SOC.id}
    if isinstance(program, Present):
        used |= program.put_sentences(connection, occupations="occupation" not in plan.chosen)
    seed.add_provenance(connection, program, used, kept)
    return stayed


def build_from_seed(
    target: Path,
    *,
    folder: Path | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Build the program's own pack at ``target``.

    Raises:
        UserError: when the program's data is damaged or ``target`` cannot be written.
        CancelledError: when ``cancelled`` said so.
    """
    program = open_seed(folder)
    sizes = sum(program.size(part) for part in PARTS)
    steps = Steps(sizes + sizes // 2, progress, cancelled)
    with draft(target) as connection, _no_collecting():
        seed.load(connection, program, PARTS, steps, partly=False)
        codes = {code for (code,) in connection.execute("SELECT code FROM occupation")}
        fill.insert_titles(connection, seed.titles(program, PARTS, codes))
        seed.add_provenance(connection, program, program.all_source_ids())
        _finish(connection, steps)
    steps.finish()


def seed_from_releases(
    inputs: Sequence[Path], folder: Path | None = None, *, progress: Progress | None = None
) -> BuildReport:
    """Write the program's own data out of official releases; ``db/seed`` where no folder is named.

    Raises:
        UserError: as `build` and `seed.write_seed` do.
    """
    place = folder or database() / "seed"
    with TemporaryDirectory() as scratch:
        report = build(inputs, Path(scratch) / "releases.sqlite", progress=progress)
        seed.write_seed(report.target, place)
    return replace(report, target=place)


def _finish(connection: sqlite3.Connection, steps: Steps) -> None:
    steps.tell(pgettext("step", "plain words"))
    load_texts(connection)
    load_handbook(connection)
    read_asked(search_files()).fill(connection)
    steps.tell(pgettext("step", "near twins"))
    fill_groups(connection)
    steps.tell(pgettext("step", "search index"))
    fill_search(connection)
    fill_other_titles(connection)
    steps.tell(pgettext("step", "checking"))


@contextmanager
def _no_collecting() -> Iterator[None]:
    """No garbage collection: rows make no cycles, and looking for some costs a fifth."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _words(parts: Iterable[Part]) -> tuple[str, ...]:
    return tuple(filter(None, dict.fromkeys(WORDS[part.group] for part in parts)))


def _nothing_known(names: Sequence[str]) -> UserError:
    found = ", ".join(names[:5]) or pgettext("found", "nothing")
    return UserError(_(
        "Nothing given is an official table that the program knows (found {files}). Give the"
        " folder or zip of an O*NET, OEWS or projections release as published.", files=found
    ))  # fmt: skip


def _refuse_older(accounts: Sequence[Account], present: Present, newest: int) -> None:
    """Raises UserError when projections, which say their decade only when read, are older."""
    for kept in accounts:
        if kept.release.kind == "ep" and kept.release.id < newest:
            raise older_release(kept.release, present, newest)


def _check_target(target: Path) -> None:
    """Before minutes of reading: a build replaces a data file, never anything else.

    Raises:
        UserError: when ``target`` is a folder, or a file that is no data file.
    """
    if target.is_dir():
        raise UserError(_(
            "{file} is a folder; name the data file to build in it.", file=str(target)
        ))  # fmt: skip
    try:
        with target.open("rb") as file:
            start = file.read(len(MAGIC))
    except OSError:
        return
    if start and start != MAGIC:
        raise UserError(_(
            "{file} is there and is not a data file of this program; it is not replaced. Name"
            " another file.", file=target.name
        ))  # fmt: skip


def _refuse_mismatched(accounts: Sequence[Account]) -> None:
    """Raises UserError when a third of a table does not belong to the occupations given."""
    for kept in accounts:
        rows = kept.kept + kept.rows_refused
        if kept.rows_refused > 100 and 3 * kept.rows_refused > rows:
            reason = max(kept.refused, key=lambda why: kept.refused[why].rows)
            raise UserError(_(
                "{file}: {n} of {rows} rows cannot be used ({reason}, first in row {row}). The"
                " list of occupations or this table is incomplete or of another release; give"
                " files of one release.",
                file=kept.name, n=f"{kept.rows_refused:,}", rows=f"{rows:,}",
                reason=kept.why(reason), row=kept.refused[reason].first_row,
            ))  # fmt: skip


def _refuse_empty(accounts: Sequence[Account]) -> None:
    for kept in accounts:
        if kept.refused and not kept.kept:
            reason, refused = next(iter(kept.refused.items()))
            raise UserError(_(
                "{file}: none of its rows can be used; row {row}: {reason}. Check that it is of"
                " the same taxonomy as the other files.",
                file=kept.name, row=refused.first_row, reason=kept.why(reason),
            ))  # fmt: skip


def _file_report(kept: Account) -> FileReport:
    return FileReport(
        kept.name,
        kept.release.label,
        kept.kept,
        tuple(sorted(kept.left.items())),
        tuple(
            (kept.why(why), one.rows, one.first_row) for why, one in sorted(kept.refused.items())
        ),
    )


def _names(files: Sequence[ReleaseFile]) -> tuple[str, ...]:
    return tuple(sorted({file.name for file in files}))
