"""What is told of new data before it is used: every change, in sentences, lines and rows."""

from __future__ import annotations

import csv
import io

import pytest

from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.language import language
from counselor_app.pack.changes import (
    Changes,
    CoverageChange,
    FigureChange,
    Moved,
    Named,
    ReleaseChange,
    Renamed,
)
from counselor_app.pack.changes_words import (
    BEYOND,
    NO_ERROR,
    SAME,
    WITHIN,
    as_csv,
    as_dict,
    as_text,
    figure_note,
    figure_rows,
    headline,
    other_lines,
    table_rows,
)

COOK, BAKER, SMITH = (
    Named("35-2014.00", "Cooks"), Named("51-3011.00", "Bakers"), Named("51-4199.00", "Smiths")
)  # fmt: skip
MANY = tuple(Named(f"51-{number:04}.00", f"Job {number}") for number in range(11))
OLD = Source("a", "oews", "Wages", "BLS", "May 2025", "OEWS May 2025", "", "", "", "")
NEW = Source("b", "oews", "Wages", "BLS", "May 2026", "OEWS May 2026", "", "", "", "")


def figure(value: float | None, source: Source, se: float | None = None) -> Figure:
    return Figure(
        "wage.annual.mean", value, "dollars a year", source, source.release, se=se,
        flag=None if value is not None else "not published",
    )  # fmt: skip


def change(before: float | None, after: float | None, within: bool | None) -> FigureChange:
    return FigureChange(COOK, figure(before, OLD), figure(after, NEW), within)


def changes(**some: object) -> Changes:
    """Two packs of five occupations that differ in what is given."""
    plain: dict[str, object] = {
        "occupations": (5, 5), "releases": (), "new": (), "gone": (), "renamed": (), "moved": (),
        "coverage": (), "figures": (), "missing": (),
    }  # fmt: skip
    return Changes(**{**plain, **some})  # type: ignore[arg-type]


def test_nothing_new_is_said_to_be_that() -> None:
    assert headline(changes()) == (
        "The releases are the same.",
        "5 occupations, the same ones.",
        "The occupations that stay have each kind of data as before.",
    )
    assert table_rows(changes()) == ()


def test_releases_that_changed_and_those_that_came_or_went() -> None:
    found = changes(
        releases=(
            ReleaseChange("Wages", "May 2025", "May 2026"),
            ReleaseChange("Projections", "2024–34", "2024–34"),
            ReleaseChange("Prices", "", "2024"),
            ReleaseChange("Studies", "2023", ""),
        )
    )
    assert headline(found)[0] == (
        "Releases: Wages May 2025 → May 2026; Prices (none) → 2024; Studies 2023 → (none)."
    )
    assert [row[1] for row in table_rows(found)] == ["Wages", "Prices", "Studies"]
    assert "  Release, Studies: 2023 → none" in as_text(found).splitlines()


def test_occupations_are_counted_by_what_became_of_them() -> None:
    found = changes(
        occupations=(5, 6),
        new=(BAKER,),
        gone=(SMITH,),
        renamed=(Renamed("35-2014.00", "Cooks", "Chefs"),),
        moved=(
            Moved("split", (COOK,), (BAKER, SMITH)),
            Moved("merged", (BAKER, SMITH), (COOK,)),
            Moved("new code", (COOK,), (BAKER,)),
        ),
    )
    assert headline(found)[1] == (
        "5 → 6 occupations: 1 new, 1 gone, 1 renamed, 1 split, 1 merged into another,"
        " 1 under a new code."
    )
    rows = [row[:4] for row in table_rows(found)]
    assert ("New", "Bakers (51-3011.00)", "", "") in rows
    assert ("Gone", "Smiths (51-4199.00)", "", "") in rows
    assert ("Renamed", "35-2014.00", "Cooks", "Chefs") in rows
    both = "Bakers (51-3011.00); Smiths (51-4199.00)"
    assert ("Split", "", "Cooks (35-2014.00)", both) in rows
    assert ("Merged into another", "", both, "Cooks (35-2014.00)") in rows


