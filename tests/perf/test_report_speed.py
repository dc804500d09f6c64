"""A report against Typst's own time for the same pages, in one run.

Typst remembers what it has laid out, so every round prints another date.
"""

from __future__ import annotations

from datetime import date, timedelta
from time import perf_counter
from typing import Any

import pytest

from counselor_app import __version__
from counselor_app.reports.content import profile_content
from counselor_app.reports.typeset import compile_report, profile_pdf
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

CODES = ("43-4051", "29-1141", "15-1252", "47-2031", "25-2021")


@pytest.mark.parametrize("code", CODES)
def test_report_against_typst_alone(pack: Pack, code: str, benchmark: Any) -> None:
    sheet = read_sheet(pack, code, ["4800000"])
    day = date(2026, 1, 1)
    profile_pdf(sheet, made_on=day)  # fonts and templates are read once a session

    def next_day() -> date:
        nonlocal day
        day += timedelta(days=1)
        return day

    floor = []
    for _ in range(5):
        content = profile_content(sheet, made_on=next_day(), version=__version__)
        start = perf_counter()
        compile_report(content, "letter", "pdf")
        floor.append(perf_counter() - start)
    whole = []

    def report() -> bytes:
        start = perf_counter()
        again = read_sheet(pack, code, ["4800000"])
        pdf = profile_pdf(again, made_on=next_day())
        whole.append(perf_counter() - start)
        return pdf

    pdf = benchmark.pedantic(report, rounds=5)
    benchmark.extra_info["times Typst alone"] = round(min(whole) / min(floor), 2)
    assert pdf.startswith(b"%PDF")
