"""Names in the scripts of students' home languages, read back from the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from records import record

from counselor_app.client_texts import item_texts, self_report_texts
from counselor_app.reports.record import record_content
from counselor_app.reports.typeset import report_pdf
from counselor_app.store.reference import Pack

if TYPE_CHECKING:
    from tests.pdf.conftest import Page

Read = Callable[[bytes], "list[Page]"]


def printed(pack: Pack, name: str, read_back: Read) -> Page:
    content = record_content(
        replace(record(), name=name),
        titles={"29-1141.00": "Registered Nurses"},
        elements={key: known for key, (known, _) in pack.elements.items()},
        items=item_texts(),
        texts=self_report_texts(),
        made_on=date(2026, 11, 22),
        version="1",
        sources=pack.sources.values(),
    )
    return read_back(report_pdf(content))[0]


@pytest.mark.parametrize(
    "name", ["王小明", "歐陽", "さくら", "김민준", "Nguyễn Thị Ánh", "Шевченко"]
)
def test_a_name_in_another_script_is_on_the_page(pack: Pack, read_back: Read, name: str) -> None:
    assert name in printed(pack, name, read_back).flat


@pytest.mark.parametrize(("name", "first", "last"), [("דוד כהן", "כ", "ן"), ("سلمى", "س", "ى")])
def test_a_name_read_from_right_to_left_is_drawn_so(
    pack: Pack, read_back: Read, name: str, first: str, last: str
) -> None:
    page = printed(pack, name, read_back)
    left = {letter: box[0] for letter, box in page.letters()}
    assert left[first] > left[last]
    assert set(name) <= set(page.text) | {" "}
