"""What a fit is said to mean: by rule, in plain words, and never more than the scores carry."""

from __future__ import annotations

import pytest

from counselor_app.domain.fit import findings
from counselor_app.domain.fit.fit import FitResult, fit, rank_occupations
from counselor_app.domain.fit.instruments import instrument_named, parse_scores
from counselor_app.domain.fit.tiers import redraw
from counselor_app.domain.fit.words import NO_TIER, client_sentence, shapes_sentence
from counselor_app.domain.occupation.interests import InterestProfile

JOB = InterestProfile("1", "Clerks", (1.97, 1.63, 1.0, 3.77, 5.08, 6.32), "CES")


def found(scores: str, instrument: str | None = None) -> FitResult:
    client = parse_scores(scores, instrument_named(instrument) if instrument else None)
    return fit(client, JOB, rank_occupations(client, [JOB]))


@pytest.mark.parametrize(
    ("scores", "shape", "means"),
    [
        ("8,14,10,22,25,33", "Highs and lows agree", "Worth a closer look"),
        ("20,14,10,30,15,25", "Partly alike", "Worth a conversation"),
        ("25,14,30,28,25,20", "Little in common", "No reason to rule it out"),
        ("33,25,30,14,10,5", "Near opposites", "No reason to rule it out"),
        ("20,20,20,20,20,20", "", "A place to start"),
        ("CES", "", "A place to start"),
    ],
)
def test_words_follow_the_correlation(scores: str, shape: str, means: str) -> None:
    one = found(scores)
    assert findings.shape_finding(one) == shape
    assert findings.meaning(one)[0] == means


@pytest.mark.parametrize(
    ("scores", "instrument", "words"),
    [
        ("2,9,18,20,29,40", "sds", "C-E-S, error not known"),
        ("0,9,10,22,31,40", "ip-short", "C-E-S, clear of ties"),
        ("0,8,8,22,31,40", "ip-short", "C-E-S, clear of ties"),
        ("0,0,0,19,22,40", "ip-short", "C-E-S or C-S-E: a tie"),
        ("8,14,10,22,25,33", "ip-short", "C or E first: a tie"),
        ("33,9,10,0,2,1", "ip-short", "R, then A, I or E: a tie"),
        ("33,24,15,14,13,0", "ip-short", "R-I, then A, S or E: a tie"),
        ("20,21,20,20,20,20", "ip-short", "All six tie"),
        ("SEC", "holland", "Code S-E-C"),
    ],
)
def test_a_code_is_as_sure_as_its_scores(scores: str, instrument: str, words: str) -> None:
    assert findings.codes_finding(found(scores, instrument).client) == words


def test_every_tied_code_is_listed_once() -> None:
    said = findings.every_code(found("8,14,10,22,25,33").client)
    assert said == "With ties your code could be CES, CEI, CSE, ECS or ECI."
    assert "any three of the six" in findings.every_code(found("20,20,20,20,20,20").client)


JOBS = [
    JOB,
    InterestProfile("2", "Makers", (6.9, 5.0, 5.1, 2.0, 1.5, 1.0), "RAI"),
    *(
        InterestProfile(f"x{n}", f"Other {n}", (2.0 + n % 5, 4.0, 6.0 - n % 3, 3.0, 2.0, 1.5), "A")
        for n in range(28)
    ),
]


@pytest.mark.parametrize(
    ("scores", "tier"),
    [
        ("8,14,10,22,25,33", "very likely to be"),
        ("20,14,10,30,15,25", "likely to be"),
        ("33,25,30,14,10,5", "less likely to be"),
    ],
)
def test_the_client_reads_a_tier_and_no_statistics(scores: str, tier: str) -> None:
    client = parse_scores(scores, None)
    redraws = redraw(client, JOBS)
    assert redraws is not None
    one = fit(client, JOB, rank_occupations(client, JOBS), sure=redraws.sure("1"))
    for said in (client_sentence(one), findings.lead(one)):
        assert tier in said
        assert "among the tenth of jobs closest to your interests" in said
        assert not any(sign.isdigit() for sign in said)
        assert " r " not in said


def test_without_a_tier_the_client_reads_why() -> None:
    assert "no match can be computed" in client_sentence(found("CES"))
    assert client_sentence(found("2,9,18,20,29,40", "sds")) == NO_TIER
    assert "any order would be chance" in client_sentence(found("20,20,20,20,20,21"))


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ("8,14,10,22,25,33",
         "Both Mia and this job are high on keeping things in order and leading and selling."),
        ("33,25,30,14,10,5",
         "The job asks for more of keeping things in order than Mia’s answers do. The job asks for"
         " less of creating than Mia’s answers do."),
    ],
)  # fmt: skip
def test_where_client_and_job_meet_is_said_in_plain_names(scores: str, said: str) -> None:
    assert said in (shapes_sentence(found(scores).parts, "Mia", "Mia’s") or "")
    assert shapes_sentence((), "Mia", "Mia’s") is None


def test_what_is_said_to_the_client_is_read_at_grade_eight() -> None:
    import textstat

    clients = ("8,14,10,22,25,33", "20,14,10,30,15,25", "33,25,30,14,10,5", "CES")
    said = [findings.meaning(found(scores))[1] for scores in clients]
    for text in (*said, findings.NOT_MEANT, findings.meaning(None)[1]):
        assert textstat.flesch_kincaid_grade(text) <= 8, text
