"""What is given to schools' machines says what the program does: its options, its kind of file."""

from __future__ import annotations

import os
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from counselor_app.cli import whole_parser
from counselor_app.ui.caseload.copies import HANDED_OVER

PACKAGING = Path(__file__).parents[2] / "packaging"
ID = "app.counselor.Counselor"
(_, ENDING) = HANDED_OVER
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"


@pytest.fixture
def entry() -> dict[str, str]:
    """The entry in the menu of a Linux desktop."""
    read = ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read(PACKAGING / "linux" / f"{ID}.desktop", encoding="utf-8")
    return dict(read["Desktop Entry"])


def test_a_double_click_hands_the_file_to_an_option_that_there_is(entry: dict[str, str]) -> None:
    option = entry["Exec"].split()[1]
    wix = ElementTree.parse(PACKAGING / "windows" / "counselor.wxs")
    (verb,) = wix.iter(f"{WIX}Verb")
    assert verb.attrib["Argument"] == f'{option} "%1"'
    assert entry["Exec"].split() == ["counselor", option, "%f"]
    parse = whole_parser().parse_args
    assert parse([option, "RF-14.client"]).take_in == Path("RF-14.client")
    assert parse([option]).take_in is None  # from the menu no file comes along


def test_every_system_knows_the_ending_that_the_program_gives(entry: dict[str, str]) -> None:
    kinds = ElementTree.parse(PACKAGING / "linux" / "counselor.xml")
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    (kind,), (glob,) = kinds.iter(f"{space}mime-type"), kinds.iter(f"{space}glob")
    assert glob.attrib["pattern"] == ENDING
    assert entry["MimeType"] == f"{kind.attrib['type']};"
    wix = ElementTree.parse(PACKAGING / "windows" / "counselor.wxs")
    (extension,) = wix.iter(f"{WIX}Extension")
    assert f"*.{extension.attrib['Id']}" == ENDING
    assert extension.attrib["ContentType"] == kind.attrib["type"]
    mac = (PACKAGING / "counselor.spec").read_text(encoding="utf-8")
    assert f'"public.filename-extension": ["{extension.attrib["Id"]}"]' in mac
    assert f'endswith("{ENDING[1:]}")' in (PACKAGING / "start.py").read_text(encoding="utf-8")


def test_software_centers_start_what_the_menu_starts() -> None:
    described = ElementTree.parse(PACKAGING / "linux" / f"{ID}.metainfo.xml").getroot()
    assert described.findtext("id") == ID
    assert described.findtext("launchable") == f"{ID}.desktop"
    assert described.findtext("project_license") == "MIT"


@pytest.mark.skipif(
    "COUNSELOR_DEB" not in os.environ,
    reason="COUNSELOR_DEB names no package to install; as root, with debootstrap and Xvfb",
)
def test_the_package_is_installed_used_and_removed_without_a_trace() -> None:
    tried = [sys.executable, str(PACKAGING / "try_deb.py"), os.environ["COUNSELOR_DEB"]]
    done = subprocess.run(tried, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
