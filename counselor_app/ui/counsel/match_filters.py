"""The chips over a client's jobs: what is asked of them, always in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counselor_app.domain.figures.wording import number, percent
from counselor_app.domain.fit.fit import CAREER_RETURNS, EDITIONS
from counselor_app.domain.fit.matches_filter import EDUCATION, IN_LIKED, Filters, Growth, Unranked
from counselor_app.domain.occupation.days import FILTERS, DayFilter, count
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.domain.occupation.preparation import EDUCATION_WORDS
from counselor_app.domain.occupation.target import parse_target
from counselor_app.domain.occupation.wages import NATION
from counselor_app.errors import UserError
from counselor_app.language import Said, _, pgettext
from counselor_app.ui.counsel.day_chips import DayChip
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.filter_chip import FilterChip
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.text_field import Field
from counselor_app.ui.style.icons import Icon
from counselor_app.ui.style.theme import Theme

Only = Literal["all", "ticked", "shortlist", "aside"]
OPENINGS = (1_000, 5_000, 10_000, 50_000)
GAPS = (0.05, 0.10, 0.15, 0.20, 0.30)
_GROWTH: tuple[tuple[Growth, Said], ...] = (
    ("any", pgettext("filter", "Any outlook")),
    ("kept", pgettext("filter", "Not shrinking")),
    ("grows", pgettext("filter", "Growing")),
    ("faster", _("Growing faster than all jobs")),
)
_ONLY: tuple[tuple[Only, Said], ...] = (
    ("all", pgettext("filter", "All jobs")),
    ("ticked", pgettext("filter", "Ticked only")),
    ("shortlist", pgettext("filter", "Starred only")),
)
_EDITIONS = tuple(EDITIONS.values())
FIELDS = ("zone", "education", "pay", "growth", "openings", "family", "gap", "areas")
"""The fields of `Filters` that a chip asks."""


@dataclass(frozen=True, slots=True)
class MatchOptions:
    """What the page shows: filters, where pay is read, which jobs, board or list, whose bands.

    ``sure`` shows what is statistical in the list.
    """

    filters: Filters = field(default_factory=Filters)
    place: str = NATION
    only: Only = "all"
    bands: int = CAREER_RETURNS.year
    board: bool = True
    sure: bool = False


class FilterBar(QWidget):
    """Chips that wrap; ``changed`` carries the new `MatchOptions`. ``liked`` says whether areas are
    marked and can be asked.

    The less used ones stand behind "More filters" until they ask something. ``everyone`` are the
    jobs of which those on days say how many they let through.
    """

    changed = Signal(object)
    rating_wanted = Signal()
    everyone: Sequence[Unranked] = ()

    def __init__(
        self,
        options: MatchOptions,
        places: Sequence[tuple[str, str]],
        families: Sequence[str],
        theme: Theme,
    ) -> None:
        super().__init__()
        self.theme, self.options, self.families = theme, options, tuple(families)
        self._stand_at(places, options.place)
        self.trouble, self._rated, self.liked, self._client_view = "", False, False, False
        flow, f = FlowLayout(theme, (8, 6)), options.filters
        self.setLayout(flow)
        self.place = self._choice(
            _pay_in(places), _("Where pay is read"), self._codes.index(self.options.place),
            lambda o, place: replace(o, place=self._codes[place]), comes_off=False, mark="place",
        )  # fmt: skip
        self._add_figures()
        self._add_clients()
        self.days = tuple(self._day(day, on=day in f.days) for day in FILTERS)
        self.more = Button(theme, pgettext("button", "More filters"), icon="plus", role="row")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._arrange)
        self.clear_all = Button(theme, pgettext("filters", "Clear"), role="row",
                                name=theme.say(_("Take all filters off")))  # fmt: skip
        self.clear_all.clicked.connect(self.clear)
        for widget in (
            self.place, self.growth, self.pay, self.openings, self.family, self.education,
            self.zone, self.areas, *self.days, self.gap, self.rate, self.only, self.bands,
            self.more, self.clear_all,
        ):  # fmt: skip
            flow.addWidget(widget)
        theme.changed.connect(self.restyle)
        self.restyle()
        self._arrange()

    def _add_figures(self) -> None:
        """The filters on what is published of a job."""
        theme = self.theme
        taught = [pgettext("filter", "Any schooling"), _("No diploma needed")]
        taught += [_("Up to {education}", education=EDUCATION_WORDS[e]) for e in EDUCATION[1:-1]]
        ranks = (None, *range(len(EDUCATION) - 1))
        zones = [_("Up to job zone {zone}", zone=zone) for zone in range(1, 5)]
        openings = [_("From {n} openings a year", n=number(n)) for n in OPENINGS]
        growth = [words for _key, words in _GROWTH]
        self.growth = self._filter(
            growth, pgettext("filter", "Outlook"), "growth", [key for key, _words in _GROWTH]
        )
        self.pay = Field(
            theme.say(_("Least median pay a year, in dollars")), theme.say(_("Least pay a year")),
            theme, role="row",
        )  # fmt: skip
        self.pay.setText(_typed_pay(self.options.filters))
        self.pay.setClearButtonEnabled(True)
        self.pay.textChanged.connect(self._pay_typed)
        self.openings = self._filter(
            [pgettext("filter", "Any openings"), *openings], pgettext("filter", "Openings"),
            "openings", (None, *OPENINGS),
        )  # fmt: skip
        self.family = self._filter(
            [_("Any kind of work"), *self.families], _("Kind of work"), "family",
            (None, *self.families),
        )  # fmt: skip
        self.education = self._filter(taught, pgettext("filter", "Schooling"), "education", ranks)
        self.zone = self._filter(
            [pgettext("filter", "Any preparation"), *zones], pgettext("filter", "Preparation"),
            "zone", (None, *range(1, 5)),
        )  # fmt: skip

    def _add_clients(self) -> None:
        """The filters on what is the client's: their skills, their marks; and whose bands."""
        theme = self.theme
        gaps = [_("Skill gap up to {gap}", gap=percent(100 * gap, 0)) for gap in GAPS]
        self.gap = self._filter(
            [_("Any skill gap"), *gaps], pgettext("column", "Skill gap"), "gap", (None, *GAPS)
        )
        self.areas = self._filter(
            [pgettext("filter", "Either"), IN_LIKED], IN_LIKED, "areas", (False, True)
        )
        self.rate = Button(theme, _("Rate skills to filter by them…"), role="row")
        self.rate.clicked.connect(self.rating_wanted)
        self.only = self._choice(
            [words for _key, words in _ONLY], _("Ticked or starred"),
            self._only_place(self.options),
            lambda o, place: replace(o, only=_ONLY[place][0]),
        )  # fmt: skip
        years = [edition.year for edition in _EDITIONS]
        self.bands = self._choice(
            [pgettext("choice", "Bands: {edition}", edition=one.label) for one in _EDITIONS],
            _("Edition of the bands"), years.index(self.options.bands),
            lambda o, place: replace(o, bands=years[place]), comes_off=False,
        )  # fmt: skip

    def _day(self, day: DayFilter, *, on: bool) -> DayChip:
        chip = DayChip(day, self.theme, lambda: count(day, (one.days for one in self.everyone)),
                       on=on)  # fmt: skip
        chip.chosen.connect(lambda place: self._set(_with_day(self.options, day, on=place == 1)))
        return chip

    def set_places(self, places: Sequence[tuple[str, str]], place: str) -> None:
        """Offer other places to read pay in, and read it in ``place`` if that is among them."""
        self._stand_at(places, place)
        self.place.set_items(_pay_in(places), self._codes.index(self.options.place))

    def set_offered(self, *, rated: bool, liked: bool) -> None:
        """Offer the filter on the skill gap, or to rate skills first; that on areas where the
        client likes some and jobs are rated on them.
        """
        self._rated, self.liked = rated, liked
        asked = self.options.filters
        kept = replace(asked, gap=asked.gap if rated else None, areas=asked.areas and liked)
        if kept != asked:
            self.show_options(replace(self.options, filters=kept))
        self._arrange()

    def set_client_view(self, on: bool) -> None:
        """Leave what speaks the counselor's language; targets for a finger."""
        self._client_view = on
        for chip in self._chips():
            chip.least = 48 if on else 32
            chip.updateGeometry()
        self.clear_all.setMinimumHeight(48 if on else 0)
        self._arrange()

    def show_options(self, options: MatchOptions) -> None:
        """Take options that were chosen elsewhere, without telling of them."""
        self.options = options
        f = options.filters
        places: Sequence[tuple[FilterChip, Sequence[object], object]] = (
            (self.growth, [key for key, _words in _GROWTH], f.growth),
            (self.openings, (None, *OPENINGS), f.openings),
            (self.family, (None, *self.families), f.family),
            (self.education, (None, *range(len(EDUCATION) - 1)), f.education),
            (self.zone, (None, *range(1, 5)), f.zone),
            (self.gap, (None, *GAPS), f.gap),
            (self.areas, (False, True), f.areas),
        )
        for chip, values, now in places:
            chip.set_index(list(values).index(now) if now in values else 0)
        for chip in self.days:
            chip.set_index(int(chip.day in f.days))
        self.only.set_index(self._only_place(options))
        self.pay.blockSignals(True)
        self.pay.setText(_typed_pay(f))
        self.pay.blockSignals(False)
        self.trouble = ""
        self.pay.set_trouble("")
        self._arrange()

    def clear(self) -> None:
        """Ask nothing of any job; place, bands and the look stay."""
        self.show_options(replace(self.options, filters=Filters(), only="all"))
        self._set(self.options)

    @property
    def clean(self) -> bool:
        """Whether nothing is filtered."""
        return self.options.filters == Filters() and self.options.only == "all" and not (
            self.pay.text()
        )  # fmt: skip

    @property
    def in_use(self) -> int:
        """How many filters ask something."""
        nothing, f = Filters(), self.options.filters
        asked = [name for name in FIELDS if getattr(f, name) != getattr(nothing, name)]
        return len(asked) + len(f.days) + (self.options.only != "all")

    def restyle(self) -> None:
        """Take the theme's new sizes."""
        self.pay.setFixedWidth(self.theme.px(150))

    def _chips(self) -> Iterable[FilterChip]:
        return (self.place, self.growth, self.openings, self.family, self.education, self.zone,
                self.areas, *self.days, self.gap, self.only, self.bands)  # fmt: skip

    def _arrange(self) -> None:
        """Chips that ask something stay; the rest as there is a wish for it."""
        more, client = self.more.isChecked(), self._client_view
        shown: dict[QWidget, bool] = {
            self.place: True,
            self.growth: True,
            self.openings: not client or self.openings.on,
            self.family: True,
            self.education: more or self.education.on,
            self.zone: (more and not client) or self.zone.on,
            self.areas: self.liked,
            **{chip: (more and not client) or chip.on for chip in self.days},
            self.gap: self._rated and ((more and not client) or self.gap.on),
            self.only: (more and not client) or self.only.on,
            self.bands: self.options.sure and not self.options.board and not client,
        }
        for chip, on in shown.items():
            chip.setVisible(on)
        self.rate.setVisible(not self._rated and more and not client)
        self.more.setVisible(not client)
        self.clear_all.setVisible(not self.clean)
        self.pay.setVisible(not client or bool(self.pay.text()))

    def _only_place(self, options: MatchOptions) -> int:
        return next((n for n, (key, _words) in enumerate(_ONLY) if key == options.only), 0)

    def _stand_at(self, places: Sequence[tuple[str, str]], place: str) -> None:
        self._codes = [code for code, _name in places]
        known = place if place in self._codes else self._codes[0]
        self.options = replace(self.options, place=known)

    def _filter(
        self, items: Sequence[str], name: str, key: str, values: Sequence[object]
    ) -> FilterChip:
        """A choice of one field of the filters; item by item its value."""
        now = getattr(self.options.filters, key)
        index = list(values).index(now) if now in values else 0

        def take(options: MatchOptions, place: int) -> MatchOptions:
            changed: Filters = replace(options.filters, **{key: values[place]})  # type: ignore[arg-type]
            return replace(options, filters=changed)

        return self._choice(items, name, index, take)

    def _choice(
        self,
        items: Sequence[str],
        name: str,
        index: int,
        take: Callable[[MatchOptions, int], MatchOptions],
        *,
        comes_off: bool = True,
        mark: Icon | None = None,
    ) -> FilterChip:
        chip = FilterChip(items, self.theme, name, index=index, comes_off=comes_off, mark=mark)
        chip.chosen.connect(lambda place: self._set(take(self.options, place)))
        return chip

    def _pay_typed(self, text: str) -> None:
        floor, self.trouble = dollars(text)
        self.pay.set_trouble(self.trouble)
        self._set(replace(self.options, filters=replace(self.options.filters, pay=floor)))

    def _set(self, options: MatchOptions) -> None:
        self.options = options
        self._arrange()
        self.changed.emit(options)


def _pay_in(places: Sequence[tuple[str, str]]) -> list[Said]:
    return [_("Pay in {place}", place=in_place(name)) for _code, name in places]


def _with_day(options: MatchOptions, day: DayFilter, *, on: bool) -> MatchOptions:
    days = tuple(one for one in FILTERS if (on if one == day else one in options.filters.days))
    return replace(options, filters=replace(options.filters, days=days))


def _typed_pay(filters: Filters) -> str:
    return f"{filters.pay:.0f}" if filters.pay is not None else ""


def dollars(text: str) -> tuple[float | None, str]:
    """The floor as typed, and what is wrong with it."""
    try:
        target = parse_target(text, "annual")
    except UserError as error:
        return None, str(error)
    return (target.amount if target else None), ""
