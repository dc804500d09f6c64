"""Many reports in one PDF, written as they come: what is done is on the disk, not in memory.

Reads what Typst 0.15 writes: numbered objects in the open, one cross-reference table, no object
streams (ISO 32000-1, 7.5). Writes objects without a stream together and deflated, which halves
the file: most of it are tags. Tags, bookmarks and pages of every part stay; the parts become the
children of one document.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

_TOKENS = re.compile(rb"\(|<[0-9A-Fa-f]*>|\b(\d+) 0 R\b")
_STREAM = re.compile(rb">>\s*stream\r?\n")
_CELL_ID = re.compile(rb"\(U\d+x\d+y\d+\)")
_TOGETHER = 200  # objects in one stream
_LINK = re.compile(rb"/A<<(?:/Type/Action)?/S/URI/URI\(part:(\d+)\)>>")


@dataclass(frozen=True, slots=True)
class Part:
    """Where a joined PDF stands: its pages, the first of them, and its bookmarks."""

    pages: int
    first_page: int
    height: float


class Joiner:
    """Joins PDFs into ``file``. `add` the reports, then `finish` with the pages before them."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        # A place a number, 0 where nothing is: half a million objects in a long booklet. Odd ones
        # name the stream that an object is in, and its place there.
        self._offsets = array("Q", bytes(8 * 6))
        self._together: list[tuple[int, bytes]] = []
        self._shared: dict[bytes, int] = {}
        self._tags: list[int] = []
        self._ids: list[tuple[bytes, int]] = []
        self._parents: list[int] = []
        self._page_nodes: list[tuple[int, int]] = []
        self._bookmarks: list[tuple[int, bytes]] = []
        self._parts: list[Part] = []
        self._roles = b"<<>>"
        file.write(b"%PDF-1.7\n%\x80\x80\x80\x80\n")

    # The objects that all parts hang on.
    _PAGES, _STRUCTURE, _DOCUMENT, _OUTLINES, _CATALOG = 1, 2, 3, 4, 5

    def add(self, pdf: bytes) -> Part:
        """Join one report; its pages follow those before."""
        part = self._take(pdf)
        self._parts.append(part)
        return part

    def finish(self, front: bytes) -> None:
        """Put ``front`` before the reports and close the file.

        A link in it to "part:0" leads to the first report; its title, dates and language are
        those of the whole.
        """
        found = _Objects(front)
        catalog = found.text(found.root)
        parts = list(self._parts)
        before = len(self._page_nodes), len(self._bookmarks), len(self._tags)

        def led(text: bytes) -> bytes:
            def to_page(link: re.Match[bytes]) -> bytes:
                part = parts[int(link[1])]
                return b"/Dest[%d 0 R/XYZ 0 %.4f 0]" % (part.first_page, part.height)

            return _LINK.sub(to_page, text)

        base = len(self._offsets)
        self._take(front, led)
        for items, first in zip(
            (self._page_nodes, self._bookmarks, self._tags), before, strict=True
        ):
            items[:] = [*items[first:], *items[:first]]  # type: ignore[index]
        own = {key: _reference(catalog, key) + base - 1 for key in (b"/Metadata",)}
        language = re.search(rb"/Lang(\([^)]*\))", catalog)
        self._write_shared(own[b"/Metadata"], language[1] if language else b"(en-US)")
        info = _reference(found.trailer, b"/Info")
        self._close(info + base - 1 if info else 0, found.trailer)

    def _take(self, pdf: bytes, change: Callable[[bytes], bytes] | None = None) -> Part:
        """Write the objects of ``pdf`` under numbers of their own."""
        found, base, order = _Objects(pdf), len(self._offsets), len(self._page_nodes)
        self._offsets.extend(bytes(found.count))
        catalog = found.text(found.root)
        pages = _reference(catalog, b"/Pages")
        structure = _reference(catalog, b"/StructTreeRoot")
        outlines = _reference(catalog, b"/Outlines")
        tree, marks = found.text(structure), found.text(outlines)
        document = int(_only(rb"/K\[(\d+) 0 R\]", tree))
        unused = set() if change else {_reference(catalog, b"/Metadata")}
        unused |= set() if change else {_reference(found.trailer, b"/Info")}
        numbers = {structure: self._STRUCTURE, outlines: self._OUTLINES, found.root: self._CATALOG}

        def renumbered(number: int) -> int:
            return numbers.get(number) or number + base - 1

        self._share(found, numbers, base)
        key = len(self._parents)
        own_cells = b"(P%d-" % order
        for number in range(1, found.count + 1):
            place = renumbered(number)
            if number in {structure, outlines, found.root, *unused} or self._offsets[place]:
                continue
            text, stream = found.parts(number)
            text = _CELL_ID.sub(lambda cell: own_cells + cell[0][1:], text)
            text = _renumbered(text, renumbered)
            text = re.sub(
                rb"/StructParents? (\d+)",
                lambda at: at[0].split(b" ")[0] + b" %d" % (int(at[1]) + key),
                text,
            )
            if number == pages:
                text = text.replace(b"/Type/Pages", b"/Type/Pages/Parent %d 0 R" % self._PAGES, 1)
            elif number == document:
                text = text.replace(b"/S/Document", b"/S/Part", 1)
                text = re.sub(rb"/P \d+ 0 R", b"/P %d 0 R" % self._DOCUMENT, text, count=1)
            elif b"/Parent %d 0 R" % self._OUTLINES in text and b"/Title" in text:
                # A bookmark of the top level: its neighbours are not all known yet.
                self._bookmarks.append((place, re.sub(rb"/(?:Prev|Next) \d+ 0 R", b"", text)))
                continue
            self._object(place, (change(text) if change else text) + stream)
        own_tree = re.search(rb"/ParentTree<</Nums\[([^\]]*)\]", tree)
        nums = re.findall(rb"(\d+) (\d+) 0 R", own_tree[1]) if own_tree else []
        count = int(_only(rb"/ParentTreeNextKey (\d+)", tree))
        row = [0] * count
        for index, target in nums:
            row[int(index)] = renumbered(int(target))
        self._parents += row
        for name, target in re.findall(rb"\((U\d+x\d+y\d+)\)(\d+) 0 R", tree):
            self._ids.append((b"P%d-" % order + name, renumbered(int(target))))
        roles = re.search(rb"/RoleMap(<<[^>]*>>)", tree)
        self._roles = roles[1] if roles else self._roles
        self._tags.append(renumbered(document))
        node = found.text(pages)
        kids = re.findall(rb"(\d+) 0 R", _only(rb"/Kids\[([^\]]*)\]", node))
        self._page_nodes.append((renumbered(pages), len(kids)))
        box = _only(rb"/MediaBox\[[\d.]+ [\d.]+ [\d.]+ ([\d.]+)\]", found.text(int(kids[0])))
        assert marks  # every report has bookmarks
        return Part(len(kids), renumbered(int(kids[0])), float(box))

    def _share(self, found: _Objects, numbers: dict[int, int], base: int) -> None:
        """Streams that are in the file already, such as color profiles, are not written again."""
        for number in found.streams:
            text, stream = found.parts(number)
            if not re.search(rb"\d 0 R", text):
                known = sha256(text + stream).digest()
                if known in self._shared:
                    numbers[number] = self._shared[known]
                else:
                    self._shared[known] = numbers.get(number) or number + base - 1

    def _write_shared(self, metadata: int, language: bytes) -> None:
        total = sum(count for _, count in self._page_nodes)
        kids = b" ".join(b"%d 0 R" % node for node, _ in self._page_nodes)
        self._object(self._PAGES, b"<</Type/Pages/Count %d/Kids[%s]>>\n" % (total, kids))
        tags = b" ".join(b"%d 0 R" % tag for tag in self._tags)
        self._object(
            self._DOCUMENT,
            b"<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>\n" % (self._STRUCTURE, tags),
        )
        nums = b" ".join(b"%d %d 0 R" % pair for pair in enumerate(self._parents) if pair[1])
        names = b"".join(b"(%s)%d 0 R" % pair for pair in sorted(self._ids))
        self._object(
            self._STRUCTURE,
            b"<</Type/StructTreeRoot/RoleMap%s/K[%d 0 R]/ParentTree<</Nums[%s]>>"
            b"/IDTree<</Names[%s]>>/ParentTreeNextKey %d>>\n"
            % (self._roles, self._DOCUMENT, nums, names, len(self._parents)),
        )
        self._write_bookmarks()
        front = self._page_nodes[0][1]
        self._object(
            self._CATALOG,
            b"<</Type/Catalog/Pages %d 0 R/Metadata %d 0 R/Lang%s/StructTreeRoot %d 0 R"
            b"/MarkInfo<</Marked true/Suspects false>>/ViewerPreferences<</DisplayDocTitle true"
            b"/Direction/L2R>>/Outlines %d 0 R/PageMode/UseOutlines"
            b"/PageLabels<</Nums[0<</S/r>>%d<</S/D>>]>>>>\n"
            % (self._PAGES, metadata, language, self._STRUCTURE, self._OUTLINES, front),
        )

    def _write_bookmarks(self) -> None:
        numbers = [number for number, _ in self._bookmarks]
        for i, (number, text) in enumerate(self._bookmarks):
            links = b"/Prev %d 0 R" % numbers[i - 1] if i else b""
            links += b"/Next %d 0 R" % numbers[i + 1] if i + 1 < len(numbers) else b""
            # Closed, so that a long booklet shows its reports and not their blocks.
            closed = re.sub(rb"/Count (\d+)", rb"/Count -\1", text)
            self._object(number, closed.replace(b"<<", b"<<" + links, 1))
        self._object(
            self._OUTLINES,
            b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>\n"
            % (numbers[0], numbers[-1], len(numbers)),
        )

    def _object(self, number: int, body: bytes) -> None:
        body = body.rstrip(b"\n")
        if body.endswith(b"endstream"):
            self._offsets[number] = self._file.tell() << 1
            self._file.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
            return
        self._offsets[number] = 1  # its place is known soon
        self._together.append((number, body))
        if len(self._together) == _TOGETHER:
            self._write_together()

    def _write_together(self) -> None:
        """The objects that wait, in a stream of their own (ISO 32000-1, 7.5.7)."""
        if not self._together:
            return
        stream, places, at = len(self._offsets), list[bytes](), 0
        self._offsets.append(0)
        for place, (number, body) in enumerate(self._together):
            self._offsets[number] = (stream << 16 | place) << 1 | 1
            places.append(b"%d %d" % (number, at))
            at += len(body) + 1
        head = b" ".join(places) + b"\n"
        kind = b"/Type/ObjStm/N %d/First %d" % (len(places), len(head))
        bodies = b"\n".join(body for _, body in self._together)
        self._together.clear()
        self._object(stream, _deflated(kind, head + bodies))

    def _close(self, info: int, trailer: bytes) -> None:
        self._write_together()
        self._offsets.append(0)
        start, number = self._file.tell(), len(self._offsets) - 1
        self._offsets[number] = start << 1
        table = b"".join(map(_entry, self._offsets))
        own = b"/Info %d 0 R" % info if info else b""
        key = re.search(rb"/ID\[.*?\]", trailer)
        kind = b"/Type/XRef/W[1 5 2]/Size %d/Root %d 0 R%s%s" % (
            len(self._offsets), self._CATALOG, own, key[0] if key else b"",
        )  # fmt: skip
        self._object(number, _deflated(kind, table))
        self._file.write(b"startxref\n%d\n%%%%EOF\n" % start)


