"""The Profile's block on getting in: job zone, the usual way, what those in the job say."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counselor_app.charts.lists import education_items, needed_items
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import capitalised, sample_words, told, value_words
from counselor_app.domain.occupation.handbook import licence_phrase
from counselor_app.domain.occupation.preparation import license_line
from counselor_app.domain.occupation.profile_words import shared_projection
from counselor_app.domain.occupation.requirements import ZONE_TIME, ZONE_WORDS
from counselor_app.domain.occupation.schooling import rated_figure, raters_answer, share_words
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.charts.bar_list import BarList
from counselor_app.ui.charts.meter import Meter
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.parts.fact_rows import FactRows
from counselor_app.ui.parts.text import LinkLabel

ZONES = 5
_ZONE = pgettext("figure", "Job zone")
_CLIENTS_ZONE = pgettext("figure", "Preparation")
OTHER_NEEDS = (
    ("RW", pgettext("heading", "Related experience")),
    ("PT", _("Training at the workplace")),
    ("OJ", _("Training on the job")),
)


def add_getting_in(page: Page, side: QVBoxLayout, sheet: Sheet) -> None:
    """Fill ``side`` with everything the pack has on how one gets into the job."""
    zone = sheet.figures["job_zone"]
    side.addWidget(page.heading(pgettext("heading", "Getting in"), zone, _dated(zone)))
    side.addWidget(_zone(page, zone))
    side.addSpacing(page.theme.px(4))
    _add_usual_way(page, side, sheet)
    _add_answers(page, side, sheet)


def _zone(page: Page, zone: Figure) -> QWidget:
    if zone.number is None:
        return page.figure(zone, joined((_ZONE, value_words(zone)), ": "), _ZONE, role="body")
    level = int(zone.number)
    time = ZONE_TIME.get(level, ZONE_WORDS.get(level, ""))
    text: str = _("Zone {level} of {most}: {time}", level=level, most=ZONES, time=time)
    if page.client_view:
        text = capitalised(time)
        return page.wired(Meter(zone, level, ZONES, text, page.theme, _CLIENTS_ZONE))
    return page.wired(Meter(zone, level, ZONES, text, page.theme, _ZONE))


def _caption(page: Page, words: str, figure: Figure) -> QWidget:
    """A line over a part of the block, with the part's own source."""
    source = figure.source.label if figure.source.kind == "ep" else _dated(figure)
    return page.heading(words, figure, source, small=True)


def _dated(figure: Figure) -> str:
    """A figure's source and vintage."""
    return joined((figure.source.label, figure.vintage), ", ")


def _add_usual_way(page: Page, side: QVBoxLayout, sheet: Sheet) -> None:
    outlook = sheet.outlook
    found = raters_answer(sheet)
    if found is not None:
        figure = rated_figure(sheet, found)
        words = _(
            "{education}, say {share}",
            education=capitalised(found.words), share=share_words(sheet, found),
        )  # fmt: skip
        side.addWidget(page.figure(figure, words, _("Education a newcomer needs"), bold=True))
    head = told(_("The usual way in"), outlook.education)
    side.addWidget(_caption(page, head, outlook.education))
    parts = (
        (pgettext("fact", "Education"), outlook.education),
        (pgettext("fact", "Experience"), outlook.experience),
        (pgettext("fact", "Training"), outlook.training),
    )
    facts = [(name, capitalised(value_words(f)), f) for name, f in parts]
    side.addWidget(page.wired(FactRows(facts, page.theme, _("The usual way in"))))
    if license_line(sheet):
        said = joined((capitalised(licence_phrase(sheet.handbook)), "."), "")
        side.addWidget(page.prose(said, role="caption", tone="text2"))
    shared = shared_projection(sheet.occupation)
    if shared and not page.client_view:  # the heads over the rows name the group without its code
        side.addWidget(page.prose(shared, role="caption", tone="text2"))


def _add_answers(page: Page, side: QVBoxLayout, sheet: Sheet) -> None:
    """What job holders or experts say a newcomer needs."""
    side.addSpacing(page.theme.px(4))
    asked = sheet.requirements.get("RL", ())
    if not asked:
        words = _("What people in the job say a newcomer needs: not in this pack for this job.")
        side.addWidget(page.prose(words, role="caption", tone="text2"))
        return
    first = asked[0].figure
    asked_words = _("What {who} say a newcomer needs", who=sample_words(first))
    side.addWidget(_caption(page, asked_words, first))
    side.addWidget(page.wired(BarList(education_items(asked), page.theme)))
    named = [
        (name, sheet.requirements[scale][0])
        for scale, name in OTHER_NEEDS
        if sheet.requirements.get(scale)
    ]
    if named:
        side.addSpacing(page.theme.px(4))
        most = _("Experience and training they name most")
        side.addWidget(_caption(page, most, named[0][1].figure))
        side.addWidget(page.wired(BarList(needed_items(named), page.theme)))
        side.addWidget(_every_answer(page, sheet))


def _every_answer(page: Page, sheet: Sheet) -> QWidget:
    """A link that gives way to all answers about experience and training, each with its share."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    link = LinkLabel(_("Every answer on experience and training"), page.theme)
    column.addWidget(link)

    def expand() -> None:
        link.hide()
        for scale, name in OTHER_NEEDS:
            answers = sheet.requirements.get(scale, ())
            if answers:
                column.addWidget(_caption(page, name, answers[0].figure))
                bars = page.wired(BarList(education_items(answers), page.theme))
                column.addWidget(bars)
        first = whole.findChild(BarList)
        if first is not None:
            first.setFocus()

    link.clicked.connect(expand)
    return whole
