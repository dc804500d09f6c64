"""The facts under a pane's title: pay, change, openings, the usual way in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from counselor_app.domain.figures import wording
from counselor_app.domain.figures.wording import whose
from counselor_app.domain.occupation.findings import CASE_TITLES
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.domain.occupation.preparation import TRAINING_WORDS
from counselor_app.domain.occupation.schooling import rated_figure, raters_answer, share_words
from counselor_app.domain.occupation.wages import ordinal
from counselor_app.domain.session.client import fit_figure, fit_words
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.parts.control import follow_width
from counselor_app.ui.parts.heard import Value
from counselor_app.ui.parts.source import Mark, SourceWidget
from counselor_app.ui.style.drawing import Lines, break_lines, draw_lines
from counselor_app.ui.style.theme import Theme

if TYPE_CHECKING:
    from counselor_app.domain.figures.provenance import Figure
    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.domain.occupation.wages import WageRow
    from counselor_app.domain.session.client import ClientView

_MEDIAN = pgettext("under a figure", "median, nation")
_ROW_GAP = 10
_WIDEST, _NARROW = 320, 210
_WORD = 4  # between a value in a line and the words beside it
_BETWEEN, _ROW = 22, 6  # between facts in a line, and lines
_LINE, _FIRST = 660, 3  # a narrower line is broken after the first three: both panes' stay level


@dataclass(frozen=True, slots=True)
class Fact:
    """What it is called, its figure, what is printed, and a note under it; in a line of facts the
    words ``before`` and ``after`` it instead.
    """

    label: str
    figure: Figure
    words: str
    note: str
    before: str = ""
    after: str = ""


class _Laid(NamedTuple):
    """A fact, where it lies, its value broken into lines, and where the value begins."""

    fact: Fact
    box: QRectF
    lines: Lines
    at: QPointF


def key_facts(
    sheet: Sheet, client: ClientView | None = None, *, short: bool = False, home: str = ""
) -> tuple[Fact, ...]:
    """Label, figure, printed words and note of the facts under the title; ``short`` notes.

    Pay is that of the ``home`` area where it is published, the nation's with it; with a client's
    scores the fit comes last.
    """
    figures, outlook = sheet.figures, sheet.outlook
    pay, unit = _pay_fact(sheet.nation)
    title, vintage, paid = pgettext("fact", "Median pay"), pay.vintage, unit
    at_home = next((row for row in sheet.places if row.place_code == home), None)
    if at_home is not None and (there := _pay_fact(at_home))[0].number is not None:
        nation = wording.value_words(pay)
        pay, unit = there
        paid = _("{unit} in {place}", unit=unit, place=in_place(at_home.place))
        title = _("Median pay in {place}", place=in_place(at_home.place))
        vintage = vintage if short else _("{vintage}; nation {pay}", vintage=vintage, pay=nation)
    years = outlook.change_pct.source.release or f"{outlook.base_year}–{outlook.target_year}"
    change_note = years
    every = outlook.all_jobs_change_pct
    if every.number is not None and not short:
        all_jobs = wording.value_words(every)
        change_note = _("{years}; all jobs {change}", years=years, change=all_jobs)
    rank = ""
    if outlook.openings_rank is not None:
        rank = _rank(*outlook.openings_rank, short=short)
    change, openings, way_in = outlook.change_pct, outlook.openings, outlook.education
    then = "" if short else _then(figures["training.entry"])
    education, named = _short_education(way_in), raters_answer(sheet)
    if named is not None:
        way_in, share = rated_figure(sheet, named), share_words(sheet, named)
        then = _("say {share}; group: {education}", share=share, education=education)
        education = named.short
    facts = (
        Fact(title, pay, wording.value_words(pay), joined((unit, vintage), ", "), after=paid),
        Fact(pgettext("fact", "Ten-year change"), change, wording.value_words(change), change_note,
             before=CASE_TITLES[outlook.case] if outlook.case != "unknown" else ""),
        Fact(_("Openings a year"), openings, wording.value_words(openings), rank,
             after=_("openings a year")),
        Fact(_("Usual way in"), way_in, education, then),
    )  # fmt: skip
    found = client.fit(sheet) if client else None
    if client is None or found is None:
        return facts
    words, note = fit_words(found, short=short)
    called = client.client.called
    label = (
        pgettext("fact", "Fit, {client}", client=called)
        if short
        else _("Fit with {client}", client=called)
    )
    fit = pgettext("before a tier", "Fit:")
    return (*facts, Fact(label, fit_figure(client.client, found, sheet), words, note, before=fit))


def _pay_fact(row: WageRow) -> tuple[Figure, str]:
    """The median pay of an area by the year, else by the hour, and its unit in words."""
    annual, hourly = row.median("annual"), row.median("hourly")
    pay = hourly if annual.value is None and hourly.value is not None else annual
    unit = wording.UNIT_WORDS[pay.unit] if pay.number is not None else _MEDIAN
    if pay.number is not None and not row.full_year:
        unit = pgettext("unit", "{unit} only", unit=unit)
    return pay, unit


def facts_of(sheet: Sheet, *, short: bool = False) -> str:
    """Of whom the key facts are where they are not the job's own; "" where they are.

    ``short`` keeps to one line, for a window with little height.
    """
    figures = (sheet.nation.median(), sheet.nation.employment, sheet.outlook.base)
    group = whose(*figures)
    if short and group:
        titles = dict.fromkeys(figure.group.title for figure in figures if figure.group)
        return pgettext("of whom", "Figures: {groups}", groups=joined(titles, "; "))
    asked = raters_answer(sheet) is not None  # then the way in is what those asked about it say
    facts = _("Pay and outlook") if asked else _("Pay, outlook and usual way in")
    return joined((facts, group), ": ") if group else ""


class KeyFacts(SourceWidget):
    """The facts side by side with hairlines between; they wrap when narrow.

    One painted widget, because it is filled again with each occupation. The arrow keys go from
    figure to figure.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, pgettext("part of the window", "Key facts"), parent)
        self._facts: tuple[Fact, ...] = ()
        self._large = self._notes = True
        self._one_row = self._inline = False
        self._placed: dict[tuple[int, bool], list[_Laid]] = {}
        follow_width(self)

    def restyle(self) -> None:
        self._placed.clear()
        super().restyle()

    def set_facts(
        self,
        facts: Sequence[Fact],
        *,
        large: bool,
        notes: bool,
        one_row: bool = False,
        inline: bool = False,
    ) -> None:
        """Show facts; ``large`` type for a single pane, ``notes`` where there is room.

        ``one_row`` draws the facts that fit side by side alone; ``inline`` runs them on in a line,
        in two of three and the rest where it is narrow, so that two panes' rows stay level.
        """
        self._facts, self._large, self._notes = self.theme.said(tuple(facts)), large, notes
        self._one_row, self._inline = one_row, inline
        self._name = joined((_spoken(fact) for fact in facts), "; ")
        self.setAccessibleName(self._name)
        self.restyle()

    def facts(self) -> tuple[Fact, ...]:
        """What is shown."""
        return self._facts

    def marks(self) -> Sequence[Mark]:
        return [
            Mark(QRectF(at.x(), at.y(), lines.width, lines.height + 3), fact.figure, fact.label)
            for fact, _box, lines, at in self._boxes(self.width())
        ]

    def values(self) -> Sequence[Value]:
        return [
            Value(self.theme.say(_spoken(one.fact)), one.box) for one in self._boxes(self.width())
        ]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(max((one.box.bottom() for one in self._boxes(width)), default=0)) + 1

    def height_with_notes(self, width: int) -> int:
        """How high the facts would be with their notes."""
        notes, self._notes = self._notes, True
        high = self.heightForWidth(width)
        self._notes = notes
        return high

    def sizeHint(self) -> QSize:
        width = self.theme.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), 0)

    def draw(self, painter: QPainter) -> None:
        laid = self._boxes(self.width())
        for one in laid:
            (self._draw_inline if self._inline else self._draw_fact)(painter, one)
        painter.setPen(QPen(self.theme.tokens.line, 1))
        for before, one in pairwise(laid):
            if before.box.top() == one.box.top():
                x = round((before.box.right() + one.box.left()) / 2)
                painter.drawLine(x, int(one.box.top()), x, int(one.box.bottom()))

    def _draw_fact(self, painter: QPainter, one: _Laid) -> None:
        """The label, the value under it, and a note."""
        t, caption = self.theme.tokens, self.theme.font("caption")
        painter.setFont(caption)
        draw_lines(painter, break_lines(one.fact.label, caption), one.box, t.text2)
        painter.setFont(self._font(one.fact))
        value = QRectF(one.at, one.box.bottomRight())
        draw_lines(painter, one.lines, value, t.text, dotted=t.text3)
        if self._notes and one.fact.note:
            painter.setFont(caption)
            under = value.adjusted(0, one.lines.height + 3, 0, 0)
            draw_lines(painter, break_lines(one.fact.note, caption), under, t.text2)

    def _draw_inline(self, painter: QPainter, one: _Laid) -> None:
        """The value between its words."""
        t, plain = self.theme.tokens, self.theme.font("row")
        before, after = _around(one.fact)
        painter.setFont(plain)
        draw_lines(painter, break_lines(before, plain), one.box, t.text2)
        end = QRectF(one.at.x() + one.lines.width + self.theme.px(_WORD), one.box.top(), 0, 0)
        draw_lines(painter, break_lines(after, plain), end, t.text2)
        painter.setFont(self._font(one.fact))
        draw_lines(painter, one.lines, QRectF(one.at, one.box.size()), t.text, dotted=t.text3)

    def _font(self, fact: Fact) -> QFont:
        if self._inline:
            return self.theme.font("row", bold=True)
        if fact.figure.value is None:
            return self.theme.font("body", bold=True)
        return self.theme.font("fact" if self._large else "fact2")

    def _boxes(self, width: int) -> list[_Laid]:
        """Where each fact lies in ``width``: a layout asks several times."""
        key = (width, self._notes)
        if key not in self._placed:
            self._placed[key] = self._arranged(width)
        return self._placed[key]

    def _arranged(self, width: int) -> list[_Laid]:
        """Where each fact lies in ``width``, and its value broken into lines.

        They stand closer, and long values in two lines, where that keeps them in one row.
        """
        if self._inline:
            return self._laid_inline(width)
        if self._one_row or not self._large:
            return self._laid(width, 22 if self._one_row else round(26 / self.theme.scale))
        roomy = self._laid(width, round(72 / self.theme.scale))
        for widest in (_WIDEST, _NARROW):
            close = self._laid(width, round(36 / self.theme.scale), widest)
            if len({one.box.top() for one in close}) == 1:
                return close
        return roomy

    def _laid_inline(self, width: int) -> list[_Laid]:
        px, plain = self.theme.px, QFontMetricsF(self.theme.font("row"))
        across = len(self._facts) if width >= px(_LINE) else _FIRST
        x = y = 0.0
        found: list[_Laid] = []
        for place, fact in enumerate(self._facts):
            lines = break_lines(fact.words, self._font(fact), width)
            before, after = (plain.horizontalAdvance(words) for words in _around(fact))
            start = before + px(_WORD) if before else 0.0
            wide = start + lines.width + (px(_WORD) + after if after else 0.0)
            if x and (x + wide > width or place == across):
                x, y = 0.0, y + plain.height() + px(_ROW)
            box = QRectF(x, y, wide, plain.height() + 4)
            found.append(_Laid(fact, box, lines, QPointF(x + start, y)))
            x += wide + px(_BETWEEN)
        return found

    def _laid(self, width: int, gap: int, widest: int = _WIDEST) -> list[_Laid]:
        metrics = QFontMetricsF(self.theme.font("caption"))
        widest = min(self.theme.px(widest), width)
        x = y = row = 0.0
        found: list[_Laid] = []
        for fact in self._facts:
            lines = break_lines(fact.words, self._font(fact), widest)
            wide = max(lines.width, metrics.horizontalAdvance(fact.label))
            high = metrics.height() + lines.height + 4
            if self._notes:
                wide = max(wide, metrics.horizontalAdvance(fact.note))
                high += metrics.height()
            if x and x + wide > width:
                if self._one_row:
                    break
                x, y, row = 0.0, y + row + _ROW_GAP, 0.0
            at = QPointF(x, y + metrics.height())
            found.append(_Laid(fact, QRectF(x, y, wide, high), lines, at))
            row = max(row, high)
            x += wide + gap
        return found


