"""What can be printed now, and with which settings; opens the dialogs about it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counselor_app import __version__
from counselor_app.domain.fit.compare import FEWEST
from counselor_app.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.domain.record.record import Record
    from counselor_app.reports.branding import Branding
    from counselor_app.reports.handout import Copy
    from counselor_app.reports.parts import Kind, Report
    from counselor_app.ui.printing.print_report import Offer, PrintDialog
    from counselor_app.ui.shell.desk import Desk

    Make = Callable[[frozenset[str], bool], Report]


class PrintDesk(QObject):
    """Gathers the reports that the window's state allows.

    ``made`` tells kind, format ("print" for paper) and codes of what has left the program.
    ``record`` gives what is kept of the client in the session, None without a clients' file.
    """

    made = Signal(str, str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.record: Callable[[], Record | None] = lambda: None

    def show(self) -> None:
        """Preview, print or save a report on what is open."""
        from counselor_app.ui.printing.print_report import PrintDialog

        desk, offers = self._desk, self.offers()
        if not offers:
            return
        desk.popovers.close()
        settings = desk.settings
        dialog = PrintDialog(
            offers, settings.paper, settings.left_out, self.branding(), desk.theme, desk.window_
        )
        dialog.paper_chosen.connect(lambda p: desk.remember(desk.settings._replace(paper=p)))
        dialog.left_out_chosen.connect(
            lambda _, ids: desk.remember(desk.settings._replace(left_out=ids))
        )
        dialog.places_wanted.connect(partial(self._places, dialog))
        dialog.branding_wanted.connect(partial(self._branding, dialog))
        dialog.batch_wanted.connect(partial(self._batch, dialog))
        dialog.made.connect(lambda kind, fmt: self.made.emit(kind, fmt, self._codes(kind)))
        dialog.open()

    def offers(self) -> list[Offer]:
        """The profile of the open occupation first, or the list of matches where it is shown."""
        desk, sheet = self._desk, self._desk.panes.pane.sheet
        found = [] if sheet is None else [self._profile(sheet)]
        listed, view = desk.clients.matches is not None, desk.clients.state.view
        if view.client.scores is not None and (found or listed):
            found.insert(0 if listed else 1, self._fit())
        sheets = self._compared()
        if len(sheets) >= FEWEST:
            found.append(self._comparison(sheets))
        record = self._kept()
        if record is not None and found:
            found += [self._handout(record, "client"), self._handout(record, "counselor")]
        return found

    def branding(self) -> Branding:
        """What was set once for every report."""
        from counselor_app.reports.branding import branding

        return branding(self._desk.settings, self._desk.folder)

    def _profile(self, sheet: Sheet) -> Offer:
        from counselor_app.ui.occupation.pages import PAGES
        from counselor_app.ui.occupation.salary_strip import SalaryOptions

        desk, today = self._desk, date.today()
        tab = [page.title for page in PAGES].index("Salary")
        chosen = desk.panes.pane.options_of(tab)
        pay = chosen if isinstance(chosen, SalaryOptions) else SalaryOptions()
        prices = desk.lookup.parities if pay.prices else None

        def make(sections: frozenset[str], _named: bool) -> Report:
            from counselor_app.reports.content import profile_content

            return profile_content(
                sheet,
                made_on=today,
                version=__version__,
                sections=sections,
                target=pay.target,
                prices=prices,
                words=desk.lookup.words,
            )

        job = sheet.occupation
        places = "; ".join(row.place for row in sheet.wages)
        about = f"Pay for: {places}."
        return _offer("profile", "Profile", make, about, f"{job.short_code}-{job.title}")

    def _fit(self) -> Offer:
        desk, today = self._desk, date.today()
        view, pack = desk.clients.state.view, desk.pack
        codes = tuple(desk.shortlist) or self._open()
        chosen = [sheet for code in codes if (sheet := desk.sheet(code)) is not None]
        page = desk.clients.matches
        place = page.filters.options.place if page is not None else desk.places.home
        view = view if page is None else view.banded(page.edition)

        def make(sections: frozenset[str], named: bool) -> Report:
            from counselor_app.domain.occupation.wages import NATION
            from counselor_app.reports.fit import fit_report_content
            from counselor_app.store.match_list import match_list

            matches = match_list(pack, view.ranking, place=place or NATION)
            return fit_report_content(
                view,
                chosen,
                matches if page is None else page.printed(matches),
                made_on=today,
                version=__version__,
                sources=tuple(pack.sources.values()),
                named=named,
                sections=sections,
            )

        about = "The client’s interests and the closest occupations."
        return _offer("fit", "Fit", make, about, "fit-report", client=bool(view.client.name))

    def _comparison(self, sheets: Sequence[Sheet]) -> Offer:
        view, today = self._desk.clients.state.view, date.today()

        def make(sections: frozenset[str], named: bool) -> Report:
            from counselor_app.reports.compare import compare_content

            return compare_content(
                sheets,
                view,
                made_on=today,
                version=__version__,
                named=named,
                sections=sections,
            )

        about = f"{len(sheets)} occupations, a row a question."
        scored = view.client.scores is not None and bool(view.client.name)
        return _offer("compare", "Comparison", make, about, "comparison", client=scored)

    def _kept(self) -> Record | None:
        try:
            return self.record()
        except UserError as error:
            self._desk.window_.say(str(error))
            return None

    def _handout(self, record: Record, copy: Copy) -> Offer:
        from counselor_app.domain.record.handout import client_handout

        desk, today = self._desk, date.today()
        view, sources = desk.clients.state.view, tuple(desk.pack.sources.values())
        met = record.open_session or (record.sessions[-1] if record.sessions else None)
        session = met.uid if met else None
        codes = (code for code in client_handout(record, session).codes if code in desk.titles)
        sheets = [sheet for code in codes if (sheet := desk.sheet(code)) is not None]

        def make(sections: frozenset[str], named: bool) -> Report:
            from counselor_app.reports.handout import handout_content

            return handout_content(
                record,
                sheets,
                copy=copy,
                made_on=today,
                version=__version__,
                sources=sources,
                session=session,
                view=view,
                named=named,
                sections=sections,
            )

        if copy == "client":
            about = "For the client to take home; your own notes are not in it."
            return _offer("handout", "Handout", make, about, "session", client=True)
        about = "Your own copy with your notes: not for the client."
        return _offer("handout", "Your copy", make, about, "session-counselor", client=True)

    def _open(self) -> tuple[str, ...]:
        panes = self._desk.panes.panes
        return tuple(pane.sheet.occupation.code for pane in panes if pane.sheet is not None)

    def _compared(self) -> list[Sheet]:
        codes = self._desk.comparison.codes()
        return [sheet for code in codes if (sheet := self._desk.sheet(code)) is not None]

    def _codes(self, kind: str) -> tuple[str, ...]:
        """The occupations that a report of a kind is about."""
        if kind == "compare":
            return self._desk.comparison.codes()
        if kind == "fit" and self._desk.shortlist:
            return tuple(self._desk.shortlist)
        return self._open()[:1] if kind == "profile" else self._open()

    def _places(self, dialog: PrintDialog) -> None:
        """Change the places from the dialog, and its preview with them."""
        self._desk.places.choose_areas(dialog, lambda: dialog.set_offers(self.offers()))

    def _branding(self, dialog: PrintDialog) -> None:
        from counselor_app.ui.printing.branding import BrandingDialog

        desk = self._desk
        asked = BrandingDialog(self.branding(), desk.theme, dialog)
        asked.chosen.connect(partial(self._brand, dialog))
        asked.open()

    def _brand(self, dialog: PrintDialog, chosen: Branding) -> None:
        """Keep the name, the footer and the logo for every report."""
        from counselor_app.reports.files import write_report
        from counselor_app.settings import LOGO

        desk = self._desk
        try:
            if chosen.logo:
                desk.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                write_report(chosen.logo, desk.folder / LOGO)
            else:
                (desk.folder / LOGO).unlink(missing_ok=True)
        except (UserError, OSError) as error:
            dialog.said.setText(f"The logo could not be kept: {error}")
            return
        desk.remember(
            desk.settings._replace(school=chosen.name, footer=chosen.footer, logo=bool(chosen.logo))
        )
        dialog.set_branding(chosen)

    def _batch(self, dialog: PrintDialog) -> None:
        from counselor_app.reports.sections import without
        from counselor_app.ui.printing.batch import BatchDialog, BatchPlan

        desk = self._desk
        plan = BatchPlan(
            pack=desk.pack.path,
            places=tuple(desk.places.shown()),
            jobs=tuple((job.code, job.family) for job in desk.jobs),
            shortlist=tuple(desk.shortlist),
            sections=without("profile", _left_out("profile", desk.settings.left_out)),
            words=desk.lookup.words,
            paper=dialog.paper,
            branding=dialog.branding,
        )
        BatchDialog(plan, desk.theme, dialog).open()


def _left_out(kind: Kind, ids: Sequence[str]) -> list[str]:
    """The sections of one kind among "profile.tools", "fit.list" ..."""
    return [name.partition(".")[2] for name in ids if name.startswith(f"{kind}.")]


def _sections(kind: Kind) -> tuple[tuple[str, str], ...]:
    from counselor_app.reports.sections import SECTIONS

    return tuple((section.id, section.name) for section in SECTIONS[kind])


def _offer(
    kind: Kind, name: str, make: Make, about: str, file_name: str, *, client: bool = False
) -> Offer:
    from counselor_app.ui.printing.print_report import Offer

    plain = "".join(c if c.isalnum() or c in "-." else "-" for c in file_name)
    return Offer(kind, name, make, _sections(kind), about, plain, client)