def _entry(offset: int) -> bytes:
    """A row of the cross-reference stream (ISO 32000-1, 7.5.8.3)."""
    if offset & 1:
        stream, place = divmod(offset >> 1, 1 << 16)
        return b"\2" + stream.to_bytes(5, "big") + place.to_bytes(2, "big")
    kind = b"\1" if offset else b"\0"
    return kind + (offset >> 1).to_bytes(5, "big") + b"\0\0"


def _deflated(kind: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content, 6)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (
        kind, len(packed), packed,
    )  # fmt: skip


class _Objects:
    """The objects of one PDF as bytes."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        start = int(_only(rb"startxref\s+(\d+)\s+%%EOF\s*$", pdf[-64:]))
        table, _, self.trailer = pdf[start:].partition(b"trailer")
        offsets = [int(line[:10]) for line in table.splitlines()[3:] if line.endswith(b" n")]
        self._ends = dict(zip(sorted(offsets), [*sorted(offsets)[1:], start], strict=True))
        self._offsets = offsets
        self.count = len(offsets)
        self.root = _reference(self.trailer, b"/Root")
        self.streams = [n for n in range(1, self.count + 1) if self.parts(n)[1]]

    def parts(self, number: int) -> tuple[bytes, bytes]:
        """What an object says, and its stream with the words around it (b"" without one)."""
        offset = self._offsets[number - 1]
        whole = self._pdf[offset : self._ends[offset]]
        head, _, body = whole.partition(b" 0 obj\n")
        assert int(head) == number
        body = body[: body.rindex(b"endobj")]
        found = _STREAM.search(body)
        cut = found.start() + 2 if found else len(body)
        return body[:cut], body[cut:]

    def text(self, number: int) -> bytes:
        """An object without its stream."""
        return self.parts(number)[0]


def _renumbered(text: bytes, renumbered: Callable[[int], int]) -> bytes:
    """``text`` with every reference changed, and nothing inside strings."""
    done, at = [], 0
    while found := _TOKENS.search(text, at):
        done.append(text[at : found.start()])
        at = found.end()
        if found[1]:
            done.append(b"%d 0 R" % renumbered(int(found[1])))
        else:
            at = _end_of_string(text, at) if found[0] == b"(" else at
            done.append(text[found.start() : at])
    done.append(text[at:])
    return b"".join(done)


def _end_of_string(text: bytes, at: int) -> int:
    """Behind the parenthesis that closes the string whose first letter is at ``at``."""
    depth = 1
    while depth:
        letter = text[at : at + 1]
        assert letter  # a string ends inside its object
        if letter == b"\\":
            at += 1
        depth += (letter == b"(") - (letter == b")")
        at += 1
    return at


def _only(pattern: bytes, text: bytes) -> bytes:
    found = re.search(pattern, text)
    assert found is not None, pattern
    return found[1]


def _reference(text: bytes, key: bytes) -> int:
    """The number of the object that ``key`` names, 0 without one."""
    found = re.search(key + rb" (\d+) 0 R", text)
    return int(found[1]) if found else 0
