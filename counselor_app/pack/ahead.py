"""Workbooks opened ahead: a thread unpacks the next one while the rows of this one are kept.

Unpacking takes half of reading a workbook and needs no Python, so it runs beside the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

from counselor_app.pack.files import ReleaseFile
from counselor_app.pack.tables import WORKBOOKS, Sheets, Table, open_workbook, read_table


class Ahead:
    """Reads tables in a known order, each workbook opened while the one before is in use.

    ``files`` are in the order in which they will be read; a table read out of this order, or not
    in it, is simply not ahead. At most two workbooks are in memory.
    """

    def __init__(self, files: Sequence[ReleaseFile]) -> None:
        self._next = [file for file in files if file.kind in WORKBOOKS]
        self._thread = ThreadPoolExecutor(1)
        self._under_way: tuple[ReleaseFile, Future[Sheets]] | None = None

    def read_table(self, file: ReleaseFile) -> Table:
        """The table of a file, its workbook opened already where it was the next one.

        Raises:
            UserError: as `tables.read_table` does.
        """
        held, self._under_way = self._under_way, None
        opened = None
        if held is not None:
            # One at a time, whether it is wanted or not.
            opened = held[1].result() if held[0] is file else None
        if file in self._next:
            del self._next[: self._next.index(file) + 1]
            if opened is None:
                opened = open_workbook(file)
        if self._next:
            self._under_way = (self._next[0], self._thread.submit(open_workbook, self._next[0]))
        return read_table(file, opened)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._thread.shutdown(cancel_futures=True)
