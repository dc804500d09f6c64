"""What the findings claim: each sentence is held against the figures it is made of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counselor_app.domain.figures.provenance import Figure, Placement, Source
from counselor_app.domain.figures.ratings import Domain, Rating
from counselor_app.domain.occupation import findings
from counselor_app.domain.occupation.outlook import Outlook, outlook_case
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import WageRow
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

EP = Source("ep", "ep", "Employment Projections", "BLS", "2024–34", "EP 2024–34", "", "", "", "")


def outlook(
    base: float, change: float, openings: float | None, years: tuple[int, int] = (2024, 2034)
) -> Outlook:
    """Projections with one number of jobs, its change and its openings a year."""

    def figure(key: str, value: float | str | None, unit: str = "persons") -> Figure:
        flag = None if value is not None else "not published"
        return Figure(key, value, unit, EP, "2024", flag=flag)  # type: ignore[arg-type]

    pct = 100 * change / base
    return Outlook(
        *years,
        base=figure("base", base),
        projected=figure("projected", base + change),
        change=figure("change", change),
        change_pct=figure("change_pct", pct, "percent"),
        openings=figure("openings", openings, "openings a year"),
        exits=figure("exits", None),
        transfers=figure("transfers", None),
        exit_rate=figure("exit_rate", None, "percent"),
        transfer_rate=figure("transfer_rate", None, "percent"),
        self_employed_pct=figure("self", 1.0, "percent"),
        education=figure("education", "Bachelor's degree", "words"),
        experience=figure("experience", "None", "words"),
        training=figure("training", "None", "words"),
        all_jobs_change_pct=figure("all", 3.1, "percent"),
        openings_rank=(1, 832),
        case=outlook_case(pct, openings, 3.1),
    )


@pytest.mark.parametrize(
    ("change", "openings", "said"),
    [
        # 10,000 new jobs a year of 30,000 openings: two in three replace somebody.
        (100_000, 30_000, True),
        # 10,000 a year of 19,000: most openings are new jobs.
        (100_000, 19_000, False),
        (100_000, 20_000, False),
        (100_000, 20_100, True),
    ],
)
def test_most_openings_replace_people_only_where_they_do(
    change: float, openings: float, said: bool
) -> None:
    """Against the growth of one year, not of the decade."""
    sentence = findings.outlook_sentence(outlook(1_000_000, change, openings))
    assert ("most of them because people" in sentence) is said


def test_the_decade_is_counted_in_its_own_years() -> None:
    five = outlook(1_000_000, 100_000, 30_000, (2024, 2029))
    assert "most of them because people" not in findings.outlook_sentence(five)


def test_a_job_that_shrinks_says_what_its_openings_are_for() -> None:
    sentence = findings.outlook_sentence(outlook(1_000_000, -50_000, 30_000))
    assert "fall by 50,000, or 5.0%" in sentence
    assert "because people move on or stop working" in sentence


def test_published_outlooks_say_most_only_where_it_is(pack: Pack) -> None:
    """The published growth in ten years and the published openings decide, job by job."""
    codes = [code for (code,) in pack.connection.execute("SELECT code FROM occupation")]
    for code in codes[::9]:
        found = read_sheet(pack, code).outlook
        change, openings = found.change.number, found.openings.number
        if change is None or not openings or change <= 0:
            continue
        most = "most of them because people" in findings.outlook_sentence(found)
        assert most is (change / 10 < openings / 2), code


def rating(name: str, importance: float, below: int, domain: Domain = "skill") -> Rating:
    figure = Figure(f"{domain}.{name}", importance, "importance 1-5", EP, "2026")
    return Rating(name, name, domain, figure, None, Placement(below, 1, 100))


def sheet_with(pack: Pack, *ratings: Rating) -> Sheet:
    return replace(read_sheet(pack, "43-4051"), read_ratings=lambda: {"skill": ratings})


def test_what_stands_out_is_the_most_important_of_what_stands_out(pack: Pack) -> None:
    found = [rating(name, 3.0 + n / 10, 91 + n) for n, name in enumerate("abcdef")]
    said = findings.stand_out(sheet_with(pack, *found))
    assert said == "F, e, d and c: more important here than in at least 93 of 100 jobs."


def test_what_is_rare_but_hardly_matters_does_not_stand_out(pack: Pack) -> None:
    low = rating("welding", 2.9, 99)
    common = rating("listening", 4.5, 89)
    assert findings.stand_out(sheet_with(pack, low, common)) is None
    both = findings.stand_out(sheet_with(pack, low, common, rating("selling", 3.0, 90)))
    assert both == "Selling: more important here than in at least 90 of 100 jobs."


def test_the_findings_name_the_most_important_first(pack: Pack) -> None:
    found = sheet_with(pack, *(rating(n, 4.5 - i / 10, 50) for i, n in enumerate("abcd")))
    assert findings.skills_finding(found) == "A, b and c"


@pytest.fixture
def nation(pack: Pack) -> WageRow:
    return read_sheet(pack, "43-4051").nation


def row(nation: WageRow, known: dict[str, float]) -> WageRow:
    """A nation's wages: p25, p50 and p75 a year, and with an h before by the hour."""
    figures = {}
    for basis, unit in (("annual", "dollars a year"), ("hourly", "dollars an hour")):
        for percentile in (10, 25, 50, 75, 90):
            value = known.get(f"{'h' if basis == 'hourly' else 'p'}{percentile}")
            key = f"wage.{basis}.p{percentile}"
            flag = None if value else "not published"
            figures[key] = Figure(key, value, unit, EP, "May 2025", flag=flag)  # type: ignore[arg-type]
    return replace(nation, figures=figures)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"p25": 30_000, "p50": 40_000, "p75": 50_000},
         "Half of them earn between $30,000 and $50,000 a year"),
        ({"p25": 30_000, "p50": 40_000}, "Half of them earn more than $40,000 a year"),
        ({"p25": 30_000}, "Three in four earn more than $30,000 a year"),
        ({"h25": 15, "h50": 20, "h75": 25}, "Half of them earn between $15.00 and $25.00 an hour"),
        ({"h50": 20.5}, "Half of them earn more than $20.50 an hour"),
        ({"p10": 20_000, "p90": 90_000}, None),
    ],
)  # fmt: skip
def test_pay_is_told_as_far_as_it_is_published(
    nation: WageRow, known: dict[str, float], said: str | None
) -> None:
    assert findings.pay_finding(row(nation, known)) == said
