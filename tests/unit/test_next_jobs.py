"""The step that a page names: into the same field by less school, or on to better pay."""

from __future__ import annotations

import pytest

from counselor_app.domain.occupation.kin import Kin
from counselor_app.domain.occupation.next_jobs import close_jobs, shorter_way, where_to_grow
from counselor_app.domain.occupation.years import way_in_years
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

TEXAS = ["4800000"]


@pytest.mark.parametrize(
    ("code", "shorter"),
    [
        ("29-1141.00", "29-2061.00"),  # registered nurses: practical nurses
        ("29-1123.00", "31-2021.00"),  # physical therapists: their assistants
        ("47-2111.00", "47-3013.00"),  # electricians: helpers
        ("17-2051.00", "17-3022.00"),  # civil engineers: civil engineering technicians
        ("19-3039.03", None),  # clinical neuropsychologists: not nurse practitioners
        ("39-5092.00", "39-5093.00"),  # manicurists: not workers who paint and coat
        ("25-4031.00", None),  # library technicians: not people who fill shelves
        ("27-3023.00", None),  # reporters: not court reporters
        ("21-2011.00", "21-1093.00"),  # clergy: not social work, of as many years of school
        ("49-9021.00", "49-9012.00"),  # valve installers: plumbing is an apprenticeship itself
    ],
)
def test_a_shorter_way_is_of_the_same_field(pack: Pack, code: str, shorter: str | None) -> None:
    found = shorter_way(read_sheet(pack, code, TEXAS))
    assert (found and found.code) == shorter


@pytest.mark.parametrize(
    ("code", "further"),
    [
        ("11-9071.00", None),  # gambling managers: not financial managers
        ("47-3013.00", "47-2111.00"),  # helpers: electricians
        ("29-2042.00", "29-2043.00"),  # emergency medical technicians: paramedics
        ("47-4041.00", None),  # who removes hazardous material: not who collects refuse
    ],
)
def test_what_a_job_leads_to_pays_more_and_asks_no_less(
    pack: Pack, code: str, further: str | None
) -> None:
    found = where_to_grow(read_sheet(pack, code, TEXAS))
    assert (found and found.code) == further


def test_jobs_far_down_the_list_are_close_only_within_the_sub_cluster(pack: Pack) -> None:
    sewers = close_jobs(read_sheet(pack, "51-6051.00", TEXAS))
    assert "51-6011.00" not in [one.code for one in sewers]  # laundry workers, twelfth
    nurses = close_jobs(read_sheet(pack, "29-1141.00", TEXAS))
    assert "29-2061.00" in [one.code for one in nurses]


def test_kin_says_what_is_of_one_field() -> None:
    assert Kin(1, cluster=True, program=False, group=False, likeness=0.9).same_field
    assert Kin(9, cluster=True, program=True, group=False, likeness=None).same_field
    assert not Kin(9, cluster=True, program=False, group=False, likeness=0.9).same_field
    assert not Kin(11, cluster=True, program=True, group=True, likeness=0.9).same_field
    assert not Kin(1, cluster=False, program=True, group=True, likeness=0.9).same_field
    assert not Kin(1, cluster=True, program=True, group=True, likeness=0.6).same_field
    assert Kin(20, cluster=True, program=False, group=False, likeness=0.1).near
    assert not Kin(11, cluster=False, program=True, group=True, likeness=0.9).near


def test_one_listed_apprenticeship_is_no_end_of_the_way_in(pack: Pack) -> None:
    """Of electricians only the shortest kind is listed with its hours."""
    way = way_in_years(read_sheet(pack, "47-2111.00", TEXAS))
    assert way is not None
    assert way.in_all == "2 years or more after high school."
    assert way.stretches[0].words == "paid work with lessons; a listed one takes 4,800 hours"
