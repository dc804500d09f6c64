from __future__ import annotations

import re
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
from counselor_app.reports.content import profile_content
from counselor_app.reports.parts import Bars, Fact, Facts, Items, Prose, Report, Text, words
from counselor_app.reports.sections import all_sections
from counselor_app.store.reference import Pack, open_pack
from counselor_app.store.sheet import read_sheet

DAY = date(2026, 11, 22)


def content(sheet: Sheet) -> Report:
    return profile_content(sheet, made_on=DAY, version="0.0")


def facts(report: Report, section: str) -> tuple[Fact, ...]:
    return next(p for p in report.section(section).parts if isinstance(p, Facts)).facts


def items(report: Report, section: str) -> tuple[str, ...]:
    found = (p for p in report.section(section).parts if isinstance(p, Items))
    return tuple(words(text) for part in found for text in part.items)


def said(report: Report, section: str, *looks: str) -> str:
    """The paragraphs of a section, all of them or those of some looks."""
    found = (p for p in report.section(section).parts if isinstance(p, Prose))
    return " ".join(words(t) for p in found if not looks or p.look in looks for t in p.texts)


def bars(report: Report, section: str) -> tuple[Bars, ...]:
    return tuple(p for p in report.section(section).parts if isinstance(p, Bars))


def ids(report: Report) -> list[str]:
    return [section.id for section in report.sections]


def lead(report: Report) -> Text:
    return report.lead[0].texts[0]


@pytest.fixture(scope="module")
def service(pack: Pack) -> Report:
    return content(read_sheet(pack, "43-4051", ["4800000"]))


def test_key_figures_are_the_published_ones(service: Report) -> None:
    figures = facts(service, "key-figures")
    assert [(words(f.text), f.of, f.label) for f in figures] == [
        ("$44,770", "", "median pay a year"),
        ("2,595,750", "", "employees, U.S."),
        ("−5.5%", "", "change in jobs"),
        ("341,700", "", "openings a year"),
        ("2", "of 5", "job zone"),
    ]
    assert figures[0].about == "$21.53 an hour; May 2025"


def test_sources_are_numbered_in_the_order_they_are_read(service: Report) -> None:
    notes = service.notes
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
    assert [prose.texts[0][-1].mark for prose in service.lead] == [1, 2]
    survey = next(n for n in notes if "Occupational Employment and Wage" in n.full)
    assert survey.number == facts(service, "key-figures")[0].text[0].mark
    assert "May 2025" in survey.full
    assert "U.S. 0.4%, Texas 1.2%" in survey.full


