"""What the program asks a client, from resources: items, questions, statements and cards."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from counselor_app.domain.occupation.interests import LETTERS
from counselor_app.domain.session import readiness, styles, value_cards
from counselor_app.domain.session.inventory import SPANISH, VERSION, Form, FormKey, Item
from counselor_app.domain.session.self_rating import RatingQuestion
from counselor_app.domain.session.self_report import Texts
from counselor_app.errors import UserError
from counselor_app.language import Said, _, listed, ngettext, pgettext
from counselor_app.paths import resources

_ITEM = (
    "id", "scale", "facet", "zones", "short", "order60", "order30", "pair", "text", "es",
)  # fmt: skip
_FIRST_ITEM = ("id", "scale", "short", "order60", "order30", "text")
_QUESTION = ("element", "name", "question", "level2", "level4", "level6")
_STYLE = ("id", "element", "name", "reversed", "text")
_CARD = ("id", "value", "text")
_READINESS = ("id", "text")
_MAY_LACK = ("order30", "pair", "value")
_ONE_OF = _("one of {values}", values=listed(LETTERS, "or"))
_ORDER: dict[FormKey, str] = {"long": "order60", "short": "order30"}


def inventory_form(key: FormKey = "long", folder: Path | None = None, language: str = "en") -> Form:
    """The interest inventory in its order of presentation: 60 items, or the 30 of the short form.

    ``folder`` holds ``inventory/items-2.csv``; the program's own resources when None. Items are
    in Spanish where that is the ``language``, else in English; their ids are the same, and
    the Spanish form has a version of its own.

    Raises:
        UserError: when the file is missing or a row of it cannot be used.
    """
    path = (folder or resources()) / "inventory" / "items-2.csv"
    column, words, version = _ORDER[key], "text", VERSION
    if _spoken(language) == "es":
        words, version = "es", SPANISH
    placed: dict[int, Item] = {}
    for line, row in _rows(path, _ITEM):
        if row["scale"] not in LETTERS:
            raise _refused(path, line, "scale", row["scale"], _ONE_OF)
        if row["short"] not in ("yes", "no"):
            raise _refused(path, line, "short", row["short"], _("yes or no"))
        if key == "short" and row["short"] == "no":
            continue
        if not row[column].isdecimal() or int(row[column]) in placed:
            raise _refused(path, line, column, row[column], _("a place of its own, 1 and up"))
        placed[int(row[column])] = Item(row["id"], row["scale"], row[words], row["pair"])
    return Form(key, tuple(placed[place] for place in sorted(placed)), version)


def given_form(key: FormKey, version: str) -> Form:
    """The form whose answers are of a version that is given: in the language of that version.

    Raises:
        UserError: as `inventory_form`.
    """
    return inventory_form(key, language="es" if version == SPANISH else "en")


@cache
def item_families() -> Mapping[str, tuple[str, ...]]:
    """The SOC groups ("49", "49-3") of whose jobs each item of the inventory speaks, by its id.

    Raises:
        UserError: when the file is missing or cannot be read.
    """
    path = resources() / "inventory" / "families.toml"
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))["items"]
        return {item: tuple(groups) for item, groups in found.items()}
    except (OSError, ValueError, KeyError) as error:
        raise UserError(
            _("{file}, which holds what to ask a client, cannot be read ({error}). Install the"
              " program again.", file=path.name, error=str(error))
        ) from error  # fmt: skip


def item_texts(language: str = "en") -> dict[str, str]:
    """The words of every item there ever was, by id: a record keeps answers of each edition.

    Items of the first edition are there in English alone.

    Raises:
        UserError: when a file is missing or a row of it cannot be used.
    """
    folder, words = resources() / "inventory", "es" if _spoken(language) == "es" else "text"
    files = (("items-1.csv", _FIRST_ITEM), ("items-2.csv", _ITEM))
    return {
        row["id"]: row.get(words) or row["text"]
        for name, columns in files
        for __, row in _rows(folder / name, columns)
    }


def rating_questions(folder: Path | None = None, language: str = "en") -> dict[str, RatingQuestion]:
    """What to ask about each skill, ability and knowledge area, by element id.

    ``folder`` holds ``self_rating/anchors.csv`` and ``anchors-es.csv``; the program's own
    resources when None.

    Raises:
        UserError: when the file is missing or a row of it cannot be used.
    """
    name = "anchors-es.csv" if _spoken(language) == "es" else "anchors.csv"
    path = (folder or resources()) / "self_rating" / name
    found: dict[str, RatingQuestion] = {}
    for line, row in _rows(path, _QUESTION):
        element = row["element"]
        if element in found:
            raise _refused(path, line, "element", element, _("each element once"))
        anchors = (row["level2"], row["level4"], row["level6"])
        found[element] = RatingQuestion(element, row["name"], row["question"], anchors)
    return found


def style_statements(
    folder: Path | None = None, language: str = "en"
) -> tuple[styles.Statement, ...]:
    """The statements on work styles, two a style; ``folder`` as in `inventory_form`.

    Raises:
        UserError: when the file is missing or a row of it cannot be used.
    """
    path = (folder or resources()) / "statements" / _spoken(language) / "styles.csv"
    found = []
    for line, row in _rows(path, _STYLE):
        turned = row["reversed"]
        if turned not in ("yes", "no"):
            raise _refused(path, line, "reversed", turned, _("yes or no"))
        found.append(
            styles.Statement(row["id"], row["element"], row["name"], turned == "yes", row["text"])
        )
    return styles.checked(found)


def value_card_texts(
    folder: Path | None = None, language: str = "en"
) -> tuple[value_cards.Card, ...]:
    """The sixteen value cards; ``folder`` as in `inventory_form`.

    Raises:
        UserError: when the file is missing or a row of it cannot be used.
    """
    path = (folder or resources()) / "statements" / _spoken(language) / "value_cards.csv"
    return value_cards.checked(
        [value_cards.Card(row["id"], row["value"], row["text"]) for __, row in _rows(path, _CARD)]
    )


def readiness_statements(
    folder: Path | None = None, language: str = "en"
) -> tuple[readiness.Statement, ...]:
    """The five statements of the readiness check; ``folder`` as in `inventory_form`.

    Raises:
        UserError: when the file is missing or a row of it cannot be used.
    """
    path = (folder or resources()) / "statements" / _spoken(language) / "readiness.csv"
    return tuple(readiness.Statement(row["id"], row["text"]) for __, row in _rows(path, _READINESS))


@cache
def self_report_texts(language: str = "en") -> Texts:
    """All statements and cards, to tell what was said; their ids are the same in each language.

    Raises:
        UserError: when a file is missing or a row of it cannot be used.
    """
    return Texts(
        style_statements(language=language),
        value_card_texts(language=language),
        readiness_statements(language=language),
    )


def _spoken(language: str) -> Literal["en", "es"]:
    """The language that there are texts in: Spanish, or English for all others."""
    return "es" if language == "es" else "en"


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows as text with their line numbers; no cell is empty but what may lack."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if tuple(reader.fieldnames or ()) != columns:
                found = listed(reader.fieldnames or [pgettext("columns", "none")])
                raise UserError(
                    _("{file} has the columns {columns}; expected {expected}. Install the program"
                      " again.", file=path.name, expected=listed(columns),
                      columns=found)
                )  # fmt: skip
            for row in reader:
                for column in columns:
                    cell = row[column]
                    if not cell and column not in _MAY_LACK:
                        raise _refused(
                            path,
                            reader.line_num,
                            column,
                            cell or "",
                            pgettext("in a cell", "some text"),
                        )
                if None in row:
                    raise _refused(
                        path,
                        reader.line_num,
                        "row",
                        "longer",
                        ngettext("{n} cell", "{n} cells", len(columns), n=len(columns)),
                    )
                yield reader.line_num, row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UserError(
            _("{file}, which holds what to ask a client, cannot be read ({error}). Install the"
              " program again.", file=path.name, error=str(error))
        ) from error  # fmt: skip


def _refused(path: Path, line: int, column: str, found: str, expected: Said) -> UserError:
    return UserError(
        _("{file}, line {line}: {column} is {found}; expected {expected}. Install the program"
          " again.", file=path.name, line=line, column=column, found=repr(found), expected=expected)
    )  # fmt: skip
