"""Many profiles at once: which, as what, how far it is, and what could not be made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QPlainTextEdit, QProgressBar, QWidget

from counselor_app import __version__
from counselor_app.domain.figures.wording import number
from counselor_app.domain.occupation.listing import OccupationRow, by_cluster, by_family
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, language, ngettext, pgettext
from counselor_app.ui.parts.buttons import Button, SegmentedControl
from counselor_app.ui.parts.choices import ChoiceButton
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.files import dated_name, file_to_open, file_to_save, folder_to_use
from counselor_app.ui.parts.news import Status
from counselor_app.ui.parts.saved import Saved
from counselor_app.ui.parts.tasks import Progress, Task
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

if TYPE_CHECKING:
    from counselor_app.domain.occupation.plain_words import Wording
    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.reports.batch import Batch, NotMade
    from counselor_app.reports.branding import Branding
    from counselor_app.reports.parts import Report

Shape = Literal["booklet", "pdf", "html", "xlsx", "csv"]
SHAPES: tuple[tuple[Shape, str], ...] = (
    ("booklet", _("One booklet (PDF)")),
    ("pdf", _("A PDF each")),
    ("html", _("A web page each")),
    ("xlsx", _("A spreadsheet each")),
    ("csv", _("One table of figures (CSV)")),
)
_FAMILY = pgettext("choice", "Job family")
_CLUSTER = pgettext("choice", "Career cluster")
_SOURCES = (
    pgettext("choice", "Shortlist"), _FAMILY, _CLUSTER, pgettext("choice, occupations", "All"),
    _("List in a file"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """What is known before it is asked: the jobs and the settings.

    ``reading`` opens the pack anew, for the thread, and gives what reads an occupation.
    """

    reading: Callable[[], AbstractContextManager[Callable[[str], Sheet]]]
    jobs: tuple[OccupationRow, ...]
    shortlist: tuple[str, ...]
    sections: frozenset[str]
    words: Wording
    paper: Literal["letter", "a4"]
    branding: Branding
    language: str = "en"


class BatchDialog(Dialog):
    """Makes the profiles in a thread that can be stopped; closing stops it too."""

    def __init__(self, plan: BatchPlan, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(
            pgettext("title", "Many occupations"), theme, parent, width=620, height=430
        )
        self._plan = plan
        self._codes: tuple[str, ...] = ()
        self._wrong: tuple[NotMade, ...] = ()
        self._task: Task | None = None
        words = _("Their profiles, with the sections and the paper chosen for one.")
        self.content.addWidget(Prose(words, theme, role="body"))
        start = 0 if plan.shortlist else 1
        self.source = SegmentedControl(
            _SOURCES, theme, pgettext("choice", "Which occupations"), index=start
        )
        self.source.chosen.connect(self._choose)
        self.content.addWidget(self.source)
        self.family, self._families = self._group(by_family(plan.jobs), _FAMILY)
        self.cluster, self._clusters = self._group(by_cluster(plan.jobs), _CLUSTER)
        self.shape = ChoiceButton(
            [words for _shape, words in SHAPES], theme, pgettext("choice", "Made as")
        )
        self.shape.chosen.connect(self._shaped)
        self.content.addWidget(self.shape)
        self.said = Status("", theme, role="body")
        self.content.addWidget(self.said)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(theme.say(pgettext("part of the window", "Progress")))
        self.bar.setFont(theme.font("row"))
        self.bar.hide()
        self.content.addWidget(self.bar)
        self.failed = QPlainTextEdit()
        self.failed.setReadOnly(True)
        self.failed.setAccessibleName(theme.say(_("What could not be made")))
        self.failed.setFont(theme.font("row"))
        self.failed.hide()
        self.content.addWidget(self.failed, 1)
        self.content.addStretch(0)
        self.stop = Button(
            theme, pgettext("button", "Stop"), look="outlined", name=_("Stop making reports")
        )
        self.make = Button(theme, pgettext("button", "Make…"), look="primary")
        for button in (self.stop, self.make):
            self.buttons.addWidget(button)
        self.saved = Saved(theme)
        self.saved.failed.connect(self.said.setText)
        self.buttons.insertWidget(0, self.saved)
        self.stop.hide()
        self.stop.clicked.connect(self._stop)
        self.make.clicked.connect(self._make)
        self._shape = 0
        self._choose(start)

    def _group(
        self, groups: Mapping[str, tuple[str, ...]], name: str
    ) -> tuple[ChoiceButton, tuple[tuple[str, ...], ...]]:
        """A choice among groups, and item by item its codes."""
        names = sorted(groups, key=self.theme.order)
        codes = tuple(groups[one] for one in names)
        button = ChoiceButton(names, self.theme, name)
        button.chosen.connect(lambda place: self._take(codes[place], ""))
        self.content.addWidget(button)
        return button, codes

    def done(self, result: int) -> None:
        self._stop()
        super().done(result)

    def _choose(self, source: int) -> None:
        self.family.setVisible(source == 1)
        self.cluster.setVisible(source == 2)
        self._wrong = ()
        if source == 0:
            self._take(self._plan.shortlist, _("Nothing is on the shortlist yet (Ctrl+S)."))
        elif source == 1:
            self._take(self._families[self.family.index()], "")
        elif source == 2:
            self._take(self._clusters[self.cluster.index()], "")
        elif source == 3:
            self._take(tuple(job.code for job in self._plan.jobs), "")
        else:
            self._from_file()

    def _from_file(self) -> None:
        from counselor_app.reports.code_list import read_codes

        kind = (pgettext("kind of file", "Lists"), "*.csv *.txt")
        target = file_to_open(self, self.theme, _("A list of occupation codes"), kind)
        if target is None:
            self._take((), _("Choose a CSV file with a code such as 43-4051 on each line."))
            return
        try:
            codes, wrong = read_codes(target, {job.code for job in self._plan.jobs})
        except UserError as error:
            self._take((), str(error))
            return
        self._wrong = tuple(wrong)
        self._take(tuple(codes), "")
        self._tell_failed(self._wrong)

    def _take(self, codes: tuple[str, ...], none: str) -> None:
        self._codes = codes
        self.failed.hide()
        count = len(codes)
        found = ngettext("{n} occupation.", "{n} occupations.", count, n=number(count))
        self.said.setText(found if codes else none)
        self.make.setEnabled(bool(codes))

    def _shaped(self, place: int) -> None:
        self._shape = place

    def _make(self) -> None:
        shape = SHAPES[self._shape][0]
        target = self._target(shape)
        if target is None:
            return
        self._task = task = Task(self._work(shape, target), self.parentWidget() or self)
        task.progress.connect(self._progressed)
        task.done.connect(self._finished)
        task.failed.connect(self._broke)
        self._busy(True)
        self.bar.setRange(0, len(self._codes))
        self.bar.setValue(0)
        task.start()

    def _target(self, shape: Shape) -> Path | None:
        if shape in ("booklet", "csv"):
            end = "pdf" if shape == "booklet" else "csv"
            suggested = f"{dated_name('occupations', on=date.today())}.{end}"
            return file_to_save(
                self, self.theme, pgettext("title", "Save as"), suggested,
                (end.upper(), f"*.{end}"),
            )  # fmt: skip
        return folder_to_use(self, self.theme, _("Folder for the reports"))

    def _work(self, shape: Shape, target: Path) -> Callable[..., Batch | None]:
        plan, codes, wrong = self._plan, self._codes, self._wrong

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Batch | None:
            from counselor_app.reports import batch
            from counselor_app.reports.content import profile_content

            today = date.today()
            with plan.reading() as read:

                def made(code: str) -> Report:
                    return profile_content(
                        read(code),
                        made_on=today,
                        version=__version__,
                        sections=plan.sections,
                        words=plan.words,
                        language=language(plan.language),
                    )

                run = batch.Run(codes, made, plan.paper, plan.branding, wrong, progress, cancelled)
                if shape == "booklet":
                    name = _occupations(len(codes))
                    return batch.write_booklet(run, target, name=name, made_on=today)
                if shape == "csv":
                    return batch.write_table(run, target)
                return batch.write_each(run, target, shape)

        return work

    def _progressed(self, done: int, of: int, what: str) -> None:
        self.bar.setValue(done)
        done_words = _("{n} of {all} done.", n=number(done), all=number(of))
        self.said.setText(joined((done_words, what)))

    def _finished(self, made: Batch | None) -> None:
        self._busy(False)
        if made is None:
            self.said.setText(_("Stopped. Nothing was written."))
            return
        self.said.setText(pgettext("reports", "Made: {summary}", summary=made.summary))
        self._tell_failed(made.not_made)
        self.saved.offer(made.target)

    def _broke(self, error: Exception) -> None:
        self._busy(False)
        if not isinstance(error, UserError):
            self.said.setText(_("The reports could not be made: {why}", why=str(error)))
            raise error
        self.said.setText(str(error))

    def _tell_failed(self, items: tuple[NotMade, ...]) -> None:
        self.failed.setVisible(bool(items))
        lines = (joined((item.what, item.why), ": ") for item in items)
        said = joined((_("Could not be made:"), *lines), "\n") if items else ""
        self.failed.setPlainText(self.theme.say(said))

    def _busy(self, busy: bool) -> None:
        if not busy:
            self._task = None
        for widget in (self.source, self.family, self.cluster, self.shape):
            widget.setEnabled(not busy)
        self.make.setVisible(not busy)
        self.stop.setVisible(busy)
        self.stop.setEnabled(True)
        self.bar.setVisible(busy)
        if busy:
            self.saved.hide()
            self.failed.hide()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.stop.setEnabled(False)
            self.said.setText(pgettext("while it works", "Stopping…"))


def _occupations(count: int) -> Said:
    return ngettext("{n} occupation", "{n} occupations", count, n=number(count))
