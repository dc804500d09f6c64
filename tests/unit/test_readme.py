"""What README.md and docs promise: the commands run, the keys are the window's."""

from __future__ import annotations

import re
import shlex
import sys
import tomllib
from pathlib import Path

import pytest

from counselor_app.cli import main
from counselor_app.ui.shell.keys import KEYS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAPERS = (ROOT / "README.md", *sorted((ROOT / "resources" / "docs").glob("*.md")))
TOLD = "\n".join(path.read_text(encoding="utf-8") for path in PAPERS)
COMMANDS = sorted(
    set(re.findall(r"`(?:counselor-app )?((?:data|workspace) [a-z-]+)", TOLD))
    | set(re.findall(r"`counselor-app ((?!data|workspace)[a-z][a-z-]+)", TOLD))
)


def _marked(name: str) -> str:
    """The command in the line after a mark."""
    found = re.search(rf"^<!-- {name} -->\n`([^`\n]+)`$", README, re.MULTILINE)
    assert found, name
    return found[1]


@pytest.mark.parametrize("name", ["run", "tests"])
def test_the_two_commands_set_up_and_start_what_is_there(name: str) -> None:
    set_up, start = (shlex.split(step) for step in _marked(name).split("&&"))
    assert set_up == ["python3", "packaging/set_up.py", *(["--tests"] if name == "tests" else [])]
    assert (ROOT / set_up[1]).is_file()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert Path(start[0]).name == ("pytest" if name == "tests" else next(iter(project["scripts"])))


def test_the_report_line_makes_the_report(
    seed_pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, *words = shlex.split(_marked("report"))
    assert program == ".venv/bin/counselor-app"
    monkeypatch.chdir(tmp_path)
    assert main(["--pack", str(seed_pack), *words]) == 0
    made = tmp_path / words[words.index("-o") + 1]
    assert made.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_named_is_one(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*command.split(), "--help"])
    assert stop.value.code == 0
    assert f"counselor-app {command}" in capsys.readouterr().out


def test_what_readme_points_to_is_there() -> None:
    pointed = re.findall(r"\]\(([^)]+)\)", README)
    assert {path.name for path in PAPERS[1:]} <= {Path(name).name for name in pointed}
    assert [name for name in pointed if not (ROOT / name).is_file()] == []


def test_every_key_of_the_window_is_listed() -> None:
    listed = (ROOT / "resources" / "docs" / "keyboard.md").read_text(encoding="utf-8")
    rows = [f"| {key.keys} | {key.words} |" for key in KEYS]
    assert [row for row in rows if row not in listed] == []


@pytest.mark.skipif(sys.platform != "linux", reason="each system has a folder of its own")
def test_the_data_folder_is_where_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from counselor_app.paths import data_folder

    for name in ("COUNSELOR_DATA", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    said = re.search(r"^\| Linux \| `~/([^`]+)` \|$", README, re.MULTILINE)
    assert said
    assert data_folder() == Path.home() / said[1]
