"""A report is said in its language at the edge: on paper, on a web page and in a table."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from counselor_app.language import language
from counselor_app.paths import resources
from counselor_app.reports.content import profile_content
from counselor_app.reports.export import export
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

DAY = date(2026, 11, 22)


def test_paper_page_and_table_speak_the_report_s_language(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051", ["4800000"])
    made = profile_content(sheet, made_on=DAY, version="1", language=language("pseudo"))
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(export(made, "pdf"))).pages)
    assert "$44,770" in text
    for words in ("Occupation profile", "median pay a year", "importance", "Page 1"):
        assert words not in text
    assert "Jób shéét" in text
    page = export(made, "html").decode()
    assert "Skip to the report" not in page
    assert "[Óççúpátíóñ prófílé" in page
    assert "Key figures" not in export(made, "csv").decode("utf-8-sig")


def test_templates_hold_no_words_of_their_own() -> None:
    """Words in brackets or in quotation marks, but for markup, units of measure and names."""
    named = {"P10", "P25–P75", "P90", "X", "USDOL/ETA", "1", "0"}
    found: dict[str, list[str]] = {}
    for file in sorted((resources() / "report").glob("*.typ")):
        code = re.sub(r"//.*", "", Path(file).read_text(encoding="utf-8"))
        blocks = re.findall(r"\[([^\[\]{}]*)\]", code)
        plain = (re.sub(r"#[\w.-]+(\([^)]*\))*(\.[\w-]+)*", "", block) for block in blocks)
        words = [block for block in plain if re.search(r"[A-Za-z]{2,}", block)]
        words = [one for one in words if one.strip(" *") not in named and "linebreak" not in one]
        if words:
            found[file.name] = words
    assert found == {}
