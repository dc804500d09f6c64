"""The catalog of words: what stands in it, and which words of the code do not.

``python tests/words.py`` writes ``resources/language/counselor.pot`` anew from the code, brings the
translations up to it (``LANGUAGE/counselor.po``, where new words wait without a text) and compiles
them for the program (``LANGUAGE/LC_MESSAGES/counselor.mo``).
"""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import IO

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
CODE = ROOT / "counselor_app"
TEMPLATE = ROOT / "resources" / "language" / "counselor.pot"
KEYWORDS = {"_": (1,), "pgettext": ((1, "c"), 2), "ngettext": (1, 2)}
PLACE = re.compile(r"\{(\w+)\}")

_TRANSLATED = """\
# The words of Counselor in another language: a machine draft, read by a second machine reader; not
# yet read by a native counselor.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
_HEADER = """\
# The words of Counselor as they stand in the code, in English.
msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def _messages(
    file: IO[bytes], _keywords: object, _tags: object, **_options: object
) -> Iterator[tuple[int, str, tuple[str, ...], list[str]]]:
    """The marked messages of a file; babel's own reader of Python misses those inside others."""
    for call in _marks(ast.parse(file.read())):
        texts = [one.value for one in call.args if isinstance(one, ast.Constant)]
        yield call.lineno, _name(call.func), tuple(t for t in texts if isinstance(t, str)), []


@cache
def extracted() -> Catalog:
    """Every message of the code, by file."""
    found = Catalog()
    for name, line, message, comments, context in extract_from_dir(
        CODE, method_map=[("**.py", _messages)], keywords=KEYWORDS
    ):
        path = f"{CODE.name}/{Path(name).as_posix()}"
        found.add(message, None, [(path, line)], auto_comments=comments, context=context)
    return found


def template() -> str:
    """The catalog as its file holds it: by file, with no line, date or place of a machine."""
    out = io.BytesIO()
    write_po(out, extracted(), width=0, sort_by_file=True, include_lineno=False, omit_header=True)
    return _HEADER + out.getvalue().decode()


def forms(message: Message) -> tuple[str, ...]:
    """A message, or its forms for one and for many."""
    return message.id if isinstance(message.id, tuple) else (message.id,)


# What is no word of a person: keys of tables, columns, patterns, bugs.
_SQL = re.compile(
    r"\b(?:PRAGMA|CREATE TEMP TABLE|DROP TABLE|CAST|iif|BEGIN|COMMIT|SELECT|INSERT|UPDATE|DELETE"
    r"|FROM|WHERE|ORDER BY|AND|OR|DESC|GLOB|LIKE|IS NOT NULL)\b|<>"
)
_MARKUP = re.compile(r"<[^<>]*(?:>|$)")
_SAME_EVERYWHERE = re.compile(r"counselor-app |O\*NET-SOC \0$")
"""What is typed in a terminal, and the name of a code, are the same in every language."""
_COLUMNS = re.compile(r"\w+(?:, \w+)+")
_TWO_WORDS = re.compile(r"[A-Za-z’']+[,;:.)]? [(“]?[A-Za-z]")
_CAPITALISED = re.compile(r"[A-Z][a-z]+\b")
_BESIDE_A_VALUE = re.compile(r"[A-Za-z]{2,}[,;:.)]? \0|\0[,;:.)]? [(“]?[A-Za-z]{2,}")
_MARKS = ("_", "pgettext", "ngettext")
_PARTS = ("startswith", "endswith", "removeprefix", "removesuffix", "split", "partition")
_NO_READER = ("AssertionError", "NotImplementedError", "TypeError", "TypeVar", "write_log")


@cache
def codes() -> frozenset[str]:
    """Words that the code's own types name: units, kinds, cases."""
    return frozenset(
        one.value
        for path in CODE.rglob("*.py")
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Subscript) and _name(node.value) == "Literal"
        for one in ast.walk(node.slice)
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    )


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def marked(path: Path) -> Iterator[ast.Call]:
    """Every call that marks words."""
    return _marks(_tree(path))


def _marks(tree: ast.Module) -> Iterator[ast.Call]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_mark(node))
    yield from sorted(calls, key=lambda call: (call.lineno, call.col_offset))


def key_of(call: ast.Call) -> tuple[str | None, ...]:
    """Context and forms of a marked message, as the catalog keys them."""
    texts = [one.value for one in call.args if isinstance(one, ast.Constant)]
    return tuple(texts[:2]) if _name(call.func) == "pgettext" else (None, *texts[:2])


