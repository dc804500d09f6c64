"""Work styles: scores of two statements, levels of jobs, prompts (METHODS 6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.client_texts import style_statements
from counselor_app.domain.figures.provenance import Placement
from counselor_app.domain.session.styles import (
    EDITION,
    JobStyle,
    Statement,
    StyleAnswers,
    calls_for_words,
    checked,
    level,
    little_called_words,
    no_score_words,
    prompts,
    style_score,
    style_scores,
)
from counselor_app.errors import UserError
from counselor_app.store.reference import Pack

SERVICE, RETAIL, NURSE = "43-4051.00", "41-2011.00", "29-1141.00"
STATEMENTS = style_statements()
EVERY = sorted({statement.element for statement in STATEMENTS})


def job(pack: Pack, code: str) -> list[JobStyle]:
    return [
        JobStyle(element, name, impact, int(rank or 0), Placement(below, equal, of))
        for element, name, impact, below, equal, of, rank in pack.connection.execute(
            "SELECT w.element, e.name, w.value, w.below, w.equal, w.of, d.value FROM rating w"
            " JOIN element e ON e.id = w.element LEFT JOIN rating d ON d.code = w.code"
            " AND d.element = w.element AND d.scale = 'DR' WHERE w.code = ? AND w.scale = 'WI'"
            " ORDER BY w.element",
            (code,),
        )
    ]


def test_levels() -> None:
    wi = (-0.01, 0, 0.74, 0.75, 1.49, 1.5, 2.24, 2.25, 3)
    assert [level(x) for x in wi] == [1, 2, 2, 3, 3, 4, 4, 5, 5]


@pytest.mark.parametrize(
    ("code", "name", "impact", "expected", "percentile", "more_than", "rank"),
    [
        (RETAIL, "Dependability", 2.3, 5, 31.8, 29.6, 2),
        (SERVICE, "Self-Control", 2.38, 5, 91.3, 90.7, 3),
        (SERVICE, "Innovation", -0.34, 1, 19.1, 18.1, 0),
        (NURSE, "Attention to Detail", 3.0, 5, 93.0, 86.0, 0),
        (NURSE, "Humility", 1.28, 3, 94.2, 93.6, 0),
        (RETAIL, "Optimism", 1.46, 3, 80.9, 80.5, 0),
    ],
)
def test_what_a_job_calls_for(
    pack: Pack, code: str, name: str, impact: float, expected: int, percentile: float,
    more_than: float, rank: int,
) -> None:  # fmt: skip
    (style,) = (style for style in job(pack, code) if style.name == name)
    assert (style.impact, style.level, style.distinct_rank) == (impact, expected, rank)
    assert style.place is not None
    assert style.place.percentile == pytest.approx(percentile, abs=0.05)
    assert 100 * style.place.below / style.place.of == pytest.approx(more_than, abs=0.05)


@pytest.mark.parametrize(
    ("first", "second", "turned", "score", "reason"),
    [
        (5, 1, True, 5.0, None),
        (4, 3, True, 3.5, None),
        (2, 4, True, 2.0, None),
        (5, 5, True, None, "answers differ"),
        (1, 2, False, 1.5, None),
        (3, None, True, None, "left out"),
        (4, 5, True, None, "answers differ"),
    ],
)
def test_scores(
    first: int | None, second: int | None, turned: bool, score: float | None, reason: str | None
) -> None:
    found = style_score(first, second, second_reversed=turned)
    assert (found.score, found.reason) == (score, reason)
    assert (no_score_words(found) is None) == (score is not None)


@pytest.mark.parametrize(
    ("code", "others", "rest", "calls_for", "little"),
    [
        (SERVICE, {}, 3.5, [], []),
        (SERVICE, {"1.D.1.a": 5, "1.D.1.i": 4.5, "1.D.2.c": 2, "1.D.2.e": 2.5, "1.D.4.a": 2,
                   "1.D.4.b": 1.5}, 3.5,
         ["Empathy", "Self-Control", "Stress Tolerance"],
         ["Innovation", "Leadership Orientation"]),
        (RETAIL, {"1.D.1.h": 4.5, "1.D.3.a": None, "1.D.3.c": 2, "1.D.3.d": 1.5}, 3.5,
         ["Integrity", "Dependability"], ["Perseverance"]),
        (NURSE, {}, 1.0, ["Sincerity", "Adaptability", "Perseverance"], []),
        (SERVICE, {}, 5.0, [],
         ["Innovation", "Intellectual Curiosity", "Leadership Orientation"]),
    ],
)  # fmt: skip
def test_what_to_talk_about(
    pack: Pack, code: str, others: dict[str, float | None], rest: float, calls_for: list[str],
    little: list[str],
) -> None:  # fmt: skip
    scores: dict[str, float | None] = {**dict.fromkeys(EVERY, rest), **others}
    found = prompts(scores, job(pack, code))
    assert [style.name for style in found.calls_for] == calls_for
    assert [style.name for style in found.little_called_for] == little


def test_prompts_ask_and_judge_nobody() -> None:
    said = (calls_for_words("Empathy"), little_called_words("Innovation"))
    assert said[0].startswith("This job calls for Empathy.")
    assert all(words.endswith("?") for words in said)
    texts = " ".join([*said, *(statement.text for statement in STATEMENTS)]).lower()
    assert not any(word in texts for word in ("neurotic", "weak", "unsuited"))


@given(
    st.dictionaries(st.sampled_from(EVERY), st.one_of(st.none(), st.integers(2, 10))),
    st.lists(
        st.tuples(st.sampled_from(EVERY), st.floats(-3, 3), st.integers(0, 10)),
        unique_by=lambda row: row[0],
    ),
)
def test_prompts_against_a_slow_oracle(
    halves: dict[str, int | None], rows: list[tuple[str, float, int]]
) -> None:
    scores = {element: half and half / 2 for element, half in halves.items()}
    styles = [JobStyle(element, element, impact, rank) for element, impact, rank in rows]
    found = prompts(scores, styles)
    calls = {s.element for s in styles if (own := scores.get(s.element)) and s.level - own >= 2
             and own <= 2 and s.level >= 4}  # fmt: skip
    little = {s.element for s in styles if (own := scores.get(s.element)) and own - s.level >= 2
              and own >= 4 and s.level <= 2}  # fmt: skip
    for shown, every in ((found.calls_for, calls), (found.little_called_for, little)):
        assert {s.element for s in shown} <= every
        assert len(shown) == min(3, len(every))
        ranks = [s.distinct_rank or 99 for s in shown]
        assert ranks == sorted(ranks)


def test_answers_of_another_edition_or_unknown_ones_are_kept_and_not_scored() -> None:
    with pytest.raises(UserError, match="edition 0"):
        style_scores(StyleAnswers({STATEMENTS[0].id: 3}, edition="0"), STATEMENTS)
    with pytest.raises(UserError, match="no statement on work styles"):
        style_scores(StyleAnswers({"x": 3}), STATEMENTS)
    for value in (0, 6, True, 2.5):
        with pytest.raises(UserError, match="whole number from 1"):
            StyleAnswers({STATEMENTS[0].id: value})  # type: ignore[dict-item]


def test_a_style_has_two_statements_and_no_third() -> None:
    third = Statement("1.D.1.a-3", "1.D.1.a", "Innovation", False, "I like it.")
    with pytest.raises(UserError, match=r"1\.D\.1\.a: expected two"):
        checked([*STATEMENTS, third])
    with pytest.raises(UserError, match="twice"):
        checked([*STATEMENTS, STATEMENTS[0]])


def test_all_statements_make_all_scores() -> None:
    given = {statement.id: 2 if statement.reversed else 4 for statement in STATEMENTS}
    found = style_scores(StyleAnswers(given), STATEMENTS)
    assert set(found) == set(EVERY)
    assert {score.score for score in found.values()} == {4.0}
    del given[STATEMENTS[0].id]
    assert style_scores(StyleAnswers(given, EDITION), STATEMENTS)["1.D.1.a"].reason == "left out"
