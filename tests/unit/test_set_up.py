"""The set-up: which Python it asks for, what it pins, that it lets nothing unchecked in."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from itertools import product
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
SET_UP = ROOT / "packaging" / "set_up.py"
PINNED = [ROOT / "packaging" / name for name in ("requirements.txt", "requirements-dev.txt")]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# Runs the set-up as another Python would; where it goes on, it tells its steps instead.
AS = """
import runpy, subprocess, sys
sys.version_info = {version}
sys.argv = ["set_up.py", *{arguments}]
subprocess.call = lambda step, **_: print(*step, sep=" | ") or int("shipped" in step[-1]) * {fails}
runpy.run_path({path!r}, run_name="__main__")
"""


def _run(
    version: tuple[int, int, int], *arguments: str, fails: int = 0
) -> subprocess.CompletedProcess[str]:
    whole = (*version, "final", 0)
    code = AS.format(version=whole, arguments=arguments, path=str(SET_UP), fails=fails)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 9, 2), (3, 10, 13), (3, 10, 99)])
def test_an_older_python_is_answered_in_one_line_that_names_the_version(
    version: tuple[int, int, int],
) -> None:
    done = _run(version)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"Counselor needs Python 3.11 or newer; this is Python {version[0]}.")


def test_what_is_too_old_to_run_the_set_up_can_read_it() -> None:
    ast.parse(SET_UP.read_text(encoding="utf-8"), feature_version=(3, 4))
    assert not re.search(r"\bf[\"']|\[\*|: (str|int|list)\b", SET_UP.read_text(encoding="utf-8"))


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 2)])
@pytest.mark.parametrize(("arguments", "name"), [((), "requirements"), (("--tests",), "-dev")])
def test_packages_come_checked_and_the_program_without_any_more(
    version: tuple[int, int, int], arguments: tuple[str, ...], name: str
) -> None:
    steps = _run(version, *arguments).stdout.splitlines()
    venv, pinned, program = (step.split(" | ") for step in steps[:3])
    assert venv[1:3] == ["-m", "venv"]
    assert {"--require-hashes", "--only-binary"} <= set(pinned)
    assert pinned[-1].endswith(f"{name}.txt")
    assert {"--no-deps", "--no-build-isolation"} <= set(program)
    assert ("-e" in program) == bool(arguments)


def test_last_the_installed_program_prepares_its_data_and_says_so() -> None:
    done = _run((3, 11, 0))
    (*_, step) = done.stdout.splitlines()
    python, isolated, _, code = step.split(" | ")
    assert Path(python).parents[1] == ROOT / ".venv"
    assert isolated == "-I"  # else the program of this folder would be found, not the installed one
    assert code.endswith("shipped.make_ready()")
    assert len(done.stderr.splitlines()) == 1


def test_where_the_data_cannot_be_prepared_the_program_is_set_up_all_the_same() -> None:
    done = _run((3, 11, 0), fails=1)
    assert done.returncode == 0
    assert done.stderr.endswith("prepares the data when it is first started.\n")


def test_for_tests_none_is_prepared() -> None:
    """Its name would not tell that the code which builds it was changed."""
    assert len(_run((3, 11, 0), "--tests").stdout.splitlines()) == 3


def test_anything_else_asked_of_it_is_refused() -> None:
    done = _run((3, 12, 1), "--everything")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def _pins(file: Path) -> list[tuple[Requirement, int]]:
    """Every pin of a requirements file with the number of its hashes."""
    text = file.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(Requirement(line.partition(" --hash")[0]), line.count("--hash=sha256:"))
            for line in lines]  # fmt: skip


@pytest.mark.parametrize(
    "file", [*PINNED, ROOT / "packaging" / "requirements-package.txt"], ids=lambda file: file.name
)
def test_every_pin_has_its_hashes_and_names_no_place_to_fetch_from(file: Path) -> None:
    pins = _pins(file)
    assert len(pins) > 20
    assert [str(pin) for pin, hashes in pins if not hashes] == []
    assert [str(pin) for pin, _ in pins if not str(pin.specifier).startswith("==")] == []
    assert not re.search(r"://|--index|--extra-index|--find-links|--trusted", file.read_text())


MACHINES = {
    "Linux": ("linux", "x86_64"), "Linux on ARM": ("linux", "aarch64"),
    "Intel Mac": ("darwin", "x86_64"), "Mac": ("darwin", "arm64"), "Windows": ("win32", "AMD64"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("machine", "python"), [*product(MACHINES, ("3.11", "3.12", "3.13", "3.14"))]
)  # fmt: skip
def test_one_version_of_everything_asked_for_is_pinned_on_every_machine(
    machine: str, python: str
) -> None:
    platform, processor = MACHINES[machine]
    here = {
        "sys_platform": platform, "platform_machine": processor, "python_version": python,
        "python_full_version": f"{python}.0", "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }  # fmt: skip
    project = PYPROJECT["project"]
    asked = [*project["dependencies"], *PYPROJECT["dependency-groups"]["build"]]
    for file, wanted in zip(
        PINNED, (asked, asked + project["optional-dependencies"]["dev"]), strict=True
    ):
        held: dict[str, list[str]] = {}
        for pin, _ in _pins(file):
            if pin.marker is None or pin.marker.evaluate(here):
                held.setdefault(pin.name.lower(), []).append(str(pin.specifier).lstrip("="))
        assert {name: all_ for name, all_ in held.items() if len(all_) != 1} == {}
        for need in map(Requirement, wanted):
            if need.marker is None or need.marker.evaluate(here):
                assert need.specifier.contains(held[need.name.lower()][0]), (need, machine)


def test_an_intel_mac_gets_versions_that_have_a_wheel_for_it() -> None:
    """From 49 (cryptography) and 10 (pikepdf) on none was published for it."""
    here = {"sys_platform": "darwin", "platform_machine": "x86_64", "python_full_version": "3.12.0"}
    found = {p.name: str(p.specifier) for p, _ in _pins(PINNED[1])
             if p.marker is None or p.marker.evaluate(here)}  # fmt: skip
    assert int(found["cryptography"].lstrip("=").split(".")[0]) < 49
    assert int(found["pikepdf"].lstrip("=").split(".")[0]) < 10
