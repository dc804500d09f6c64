"""Where the data come from, and under which licenses."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counselor_app.domain.figures.attribution import LICENSE_ASKS, onet_attribution
from counselor_app.domain.figures.provenance import Source
from counselor_app.language import _, joined, pgettext
from counselor_app.store.listing import sources
from counselor_app.store.reference import Pack
from counselor_app.store.translations import readers
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme


class SourcesDialog(Dialog):
    """Every source of the pack with release, publisher, coverage, license and address."""

    def __init__(self, pack: Pack, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(_("Sources and licenses"), theme, parent, width=760, height=760)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.px(12), 0)
        column.setSpacing(theme.px(18))
        sentence = onet_attribution(sources(pack), subject="page")
        if sentence:
            asks = LICENSE_ASKS if theme.tongue != "en" else ""
            column.addWidget(Prose(joined((asks, sentence)), theme, role="body"))
        column.addWidget(
            Prose(
                _(
                    "Figures of the U.S. Bureau of Labor Statistics, the Bureau of Economic"
                    " Analysis and the National Center for Education Statistics are in the public"
                    " domain. None of them has reviewed this program. Every figure names its own"
                    " source: point at it, or press F1."
                ),
                theme,
                role="body",
            )
        )
        for sentence in readers(pack):
            column.addWidget(Prose(sentence, theme, role="body"))
        for source in sources(pack):
            column.addWidget(_SourceBlock(source, theme))
        column.addStretch(1)
        self.area = self.scrolled(body, pgettext("part of the window", "Sources"))
        self.close_button.setFocus()


class _SourceBlock(QWidget):
    """One source: its name, then what is known of it."""

    def __init__(self, source: Source, theme: Theme) -> None:
        super().__init__()
        lines = [
            (pgettext("label", "Released"), source.released),
            (pgettext("label", "Publisher"), source.publisher),
            (pgettext("label", "Covers"), source.note),
            (pgettext("label", "License"), source.licence),
            (pgettext("label", "Address"), source.url),
        ]
        lines = [(label, text) for label, text in lines if text]
        self.setAccessibleName(theme.say(source.programme))
        said = joined((joined(line, ": ") for line in lines), ". ")
        self.setAccessibleDescription(theme.say(said))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnStretch(1, 1)
        name = joined((source.programme, source.release))
        grid.addWidget(Prose(name, theme, role="heading"), 0, 0, 1, 2)
        for row, (label, text) in enumerate(lines, start=1):
            heading = Prose(label, theme, role="row", tone="text2", wrap=False)
            grid.addWidget(heading, row, 0, Qt.AlignmentFlag.AlignTop)
            words = Prose(text, theme, role="row")
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(words, row, 1)
