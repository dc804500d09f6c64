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
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
PARTS = {
    "workspace": ("workspace",),
    "domain": ("domain", "charts/marks.py", "charts/spec"),
    "store": ("store",),
    "pack": ("pack",),
    "window and kiosk": ("ui", "kiosk", "charts/screen.py"),
    "reports": ("reports",),
}
COMPARED = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
}  # fmt: skip
COUNTED = {ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*", ast.FloorDiv: "*"}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
# Sizes on the screen: a pixel more is no fault that a test should look for.
LOOKS = {
    "px", "addSpacing", "addStretch", "setSpacing", "setContentsMargins", "setStretch", "resize",
    "setFixedHeight", "setFixedWidth", "setFixedSize", "setMinimumWidth", "setMinimumHeight",
    "setMaximumWidth", "setMaximumHeight", "setHorizontalSpacing", "setVerticalSpacing", "adjusted",
    "setMinimumSize", "setColumnStretch", "QSize", "setSizePolicy", "dataclass", "setIndent",
    "NamedTuple", "update", "repaint", "updateGeometry", "deleteLater", "setObjectName",
}  # fmt: skip
BUILD = """
import sys
from pathlib import Path
from counselor_app.pack.shipped import build_from_seed
build_from_seed(Path(sys.argv[1]))
"""
BUILT = """

@pytest.fixture(scope="session")
def seed_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import shutil

    return Path(shutil.copy({!r}, tmp_path_factory.mktemp("pack") / "reference.sqlite"))
"""
SKIPPED = {"sizeHint", "minimumSizeHint", "__repr__"}


@dataclass(frozen=True, slots=True)
class Change:
    """``text`` in place of the characters ``start`` to ``end`` of a file."""

    path: str
    start: int
    end: int
    text: str
    kind: str

    def made(self, source: str) -> str:
        """The source with the change."""
        return source[: self.start] + self.text + source[self.end :]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the tests said of one change: ``noticed``, ``unnoticed`` or ``too slow``."""

    change: Change
    part: str
    word: str
    test: str
    difference: str


class Finder(ast.NodeVisitor):
    """Every small change that a file offers."""

    def __init__(self, path: str, source: str) -> None:
        self.path, self.source = path, source
        self.found: list[Change] = []
        starts = [0]
        for line in source.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        self._starts = starts
        self._lines = source.splitlines(keepends=True)

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Where a node stands, in characters."""
        ends = []
        for line, column in (
            (node.lineno, node.col_offset),  # type: ignore[attr-defined]
            (node.end_lineno, node.end_col_offset),  # type: ignore[attr-defined]
        ):
            before = self._lines[line - 1].encode()[:column].decode()
            ends.append(self._starts[line - 1] + len(before))
        return ends[0], ends[1]

    def text(self, node: ast.AST) -> str:
        """The source of a node."""
        start, end = self.span(node)
        return self.source[start:end]

    def put(self, node: ast.AST, text: str, kind: str) -> None:
        """Offer ``text`` in place of a node."""
        self.found.append(Change(self.path, *self.span(node), text, kind))

    def between(self, left: ast.AST, right: ast.AST, old: str, new: str, kind: str) -> None:
        """Offer another operator between two nodes."""
        start, end = self.span(left)[1], self.span(right)[0]
        at = self.source.find(old, start, end)
        if at >= 0:
            self.found.append(Change(self.path, at, at + len(old), new, kind))

    def visit_Compare(self, node: ast.Compare) -> None:
        sides = [node.left, *node.comparators]
        written = {
            ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
            ast.In: "in", ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not",
        }  # fmt: skip
        for left, right, op in zip(sides, sides[1:], node.ops, strict=False):
            self.between(left, right, written[type(op)], COMPARED[type(op)], "comparison")
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        written = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//"}
        if type(node.op) in COUNTED and not isinstance(node.left, ast.JoinedStr):
            old, new = written[type(node.op)], COUNTED[type(node.op)]
            self.between(node.left, node.right, old, new, "arithmetic")
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        self.between(node.values[0], node.values[1], old, new, "and or or")
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self.put(node, f"({self.text(node.operand)})", "not left out")
        elif isinstance(node.op, ast.USub):
            self.put(node, self.text(node.operand), "sign")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        value = node.value
        if isinstance(value, bool):
            self.put(node, str(not value), "constant")
        elif isinstance(value, int):
            self.put(node, str(value + 1), "constant")
        elif isinstance(value, float):
            self.put(node, str(value * 2 if value else 1.0), "constant")

    def visit_Call(self, node: ast.Call) -> None:
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in LOOKS:
            return
        if isinstance(node.func, ast.Name) and name in NAMES:
            self.put(node.func, NAMES[name], "other function")
        plain = [arg for arg in node.args if not isinstance(arg, ast.Starred)]
        if len(plain) >= 2 and self.text(plain[0]) != self.text(plain[1]):
            first, second = self.span(plain[0]), self.span(plain[1])
            text = self.text(plain[1]) + self.source[first[1] : second[0]] + self.text(plain[0])
            self.found.append(Change(self.path, first[0], second[1], text, "arguments exchanged"))
        self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> None:
        self._exchange([value for value in node.values if isinstance(value, ast.Constant)])
        self._exchange([key for key in node.keys if isinstance(key, ast.Constant)])
        self.generic_visit(node)

    def visit_Tuple(self, node: ast.Tuple) -> None:
        if isinstance(node.ctx, ast.Load):
            self._exchange([one for one in node.elts if isinstance(one, ast.Constant)])
        self.generic_visit(node)

    def _exchange(self, nodes: list[ast.Constant]) -> None:
        words = [one for one in nodes if isinstance(one.value, str)]
        if len(words) >= 2 and words[0].value != words[1].value:
            first, second = self.span(words[0]), self.span(words[1])
            text = self.text(words[1]) + self.source[first[1] : second[0]] + self.text(words[0])
            self.found.append(Change(self.path, first[0], second[1], text, "words exchanged"))

    def visit_If(self, node: ast.If) -> None:
        if self.text(node.test) == "TYPE_CHECKING":
            return
        self.put(node.test, f"not ({self.text(node.test)})", "condition turned")
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.put(node.test, f"(not ({self.text(node.test)}))", "condition turned")
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Call):
            return  # a docstring, or a yield
        name = getattr(node.value.func, "attr", "")
        if name not in LOOKS and not self.text(node).startswith("super().__init__"):
            self.put(node, "pass", "statement left out")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.put(node, "pass", "statement left out")
        self.generic_visit(node)

    def visit_Continue(self, node: ast.Continue) -> None:
        self.put(node, "break", "loop ended")

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name in SKIPPED:
            return
        body = node.body[1:] if ast.get_docstring(node) is not None else node.body
        nothing = isinstance(node.returns, ast.Constant) and node.returns.value is None
        if body and nothing and node.name != "__init__" and not isinstance(body[0], ast.Pass):
            at = self.span(body[0])[0]
            indent = " " * body[0].col_offset
            text = f"return\n{indent}"
            self.found.append(Change(self.path, at, at, text, "early return"))
        for part in (*node.args.defaults, *node.body):
            self.visit(part)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for part in node.body:
            self.visit(part)


def changes_of(part: str) -> list[Change]:
    """Every change that the files of a part offer, no two of which write the same."""
    found = []
    for name in PARTS[part]:
        place = ROOT / "counselor_app" / name
        for path in [place] if place.suffix else sorted(place.rglob("*.py")):
            source = path.read_text("utf-8")
            finder = Finder(str(path.relative_to(ROOT)), source)
            finder.visit(ast.parse(source))
            found += finder.found
    return found


def draw(part: str, random: Random) -> Iterator[Change]:
    """Changes of a part in a drawn order: first the kind, so that no kind crowds out the others."""
    by_kind: dict[str, list[Change]] = {}
    for change in changes_of(part):
        by_kind.setdefault(change.kind, []).append(change)
    for listed in by_kind.values():
        random.shuffle(listed)
    while by_kind:
        kind = random.choice(sorted(by_kind))
        yield by_kind[kind].pop()
        if not by_kind[kind]:
            del by_kind[kind]


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
    for name in ("counselor_app", "db", "packaging", "resources", "tests", "packaging"):
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
