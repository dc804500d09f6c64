"""What the numbered notes of a handout say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from counselor_app.domain.figures.wording import listed
from counselor_app.domain.fit.compare import basis_notes
from counselor_app.domain.fit.fit import BandEdition
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.words import edition_words
from counselor_app.domain.occupation.preparation import LICENSE_NOTE
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.reports.fit_notes import release, same_twice, scores_note
from counselor_app.reports.parts import day_words


def handout_notes(
    sheets: Sequence[Sheet], scores: ClientScores | None, edition: BandEdition
) -> Mapping[str, Callable[[], tuple[str, str]]]:
    """For each source a function giving its note, in one wording."""
    texts = {"words": next((sheet.words.dated for sheet in sheets if sheet.words), "")}
    if scores is not None:
        taken = f", taken {day_words(scores.date)}" if scores.date else ""
        texts["scores"] = f"{scores_note(scores)}{taken}"
    if sheets:
        first = sheets[0]
        zones = [s.figures["job_zone"].source.label for s in sheets]
        codes = [s.interests.letters.source.label for s in sheets]
        where = ["United States", *(row.place for row in first.places[:1])]
        wages = f"{release(first.nation.median().source, 'Wages')}, {listed(where)}"
        notes = basis_notes(sheets, [sheet.nation for sheet in sheets])
        texts["pay"] = ". ".join((wages, *notes)).removesuffix(".")
        projections = release(first.outlook.base.source, "Projections")
        texts["education"] = f"{projections}. {LICENSE_NOTE}"
        texts["zones"] = f"{', '.join(dict.fromkeys(zones))} job zones"
        texts["fit"] = (
            f"Correlation of six interests with {', '.join(dict.fromkeys(codes))};"
            f" {edition_words(edition)}"
        )
    return same_twice(texts)
