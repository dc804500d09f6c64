"""The kiosk's jobs: which card stands where, in which order, and what it says."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from kiosk_touches import answered

from counselor_app.client_texts import inventory_form, item_families
from counselor_app.domain.fit.instruments import OWN_SHORT, ClientScores
from counselor_app.domain.fit.sureness import TIERS
from counselor_app.domain.fit.tiers import redraw
from counselor_app.domain.occupation.schooling import LEVELS
from counselor_app.domain.occupation.student_page import pay_here
from counselor_app.domain.occupation.years import schooling_level
from counselor_app.domain.session.because import best_liked, you_like
from counselor_app.domain.session.client import Client, ClientView, view
from counselor_app.domain.session.inventory import Answers, client_scores, score
from counselor_app.kiosk.jobs import Entry, Jobs
from counselor_app.store.listing import area_code
from counselor_app.store.reference import Pack

FIRE = "33-2011.00"


@pytest.fixture(scope="module")
def jobs(pack: Pack) -> Jobs:
    return Jobs(pack, (area_code(pack, "Texas"),))


@pytest.fixture(scope="module")
def told(pack: Pack) -> ClientView:
    answers = answered()
    scores = client_scores(score(answers), date(2026, 11, 22))
    assert scores is not None
    redraws = redraw(scores, pack.interest_profiles)
    return view(Client("", scores, answers), pack.interest_profiles, redraws)


def test_every_item_speaks_for_groups_of_jobs_that_there_are(pack: Pack, jobs: Jobs) -> None:
    families = item_families()
    assert set(families) == {item.id for item in inventory_form("long").items}
    codes = list(jobs.rows)
    unknown = [
        group for groups in families.values() for group in groups
        if not any(code.startswith(group) for code in codes)
    ]  # fmt: skip
    assert unknown == []
    assert all(families.values())


def test_the_best_liked_activity_is_the_reason(jobs: Jobs) -> None:
    form = inventory_form("long")
    answers = Answers(form)
    assert best_liked(answers, jobs.groups, FIRE) is None
    answers = answers.answered("R19", 3).answered("R20", 4).answered("S11", 4)
    item = best_liked(answers, jobs.groups, FIRE)
    assert item is not None
    assert item.text == "Prepare the water hoses on a fire truck."
    assert best_liked(answers.answered("R19", 2), jobs.groups, FIRE) is None


def test_likes_are_said_in_a_sentence() -> None:
    day = date(2026, 11, 22)
    told = you_like(ClientScores(OWN_SHORT, (19, 2, 3, 15, 4, 5), day))
    assert told == "You like making and fixing, and helping people"
    level = you_like(ClientScores(OWN_SHORT, (10, 10, 10, 11, 10, 10), day))
    assert level == "You like a bit of everything"


def test_a_card_says_what_the_page_of_the_job_says(jobs: Jobs) -> None:
    for code in list(jobs.rows)[::25]:
        card, sheet = jobs.card(Entry((code,))), jobs.sheet(code)
        main = pay_here(sheet).main
        assert main in card.pay if main else card.pay == "pay not published"
    card = jobs.card(Entry((FIRE,)), ("R", "S"))
    assert (card.title, card.pay, card.school) == ("Firefighters", "$60,180", "up to 2 years")
    assert card.outlook == "growing"
    assert card.letters == ("R",)


def test_columns_hold_what_asks_for_so_much_school(jobs: Jobs) -> None:
    little, some, much = jobs.by_interest("S")
    for column, most in ((little, 1), (some, 4), (much, 7)):
        for entry in column:
            level = schooling_level(jobs.sheet(entry.codes[0]))
            assert level is not None
            assert LEVELS.index(level) <= most
    assert {code[:2] for entry in much for code in entry.codes} >= {"21", "25", "29"}


def test_matches_come_by_tier_and_what_shrinks_last_in_it(jobs: Jobs, told: ClientView) -> None:
    order = [tier for tier, _ in TIERS]
    for column in jobs.matches(told):
        tiers = [order.index(entry.tier) for entry in column if entry.tier]
        assert tiers == sorted(tiers)
        assert "less likely" not in {entry.tier for entry in column}
        for tier in set(tiers):
            change = [
                (jobs.rows[entry.codes[0]].change_pct or 0) <= -1
                for entry in column if entry.tier == order[tier]
            ]  # fmt: skip
            assert change == sorted(change)
    codes = [code for column in jobs.matches(told) for entry in column for code in entry.codes]
    assert len(codes) == len(set(codes))


def test_near_twins_share_a_card_with_the_least_pay_and_only_what_all_say(
    jobs: Jobs, told: ClientView
) -> None:
    twins = [e for column in jobs.matches(told) for e in column if len(e.codes) > 1]
    assert twins
    for entry in twins[:12]:
        card, each = jobs.card(entry), [jobs.short(code) for code in entry.codes]
        alike = len({one.outlook for one in each}) == 1
        assert card.outlook == (each[0].outlook if alike else "")
        if card.pay.endswith(" up"):
            assert card.pay.removesuffix(" up") in {one.pay for one in each}


def test_three_to_start_with_one_a_column_each_because_of_something(
    jobs: Jobs, told: ClientView
) -> None:
    picks = jobs.starters(told)
    places = [jobs._columns[pick.code] for pick in picks]
    assert places == [0, 1, 2]
    for pick in picks:
        assert pick.because.startswith("Because you liked “")
        assert (jobs.rows[pick.code].change_pct or 0) > -1
        assert told.tier(pick.code) != "less likely"


def test_level_answers_start_from_what_was_liked(pack: Pack, jobs: Jobs) -> None:
    answers = Answers(inventory_form("short"))
    for place, item in enumerate(answers.form.ids):
        answers = answers.answered(item, 4 if place < 2 else 2).later(3)
    scores = ClientScores(OWN_SHORT, (10, 10, 10, 11, 10, 10), date(2026, 11, 22))
    level = view(Client("", scores, answers), pack.interest_profiles)
    assert level.ranking == ()
    picks = jobs.starters(level)
    assert picks
    assert all(pick.item is not None and answers.given[pick.item.id] == 4 for pick in picks)


def test_a_surprise_is_another_one_each_time_and_not_shrinking(jobs: Jobs) -> None:
    seen: list[str] = []
    for _ in range(40):
        seen.append(jobs.surprise(seen, Random(1)))
    assert len(set(seen)) == 40
    assert all((jobs.rows[code].change_pct or 0) > -1 for code in seen)
    assert all(jobs.sheet(code).words for code in seen)
