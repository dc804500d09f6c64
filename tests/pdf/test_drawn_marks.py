"""What is drawn stands where its number says: bars, bands, dots and the words at their ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.fit.tiers import redraw
from counselor_app.domain.session.client import Client, view
from counselor_app.reports.fit import fit_report_content
from counselor_app.reports.typeset import profile_pdf, report_pdf
from counselor_app.store.match_list import match_list
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

if TYPE_CHECKING:
    from tests.pdf.conftest import Mark, Page, Printed

    Read = Callable[[bytes], list[Page]]
    Draw = Callable[[bytes], list[list[Mark]]]

DAY = date(2026, 11, 22)
TRACK, BAR, ACCENT, INK = (240, 240, 240), (196, 196, 196), (11, 74, 104), (0, 0, 0)
LIGHT, DARK = (214, 214, 214), (157, 157, 157)
NEAR = 0.6  # points: a mark is a few tenths wider than the place that it marks


def bars_of(page: Page, marks: list[Mark]) -> list[tuple[Mark, list[Mark], str]]:
    """Each scale on a page, what is drawn on it, and the number that is printed beside it."""
    found = []
    for place, track in enumerate(marks):
        if track.fill != TRACK:
            continue
        on_it = []
        for mark in marks[place + 1 :]:
            if mark.fill == TRACK or abs(mark.y - track.y) > 1:
                break
            on_it.append(mark)
        # Beside its bar in a table, above its end in a narrow column.
        beside, above = (34, 3) if track.top - track.bottom > 6 else (1, 14)
        words = page.within(
            track.right + beside - 34, track.bottom - 3, track.right + beside, track.top + above
        )
        found.append((track, on_it, re.findall(r"[+−]?\d[\d.]*%?", words)[-1]))
    return found


def test_every_bar_ends_at_the_number_beside_it(printed: Printed, drawn_back: Draw) -> None:
    """On paper a scale of importance goes from 1 to 5, of impact from -3 to 3, of shares from 0."""
    blocks: list[list[tuple[float, float]]] = []
    for page, marks in zip(printed.pages, drawn_back(printed.pdf), strict=True):
        last = None
        for track, on_it, words in bars_of(page, marks):
            value = float(words.replace("−", "-").rstrip("%"))
            (tick,) = [mark for mark in on_it if mark.fill == ACCENT]
            place = (tick.x - track.left) / track.width
            origins = [mark for mark in on_it if mark.fill == INK and mark.width < 1]
            if words.endswith("%"):
                if last is None or last.left != track.left or last.y - track.y > 24:
                    blocks.append([])
                blocks[-1].append((value, place))
                last = track
                continue
            if origins:
                assert origins[0].x == pytest.approx(track.x, abs=NEAR)
                wanted = (value + 3) / 6
            else:
                wanted = (value - 1) / 4
            assert place == pytest.approx(wanted, abs=NEAR / track.width + 0.005), words
    assert blocks or not printed.sheet.ratings
    for listed in blocks:
        # Of raters, of 100; of employees, of the largest.
        most = max(value for value, _ in listed)
        whole = most if max(place for _, place in listed) > 0.99 else 100
        for value, place in listed:
            assert place == pytest.approx(value / whole, abs=0.01)


def test_the_ends_of_a_scale_stand_at_its_ends(printed: Printed) -> None:
    text = "\n".join(page.text for page in printed.pages)
    if not printed.sheet.ratings:
        assert "not important" not in text
        return
    for low, high in (("1 not important", "5 extremely"), ("−3 gets in the way", "+3 helps most")):
        assert low in text
        for page in printed.pages:
            start = 0
            while (start := page.text.find(low, start)) >= 0:
                left, right = page.box_of(low, start), page.box_of(high, start)
                assert left[2] < right[0]
                assert left[1] == pytest.approx(right[1], abs=3)
                start += 1


def test_an_interval_is_1_96_errors_to_either_side_on_the_scale(
    pack: Pack, read_back: Read, drawn_back: Draw
) -> None:
    sheet = read_sheet(pack, "43-4051.00")
    pdf = profile_pdf(sheet, made_on=DAY)
    page, marks = read_back(pdf)[0], drawn_back(pdf)[0]
    checked = 0
    for rating in (*sheet.ratings["skill"][:4], *sheet.ratings["ability"][:4]):
        figure = rating.main
        left, bottom, _, top = page.box_of(f"{rating.name} ")
        (found,) = [
            (track, on_it)
            for track, on_it, _ in bars_of(page, marks)
            if bottom - 2 < track.y < top + 2 and track.left - left < 140
        ]
        track, on_it = found
        lines = [mark for mark in on_it if mark.fill == INK]
        assert bool(lines) == bool(figure.se)
        for line in lines:
            assert figure.number is not None
            assert figure.se is not None
            ends = (
                max(1, figure.number - 1.96 * figure.se),
                min(5, figure.number + 1.96 * figure.se),
            )
            for drawn_at, value in zip((line.left, line.right), ends, strict=True):
                assert drawn_at == pytest.approx(
                    track.left + (value - 1) / 4 * track.width, abs=NEAR
                )
            checked += 1
    assert checked >= 3


def test_bands_of_pay_lie_on_one_scale(pack: Pack, read_back: Read, drawn_back: Draw) -> None:
    sheet = read_sheet(pack, "43-4051.00", ["4800000"])
    pdf = profile_pdf(sheet, made_on=DAY)
    marks = drawn_back(pdf)[0]
    lights = [mark for mark in marks if mark.fill == LIGHT]
    darks = [mark for mark in marks if mark.fill == DARK and 8.5 < mark.top - mark.bottom < 9]
    middles = [m for m in marks if m.fill == ACCENT and 16 < m.top - m.bottom < 17]
    assert len(lights) == len(darks) == len(middles) == 2
    assert lights[0].y > lights[1].y  # the nation first

    def dollars(figure: Figure) -> float:
        assert figure.number is not None
        return figure.number

    nation = sheet.wages[0]
    low, high = (dollars(nation.percentile(p, "annual")) for p in (10, 90))
    per_point = (high - low) / lights[0].width
    for row, light, dark, middle in zip(sheet.wages, lights, darks, middles, strict=True):
        places = (light.left, dark.left, middle.x, dark.right, light.right)
        for p, x in zip((10, 25, 50, 75, 90), places, strict=True):
            wage = low + (x - lights[0].left) * per_point
            assert wage == pytest.approx(dollars(row.percentile(p, "annual")), abs=per_point)
    # The axis below is on the same scale: each printed dollar stands under its line.
    page = read_back(pdf)[0]
    labels = re.findall(r"\$(\d+)k", page.text)[1:]  # after "Starts at $25k"
    assert len(labels) > 4
    for thousands in labels[1:]:
        left, _, right, _ = page.box_of(f"${thousands}k")
        wage = low + ((left + right) / 2 - lights[0].left) * per_point
        assert wage == pytest.approx(1000 * int(thousands), abs=2 * per_point)


def test_openings_are_drawn_as_wide_as_they_are_many(pack: Pack, drawn_back: Draw) -> None:
    sheet = read_sheet(pack, "43-4051.00")
    marks = drawn_back(profile_pdf(sheet, made_on=DAY))[0]
    eight = [m for m in marks if m.top - m.bottom == pytest.approx(8, abs=0.01)]
    first, second, fewer, whole = (m for m in eight if m.fill in (DARK, INK, ACCENT))
    assert (fewer.fill, whole.fill) == (INK, ACCENT)
    assert sheet.outlook.openings.number == 341_700
    per_point = 341_700 / whole.width
    assert first.left == pytest.approx(whole.left, abs=NEAR)
    assert second.left == pytest.approx(first.right, abs=NEAR)
    assert second.right == pytest.approx(fewer.right, abs=NEAR)
    assert fewer.left == pytest.approx(whole.right, abs=NEAR)
    outlook = sheet.outlook
    for figure, mark in ((outlook.exits, first), (outlook.transfers, second)):
        assert figure.number is not None
        assert mark.width * per_point == pytest.approx(figure.number, abs=per_point)


def test_a_study_s_dot_stands_at_its_percentile(
    pack: Pack, read_back: Read, drawn_back: Draw
) -> None:
    sheet = read_sheet(pack, "43-4051.00")
    pdf = profile_pdf(sheet, made_on=DAY)
    page, marks = read_back(pdf)[-1], drawn_back(pdf)[-1]
    assert page.box_of("least exposed")[2] < page.box_of("most exposed")[0]
    dots = [m for m in marks if m.fill == ACCENT and m.width == pytest.approx(6, abs=0.1)]
    placed = [study.place.percentile for study in sheet.exposure if study.place]
    assert len(dots) == len(placed) >= 3
    left = page.box_of("least exposed")[0]
    right = page.box_of("most exposed")[2]
    for dot, percentile in zip(dots, placed, strict=True):
        assert (dot.x - left) / (right - left) == pytest.approx(percentile / 100, abs=0.02)


def test_the_letters_of_a_fit_pull_the_way_their_numbers_say(
    pack: Pack, read_back: Read, drawn_back: Draw
) -> None:
    scores = parse_scores("8,14,10,22,25,33", None, date(2026, 11, 2))
    client = view(
        Client("", scores), pack.interest_profiles, redraw(scores, pack.interest_profiles)
    )
    sheet = read_sheet(pack, "43-4051")
    content = fit_report_content(
        client, [sheet], match_list(pack, client.ranking, client.redraws), made_on=DAY, version="1",
        sources=pack.sources.values(),
    )  # fmt: skip
    pdf = report_pdf(content)
    page, marks = read_back(pdf)[0], drawn_back(pdf)[0]
    # The six scores, each a bar from the least to the most points that the inventory gives.
    for name, points in zip(
        ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional"),
        scores.scores,
        strict=True,
    ):
        left, bottom, _, _ = page.box_of(name)
        track = next(
            m for m in marks
            if m.fill == TRACK and abs(m.left - left) < 2 and 0 < bottom - m.bottom < 10
        )  # fmt: skip
        tick = next(m for m in marks if m.fill == ACCENT and abs(m.y - track.y) < 1 and m.width < 3)
        share = (tick.x - track.left) / track.width
        low, high = scores.instrument.low, scores.instrument.high
        assert share == pytest.approx((points - low) / (high - low), abs=NEAR / track.width)
