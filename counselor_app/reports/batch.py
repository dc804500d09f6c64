"""Many reports at once: one booklet, one table, or a file each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from counselor_app.domain.figures.wording import number
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, ngettext
from counselor_app.reports.branding import NOT_BRANDED, Branding
from counselor_app.reports.contents import Entry, entry, front
from counselor_app.reports.csv_table import csv_file
from counselor_app.reports.export import Format, export, filed
from counselor_app.reports.files import draft_file, draft_folder, put
from counselor_app.reports.parts import Report
from counselor_app.reports.pdf_join import Joiner
from counselor_app.reports.presses import Presses
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
        reports, name = _reports(self.reports), self.target.name
        said = _("{reports} in {name}.", reports=reports, name=name)
        if self.pages:
            said = _("{reports}, {pages}, in {name}.",
                     reports=reports, pages=_pages(self.pages), name=name)  # fmt: skip
        if not self.not_made:
            return said
        count = len(self.not_made)
        lost = ngettext("{n} could not be made.", "{n} could not be made.", count, n=number(count))
        return joined((said, lost))


def _reports(count: int) -> Said:
    return ngettext("{n} report", "{n} reports", count, n=number(count))


def _pages(count: int) -> Said:
    return ngettext("{n} page", "{n} pages", count, n=number(count))


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

    def reports(self, failed: list[NotMade]) -> Iterator[tuple[str, Report]]:
        """The reports one by one; what could not be made goes to ``failed``."""
        failed += self.not_made
        for place, code in enumerate(self.codes):
            if self.cancelled():
                raise _CancelledError
            self.progress(place, len(self.codes), code)
            try:
                report = self.make(code)
            except (UserError, RuntimeError) as error:
                failed.append(NotMade(code, str(error)))
            else:
                yield code, report
        self.progress(len(self.codes), len(self.codes), "")

    def each(
        self, failed: list[NotMade], finish: Callable[[Report], bytes]
    ) -> Iterator[tuple[str, Report, bytes]]:
        """The reports with their bytes.

        One report that cannot be set (Typst raises a RuntimeError) does not cost the others.
        """
        for code, report in self.reports(failed):
            try:
                made = finish(report)
            except (UserError, RuntimeError) as error:
                failed.append(NotMade(code, str(error)))
            else:
                yield code, report, made


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
            with Presses(run.paper, run.branding, len(run.codes)) as presses:
                for code, report, made in presses.printed(run.reports(failed)):
                    if isinstance(made, RuntimeError):
                        failed.append(NotMade(code, str(made)))
                        continue
                    last = report
                    entries.append(entry(last, code, pages + 1))
                    pages += joiner.add(made).pages
            if last is None:
                raise UserError(_nothing(failed))
            left_out = [(item.what, item.why) for item in failed]
            before = front(last, name, made_on, entries, pages, left_out)
            joiner.finish(report_pdf(before, run.paper, run.branding))
    except _CancelledError:
        return None
    return Batch(target, (target,), len(entries), pages, tuple(failed))


def write_each(run: Run, folder: Path, fmt: Format) -> Batch | None:
    """A file each in ``folder``, named by code; when cancelled, none.

    One that cannot be written (another program has it open) is told; the others are there.

    Raises:
        UserError: when no report could be made, or none written.
    """
    failed, ready, files = list[NotMade](), dict[str, Path](), list[Path]()
    try:
        with draft_folder(folder) as draft:
            finish = partial(export, fmt=fmt, paper=run.paper, branding=run.branding)
            for code, _report, made in run.each(failed, finish):
                ready[code] = draft / f"{code}.{fmt}"
                ready[code].write_bytes(made)
            for code, path in ready.items():
                try:
                    files.append(put(path, folder))
                except UserError as error:
                    failed.append(NotMade(code, str(error)))
            if not files:
                raise UserError(_nothing(failed))
    except _CancelledError:
        return None
    return Batch(folder, tuple(files), len(files), 0, tuple(failed))


def write_table(run: Run, target: Path) -> Batch | None:
    """The figures of all reports in one CSV file; None when cancelled.

    Raises:
        UserError: when no report could be made, or ``target`` cannot be written.
    """
    failed, count = list[NotMade](), 0
    try:
        with draft_file(target) as file:

            def table(report: Report) -> bytes:
                return csv_file(filed(report), head=count == 0)

            for _code, _report, made in run.each(failed, table):
                file.write(made)
                count += 1
            if not count:
                raise UserError(_nothing(failed))
    except _CancelledError:
        return None
    return Batch(target, (target,), count, 0, tuple(failed))


def _nothing(failed: Sequence[NotMade]) -> Said:
    said = _("No report could be made, so no file was written.")
    if not failed:
        return said
    return joined((said, _("{what}: {why}", what=failed[0].what, why=failed[0].why)))
