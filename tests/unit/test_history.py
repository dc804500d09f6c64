"""Back and forward through the places that were visited."""

from __future__ import annotations

from counselor_app.ui.state.history import History, Place

HOME, MATCHES = Place("home"), Place("matches")
NURSE, CLERK = Place("jobs", ("29-1141.00",)), Place("jobs", ("43-4051.00",))


def visited(*places: Place) -> History:
    history = History()
    for place in places:
        history.enter(place)
    return history


def test_back_and_forward_step_through_every_place_once() -> None:
    history = visited(HOME, MATCHES, MATCHES, NURSE, Place("jobs", NURSE.codes, 2))
    back = []
    while (visit := history.step(-1)) is not None:
        back.append(visit.place)
    assert back == [NURSE, MATCHES, HOME]
    ahead = []
    while (visit := history.step(1)) is not None:
        ahead.append(visit.place)
    assert ahead == [MATCHES, NURSE, Place("jobs", NURSE.codes, 2)]


def test_the_next_job_of_a_list_stands_in_the_place_of_the_one_before() -> None:
    history = visited(HOME, MATCHES, NURSE)
    history.enter(CLERK, instead=True)
    assert history.before is not None
    assert history.before.place == MATCHES


def test_what_lay_ahead_is_forgotten_and_how_a_place_was_left_is_kept() -> None:
    history = visited(HOME, MATCHES)
    history.leave({"scroll": 400})
    history.enter(NURSE)
    assert history.before is not None
    assert history.before.left == {"scroll": 400}
    history.step(-1)
    history.enter(CLERK)
    assert history.step(1) is None
    history.clear()
    assert history.place is None
    assert history.before is None
