from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from counselor_app.domain.occupation.plain_words import Wording
from counselor_app.domain.occupation.sheet import Sheet, Task
from counselor_app.reports.content import Profile, profile_content
from counselor_app.reports.parts import Text
from counselor_app.reports.sections import all_sections
from counselor_app.store.reference import Pack, open_pack
from counselor_app.store.sheet import read_sheet

DAY = date(2026, 11, 22)


def content(sheet: Sheet) -> Profile:
    return profile_content(sheet, made_on=DAY, version="0.0")


def words(text: Text) -> str:
    return "".join(run.text for run in text)


@pytest.fixture(scope="module")
def service(pack: Pack) -> Profile:
    return content(read_sheet(pack, "43-4051", ["4800000"]))


def test_key_figures_are_the_published_ones(service: Profile) -> None:
    said = [(f.value, f.unit, f.label) for f in service.one.key_figures]
    assert said == [
        ("$44,770", "", "median pay a year"),
        ("2,595,750", "", "employees, U.S."),
        ("−5.5%", "", "change in jobs"),
        ("341,700", "", "openings a year"),
        ("2", "of 5", "job zone"),
    ]
    assert service.one.key_figures[0].note == "$21.53 an hour; May 2025"


def test_sources_are_numbered_in_the_order_they_are_read(service: Profile) -> None:
    notes = [note for column in service.note_columns for note in column]
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
    assert service.short_notes == tuple(notes[: len(service.short_notes)])
    assert (service.one.lead[-1].mark, service.one.also_called[-1].mark) == (1, 2)
    survey = next(n for n in notes if "Occupational Employment and Wage" in n.full)
    assert survey.number == service.one.key_figures[0].mark
    assert "May 2025" in survey.full
    assert "U.S. 0.4%, Texas 1.2%" in survey.full


def test_the_sources_stand_in_columns_of_about_one_length(service: Profile) -> None:
    letters = [sum(len(note.full) for note in column) for column in service.note_columns]
    assert len(letters) > 1
    assert min(letters) > 0.4 * max(letters)


