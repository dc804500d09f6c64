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
from counselor_app.domain.occupation.wages import Basis
from counselor_app.domain.occupation.years import way_in_years
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
WHITE = (255, 255, 255)
DARK = (157, 157, 157)
BAND, NATION_BAND = (127, 163, 181), (181, 181, 181)
NEAR = 0.6  # points: a mark is a few tenths wider than the place that it marks
RATED, SHARED = pytest.approx(4, abs=0.1), pytest.approx(5.2, abs=0.1)


def high(mark: Mark) -> float:
    return mark.top - mark.bottom


def bars_of(page: Page, marks: list[Mark]) -> list[tuple[Mark, list[Mark], str]]:
    """Each rating or share on the counselor's page, what is drawn, and the number over its end."""
    found = []
    for place, track in enumerate(marks):
        if track.fill != TRACK or high(track) not in (RATED, SHARED):
            continue
        on_it = []
        for mark in marks[place + 1 :]:
            if mark.fill == TRACK or abs(mark.y - track.y) > 1:
                break
            on_it.append(mark)
        # A rating's value stands left of the share of jobs, a share at the end of its bar.
        start, end = (41, 16) if high(track) == RATED else (34, -2)
        words = page.within(track.right - start, track.bottom, track.right - end, track.top + 14)
        found.append((track, on_it, re.findall(r"[+−]?\d[\d.]*%?", words)[-1]))
    return found


def test_every_bar_ends_at_the_number_over_it(printed: Printed, drawn_back: Draw) -> None:
    """A scale of importance goes from 1 to 5, of styles from -3 to 3, of shares from 0 to 100."""
    checked = set()
    for page, marks in zip(printed.pages, drawn_back(printed.pdf), strict=True):
        for track, on_it, words in bars_of(page, marks):
            value = float(words.replace("−", "-").rstrip("%"))
            (tick,) = [mark for mark in on_it if mark.fill == ACCENT]
            place = (tick.x - track.left) / track.width
            origins = [mark for mark in on_it if mark.fill == INK and mark.width < 1]
            if words.endswith("%"):
                wanted = value / 100
            elif origins:
                assert origins[0].x == pytest.approx(track.x, abs=NEAR)
                wanted = (value + 3) / 6
            else:
                wanted = (value - 1) / 4
            assert place == pytest.approx(wanted, abs=NEAR / track.width + 0.005), words
            checked.add("share" if words.endswith("%") else "style" if origins else "importance")
    if printed.sheet.ratings:
        assert checked == {"share", "style", "importance"}


def test_each_column_of_ratings_says_its_scale(printed: Printed) -> None:
    text = printed.pages[-1].flat
    if not printed.sheet.ratings:
        assert "1 to 5" not in text
        return
    for name in ("Skills", "Abilities", "Knowledge"):
        assert f"{name} 1 to 5" in text
    assert "Work styles −3 to 3" in text


def test_an_interval_is_1_96_errors_to_either_side_on_the_scale(
    pack: Pack, read_back: Read, drawn_back: Draw
) -> None:
    sheet = read_sheet(pack, "43-4051.00")
    pdf = profile_pdf(sheet, made_on=DAY)
    page, marks = read_back(pdf)[-1], drawn_back(pdf)[-1]
    checked = 0
    bars = bars_of(page, marks)
    for rating in (*sheet.ratings["skill"][:3], *sheet.ratings["ability"][:3]):
        figure = rating.main
        if f"{rating.name} {figure.number:.2f}" not in page.flat:
            continue  # under our own name for it
        left, bottom, _, _ = page.box_of(f"{rating.name}")
        (found,) = [one for one in bars if abs(one[0].left - left) < 3
                    and 0 < bottom - one[0].y < 9]  # fmt: skip
        track, on_it, _ = found
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


def dollars(figure: Figure) -> float:
    assert figure.number is not None
    return figure.number


def test_bands_of_pay_lie_on_one_scale_from_nothing(pack: Pack, drawn_back: Draw) -> None:
    """On the counselor's page, of every place and of all jobs, from 0 to the highest P90."""
    sheet = read_sheet(pack, "43-4051.00", ["4800000"])
    marks = drawn_back(profile_pdf(sheet, made_on=DAY))[-1]
    tracks = [m for m in marks if m.fill == TRACK and high(m) == pytest.approx(8, abs=0.1)]
    rows = (*sheet.wages, sheet.all_here, sheet.all_occupations)
    assert len(tracks) == len(rows) == 4
    most = max(dollars(row.percentile(90, "annual")) for row in rows)
    for row, track in zip(rows, tracks, strict=True):
        on_it = [m for m in marks if abs(m.y - track.y) < 1 and m.left > track.left - 1 and m.fill]
        (light,) = [m for m in on_it if m.fill == BAR]
        (dark,) = [m for m in on_it if m.fill == DARK]
        (middle,) = [m for m in on_it if m.fill == INK]
        places = (light.left, dark.left, middle.x, dark.right, light.right)
        for p, x in zip((10, 25, 50, 75, 90), places, strict=True):
            wage = (x - track.left) / track.width * most
            near = 0.7 * most / track.width
            assert wage == pytest.approx(dollars(row.percentile(p, "annual")), abs=near)


