"""Words are English where they are made and another language where they are shown."""

from __future__ import annotations

import copy
import pickle
from dataclasses import dataclass
from typing import ClassVar

from counselor_app.errors import UserError
from counselor_app.language import (
    ENGLISH,
    Language,
    _,
    capitalised,
    joined,
    language,
    listed,
    lowered,
    ngettext,
    opening,
    pgettext,
    published,
)
from counselor_app.language.said import Said

PSEUDO = language("pseudo")


def spanish(messages: dict[object, str]) -> Language:
    """Spanish with a catalog of its own."""
    import gettext

    catalog = gettext.GNUTranslations()
    catalog._catalog = messages  # type: ignore[attr-defined]
    catalog.plural = lambda n: int(n != 1)  # type: ignore[attr-defined]
    return Language("es", "es-US", catalog)


ES = spanish({
    "{job} pays {pay}": "{pay} es lo que paga {job}",
    "a day": "un día",
    "button\x04Open": "Abrir",
    ("{n} page", 0): "{n} página",
    ("{n} page", 1): "{n} páginas",
})  # fmt: skip


def test_what_is_said_is_the_english_words_themselves() -> None:
    assert _("{job} pays {pay}", job="Nursing", pay="$90,000") == "Nursing pays $90,000"
    assert ngettext("{n} page", "{n} pages", 1, n="1") == "1 page"
    assert ngettext("{n} page", "{n} pages", 0, n="0") == "0 pages"
    assert ENGLISH.say(pgettext("button", "Open")) == "Open"
    assert isinstance(_("Braces {stay}, nothing is put in"), Said)


def test_another_language_puts_the_places_where_it_wants_them() -> None:
    assert ES.say(_("{job} pays {pay}", job="esto", pay="$9")) == "$9 es lo que paga esto"
    assert ES.say(_("{job} pays {pay}", job="x", pay=_("a day"))) == "un día es lo que paga x"
    assert ES.say(pgettext("button", "Open")) == "Abrir"
    assert [ES.say(ngettext("{n} page", "{n} pages", n, n=n)) for n in (0, 1, 2)] == [
        "0 páginas", "1 página", "2 páginas",
    ]  # fmt: skip
    assert ES.say("RF-14") == "RF-14"


def test_a_list_ends_as_the_language_ends_lists() -> None:
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a"]) == "a"
    assert listed([]) == ""
    assert ES.say(listed(["a", "b", "c"])) == "a, b y c"
    assert ES.say(listed(["padre", "hijo"])) == "padre e hijo"
    assert ES.say(listed(["agua", "hielo"])) == "agua y hielo"
    assert ES.say(listed(["siete", "ocho"], "or")) == "siete u ocho"
    assert ES.say(listed(["mujer", "hombre"], "or")) == "mujer u hombre"


@dataclass(frozen=True, slots=True)
class Line:
    label: str
    parts: tuple[str, ...]
    value: float
    other: dict[str, str]


def test_a_whole_value_is_said_and_an_untouched_one_is_itself() -> None:
    line = Line(pgettext("button", "Open"), (_("a day"), "b"), 2.5, {"k": _("a day")})
    assert ES.said(line) == Line("Abrir", ("un día", "b"), 2.5, {"k": "un día"})
    assert line.label == "Open"
    plain = (1, 2.0, None)
    assert ES.said(plain) == plain


def test_what_is_compared_keeps_its_english_inside_a_value() -> None:
    @dataclass(frozen=True)
    class Flagged:
        flag: str
        said_whole: ClassVar[bool] = False

    assert ES.said((Flagged(_("a day")), _("a day"))) == (Flagged("a day"), "un día")


def test_the_pseudo_language_is_longer_bracketed_and_keeps_its_places() -> None:
    said = PSEUDO.say(_("{job} pays {pay}", job="Nursing", pay="$9"))
    assert said.startswith("[Nursing páys $9")
    assert said.endswith("]")
    assert len(said) >= 1.3 * len("Nursing pays $9")


def test_a_line_begins_with_a_capital_and_a_clause_without_in_every_language() -> None:
    row = capitalised(listed([_("a day"), pgettext("button", "Open")]))
    assert row == "A day and Open"
    assert ES.say(row) == "Un día y Abrir"
    assert ES.say(lowered(pgettext("button", "Open"))) == "abrir"
    assert lowered("U.S. jobs") == "U.S. jobs"
    assert type(lowered("A day")) is str


def test_what_is_joined_is_said_piece_by_piece() -> None:
    row = joined([_("a day"), "", pgettext("button", "Open")], "; ")
    assert row == "a day; Open"
    assert ES.say(row) == "un día; Abrir"


def test_an_error_is_said_in_the_language_of_whoever_meets_it() -> None:
    class RefusedError(UserError):
        """Of a part."""

    said = str(RefusedError(_("{job} pays {pay}", job="x", pay=_("a day"))))
    assert said == "x pays a day"
    assert ES.say(said) == "un día es lo que paga x"
    assert str(UserError()) == ""


def test_words_survive_copying() -> None:
    words = ngettext("{n} page", "{n} pages", 2, n="2")
    for same in (copy.deepcopy(words), pickle.loads(pickle.dumps(words))):
        assert same == "2 pages"
        assert ES.say(same) == "2 páginas"
    for row in (capitalised(_("a day")), joined([_("a day"), "x"])):
        assert ES.say(pickle.loads(pickle.dumps(row))) == ES.say(row)
    same = pickle.loads(pickle.dumps(listed(["a", "b"])))
    assert ES.say(same) == "a y b"


def test_a_first_sentence_is_that_of_the_language() -> None:
    whole = published("text", "They help people. They write things down.")
    said = opening(whole)
    assert said == "They help people."
    spoken = spanish({f"text\x04{whole.message}": "Ayudan a la gente. Anotan cosas."})
    assert spoken.say(said) == "Ayudan a la gente."
    assert opening("A note. And more.") == "A note."