def _around(fact: Fact) -> tuple[str, str]:
    """The words before and after a value in a line; what is not known is called by its label."""
    if fact.figure.value is None and not fact.before:
        return pgettext("before a value", "{label}:", label=fact.label), ""
    return fact.before, fact.after


def _spoken(fact: Fact) -> str:
    """A fact with whose it is, for a screen reader."""
    name = joined((fact.label, whose(fact.figure)), ", ")
    return joined((name, joined((fact.words, fact.note), ", ")), ": ")


def _short_education(figure: Figure) -> str:
    """The education in as few words as a key fact has room for."""
    return {
        "No formal educational credential": _("No diploma needed"),
        "High school diploma or equivalent": _("High school diploma"),
        "Doctoral or professional degree": pgettext("education", "Doctoral degree"),
        "Postsecondary nondegree award": pgettext("education", "Certificate"),
    }.get(str(figure.value), wording.value_words(figure))


def _then(training: Figure) -> str:
    if not isinstance(training.value, str):
        return ""
    words = TRAINING_WORDS.get(training.value, training.value)
    if training.value == "None":
        return words
    return pgettext("after an education", "then {training}", training=words)


def _rank(place: int, of: int, *, short: bool) -> str:
    """How many jobs have more openings a year."""
    if place == 1:
        return pgettext("rank", "most") if short else _("most of {n} jobs", n=wording.number(of))
    nth = ordinal(place)
    if short:
        return pgettext("rank", "{nth} most", nth=nth)
    return _("{nth} most of {n} jobs", nth=nth, n=wording.number(of))
