"""A report says the same on paper and as a web page: neither has a figure of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import pytest
from records import record

from counselor_app.domain.record.handout import client_handout
from counselor_app.domain.session.client import Client, view
from counselor_app.reports.compare import compare_content
from counselor_app.reports.content import profile_content
from counselor_app.reports.export import filed
from counselor_app.reports.fit import fit_report_content
from counselor_app.reports.handout import handout_content
from counselor_app.reports.parts import Items, Prose, Report, Table, words
from counselor_app.reports.typeset import report_pdf
from counselor_app.store.match_list import match_list
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

if TYPE_CHECKING:
    from tests.pdf.conftest import Page

    Read = Callable[[bytes], list[Page]]

DAY = date(2026, 11, 22)


def claims(content: Report) -> str:
    """All that a web page says."""
    whole = filed(content)
    said = [whole.title, *(words(text) for prose in whole.lead for text in prose.texts)]
    for section in whole.sections:
        said += [section.title, words(section.finding)]
        for part in section.parts:
            if isinstance(part, Prose):
                said += map(words, part.texts)
            elif isinstance(part, Items):
                said += map(words, part.items)
            elif isinstance(part, Table):
                said += [cell.words for row in part.rows for cell in row]
                said += [column.name for column in part.columns]
    return "\n".join([*said, *(note.full for note in whole.notes), whole.attribution])


def reports(pack: Pack) -> Iterator[tuple[str, Report]]:
    kept = record()
    found = view(Client(kept.name, kept.scores[0].scores), pack.interest_profiles)
    codes = client_handout(kept).codes
    sheets = [read_sheet(pack, code, ["4800000"]) for code in codes]
    sources = tuple(pack.sources.values())
    yield "profile", profile_content(sheets[0], made_on=DAY, version="1")
    yield "compare", compare_content(sheets, found, made_on=DAY, version="1")
    matches = match_list(pack, found.ranking)
    yield (
        "fit",
        fit_report_content(found, sheets[:1], matches, made_on=DAY, version="1", sources=sources),
    )
    yield (
        "handout",
        handout_content(
            kept, sheets, copy="client", made_on=DAY, version="1", sources=sources, view=found
        ),
    )


# Dollars but for the ends of an axis ("$0", "$50k"), shares, correlations.
FIGURE = re.compile(
    r"\$(?!0(?![\d,.]))[\d,]+(?:\.\d\d)?(?![\dk])|[−+]?\d+\.\d%|(?<![\d.])[−+]?\.\d\d(?!\d)"
)


@pytest.mark.parametrize("kind", ["profile", "compare", "fit", "handout"])
def test_no_figure_is_on_paper_that_the_web_page_lacks(
    pack: Pack, read_back: Read, kind: str
) -> None:
    content = dict(reports(pack))[kind]
    printed = {one for page in read_back(report_pdf(content)) for one in FIGURE.findall(page.text)}
    assert len(printed) > 5
    assert printed - set(FIGURE.findall(claims(content))) == set()
