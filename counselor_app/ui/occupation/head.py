"""The top of a pane: title, codes, key facts, tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counselor_app.language import _, joined, pgettext
from counselor_app.ui.occupation.key_facts import KeyFacts, facts_of, key_facts
from counselor_app.ui.parts.back import BackButton
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.control import Speaker, follow_width
from counselor_app.ui.parts.tabs import Tabs
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Role, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from counselor_app.domain.figures.provenance import Figure
    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.domain.session.client import ClientView

Room = Literal["ample", "short", "scant"]
_LONG_TITLE = 40
_ROOMY, _TIGHT = 1200, 760
SHORTLIST = pgettext("button", "Shortlist")
_ADD = _("Add to shortlist (Ctrl+S)")
Fact = tuple[str, "Figure", str, str]


class TabsBar(QFrame):
    """The tabs of a pane, and what asks for the controls of its page where they fold."""

    look = "plain head"

    def __init__(self, tabs: Tabs, options: Button, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.theme = theme
        dress(self, theme)
        self._tabs = tabs
        self._row = QHBoxLayout(self)
        self._row.addWidget(tabs, 1)
        self._row.addWidget(options)

    def set_sides(self, left: int, right: int) -> None:
        """What is free beside the tabs, in pixels."""
        self._row.setContentsMargins(left, 0, right, 0)

    def tabs_end(self) -> int:
        """Where the room of the tabs ends, in what the bar stands in."""
        self._row.activate()
        return self.x() + self._tabs.geometry().right() + 1


class PaneHead(Speaker, QFrame):
    """Title, codes and key facts of one occupation; ``bar`` has the tabs, to be put under it."""

    look = "surface"

    starred = Signal()
    ticked = Signal()
    noting = Signal()
    stepped = Signal(int)
    beside_wanted = Signal()
    closed = Signal()
    source_requested = Signal(object)
    source_left = Signal()
    resized = Signal()

    def __init__(
        self,
        titles: Sequence[tuple[str, str]],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        dress(self, theme)
        self.theme = theme
        self._sheet: Sheet | None = None
        self._client: ClientView | None = None
        self._codes: list[str] = []
        self._single, self._listed = True, False
        self._room: Room = "ample"
        self._choosing = False
        self._client_view, self._in_session = False, False
        self.home: Callable[[], str] = str
        self._make_buttons(theme)
        self.title = Prose("", theme, role="title")
        self.codes = Prose("", theme, role="row", tone="text2")
        self.place = Prose("", theme, role="caption", tone="text2", wrap=False)
        self.tabs = Tabs(titles, theme)
        self.bar = TabsBar(self.tabs, self.options, theme, parent)
        self.whose = Prose("", theme, role="caption", tone="text2")
        self.facts = KeyFacts(theme)
        self.facts.source_requested.connect(self.source_requested)
        self.facts.source_left.connect(self.source_left)
        follow_width(self)
        self._lay_out()
        self.set_place(0, 0)
        theme.changed.connect(self.restyle)
        self.restyle()

    def _make_buttons(self, theme: Theme) -> None:
        self.back = BackButton(theme)
        self.job_before = Button(
            theme, icon="left", look="outlined", name=_("The job before in the list (Alt+PgUp)")
        )
        self.job_after = Button(
            theme, icon="forward", look="outlined", name=_("The job after in the list (Alt+PgDown)")
        )
        self.job_before.clicked.connect(lambda: self.stepped.emit(-1))
        self.job_after.clicked.connect(lambda: self.stepped.emit(1))
        self.star = Button(theme, SHORTLIST, icon="star", name=_ADD)
        self.beside = Button(
            theme, pgettext("button", "Open beside…"), icon="beside", look="outlined",
            name=_("Open another occupation beside this one (Ctrl+D)"),
        )  # fmt: skip
        self.close_button = Button(theme, icon="close", name=_("Close this pane (Ctrl+W)"))
        self.tick = Button(
            theme, pgettext("button", "Compare"), icon="plus", name=_("Tick to compare")
        )
        self.tick.setCheckable(True)
        self.notes = Button(theme, pgettext("button", "Notes"), icon="pencil",
                            name=_("Notes and next steps while you talk (Ctrl+N)"))  # fmt: skip
        self.tick.clicked.connect(self.ticked)
        self.notes.clicked.connect(self.noting)
        self.star.clicked.connect(self.starred)
        self.beside.clicked.connect(self.beside_wanted)
        self.close_button.clicked.connect(self.closed)
        self.options = Button(theme, icon="choices", name=_("Choose what the page shows"))
        self.options.setCheckable(True)
        self.options.hide()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.codes)
        self._top = QHBoxLayout()
        self._top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self._top.addLayout(names, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.place, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.job_before, self.job_after):
            buttons.addWidget(button)
        for button in (self.tick, self.star, self.notes, self.beside, self.close_button):
            buttons.addWidget(button)
        corner = QVBoxLayout()
        corner.addLayout(buttons)
        corner.addStretch(1)
        self._top.addLayout(corner)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(self._top)
        self._layout.addWidget(self.facts)
        self._layout.addWidget(self.whose)
        self._layout.addStretch(1)

    def set_sheet(self, sheet: Sheet) -> None:
        """Show another occupation."""
        self._sheet = sheet
        occupation = sheet.occupation
        self.setAccessibleName(occupation.title)
        self.title.setText(occupation.title)
        zone, letters = sheet.figures["job_zone"], sheet.interests.letters
        parts = [occupation.short_code]
        if zone.value is not None:
            parts.append(_("Job zone {zone}", zone=str(zone.value)))
        if isinstance(letters.value, str):
            parts.append(pgettext("code", "Interests {code}", code=" ".join(letters.value)))
        self._codes = parts
        self.restyle()

    def set_client(self, client: ClientView | None) -> None:
        """Show a client's fit among the facts, or none."""
        self._client = client
        self.restyle()

    def set_single(self, single: bool) -> None:
        """Whether this is the only pane: larger type, "Open beside" instead of the cross."""
        if single != self._single:
            self._single = single
            self.restyle()

    def set_place(self, place: int, of: int) -> None:
        """Where the job stands in the list that it was chosen from; 0 for none."""
        self.place.setText(self.theme.say(_("{n} of {of}", n=place, of=of)) if place else "")
        for part in (self.place, self.job_before, self.job_after):
            part.setVisible(bool(place))
        self.job_before.setEnabled(place > 1)
        self.job_after.setEnabled(place < of)

    def set_session(self, on: bool) -> None:
        """Whether a counselor talks with a client: the job can be ticked, and notes be taken."""
        if on != self._in_session:
            self._in_session = on
            self.restyle()

    def set_ticked(self, ticked: bool) -> None:
        """Whether the occupation is ticked to be compared."""
        self.tick.setChecked(ticked)
        self.tick.set_icon("check" if ticked else "plus")
        name = _("Do not compare it") if ticked else _("Tick to compare")
        self.tick.setAccessibleName(name)
        self.tick.setToolTip(self.theme.say(name))

    def set_client_view(self, client_view: bool) -> None:
        """Whether the client reads along: codes go."""
        self._client_view = client_view
        self.restyle()

    def set_room(self, room: Room) -> None:
        """How much height there is: "short" leaves out the facts' notes, "scant" all but one row.

        All of them are on the tabs as well.
        """
        if room != self._room:
            self._room = room
            self.restyle()

    def ample_height(self, width: int) -> int:
        """How high it would be in "ample" room."""
        edges = self._layout.contentsMargins()
        inside, facts = width - edges.left() - edges.right(), self.facts
        noted = facts.height_with_notes(inside) - facts.heightForWidth(inside)
        return self.heightForWidth(width) + noted

    def set_choosing(self, choosing: bool) -> None:
        """Whether the page's controls were asked for: a "scant" pane then shows no facts."""
        if choosing != self._choosing:
            self._choosing = choosing
            self.restyle()

    def set_listed(self, listed: bool) -> None:
        """Whether the occupation is on the shortlist."""
        self._listed = listed
        self.star.set_icon("starred" if listed else "star")
        self.star.setText(pgettext("state", "In shortlist") if listed else SHORTLIST)
        name = _("Remove from shortlist (Ctrl+S)") if listed else _ADD
        self.star.setAccessibleName(name)
        self.star.setToolTip(name)
        self.star.updateGeometry()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        side = px(36) if self._single else px(24)
        scant = self._room == "scant"
        top = px(8) if scant else px(20) if self._single else px(12)
        self._layout.setContentsMargins(side, top, side, px(6 if scant else 12))
        self._layout.setSpacing(px(6) if scant or not self._single else px(12))
        self.bar.set_sides(side, side)
        self.title.set_role(self._title_role())
        self.beside.setVisible(self._single)
        self.close_button.setVisible(not self._single)
        self.back.set_cramped(not self._single and self.theme.scale > 1.75)
        cramped = not self._single or self.theme.scale > 1.25
        fit = self._fit(self.width()) if self._single else 2
        narrow, tight = cramped or fit < 2, fit == 0
        self.back.set_bare(cramped or tight)
        self.star.set_bare(narrow)
        for button in (self.tick, self.notes):
            button.setVisible(self._in_session)
            button.set_bare(narrow)
        self.beside.set_bare(self.theme.scale > 1.5 or tight)
        self.facts.setVisible(not (scant and self._choosing))
        said = facts_of(self._sheet, short=scant) if self._sheet is not None else ""
        self.whose.setText(said)
        self.whose.setVisible(bool(said) and not (scant and self._choosing))
        roomy = not scant or (self._single and not self._long() and not said)
        if self._sheet is not None:
            codes = joined(self._below_title(family=not scant), "  ·  ")
            self.codes.setText(codes)
            self.codes.setVisible(roomy and bool(codes) and not tight)
            facts = key_facts(self._sheet, self._client, short=not self._single, home=self.home())
            large, notes = self._single and not scant, self._room == "ample" and not tight
            inline = not self._single and not scant
            self.facts.set_facts(facts, large=large, notes=notes, one_row=scant, inline=inline)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fit(event.oldSize().width()) != self._fit(self.width()):
            self.restyle()
        self.resized.emit()

    def _below_title(self, *, family: bool) -> Iterator[str]:
        """The published title where another stands above, which job ads use; codes; the family."""
        if self._sheet is None:
            return
        occupation = self._sheet.occupation
        if self.theme.say(occupation.title) != occupation.title:
            yield "".join(occupation.title)
        if not self._client_view and self._single:
            yield from self._codes
            if family:
                yield occupation.family

    def _fit(self, width: int) -> int:
        """How the buttons fit: 2 with words, 1 without, 0 in as little room as beside the notes;
        without a session there are few of them.
        """
        roomy = _ROOMY if self._in_session else _TIGHT
        return sum(width >= self.theme.px(least) for least in (_TIGHT, roomy))

    def _long(self) -> bool:
        """Whether the title takes so many lines that it needs room of the rest."""
        return len(self.title.text()) > _LONG_TITLE

    def _title_role(self) -> Role:
        """Large text in a narrow pane takes the smaller title, so that long words fit."""
        if self._single and not (self._room == "scant" and self._long()):
            return "title" if self.theme.scale <= 1.5 else "title2"
        return "title2" if self.theme.scale <= 1.25 else "heading"
