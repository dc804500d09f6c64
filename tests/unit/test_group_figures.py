"""A group's figure is never told as the job's own: every occupation that shares one, every output.

The 249 occupations that share a published wage or projection are walked through what the program
prints and speaks; wherever one of their shared figures stands, the group is named beside it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date

import pytest
from group_names import (
    has_title,
    holds,
    nameless,
    names_it,
    none_of,
    printed,
    shared_figures,
    strings,
)

from counselor_app.charts import (
    employment_bars,
    industry_bars,
    openings_steps,
    pay_chart,
    tile_map,
)
from counselor_app.cli import show
from counselor_app.domain.figures.wording import told, value_words
from counselor_app.domain.fit.board import Placing
from counselor_app.domain.fit.compare import compare
from counselor_app.domain.fit.comparison import Cell
from counselor_app.domain.fit.fit import CAREER_RETURNS, Match
from counselor_app.domain.fit.matches_filter import candidates
from counselor_app.domain.occupation import findings, outlook_words, pay_words, sectors
from counselor_app.domain.occupation.compare_lead import lead
from counselor_app.domain.occupation.industries import shares_sentence
from counselor_app.domain.occupation.landscape import Landscape
from counselor_app.domain.occupation.listing import OccupationRow
from counselor_app.domain.occupation.next_jobs import own_pay
from counselor_app.domain.occupation.rules import stands_out
from counselor_app.domain.occupation.schooling import (
    entry_finding,
    raters_answer,
    usual_way,
)
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.short import short
from counselor_app.domain.occupation.titles import shown_title
from counselor_app.reports.compare import compare_content
from counselor_app.reports.content import profile_content
from counselor_app.reports.csv_table import csv_file
from counselor_app.reports.export import filed
from counselor_app.reports.html import html_page
from counselor_app.reports.parts import Chart, Items, Notes, Prose, Report, Table, words
from counselor_app.reports.sections.in_short import key_facts as printed_facts
from counselor_app.reports.tabled import section_tables
from counselor_app.store import listing
from counselor_app.store.landscape import landscape
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

SHARED = 249
"""Occupations that share a published wage or projection, counted over the seed's crosswalks."""

MADE = date(2026, 11, 29)


@pytest.fixture(scope="module")
def codes(pack: Pack) -> tuple[str, ...]:
    return tuple(pack.shared)


@pytest.fixture(scope="module")
def sheets(pack: Pack, codes: Sequence[str]) -> dict[str, Sheet]:
    return {code: read_sheet(pack, code, ["4800000"]) for code in codes}


@pytest.fixture(scope="module")
def world(pack: Pack) -> Landscape:
    return landscape(pack)


@pytest.fixture(scope="module")
def rows(pack: Pack) -> dict[str, OccupationRow]:
    return {row.code: row for row in listing.occupations(pack)}


def test_as_many_share_a_figure_as_the_crosswalks_say(
    pack: Pack, codes: Sequence[str], sheets: dict[str, Sheet]
) -> None:
    counted = pack.connection.execute(
        "SELECT count(*) FROM occupation o WHERE (SELECT count(*) FROM occupation x"
        " WHERE x.oews_code = o.oews_code) > 1 OR (SELECT count(*) FROM occupation x"
        " WHERE x.ep_code = o.ep_code) > 1"
    ).fetchone()[0]
    assert len(codes) == counted == SHARED
    assert all(any(shared_figures(sheet)) for sheet in sheets.values())


def test_a_figure_carries_its_group_and_one_of_its_own_carries_none(pack: Pack) -> None:
    nurse, clerk = read_sheet(pack, "29-1141.04"), read_sheet(pack, "43-4051")
    assert told("Half of them earn more.", nurse.nation.median()) == (
        "Registered Nurses, this job among them: half of them earn more."
    )
    assert told("Half of them earn more.", clerk.nation.median()) == "Half of them earn more."
    assert nurse.outlook.all_jobs_change_pct.group is None
    general = read_sheet(pack, "29-1141").outlook.openings.group
    assert general is not None
    assert general.words == ("Registered nurses, 4 more specific jobs among them")
    assert not any(shared_figures(clerk))