@pytest.mark.parametrize(
    ("code", "top", "basis"),
    [("43-4051", 200_000, "annual"), ("29-1211", 400_000, "annual"), ("27-2011", 100, "hourly")],
)
def test_the_students_picture_of_pay_has_one_scale(
    pack: Pack, read_back: Read, drawn_back: Draw, code: str, top: float, basis: Basis
) -> None:
    """The middle half and the median of the place and the nation; of all jobs the median alone."""
    sheet = read_sheet(pack, code, ["4800000"])
    pdf = profile_pdf(sheet, made_on=DAY)
    page, marks = read_back(pdf)[0], drawn_back(pdf)[0]
    ends = []
    for value in (0, top):
        words = f"${value}" if value < 1000 else f"${value / 1000:.0f}k"
        left, _, right, _ = page.box_of(words, page.text.rindex("$0"))
        ends.append((left + right) / 2)
    start, end = ends

    def near(figure: Figure) -> object:
        return pytest.approx(start + dollars(figure) / top * (end - start), abs=1)

    home, nation = sheet.places[0], sheet.nation
    for row, fill in ((home, BAND), (nation, NATION_BAND)):
        # The years to get in are drawn under it, as wide as the page.
        bar = next(m for m in marks if m.fill == fill and m.left > start)
        assert bar.left == near(row.percentile(25, basis))
        # What lies past the scale ends at its end, in an arrow.
        past = dollars(row.percentile(75, basis)) > top
        assert bar.right == (pytest.approx(end, abs=1) if past else near(row.percentile(75, basis)))
        (middle,) = [m for m in marks if m.fill == INK and abs(m.y - bar.y) < 1
                     and m.width == pytest.approx(2.4, abs=0.1)]  # fmt: skip
        assert middle.x == near(row.median(basis))
    medians = [m for m in marks if m.fill == INK and m.width == pytest.approx(2.4, abs=0.1)
               and high(m) > 7]  # fmt: skip
    assert len(medians) == (2 if basis == "hourly" else 3)
    if basis == "annual":
        assert medians[-1].x == near(sheet.all_here.median())


@pytest.mark.parametrize("code", ["29-1141.04", "47-2111", "27-2011", "29-1211", "35-3023"])
def test_the_strip_of_years_is_as_long_as_the_years(
    pack: Pack, read_back: Read, drawn_back: Draw, code: str
) -> None:
    """Fourteen years from the end of high school; the years in numbers stand at their lines."""
    sheet = read_sheet(pack, code, ["4800000"])
    way = way_in_years(sheet)
    assert way is not None
    pdf = profile_pdf(sheet, made_on=DAY)
    page, marks = read_back(pdf)[0], drawn_back(pdf)[0]
    # White within its outline, which adds to its box; a stretch has a white one of its own over it.
    strip = max((m for m in marks if m.fill == WHITE and high(m) == pytest.approx(15, abs=0.1)),
                key=lambda m: m.width)  # fmt: skip
    assert strip.width == pytest.approx(521, abs=0.1)

    def at(years: float) -> float:
        return strip.left + years / 14 * strip.width

    reach = 0.0
    for one in way.stretches:
        length = max(one.low + 1, 3) if one.high is None else one.high
        if one.kind == "school" and one.low:
            (solid,) = [m for m in marks if m.fill == BAND and abs(m.y - strip.y) < 1]
            assert solid.left == pytest.approx(at(reach), abs=1)
            assert solid.right == pytest.approx(at(reach + one.low), abs=1)
        reach += length
    (arrived,) = [m for m in marks if m.fill == INK and abs(m.y - strip.y) < 1
                  and m.width == pytest.approx(12, abs=0.2)]  # fmt: skip
    after = arrived.left - at(reach)
    assert 2 < after < 11 if way.stretches[-1].high is None else after == pytest.approx(3, abs=1)
    for year in range(4, 14, 2):
        words = page.within(at(year), strip.bottom, at(year) + 14, strip.top)
        assert words in ("", str(year)) or not words.strip().isdigit()
    assert "12" in page.within(at(12), strip.bottom, at(12) + 14, strip.top)


def test_openings_are_drawn_as_wide_as_they_are_many(pack: Pack, drawn_back: Draw) -> None:
    sheet = read_sheet(pack, "43-4051.00")
    marks = drawn_back(profile_pdf(sheet, made_on=DAY))[-1]
    # Beside the bands of pay, which are as high.
    eight = [m for m in marks if high(m) == pytest.approx(8, abs=0.01) and m.left > 340]
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
    """And its percentile is printed at the end of its line."""
    sheet = read_sheet(pack, "43-4051.00")
    pdf = profile_pdf(sheet, made_on=DAY)
    page, marks = read_back(pdf)[-1], drawn_back(pdf)[-1]
    dots = [m for m in marks if m.fill == ACCENT and m.width == pytest.approx(5.2, abs=0.1)]
    placed = [study.place.percentile for study in sheet.exposure if study.place]
    assert len(dots) == len(placed) >= 3
    for dot, percentile in zip(dots, placed, strict=True):
        (line,) = [m for m in marks if m.width == pytest.approx(80, abs=2) and abs(m.y - dot.y) < 1]
        assert (dot.x - line.left) / line.width == pytest.approx(percentile / 100, abs=0.02)
        words = page.within(line.right, dot.y - 6, line.right + 60, dot.y + 6)
        assert words == f"{percentile:.0f}"


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
    page, marks = read_back(pdf)[1], drawn_back(pdf)[1]  # behind the client's page
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
