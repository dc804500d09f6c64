"""Columns, sections and cards: every job once, in its column, twins on one card."""

from __future__ import annotations

from counselor_app.domain.figures.provenance import Group
from counselor_app.domain.fit.board import Card, Placing, board, card_sentence, shown_words
from counselor_app.domain.fit.groups import Families
from counselor_app.domain.fit.instruments import INSTRUMENTS, parse_scores
from counselor_app.domain.fit.matches_filter import (
    EDUCATION,
    Filters,
    Unranked,
    filtered,
    hides_most,
    unranked,
)
from counselor_app.domain.fit.tiers import redraw
from counselor_app.domain.occupation.listing import OccupationRow
from counselor_app.domain.occupation.preparation import EDUCATION_WORDS
from counselor_app.domain.session.client import Client, view
from counselor_app.domain.session.placing import placed
from counselor_app.store import listing
from counselor_app.store.reference import Pack

NO_FAMILIES = Families({}, {})
ALL_JOBS = 3.1


def one(code: str, education: str | None = "Bachelor's degree", **given: object) -> Unranked:
    values = {
        "job_zone": 3, "change_pct": 4.0, "openings": 2000.0, "family": "Legal", "pay": 50_000.0,
        "summary": f"They do {code}. And more.", "group": None,
    } | given  # fmt: skip
    pay = values.pop("pay")
    job = OccupationRow(
        code=code, title=f"Job {code}", soc=code[:7], letters="R", pay=None, pay_words="",
        employment=None, **values,  # type: ignore[arg-type]
    )  # fmt: skip
    words = "pay not published" if pay is None else f"${pay:,.0f}"
    return Unranked(job, pay, words, education)  # type: ignore[arg-type]


def cards(*jobs: Unranked, tiers: dict[str, str], families: Families = NO_FAMILIES) -> list[Card]:
    columns = board(jobs, Placing("tier", tiers), families, ALL_JOBS)
    return [card for column in columns for section in column.sections for card in section.cards]


def test_a_column_is_the_usual_schooling() -> None:
    jobs = [one(f"11-000{n}.00", education) for n, education in enumerate((*EDUCATION, None))]
    tiers = dict.fromkeys((job.job.code for job in jobs), "likely")
    columns = board(jobs, Placing("tier", tiers), NO_FAMILIES, ALL_JOBS)
    found = {
        column.schooling: [
            card.jobs[0].education for section in column.sections for card in section.cards
        ]
        for column in columns
    }
    assert found == {
        "little": list(EDUCATION[:2]), "some": list(EDUCATION[2:5]), "a lot": list(EDUCATION[5:]),
        "unknown": [None],
    }  # fmt: skip


def test_three_columns_are_there_even_where_one_is_empty() -> None:
    columns = board([one("a")], Placing("tier", {"a": "likely"}), NO_FAMILIES, ALL_JOBS)
    assert [(column.schooling, column.count) for column in columns] == [
        ("little", 0), ("some", 0), ("a lot", 1),
    ]  # fmt: skip


def test_twins_share_a_card_at_the_place_of_the_first_and_count_in_their_own_tiers() -> None:
    families = Families({"a": "c", "b": "b", "c": "c"}, {"c": "Three of a kind"})
    jobs = [one("a", pay=40_000.0), one("b"), one("c", pay=90_000.0)]
    tiers = {"a": "likely", "b": "likely", "c": "less likely"}
    first, second = cards(*jobs, tiers=tiers, families=families)
    assert (first.title, first.codes, first.section) == ("Three of a kind", ("a", "c"), "likely")
    assert first.pay_words == "$40,000 to $90,000"
    assert first.summary == "They do c."  # what the family is named after
    assert first.twins_words == "2 jobs in one, the closest: Job a"
    assert [first.alone(n).title for n in range(2)] == ["Job a", "Job c"]
    assert second.codes == ("b",)
    columns = board(jobs, Placing("tier", tiers), families, ALL_JOBS)
    assert [(s.name, s.count) for c in columns for s in c.sections] == [("likely", 2)]
    assert sum(column.count for column in columns) == 2


def test_a_family_of_which_a_filter_leaves_one_goes_by_its_own_title() -> None:
    families = Families({"a": "c", "c": "c"}, {"c": "Three of a kind"})
    (card,) = cards(one("a"), tiers={"a": "likely"}, families=families)
    assert card.title == "Job a"
    assert not card.twins_words