def test_the_studies_are_a_source_also_where_nothing_is_found_of_them(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    one = replace(sheet, exposure=sheet.exposure[:1])
    for given in (sheet, one):
        notes = [note.full for note in content(given).notes]
        assert any("own scale" in note for note in notes)


def test_our_own_words_are_printed_whole(pack: Pack) -> None:
    """The student's page has no marks; where they are from stands among the counselor's sources."""
    sheet = read_sheet(pack, "43-4051", ["4800000", "0600000", "0031080"])
    ours = sheet.words
    assert ours is not None
    made = content(sheet)
    assert words(lead(made)) == ours.summary
    assert items(made, "would-do") == ours.does[:5]
    assert (said(made, "may-like"), said(made, "is-hard")) == (ours.like, ours.hard)
    next_steps = [words(fact.text) for fact in facts(made, "do-next")]
    assert next_steps[0] == ours.try_early
    assert ours.ask.endswith(next_steps[1])
    mark = lead(made)[-1].mark
    note = next(note for note in made.notes if note.number == mark)
    assert note.short == ours.dated
    assert note.full.startswith(ours.dated)


def test_without_the_student_s_page_the_lead_stays(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    without = all_sections("profile") - {"student"}
    made = profile_content(sheet, made_on=DAY, version="0.0", sections=without)
    assert not {section.id for section in made.sections if section.group == "student"}
    assert {"pay", "outlook", "getting-in"} <= set(ids(made))
    assert sheet.words is not None
    assert words(lead(made)) == sheet.words.summary


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
    assert words(lead(asked["both"])) == words(lead(asked["ours"])) == plain.words.summary
    assert words(lead(asked["official"])) == "Answer those who call."
    assert items(asked["official"], "would-do") == ("Pass hard cases on.",)
    assert "may-like" not in ids(asked["official"])
    would_do = items(asked["both"], "would-do")  # the fifth line gives way to the page's length
    assert would_do == plain.words.does[: len(would_do)]
    assert len(would_do) >= 4
    tasks = {choice: items(made, "activities") for choice, made in asked.items()}
    listed = ("Answer the telephone.",)
    assert tasks == {"ours": (), "official": listed, "both": listed}
    missing = profile_content(plain, made_on=DAY, version="0.0", words="official")
    assert words(lead(missing)) == plain.words.summary


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("51-2061", "By 2034 that should fall by less than 100, or 17.5%."),
        ("29-1024", "By 2034 that should grow by less than 100, or 4.5%."),
        ("15-2021", "By 2034 that number should stay about the same."),
    ],
)
def test_a_change_of_few_jobs_does_not_contradict_its_share(
    pack: Pack, code: str, told: str
) -> None:
    made = content(read_sheet(pack, code))
    sentence, finding = said(made, "outlook"), words(made.section("outlook").finding)
    assert told in sentence
    assert ("Shrinking" in finding) == ("fall" in sentence)


def test_every_mark_has_its_note(service: Report) -> None:
    marks = {int(found) for found in re.findall(r"mark=(\d+)", repr(service.sections))}
    assert marks
    assert marks <= {note.number for note in service.notes}


def test_attribution_is_the_licences_own_sentence(service: Report) -> None:
    assert service.attribution == (
        "This report includes information from the O*NET 30.0, 30.1 and 30.3 Database by the U.S."
        " Department of Labor, Employment and Training Administration (USDOL/ETA). Used under"
        " the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. Counselor has modified"
        " all or some of this information. USDOL/ETA has not approved, endorsed, or tested"
        " these modifications."
    )


def test_military_job_says_not_published_and_invents_nothing(pack: Pack) -> None:
    """Once, then what to ask and civilian jobs that are alike: no block without a figure."""
    made = content(read_sheet(pack, "55-1011", ["4800000"]))
    shown = [name for name in ids(made) if name != "key-figures"]  # read by no page of its own
    assert shown == ["not-published", "recruiter", "civilian", "do-next", "student-sources"]
    assert "no pay, number of jobs or outlook is published" in said(made, "not-published")
    assert len(items(made, "recruiter")) == 5


def test_parent_of_rated_occupations_names_them(pack: Pack) -> None:
    (code,) = next(iter(pack.connection.execute(
        "SELECT p.code FROM occupation p WHERE p.code LIKE '%.00' AND EXISTS (SELECT 1 FROM"
        " occupation c JOIN rating r ON r.code = c.code WHERE c.soc = p.soc AND c.code <> p.code)"
        " AND NOT EXISTS (SELECT 1 FROM rating r WHERE r.code = p.code) ORDER BY p.code"
    )))  # fmt: skip
    sheet = read_sheet(pack, code)
    note = said(content(sheet), "skills")
    assert sheet.children
    assert all(f"{title} ({child})" in note for child, title in sheet.children[:6])


def test_shared_wage_is_said_to_be_shared(pack: Pack) -> None:
    nurse = content(read_sheet(pack, "29-1141.01"))
    assert "Registered Nurses (29-1141)" in said(nurse, "pay", "note")
    combined = content(read_sheet(pack, "13-1021"))
    assert "13-1020" in said(combined, "pay", "note")
    assert said(content(read_sheet(pack, "43-4051")), "pay", "note") == ""


