"""The coded pages of the handbook: whole, plain, ours, and at one with the plain words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import textstat

from counselor_app.domain.occupation.handbook import LICENSED
from counselor_app.errors import UserError
from counselor_app.pack.account import Account
from counselor_app.pack.files import walk
from counselor_app.pack.handbook import OTHER_DATE, Coded, _compare, read_pages
from counselor_app.pack.sources import handbook
from counselor_app.pack.tables import read_table
from counselor_app.store.reference import Pack

LINES = ("licence_line", "certificate_line", "place_line", "hours_line", "strain_line",
         "advancement_line")  # fmt: skip
MUST = re.compile(r"\b(state|must|need)\b[^.]*\blicen[sc]ed?\b|\blicen[sc]ed by\b", re.I)
DRIVING = re.compile(r"driver|driving|business licen", re.I)


@pytest.fixture(scope="module")
def pages() -> dict[str, Coded]:
    return {page.slug: page for page in read_pages()}


def test_the_pages_are_whole_and_name_each_other(pages: dict[str, Coded]) -> None:
    assert len(pages) == 342
    assert all(other in pages for page in pages.values() for other in page["similar"])
    socs = [soc for page in pages.values() for soc in page["socs"]]
    assert len(socs) == len(set(socs)) == 651
    assert all(page["read_by"] == "first reader; second reader" for page in pages.values())


def test_what_is_coded_and_what_is_said_of_a_license_agree(pages: dict[str, Coded]) -> None:
    for slug, page in pages.items():
        line = page["licence_line"].lower()
        if page["licence"] in LICENSED:
            assert re.search(
                r"licen|certif|regist|permit|credential|sign up|document|rules|test", line
            ), slug
        else:
            assert not re.search(
                r"\b(all|every|most|some|many) states? (ask|require|want)", line
            ), slug
            assert not page["licence_kind"], slug


def test_the_plain_words_of_a_job_do_not_contradict_its_page(
    pack: Pack, pages: dict[str, Coded]
) -> None:
    """A text that says that one must be licensed stands beside no row that names none."""
    slugs = dict(
        pack.connection.execute(
            "SELECT o.code, s.slug FROM occupation o JOIN handbook_soc s ON s.soc = o.soc"
        )
    )
    odd = {
        code
        for code, text in pack.connection.execute(
            "SELECT key, text FROM plain_text WHERE language = 'en' AND kind = 'occupation'"
        )
        if MUST.search(text)
        and not DRIVING.search(text)
        and code in slugs
        and pages[slugs[code]]["licence"] not in LICENSED
    }
    assert not odd


def test_the_lines_are_plain(pages: dict[str, Coded]) -> None:
    said = " ".join(page[line] for page in pages.values() for line in LINES if page[line])
    assert textstat.flesch_kincaid_grade(said) <= 8  # type: ignore[attr-defined]
    long = [
        (slug, sentence)
        for slug, page in pages.items()
        for line in LINES
        for sentence in re.split(r"(?<=[.!?]) ", page[line])
        if len(sentence.split()) > 27
    ]
    assert not long


def test_an_export_of_another_year_is_told_page_by_page(
    tmp_path: Path, pages: dict[str, Coded]
) -> None:
    read = {slug: page["dated"] for slug, page in pages.items()}
    path = tmp_path / "ooh_summary_2025-35.csv"
    path.write_text(
        'slug,title,last_modified\nactors,Actors,"Thursday, August 28, 2025"\n'
        'electricians,Electricians,"Thursday, August 27, 2026"\n',
        encoding="utf-8",
    )
    file = next(iter(walk([path])))
    kept = Account(file.name, handbook(2025, "August"), "", 0)
    _compare(read_table(file), kept, read)
    assert kept.kept == 1
    assert list(kept.refused) == [OTHER_DATE]
    assert "electricians" in kept.why(OTHER_DATE)


def test_a_page_with_an_unknown_answer_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('["actors"]\ntitle = "Actors"\n', encoding="utf-8")
    with pytest.raises(UserError, match="actors, page"):
        list(read_pages(tmp_path))
