"""Pages go to the queue of the settings by name, as PDF, and say nothing of the student there."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from counselor_app.errors import UserError
from counselor_app.kiosk.printing import Allowance, CupsPrinter, PrintJob, QtPrinter, print_within
from counselor_app.reports.branding import Branding
from counselor_app.reports.content import profile_content
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet


class Queue:
    """Stands for the programs of CUPS."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.calls: list[tuple[Sequence[str], bytes]] = []
        self._refuses = refuses

    def __call__(self, command: Sequence[str], **how: Any) -> subprocess.CompletedProcess[bytes]:
        self.calls.append((command, how.get("input", b"")))
        assert how["timeout"] > 0
        if self._refuses:
            return subprocess.CompletedProcess(command, 1, b"", b"lp: no such printer")
        said = b"request id is library-217 (1 file(s))\n"
        return subprocess.CompletedProcess(command, 0, said, b"")


@pytest.fixture
def job(pack: Pack) -> PrintJob:
    sheet = read_sheet(pack, "43-4051")
    content = profile_content(sheet, made_on=date(2026, 11, 22), version="0.1")
    return PrintJob(content, "letter", Branding())


def test_a_job_is_one_pdf_known_by_its_number(job: PrintJob) -> None:
    queue = Queue()
    allowance = Allowance(4)
    assert print_within(allowance, job, CupsPrinter("library", queue)) == 2
    command, data = queue.calls[0]
    assert command == ["lp", "-d", "library", "-t", "Counselor", "-o", "media=Letter", "-"]
    assert data.startswith(b"%PDF-")
    assert (allowance.sent, allowance.left) == (["library-217"], 2)
    CupsPrinter("library", queue).cancel("library-217")
    assert queue.calls[1][0] == ["cancel", "-x", "library-217"]


def test_a_queue_that_refuses_costs_no_page(job: PrintJob) -> None:
    allowance = Allowance(4)
    with pytest.raises(UserError, match="No page was counted"):
        print_within(allowance, job, CupsPrinter("gone", Queue(refuses=True)))
    assert allowance.left == 4


def test_more_pages_than_are_left_are_not_sent(job: PrintJob) -> None:
    queue = Queue()
    with pytest.raises(UserError, match="This takes 2 pages, and you have 1 page left"):
        print_within(Allowance(1), job, CupsPrinter("library", queue))
    assert queue.calls == []


def test_a_job_that_was_on_its_way_when_the_session_ended_is_taken_back(job: PrintJob) -> None:
    queue = Queue()
    allowance = Allowance(4)

    class EndsMeanwhile(Queue):
        def __call__(self, command: Sequence[str], **how: Any) -> Any:
            allowance.over.set()
            return queue(command, **how)

    print_within(allowance, job, CupsPrinter("library", EndsMeanwhile()))
    assert queue.calls[-1][0] == ["cancel", "-x", "library-217"]
    assert print_within(allowance, job, CupsPrinter("library", queue)) == 0


def test_a_printer_that_does_not_exist_is_said_in_words(job: PrintJob, qapp: object) -> None:
    with pytest.raises(UserError, match="The printer did not take it"):
        QtPrinter("no such printer at all").send(job)
