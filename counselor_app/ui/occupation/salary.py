"""The Salary tab: what the job pays in the nation, in chosen places and industries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counselor_app.charts import (
    MOST_STEPS,
    BandChart,
    BandRow,
    pay_chart,
    pay_range,
    zoomed,
)
from counselor_app.domain.figures.wording import (
    NOT_IN_PACK,
    NOT_PUBLISHED,
    capitalised,
    money,
    told,
    value_words,
    whose,
)
from counselor_app.domain.occupation.findings import why_little
from counselor_app.domain.occupation.pay_words import (
    basis_note,
    cell_words,
    margin_apart,
    on_one_scale,
    pay_basis,
    pay_sentences,
    place_words,
    places_title,
    shared_wage,
)
from counselor_app.domain.occupation.target import target_in, target_note
from counselor_app.domain.occupation.wages import (
    PERCENTILES,
    UNITS,
    Basis,
    WageRow,
    ordinal,
    standing,
)
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.charts.pay_tools import PayTools
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.occupation.salary_prices import add_prices
from counselor_app.ui.occupation.salary_strip import SalaryOptions, SalaryStrip
from counselor_app.ui.parts.finding import Finding
from counselor_app.ui.parts.fold import Folding
from counselor_app.ui.parts.table import Cell, Column, DataTable
from counselor_app.ui.style.theme import Theme

if TYPE_CHECKING:
    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.ui.charts.pay_bands import PayBands

MEDIAN, EMPLOYEES = pgettext("column", "Median"), pgettext("column", "Employees")
MARGIN = pgettext("row", "90% margin")


@dataclass(frozen=True, slots=True)
class _Line:
    """A place's row: name, percentiles, mean and employees, where the client's wage stands."""

    place: Cell
    points: tuple[Cell, ...]
    averages: tuple[Cell, ...]
    target: tuple[Cell, ...]

    def upper(self) -> tuple[Cell, ...]:
        return (*self.points, *self.target)

    def all(self) -> tuple[Cell, ...]:
        return (*self.points, *self.averages, *self.target)


Pick = Callable[[_Line], tuple[Cell, ...]]


class SalaryPage(Page):
    """The Salary tab."""

    title = short_title = pgettext("tab", "Salary")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.options: SalaryOptions = SalaryOptions()
        self._strip: SalaryStrip | None = None
        self._bands: PayBands | None = None
        self._owner = ""

    def make_strip(self) -> SalaryStrip:
        self._strip = SalaryStrip(self.theme, self.choose)
        self._strip.place_wanted.connect(self.place_wanted)
        self._strip.place_removed.connect(self.place_removed)
        return self._strip

    def fill(self, sheet: Sheet) -> None:
        name = self.client.client.name if self.client is not None else ""
        if self._owner not in ("", name):  # another client's wage, or one who was cleared
            self.options = replace(self.options, target=None)
        self._owner = name
        rows, basis = sheet.wages, pay_basis(sheet.nation, self.options.basis)
        parities = self.lookup.parities if self.lookup is not None else None
        if self._strip is not None:
            self._strip.show_sheet(sheet, self.options, parities, name)
        other = None
        if self.beside and _on_one_scale(self.beside.sheet.nation, sheet.nation, basis):
            other = self.beside.sheet
        both = [*rows, *(other.wages if other else ())]
        ends = pay_range(both, basis)
        zoom = self.options.zoom
        scale = zoomed(ends, zoom, self.options.about) if ends and pay_range(rows, basis) else None
        target = self._target(sheet, basis)
        chart = pay_chart(rows, basis, target=target, shared_range=scale)
        top = self.wide()
        top.addWidget(self._title(sheet, basis))
        if chart.axis is None:
            if self._bands is not None:  # not a window of its own meanwhile
                self._bands.hide()
                self._bands.setParent(self)
            self._add_missing(sheet, basis)
            return
        across = pay_chart(other.wages, basis, shared_range=scale).rows if other else ()
        bands = self._drawn(chart, across)
        top.addWidget(bands)
        bands.show()
        median = sheet.nation.median(basis)
        group = _("Pay of {group}.", group=whose(median)) if median.group else ""
        caption = joined((f"{sheet.occupation.title}.", group, f"{median.source.label}."))
        tools = PayTools(bands, caption, self.theme, zoom=zoom)
        tools.zoom_wanted.connect(self._zoom)
        top.addWidget(tools)
        self._add_findings(sheet, basis)
        self.wide().addWidget(self._tables(sheet, basis))
        if self.options.prices and parities is not None:
            add_prices(self, self.wide(), sheet, basis, parities)
        self._add_notes(sheet, same_scale=other is not None)

    def _title(self, sheet: Sheet, basis: Basis) -> QWidget:
        """The block's title, as high as that of the other pane, so that both charts stay level."""
        title = self.heading(places_title(sheet.wages), sheet.nation.median(basis))
        if self.beside is None:
            return title
        other = self.beside.sheet
        level = self.heading(places_title(other.wages), other.nation.median(basis))
        policy = level.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        level.setSizePolicy(policy)
        level.hide()
        both = QWidget()
        cell = QGridLayout(both)
        cell.setContentsMargins(0, 0, 0, 0)
        for one in (level, title):
            cell.addWidget(one, 0, 0, Qt.AlignmentFlag.AlignTop)
        return both

    def _add_findings(self, sheet: Sheet, basis: Basis) -> None:
        """Where the client's wage stands, then what the pay is; level with the other pane's."""
        side = self.wide()
        pane = self.beside.sheet if self.beside is not None else None
        theirs = pay_basis(pane.nation, self.options.basis) if pane is not None else basis
        said = self._standing(sheet, basis)
        if said is not None:
            level = self._standing(pane, theirs) if pane is not None else None
            side.addWidget(Finding(*said, self.theme, level=level, tone="client"))
        finding = pay_sentences(sheet.wages, basis)
        if any(finding):
            level = pay_sentences(pane.wages, theirs) if pane is not None else None
            side.addWidget(Finding(*finding, self.theme, level=level))

    def _target(self, sheet: Sheet, basis: Basis) -> float | None:
        target = self.options.target
        return target_in(target, sheet.nation, basis) if target is not None else None

    def _standing(self, sheet: Sheet, basis: Basis) -> tuple[str, str] | None:
        """The client's wage among those published: the first place in semibold, then the rest."""
        if self.options.target is None:
            return None
        note = target_note(self.options.target, sheet.nation, basis)
        target = self._target(sheet, basis)
        if target is None:
            return note, ""
        # Said before it is parted: the places of a sentence follow the rules of its language.
        say = self.theme.say
        sentence = say(pay_chart(sheet.wages, basis, target=target).sentence)
        group, note = say(whose(*(row.median(basis) for row in sheet.wages))), say(note)
        lead = f"{group}: " if group else ""
        sentence = sentence.removeprefix(lead)
        first, comma, rest = sentence.partition(f", {'the' if ', the ' in sentence else ''}")
        if not comma:
            return f"{lead}{sentence}", note
        return f"{lead}{first},", f"{comma[2:]}{rest} {note}".strip()

    def _zoom(self, step: int, about: float | None = None) -> None:
        zoom = min(max(self.options.zoom + step, 0), MOST_STEPS) if step else 0
        self.choose(replace(self.options, zoom=zoom, about=about if zoom > 1 else None))

    def _drawn(self, chart: BandChart, across: Sequence[BandRow]) -> PayBands:
        """The chart's widget, made at the first pay that is shown and kept."""
        if self._bands is None:
            from counselor_app.ui.charts.pay_bands import PayBands

            self._bands = self.wired(PayBands(chart, self.theme))
            self._bands.zoom_wanted.connect(self._zoom)
            self.kept.append(self._bands)
        self._bands.set_chart(chart, across)
        return self._bands

    def _add_missing(self, sheet: Sheet, basis: Basis) -> None:
        """No wage of any place is a number: say what is known in words."""
        side = self.wide()
        occupation = sheet.occupation
        reason = sheet.nation.median(basis).flag or NOT_PUBLISHED
        if occupation.oews_code is None and reason != NOT_IN_PACK:
            side.addWidget(
                self.prose(
                    why_little(sheet)
                    or _("The wage survey does not cover this occupation, so no pay is shown.")
                )
            )
        else:
            side.addWidget(self.prose(_("No pay can be shown for this occupation.")))
        for row in sheet.wages:
            figure = row.median(basis)
            text = joined((row.place, value_words(figure)), ": ")
            side.addWidget(self.figure(figure, text, _median_pay(row.place)))
        for code, title in sheet.children:
            side.addWidget(self.job_link(code, title))

    def _tables(self, sheet: Sheet, basis: Basis) -> Folding:
        """Everything in one table; in two, and then row below row, where the page is narrow."""
        everyone = sheet.all_occupations
        target = self._target(sheet, basis)
        lines = [_line(row, basis, Cell(place_words(row, basis)), target) for row in sheet.wages]
        if sheet.nation.pay_basis != "annual_only":  # a school year beside a full one
            everyone = replace(everyone, place=_("all jobs, {place}", place=everyone.place))
            name = Cell(capitalised(everyone.place), tone="text2")
            lines.append(_line(everyone, basis, name, target))
        unit = UNITS[basis]
        corner = _("$ {unit}", unit=unit)
        points = [MEDIAN if p == 50 else ordinal(p) for p in PERCENTILES]
        averages = [pgettext("column", "Mean {unit}", unit=unit), EMPLOYEES]
        own = [] if target is None else [_own_wage(target, basis)]
        title = told(_("Pay {unit} by place", unit=unit), sheet.nation.median(basis))

        averaged = told(_("Average pay and employees"), sheet.nation.employment)

        def parted() -> QWidget:
            column = QWidget()
            stack = QVBoxLayout(column)
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(self.theme.px(8))
            stack.addWidget(self._table(corner, [*points, *own], lines, _Line.upper, title))
            stack.addSpacing(self.theme.px(14))
            stack.addWidget(self.heading(averaged, sheet.nation.employment))
            counted = told(_("Mean pay and employees by place"), sheet.nation.employment)
            stack.addWidget(self._table("", averages, lines, lambda x: x.averages, counted))
            return column

        heads = [*points, *averages, *own]
        whole = self._whole(corner, heads, lines, _Line.all, title)
        return Folding(whole, parted)

    def _table(
        self, corner: str, heads: Sequence[str], lines: Sequence[_Line], pick: Pick, name: str
    ) -> Folding:
        def below() -> QWidget:
            cells = []
            for line in lines:
                cells.append((replace(line.place, bold=True), Cell("")))
                for head, cell in zip(heads, pick(line), strict=True):
                    value, margin = margin_apart(cell.text)
                    cells.append((Cell(head), replace(cell, text=value)))
                    if margin:
                        cells.append(
                            (
                                Cell(MARGIN, tone="text2"),
                                replace(cell, text=margin),
                            )
                        )
            return self.table((Column("", stretch=True), Column(corner, True)), cells, name)

        return Folding(self._whole(corner, heads, lines, pick, name), below)

    def _whole(
        self, corner: str, heads: Sequence[str], lines: Sequence[_Line], pick: Pick, name: str
    ) -> DataTable:
        columns = [Column(corner, stretch=True), *(Column(head, True) for head in heads)]
        return self.sorted_table(columns, [(line.place, *pick(line)) for line in lines], name)

    def _add_notes(self, sheet: Sheet, *, same_scale: bool) -> None:
        side = self.wide()
        # The head names the group as well, without its code.
        shared = None if self.client_view else shared_wage(sheet.occupation)
        for said in (basis_note(sheet.nation), shared):
            if said:
                side.addWidget(self.prose(said, role="body"))
        bars = (
            _("Bars: thick, the middle half; thin, the 10th to the 90th percentile; gap, the"
              " median."),
            _("Same scale in both panes.") if same_scale else "",
            _("Enlarged: what reaches an edge goes on past it.") if self.options.zoom > 1 else "",
            _("Employees only: the self-employed are not counted. No margins drawn: none are"
              " published for percentiles. After ±, the 90% margin of a mean or a number of"
              " employees."),
        )  # fmt: skip
        side.addWidget(self.prose(joined(bars), role="caption", tone="text2"))


