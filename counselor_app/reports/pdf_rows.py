"""Tables of a PDF with heads of their rows, which Typst 0.15 cannot be asked for.

It tags heads of columns, and names in every cell the heads that it stands under; that list
leaves no place for the head of a row. Here the cells under the first head of a table become heads
of their rows, and the lists go: a reader then finds both by their scope (ISO 32000-1, 14.8.5.7).
"""

from __future__ import annotations

import re

_CELL = re.compile(rb"/S/TD(/P \d+ 0 R/A\[<</O/Table)(/Headers\[\(U(\d+)x(\d+)y\d+\)([^\]]*)\])")
_FIFTH = re.compile(rb"\(U(\d+)x4y0\)")


def head_rows(pdf: bytes, *, ranked: bool = False) -> bytes:
    """``pdf`` with heads of rows; of a table of five columns where it is ``ranked`` two, for a
    rank heads nothing alone.

    No byte changes its place, so that the file's own table of contents stays true.
    """
    two = {int(number) for number in _FIFTH.findall(pdf)} if ranked else set()

    def changed(cell: re.Match[bytes]) -> bytes:
        start, heads, table, column, more = cell.groups()
        last = 1 if int(table) in two else 0
        head = int(column) <= last and not more
        kind, scope = (b"/S/TH", b"/Scope/Row") if head else (b"/S/TD", b"")
        return kind + start + scope.ljust(len(heads))

    return _CELL.sub(changed, pdf)