def test_every_sentence_of_the_domain_names_the_group(
    sheets: dict[str, Sheet], world: Landscape
) -> None:
    found: list[str] = []
    for sheet in sheets.values():
        outlook, nation = sheet.outlook, sheet.nation
        basis = pay_words.pay_basis(nation, "annual")
        finding, medians = pay_words.pay_sentences(sheet.wages, basis)
        said = [
            findings.pay_finding(nation), findings.outlook_finding(outlook),
            findings.outlook_sentence(outlook), outlook_words.openings_title(outlook),
            outlook_words.two_counts(sheet), usual_way(sheet), sectors.where_sentence(sheet),
            sectors.sectors_finding(sheet), sectors.states_sentence(sheet),
            pay_words.places_title(sheet.wages), f"{finding} {medians}",
            shares_sentence(sheet.industries, sheet.industries_missing_pct, "sector"),
            pay_chart(sheet.wages, basis).sentence, tile_map(sheet.states, "pay").sentence,
            industry_bars(sheet.industries).sentence,
            *(tile.sentence for tile in tile_map(sheet.states, "employment").tiles),
            *(chart.sentence for chart in (employment_bars(outlook), openings_steps(outlook))
              if chart),
            *(one.sentence for one in stands_out(sheet, world) if one.about),
            *findings.what_they_do(sheet)[-1:],
        ]  # fmt: skip
        published = outlook.base.number is not None
        always = [said[0], *said[1:4], said[5]] if published and nation.median().number else []
        found += [
            f"{sheet.occupation.code}: {text}" for text in always if text
            if not names_it(text, sheet)
        ]  # fmt: skip
        found += nameless(sheet, (text for text in said if text))
    none_of(found)


def test_every_point_for_or_against_says_whose_figure_it_is(
    sheets: dict[str, Sheet], world: Landscape
) -> None:
    for sheet in sheets.values():
        for point in stands_out(sheet, world):
            grouped = any(figure.group for figure in point.figures)
            assert grouped == (point.about is not None)
            assert not grouped or names_it(point.sentence, sheet)


def test_clinical_nurse_specialists(pack: Pack, world: Landscape) -> None:
    sheet = read_sheet(pack, "29-1141.04")
    assert entry_finding(sheet) == "A master's degree, say 86% of 21 asked"
    assert findings.outlook_sentence(sheet.outlook).startswith(
        "Registered nurses, this job among them: about 3,391,000 jobs in 2024."
    )
    said = {point.key: point for point in stands_out(sheet, world)}["many_openings"]
    assert said.about == "Registered nurses, this job among them"
    assert said.sentence == (
        "Registered nurses, this job among them: 189,100 openings a year, the 17th most of 832"
        " occupations."
    )
    assert listing.entry_education(pack)["29-1141.04"] == "Master's degree"


def test_pays_more_never_compares_a_figure_with_itself(
    pack: Pack, sheets: dict[str, Sheet]
) -> None:
    for sheet in sheets.values():
        assert findings.related_finding(sheet, sheet.related) is None
    # Of a job with its own pay: jobs with a group's pay are left out, and that is said.
    nurse = sheets["29-1141.04"].nation.median()
    clerk = read_sheet(pack, "43-4051")
    own = [replace(job, pay=replace(job.pay, value=50_000, group=None)) for job in clerk.related]
    mixed = [replace(own[0], pay=nurse), *own[1:]]
    assert findings.related_finding(clerk, mixed) == (
        f"All {len(own) - 1} whose own pay is published pay more"
    )


