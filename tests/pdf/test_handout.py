"""Session handouts read back: what the client takes home, and what never reaches it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING, get_args

import openpyxl
import pikepdf
import pytest
from records import SECRET, noon, note, record
from workspace_files import SELF_REPORTS

from counselor_app.client_texts import readiness_statements, style_statements
from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.fit.instruments import INSTRUMENTS
from counselor_app.domain.fit.tiers import redraw
from counselor_app.domain.record.handout import ClientNote, client_handout, counselor_handout
from counselor_app.domain.record.record import Looked, Record, SelfReport
from counselor_app.domain.session.client import Client, view
from counselor_app.domain.session.readiness import ReadinessAnswers
from counselor_app.domain.session.styles import StyleAnswers
from counselor_app.language import Language
from counselor_app.reports.export import Format, export
from counselor_app.reports.handout import COUNSELORS_COPY, Copy, handout_content
from counselor_app.reports.parts import Report
from counselor_app.reports.typeset import Paper, report_pdf, typst_input
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

if TYPE_CHECKING:
    from tests.pdf.conftest import Page

    Read = Callable[[bytes], list[Page]]

DAY = date(2026, 11, 22)
FOUR = ("31-2021.00", "29-1123.00", "29-1141.01", "43-4051.00")


def report(pack: Pack, found: Record, copy: Copy = "client", **more: object) -> Report:
    sheets = [read_sheet(pack, code) for code in client_handout(found).codes]
    scores = found.scores[-1].scores if found.scores else None
    return handout_content(
        found,
        sheets,
        copy=copy,
        made_on=DAY,
        version="1",
        sources=pack.sources.values(),
        view=view(
            Client(found.name, scores),
            pack.interest_profiles,
            redraw(scores, pack.interest_profiles) if scores else None,
        ),
        **more,  # type: ignore[arg-type]
    )


def unpacked(pdf: bytes) -> bytes:
    """Every stream of the file, decompressed, after the file itself."""
    with pikepdf.open(BytesIO(pdf)) as document:
        streams = [o.read_bytes() for o in document.objects if isinstance(o, pikepdf.Stream)]
    return b"".join([pdf, *streams])


def test_a_note_for_the_counselor_cannot_become_the_clients() -> None:
    with pytest.raises(ValueError, match="counselor alone"):
        ClientNote.of(note("n", "counselor", SECRET))
    assert SECRET not in repr(client_handout(record()))
    assert len(counselor_handout(record()).notes) == 2


def test_nothing_of_the_counselors_reaches_the_clients_copy(pack: Pack, read_back: Read) -> None:
    content = report(pack, record())
    assert SECRET not in repr(content)
    assert SECRET not in json.dumps(typst_input(content, "letter"))
    pdf = report_pdf(content)
    assert SECRET not in " ".join(page.flat for page in read_back(pdf))
    assert SECRET.encode() not in unpacked(pdf)
    assert SECRET.encode("utf-16-be") not in unpacked(pdf)
    assert SECRET.encode("utf-16-be").hex().upper().encode() not in unpacked(pdf).upper()


def test_the_counselors_copy_has_it_and_says_so_on_every_page(pack: Pack, read_back: Read) -> None:
    many = [note(f"n{i}", "counselor", f"{SECRET} {i}") for i in range(60)]
    pages = read_back(report_pdf(report(pack, record(notes=many), "counselor")))
    assert len(pages) > 1
    for page in pages:
        assert COUNSELORS_COPY in page.flat
    text = " ".join(page.flat for page in pages)
    assert text.count(SECRET) >= 60
    assert "Notes for the counselor only" in text


def test_the_client_reads_notes_steps_jobs_and_interests(pack: Pack, read_back: Read) -> None:
    text = " ".join(page.flat for page in read_back(report_pdf(report(pack, record()))))
    assert "Session of November 20, 2026" in text
    assert "You liked the helping part. Ask about a visit." in text
    assert "November 20, 2026, Registered Nurses" in text
    assert "From an earlier talk." not in text
    assert "Call the college to do" in text
    assert "Read the profile done November 20, 2026" in text
    assert "Done long ago" not in text
    assert "Our own words, November 2026" in text
    assert "A conversation, not a verdict" in text
    assert "Your answers are highest on keeping things in order" in text
    assert "too close to tell" in text
    for code in ("43-4051.00", "29-1141.00"):
        sheet = read_sheet(pack, code)
        assert sheet.occupation.title in text
        assert value_words(sheet.nation.median()) in text
        assert value_words(sheet.outlook.openings) in text
    assert "This job is very likely to be among the tenth of jobs closest" in text
    assert "Different from your answers: ask what draws you." in text
    assert "less likely" not in text
    for statistic in ("rank", "Best", "orrelation", "r .", "eliability", "re-draws", "±", " tie"):
        assert statistic not in text


def test_the_client_reads_no_code_and_the_counselor_does(pack: Pack, read_back: Read) -> None:
    client, counselor = (
        " ".join(page.flat for page in read_back(report_pdf(report(pack, record(), copy))))
        for copy in get_args(Copy)
    )
    codes = re.compile(r"\d\d-\d{4}|\bCES\b|Conventional|Realistic|[Jj]ob zone|your code")
    assert codes.findall(client) == []
    assert "With ties your code could be CES, CEI, CSE, ECS or ECI." in counselor
    assert {"43-4051", "Conventional", "job zone"} <= set(codes.findall(counselor))


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_four_jobs_three_steps_and_a_note_are_one_page(
    pack: Pack, read_back: Read, paper: Paper
) -> None:
    found = record()
    *before, last = found.sessions
    opened = [Looked(code, noon(20)) for code in FOUR]
    position = replace(last.position, looked=tuple(opened), codes=())
    steps = tuple(replace(step, text=f"{step.text} and talk about it") for step in found.steps)
    found = replace(found, sessions=(*before, replace(last, position=position)), steps=steps * 2)
    pages = read_back(report_pdf(report(pack, found), paper))
    assert len(pages) == 1
    assert all(read_sheet(pack, code).occupation.title in pages[0].flat for code in FOUR)


def test_the_first_chosen_place_pays_beside_the_nation(pack: Pack, read_back: Read) -> None:
    codes = client_handout(record()).codes
    sheets = [read_sheet(pack, code, ["4800000", "0600000"]) for code in codes]
    content = handout_content(
        record(), sheets, copy="client", made_on=DAY, version="1", sources=pack.sources.values()
    )
    text = " ".join(page.flat for page in read_back(report_pdf(content)))
    for sheet in sheets:
        nation, texas, _ = (value_words(row.median()) for row in sheet.wages)
        assert f"Median pay {texas} a year in Texas, {nation} in the nation" in text
    assert "United States and Texas" in text
    assert "California" not in text


@pytest.mark.parametrize("copy", ["client", "counselor"])
@pytest.mark.parametrize(("inventory", "own"), [("own-60", True), ("ip-short", False)])
def test_scores_of_our_own_questions_are_said_to_be_not_validated(
    pack: Pack, read_back: Read, copy: Copy, inventory: str, own: bool
) -> None:
    found = record()
    taken = found.scores[0]
    scores = replace(taken.scores, instrument=INSTRUMENTS[inventory])
    pages = read_back(
        report_pdf(report(pack, replace(found, scores=(replace(taken, scores=scores),)), copy))
    )
    text = " ".join(page.flat for page in pages)
    assert ("Not yet validated, and not an O*NET instrument." in text) is own


@pytest.mark.parametrize("copy", ["client", "counselor"])
@pytest.mark.parametrize("fmt", ["pdf", "html", "xlsx", "csv"])
def test_every_copy_in_every_format_carries_the_licence_sentence(
    pack: Pack, read_back: Read, copy: Copy, fmt: Format
) -> None:
    content = report(pack, record(), copy)
    made = export(content, fmt)
    if fmt == "pdf":
        text = " ".join(page.flat for page in read_back(made))
    elif fmt == "xlsx":
        book = openpyxl.load_workbook(BytesIO(made))
        text = " ".join(str(c.value) for s in book for row in s for c in row if c.value)
    else:
        text = unescape(made.decode("utf-8-sig"))
    text = " ".join(text.split())
    assert "This report includes information from the O*NET 30." in text
    assert "Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0" in text
    assert "USDOL/ETA has not approved, endorsed, or tested these modifications." in text


def test_an_earlier_session_can_be_printed(pack: Pack, read_back: Read) -> None:
    text = " ".join(
        page.flat for page in read_back(report_pdf(report(pack, record(), session="s1")))
    )
    assert "Session of November 2, 2026" in text
    assert "From an earlier talk." in text
    assert "You liked the helping part" not in text


def test_two_hundred_notes_and_one_as_long_as_pages(pack: Pack, read_back: Read) -> None:
    notes = [note(f"n{i}", "client", f"Note number {i}, with some words.") for i in range(200)]
    notes.append(note("long", "client", "Again and again. " * 900))
    pages = read_back(report_pdf(report(pack, record(notes=notes))))
    text = " ".join(page.flat for page in pages)
    for i in range(200):
        assert f"Note number {i}," in text
    assert text.count("Again") == 900
    for place, page in enumerate(pages, 1):
        assert f"Page {place} of {len(pages)}" in page.flat
        assert len(page.flat) > 500
        for letter, (left, bottom, right, top) in page.letters():
            assert left > 44, letter
            assert right < 612 - 44, letter
            assert bottom > 20, letter
            assert top < 772, letter


def test_a_bare_record_leaves_room_to_write(pack: Pack, read_back: Read) -> None:
    bare = Record("0", "", noon(1), noon(1))
    pages = read_back(report_pdf(report(pack, bare)))
    assert len(pages) == 1
    assert "No steps are written down yet." in pages[0].flat
    assert "O*NET" not in pages[0].flat.split("Counselor 1")[0]


def test_lost_letters_are_said(pack: Pack, read_back: Read) -> None:
    found = record(notes=[note("n", "client", "Gut gemacht 日本 😀")])
    text = " ".join(page.flat for page in read_back(report_pdf(report(pack, found))))
    assert "Gut gemacht 日本 ?" in text
    assert "typeface lacks" in text


def test_the_client_is_nowhere_named_where_that_is_wanted(pack: Pack) -> None:
    found = replace(record(), name="Zebra-9")
    assert b"Zebra" in unpacked(report_pdf(report(pack, found)))
    content = report(pack, found, named=False)
    assert "Zebra" not in repr(content)
    assert b"Zebra" not in unpacked(report_pdf(content))


def test_sections_are_left_out(pack: Pack, read_back: Read) -> None:
    content = report(pack, record(), sections=["steps"])
    text = " ".join(page.flat for page in read_back(report_pdf(content)))
    assert "Call the college" in text
    for gone in ("You liked", "Registered Nurses", "Your interests", "O*NET®"):
        assert gone not in text


def test_the_clients_copy_has_no_place_for_the_counselors_notes(pack: Pack) -> None:
    mine, theirs = (report(pack, record(), copy) for copy in ("counselor", "client"))
    assert "own" in [section.id for section in mine.sections]
    assert "own" not in [section.id for section in theirs.sections]
    assert [said.look for said in mine.lead] == ["warning", "lead"]
    assert [said.look for said in theirs.lead] == ["lead"]


def test_what_the_client_wants_goes_home_and_what_they_say_of_themselves_stays(
    pack: Pack, read_back: Read
) -> None:
    styles = StyleAnswers({s.id: 5 if s.reversed else 1 for s in style_statements()})
    told = {
        **SELF_REPORTS,
        "styles": styles,
        "before": ReadinessAnswers({s.id: 0 for s in readiness_statements()}),
        "after": ReadinessAnswers({s.id: 3 for s in readiness_statements()}),
    }
    found = replace(
        record(),
        self_reports=tuple(
            SelfReport(f"r{n}", "s2", kind, value, noon(20))
            for n, (kind, value) in enumerate(told.items())
        ),
    )
    client, counselor = (
        " ".join(page.flat for page in read_back(report_pdf(report(pack, found, copy))))
        for copy in get_args(Copy)
    )
    assert "What you want from work" in client
    assert "Must have: The hours fit my life." in client
    assert "ask in an interview: The hours fit my life." in client
    own = ("This job calls for", "Readiness, before and after", "Big Five", "experts with the help")
    assert not any(said in client for said in own)
    assert all(said in counselor for said in own)
    assert "Work styles: Registered Nurses" in counselor
    assert "Clearer than before" in counselor
    assert "It is compared with no job." in counselor


def test_the_cards_go_home_in_the_language_of_the_paper(pack: Pack) -> None:
    told = SelfReport("r0", "s2", "cards", SELF_REPORTS["cards"], noon(20))
    found = replace(record(), self_reports=(told,))
    spoken = Language("es", "es-US")
    printed = str(report(pack, found, language=spoken).section("values"))
    assert "El horario va bien con mi vida." in printed
    assert "The hours fit my life." not in printed
