"""What can be printed now, and with which settings; opens the dialogs about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counselor_app import __version__
from counselor_app.domain.fit.compare import FEWEST
from counselor_app.errors import UserError
from counselor_app.language import _, joined, pgettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.domain.occupation.target import Target
    from counselor_app.domain.record.record import Record
    from counselor_app.reports.branding import Branding
    from counselor_app.reports.handout import Copy
    from counselor_app.reports.parts import Kind, Report
    from counselor_app.ui.parts.host import Host
    from counselor_app.ui.printing.print_report import Offer, PrintDialog
    from counselor_app.ui.state.client import ClientState
    from counselor_app.ui.state.places import Places
    from counselor_app.ui.state.preferences import Preferences
    from counselor_app.ui.state.reference import Reference
    from counselor_app.ui.state.shortlist import Shortlist
    from counselor_app.ui.state.view import Over, View

    Make = Callable[[frozenset[str], bool], Report]
_YOURS = pgettext("report", "Your copy")


_ON_SCREEN: dict[Over, Kind] = {
    "": "profile", "start": "profile", "home": "handout", "interests": "fit", "matches": "fit",
    "compare": "compare", "moving": "profile", "plan": "handout", "handout": "handout",
}  # fmt: skip
"""The report of each page."""
_ON_INTERESTS = frozenset({"key-figures", "scores", "means", "not-meant"})
"""What the page of the interests shows of the fit report: no statistics, no ranking."""


@dataclass(frozen=True, slots=True)
class AskedPay:
    """The client's own wage to set beside the pay, and whether prices count."""

    target: Target | None
    prices: bool


