"""The parts of a window that shows a pack: models first, then the features that read them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from counselor_app.machine import NOTHING_SET, Machine
from counselor_app.settings import Settings
from counselor_app.store.reference import Pack
from counselor_app.ui.caseload.desk import CaseloadDesk
from counselor_app.ui.counsel.client_jobs import ClientJobs
from counselor_app.ui.counsel.desk import CounselDesk
from counselor_app.ui.occupation.choose_places import ChoosePlaces
from counselor_app.ui.occupation.compare_desk import CompareDesk
from counselor_app.ui.occupation.jobs import Jobs
from counselor_app.ui.printing.desk import PrintDesk
from counselor_app.ui.session.desk import SessionDesk
from counselor_app.ui.session.plan_desk import PlanDesk
from counselor_app.ui.shell.help_texts import FIRST_STEPS
from counselor_app.ui.shell.popovers import Popovers
from counselor_app.ui.shell.rows import LIMIT
from counselor_app.ui.shell.sidebar import Sidebar
from counselor_app.ui.state.client import ClientState
from counselor_app.ui.state.clients_file import ClientsFile
from counselor_app.ui.state.commands import Commands
from counselor_app.ui.state.history import History
from counselor_app.ui.state.in_play import InPlay
from counselor_app.ui.state.places import Places, with_home
from counselor_app.ui.state.preferences import Preferences
from counselor_app.ui.state.reference import Reference
from counselor_app.ui.state.session import SessionModels
from counselor_app.ui.state.shortlist import Shortlist
from counselor_app.ui.state.view import View

if TYPE_CHECKING:
    from counselor_app.domain.occupation.plain_words import Wording
    from counselor_app.ui.shell.window import MainWindow


class Parts(QObject):
    """Models and features, made but not joined: what only the shell holds all of."""

    def __init__(
        self, pack: Pack, window: MainWindow, settings: Settings, folder: Path,
        clients_file: Path | None = None, machine: Machine = NOTHING_SET,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self.window, self.theme = window, window.theme
        self.preferences = Preferences(settings, folder, self, with_home(machine, pack))
        self.places = places = Places(pack, self.preferences, self)
        self.reference = reference = Reference(pack, places, self)
        reference.lookup.words = cast("Wording", settings.words)
        self.client = client = ClientState(reference.profiles, reference.demands, self)
        self.shortlist = shortlist = Shortlist(self)
        self.aside = aside = Shortlist(self)
        self.view = view = View(self)
        self.commands = commands = Commands(self)
        self.history = History(self)
        self.in_play = in_play = InPlay(self)
        models = SessionModels(reference, client, shortlist, aside, view, commands, window, in_play)
        self.clients_file = ClientsFile(models, clients_file)
        self.sidebar = Sidebar(
            reference.jobs, lambda text: reference.find(text, LIMIT), self.theme, window,
            days=lambda: reference.days,
        )  # fmt: skip
        self.jobs = Jobs(reference, places, view, window)
        self.popovers = Popovers(self.theme, window, self.jobs.title_at, reference.lookup.meaning)
        self.choose_places = ChoosePlaces(places, window)
        jobs = ClientJobs(shortlist, aside, in_play, lambda: self.clients_file.holds_client)
        self.counsel = CounselDesk(reference, client, jobs, places, view, commands, window)
        self.comparison = CompareDesk(reference, client, shortlist, view, places, window)
        self.printing = PrintDesk(
            reference, client, shortlist, places, view, self.preferences, window
        )
        self.caseload = CaseloadDesk(self.clients_file, self.preferences, self.printing.branding)
        plan = PlanDesk(self.clients_file, self.preferences, self.printing.branding)
        self.session = SessionDesk(self.clients_file, places, self.history, plan)
        self.session.way = () if settings.welcomed else FIRST_STEPS.lines
