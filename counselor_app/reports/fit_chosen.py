"""The chosen occupations of a fit report, one block each."""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.charts import hexagon
from counselor_app.domain.figures.wording import correlation_words, number
from counselor_app.domain.fit.words import (
    band_words,
    carrying_sentence,
    codes_sentence,
    stability_sentence,
)
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.session.client import ClientView
from counselor_app.reports.fit_blocks import ChosenBlock
from counselor_app.reports.fit_page import parts_block
from counselor_app.reports.key_facts import key_facts
from counselor_app.reports.parts import Notes, Run, Text, plain


def chosen_blocks(
    view: ClientView, sheets: Sequence[Sheet], notes: Notes
) -> tuple[ChosenBlock, ...]:
    """Each occupation with what carries or costs the fit."""
    return tuple(_chosen(view, sheet, notes) for sheet in sheets)


def _chosen(view: ClientView, sheet: Sheet, notes: Notes) -> ChosenBlock:
    found = view.fit(sheet)
    assert found is not None  # the client has scores or a code
    spec = hexagon(sheet.interests, found.client)
    lines: list[Text] = []
    # Why nothing can be ranked at all is said on the first page, once.
    fit: Text = plain(found.no_match) if view.ranking else ()
    if found.match is not None and found.place is not None:
        band = band_words(found.match.band, found.edition)
        place = f", rank {number(found.match.rank)} of {number(found.place.of)}"
        fit = (
            Run(f"r {correlation_words(found.match.r)}, {band}", "bold", notes.mark("r")),
            Run(place),
        )
        stability = view.stability(found)
        if stability is not None:
            lines.append(plain(stability_sentence(stability, found), notes.mark("scores")))
        lines.append(plain(carrying_sentence(found.parts)))
    if found.client.scores and not view.ranking:  # equal scores: a code from them says nothing
        code = found.congruence.occupation_code
        lines.append(plain(f"This job’s code is {code}.", notes.mark("interests")) if code else ())
    else:
        lines.append(plain(codes_sentence(found.congruence), notes.mark("codes")))
    return ChosenBlock(
        title=sheet.occupation.title,
        code=sheet.occupation.code,
        facts=key_facts(sheet, notes),
        fit=fit,
        lines=tuple(lines),
        chart=spec if spec.drawn is not None else None,
        parts=parts_block(found, None) if found.parts else None,
    )
