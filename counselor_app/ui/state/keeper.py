"""Keeps the client of a session in the clients' file, as things happen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from counselor_app.domain.record.record import Position
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.inventory import Answers, score
from counselor_app.domain.session.self_report import KINDS
from counselor_app.errors import UserError
from counselor_app.workspace import answers as answers_file
from counselor_app.workspace import clients, notes, sessions
from counselor_app.workspace.base import Workspace


class Keeper(QObject):
    """One client of an open file; each call is one short committed write of what differs.

    ``trouble`` carries what went wrong when a save fails, and "" when all is saved again. What
    could not be saved is written with the next call of its kind, for it still differs; changes of
    steps wait in order, for nothing else holds them.
    """

    trouble = Signal(str)

    def __init__(
        self, workspace: Workspace, uid: str, session: str, saved: Client, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.workspace, self.uid, self.session = workspace, uid, session
        self.inventory: str | None = None
        self._saved = saved
        self._another = False
        self._listed: tuple[str, ...] = ()
        self._aside: tuple[str, ...] = ()
        self._position = Position()
        self._behind: set[str] = set()
        self._waiting: list[Callable[[], object]] = []

    @property
    def behind(self) -> bool:
        """Whether something could not be saved yet."""
        return bool(self._behind)

    @property
    def name(self) -> str:
        """The client's name in the file."""
        return self._saved.name

    def take_up(
        self, inventory: str | None, listed: Sequence[str], aside: Sequence[str],
        position: Position,
    ) -> None:  # fmt: skip
        """Go on from what the file holds."""
        self.inventory, self._position = inventory, position
        self._listed, self._aside = tuple(listed), tuple(aside)

    def saved_anew(self, parts: Mapping[str, Any]) -> None:
        """Say which parts of the client the file has now, written by another hand than this."""
        self._saved = replace(self._saved, **parts)

    def rename(self, name: str) -> None:
        """Give the client another name.

        Raises:
            UserError: when it is empty or another client's; the old one stays.
        """
        clients.rename_client(self.workspace, self.uid, name)
        self._saved = replace(self._saved, name=" ".join(name.split()))

    def next_inventory(self, *, another: bool) -> None:
        """Say whether the answers to come are those of ``another`` inventory."""
        self._another = another

    def keep(self, client: Client) -> bool:
        """Save answers, scores, ratings and values where they differ; whether all is saved."""
        return self.attempt("client", lambda: self._keep(client))

    def keep_answers(self, answers: Answers) -> bool:
        """Save an inventory under way; whether it is saved."""
        return self.attempt("client", lambda: self._keep_answers(answers))

    def keep_shortlist(self, codes: Sequence[str]) -> bool:
        """Save the shortlist; whether it is saved."""
        wanted = tuple(codes)

        def write() -> None:
            if wanted != self._listed:
                notes.save_shortlist(self.workspace, self.uid, wanted)
                self._listed = wanted

        return self.attempt("shortlist", write)

    def keep_aside(self, codes: Sequence[str]) -> bool:
        """Save what is set aside; whether it is saved."""
        wanted = tuple(codes)

        def write() -> None:
            if wanted != self._aside:
                notes.save_set_aside(self.workspace, self.uid, wanted)
                self._aside = wanted

        return self.attempt("set aside", write)

    def keep_position(self, position: Position) -> bool:
        """Save where the session stands; whether it is saved."""

        def write() -> None:
            if position != self._position:
                sessions.save_position(self.workspace, self.session, position)
                self._position = position

        return self.attempt("position", write)

    def change_steps(self, write: Callable[[], object]) -> bool:
        """Change the next steps, after the changes that could not be saved; whether all are."""
        self._waiting.append(write)
        return self.keep_steps()

    def keep_steps(self) -> bool:
        """Save the changes of steps that wait; whether none is left."""

        def write() -> None:
            while self._waiting:
                self._waiting[0]()
                del self._waiting[0]

        return self.attempt("step", write)

    def attempt(self, part: str, write: Callable[[], object]) -> bool:
        """Do one write of a ``part``; say when it fails, and when all is saved again."""
        try:
            write()
        except UserError as error:
            self._behind.add(part)
            self.trouble.emit(str(error))
            return False
        if part in self._behind:
            self._behind.discard(part)
            if not self._behind:
                self.trouble.emit("")
        return True

    def _keep(self, client: Client) -> None:
        saved, inventory = self._saved, self.inventory
        # One transaction; what counts as saved changes only after it.
        with self.workspace.change():
            if client.answers != saved.answers:
                inventory = self._written(client.answers)
            if client.scores is not None and client.scores != saved.scores:
                answers_file.save_scores(
                    self.workspace, self.uid, client.scores, self.session,
                    inventory if _gave(client) else None,
                )  # fmt: skip
            if client.levels != saved.levels:
                answers_file.save_levels(self.workspace, self.uid, client.levels)
            if client.values != saved.values:
                answers_file.save_values(self.workspace, self.uid, client.values)
            for kind in KINDS:
                if (value := getattr(client, kind)) != getattr(saved, kind):
                    answers_file.save_self_report(
                        self.workspace, self.uid, kind, value, self.session
                    )
        self._saved = replace(client, name=saved.name)
        self._answered(inventory)

    def _keep_answers(self, answers: Answers) -> None:
        if answers != self._saved.answers and answers.seen:
            inventory = self._written(answers)
            self._saved = replace(self._saved, answers=answers)
            self._answered(inventory)

    def _answered(self, inventory: str | None) -> None:
        if inventory != self.inventory:
            self.inventory, self._another = inventory, False

    def _written(self, answers: Answers | None) -> str | None:
        """Write the answers; the inventory that they belong to."""
        ws = self.workspace
        if answers is None:
            if self.inventory is not None and self._saved.answers is not None:
                empty = Answers(self._saved.answers.form)
                answers_file.save_inventory(ws, self.inventory, empty)
            return None
        if self._another or self.inventory is None:
            return answers_file.start_inventory(ws, self.uid, answers, self.session)
        answers_file.save_inventory(ws, self.inventory, answers)
        return self.inventory


def _gave(client: Client) -> bool:
    """Whether the scores are those of the client's answers, and not typed in or from a code."""
    answers, scores = client.answers, client.scores
    if answers is None or scores is None or scores.instrument != answers.form.instrument:
        return False
    return scores.scores == tuple(scale.score for scale in score(answers).scales)
