"""Words are English where they are made and another language where they are shown."""

from __future__ import annotations

import copy
import pickle
from dataclasses import dataclass

from counselor_app.errors import UserError
from counselor_app.language import (
    ENGLISH,
    Language,
    _,
    joined,
    language,
    listed,
    ngettext,
    pgettext,
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


def test_sentences_in_a_row_are_each_said_and_empty_ones_left_out() -> None:
    row = joined([_("a day"), "", "RF-14"], "; ")
    assert row == "a day; RF-14"
    assert ES.say(row) == "un día; RF-14"
    assert ES.say(_("{job} pays {pay}", job="x", pay=row)) == "un día; RF-14 es lo que paga x"


def test_an_error_keeps_its_message_for_whoever_shows_it() -> None:
    assert ES.say(str(UserError(_("a day")))) == "un día"


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


def test_the_pseudo_language_is_longer_bracketed_and_keeps_its_places() -> None:
    said = PSEUDO.say(_("{job} pays {pay}", job="Nursing", pay="$9"))
    assert said.startswith("[Nursing páys $9")
    assert said.endswith("]")
    assert len(said) >= 1.3 * len("Nursing pays $9")


def test_words_survive_copying() -> None:
    words = ngettext("{n} page", "{n} pages", 2, n="2")
    for same in (copy.deepcopy(words), pickle.loads(pickle.dumps(words))):
        assert same == "2 pages"
        assert ES.say(same) == "2 páginas"
    for row, said in ((listed(["a", "b"]), "a y b"), (joined(["a", "b"], "; "), "a; b")):
        assert ES.say(pickle.loads(pickle.dumps(row))) == said