def _on_one_scale(one: WageRow, other: WageRow, basis: Basis) -> bool:
    """Both are published so, and neither alone is for less than a full year."""
    return all(on_one_scale((one, other))) and (
        pay_basis(one, basis) == pay_basis(other, basis) == basis
    )


def _line(row: WageRow, basis: Basis, name: Cell, target: float | None) -> _Line:
    own: tuple[Cell, ...] = ()
    if target is not None:
        known = any(row.percentile(p, basis).number is not None for p in PERCENTILES)
        words = standing(target, row, basis).words if known else "–"
        own = (Cell(words, bold=True, tone="client_text"),)
    return _Line(name, _points(row, basis), _averages(row, basis), own)


def _points(row: WageRow, basis: Basis) -> tuple[Cell, ...]:
    """The five percentiles of a place."""
    figures = [(p, row.percentile(p, basis)) for p in PERCENTILES]
    return tuple(
        Cell(
            _without_sign(cell_words(row, figure)),
            figure,
            _median_pay(row.place)
            if p == 50
            else _("{nth} percentile of pay, {place}", nth=ordinal(p), place=row.place),
            bold=p == 50,
        )
        for p, figure in figures
    )


def _median_pay(place: str) -> str:
    return _("Median pay, {what}", what=place)


def _own_wage(target: float, basis: Basis) -> str:
    return pgettext("column", "{target} is", target=money(target, hourly=basis == "hourly"))


def _without_sign(words: str) -> str:
    """A number without its sign of dollars, which stands in the table's head; words as they are."""
    return words[1:] if words.startswith("$") else words


def _averages(row: WageRow, basis: Basis) -> tuple[Cell, ...]:
    """The mean and the number of employees with their margins."""
    mean, employed = row.figures[f"wage.{basis}.mean"], row.employment
    return (
        Cell(cell_words(row, mean), mean, _("Mean pay, {place}", place=row.place)),
        Cell(cell_words(row, employed), employed, joined((EMPLOYEES, row.place), ", ")),
    )