def test_what_is_won_and_lost_is_told_apart() -> None:
    found = changes(
        coverage=(
            CoverageChange("skills", 5, 6, (BAKER,), ()),
            CoverageChange("tasks", 5, 4, (), (COOK,)),
            CoverageChange("knowledge", 5, 5, (), (), (33, 30)),
            CoverageChange("abilities", 5, 5, (), (), (50, 52)),
            CoverageChange("interests", 5, 5, (), ()),
        )
    )
    said = headline(found)
    assert "Occupations that did not have it before now have: skills." in said
    assert "Lost in part or whole: tasks; knowledge." in said
    rows = table_rows(found)
    assert [(row[0], row[1]) for row in rows] == [
        ("Coverage", "skills"), ("Won", "skills"), ("Coverage", "tasks"), ("Lost", "tasks"),
        ("Coverage", "knowledge"), ("Coverage", "abilities"),
    ]  # fmt: skip
    assert rows[0][2:4] == ("5", "6")
    assert rows[1][4] == "Bakers (51-3011.00)"
    assert [row[4] for row in rows[4:]] == ["33 → 30 rated", "50 → 52 rated"]
    assert {one["what"] for one in as_dict(found)["coverage"]} == {
        "skills", "tasks", "knowledge", "abilities"
    }  # fmt: skip


def test_long_lists_are_cut_on_the_screen_and_whole_in_the_table() -> None:
    found = changes(new=MANY, coverage=(CoverageChange("skills", 0, 11, MANY, ()),))
    lines = as_text(found).splitlines()
    assert "  and 3 more" in lines
    assert sum(line.startswith("  New, ") for line in lines) == 8
    (won,) = (line for line in lines if line.startswith("  Won, skills"))
    assert won.endswith("Job 7 and 3 more")
    rows = list(csv.reader(io.StringIO(as_csv(found).decode("utf-8-sig"))))
    assert rows[0] == ["What", "Which", "Before", "After", "Note"]
    assert sum(row[0] == "New" for row in rows) == sum(row[0] == "Won" for row in rows) == 11
    eight = changes(new=MANY[:8])
    assert "more" not in as_text(eight)


@pytest.mark.parametrize(
    ("one", "note"),
    [
        (change(100.0, 100.0, True), SAME),
        (change(100.0, 101.0, True), WITHIN),
        (change(100.0, 150.0, False), BEYOND),
        (change(100.0, 150.0, None), NO_ERROR),
        (change(None, 150.0, None), ""),
        (change(100.0, None, None), ""),
    ],
)
def test_a_difference_says_whether_it_means_anything(one: FigureChange, note: str) -> None:
    assert figure_note(one) == note
    ((_, before, after, said),) = figure_rows(changes(figures=(one,)))[COOK]
    assert said == note
    for words, value, release in ((before, one.before, "2025"), (after, one.after, "2026")):
        assert words.endswith(f"(May {release})")
        assert words.startswith("$" if value.value is not None else "not published")


def test_figures_are_counted_and_within_error_is_explained() -> None:
    found = changes(
        figures=(
            change(100.0, 100.0, True), change(100.0, 101.0, True), change(100.0, 150.0, False),
            change(100.0, 150.0, None),
        )
    )  # fmt: skip
    assert headline(found)[-1] == (
        "Figures of 1 shortlisted occupation: 1 the same, 1 within error, 2 different."
        " Within error means that no real change can be told."
    )
    without = headline(changes(figures=(change(100.0, 150.0, False),)))[-1]
    assert without.endswith("0 the same, 0 within error, 1 different.")
    assert all(title != "Cooks" for title, _ in other_lines(found))
    told = as_dict(found)["figures"]
    assert [one["within_error"] for one in told] == [True, True, False, None]
    assert [one["after"]["value"] for one in told] == [100.0, 101.0, 150.0, 150.0]
    assert {one["before"]["source"] for one in told} == {"OEWS May 2025"}


def test_a_shortlisted_code_that_is_gone_is_led_on_or_said_to_be_lost() -> None:
    moved = (Moved("split", (COOK,), (BAKER, SMITH)),)
    found = headline(changes(moved=moved, missing=(COOK.code, "99-0000.00")))
    assert found[-2] == (
        "35-2014.00 is on the shortlist and is now Bakers (51-3011.00) and Smiths (51-4199.00)."
    )
    assert found[-1] == "99-0000.00 is on the shortlist and is not in both; look it up again."


def test_what_changes_can_be_told_in_another_language() -> None:
    found = changes(
        occupations=(5, 6), new=(BAKER,), releases=(ReleaseChange("Wages", "", "May 2026"),),
        coverage=(CoverageChange("skills", 5, 6, (BAKER,), ()),), figures=(change(1.0, 2.0, True),),
        moved=(Moved("split", (COOK,), (BAKER, SMITH)),), missing=(COOK.code,),
    )  # fmt: skip
    pseudo = language("pseudo")

    assert all(pseudo.say(said).startswith("[") for said in headline(found))
    lines = [line for line in as_text(found, pseudo).splitlines() if line]
    assert [line for line in lines if not line.startswith("[")] == []
    assert as_csv(found, pseudo).decode("utf-8-sig").startswith("[Whát")
