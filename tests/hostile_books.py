"""Workbooks that are a few bytes and would be billions of cells, made for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
_TABLE = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="a">'
)
_FILLED = 'office:value-type="string"><text:p>x</text:p></table:table-cell>'


def xlsx(sheet: str | bytes, prologue: str = "") -> bytes:
    """A workbook of one sheet with these rows."""
    rows = sheet if isinstance(sheet, bytes) else sheet.encode()
    if not rows.startswith(b"\xff\xfe"):
        rows = f"{prologue}{_SHEET}<sheetData>".encode() + rows + b"</sheetData></worksheet>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        )
        parts.writestr(
            "xl/workbook.xml",
            '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
            '"http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
            '<sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
        )
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        parts.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{kind}/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>",
        )
        parts.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{kind}/worksheet" Target="worksheets/sheet1.xml"/>'
            "</Relationships>",
        )
        parts.writestr("xl/worksheets/sheet1.xml", rows)
    return packed.getvalue()


def ods(rows: str) -> bytes:
    """A spreadsheet of one table with these rows."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:'
            '1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/'
            'vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
        )
        parts.writestr(
            "content.xml",
            f"{_TABLE}{rows}</table:table></office:spreadsheet></office:body>"
            "</office:document-content>",
        )
    return packed.getvalue()


def cell(times: int = 1) -> str:
    """A filled cell of an .ods, repeated."""
    return f'<table:table-cell table:number-columns-repeated="{times}" {_FILLED}'


def row(cells: str, times: int = 1) -> str:
    """A row of an .ods, repeated."""
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


def _at(*names: str) -> str:
    return "".join(f'<row><c r="{name}"><v>1</v></c></row>' for name in names)


def bombs() -> Iterator[tuple[str, str, bytes]]:
    """What each is, its kind of file, its bytes."""
    far = '<row r="{0}"><c r="A{0}"><v>1</v></c></row>'
    for last in ("XFD1048576", "XFD100000", "CZ1048576", "AAA99999", "ZZZ99999", "A4294967295"):
        yield f"cells A1 and {last}", "xlsx", xlsx(_at("A1", last))
        yield f"cells A1 and {last}, other words", "xlsm", xlsx(_at("A1", last))
    for text in (
        "<row><c r=\"A1\"/></row><row><c r='XFD1048576'/></row>",
        '<row><c r="A1"/></row><row><c r = "XFD1048576"/></row>',
        '<row><c\tr="A1"/></row><row><c\nr="XFD1048576"/></row>',
        '<x:row xmlns:x="a"><x:c r="A1"/><x:c r=\'XFD1048576\'/></x:row>',
        "<row r=\"1\"><c/></row><row r='1048576'><c r='XFD1048576'/></row>",
    ):
        yield f"written as {text}", "xlsx", xlsx(text)
    yield "unnamed cells", "xlsx", xlsx("<row>" + "<c/>" * 10_000 + "</row>" + far.format(99999))
    yield "a row of 10 digits", "xlsx", xlsx(far.format(1) + far.format(9_999_999_999))
    for wide, high in ((10**5, 10**6), (16_384, 1_048_576), (10**11, 1), (1, 10**11), (6000, 6000)):
        yield f"{wide} by {high} repeated", "ods", ods(row(cell(wide), high))
    gap = '<table:table-cell table:number-columns-repeated="16000"/>'
    yield "a far cell", "ods", ods(row(cell()) + row(gap, 99_999) + row(gap + cell()))
    yield "a covered far cell", "ods", ods(row(cell(), 5000) + row(gap + cell().replace(
        "table:table-cell", "table:covered-table-cell")))  # fmt: skip
    yield "a number that is none", "ods", ods(row(cell()).replace('"1"', '"9999999999999999"'))
    for entity in (
        '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/hostname">',
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1/'> %p;]>",
    ):
        yield f"definitions {entity}", "xlsx", xlsx(_at("A1"), prologue=entity)
    doctype = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">]><a'
    whole = zipfile.ZipFile(io.BytesIO(ods(row(cell()))))
    yield "definitions", "ods", _replaced(whole, "content.xml", doctype.encode() + b"/>")
    yield "nested", "xlsx", xlsx("<row>" + "<a>" * 400_000)
    yield "nested", "ods", ods("<table:table-row>" * 100_000)
    yield "UTF-16", "xlsx", xlsx(b"\xff\xfe" + _at("A1", "XFD1048576").encode("utf-16-le"))


def _replaced(archive: zipfile.ZipFile, name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        for one in archive.namelist():
            parts.writestr(one, content if one == name else archive.read(one))
    return packed.getvalue()


def a_gigabyte(text: bytes, megabytes: int = 1100) -> bytes:
    """A workbook with a part of this text over and over, more than a thousand times as large."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as parts,
        parts.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(megabytes):
            part.write(text * ((1 << 20) // len(text)))
    return packed.getvalue()


def with_false_size(book: bytes, name: str, size: int) -> bytes:
    """The workbook, its list of parts saying that one unpacks to this many bytes."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        true = archive.getinfo(name).file_size
    at = book.rindex(name.encode()) - 46
    assert int.from_bytes(book[at + 24 : at + 28], "little") == true
    return book[: at + 24] + size.to_bytes(4, "little") + book[at + 28 :]
