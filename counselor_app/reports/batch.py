"""Many reports at once: one booklet, one table, or a file each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from counselor_app.domain.figures.wording import plural
from counselor_app.errors import UserError
from counselor_app.reports.branding import NOT_BRANDED, Branding
from counselor_app.reports.export import Format, export, outline
from counselor_app.reports.files import draft_file, draft_folder
from counselor_app.reports.parts import Report, day_words
from counselor_app.reports.pdf_join import Joiner
from counselor_app.reports.tables_csv import csv_file
from counselor_app.reports.typeset import Paper, report_pdf

Progress = Callable[[int, int, str], None]
Make = Callable[[str], Report]


@dataclass(frozen=True, slots=True)
class NotMade:
    """What could not be made (a code, or a line of a file) and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Batch:
    """What was made: where, how many reports and pages (0 where there are none), what was not."""

    target: Path
    files: tuple[Path, ...]
    reports: int
    pages: int
    not_made: tuple[NotMade, ...]

    @property
    def summary(self) -> str:
        """In one sentence."""
        pages = f", {plural(self.pages, 'page')}," if self.pages else ""
        said = f"{plural(self.reports, 'report')}{pages} in {self.target.name}."
        if self.not_made:
            said += f" {len(self.not_made):,} could not be made."
        return said


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a booklet's contents."""

    title: str
    code: str
    page: int


@dataclass(frozen=True, slots=True)
class Booklet(Report):
    """The pages before the reports."""

    kind = "booklet"

    lead: str
    entries: tuple[Entry, ...]
    not_made: tuple[NotMade, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """What all reports of a batch have in common, and who watches it.

    ``make`` gives the report on a code; what raises `UserError` there is left out and told.
    ``not_made`` are lines that were no codes.
    """

    codes: tuple[str, ...]
    make: Make
    paper: Paper = "letter"
    branding: Branding = NOT_BRANDED
    not_made: tuple[NotMade, ...] = ()
    progress: Progress = lambda _done, _of, _what: None
    cancelled: Callable[[], bool] = bool

    def each(
        self, failed: list[NotMade], finish: Callable[[Report], bytes]
    ) -> Iterator[tuple[str, Report, bytes]]:
        """The reports one by one with their bytes; what could not be made goes to ``failed``.

        One report that cannot be set (Typst raises a RuntimeError) does not cost the others.
        """
        failed += self.not_made
        for place, code in enumerate(self.codes):
            if self.cancelled():
                raise _CancelledError
            self.progress(place, len(self.codes), code)
            try:
                report = self.make(code)
                made = finish(report)
            except (UserError, RuntimeError) as error:
                failed.append(NotMade(code, str(error)))
            else:
                yield code, report, made
        self.progress(len(self.codes), len(self.codes), "")


class _CancelledError(Exception):
    """The user has asked to stop."""


def write_booklet(run: Run, target: Path, *, name: str, made_on: date) -> Batch | None:
    """All reports in one PDF with contents, bookmarks and running page numbers.

    The memory needed does not grow with their number. None when cancelled; nothing is left then.

    Raises:
        UserError: when no report could be made, or ``target`` cannot be written.
    """
    entries, failed, pages, last = list[Entry](), list[NotMade](), 0, None
    try:
        with draft_file(target) as file:
            joiner = Joiner(file)

            def paged(report: Report) -> bytes:
                return report_pdf(report, run.paper, run.branding, pages + 1)

            for code, last, made in run.each(failed, paged):
                part = joiner.add(made)
                entries.append(Entry(last.title, code, pages + 1))
                pages += part.pages
            if last is None:
                raise UserError(_nothing(failed))
            front = Booklet(
                product=last.product,
                version=last.version,
                made_on=made_on,
                report_name="Booklet",
                title=name,
                document_title=name,
                header_note=f"Printed {day_words(made_on)}",
                footer_note=last.footer_note,
                attribution=last.attribution,
                lead=f"{plural(len(entries), 'report')} on {plural(pages, 'page')}.",
                entries=tuple(entries),
                not_made=tuple(failed),
            )
            joiner.finish(report_pdf(front, run.paper, run.branding))
    except _CancelledError:
        return None
    return Batch(target, (target,), len(entries), pages, tuple(failed))


def write_each(run: Run, folder: Path, fmt: Format) -> Batch | None:
    """A file each in ``folder``, named by code; all of them or, when cancelled, none.

    Raises:
        UserError: when no report could be made, or the folder cannot be written.
    """
    failed, names = list[NotMade](), list[str]()
    try:
        with draft_folder(folder) as draft:
            finish = partial(export, fmt=fmt, paper=run.paper, branding=run.branding)
            for code, _, made in run.each(failed, finish):
                names.append(f"{code}.{fmt}")
                (draft / names[-1]).write_bytes(made)
            if not names:
                raise UserError(_nothing(failed))
    except _CancelledError:
        return None
    files = tuple(folder / name for name in names)
    return Batch(folder, files, len(files), 0, tuple(failed))


def write_table(run: Run, target: Path) -> Batch | None:
    """The figures of all reports in one CSV file; None when cancelled.

    Raises:
        UserError: when no report could be made, or ``target`` cannot be written.
    """
    failed, count = list[NotMade](), 0
    try:
        with draft_file(target) as file:

            def table(report: Report) -> bytes:
                return csv_file(outline(report), head=count == 0)

            for _, _, made in run.each(failed, table):
                file.write(made)
                count += 1
            if not count:
                raise UserError(_nothing(failed))
    except _CancelledError:
        return None
    return Batch(target, (target,), count, 0, tuple(failed))


def _nothing(failed: Sequence[NotMade]) -> str:
    why = f" {failed[0].what}: {failed[0].why}" if failed else ""
    return f"No report could be made, so no file was written.{why}"