def unfit(call: ast.Call) -> str | None:
    """What is wrong with a marked message; None where nothing is."""
    name = _name(call.func)
    wanted = {"_": 1, "pgettext": 2, "ngettext": 2}[name]
    messages = call.args[:wanted]
    texts = [m.value for m in messages if isinstance(m, ast.Constant) and isinstance(m.value, str)]
    if len(texts) < wanted or len(call.args) != wanted + (name == "ngettext"):
        return "the message is no plain text"
    if any(isinstance(word.value, ast.JoinedStr) and _glued(word.value) for word in call.keywords):
        return "a text is put together inside the call"
    if any(word.arg is None for word in call.keywords):
        return None
    given = {word.arg for word in call.keywords}
    for text in texts[1:] if name == "pgettext" else texts:
        if given and set(PLACE.findall(text)) != given:
            return f"places of {text!r} are not those given: {sorted(map(str, given))}"
        if not given and PLACE.search(text):
            return f"nothing is given for the places of {text!r}"
    return None


def _glued(text: ast.JoinedStr) -> bool:
    """Whether words stand in an f-string, which is allowed to print one number."""
    return len(text.values) > 1


def escaped(path: Path, allowed: frozenset[str] = frozenset()) -> list[str]:
    """Words in a file that a person may read and the catalog does not hold, with their lines.

    What is assigned to a name in ``allowed``, or given to one, is left out.
    """
    found: list[str] = []
    _look(_tree(path), allowed, found)
    return found


def _look(node: ast.AST, allowed: frozenset[str], found: list[str]) -> None:
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and _is_words(node.value):
            found.append(f"{node.lineno}: {node.value}")
        return
    if isinstance(node, ast.JoinedStr):
        text = "".join(
            str(part.value) if isinstance(part, ast.Constant) else "\0" for part in node.values
        )
        text = _MARKUP.sub("", text)
        if not _no_words(text) and (_TWO_WORDS.search(text) or _BESIDE_A_VALUE.search(text)):
            found.append(f"{node.lineno}: {ast.unparse(node)}")
        parts = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
    else:
        parts = [*_read(node, allowed)]
    for part in parts:
        _look(part, allowed, found)


def _read(node: ast.AST, allowed: frozenset[str]) -> Iterator[ast.AST]:
    """The parts of a node in which words may stand that are read."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # a docstring
    if isinstance(node, ast.Compare | ast.MatchValue):
        return
    if isinstance(node, ast.Dict):
        yield from (value for value in node.values if value)
        return
    if isinstance(node, ast.Subscript):
        yield node.value
        return
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if node.value and not {_name(target) for target in targets} & {"__all__", *allowed}:
            yield node.value
        return
    if isinstance(node, ast.Call):
        name, owner = _name(node.func), node.func
        if name in (*_NO_READER, *_PARTS, *allowed) or (
            isinstance(owner, ast.Attribute) and _name(owner.value) == "re"
        ):
            return
        yield node.func
        yield from () if _is_mark(node) else node.args[name == "cast" :]
        yield from (word.value for word in node.keywords)
        return
    yield from ast.iter_child_nodes(node)


def _no_words(text: str) -> bool:
    return bool(_SQL.search(text)) or bool(_SAME_EVERYWHERE.match(text))


def _is_words(text: str) -> bool:
    if text in codes() or _no_words(text) or _COLUMNS.fullmatch(text):
        return False
    text = _MARKUP.sub("", text)
    return bool(_TWO_WORDS.search(text) or _CAPITALISED.match(text))


def _is_mark(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id in _MARKS


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def translations() -> list[Path]:
    """The file of each language that the words are written in."""
    return sorted(TEMPLATE.parent.glob("*/counselor.po"))


def translated(path: Path) -> Catalog:
    """A translation brought up to the code: words that are gone are left out, none is guessed."""
    with path.open("rb") as file:
        found = read_po(file, locale=path.parent.name)
    found.update(extracted(), no_fuzzy_matching=True, update_creation_date=False)
    found.creation_date = datetime.fromtimestamp(0, UTC)  # the same words, the same file
    found.obsolete.clear()
    return found


def po_text(found: Catalog) -> str:
    """A translation as its file holds it."""
    out = io.BytesIO()
    write_po(out, found, width=0, sort_by_file=True, include_lineno=False, omit_header=True)
    return _TRANSLATED.format(language=found.locale) + out.getvalue().decode()


def compiled(found: Catalog) -> bytes:
    """A translation as the program reads it."""
    out = io.BytesIO()
    write_mo(out, found)
    return out.getvalue()


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_text(template(), encoding="utf-8", newline="\n")
    for source in translations():
        catalog = translated(source)
        source.write_text(po_text(catalog), encoding="utf-8", newline="\n")
        made = source.parent / "LC_MESSAGES" / "counselor.mo"
        made.parent.mkdir(exist_ok=True)
        made.write_bytes(compiled(catalog))
