"""Scroll areas with bars that take little room: the one place where a style sheet is used."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget

from counselor_app.ui.style.theme import Theme


def thin_bars(area: QAbstractScrollArea, theme: Theme) -> None:
    """Give ``area`` thin, plain scroll bars in the theme's colors."""
    handle, hover = theme.tokens.edge.name(), theme.tokens.text2.name()
    sheet = f"""
        QScrollBar {{ background: transparent; width: 12px; height: 12px; margin: 0; }}
        QScrollBar::handle {{ background: {handle}; border-radius: 3px; margin: 3px;
                              min-height: 32px; min-width: 32px; }}
        QScrollBar::handle:hover {{ background: {hover}; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
    for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
        bar.setStyleSheet(sheet)


def scrolled(widget: QWidget, name: str, theme: Theme) -> QScrollArea:
    """``widget`` in a scroll area without a frame; ``name`` is spoken."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setAccessibleName(theme.say(name))
    area.setWidget(widget)
    thin_bars(area, theme)
    return area
