"""The Spanish of the program: whole, its own, and with the figures of the English."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from pypdf import PdfReader
from records import record
from spanish_text_checks import CLASH

from counselor_app.client_texts import item_texts, self_report_texts
from counselor_app.domain.session.client import Client, view
from counselor_app.language import Language, language, listed, ngettext
from counselor_app.paths import resources
from counselor_app.reports.compare import compare_content
from counselor_app.reports.content import profile_content
from counselor_app.reports.export import filed
from counselor_app.reports.fit import fit_report_content
from counselor_app.reports.handout import handout_content
from counselor_app.reports.html import html_page
from counselor_app.reports.parts import Report
from counselor_app.reports.record import record_content
from counselor_app.reports.typeset import report_pdf
from counselor_app.store.match_list import match_list
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

PO = resources() / "language" / "es" / "counselor.po"
GLOSSARY = Path(__file__).parents[4] / "shared" / "design" / "spanish-glossary.csv"
DAY = date(2026, 11, 29)
CODES = ("43-4051.00", "29-1141.00", "47-2111.00", "27-2011.00", "55-1011.00")
TEN = (*CODES, "53-3032.00", "35-2014.00", "25-2021.00", "15-1252.00", "39-5012.00")

TRANSLATED = 0.90
"""Share of the messages that are there in Spanish; nothing that was there may go."""

ENGLISH_LINES = 0.06
"""Most lines of a printed page on which a word of English may stand until all are there."""

THE_SAME = {
    ("releases", "O*NET {release}"): "a name",
    ("answer", "No"): "the same word",
    ("shortlist", "no"): "the same word",
    ("page", "Plan"): "the same word",
    ("step", "{step} (Alt+{n})"): "the name of a key",
    ("interest", "Social"): "the same word, and the letters of a code are the same",
    ("kind of score", "Percentiles"): "the same word",
    ("kind of area", "(sector)"): "the same word",
    ("column", "r"): "the sign of a correlation",
    ("size of a file", "{n} MB"): "a unit",
    ("size of a file", "{n} kB"): "a unit",
    ("files", "CSV (*.csv)"): "the name of a format",
}
"""What is written alike in both languages, and why."""

BANNED = re.compile(
    r"\b(ordenador\w*|fontaner\w*|añad\w*|costes?\b|coger|remover|entrenamiento|bill[oó]n\w*|vosotr\w*"
    r"|bachillerato|salario medio|aplicar a un|grado universitario)\b",
    re.IGNORECASE,
)
SLASHED = re.compile(r"[a-zñ]/[ao]s?\b|[a-zñ]\([ao]s?\)|@|[«»]")
ENGLISH = re.compile(
    r"\b(the|and|of|with|jobs?|who|which|from|this|these|their|are|is|was|not|pays?|years?|people"
    r"|your|you|work|month|months|each|about|most|least|less|more|than|how|what|where)\b"
)


@cache
def catalog() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file)


def messages() -> list[Message]:
    return [message for message in catalog() if message.id]


def strings(message: Message) -> tuple[str, ...]:
    found = message.string if message.pluralizable else (message.string,)
    return tuple(found)


def done() -> list[Message]:
    return [message for message in messages() if all(strings(message))]


def test_no_message_that_was_there_in_spanish_has_gone() -> None:
    share = len(done()) / len(messages())
    print(f"{len(done()):,} of {len(messages()):,} messages are there in Spanish: {share:.1%}")
    assert share >= TRANSLATED


def test_no_message_is_a_guess() -> None:
    assert [message.id for message in messages() if message.fuzzy] == []


def test_places_are_the_same() -> None:
    def names(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)[^}]*\}", text))

    uneven = []
    for message in done():
        ids = message.id if message.pluralizable else (message.id,)
        wanted = set().union(*map(names, ids))
        # One of something may be said in a word.
        if any(names(said) - wanted for said in strings(message)) or names(
            strings(message)[-1]
        ) != names(ids[-1]):
            uneven.append((message.id, message.string))
    assert uneven == []


def test_no_spanish_is_the_english_but_for_a_list() -> None:
    same = {
        (message.context, message.id)
        for message in done()
        if not message.pluralizable
        and message.string == message.id
        and re.search("[a-z]", re.sub(r"\{[^}]*\}", "", message.id))
    }
    assert same <= set(THE_SAME), same - set(THE_SAME)


def test_no_word_of_one_country_no_false_friend_and_no_slash() -> None:
    wrong = [
        (message.id, said)
        for message in done()
        for said in strings(message)
        if BANNED.search(said) or (SLASHED.search(said) and not SLASHED.search(str(message.id)))
    ]
    assert wrong == []


def test_y_and_o_give_way_before_their_own_sound() -> None:
    wrong = [said for message in done() for said in strings(message) if CLASH.search(said)]
    assert wrong == []


@pytest.mark.parametrize(
    ("items", "last", "said"),
    [
        (("padres", "hijos"), "and", "padres e hijos"),
        (("agua", "hielo"), "and", "agua y hielo"),
        (("diez", "once"), "or", "diez u once"),
        (("uno", "dos", "tres"), "and", "uno, dos y tres"),
        (("mujeres", "hombres"), "or", "mujeres u hombres"),
        (("Francia", "Inglaterra"), "and", "Francia e Inglaterra"),
    ],
)
def test_several_words_end_as_spanish_says_them(
    items: tuple[str, ...], last: str, said: str
) -> None:
    assert language("es").say(listed(items, last)) == said  # type: ignore[arg-type]


def test_counts_agree() -> None:
    spanish = language("es")
    for count, said in ((0, "0 páginas"), (1, "1 página"), (2, "2 páginas")):
        assert spanish.say(ngettext("{n} page", "{n} pages", count, n=count)) == said


def test_lists_are_sorted_as_spanish_sorts_them() -> None:
    words = ["oso", "ñandú", "nube", "arco", "árbol", "llama", "luz", "Ángel", "zorro"]
    said = sorted(words, key=language("es").order)
    assert said == ["Ángel", "árbol", "arco", "llama", "luz", "nube", "ñandú", "oso", "zorro"]


def test_the_glossarys_terms_are_kept() -> None:
    if not GLOSSARY.is_file():
        pytest.skip("the glossary is not beside the repository")
    with GLOSSARY.open(encoding="utf-8") as file:
        terms = {
            row["english"].casefold(): row["spanish"]
            for row in csv.DictReader(file)
            if row["english"] and row["spanish"] and "{" not in row["english"]
        }
    own = {
        str(message.id).casefold(): str(message.string)
        for message in done()
        if not message.pluralizable
    }
    shared = sorted(set(terms) & set(own))
    other = [
        (term, terms[term], own[term])
        for term in shared
        if own[term].casefold().strip(".") not in _choices(terms[term])
    ]
    print(f"{len(shared)} terms of the glossary are messages; {len(other)} are said otherwise")
    assert len(shared) > 100
    assert len(other) <= OTHERWISE * len(shared), other


OTHERWISE = 0.06
"""Terms that a message says in other words: labels with an article less, phrases made to fit."""


def _choices(term: str) -> set[str]:
    parts = re.split(r"[;,/]| \(", term.casefold())
    return {term.casefold(), *(part.strip(" .)") for part in parts)}


# Printed pages.


def _reports(pack: Pack) -> Iterator[Report]:
    kept = record(CODES)
    found = view(Client(kept.name, kept.scores[0].scores), pack.interest_profiles)
    sheets = [read_sheet(pack, code, ["4800000"]) for code in CODES]
    sources = tuple(pack.sources.values())
    for sheet in sheets:
        yield profile_content(sheet, made_on=DAY, version="1.2")
    matches = match_list(pack, found.ranking)
    yield fit_report_content(found, sheets, matches, made_on=DAY, version="1.2", sources=sources)
    yield compare_content(sheets[:4], found, made_on=DAY, version="1.2")
    yield handout_content(
        kept, sheets, copy="client", made_on=DAY, version="1.2", sources=sources, view=found
    )
    yield record_content(
        kept, titles={}, elements={}, items=item_texts(), texts=self_report_texts(), made_on=DAY,
        version="1.2", sources=sources,
    )  # fmt: skip


def _in(report: Report, spoken: Language) -> Report:
    return replace(report, language=spoken)


def _words(report: Report) -> str:
    page = html_page(filed(report)).partition("<body>")[2]
    return unescape(re.sub(r"<svg.*?</svg>|<[^>]*>", " ", page, flags=re.DOTALL))


def _figures(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d[\d,.]*\d|\d", text))


def test_both_languages_say_the_same_figures_report_by_report(pack: Pack) -> None:
    for report in _reports(pack):
        english, spanish = _figures(_words(report)), _figures(_words(_in(report, language("es"))))
        # The published title stands beside the Spanish one; it has no figures.
        assert spanish == english, (report.kind, report.code, english - spanish, spanish - english)


def test_the_printed_student_page_has_the_same_figures(pack: Pack) -> None:
    for code in CODES:
        report = profile_content(read_sheet(pack, code), made_on=DAY, version="1.2")
        first = [
            PdfReader(BytesIO(report_pdf(_in(report, spoken)))).pages[0].extract_text()
            for spoken in (language("en"), language("es"))
        ]
        assert _figures(first[0]) == _figures(first[1]), code


def test_a_printed_page_says_its_language_and_what_is_english_in_it(pack: Pack) -> None:
    report = profile_content(read_sheet(pack, CODES[0]), made_on=DAY, version="1.2")
    with pikepdf.open(BytesIO(report_pdf(_in(report, language("es"))))) as document:
        assert str(document.Root.Lang) == "es-US"
        drawn = b"".join(page.Contents.read_bytes() for page in document.pages)
        assert b"/Lang(en-US)" in drawn.replace(b"/Lang (", b"/Lang(")
        assert len(document.pages) == 2
    page = html_page(filed(_in(report, language("es"))))
    assert '<html lang="es-US">' in page
    assert '<span lang="en-US">Customer Service Representatives</span>' in page
    assert "<span lang" not in html_page(filed(report))


def test_no_english_is_left_on_a_spanish_page(pack: Pack) -> None:
    lines: list[str] = []
    left: list[str] = []
    for code in TEN:
        report = _in(
            profile_content(read_sheet(pack, code), made_on=DAY, version="1.2"), language("es")
        )
        page = html_page(filed(report)).partition("<body>")[2]
        page = re.sub(r'<span lang="en-US">.*?</span>|<svg.*?</svg>', " ", page, flags=re.DOTALL)
        cells = [unescape(cell).strip() for cell in re.split(r"<[^>]*>", page)]
        lines += filter(None, cells)
        left += [cell for cell in cells if ENGLISH.search(re.sub(r"[“(][^”)]*[”)]", "", cell))]
    print(f"{len(left)} of {len(lines)} lines of ten jobs hold a word of English: {set(left)}")
    assert len(left) <= ENGLISH_LINES * len(lines), sorted(set(left))