class PrintDesk(QObject):
    """Gathers the reports that the window's state allows.

    ``made`` tells kind, format ("print" for paper) and codes of what has left the program.
    ``record`` gives what is kept of the client in the session, None without a clients' file;
    ``compared`` the codes that a comparison is about; ``asked_pay`` the client's wage and whether
    prices count, as chosen on the salary tab; ``places_wanted`` carries the dialog over which
    places are chosen, and what runs after the change.
    """

    made = Signal(str, str, object)
    places_wanted = Signal(object, object)

    def __init__(
        self, reference: Reference, client: ClientState, shortlist: Shortlist, places: Places,
        view: View, preferences: Preferences, host: Host,
    ) -> None:  # fmt: skip
        super().__init__(host)
        self._reference, self._client, self._shortlist = reference, client, shortlist
        self._places, self._view, self._preferences, self._host = places, view, preferences, host
        self.record: Callable[[], Record | None] = lambda: None
        self.holds_client: Callable[[], bool] = lambda: False
        self.compared: Callable[[], tuple[str, ...]] = tuple
        self.asked_pay: Callable[[], AskedPay] = lambda: AskedPay(None, prices=False)

    def can_print(self) -> bool:
        """Whether there is something to print."""
        scored = self._client.client.scores is not None
        return bool(self._view.codes) or scored or self.holds_client()

    def show(self, first: str = "", copy: str = "client") -> None:
        """Preview, print or save what is on the screen, or ``first`` a report of a kind.

        Of a handout it is the client's ``copy``, or the "counselor"'s.
        """
        from counselor_app.ui.printing.print_report import PrintDialog

        host, offers = self._host, self.offers(first, copy)
        if not offers:
            host.say(_("There is nothing to print yet."), problem=False)
            return
        host.settle_popover()
        kept = self._preferences
        dialog = PrintDialog(
            offers, kept.settings.paper, kept.settings.left_out, self.branding(), host.theme, host
        )
        dialog.paper_chosen.connect(lambda p: kept.remember(kept.settings._replace(paper=p)))
        dialog.left_out_chosen.connect(
            lambda _kind, ids: kept.remember(kept.settings._replace(left_out=ids))
        )
        dialog.places_wanted.connect(
            lambda: self.places_wanted.emit(
                dialog, lambda: dialog.set_offers(self.offers(first, copy))
            )
        )
        if "paper" in kept.machine.fixed:
            dialog.fix_paper()
        dialog.branding_wanted.connect(partial(self._branding, dialog))
        dialog.batch_wanted.connect(partial(self._batch, dialog))
        dialog.made.connect(lambda kind, fmt: self.made.emit(kind, fmt, self._codes(kind)))
        dialog.open()

    def offers(self, first: str = "", copy: str = "client") -> list[Offer]:
        """All that can be printed, what is on the screen first (or ``first``, a kind)."""
        code = self._view.code
        sheet = self._reference.sheet(code) if code else None
        found = [] if sheet is None else [self._profile(sheet)]
        if self._client.client.scores is not None:
            found.append(self._fit())
        sheets = self._reference.sheets(self.compared())
        if len(sheets) >= FEWEST:
            found.append(self._comparison(sheets))
        record = self._kept()
        if record is not None:
            found += [self._handout(record, "client"), self._handout(record, "counselor")]
        own = self._host.theme.own
        reads = self._client.client.reads(own)
        found = [replace(o, language=own if o.name == _YOURS else reads) for o in found]
        wanted = first or _ON_SCREEN[self._view.over]
        yours = copy == "counselor"
        found.sort(key=lambda o: (o.kind != wanted, yours and o.name != _YOURS))
        if self._view.over == "interests" and not first and self._client.client.scores is not None:
            found.insert(0, replace(self._interests(), language=reads))
        return found

    def branding(self) -> Branding:
        """What was set once for every report."""
        from counselor_app.reports.branding import branding

        kept = self._preferences
        return branding(kept.settings, kept.folder, kept.machine.logo)

    def _profile(self, sheet: Sheet) -> Offer:
        lookup, today, pay = self._reference.lookup, date.today(), self.asked_pay()
        prices = lookup.parities if pay.prices else None

        def make(sections: frozenset[str], _named: bool) -> Report:
            from counselor_app.reports.content import profile_content

            return profile_content(
                sheet,
                made_on=today,
                version=__version__,
                sections=sections,
                target=pay.target,
                prices=prices,
                words=lookup.words,
            )

        job = sheet.occupation
        about = _("Pay for: {places}.", places=joined((row.place for row in sheet.wages), "; "))
        return _offer(
            "profile", pgettext("report", "Profile"), make, about, f"{job.short_code}-{job.title}"
        )

    def _fit(self) -> Offer:
        reference, today = self._reference, date.today()
        shown, view = self._view.matches(), self._client.view
        chosen = reference.sheets(self._shortlist.codes or self._view.codes)
        place = shown.place if shown is not None else self._places.home
        view = view if shown is None else view.banded(shown.edition)

        def make(sections: frozenset[str], named: bool) -> Report:
            from counselor_app.domain.occupation.wages import NATION
            from counselor_app.reports.fit import fit_report_content

            matches = reference.match_list(view.ranking, place or NATION, view.redraws)
            return fit_report_content(
                view,
                chosen,
                matches if shown is None else shown.printed(matches),
                made_on=today,
                version=__version__,
                sources=reference.sources,
                named=named,
                sections=sections,
            )

        about = _("The client’s interests and the closest occupations.")
        return _offer(
            "fit",
            pgettext("report", "Fit"),
            make,
            about,
            "fit-report",
            person=view.client.name,
        )

    def _interests(self) -> Offer:
        """The six interests alone, as their page shows them."""
        reference, view, today = self._reference, self._client.view, date.today()

        def make(_sections: frozenset[str], named: bool) -> Report:
            from counselor_app.domain.occupation.wages import NATION
            from counselor_app.reports.fit import fit_report_content

            matches = reference.match_list(view.ranking, self._places.home or NATION, view.redraws)
            whole = fit_report_content(
                view, (), matches, made_on=today, version=__version__, sources=reference.sources,
                named=named, sections=frozenset({"interests"}),
            )  # fmt: skip
            shown = tuple(part for part in whole.sections if part.id in _ON_INTERESTS)
            return replace(whole, sections=shown)

        from counselor_app.ui.printing.print_report import Offer

        name, about = pgettext("report", "Interests"), _("Six bars, and what they say.")
        person = view.client.name
        return Offer("fit", name, make, (), about, "interests", bool(person), person=person)

    def _comparison(self, sheets: Sequence[Sheet]) -> Offer:
        view, today = self._client.view, date.today()

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

        about = _("{n} occupations, a row a question.", n=len(sheets))
        person = view.client.name if view.client.scores is not None else ""
        return _offer(
            "compare", pgettext("report", "Comparison"), make, about, "comparison", person=person
        )

    def _kept(self) -> Record | None:
        try:
            return self.record()
        except UserError as error:
            self._host.say(str(error))
            return None

    def _handout(self, record: Record, copy: Copy) -> Offer:
        from counselor_app.domain.record.handout import client_handout

        reference, today, view = self._reference, date.today(), self._client.view
        met = record.open_session or (record.sessions[-1] if record.sessions else None)
        session = met.uid if met else None
        codes = client_handout(record, session).codes
        sheets = reference.sheets([code for code in codes if code in reference.titles])

        def make(sections: frozenset[str], named: bool) -> Report:
            from counselor_app.reports.handout import handout_content

            return handout_content(
                record,
                sheets,
                copy=copy,
                made_on=today,
                version=__version__,
                sources=reference.sources,
                session=session,
                view=view,
                named=named,
                sections=sections,
            )

        if copy == "client":
            about = _("For the client to take home; your own notes are not in it.")
            name = pgettext("report", "Handout")
            return _offer("handout", name, make, about, "session", person=record.name)
        about, name = _("Your own copy with your notes: not for the client."), _YOURS
        return _offer("handout", name, make, about, "session-counselor", person=record.name)

    def _codes(self, kind: str) -> tuple[str, ...]:
        """The occupations that a report of a kind is about."""
        if kind == "compare":
            return self.compared()
        if kind == "fit" and self._shortlist.codes:
            return self._shortlist.codes
        return self._view.codes[:1] if kind == "profile" else self._view.codes

    def _branding(self, dialog: PrintDialog) -> None:
        from counselor_app.ui.printing.branding import BrandingDialog

        asked = BrandingDialog(
            self.branding(), self._host.theme, dialog, self._preferences.machine.fixed
        )
        asked.chosen.connect(partial(self._brand, dialog))
        asked.open()

    def _brand(self, dialog: PrintDialog, chosen: Branding) -> None:
        """Keep the name, the footer and the logo for every report."""
        from counselor_app.reports.files import write_report
        from counselor_app.settings import LOGO

        kept = self._preferences
        own_logo = "logo" not in kept.machine.fixed
        try:
            if chosen.logo and own_logo:
                kept.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                write_report(chosen.logo, kept.folder / LOGO)
            elif own_logo:
                (kept.folder / LOGO).unlink(missing_ok=True)
        except (UserError, OSError) as error:
            dialog.said.setText(_("The logo could not be kept: {why}", why=str(error)))
            return
        kept.remember(
            kept.settings._replace(school=chosen.name, footer=chosen.footer, logo=bool(chosen.logo))
        )
        dialog.set_branding(chosen)

    def _batch(self, dialog: PrintDialog) -> None:
        from counselor_app.reports.sections import without
        from counselor_app.ui.printing.batch import BatchDialog, BatchPlan

        reference = self._reference
        left_out = _left_out("profile", self._preferences.settings.left_out)
        plan = BatchPlan(
            reading=reference.reader(),
            jobs=tuple(reference.jobs),
            shortlist=self._shortlist.codes,
            sections=without("profile", left_out),
            words=reference.lookup.words,
            paper=dialog.paper,
            branding=dialog.branding,
            language=dialog.language,
        )
        BatchDialog(plan, self._host.theme, dialog).open()


def _left_out(kind: Kind, ids: Sequence[str]) -> list[str]:
    """The sections of one kind among "profile.tools", "fit.list" ..."""
    return [name.partition(".")[2] for name in ids if name.startswith(f"{kind}.")]


def _sections(kind: Kind) -> tuple[tuple[str, str], ...]:
    from counselor_app.reports.sections import SECTIONS

    return tuple((section.id, section.name) for section in SECTIONS[kind])


def _offer(
    kind: Kind, name: str, make: Make, about: str, file_name: str, *, person: str = ""
) -> Offer:
    from counselor_app.ui.printing.print_report import Offer

    return Offer(kind, name, make, _sections(kind), about, file_name, bool(person), person=person)
