"""What is not paper says what the pages say: web page, workbook, table, read back."""

from __future__ import annotations

import csv
import io
import random
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import openpyxl
import pytest
from records import SECRET, record

from counselor_app.domain.figures.wording import correlation_words, value_words
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.record.handout import client_handout
from counselor_app.domain.session.client import Client, ClientView, view
from counselor_app.reports.branding import Branding
from counselor_app.reports.compare import compare_content
from counselor_app.reports.content import profile_content
from counselor_app.reports.export import FORMATS, Format, export
from counselor_app.reports.fit import fit_report_content
from counselor_app.reports.handout import handout_content
from counselor_app.reports.numbers import printed_number
from counselor_app.reports.parts import Report
from counselor_app.reports.sections import SECTIONS, chosen_sections, without
from counselor_app.store.match_list import match_list
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

DAY = date(2026, 11, 22)
TEXAS = "4800000"
# Plain, hourly only, very high pay, nothing published.
CODES = ("43-4051", "27-2011", "29-1211", "55-1011")


def profile(sheet: Sheet, **more: object) -> Report:
    return profile_content(sheet, made_on=DAY, version="0.0", **more)  # type: ignore[arg-type]


class Read(HTMLParser):
    """The tags of a page, their text, and the rows of its tables."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.rows: list[list[str]] = []
        self._skipped = 0
        self._in_cell = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._skipped += tag in ("sup", "style")
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")
            self._in_cell = True

    def handle_endtag(self, tag: str) -> None:
        self._skipped -= tag in ("sup", "style")
        if tag in ("th", "td"):
            self._in_cell = False

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._in_cell and not self._skipped:
            self.rows[-1][-1] += data

    def all(self, *names: str) -> list[dict[str, str]]:
        return [attrs for tag, attrs in self.tags if tag in names]


def expected(sheet: Sheet) -> set[str]:
    """The figures that `show` prints and every profile must hold, in its words."""
    hourly = sheet.nation.pay_basis == "hourly_only"
    figures = [
        row.percentile(p, "hourly" if hourly else "annual")
        for row in sheet.wages
        for p in (10, 25, 50, 75, 90)
    ]
    outlook = sheet.outlook
    figures += [outlook.change_pct, outlook.openings, *sheet.interests.scores]
    figures += [r.main for d in ("skill", "ability") for r in sheet.ratings.get(d, ())[:6]]  # type: ignore[call-overload]
    return {value_words(figure) for figure in figures if figure.number is not None}


def drawn(pack: Pack, count: int) -> list[str]:
    codes = [code for (code,) in pack.connection.execute("SELECT code FROM occupation")]
    return [*CODES, *random.Random(6).sample(codes, count)]


def test_every_figure_of_the_sheet_is_in_every_format(pack: Pack) -> None:
    for code in drawn(pack, 8):
        sheet = read_sheet(pack, code, [TEXAS])
        content = profile(sheet)
        wanted = expected(sheet)
        page = Read(export(content, "html").decode())
        assert wanted <= {cell for row in page.rows for cell in row}, code
        numbers = {found.value for text in wanted if (found := printed_number(text))}
        table = csv.reader(io.StringIO(export(content, "csv").decode("utf-8-sig")))
        values = {row[6] for row in table}
        assert numbers <= {float(v) for v in values if re.fullmatch(r"-?[\d.]+", v)}, code
        book = openpyxl.load_workbook(io.BytesIO(export(content, "xlsx")), read_only=True)
        cells = {c for ws in book for row in ws.iter_rows(values_only=True) for c in row}
        book.close()
        assert numbers <= {c for c in cells if isinstance(c, (int, float))}, code


def test_missing_figures_are_words_and_never_zero_or_blank(pack: Pack) -> None:
    content = profile(read_sheet(pack, "55-1011"))
    rows = list(csv.DictReader(io.StringIO(export(content, "csv").decode("utf-8-sig"))))
    key = {row["Row"]: row["Value"] for row in rows if row["Column"] == "Value"}
    assert key["median pay a year"] == "not published"
    assert all(row["Value"] not in ("", "0") for row in rows)


def test_every_number_has_its_unit_and_source(pack: Pack) -> None:
    content = profile(read_sheet(pack, "43-4051", [TEXAS]))
    rows = list(csv.DictReader(io.StringIO(export(content, "csv").decode("utf-8-sig"))))
    for row in rows:
        if re.fullmatch(r"-?[\d.]+", row["Value"]):
            assert row["Unit"], row
            assert row["Source"], row
    change = next(row for row in rows if row["Row"] == "change in jobs")
    assert (change["Value"], change["Unit"]) == ("-5.5", "percent")
    assert "2024–34" in change["Source"]


def test_a_web_page_is_whole_and_accessible(pack: Pack) -> None:
    logo = Branding("Lincoln <High>", "Room 114", b"\x89PNG not drawn here", (4, 4))
    content = profile(read_sheet(pack, "43-4051", [TEXAS]))
    page = Read(export(content, "html", branding=logo).decode())
    assert page.all("html")[0]["lang"] == "en-US"
    assert Counter(tag for tag, _ in page.tags)["h1"] == 1
    assert {"header", "nav", "main", "footer", "title"} <= {tag for tag, _ in page.tags}
    assert not {"script", "link", "iframe", "object"} & {tag for tag, _ in page.tags}
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    for _, attrs in page.tags:
        for name in ("href", "src", "xlink:href"):
            target = attrs.get(name, "#")
            assert target.startswith(("#", "data:image/png")), target
            assert not target.startswith("#") or target == "#" or target[1:] in ids
        assert not any(name.startswith("on") for name in attrs)
    assert {head["scope"] for head in page.all("th")} == {"col", "row"}
    charts = [attrs for attrs in page.all("svg") if "role" in attrs]
    # Of the student's page pay here and the years to get in; pay, openings and interests.
    assert len(charts) == 5
    assert all(chart["aria-labelledby"] in ids for chart in charts)
    text = " ".join("".join(page.words).split())
    assert "Lincoln <High>" in text
    assert "United States: median $44,770 a year" in text
    assert "has not approved, endorsed, or tested these modifications." in text
    assert "Made November 22, 2026." in text
    marks = {attrs["href"] for attrs in page.all("a") if attrs["href"].startswith("#source-")}
    assert marks
    assert all(mark[1:] in ids for mark in marks)


def test_text_that_a_spreadsheet_would_run_is_harmless(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    evil = '=HYPERLINK("http://x","y")'
    odd = replace(sheet, occupation=replace(sheet.occupation, title=evil))
    text = export(profile(odd), "csv").decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            number = re.fullmatch(r"-?[\d.]+", cell)
            assert number or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell
    made = export(profile(odd), "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert all(c.data_type != "f" for ws in book for row in ws.iter_rows() for c in row)
    assert book["About"]["B4"].value == evil
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert not any(
            "hyperlink" in parts.read(n).decode() for n in parts.namelist() if "rels" in n
        )
    page = export(profile(odd), "html").decode()
    assert "=HYPERLINK(“http" in page


def test_a_workbook_is_ready_to_work_with(pack: Pack) -> None:
    made = export(profile(read_sheet(pack, "43-4051", [TEXAS])), "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book.sheetnames[0] == "About"
    assert book.sheetnames[-1] == "Sources"
    pay = book["Pay, $ a year"]
    assert pay.freeze_panes == "B2"
    assert (pay["A2"].value, pay["D2"].value) == ("United States", 44770)
    assert pay["D2"].number_format.startswith("$#,##0")
    assert "Occupational Employment and Wage Statistics, May 2025" in pay["H2"].value
    key = book["Key figures"]
    assert key["B4"].value == -5.5
    assert "%" in key["B4"].number_format


@pytest.mark.parametrize("fmt", ["html", "csv", "xlsx"])
def test_left_out_sections_are_in_no_format(pack: Pack, fmt: Format) -> None:
    sheet = read_sheet(pack, "43-4051")
    few = profile(sheet, sections={"pay", "outlook"})
    names = [section.id for section in few.sections]
    assert names == ["key-figures", "pay", "outlook"]
    assert len(few.notes) == 4
    assert len(export(few, fmt)) < len(export(profile(sheet), fmt))


def test_every_kind_in_every_format(pack: Pack) -> None:
    scores = parse_scores("8,14,20,26,24,31", None)
    seen = view(Client("RF-14", scores), pack.interest_profiles)
    sheets = [read_sheet(pack, code, [TEXAS]) for code in CODES]
    fit = _fit(pack, seen, sheets[:1])
    several = _fit(pack, seen, sheets)
    compared = compare_content(sheets, seen, made_on=DAY, version="0")
    for content in (fit, several, compared):
        for fmt, _ in FORMATS:
            assert export(content, fmt)
        page = Read(export(content, "html").decode())
        ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
        assert len(ids) == len(set(ids))
    found = seen.fit(sheets[0])
    assert found is not None
    assert found.match is not None
    said = "".join(Read(export(fit, "html").decode()).words)
    assert correlation_words(found.match.r) in said
    cells = {cell for row in Read(export(compared, "html").decode()).rows for cell in row}
    assert {"$44,770", "−5.5%", "341,700"} <= cells


def _fit(pack: Pack, seen: ClientView, sheets: list[Sheet]) -> Report:
    return fit_report_content(
        seen,
        sheets,
        match_list(pack, seen.ranking),
        made_on=DAY,
        version="0",
        sources=tuple(pack.sources.values()),
    )


@pytest.mark.parametrize("fmt", ["html", "csv", "xlsx"])
def test_no_note_of_the_counselors_is_in_the_clients_copy(pack: Pack, fmt: Format) -> None:
    kept = record()
    sheets = [read_sheet(pack, code) for code in client_handout(kept).codes]
    made: dict[str, bytes] = {}
    for copy in ("client", "counselor"):
        content = handout_content(
            kept,
            sheets,
            copy=copy,  # type: ignore[arg-type]
            made_on=DAY,
            version="0",
            sources=tuple(pack.sources.values()),
        )
        made[copy] = export(content, fmt)
        if fmt == "xlsx":
            with zipfile.ZipFile(io.BytesIO(made[copy])) as parts:
                made[copy] = b"".join(parts.read(name) for name in parts.namelist())
    assert SECRET.encode() not in made["client"]
    assert SECRET.encode() in made["counselor"]


def test_sections_have_ids_that_stay() -> None:
    assert chosen_sections("profile", ["pay"]) == {"pay"}
    assert without("profile", ["tools", "gone for years"]) == {
        section.id for section in SECTIONS["profile"] if section.id != "tools"
    }
    for sections in SECTIONS.values():
        ids = [section.id for section in sections]
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(r"[a-z-]+", name) for name in ids)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$44,770", 44770.0),
        ("−5.5%", -5.5),
        ("+2.41", 2.41),
        (".75", 0.75),
        ("0", 0.0),
        ("$115.00", 115.0),
        ("2 of 5", None),
        ("$239,200 or more", None),
        ("43-4051", None),
        ("", None),
        ("−", None),
        ("not published", None),
    ],
)
def test_numbers_are_read_as_printed(text: str, value: float | None) -> None:
    found = printed_number(text)
    assert (found.value if found else None) == value
