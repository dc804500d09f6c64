"""Every small change that the code of a part offers, and some of them drawn."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
PARTS = {
    "workspace": ("workspace",),
    "domain": ("domain", "charts"),
    "store": ("store",),
    "pack": ("pack",),
    "window and kiosk": ("ui", "kiosk"),
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
        for path in sorted(place.rglob("*.py")):
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
