"""Typesetting many reports of one booklet side by side, in processes of their own.

A process sets so many reports and makes way for a new one: Typst keeps what it has laid out. A
page says its number in the booklet, so a report's first page is guessed from the length of the one
before; where that was wrong it is set again.
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import (
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)
from dataclasses import dataclass
from datetime import date
from functools import partial
from multiprocessing import get_context
from types import TracebackType

from counselor_app.reports.branding import Branding
from counselor_app.reports.parts import Report
from counselor_app.reports.typeset import Paper, compile_template, typst_input

_FEW = 24  # reports; for fewer no process is started
_BEFORE_NEW = 150
_MOST = 4  # processes
_PAGE = re.compile(rb"/Type/Page\b(?!s)")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A report on its way, the page it was set to begin on, and what comes of it."""

    code: str
    report: Report
    page: int
    made: Future[bytes]


class Presses:
    """A context that sets the ``count`` reports of a booklet."""

    def __init__(self, paper: Paper, branding: Branding, count: int) -> None:
        self._paper, self._branding = paper, branding
        self._processes = min(_MOST, os.cpu_count() or 1) if count >= _FEW else 0
        self._running = self._new()

    def __enter__(self) -> Presses:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._running.shutdown(cancel_futures=True)

    def printed(
        self, reports: Iterable[tuple[str, Report]]
    ) -> Iterator[tuple[str, Report, bytes | RuntimeError]]:
        """The reports in their order with their PDF, or with what went wrong."""
        waiting, ahead = deque[_Sheet](), max(1, 2 * self._processes)
        page, length = 1, 2  # of the next report of those waiting; how many the last one had

        def first(count: int) -> Iterator[tuple[str, Report, bytes | RuntimeError]]:
            nonlocal page, length
            for _ in range(count):
                sheet = waiting.popleft()
                made = self._made(sheet, page)
                length = _pages(made) or length
                page += _pages(made)
                yield sheet.code, sheet.report, made

        for number, (code, report) in enumerate(reports, 1):
            waiting.append(self._sheet(code, report, page + length * len(waiting)))
            if number % _BEFORE_NEW == 0:
                yield from first(len(waiting))
                self._running.shutdown()
                self._running = self._new()
            elif len(waiting) == ahead:
                yield from first(1)
        yield from first(len(waiting))

    def _new(self) -> Executor:
        # A fork after Typst has run would wait forever.
        if self._processes:
            return ProcessPoolExecutor(self._processes, mp_context=get_context("spawn"))
        return ThreadPoolExecutor(1)

    def _sheet(self, code: str, report: Report, page: int) -> _Sheet:
        asked = typst_input(report, self._paper, self._branding, page)
        job = partial(_set, report.kind, asked, report.made_on)
        try:
            made = self._running.submit(job)
        except BrokenExecutor:
            # A process was ended from outside, as where memory is short: go on in this one.
            self._processes = 0
            self._running = self._new()
            made = self._running.submit(job)
        return _Sheet(code, report, page, made)

    def _made(self, sheet: _Sheet, page: int) -> bytes | RuntimeError:
        if sheet.page != page:
            sheet.made.cancel()
            sheet = self._sheet(sheet.code, sheet.report, page)
        try:
            return sheet.made.result()
        except BrokenExecutor:
            return self._made(self._sheet(sheet.code, sheet.report, page), page)
        except RuntimeError as error:
            return error


def _set(template: str, asked: str, made_on: date) -> bytes:
    try:
        found = compile_template(template, asked, "pdf", made_on)
    except RuntimeError as error:
        raise RuntimeError(str(error)) from None  # Typst's own may not cross to another process
    assert isinstance(found, bytes)
    return found


def _pages(made: bytes | RuntimeError) -> int:
    """How many pages a PDF of Typst has, 0 where there is none."""
    return len(_PAGE.findall(made)) if isinstance(made, bytes) else 0