def test_missing_figures_are_said_in_words() -> None:
    (card,) = cards(
        one("a", None, pay=None, change_pct=None, openings=None), tiers={"a": "possible"}
    )
    assert card.pay_words == "Pay not published"
    assert card.outlook_words == "No forecast"
    assert card.schooling_words == "Not published"
    said = card_sentence(card, "Texas", starred=False, ticked=False, seen=False)
    assert said == (
        "Job a. Possibly among the closest. Pay not published in Texas, no forecast published,"
        " schooling not published."
    )


def test_a_card_is_spoken_with_its_state_and_of_whom_its_figures_are() -> None:
    group = Group("11-0000", "Many jobs")
    (card,) = cards(one("a", group=group), tiers={"a": "very likely"})
    said = card_sentence(card, "Texas", starred=True, ticked=True, seen=True)
    assert said.startswith(
        f"Job a. Very likely among the closest. $50,000 in Texas, growing,"
        f" {EDUCATION_WORDS[EDUCATION[5]]}."
    )
    assert said.endswith("Starred, ticked, seen.")
    assert card.outlook_words.endswith("*")
    assert group.words in said


def test_the_filter_that_hides_most_is_known_and_can_be_taken_off() -> None:
    jobs = [one(f"11-000{n}.00", pay=10_000.0 * n, openings=100.0 * n) for n in range(1, 8)]
    asked = Filters(pay=60_000, openings=600, zone=3)
    found = filtered(jobs, asked, ALL_JOBS)
    assert found.hides == {"zone": 0, "pay": 5, "openings": 5}
    assert hides_most(found, asked) == ("pay", 5, Filters(openings=600, zone=3))
    assert hides_most(filtered(jobs, Filters(), ALL_JOBS), Filters()) is None


def test_not_shrinking_is_what_the_outlook_calls_so() -> None:
    changes = {"a": -1.1, "b": -1.0, "c": -0.9, "d": 0.0, "e": None}
    jobs = [one(code, change_pct=change) for code, change in changes.items()]
    kept = filtered(jobs, Filters(growth="kept"), ALL_JOBS).rows
    assert [job.job.code for job in kept] == ["c", "d"]
    assert all(card.case not in ("shrinking", "shrinking, still hiring")
               for card in cards(*kept, tiers={"c": "likely", "d": "likely"}))  # fmt: skip


def test_every_job_stands_once_whatever_the_board_goes_by(pack: Pack) -> None:
    rows = {row.code: row for row in listing.occupations(pack)}
    pay, education = listing.area_pay(pack, "0000000"), listing.entry_education(pack)
    for scores, basis, count in (
        (parse_scores("12,20,9,33,24,28"), "tier", 923),
        (parse_scores("12,20,9,33,24,28", INSTRUMENTS["sds"]), "rank", 923),
        (parse_scores("SEC"), "letters", 923),
        (parse_scores("20,21,22,20,19,22"), "openings", len(rows)),
    ):
        found = view(Client("A", scores), pack.interest_profiles)
        if basis == "tier":
            assert placed(found, pack.interest_profiles, rows.values()) is None  # under way
            redraws = redraw(scores, pack.interest_profiles)
            found = view(Client("A", scores), pack.interest_profiles, redraws)  # type: ignore[arg-type]
        result = placed(found, pack.interest_profiles, rows.values())
        assert result is not None
        codes, placing = result
        assert placing.basis == basis
        assert len(set(codes)) == len(codes) == count
        jobs = unranked((rows[code] for code in codes), pay, education)
        columns = board(jobs, placing, pack.families, ALL_JOBS)
        shown = [code for column in columns for section in column.sections
                 for card in section.cards for code in card.codes]  # fmt: skip
        assert sorted(shown) == sorted(codes)
        words, hidden = shown_words(columns, placing.basis, "Mia", 0)
        assert "Mia" in words
        assert hidden is None
    openings = [rows[code].openings for code in codes]
    known = [n for n in openings if n is not None]
    assert openings == [*sorted(known, reverse=True), *[None] * (len(openings) - len(known))]


def test_the_closest_tenth_is_by_rank_where_no_error_is_known(pack: Pack) -> None:
    scores = parse_scores("12,20,9,33,24,28", INSTRUMENTS["sds"])
    found = view(Client("A", scores), pack.interest_profiles)
    result = placed(found, pack.interest_profiles, ())
    assert result is not None
    codes, placing = result
    assert codes == tuple(match.code for match in found.ranking)
    tenth = [code for code, name in placing.section.items() if name == "tenth"]
    assert tenth == [match.code for match in found.ranking if match.rank <= 92]
