"""The Spanish of the program: whole, its own, and with the figures of the English."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path
from statistics import mean

import pytest
import texts_of_languages
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from spanish_text_checks import CLASH, inflesz

from counselor_app.domain.occupation.titles import title_inside
from counselor_app.language import language, listed, ngettext
from counselor_app.paths import resources

PO = resources() / "language" / "es" / "counselor.po"
GLOSSARY = Path(__file__).parents[4] / "shared" / "design" / "spanish-glossary.csv"
THE_SAME = {
    ("releases", "O*NET {release}"): "a name",
    ("answer", "No"): "the same word",
    ("shortlist", "no"): "the same word",
    ("page", "Plan"): "the same word",
    ("step", "{step} (Alt+{n})"): "the name of a key",
    ("interest", "Social"): "the same word, and the letters of a code are the same",
    ("kind of score", "Percentiles"): "the same word",
    ("kind of area", "(sector)"): "the same word",
    ("column", "r"): "the sign of a correlation",
    ("size of a file", "{n} MB"): "a unit",
    ("size of a file", "{n} kB"): "a unit",
    ("files", "CSV (*.csv)"): "the name of a format",
}
"""What is written alike in both languages, and why."""

BANNED = re.compile(
    r"\b(ordenador\w*|fontaner\w*|añad\w*|costes?\b|coger|remover|entrenamiento|bill[oó]n\w*|vosotr\w*"
    r"|bachillerato|salario medio|aplicar a un|grado universitario)\b",
    re.IGNORECASE,
)
SLASHED = re.compile(r"[a-zñ]/[ao]s?\b|[a-zñ]\([ao]s?\)|@|[«»]")


@cache
def catalog() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file)


def messages() -> list[Message]:
    return [message for message in catalog() if message.id]


def strings(message: Message) -> tuple[str, ...]:
    found = message.string if message.pluralizable else (message.string,)
    return tuple(found)


def done() -> list[Message]:
    return [message for message in messages() if all(strings(message))]


def test_every_message_is_there_in_spanish() -> None:
    said = {(message.context, str(message.id)) for message in done()}
    assert [
        message.id for message in messages() if (message.context, str(message.id)) not in said
    ] == []


def test_names_and_texts_of_the_data_are_compiled() -> None:
    made = Path(PO).parent / "LC_MESSAGES" / "texts.mo"
    # All but the head, which has the minute it was written in.
    with made.open("rb") as file:
        kept = {(one.context, one.id): one.string for one in read_mo(file) if one.id}
    wanted: dict[tuple[str, str], str] = {}
    for kind, english, said in texts_of_languages.pairs("es"):
        wanted.setdefault((kind, english), said)
    assert kept == wanted, "run packaging/texts_of_languages.py"


def test_all_that_agencies_name_has_spanish() -> None:
    said = {(kind, english) for kind, english, _ in texts_of_languages.pairs("es")}
    for kind, names in texts_of_languages.published("es").items():
        assert {name for name in names if (kind, name) not in said} == set(), kind


def test_no_message_is_a_guess() -> None:
    assert [message.id for message in messages() if message.fuzzy] == []


def test_places_are_the_same() -> None:
    def names(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)[^}]*\}", text))

    uneven = []
    for message in done():
        ids = message.id if message.pluralizable else (message.id,)
        wanted = set().union(*map(names, ids))
        # One of something may be said in a word.
        if any(names(said) - wanted for said in strings(message)) or names(
            strings(message)[-1]
        ) != names(ids[-1]):
            uneven.append((message.id, message.string))
    assert uneven == []


def test_no_spanish_is_the_english_but_for_a_list() -> None:
    same = {
        (message.context, message.id)
        for message in done()
        if not message.pluralizable
        and message.string == message.id
        and re.search("[a-z]", re.sub(r"\{[^}]*\}", "", message.id))
    }
    assert same <= set(THE_SAME), same - set(THE_SAME)


def test_no_word_of_one_country_no_false_friend_and_no_slash() -> None:
    wrong = [
        (message.id, said)
        for message in done()
        for said in strings(message)
        if BANNED.search(said) or (SLASHED.search(said) and not SLASHED.search(str(message.id)))
    ]
    assert wrong == []


def test_y_and_o_give_way_before_their_own_sound() -> None:
    wrong = [said for message in done() for said in strings(message) if CLASH.search(said)]
    assert wrong == []


def test_the_kiosk_reads_most_easily() -> None:
    said = [
        re.sub(r"\{[^}]*\}", "uno", strings(message)[-1])
        for message in done()
        if any(name.startswith("counselor_app/kiosk/") for name, _line in message.locations)
    ]
    eases = [inflesz(words) for words in said if len(words.split()) > 4]
    assert len(eases) > 50
    assert mean(eases) >= 70


@pytest.mark.parametrize(
    ("items", "last", "said"),
    [
        (("padres", "hijos"), "and", "padres e hijos"),
        (("agua", "hielo"), "and", "agua y hielo"),
        (("diez", "once"), "or", "diez u once"),
        (("uno", "dos", "tres"), "and", "uno, dos y tres"),
        (("mujeres", "hombres"), "or", "mujeres u hombres"),
        (("Francia", "Inglaterra"), "and", "Francia e Inglaterra"),
    ],
)
def test_several_words_end_as_spanish_says_them(
    items: tuple[str, ...], last: str, said: str
) -> None:
    assert language("es").say(listed(items, last)) == said  # type: ignore[arg-type]


def test_counts_agree() -> None:
    spanish = language("es")
    for count, said in ((0, "0 páginas"), (1, "1 página"), (2, "2 páginas")):
        assert spanish.say(ngettext("{n} page", "{n} pages", count, n=count)) == said


def test_lists_are_sorted_as_spanish_sorts_them() -> None:
    words = ["oso", "ñandú", "nube", "arco", "árbol", "llama", "luz", "Ángel", "zorro"]
    said = sorted(words, key=language("es").order)
    assert said == ["Ángel", "árbol", "arco", "llama", "luz", "nube", "ñandú", "oso", "zorro"]


def test_the_glossarys_terms_are_kept() -> None:
    if not GLOSSARY.is_file():
        pytest.skip("the glossary is not beside the repository")
    with GLOSSARY.open(encoding="utf-8") as file:
        terms = {
            row["english"].casefold(): row["spanish"]
            for row in csv.DictReader(file)
            if row["english"] and row["spanish"] and "{" not in row["english"]
        }
    own = {
        str(message.id).casefold(): str(message.string)
        for message in done()
        if not message.pluralizable
    }
    shared = sorted(set(terms) & set(own))
    other = [
        (term, terms[term], own[term])
        for term in shared
        if own[term].casefold().strip(".") not in _choices(terms[term])
    ]
    print(f"{len(shared)} terms of the glossary are messages; {len(other)} are said otherwise")
    assert len(shared) > 100
    assert {(term, ours) for term, _glossary, ours in other} == OTHERWISE.items()


OTHERWISE = {
    "add": "se agregó",
    "education": "Estudios",
    "job holders": "Quienes tienen el trabajo",
    "log": "Registro",
    "none": "Ninguno",
    "programming": "programar",
    "repairing": "reparar",
    "speaking": "hablar",
    "writing": "escribir",
}
"""Terms that a message says otherwise: a mark of what happened, short labels, what one is good at
inside a sentence ("Importan más: hablar, escribir").
"""


def _choices(term: str) -> set[str]:
    parts = re.split(r"[;,/]| \(", term.casefold())
    return {term.casefold(), *(part.strip(" .)") for part in parts)}


def test_a_groups_name_inside_a_sentence_is_spanish_too() -> None:
    said = language("es").say(title_inside("Home Health and Personal Care Aides"))
    assert said == "asistentes de salud en el hogar y cuidado personal"
