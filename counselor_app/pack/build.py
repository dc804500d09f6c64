"""Build a reference pack: from official releases, or from the program's own tables."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from counselor_app.errors import UserError
from counselor_app.pack import fill, rest, seed, sources
from counselor_app.pack.account import Account
from counselor_app.pack.choose import choose
from counselor_app.pack.crosswalks import Crosswalks
from counselor_app.pack.draft import MAGIC, draft
from counselor_app.pack.files import ReleaseFile, walk
from counselor_app.pack.info import read_coverage
from counselor_app.pack.present import Present, leave_older, older_release
from counselor_app.pack.recognise import recognise
from counselor_app.pack.report import BuildReport, FileReport, as_text
from counselor_app.pack.seed import PARTS, Part, open_seed
from counselor_app.pack.texts import load_texts
from counselor_app.pack.twins import fill_groups
from counselor_app.pack.work import Cancelled, Progress, Steps, Work
from counselor_app.store.search_index import fill_search

__all__ = ["BuildReport", "as_text", "build", "build_from_seed"]

_MAPS = ("soc", "onet_soc", "published", "soc2010")
_ALWAYS = ("direct", "program", "cluster")
_WORDS = {
    "occupation": "codes that stand for each other",
    "direct": "SOC direct-match titles",
    "program": "programs of study",
    "cluster": "career clusters",
    "ability": "abilities", "skill": "skills", "activity": "work activities",
    "style": "work styles", "value": "work values", "context": "work context",
    "interest": "interests", "requirement": "education and training", "job_zone": "job zones",
    "alternate": "alternate job titles", "reported": "reported job titles",
    "task": "official tasks",
    "related": "related occupations", "tool": "software and technology", "oews": "wages",
    "ep": "projections", "frey_osborne": "Frey and Osborne", "aioe": "AIOE",
    "gpts": "GPTs are GPTs", "rpp": "price parities",
}  # fmt: skip


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
        names = ", ".join(sorted({file.name for file in (*unused, *strangers)})[:5])
        raise UserError(
            "Nothing given is an official table that the program knows"
            f"{f' (found {names})' if names else ''}. Give the folder or zip of an O*NET, OEWS or"
            " projections release as published."
        )
    chosen, replaced = choose(known)
    newest: dict[str, int] = {}
    if present is not None and not older:
        chosen, left_out = leave_older(chosen, present)
        replaced += left_out
        newest = present.newest()
    own = _own_parts(present.parts if present else PARTS, set(chosen), keep_rest)
    needs_maps = any(name not in chosen for name in _MAPS)
    program = present or (open_seed() if own or needs_maps or keep_rest else None)
    others = [part for part in program.parts if part not in own] if program and keep_rest else []
    sizes = sum(found.file.size for files in chosen.values() for found in files)
    sizes += sum(program.size(part) for part in own) if program else 0
    steps = Steps(sizes + sizes // 4, progress, cancelled)
    stayed: list[str] = []
    with draft(target) as connection, _no_collecting():
        work = Work(connection, chosen, steps)
        maps = program.crosswalks() if program and needs_maps else Crosswalks()
        fill.read_crosswalks(work, maps)
        titles = fill.fill_occupations(work, maps, program if others else None)
        fill.fill_onet(work, titles)
        own_titles, earlier = (
            seed.titles(program, parts, titles) if program else [] for parts in (own, others)
        )
        fill.fill_job_titles(work, titles, own_titles, earlier)
        fill.fill_oews(work, maps)
        if program and keep_rest:
            rest.keep(connection, program, [p for p in program.parts if p.table == "area"], steps)
        fill.fill_projections(work)
        if present is not None:
            _refuse_older(work.accounts, present, newest.get("ep", 0))
        fill.fill_studies(work, maps, titles)
        fill.fill_price_parities(work)
        fill.fill_programs(work, maps, titles)
        _refuse_empty(work.accounts)
        _refuse_mismatched(work.accounts)
        fill.fill_provenance(work)
        if program:
            seed.load(connection, program, own, steps, partly=True)
            kept, stayed = rest.keep(connection, program, others, steps)
            used = program.source_ids(own) | kept | rest.named(connection)
            if needs_maps:
                used |= {sources.SOC.id, sources.ONET_SOC.id}
            if present is not None and keep_rest:
                used |= present.put_sentences(connection, occupations="occupation" not in chosen)
            seed.add_provenance(connection, program, used, kept)
        fill.drop_unused_elements(connection)
        _finish(connection, steps)
        coverage = read_coverage(connection)
        releases = connection.execute("SELECT label, note FROM source ORDER BY id").fetchall()
    steps.finish()
    groups = [part.group for part in own]
    if needs_maps:
        groups.insert(0, "occupation")
    return BuildReport(
        target,
        tuple(releases),
        tuple(_file_report(kept) for kept in work.accounts),
        tuple((one.found.file.name, one.found.release.label, one.reason) for one in replaced),
        _names(unused),
        _names(strangers),
        tuple(dict.fromkeys(_WORDS.get(group, group) for group in groups)),
        coverage,
        tuple(dict.fromkeys(_WORDS.get(group, group) for group in stayed)),
    )


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


def _finish(connection: sqlite3.Connection, steps: Steps) -> None:
    steps.tell("plain words")
    load_texts(connection)
    steps.tell("near twins")
    fill_groups(connection)
    steps.tell("search index")
    fill_search(connection)
    steps.tell("checking")


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


def _own_parts(parts: Sequence[Part], chosen: set[str], keep_rest: bool) -> list[Part]:
    given = set(chosen)
    for group, members in (("oews", "oews"), ("ep", "ep_"), ("program", "program")):
        if any(name.startswith(members) for name in chosen):
            given.add(group)
    return [
        part
        for part in parts
        if part.group not in given
        and part.group != "occupation"
        and (keep_rest or part.group in _ALWAYS)
    ]


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
        raise UserError(f"{target} is a folder; name the data file to build in it.")
    try:
        with target.open("rb") as file:
            start = file.read(len(MAGIC))
    except OSError:
        return
    if start and start != MAGIC:
        raise UserError(
            f"{target.name} is there and is not a data file of this program; it is not replaced."
            " Name another file."
        )


def _refuse_mismatched(accounts: Sequence[Account]) -> None:
    """Raises UserError when a third of a table does not belong to the occupations given."""
    for kept in accounts:
        rows = kept.kept + kept.rows_refused
        if kept.rows_refused > 100 and 3 * kept.rows_refused > rows:
            reason = max(kept.refused, key=lambda why: kept.refused[why].rows)
            raise UserError(
                f"{kept.name}: {kept.rows_refused:,} of {rows:,} rows cannot be used"
                f" ({kept.why(reason)}, first in row {kept.refused[reason].first_row})."
                " The list of occupations or this table is incomplete or of another release; give"
                " files of one release."
            )


def _refuse_empty(accounts: Sequence[Account]) -> None:
    for kept in accounts:
        if kept.refused and not kept.kept:
            reason, refused = next(iter(kept.refused.items()))
            raise UserError(
                f"{kept.name}: none of its rows can be used; row {refused.first_row}:"
                f" {kept.why(reason)}."
                " Check that it is of the same taxonomy as the other files."
            )


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