def test_what_show_prints_names_the_group(
    pack: Pack, sheets: dict[str, Sheet], capsys: pytest.CaptureFixture[str]
) -> None:
    found: list[str] = []
    for code, sheet in sheets.items():
        keys = {f.key for f in shared_figures(sheet)}
        options = argparse.Namespace(code=code, area="4800000", industry=None, json=False)
        show._show(lambda _: nullcontext(pack), options)
        lines = capsys.readouterr().out.splitlines()
        found += nameless(sheet, lines)
        found += [
            line for line in lines
            if line.split(" ")[0].rstrip(":") in keys and "not published" not in line
            and "not released" not in line and not names_it(line, sheet)
        ]  # fmt: skip
        options.json = True
        show._show(lambda _: nullcontext(pack), options)
        told_json = json.loads(capsys.readouterr().out)
        found += [
            f"{code}: {entry}" for entry in told_json["figures"]
            if entry["key"] in keys and entry["value"] is not None
            and not has_title(entry["about"] or "", sheet)
        ]  # fmt: skip
        found += [
            f"{code}: {entry}" for entry in told_json["stands_out"]
            if set(entry["figures"]) & keys and not names_it(entry.get("about", ""), sheet)
        ]  # fmt: skip
        found += [
            f"{code}: {entry}" for entry in told_json["reasons"]
            if not names_it(entry.get("about", ""), sheet)
        ]  # fmt: skip
    none_of(found)


def section_texts(report: Report) -> Iterator[str]:
    """Each entry of a report that stands by itself: its sentences, and each figure of its tables
    with what a file beside it says of its source."""
    yield from (words(text) for prose in report.lead for text in prose.texts)
    for section in report.sections:
        if section.id == "related":  # the figures of others, each of whom says whose they are
            continue
        yield words(section.finding)
        for part in section.parts:
            if isinstance(part, Prose):
                # A narrow column names the group once, in its heading.
                yield from (f"{section.title}. {words(text)}" for text in part.texts)
            elif isinstance(part, Items):
                yield from map(words, part.items)
            elif isinstance(part, Chart):
                yield part.alt
        for table in (part for part in section.parts if isinstance(part, Table)):
            for i, row in enumerate(table.rows):
                for j, cell in enumerate(row[1:], start=1):
                    others = " ".join(other.words for other in row)
                    mark = report.source(table.mark(i, j), short=True)
                    head = table.columns[j].name
                    yield f"{head}: {cell.words}; {others}; {mark}"


def test_what_a_profile_prints_names_the_group(sheets: dict[str, Sheet]) -> None:
    found: list[str] = []
    for sheet in sheets.values():
        content = profile_content(sheet, made_on=MADE, version="1")
        report = filed(content)
        # The student's blocks name the group once, under their titles.
        once = tuple(
            one
            for one in report.sections
            if one.group == "student" and names_it(words(one.finding), sheet)
        )
        # The next step is to another job, with that job's own pay.
        step = " ".join(strings(report.section("do-next")))
        own = [own_pay(one.here) for one in sheet.all_related]
        known_pay = {value_words(figure) for figure in own if figure is not None}
        assert set(re.findall(r"\$[\d,]+\d", step)) <= known_pay
        once = (*once, report.section("do-next"))
        rest = replace(report, sections=tuple(o for o in report.sections if o not in once))
        found += nameless(sheet, section_texts(rest))
        # The page: each block names the group in what is printed in it.
        for name in ("pay", "outlook", "getting-in", "where", "key-figures"):
            block = content.section(name)
            said = " ".join(strings(block))
            if holds(said, printed(sheet)) or name == "getting-in":
                found += [] if names_it(said, sheet) else [f"{sheet.occupation.code}: {block}"]
        related = content.section("related")
        # On paper, where no column names the group, its figure is told of its general job alone.
        rows = [row for p in related.parts if isinstance(p, Table) for row in p.rows]
        for one, row in zip(sheet.all_related, rows, strict=True):
            for figure, cell in ((one.here.median(), row[3]), (one.change_pct, row[4])):
                told = next(run.text for run in cell.text if run.style != "file")
                general = figure.group is None or figure.group.narrower > 0
                assert (told == "–") is not general or figure.number is None, one.title
        tables = [table for one, table in section_tables(report) if one.id == "related"]
        known = {
            shown_title(r.title): r.here.median().group or r.change_pct.group
            for r in sheet.all_related
        }
        for cells in (row for table in tables for row in table.rows):
            group = known[cells[0].words]
            assert group is None or group.title.casefold() in cells[-1].words.casefold()
    none_of(found)


