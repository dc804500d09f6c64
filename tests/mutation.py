"""Do the tests notice small changes of the code? Draws some, and runs the tests that stand nearest.

Run by hand, from the top of the repository:

    python tests/mutation.py --count 20 --seed 1 --part reports --part pack

Each change is made in a scratch copy, never in the working tree. The test files that import the
changed module most directly run first, up to ``--files`` of them and ``--seconds`` a change. What
went unnoticed is printed with its difference; a change that cannot be told from the outside (it
gives the same for every input) is left out by eye. The counts by part come last, and go to
``--notes`` with every change, so that a later run goes on with other ones.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import difflib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from code_changes import PARTS, ROOT, Change, draw

BUILD = """
import sys
from pathlib import Path
from counselor_app.pack.build import build_from_seed
build_from_seed(Path(sys.argv[1]))
"""
BUILT = """

@pytest.fixture(scope="session")
def seed_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import shutil

    return Path(shutil.copy({!r}, tmp_path_factory.mktemp("pack") / "reference.sqlite"))
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the tests said of one change: ``noticed``, ``unnoticed`` or ``too slow``."""

    change: Change
    part: str
    word: str
    test: str
    difference: str


def imports_of(path: Path) -> set[str]:
    """The modules of the program, and of the tests' helpers, that a file imports anywhere."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{one.name}" for one in node.names}
        elif isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
    return found


class Nearest:
    """Which test files stand nearest to a module, by how many imports away it is."""

    def __init__(self) -> None:
        self._imports = {}
        for path in sorted((ROOT / "counselor_app").rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            self._imports[name.removesuffix(".__init__")] = imports_of(path)
        for path in (ROOT / "tests").glob("*.py"):
            self._imports[path.stem] = imports_of(path)
        self._tests = {
            path: imports_of(path)
            for path in sorted((ROOT / "tests").rglob("test_*.py"))
            if "perf" not in path.parts
        }

    def files(self, module: str, limit: int) -> list[Path]:
        """The nearest test files first; one that is named after the module before its equals."""
        away = {module: 0}
        edge = {module}
        while edge:
            edge = {
                name
                for name, imported in self._imports.items()
                if name not in away and imported & edge
            }
            step = max(away.values()) + 1
            away |= dict.fromkeys(edge, step)
        ranked = []
        for path, imported in self._tests.items():
            steps = min((away[name] for name in imported if name in away), default=None)
            words = set(module.split(".")[1:])
            named = len(words & set(path.stem.removeprefix("test_").split("_")))
            named += module.split(".")[-1] in path.stem
            beside = module.split(".")[1] in path.parts
            if steps is not None or named:
                ranked.append((9 if steps is None else steps - named - beside, path))
        return [path for _, path in sorted(ranked)][:limit]


def run(
    command: list[str], folder: Path, environment: dict[str, str], seconds: float
) -> str | None:
    """What a command printed; None when its time was over. Its children end with it."""
    process = subprocess.Popen(
        command, cwd=folder, env=environment, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        return process.communicate(timeout=seconds)[0] + f"\nended {process.returncode}"
    except subprocess.TimeoutExpired:
        return None
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def copy_of_the_program(folder: Path) -> None:
    """What the tests need, in a folder where it may be changed."""
    for name in ("counselor_app", "db", "packaging", "resources", "tests"):
        left_out = shutil.ignore_patterns("__pycache__", ".hypothesis")
        shutil.copytree(ROOT / name, folder / name, ignore=left_out, dirs_exist_ok=True)
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, folder / name)


def with_the_pack(copy: Path, pack: Path | None) -> str:
    """What makes the tests of the copy take a pack that is built, where no builder is changed."""
    target = copy / "built.sqlite"
    if pack is not None:
        shutil.copy(pack, target)
    else:
        environment = {**os.environ, "PYTHONPATH": str(copy)}
        command = [sys.executable, "-c", BUILD, str(target)]
        done = subprocess.run(command, cwd=copy, env=environment, check=False)
        assert done.returncode == 0, "the pack cannot be built"
    return BUILT.format(str(target))


def judge(change: Change, part: str, copy: Path, files: list[Path], seconds: float) -> Outcome:
    """Make a change in the copy, run the tests, and take it back."""
    target = copy / change.path
    source = target.read_text("utf-8")
    changed = change.made(source)
    lines = difflib.unified_diff(
        source.splitlines(), changed.splitlines(), change.path, change.path, lineterm="", n=1
    )
    difference = "\n".join(lines)
    target.write_text(changed, "utf-8")
    command = [
        sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "--tb=line", "-p", "no:randomly",
        "-p", "no:cacheprovider", f"--basetemp={copy / 'temporary'}",
        *(str(path.relative_to(ROOT)) for path in files),
    ]  # fmt: skip
    environment = {
        **os.environ, "PYTHONPATH": f"{copy}{os.pathsep}{copy / 'tests'}",
        "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip
    try:
        said = run(command, copy, environment, seconds)
    finally:
        target.write_text(source, "utf-8")
    if said is None:
        return Outcome(change, part, "too slow", "", difference)
    failed = [line for line in said.splitlines() if line.startswith(("FAILED", "ERROR"))]
    word = "unnoticed" if said.endswith("ended 0") else "noticed"
    return Outcome(change, part, word, " ".join(failed)[:200], difference)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=10, help="changes a part")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", action="append", choices=PARTS, help="default: every part")
    parser.add_argument("--files", type=int, default=8, help="test files a change, at the most")
    parser.add_argument("--seconds", type=float, default=240, help="time a change, at the most")
    parser.add_argument("--pack", type=Path, help="a pack of this program, built before")
    parser.add_argument("--notes", type=Path, help="a JSON file of lines that is added to")
    options = parser.parse_args()
    noted = (
        options.notes.read_text().splitlines() if options.notes and options.notes.exists() else []
    )
    known = {json.loads(line)["difference"] for line in noted}
    parts, counts = options.part or list(PARTS), Counter[tuple[str, str]]()
    drawn = {part: draw(part, Random(f"{options.seed} {part}")) for part in parts}
    nearest = Nearest()
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch)
        copy_of_the_program(copy)
        built, conftest = with_the_pack(copy, options.pack), copy / "tests" / "conftest.py"
        whole = conftest.read_text("utf-8")
        for part in parts * options.count:  # in turn: what is stopped early has some of each
            change = next(drawn[part], None)
            if change is None:
                continue
            conftest.write_text(whole if part == "pack" else whole + built, "utf-8")
            module = change.path.removesuffix(".py").replace("/", ".")
            files = nearest.files(module.removesuffix(".__init__"), options.files)
            began = time.monotonic()
            outcome = judge(change, part, copy, files, options.seconds)
            counts[part, outcome.word] += 1
            spent = f"{time.monotonic() - began:.0f} s"
            print(f"{outcome.word}: {part}, {change.kind}, {spent} {outcome.test}", flush=True)
            if outcome.word != "noticed":
                print(outcome.difference, flush=True)
            if options.notes and outcome.difference not in known:
                with options.notes.open("a") as notes:
                    notes.write(json.dumps(asdict(outcome)) + "\n")
    for part in parts:
        done = {word: count for (name, word), count in counts.items() if name == part}
        print(f"{part}: {done.get('noticed', 0)} of {sum(done.values())} noticed")


if __name__ == "__main__":
    main()
