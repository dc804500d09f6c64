"""What the program asks a client: whole, plain, original, and in a balanced order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from counselor_app.client_texts import (
    inventory_form,
    rating_questions,
    readiness_statements,
    style_statements,
    value_card_texts,
)
from counselor_app.domain.session import readiness, styles, value_cards
from counselor_app.domain.session.inventory import (
    LIKING,
    NOT_VALIDATED,
    PROMPT,
    SPANISH,
    VERSION,
    FormKey,
)
from counselor_app.domain.session.self_rating import ABOUT_ANCHORS
from counselor_app.errors import UserError
from counselor_app.paths import resources
from counselor_app.store.reference import Pack

ITEMS = {item.id: item for item in inventory_form("long").items}
QUESTIONS = rating_questions()
ANCHORS = [anchor for question in QUESTIONS.values() for anchor in question.anchors]
FORMS: tuple[FormKey, ...] = ("long", "short")


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower())


TWO_VOWELS_APART = {"science", "idea", "ideas", "area", "areas", "theater", "create", "quiet"}


def syllables(word: str) -> int:
    """Groups of vowels, a silent e, es or ed left out: near enough for Flesch-Kincaid."""
    if word.isdigit():
        return len(word)
    count = len(re.findall(r"[aeiouy]+", word)) + len(re.findall(r"(?<![tscg])i[aou]", word))
    silent = re.search(r"[^aeiouy]e$|[^aeiouytd]ed$|[^aeiouyscxzgh]es$", word)
    spoken = re.search(r"[^aeiouyrlw]le[sd]?$", word)
    return max(1, count - bool(silent and not spoken) + (word in TWO_VOWELS_APART))


def grade(texts: Iterable[str]) -> float:
    """Flesch-Kincaid grade, each text one sentence: 0.39 w/s + 11.8 syllables/w - 15.59."""
    split = [words(text) for text in texts]
    count = sum(map(len, split))
    spoken = sum(syllables(word) for line in split for word in line)
    return 0.39 * count / len(split) + 11.8 * spoken / count - 15.59


def longest_shared_run(text: str, runs: dict[int, set[tuple[str, ...]]]) -> int:
    own = words(text)
    return max(
        (n for n, known in runs.items() for i in range(len(own) - n + 1)
         if tuple(own[i : i + n]) in known),
        default=0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("word", "count"),
    [("make", 1), ("table", 2), ("fixed", 1), ("wanted", 2), ("computer", 3), ("media", 3),
     ("science", 2), ("horses", 2), ("theater", 3), ("street", 1), ("people", 2), ("size", 1),
     ("stories", 2), ("rules", 1), ("cables", 2), ("violin", 3), ("region", 2)],
)  # fmt: skip
def test_the_measure_counts_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_measure_tells_hard_words_from_plain_ones() -> None:
    assert grade(["The cat sat on the mat."]) < 1
    assert grade(["Administrative reorganization necessitates interdepartmental cooperation."]) > 12


@pytest.mark.parametrize("key", FORMS)
def test_items_are_read_in_grade_six(key: FormKey) -> None:
    items = inventory_form(key).items
    assert grade(item.text for item in items) <= 4
    for item in items:
        assert grade([item.text]) <= 8, item
    assert grade([PROMPT, *LIKING]) <= 6


def test_items_are_of_similar_length_and_look_alike() -> None:
    for item in ITEMS.values():
        assert 5 <= len(words(item.text)) <= 10, item
        assert len(item.text) <= 52, item
        assert re.fullmatch(r"[A-Z][^.?!]+\.", item.text), item
    means = [
        sum(len(words(i.text)) for i in ITEMS.values() if i.scale == letter) / 10
        for letter in "RIASEC"
    ]
    assert max(means) - min(means) <= 1.5


@pytest.mark.parametrize(
    ("key", "of", "a_scale", "most_in_a_sixth"), [("long", 60, 10, 2), ("short", 30, 5, 2)]
)
def test_scales_are_spread_evenly(
    key: FormKey, of: int, a_scale: int, most_in_a_sixth: int
) -> None:
    order = [item.scale for item in inventory_form(key).items]
    assert Counter(order) == dict.fromkeys("RIASEC", a_scale)
    pairs = Counter(pairwise(order))
    assert not any(one == other for one, other in pairs), "a scale follows itself"
    assert max(pairs.values()) <= 3, "one scale keeps coming right after another"
    for start in range(0, of, 6):
        assert set(order[start : start + 6]) == set("RIASEC"), f"block at {start}"
    for start in range(0, of, of // 6):
        assert max(Counter(order[start : start + of // 6]).values()) <= most_in_a_sixth
    for start in range(0, of, 10):
        assert set(Counter(order[start : start + 10]).values()) <= {1, 2}, "a screen of ten"


def test_ids_are_stable_and_the_short_form_is_part_of_the_long() -> None:
    assert set(ITEMS) == {f"{letter}{n:02}" for letter in "RIASEC" for n in range(11, 21)}
    assert all(item.id[0] == item.scale for item in ITEMS.values())
    assert all(ITEMS[item.id] == item for item in inventory_form("short").items)


def test_another_wording_or_order_needs_another_version() -> None:
    content = (resources() / "inventory" / "items-2.csv").read_text(encoding="utf-8")
    assert sha256(content.encode()).hexdigest()[:16] == "09c170d1dfd67b8d"
    assert (VERSION, SPANISH) == ("2", "2-es")


def test_every_rated_element_has_a_question_and_no_other(pack: Pack) -> None:
    named = dict(
        pack.connection.execute(
            "SELECT id, name FROM element WHERE domain IN ('skill', 'ability', 'knowledge')"
        )
    )
    assert {key: question.name for key, question in QUESTIONS.items()} == named
    assert len(QUESTIONS) == 35 + 52 + 33


def test_every_work_style_has_two_statements_and_no_other(pack: Pack) -> None:
    named = dict(pack.connection.execute("SELECT id, name FROM element WHERE domain = 'style'"))
    statements = style_statements()
    assert {statement.element: statement.name for statement in statements} == named
    assert Counter(statement.element for statement in statements) == dict.fromkeys(named, 2)


def test_statements_and_cards_are_read_in_grade_six() -> None:
    for texts in (style_statements(), value_card_texts(), readiness_statements()):
        words_of = [text.text for text in texts]
        assert grade(words_of) <= 4
        for text in words_of:
            assert grade([text]) <= 6, text
            assert len(words(text)) <= 14
            assert re.fullmatch(r"[A-Z][^.?!]+\.", text), text


def test_other_words_of_statements_and_cards_need_another_edition() -> None:
    for name, edition, digest in (
        ("styles", styles.EDITION, "6abc9963b40b75b0"),
        ("value_cards", value_cards.EDITION, "fd514597d9913203"),
        ("readiness", readiness.EDITION, "d6a6f0906f30d12f"),
    ):
        content = (resources() / "statements" / "en" / f"{name}.csv").read_text(encoding="utf-8")
        assert (edition, sha256(content.encode()).hexdigest()[:16]) == ("1", digest), name


def test_questions_and_anchors_are_read_in_grade_eight() -> None:
    assert grade(ANCHORS) <= 5
    assert grade([question.question for question in QUESTIONS.values()]) <= 5
    for question in QUESTIONS.values():
        assert grade([question.question, *question.anchors]) <= 8, question
    assert grade(re.split(r"(?<=[.;]) ", ABOUT_ANCHORS)) <= 8


def test_questions_and_anchors_fit_their_room() -> None:
    for question in QUESTIONS.values():
        assert re.fullmatch(r"[A-Z].{15,79}\?", question.question), question
        for anchor in question.anchors:
            assert 3 <= len(words(anchor)) <= 15, anchor
            assert re.fullmatch(r"[A-Z1-9].*[^.?!]", anchor), anchor


def test_no_text_serves_twice_or_nearly() -> None:
    from rapidfuzz import fuzz

    for name, texts, most in (
        ("anchors", ANCHORS, 72),
        ("questions", [q.question for q in QUESTIONS.values()], 82),
    ):
        for one, other in combinations(texts, 2):
            assert fuzz.token_sort_ratio(one.lower(), other.lower()) < most, (name, one, other)
    for item in ITEMS.values():
        assert max(fuzz.token_sort_ratio(item.text.lower(), a.lower()) for a in ANCHORS) < 75, item


def test_nobody_is_cast_in_a_part() -> None:
    cast = {
        "he", "she", "him", "her", "his", "hers", "man", "men", "woman", "women", "boy", "boys",
        "girl", "girls", "mother", "father", "husband", "wife", "housewife", "lady", "ladies",
        "guys", "gentleman", "fireman", "policeman", "salesman", "waitress", "stewardess",
    }  # fmt: skip
    for text in [*(item.text for item in ITEMS.values()), *ANCHORS]:
        assert not cast & set(words(text)), text


def test_it_says_what_it_is_not() -> None:
    assert "Not yet validated" in NOT_VALIDATED
    assert "not an O*NET instrument" in NOT_VALIDATED


def test_nothing_is_taken_from_the_official_anchors_and_definitions(releases: Path) -> None:
    from python_calamine import CalamineWorkbook
    from rapidfuzz import fuzz

    official: list[str] = []
    for name, column in (
        ("Level Scale Anchors", "Anchor Description"),
        ("Content Model Reference", "Description"),
    ):
        book = CalamineWorkbook.from_path(releases / "onet" / "30.1" / f"{name}.xlsx")
        head, *rows = book.get_sheet_by_index(0).to_python()
        official += [str(row[head.index(column)]) for row in rows]
    assert len(official) > 900
    runs = {
        n: {tuple(w[i : i + n]) for w in map(words, official) for i in range(len(w) - n + 1)}
        for n in range(1, 9)
    }
    assert longest_shared_run(f"So {max(official, key=len)}", runs) >= 5, "the measure sees a copy"
    for text in [
        *ANCHORS,
        *(question.question for question in QUESTIONS.values()),
        *(item.text for item in ITEMS.values()),
    ]:
        assert longest_shared_run(text, runs) < 5, text
        assert max(fuzz.token_sort_ratio(text.lower(), o.lower()) for o in official) < 75, text


def broken(tmp_path: Path, old: str, new: str) -> Path:
    for name in ("inventory/items-2.csv", "self_rating/anchors.csv"):
        target = tmp_path / name
        target.parent.mkdir()
        text = (resources() / name).read_text(encoding="utf-8")
        target.write_text(text.replace(old, new), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("R12,R,", "R12,X,", "line 3: scale is 'X'"),
        ("R12,R,mechanics,4-5,no,", "R12,R,mechanics,4-5,maybe,", "line 3: short is 'maybe'"),
        ("R12,R,mechanics,4-5,no,2,", "R12,R,mechanics,4-5,no,27,", "order60 is '27'"),
        ("R12,R,", "R11,R,", "item R11 twice"),
        ("R12,R,", "R12,I,", "9 items for Realistic"),
        ("id,scale", "key,scale", "has the columns key"),
        ("Build a test engine for a new truck.", "", "line 3: text is ''"),
        ("Build a test engine for a new truck.", "Build,more", "line 3: row"),
    ],
)
def test_a_damaged_inventory_says_where(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(UserError) as refused:
        inventory_form("long", broken(tmp_path, old, new))
    assert said in str(refused.value)


def test_a_damaged_question_file_says_where(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"anchors\.csv, line 3: element is '2\.A\.1\.a'"):
        rating_questions(broken(tmp_path, "2.A.1.b,", "2.A.1.a,"))
    with pytest.raises(UserError, match="cannot be read"):
        rating_questions(tmp_path / "nowhere")
    (tmp_path / "self_rating" / "anchors.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match="cannot be read"):
        rating_questions(tmp_path)
