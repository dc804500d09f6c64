"""The kiosk's cards: what a choice shows, in which order, and what a card says."""

from __future__ import annotations

import pytest

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.fit.tiers import redraw
from counselor_app.domain.session.client import Client, view
from counselor_app.kiosk.jobs import Choice, JobCard, Jobs, page_of
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

CLERKS, NURSES, MILITARY = "43-4051.00", "29-1141.00", "55-1011.00"


@pytest.fixture(scope="module")
def jobs(pack: Pack) -> Jobs:
    return Jobs(pack)


def card(jobs: Jobs, code: str) -> JobCard:
    (found,) = jobs.shown(Choice(only=(code,)))
    return found


def test_a_card_says_the_published_figures(jobs: Jobs, pack: Pack) -> None:
    for code in (CLERKS, NURSES):
        found, sheet = card(jobs, code), read_sheet(pack, code)
        assert (found.title, found.pay) == (sheet.occupation.title, sheet.nation.median().number)
        assert found.letter == str(sheet.interests.letters.value)[0]
        assert found.change == sheet.outlook.change_pct.number
        assert found.openings == sheet.outlook.openings.number
    clerks = card(jobs, CLERKS)
    assert clerks.pay_words == ("$44,770", "middle pay a year")
    assert clerks.outlook_words[1] == "341,700 openings a year"
    assert card(jobs, "27-2011.00").pay_words == ("$29.05", "middle pay an hour")


def test_what_is_not_published_is_said(jobs: Jobs) -> None:
    found = card(jobs, MILITARY)
    assert found.pay_words == ("Not published", "middle pay")
    assert found.outlook_words[1] == "none is published"
    assert found.study_words == ("Not published", "usual schooling")
    assert (found.pay, found.openings, found.study) == (None, None, None)


@pytest.mark.parametrize(
    ("order", "figure"), [("openings", "openings"), ("pay", "pay"), ("growth", "change")]
)
def test_the_most_comes_first_and_what_has_no_figure_last(
    jobs: Jobs, order: str, figure: str
) -> None:
    found = jobs.shown(Choice(order=order))  # type: ignore[arg-type]
    values = [getattr(one, figure) for one in found]
    known = [value for value in values if value is not None]
    assert len(found) == len(jobs.titles)
    assert known == sorted(known, reverse=True)
    assert values[: len(known)] == known
    ties = [one.title for one in found if getattr(one, figure) is None]
    assert ties == sorted(ties)


def test_by_title_and_as_given(jobs: Jobs) -> None:
    titles = [one.title for one in jobs.shown(Choice(order="title"))]
    assert titles == sorted(titles)
    given = (NURSES, "99-9999.99", CLERKS)
    found = jobs.shown(Choice(order=None, only=given))
    assert [one.code for one in found] == [NURSES, CLERKS]


def test_choices_narrow_and_are_counted(jobs: Jobs) -> None:
    everyone = jobs.shown(Choice())
    social = jobs.shown(Choice(like="S"))
    assert social == [one for one in everyone if one.letter == "S"]
    family = card(jobs, NURSES).family
    both = jobs.shown(Choice(like="S", family=family))
    assert both == [one for one in social if one.family == family]
    counts = jobs.counts(Choice(like="R"), "like")
    assert counts["S"] == len(social) > 0
    assert list(counts) == list("RIASEC")
    by_family = jobs.counts(Choice(), "family")
    assert by_family[family] == sum(one.family == family for one in everyone)
    assert sum(by_family.values()) == len(everyone)


def test_without_college_shows_no_job_that_asks_for_it(jobs: Jobs) -> None:
    from counselor_app.kiosk.jobs import STUDY

    shown = [len(jobs.shown(Choice(study=study))) for study in STUDY if study != "any"]
    assert shown == sorted(shown)
    assert 0 < shown[0] < shown[-1] < len(jobs.titles)
    least = next(study for study in STUDY if study != "any")
    found = {one.code for one in jobs.shown(Choice(study=least))}
    assert NURSES not in found
    assert CLERKS in found
    assert MILITARY not in found, "what is not known is not promised"
    counted = jobs.counts(Choice(study=least), "like")
    assert sum(counted.values()) <= len(found)


def test_a_student_s_fit_orders_the_cards_and_goes_with_the_student(pack: Pack) -> None:
    own = Jobs(pack)
    assert own.matches == ()
    scores = parse_scores("12,20,9,33,24,28")
    redraws = redraw(scores, pack.interest_profiles)
    client = view(Client("", scores), pack.interest_profiles, redraws)
    own.set_client(client)
    ranked = [one.match.code for one in client.placed]
    assert list(own.matches) == ranked
    found = own.shown(Choice(order="fit"))
    assert [one.code for one in found[: len(ranked)]] == ranked
    assert found[0].fit_words == "Very likely"
    assert all(one.fit_words == "" for one in found[len(ranked) :])
    own.set_client(None)
    assert own.matches == ()
    assert {one.fit_words for one in own.shown(Choice())} == {""}


def test_pages_hold_every_card_once(jobs: Jobs) -> None:
    cards = jobs.shown(Choice())[:13]
    held = [page_of(cards, page, 6) for page in range(3)]
    assert [len(found) for found, _, _ in held] == [6, 6, 1]
    assert [one for found, _, _ in held for one in found] == cards
    assert {pages for _, _, pages in held} == {3}
    assert page_of(cards, 99, 6)[1] == 2
    assert page_of(cards, -1, 6)[1] == 0
    assert page_of(cards[:12], 5, 6)[1:] == (1, 2)
    assert page_of((), 0, 6) == ((), 0, 1)
    assert page_of(cards, 0, 0)[2] == 13