def test_a_page_and_a_table_of_a_profile_name_the_group(sheets: dict[str, Sheet]) -> None:
    sheet = sheets["29-1141.04"]
    report = filed(profile_content(sheet, made_on=MADE, version="1"))
    html = html_page(report)
    assert "Registered Nurses, this job among them: half of them earn" in html
    lines = csv_file(report).decode("utf-8-sig").splitlines()
    numbers = printed(sheet)
    plain = {n.lstrip("$+").replace(",", "").rstrip("%") for n in numbers}
    own = [line for line in lines if line.split(",")[1] not in ("Related occupations",)]
    on_shared = [line for line in own if any(f",{n}," in line for n in plain)]
    assert on_shared
    assert all(names_it(line, sheet) for line in on_shared)


def test_a_comparison_names_the_group(pack: Pack, sheets: dict[str, Sheet]) -> None:
    clerk = read_sheet(pack, "43-4051", ["4800000"])
    found: list[str] = []
    for sheet in sheets.values():
        both = (sheet, clerk)
        for row in compare(both).rows:
            cell: Cell = row.cells[0]
            found += nameless(sheet, (cell.words,))
            if any(figure.group and figure.value is not None for figure in cell.figures):
                found += [] if names_it(cell.words, sheet) else [cell.words]
                assert row.note == "" or row.key == "preparation" or names_it(row.note, sheet)
        assert lead(both) == ""
        content = compare_content(both, made_on=MADE, version="1")
        foot = next(part for part in content.sections if part.id == "student-sources")
        whose = " ".join(strings(foot))
        for question in content.sections:
            if not question.columns:
                continue
            answered = question.columns[0]
            said = " ".join(strings(answered))
            if "*" in said and question.group == "student":  # a star leads to the page's foot
                said = f"{said} {whose}"
            found += [] if not holds(said, printed(sheet)) or names_it(said, sheet) else [said]
            if question.id in ("pay", "outlook", "openings", "getting-in"):
                found += [] if names_it(said, sheet) else [f"{question.id}: {said}"]
        for name in ("pay", "outlook", "openings", "getting-in"):
            tables = [t for one, t in section_tables(filed(content)) if one.id == name]
            column = " ".join(row[1].words for t in tables for row in t.rows)
            found += [] if names_it(column, sheet) else [column]
    none_of(found)


def test_lists_and_cards_name_the_group(
    pack: Pack, sheets: dict[str, Sheet], rows: dict[str, OccupationRow]
) -> None:
    from counselor_app.ui.counsel.match_columns import columns
    from counselor_app.ui.shell.rows import job_row

    matches = [
        Match(rank, code, rows[code].title, "S", 0.9, "Best") for rank, code in enumerate(sheets, 1)
    ]
    listed = candidates(
        matches, rows, listing.area_pay(pack, "0000000"), listing.entry_education(pack)
    )
    found: list[str] = []
    nowhere = Placing("rank", {})
    shown = columns(nowhere, "0000000", CAREER_RETURNS, sure=False, rated=False, liked=False)
    title = next(column for column in shown if column.key == "job")
    for one in listed:
        sheet, row = sheets[one.match.code], one.job
        found += [text for text in (
            title.words(one), job_row(row).whose, job_row(row).spoken, row.figures_note,
            row.pay_said, short(sheet).group,
        ) if not names_it(text, sheet)]  # fmt: skip
        if row.raters:
            assert row.raters.startswith(raters_answer(sheet).words)  # type: ignore[union-attr]
    none_of(found)


def test_the_head_and_the_printed_facts_name_the_group(sheets: dict[str, Sheet]) -> None:
    from counselor_app.ui.occupation.key_facts import facts_of, key_facts

    for sheet in sheets.values():
        facts = key_facts(sheet)
        assert any(fact.figure.group for fact in facts)
        assert names_it(facts_of(sheet), sheet)
        named = raters_answer(sheet)
        if named is not None:
            way = facts[3]
            assert way.words == named.short
            assert way.figure.group is None
            assert "group: " in way.note
        # What raters say of the job is not said to be the group's.
        assert ("usual way in" in facts_of(sheet)) is (named is None)
        texts = words(printed_facts(sheet, Notes({})))
        assert names_it(texts, sheet)
        assert named is None or f"{named.words} to start" in texts
