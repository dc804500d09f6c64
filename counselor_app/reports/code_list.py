"""A list of occupations in a file: which codes it names, and what is left out of it."""

from __future__ import annotations

import csv
import io
import re
from calendar import month_abbr, month_name
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from counselor_app.domain.figures.plain_text import plain_signs, printable
from counselor_app.errors import UserError, system_words
from counselor_app.language import _, joined, listed, pgettext
from counselor_app.reports.batch import NotMade

LONGEST_LIST = 1_000_000
"""Bytes of a file of codes; every occupation there is takes 15,000."""

_WRITTEN = re.compile(r"(?<![0-9-])([0-9]{2}) ?- ?([0-9]{4})(?:\.([0-9]{2}))?(?![0-9-])")
_DIGITS = re.compile(r"([0-9]{2})([0-9]{4})(?:\.0|\.?([0-9]{2}))?(?= [^0-9]|$)")
_HEADS = frozenset((
    "career", "careers", "date", "id", "job", "jobs", "job title", "list", "name", "no", "note",
    "notes", "number", "occupation", "occupations", "title", "titles", "student", "students",
    "type", "level", "group",
))  # fmt: skip
_CODE_HEADS = ("code", "codes", "soc", "soc code", "onetsoc code", "occupation code", "occ code")
_MONTH = re.compile(
    r"(?P<day>[0-9]{1,2}[-/. ]+)?(?P<month>[^\W\d]{3,10})\.?(?:[-/. ]+(?P<year>[0-9]{4}|[0-9]{2}))?"
)
_MONTHS = frozenset(map(str.casefold, (*month_abbr[1:], *month_name[1:], "sept", "noviembre")))
_DAY = re.compile(
    r"(?P<y1>[0-9]{4})-(?P<m1>[0-9]{1,2})-[0-9]{1,2}(?:[ T].*)?"
    r"|(?P<a>[0-9]{1,2})[/.](?P<b>[0-9]{1,2})[/.](?P<y2>[0-9]{4})"
)
_LONGEST_SAID = 40


@dataclass(frozen=True, slots=True)
class _Found:
    """A code in a field; ``written`` with its hyphen, which bare digits may have by chance."""

    code: str
    written: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A line's fields, and the codes that stand in each."""

    line: int
    fields: tuple[str, ...]
    found: tuple[tuple[_Found, ...], ...]


def read_codes(path: Path, known: Collection[str]) -> tuple[list[str], list[NotMade]]:
    """The codes of ``known`` (O*NET-SOC) that a file lists, in order, each once; what is left out.

    A column headed "Code" is read first. Without one the codes stand in the column that most of
    them stand in; digits without a hyphen are a code only there, for elsewhere they may be a
    student's number. Every line that is not blank and gives no code, but for the heading, is told.

    Raises:
        UserError: when the file cannot be read, is no text, leaves a quotation mark open, or holds
            no code at all.
    """
    rows = [_row(line, fields, known) for line, fields in _table(_text(path), path.name, known)]
    rows = [row for row in rows if any(row.fields)]
    codes, left_out = dict[str, None](), list[NotMade]()
    head = rows[0] if rows and _is_head(rows[0]) else None
    order = _columns(rows[0].fields) if head else ()
    body = rows[1:] if head else rows
    main = _main_column(body, bare=head is None)
    for row in body:
        taken, why = _taken(row, order, main, known)
        codes.update(dict.fromkeys(taken))
        if why:
            left_out.append(NotMade(pgettext("report", "Line {n}", n=row.line), why))
    if not codes:
        none = _("{file} holds no occupation code such as 43-4051; one a line.", file=path.name)
        first = (_("{what}: {why}.", what=one.what, why=one.why) for one in left_out[:1])
        raise UserError(joined((none, *first)))
    return list(codes), left_out


