"""What sentences, headings and lists make of the figures: the right number, of the right thing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from counselor_app.charts import openings_steps, ranked_bars
from counselor_app.cli import main
from counselor_app.domain.figures.wording import flag_sentence, value_words
from counselor_app.domain.fit.compare import compare
from counselor_app.domain.occupation.compare_lead import lead
from counselor_app.domain.occupation.findings import (
    exposure_finding,
    exposure_of_others,
    outlook_sentence,
    related_finding,
    related_note,
    why_little,
)
from counselor_app.domain.occupation.handbook import NO_PAGE, licence_phrase
from counselor_app.domain.occupation.landscape import Landscape
from counselor_app.domain.occupation.preparation import LICENSE_NOTE, license_line
from counselor_app.domain.occupation.rules import stands_out
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.short import short
from counselor_app.domain.occupation.target import Target, target_note
from counselor_app.kiosk.jobs import under_cards
from counselor_app.reports.content import profile_content
from counselor_app.reports.export import export
from counselor_app.reports.quotes import curled
from counselor_app.store import listing
from counselor_app.store.landscape import landscape
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

ROUNDED_TO_NONE = ("29-1024.00", "29-1243.00", "51-2061.00", "51-7032.00")
TEXAS = "4800000"
NATION = "0000000"


@pytest.fixture(scope="module")
def sheets(pack: Pack) -> Mapping[str, Sheet]:
    """Every occupation."""
    codes = [code for (code,) in pack.connection.execute("SELECT code FROM occupation")]
    return {code: read_sheet(pack, code) for code in codes}


@pytest.fixture(scope="module")
def world(pack: Pack) -> Landscape:
    return landscape(pack)


@pytest.fixture(scope="module")
def part_year(pack: Pack) -> tuple[str, ...]:
    """The occupations whose pay is published by the year only."""
    return tuple(
        code
        for (code,) in pack.connection.execute(
            "SELECT o.code FROM occupation o JOIN wage w ON w.occ = o.oews_code"
            " WHERE w.area = ? AND w.pay_basis = 'annual_only'",
            (NATION,),
        )
    )


def page(sheet: Sheet) -> str:
    """The whole report, as the web page of it prints it."""
    content = profile_content(sheet, made_on=date(2026, 11, 29), version="0.0")
    return export(content, "html").decode()


def show(capsys: pytest.CaptureFixture[str], seed_pack: Path, *arguments: str) -> str:
    assert main(["--pack", str(seed_pack), "show", *arguments]) == 0
    return capsys.readouterr().out


class TestOutlook:
    def test_the_sentence_tells_jobs_change_and_openings(self, pack: Pack) -> None:
        assert outlook_sentence(read_sheet(pack, "43-4051").outlook) == (
            "There were about 2,814,000 of these jobs in 2024. By 2034 that should fall by 153,700,"
            " or 5.5%. Even so, some 341,700 openings come up each year, because people move on or"
            " stop working."
        )
        # 166,100 more in ten years are 16,610 of 189,100 openings a year: most replace somebody.
        assert outlook_sentence(read_sheet(pack, "29-1141").outlook) == (
            "Registered nurses, 4 more specific jobs among them: about 3,391,000 jobs in 2024. By"
            " 2034 that should grow by 166,100, or 4.9%. Some 189,100 openings come up each year,"
            " most of them because people move on or stop working."
        )

    def test_where_most_openings_are_new_jobs_nobody_is_said_to_move_on(self, pack: Pack) -> None:
        outlook = read_sheet(pack, "29-1141").outlook
        change = replace(outlook.change, value=1_000_000)
        said = outlook_sentence(replace(outlook, change=change))
        assert said.endswith(" Some 189,100 openings come up each year.")

    @pytest.mark.parametrize("code", ROUNDED_TO_NONE)
    def test_openings_that_round_to_none_are_fewer_than_50(self, pack: Pack, code: str) -> None:
        sheet = read_sheet(pack, code)
        figure = sheet.outlook.openings
        assert (figure.value, figure.flag) == (0, "fewer than 50")
        assert value_words(figure) == "fewer than 50"
        assert "Fewer than 50 openings are expected each year." in outlook_sentence(sheet.outlook)
        printed = page(sheet)
        assert "fewer than 50" in printed
        assert "0 openings" not in printed.replace("50 openings", "")
        shown = compare([sheet, read_sheet(pack, "43-4051")])
        (row,) = (row for row in shown.rows if row.key == "openings")
        assert row.cells[0].words.startswith("fewer than 50 a year")

    def test_no_row_of_the_projections_is_printed_as_0(self, sheets: Mapping[str, Sheet]) -> None:
        for sheet in sheets.values():
            outlook = sheet.outlook
            counts = (outlook.base, outlook.projected, outlook.change, outlook.openings,
                      outlook.exits, outlook.transfers)  # fmt: skip
            assert "0" not in [value_words(figure) for figure in counts]

    def test_openings_drawn_add_up_or_the_picture_says_why_not(
        self, sheets: Mapping[str, Sheet]
    ) -> None:
        apart, last = 0, None
        for sheet in sheets.values():
            spec = openings_steps(sheet.outlook)
            if spec is None:
                continue
            printed = {
                step.kind: 0.0 if "fewer" in step.text
                else float(step.text.replace("−", "-").replace("+", "").replace(",", ""))
                for step in spec.steps
            }  # fmt: skip
            total = printed.pop("openings")
            assert (sum(printed.values()) == total) == (spec.note == "")
            apart += spec.note != ""
            last = sheet if spec.note else last
        assert apart > 100
        assert last is not None
        assert "rounded on its own, so the parts do not add up" in page(last)


class TestStudies:
    def test_it_takes_two_studies_to_agree(self, sheets: Mapping[str, Sheet]) -> None:
        alone = 0
        for sheet in sheets.values():
            said = exposure_finding(sheet)
            papers = {e.authors for e in sheet.exposure if e.place}
            if len(papers) < 2:
                alone += said is not None
                assert said is None or said.startswith("Only one study ranks it: ")
            else:
                assert said is not None
                assert not said.startswith("Only one")
        assert alone == 5
        assert exposure_finding(sheets["25-1069.00"]) == "Only one study ranks it: the lower part"

    def test_each_old_value_names_its_occupation(self, pack: Pack) -> None:
        sheet = read_sheet(pack, "15-1299.05")
        found = {study.study: study.figure for study in sheet.exposure}
        assert found["frey_osborne"].flag == (
            "0.22 (Computer Occupations, All Other) to 0.78 (Computer Operators)"
        )
        assert "0.70 for Computer Operators" in (found["aioe"].about or "")
        printed = page(sheet)
        assert "0.78 for Computer Operators" in printed
        assert "0.22 to 0.78" in printed
        assert "parts of this job" not in printed

    def test_a_value_of_the_whole_is_never_told_as_the_parts(
        self, pack: Pack, sheets: Mapping[str, Sheet]
    ) -> None:
        borrowed = pack.connection.execute(
            "SELECT DISTINCT e.code, e.study FROM exposure e WHERE e.code NOT LIKE '%.00'"
            " AND e.study NOT LIKE 'gpts%'"
        ).fetchall()
        assert len(borrowed) > 700
        for code, study in borrowed:
            figure = next(e.figure for e in sheets[code].exposure if e.study == study)
            assert figure.about
        said = exposure_of_others(sheets["29-1141.04"])
        assert said == (
            "Frey and Osborne, AIOE, AIOE, language models, AI applicability and Observed AI"
            " exposure: the value of Registered Nurses, which this job is a part of.",
        )
        assert said[0] in page(sheets["29-1141.04"])
        assert exposure_of_others(sheets["29-1141.00"]) == ()


class TestPayOfLessThanAYear:
    def test_it_is_never_a_point_for_or_against(
        self, sheets: Mapping[str, Sheet], world: Landscape, part_year: tuple[str, ...]
    ) -> None:
        assert len(part_year) > 50
        for code in part_year:
            keys = {said.key for said in stands_out(sheets[code], world)}
            assert not keys & {"pay_above_peers", "pay_below_peers", "wide_pay", "narrow_pay"}
            assert related_finding(sheets[code], sheets[code].related) is None

    def test_nor_is_it_among_what_others_are_compared_with(
        self, sheets: Mapping[str, Sheet], world: Landscape, part_year: tuple[str, ...]
    ) -> None:
        published = {
            (sheet.occupation.oews_code, sheet.outlook.education.value)
            for code, sheet in sheets.items()
            if code not in part_year
            and sheet.nation.median().number is not None
            and sheet.nation.full_year
        }
        graduates = [code for code, education in published if education == "Bachelor's degree"]
        assert world.peers["Bachelor's degree"].count == len(graduates)

    def test_its_basis_is_said_wherever_it_is_printed(
        self, pack: Pack, capsys: pytest.CaptureFixture[str], seed_pack: Path
    ) -> None:
        teachers = read_sheet(pack, "25-2021", [TEXAS])
        printed = page(teachers)
        assert "$81,450 a year (by the year only)" in printed
        assert "a school pays for a school year" in printed
        assert "a school pays for a school year" in show(capsys, seed_pack, "25-2021")
        told = json.loads(show(capsys, seed_pack, "25-2021", "--json"))
        about = {f["key"]: f["about"] for f in told["figures"]}
        assert "Pay by the year only" in about["wage.annual.p50"]
        assert "Pay by the year only" not in about["employment.oews"]
        words = target_note(Target(60000, "annual"), teachers.nation, "annual")
        assert "only an offer on the same terms" in words

    def test_lists_mark_it_and_no_floor_of_pay_lets_it_through(
        self, pack: Pack, part_year: tuple[str, ...]
    ) -> None:
        pay = listing.area_pay(pack, NATION)
        for code in part_year:
            number, words = pay[code]
            assert number is None
            assert "†" in words or "not published" in words
        assert pay["25-2021.00"] == (None, "$63,970†")
        assert pay["43-4051.00"] == (44770, "$44,770")
        assert short(read_sheet(pack, "25-2021.00")).pay == "$63,970 by the year"
        rows = {row.code: row.pay_words for row in listing.occupations(pack)}
        assert rows["25-2021.00"] == "$63,970 by the year"

    def test_a_comparison_says_who_is_not_compared(self, pack: Pack) -> None:
        codes = ("27-2011", "25-2031", "29-1243", "55-1013")
        four = [read_sheet(pack, code) for code in codes]
        (row,) = (row for row in compare(four).rows if row.key == "pay.nation")
        assert "more than" not in row.note
        assert "Actors: pay by the hour only" in row.note
        assert "it is not compared with pay for a full year" in row.note
        assert "a recruiter can tell you" in row.note
        assert row.cells[0].words.startswith("$29.05 an hour (by the hour only)")
        assert row.cells[1].words.startswith("$72,040 a year (by the year only)")
        three = [read_sheet(pack, code) for code in ("29-1141", "43-4051", "25-2031")]
        (row,) = (row for row in compare(three).rows if row.key == "pay.nation")
        assert row.note.startswith(
            "The mean pay of Registered Nurses (pay of Registered Nurses, 4 more specific jobs"
            " among them) and Customer Service Representatives differs by more than its error."
        )
        # The pilots' pay is by the year only: no highest pay is named beside it.
        assert lead([read_sheet(pack, "53-2011"), read_sheet(pack, "43-4051")], ["pay"]) == ""

    def test_related_jobs_of_a_school_year_are_named(self, sheets: Mapping[str, Sheet]) -> None:
        told = [s for s in sheets.values() if s.nation.full_year and related_note(s.related[:7])]
        assert related_note(told[0].related[:7]) in page(told[0]).replace("&#x27;", "'")


class TestUnknown:
    @pytest.mark.parametrize(
        ("code", "words"),
        [
            ("55-1013", "a recruiter can tell you about pay"),
            ("45-3031", "leaves out most of farming and fishing"),
            ("11-1031", "publishes no pay for this job"),
        ],
    )
    def test_why_no_pay_is_known_and_whom_to_ask(
        self,
        pack: Pack,
        capsys: pytest.CaptureFixture[str],
        seed_pack: Path,
        code: str,
        words: str,
    ) -> None:
        assert words in page(read_sheet(pack, code))
        assert words in show(capsys, seed_pack, code)
        assert words in json.loads(show(capsys, seed_pack, code, "--json"))["why_little"]

    def test_nothing_is_explained_where_pay_is_published(self, pack: Pack) -> None:
        assert why_little(read_sheet(pack, "43-4051")) is None

    def test_no_pay_is_spoken_of_where_none_is_shown(
        self, sheets: Mapping[str, Sheet], world: Landscape
    ) -> None:
        said = {s.key: s.sentence for s in stands_out(sheets["45-3031.00"], world)}
        assert said["self_employed"] == "57.1% work for themselves."
        shown = {s.key: s.sentence for s in stands_out(sheets["27-1014.00"], world)}
        assert shown["self_employed"].endswith("the pay shown is that of employees only.")

    def test_a_capped_median_is_not_told_as_no_pay(
        self, capsys: pytest.CaptureFixture[str], seed_pack: Path
    ) -> None:
        said = show(capsys, seed_pack, "29-1243", "--area", "Texas")
        assert "no pay to compare, $" not in said
        assert "Prices in Texas: the median pay is $239,200 or more" in said


class TestLicenses:
    def test_every_page_on_getting_in_says_who_must_have_a_license(
        self,
        pack: Pack,
        capsys: pytest.CaptureFixture[str],
        seed_pack: Path,
    ) -> None:
        nurses, legislators = read_sheet(pack, "29-1141"), read_sheet(pack, "11-1031")
        line = license_line(nurses)
        assert nurses.handbook is not None
        assert nurses.handbook.licence == "everywhere"
        assert line.startswith(nurses.handbook.licence_line)
        assert "licensing board" in line
        assert curled(line) in page(nurses)
        assert line in show(capsys, seed_pack, "29-1141")
        told = json.loads(show(capsys, seed_pack, "29-1141", "--json"))
        assert told["license"] == line
        about = {f["key"]: f["about"] for f in told["figures"]}
        assert line in about["training.entry"]
        rows = compare([nurses, read_sheet(pack, "43-4051")]).rows
        row = next(row for row in rows if row.key == "licence")
        assert row.cells[0].words == line
        assert "Registered Nurses" in row.note
        assert LICENSE_NOTE in under_cards("")
        assert license_line(legislators) == NO_PAGE
        assert "ask your state’s licensing board" in page(legislators)

    def test_the_armed_forces_are_not_sent_to_a_licensing_board(self, pack: Pack) -> None:
        assert license_line(read_sheet(pack, "55-3016")) == ""

    def test_a_short_way_in_says_what_is_known_of_a_license(
        self, pack: Pack, world: Landscape
    ) -> None:
        sheet = read_sheet(pack, "37-2011")
        short = [s.sentence for s in stands_out(sheet, world) if s.key == "short_preparation"]
        assert short
        assert all(licence_phrase(sheet.handbook) in sentence for sentence in short)

    def test_no_training_does_not_mean_that_nothing_more_is_needed(self, pack: Pack) -> None:
        (words,) = pack.connection.execute(
            "SELECT text FROM plain_text"
            " WHERE language = 'en' AND kind = 'training' AND key = 'None'"
        ).fetchone()
        assert "license" in words
        assert "No more training" not in words


def test_a_rating_keeps_both_marks_of_the_release(pack: Pack, sheets: Mapping[str, Sheet]) -> None:
    def levels() -> Iterator[str]:
        for sheet in sheets.values():
            for group in sheet.ratings.values():
                for rating in group:
                    if rating.level is not None and rating.level.flag:
                        yield rating.level.flag

    (both,) = pack.connection.execute(
        "SELECT count(*) FROM rating WHERE scale = 'LV' AND suppress = 1 AND not_relevant = 1"
    ).fetchone()
    flags = list(levels())
    assert flags.count("not relevant; low precision") == both > 3000
    code, element = pack.connection.execute(
        "SELECT code, element FROM rating WHERE scale = 'LV' AND suppress = 1 AND not_relevant = 1"
        " ORDER BY code LIMIT 1"
    ).fetchone()
    groups = sheets[code].ratings.values()
    rating = next(r for group in groups for r in group if r.element == element)
    assert rating.level is not None
    said = flag_sentence(rating.level)
    assert "most raters said this job does not need it" in said
    assert "advises not to rely on this number" in said
    (bar,) = ranked_bars([rating]).rows
    assert bar.level_text == "not relevant"
    assert "level not relevant (low precision)" in bar.sentence
