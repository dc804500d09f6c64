from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from counselor_app.errors import UserError
from counselor_app.reports.files import write_report
from counselor_app.reports.typeset import profile_pdf, profile_svg_pages
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

DAY = date(2026, 11, 22)


def test_same_day_gives_the_same_bytes(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    assert profile_pdf(sheet, made_on=DAY) == profile_pdf(sheet, made_on=DAY)


def test_svg_pages_are_the_two_pages(pack: Pack) -> None:
    pages = profile_svg_pages(read_sheet(pack, "43-4051"), paper="a4", made_on=DAY)
    assert len(pages) == 2
    assert all(page.lstrip().startswith(b"<svg") for page in pages)


def test_title_with_markup_letters_is_printed_as_it_is(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    title = r"*Bold* #set $5 @home \ _under_ <tag> [box] `raw` // ~ = 100%"
    odd = replace(sheet, occupation=replace(sheet.occupation, title=title))
    reader = PdfReader(BytesIO(profile_pdf(odd, made_on=DAY)))
    assert len(reader.pages) == 2
    assert reader.metadata is not None
    assert reader.metadata.title == f"{title}: occupation profile"
    text = " ".join(reader.pages[0].extract_text().split())
    assert title in text


def test_unwritable_place_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be written"):
        write_report(b"%PDF", tmp_path / "missing" / "one.pdf")
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(UserError, match="could not be written"):
        write_report(b"%PDF", blocked / "one.pdf")
    assert list(tmp_path.iterdir()) == [blocked]


def test_full_disk_keeps_the_old_report(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    target = tmp_path / "one.pdf"
    target.write_bytes(b"old")
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from counselor_app.errors import UserError\n"
        "from counselor_app.reports.files import write_report\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    write_report(b'x' * 5000, Path(sys.argv[1]))\n"
        "except UserError as error:\n"
        "    sys.stdout.write(str(error))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(target)], capture_output=True, text=True, check=True
    )
    assert "could not be written" in ran.stdout
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_report_path_needs_no_qt() -> None:
    script = (
        "import sys, counselor_app.reports.typeset\n"
        "found = [m for m in sys.modules if m.split('.')[0] in ('PySide6', 'pyqtgraph', 'numpy')]\n"
        "sys.stdout.write(str(found))\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]"