def _text(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():
            raise UserError(_("{file} could not be read: it is not a file.", file=path.name))
        if path.stat().st_size > LONGEST_LIST:
            raise UserError(_("{file} is too long for a list of occupations.", file=path.name))
        raw = path.read_bytes()
    except OSError as error:
        why = system_words(error)
        raise UserError(_("{file} could not be read: {why}.", file=path.name, why=why)) from None
    try:
        if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            text = raw.decode("utf-16")
        else:
            text = raw.decode("utf-8-sig" if raw.startswith(BOM_UTF8) else "utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")  # the codes are the same in every code page
    if "\0" in text or raw.startswith(b"PK\x03\x04"):
        raise UserError(
            _("{file} is not a text file; save it as CSV UTF-8 and try again.", file=path.name)
        )
    return text


def _table(text: str, name: str, known: Collection[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows of fields, each with the number of the line that it begins in."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    told = re.fullmatch(r"sep=(.)", first.strip(), re.IGNORECASE)
    bare = re.sub(r'"[^"]*"', "", first)
    between = told[1] if told else max(",;\t", key=bare.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    line = 1
    try:
        for row in reader:
            fields = tuple(plain_signs(field) for field in row)
            for field in row:
                _check_closed(field, line, name, known)
            if not (told and fields == tuple(plain_signs(first).split(between))):
                yield line, fields
            line = reader.line_num + 1
    except csv.Error:
        raise UserError(
            _(
                "{file}, line {line}: a quotation mark is opened and not closed as it should be."
                " Close it, or take it out, and try again; nothing was made.",
                file=name,
                line=line,
            )
        ) from None


def _check_closed(field: str, line: int, name: str, known: Collection[str]) -> None:
    """A field that goes over several lines and swallows a code was never meant to."""
    beyond = re.split(r"[\r\n]+", field)[1:]
    if any(one.code in known for part in beyond for one in _codes(plain_signs(part))):
        raise UserError(
            _(
                "{file}, line {line}: a quotation mark is opened there and closed lines later, with"
                " an occupation code between. Close it, or take it out, and try again; nothing was"
                " made.",
                file=name,
                line=line,
            )
        )


def _row(line: int, fields: tuple[str, ...], known: Collection[str]) -> _Row:
    return _Row(
        line, fields,
        tuple(tuple(one for one in _codes(field) if one.code in known) for field in fields),
    )  # fmt: skip


def _codes(field: str) -> list[_Found]:
    """What looks like a code in a field, there or not; bare digits only where it begins."""
    said = field.lstrip("='\"([ ").rstrip("'\")] ")
    found = [_Found(f"{a}-{b}.{c or '00'}", True) for a, b, c in _WRITTEN.findall(said)]
    if not found and (bare := _DIGITS.match(said)):
        found = [_Found(f"{bare[1]}-{bare[2]}.{bare[3] or '00'}", False)]
    return found


def _is_head(row: _Row) -> bool:
    """Whether the first line names columns: it has no code, nothing like one, and such a name."""
    if any(row.found) or any(_codes(f) or _as_date(f) for f in row.fields):
        return False
    return bool(_columns(row.fields)) or any(_bare_name(f) in _HEADS for f in row.fields)


def _columns(heads: Sequence[str]) -> tuple[int, ...]:
    """The columns headed as codes, the plainest heading first."""
    ranks = {}
    for place, head in enumerate(heads):
        name = _bare_name(head)
        if re.search(r"[0-9]{2}-", head):
            continue
        if name in _CODE_HEADS:
            ranks[place] = 0
        elif re.search(r"soc|onet", name):
            ranks[place] = 1
        elif "code" in name and not re.search(r"zip|post|student|client|school|class", name):
            ranks[place] = 2
    return tuple(sorted(ranks, key=lambda place: (ranks[place], place)))


def _bare_name(head: str) -> str:
    return " ".join(re.sub(r"[^a-z ]", "", head.casefold().replace("_", " ")).split())


def _main_column(rows: Sequence[_Row], *, bare: bool) -> int | None:
    """The column of most codes; by bare digits only where ``bare`` and none has its hyphen."""
    written, digits = Counter[int](), Counter[int]()
    for row in rows:
        for place, found in enumerate(row.found):
            written[place] += any(one.written for one in found)
            digits[place] += bool(found)
    counted = +written or (+digits if bare else Counter[int]())
    return counted.most_common(1)[0][0] if counted else None


def _taken(
    row: _Row, order: Sequence[int], main: int | None, known: Collection[str]
) -> tuple[list[str], str]:
    """The code of a row, and why it has none or what else it holds."""
    for place in order:
        if place < len(row.found) and row.found[place]:
            return _first(row.found[place], ())
    within = (place for place in (main,) if place is not None and not order)
    for place in within:
        if place < len(row.found) and row.found[place]:
            rest = [found for i, found in enumerate(row.found) if i != place]
            return _first(row.found[place], [one for found in rest for one in found if one.written])
    written = [one for found in row.found for one in found if one.written]
    if written:
        return _first(written, ())
    return [], _why_none(row, order, known)


def _first(found: Sequence[_Found], more: Sequence[_Found]) -> tuple[list[str], str]:
    code = found[0].code
    others = dict.fromkeys(one.code for one in (*found[1:], *more) if one.code != code)
    if not others:
        return [code], ""
    return [code], _(
        "only {code} is taken; {others} too stand in it. Write one code a line",
        code=code, others=listed(others),
    )  # fmt: skip


def _why_none(row: _Row, order: Sequence[int], known: Collection[str]) -> str:
    places = [*(place for place in order if place < len(row.fields)), *range(len(row.fields))]
    fields = [row.fields[place] for place in places if row.fields[place]]
    for field in fields:
        if (date := _as_date(field)) is not None:
            return _date_words(field, date, known)
        if re.fullmatch(r"[0-9.,]+E\+?[0-9]+", field, re.IGNORECASE):
            return _(
                "“{field}” is a number that a spreadsheet has rounded; write the code as text",
                field=field,
            )
    for field in fields:
        for one in _codes(field):
            if one.code not in known:
                return _("no occupation has the code {code}", code=one.code.removesuffix(".00"))
    if any(row.found):
        digits = next(f for f, found in zip(row.fields, row.found, strict=True) if found)
        said = _said(digits)
        return _("“{field}” stands where a code does not; write codes as 43-4051", field=said)
    return _("no code like 43-4051 in “{field}”", field=_said(fields[0]))


def _as_date(field: str) -> tuple[int | None, str] | None:
    """Month (None for another than November) and year, where a field is a date."""
    found = _MONTH.fullmatch(field)
    if found and (found["day"] or found["year"]) and found["month"].casefold() in _MONTHS:
        november = found["month"].casefold().startswith("nov")
        return (11 if november and found["year"] else None), found["year"] or ""
    if found := _DAY.fullmatch(field):
        months = (found["m1"], found["a"], found["b"])
        return (11 if "11" in months else None), found["y1"] or found["y2"]
    return None


def _date_words(field: str, date: tuple[int | None, str], known: Collection[str]) -> str:
    """Codes of the family 11 are what a spreadsheet takes for a month and a year."""
    month, year = date
    ends = f"11-{year}." if len(year) == 4 else year
    meant = [code[:7] for code in sorted(known)
             if month and code.endswith(".00") and code.startswith("11-")
             and (code.startswith(ends) if len(year) == 4 else code[5:7] == ends)]  # fmt: skip
    # A year of two digits is of this century: 11-2021 rather than 11-3021.
    meant.sort(key=lambda code: not code.startswith("11-20"))
    if not meant:
        return _("“{field}” is a date, no code", field=_said(field))
    code: str = meant[0]
    if meant[1:]:
        code = _("{code} (or {others})", code=meant[0], others=listed(meant[1:], "or"))
    return _(
        "“{field}”: a spreadsheet has turned {code} into a date; write the code as text there, with"
        " an apostrophe before it: '{first}",
        field=_said(field),
        code=code,
        first=meant[0],
    )


def _said(field: str) -> str:
    return printable(field[:_LONGEST_SAID])