def test_the_studies_are_a_source_also_where_nothing_is_found_of_them(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    one = replace(sheet, exposure=sheet.exposure[:1])
    for given in (sheet, one):
        notes = [note.full for column in content(given).note_columns for note in column]
        assert any("own scale" in note for note in notes)


def test_our_own_words_are_printed_whole_and_marked(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    assert sheet.words is not None
    made = content(sheet)
    assert words(made.one.lead) == sheet.words.summary
    assert made.one.on_the_job is not None
    assert tuple(words(fact.text) for fact in made.one.on_the_job.facts) == sheet.words.does
    assert made.two.like is not None
    said = [(fact.label, words(fact.text)) for fact in made.two.like.facts]
    assert said == list(sheet.words.lines)
    mark = made.one.lead[-1].mark
    assert made.one.on_the_job.facts[-1].text[-1].mark == mark
    assert {fact.text[-1].mark for fact in made.two.like.facts} == {mark}
    note = next(note for column in made.note_columns for note in column if note.number == mark)
    assert note.short == sheet.words.dated
    assert note.full.startswith(sheet.words.dated)


def test_four_whole_lines_on_the_job_beside_pay_in_many_places(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051", ["4800000", "0600000", "0031080"])
    assert sheet.words is not None
    job = content(sheet).one.on_the_job
    assert job is not None
    assert tuple(words(fact.text) for fact in job.facts) == sheet.words.does[:4]


def test_without_the_section_the_lead_stays(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    without = all_sections("profile") - {"words"}
    made = profile_content(sheet, made_on=DAY, version="0.0", sections=without)
    assert (made.one.on_the_job, made.two.like) == (None, None)
    assert sheet.words is not None
    assert words(made.one.lead) == sheet.words.summary


def test_whose_words_are_printed_is_the_users_choice(pack: Pack) -> None:
    plain = read_sheet(pack, "43-4051")
    official = replace(
        plain,
        description="Answer those who call. Pass hard cases on.",
        description_source=plain.titles.source,
        tasks=(Task("Answer the telephone.", True),),
        tasks_source=plain.titles.source,
    )
    asked = {
        choice: profile_content(official, made_on=DAY, version="0.0", words=choice)
        for choice in get_args(Wording)
    }
    assert plain.words is not None
    assert words(asked["both"].one.lead) == words(asked["ours"].one.lead) == plain.words.summary
    assert words(asked["official"].one.lead) == "Answer those who call."
    rest = asked["official"].one.on_the_job
    assert rest is not None
    assert [words(fact.text) for fact in rest.facts] == ["Pass hard cases on."]
    assert asked["official"].two.like is None
    tasks = {
        choice: made.two.activities.items if made.two.activities else None
        for choice, made in asked.items()
    }
    listed = ("Answer the telephone.",)
    assert tasks == {"ours": (), "official": listed, "both": listed}
    missing = profile_content(plain, made_on=DAY, version="0.0", words="official")
    assert words(missing.one.lead) == plain.words.summary


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("51-2061", "By 2034 that should fall by less than 100, or 17.5%."),
        ("29-1024", "By 2034 that should grow by less than 100, or 4.5%."),
        ("15-2021", "By 2034 that number should stay about the same."),
    ],
)
def test_a_change_of_few_jobs_does_not_contradict_its_share(
    pack: Pack, code: str, said: str
) -> None:
    outlook = content(read_sheet(pack, code)).one.outlook
    assert outlook is not None
    assert said in words(outlook.sentence)
    assert ("Shrinking" in words(outlook.finding)) == ("fall" in words(outlook.sentence))


def test_every_mark_has_its_note(service: Profile) -> None:
    one, two = service.one, service.two
    texts = [one.also_called, one.pay.finding, one.outlook.sentence, one.interests.sentence]
    texts += [fact.text for fact in one.getting_in.facts]
    texts += [two.activities.finding, two.tools.finding, two.exposure.finding, *two.related.header]
    marks = {run.mark for text in texts for run in text if run.mark is not None}
    numbers = {note.number for column in service.note_columns for note in column}
    assert marks <= numbers


def test_attribution_is_the_licences_own_sentence(service: Profile) -> None:
    assert service.attribution == (
        "This report includes information from the O*NET 30.0, 30.1 and 30.2 Database by the U.S."
        " Department of Labor, Employment and Training Administration (USDOL/ETA). Used under"
        " the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. Counselor has modified"
        " all or some of this information. USDOL/ETA has not approved, endorsed, or tested"
        " these modifications."
    )


def test_military_job_says_not_published_and_invents_nothing(pack: Pack) -> None:
    one = content(read_sheet(pack, "55-1011")).one
    assert [f.value for f in one.key_figures] == ["not published"] * 4 + ["not rated"]
    facts = {fact.label: words(fact.text) for fact in one.getting_in.facts}
    assert facts["Experience"] == "Not published for this occupation"
    assert facts["Training"] == "Not published for this occupation"
    assert one.ratings.groups == ()
    assert one.interests.chart is None


def test_parent_of_rated_occupations_names_them(pack: Pack) -> None:
    (code,) = next(iter(pack.connection.execute(
        "SELECT p.code FROM occupation p WHERE p.code LIKE '%.00' AND EXISTS (SELECT 1 FROM"
        " occupation c JOIN rating r ON r.code = c.code WHERE c.soc = p.soc AND c.code <> p.code)"
        " AND NOT EXISTS (SELECT 1 FROM rating r WHERE r.code = p.code) ORDER BY p.code"
    )))  # fmt: skip
    sheet = read_sheet(pack, code)
    note = content(sheet).one.ratings.note
    assert sheet.children
    assert all(f"{title} ({child})" in note for child, title in sheet.children[:6])


def test_shared_wage_is_said_to_be_shared(pack: Pack) -> None:
    assert "Registered Nurses (29-1141)" in content(read_sheet(pack, "29-1141.01")).one.pay.note
    combined = content(read_sheet(pack, "13-1021")).one
    assert "13-1020" in combined.pay.note
    assert combined.outlook.finding[0].text.startswith("Buyers and purchasing agents, this job")
    assert content(read_sheet(pack, "43-4051")).one.pay.note == ""


def test_annual_and_hourly_only_jobs_say_so(pack: Pack) -> None:
    teacher = content(read_sheet(pack, "25-2021")).one.key_figures[0]
    assert teacher.label == "median pay a year"
    assert teacher.note == "by the year only; May 2025"
    actor = content(read_sheet(pack, "27-2011")).one.key_figures[0]
    assert actor.label == "median pay an hour"
    assert actor.note == "by the hour only; May 2025"


def test_official_tasks_are_printed_where_the_pack_has_them(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    tasks = tuple(Task(f"Do thing number {i} for people.", True) for i in range(1, 13))
    block = content(replace(sheet, tasks=tasks)).two.activities
    assert block.kicker == "Typical tasks"
    assert block.items[0] == "Do thing number 1 for people."
    assert words(block.note) == f"{len(block.items)} of 12 tasks in the O*NET list."
    assert content(replace(sheet, tasks=())).two.activities.kicker == "Most important activities"


def test_without_activity_ratings_the_figures_are_put_in_words(pack: Pack) -> None:
    sheet = read_sheet(pack, "29-1141.01")
    kept = {domain: rated for domain, rated in sheet.ratings.items() if domain != "activity"}
    block = content(replace(sheet, tasks=(), read_ratings=lambda: kept)).two.activities
    assert block.bars is None
    assert block.items
    assert words(block.note) == "Activities: not rated for this occupation."


@pytest.mark.parametrize("kind", ["oews", "ep"])
def test_pack_without_a_programme_says_so(seed_pack: Path, tmp_path: Path, kind: str) -> None:
    part = tmp_path / "part.sqlite"
    shutil.copyfile(seed_pack, part)
    with closing(sqlite3.connect(part)) as writer:
        for table in {"oews": ("wage", "industry_wage"), "ep": ("projection",)}[kind]:
            writer.execute(f"DELETE FROM {table}")
        writer.execute("DELETE FROM source WHERE kind = ?", (kind,))
        writer.commit()
    with open_pack(part) as opened:
        made = content(read_sheet(opened, "43-4051"))
    said = [figure.value for figure in made.one.key_figures]
    assert said.count("not in this pack") == 2
    assert "0 to 0" not in str(made)
    assert ": not in this pack." in str(made.note_columns)


def test_low_precision_is_said_wherever_the_figure_stands(pack: Pack) -> None:
    made = content(read_sheet(pack, "11-2033"))
    asked = next(fact for fact in made.one.getting_in.facts if fact.label == "Job holders")
    assert words(asked.text).endswith("; low precision")
    assert made.two.education.bars is not None
    assert made.two.education.bars.rows[0].low_precision
    assert "† low precision" in made.two.education.note


def test_what_the_pack_lacks_is_not_said_to_be_unrated(pack: Pack) -> None:
    """Bug: a pack without skills printed "not rated for this occupation"."""
    sheet = read_sheet(pack, "55-1011")
    poor = replace(sheet, lacks=frozenset(("skill", "tool")))
    assert content(poor).one.ratings.note.startswith("Skills and abilities: not in this pack")
    assert content(sheet).one.ratings.note.startswith("Skills and abilities: not rated")
