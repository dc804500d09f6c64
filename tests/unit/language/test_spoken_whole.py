"""What is told of a job is made of messages: a sentence glued together would stay English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import pytest

from counselor_app import charts
from counselor_app.domain.figures.wording import source_lines, value_words
from counselor_app.domain.occupation import findings, outlook_words, pay_words, profile_words
from counselor_app.domain.occupation.figure_names import figure_name
from counselor_app.domain.occupation.rules import stands_out
from counselor_app.domain.occupation.schooling import entry_finding, usual_way
from counselor_app.domain.occupation.sectors import sectors_finding, states_sentence, where_sentence
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language.said import Said
from counselor_app.store.landscape import landscape
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

TEXAS = "4800000"
# A job that stands alone, a group's pay, pay of a school year, no pay at all.
JOBS = ("43-4051", "29-1141.03", "25-2031", "55-1013")

SENTENCES: Mapping[str, Callable[[Sheet], object]] = {
    "pay": lambda s: (findings.pay_finding(s.nation), pay_words.pay_sentences(s.wages, "annual")),
    "shared": lambda s: (
        pay_words.shared_wage(s.occupation), profile_words.shared_projection(s.occupation),
    ),
    "outlook": lambda s: (
        findings.outlook_finding(s.outlook), findings.outlook_sentence(s.outlook),
        findings.against_all_jobs(s.outlook), outlook_words.openings_title(s.outlook),
        outlook_words.two_counts(s), findings.exposure_finding(s),
    ),
    "skills": lambda s: (
        findings.skills_finding(s), findings.stand_out(s), findings.what_they_do(s),
        findings.interests_finding(s), findings.suits(s),
    ),
    "way in": lambda s: (entry_finding(s), usual_way(s), profile_words.programs_words(s.programs)),
    "where": lambda s: (where_sentence(s), sectors_finding(s), states_sentence(s)),
    "related": lambda s: findings.related_finding(s, s.related),
    "charts": lambda s: tuple(
        spec.sentence
        for spec in (
            charts.pay_chart(s.wages, "annual", target=50_000.0),
            charts.employment_bars(s.outlook), charts.openings_steps(s.outlook),
            charts.strips(s.exposure), charts.hexagon(s.interests),
            charts.education_bars(s.requirements.get("RL", ())),
            charts.industry_bars(s.industries), charts.tile_map(s.states, "pay"),
        )
        if spec is not None
    ),
}  # fmt: skip


def glued(value: object) -> Iterator[str]:
    """Texts that are no message; what stands in a message's places may be a name."""
    if isinstance(value, str):
        if not isinstance(value, Said) and re.search("[A-Za-z]{2}", value):
            yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from glued(one)


@pytest.mark.parametrize("code", JOBS)
def test_every_sentence_on_a_job_is_a_message(pack: Pack, code: str) -> None:
    sheet = read_sheet(pack, code, (TEXAS,))
    found = {name: [*glued(sentences(sheet))] for name, sentences in SENTENCES.items()}
    assert {name: texts for name, texts in found.items() if texts} == {}
    rules = [said.bare for said in stands_out(sheet, landscape(pack))]
    assert [*glued(rules)] == []


def test_what_a_figure_says_of_itself_is_a_message(pack: Pack) -> None:
    sheet = read_sheet(pack, "29-1141.03", (TEXAS,))
    for figure in (*sheet.wages[1].figures.values(), sheet.outlook.change, sheet.outlook.education):
        assert isinstance(figure_name(figure), Said)
        assert figure.number is not None or isinstance(value_words(figure), Said)
        assert all(isinstance(label, Said) for label, _text in source_lines(figure))