def test_annual_and_hourly_only_jobs_say_so(pack: Pack) -> None:
    teacher = facts(content(read_sheet(pack, "25-2021")), "key-figures")[0]
    assert teacher.label == "median pay a year"
    assert teacher.about == "by the year only; May 2025"
    actor = facts(content(read_sheet(pack, "27-2011")), "key-figures")[0]
    assert actor.label == "median pay an hour"
    assert actor.about == "by the hour only; May 2025"


def test_official_tasks_are_printed_where_the_pack_has_them(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    tasks = tuple(Task(f"Do thing number {i} for people.", True) for i in range(1, 13))
    made = content(replace(sheet, tasks=tasks))
    assert made.section("activities").title == "Typical tasks"
    assert items(made, "activities")[0] == "Do thing number 1 for people."
    part = next(p for p in made.section("activities").parts if isinstance(p, Items))
    counted = [words(text) for text in part.counted]
    assert counted == [f"{n} of 12 tasks in the O*NET list." for n in range(1, 13)]
    none = content(replace(sheet, tasks=()))
    assert none.section("activities").title == "Most important activities"


def test_without_activity_ratings_the_figures_are_put_in_words(pack: Pack) -> None:
    sheet = read_sheet(pack, "29-1141.01")
    kept = {domain: rated for domain, rated in sheet.ratings.items() if domain != "activity"}
    made = content(replace(sheet, tasks=(), read_ratings=lambda: kept))
    assert bars(made, "activities") == ()
    assert items(made, "activities")
    assert said(made, "activities") == "Activities: not rated for this occupation."


@pytest.mark.parametrize("kind", ["oews", "ep"])
def test_pack_without_a_programme_says_so(seed_pack: Path, tmp_path: Path, kind: str) -> None:
    part = tmp_path / "part.sqlite"
    shutil.copyfile(seed_pack, part)
    with closing(sqlite3.connect(part)) as writer:
        for table in {"oews": ("kept_wage", "kept_industry_wage"), "ep": ("projection",)}[kind]:
            writer.execute(f"DELETE FROM {table}")
        writer.execute("DELETE FROM source WHERE kind = ?", (kind,))
        writer.commit()
    with open_pack(part) as opened:
        made = content(read_sheet(opened, "43-4051"))
    figures = [words(figure.text) for figure in facts(made, "key-figures")]
    assert figures.count("not in this pack") == 2
    assert "0 to 0" not in str(made)
    assert ": not in this pack." in str(made.notes)


def test_low_precision_is_said_wherever_the_figure_stands(pack: Pack) -> None:
    made = content(read_sheet(pack, "11-2033"))
    asked = next(fact for fact in facts(made, "getting-in") if fact.label == "Job holders")
    assert words(asked.text).endswith("; low precision")
    (drawn,) = bars(made, "education")
    assert drawn.rows[0].low_precision
    assert "† low precision" in said(made, "education")


def test_what_the_pack_lacks_is_not_said_to_be_unrated(pack: Pack) -> None:
    """Bug: a pack without skills printed "not rated for this occupation"."""
    sheet = read_sheet(pack, "43-9199")
    poor = replace(sheet, lacks=frozenset(("skill", "tool")))
    assert said(content(poor), "skills").startswith("Skills and abilities: not in this pack")
    assert said(content(sheet), "skills").startswith("Skills and abilities: not rated")


def test_a_group_of_all_other_jobs_names_some_of_them(pack: Pack) -> None:
    made = content(read_sheet(pack, "11-9199.00", ["4800000"]))
    counted, apart = items(made, "gathered"), items(made, "own-sheets")
    assert len(counted) == 7
    assert "Environmental Control Administrator" in counted  # by the SOC
    surgeons = content(read_sheet(pack, "29-1249.00", ["4800000"]))
    assert "Plastic Surgeon" in items(surgeons, "gathered")
    assert "Plastic Surgeon" in surgeons.published  # it stays English in another language
    assert "Regulatory Affairs Managers" in apart
    assert all(
        section.id != "gathered" for section in content(read_sheet(pack, "43-4051")).sections
    )
