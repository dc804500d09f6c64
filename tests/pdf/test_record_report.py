"""A whole record on paper: everything that is kept is in it, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from records import SECRET, noon, note, record
from workspace_files import SELF_REPORTS

from counselor_app.client_texts import inventory_form, item_texts, self_report_texts
from counselor_app.domain.record.record import (
    MadeReport,
    RatedLevel,
    Record,
    SelfReport,
    TakenInventory,
)
from counselor_app.domain.session.value_cards import Piles
from counselor_app.reports.parts import Report
from counselor_app.reports.quotes import curled
from counselor_app.reports.record import record_content
from counselor_app.reports.typeset import report_pdf
from counselor_app.store.reference import Pack

if TYPE_CHECKING:
    from tests.pdf.conftest import Page

    Read = Callable[[bytes], list[Page]]


def report(pack: Pack, found: Record) -> Report:
    return record_content(
        found,
        titles={"29-1141.00": "Registered Nurses"},
        elements={key: name for key, (name, _) in pack.elements.items()},
        items=item_texts(),
        texts=self_report_texts(),
        made_on=date(2026, 11, 22),
        version="1",
        sources=pack.sources.values(),
    )


def test_every_part_of_a_record_is_printed(pack: Pack, read_back: Read) -> None:
    form = inventory_form("short")
    given = {item.id: i % 5 for i, item in enumerate(form.items[:-1])}
    taken = TakenInventory(
        "i", "s2", "short", "2", noon(20), None, given, frozenset({form.items[-1].id}), 312.0
    )
    whole = replace(
        record(),
        inventories=(taken,),
        ratings=(RatedLevel("2.A.1.a", 4.5, noon(20)),),
        reports=(MadeReport("m", "s2", "fit", ("43-4051.00",), "PDF, saved", noon(20)),),
    )
    text = " ".join(page.flat for page in read_back(report_pdf(report(pack, whole))))
    for item in form.items:
        assert curled(item.text) in text
    assert "left out" in text
    assert "Reading Comprehension 4.5" in text
    assert "Registered Nurses (29-1141.00)" in text
    assert "43-4051.00" in text
    assert "8 14 10 22 25 33 CES" in text
    assert f"the counselor only none {SECRET} about the family." in text
    assert "PDF, saved" in text
    assert "Done long ago" in text
    assert "Everything that is kept of this client" in text


def test_a_record_says_what_is_open_done_and_lost(pack: Pack, read_back: Read) -> None:
    plain = " ".join(page.flat for page in read_back(report_pdf(report(pack, record()))))
    assert plain.count("still open") == 1
    assert plain.count("to do") == 1
    assert "typeface lacks" not in plain
    (first, *_) = (n for n in record().notes if n.reader == "client")
    odd = replace(record(), notes=(replace(first, text="Gut \U0001f600"), *record().notes))
    text = " ".join(page.flat for page in read_back(report_pdf(report(pack, odd))))
    assert "typeface lacks" in text
    assert "Gut ?" in text


def test_an_empty_record_says_that_nothing_is_kept(pack: Pack, read_back: Read) -> None:
    pages = read_back(report_pdf(report(pack, Record("0", "", noon(1), noon(1)))))
    assert len(pages) == 1
    assert pages[0].flat.count("Nothing is kept.") == 9


def test_long_notes_go_over_pages_and_lose_nothing(pack: Pack, read_back: Read) -> None:
    notes = [note("a", "client", "Again and again. " * 700), note("b", "client", "One\ntwo")]
    pages = read_back(report_pdf(report(pack, record(notes=notes))))
    assert sum(page.flat.count("Again") for page in pages) == 700
    for place, page in enumerate(pages, 1):
        assert f"Page {place} of {len(pages)}" in page.flat
        assert min(box[1] for _, box in page.letters()) > 20


def test_a_note_of_many_lines_stays_on_one_page(pack: Pack, read_back: Read) -> None:
    notes = [note(f"n{i}", "client", f"First{i} {'and so on ' * 60} last{i}.") for i in range(24)]
    pages = read_back(report_pdf(report(pack, record(notes=notes))))
    assert len(pages) > 1
    for i in range(24):
        held = [page for page in pages if f"First{i} " in page.flat]
        assert [f"last{i}." in page.flat for page in held] == [True]


def test_what_a_client_says_of_themselves_is_printed_in_words_without_a_sum(
    pack: Pack, read_back: Read
) -> None:
    told = tuple(
        SelfReport(f"r{n}", "s2", kind, value, noon(20))
        for n, (kind, value) in enumerate(SELF_REPORTS.items())
    )
    newer = SelfReport("r9", "s2", "cards", Piles({"pets": "must"}, "9"), noon(20))
    whole = replace(record(), self_reports=(*told, newer))
    pages = read_back(report_pdf(report(pack, whole)))
    text = " ".join(" ".join(page.text.split()) for page in pages)
    for said in (
        "Work styles", "I like to try new ways to do a task. mostly like me",
        "I notice how other people feel. not like me",
        "Value cards", "The hours fit my life. Must have", "I can move up. Not now",
        "Readiness check, before", "I know what I need from a job. not yet",
        "Readiness check, after", "I feel all right about how I am choosing. yes",
        "Big Five note: IPIP-60", "Openness 41.5 (12 to 60)", "It is compared with no job.",
        "Value cards, edition 9", "pets Must have", "They stay in the record as they are",
    ):  # fmt: skip
        assert said in text, said
