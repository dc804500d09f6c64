"""Clients' files for tests: quick keys, one of every part, and every page decrypted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from counselor_app.client_texts import inventory_form
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.fit.work_values import BY_ELEMENT
from counselor_app.domain.record.record import Position
from counselor_app.domain.session.big_five import BigFiveNote
from counselor_app.domain.session.inventory import Answers
from counselor_app.domain.session.readiness import ReadinessAnswers
from counselor_app.domain.session.self_report import Kind, Value
from counselor_app.domain.session.styles import StyleAnswers
from counselor_app.domain.session.value_cards import Piles
from counselor_app.workspace import answers, key, notes, sessions
from counselor_app.workspace.base import APPLICATION_ID, Workspace, connect
from counselor_app.workspace.clients import save_client
from counselor_app.workspace.migrate import migrate

PASSPHRASE = "three plain words"
QUICK_ROUNDS, QUICK_COST = 1_000, (8, 1)
"""Of key derivation; the program's own take a sixth and a third of a second each."""

SELF_REPORTS: dict[Kind, Value] = {
    "styles": StyleAnswers({"1.D.1.a-1": 4, "1.D.1.a-2": 2, "1.D.2.c-1": 1}),
    "cards": Piles({"hours": "must", "team": "nice", "rise": "not"}),
    "before": ReadinessAnswers({"needs": 0, "way-in": 1}),
    "after": ReadinessAnswers({"needs": 2, "way-in": 1, "at-ease": 3}),
    "big_five": BigFiveNote("IPIP-60", date(2026, 2, 1), "raw", {"openness": 41.5}, (12, 60)),
}

_WAL_HEAD, _FRAME_HEAD, _IV_AND_SEAL = 32, 24, 80


class Ticking:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


def fill(workspace: Workspace, name: str, words: str = "likes to build") -> str:
    """A client with one of every part; the note and the step hold ``words``."""
    client = save_client(workspace, name)
    session = sessions.start_session(workspace, client)
    position = Position("inventory", ("43-4051.00", "29-1141.00"), "Personality fit", "R03")
    sessions.save_position(workspace, session, position)
    form = inventory_form("short")
    given = {item: place % 5 for place, item in enumerate(form.ids[:7])}
    taken = Answers(form, given, frozenset(form.ids[7:9]), 31.5)
    inventory = answers.start_inventory(workspace, client, taken, session)
    scores = parse_scores("8,14,10,22,25,33", taken=date(2026, 3, 1))
    answers.save_scores(workspace, client, scores, session)
    answers.save_scores(workspace, client, parse_scores("CES"), session, inventory)
    answers.save_levels(workspace, client, {"2.A.1.a": 3.5, "2.B.1.a": 0.0})
    answers.save_values(workspace, client, list(BY_ELEMENT))
    notes.save_shortlist(workspace, client, ["43-4051.00", "29-1141.00"])
    notes.save_word(workspace, client, "29-1141.00", "an aunt is one")
    notes.save_set_aside(workspace, client, ["35-3023.00"])
    notes.save_note(workspace, client, words, "client", session, "43-4051.00")
    notes.save_note(workspace, client, f"{words}, but not outdoors", "counselor")
    step = notes.save_step(workspace, client, f"visit: {words}")
    notes.change_step(workspace, step, f"visit: {words}", done=True)
    notes.plan_step(workspace, step, date(2026, 3, 9), "an aunt")
    for kind, value in SELF_REPORTS.items():
        answers.save_self_report(workspace, client, kind, value, session)
    notes.save_report(workspace, client, "fit report", ["43-4051.00"], "Letter, PDF", session)
    return client


def everything_in(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file below a folder and its bytes as they are on the disk."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path, path.read_bytes()


def decrypted(content: bytes, opened: key.Key, *, wal: bool = False) -> Iterator[bytes]:
    """Every page of an encrypted file, or of its write-ahead log, free and superseded ones too.

    SQLCipher 4: AES-256-CBC; a page ends in 16 bytes of IV and 64 of HMAC, page 1 begins with
    the salt.
    """
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    start, head = (_WAL_HEAD, _FRAME_HEAD) if wal else (0, 0)
    while start + head + key.PAGE <= len(content):
        number = int.from_bytes(content[start : start + 4], "big") if wal else start // key.PAGE + 1
        page = content[start + head : start + head + key.PAGE]
        body, iv = page[: key.PAGE - _IV_AND_SEAL], page[key.PAGE - _IV_AND_SEAL :][:16]
        body = body[16:] if number == 1 else body
        reader = Cipher(algorithms.AES(opened.secret), modes.CBC(iv)).decryptor()
        yield reader.update(body) + reader.finalize()
        start += head + key.PAGE


def found_inside(folder: Path, opened: key.Key, word: bytes) -> list[str]:
    """The files below a folder that hold a word once they are decrypted, page by page."""
    found = []
    for path, content in everything_in(folder):
        wal = path.name.endswith("-wal")
        if any(word in page for page in decrypted(content, opened, wal=wal)):
            found.append(path.name)
    return found


def old_shape(path: Path) -> None:
    """Write a file of the first shape with one client, in the place of what was there."""
    path.unlink(missing_ok=True)
    made = key.derive(PASSPHRASE, os.urandom(16))
    workspace = Workspace(path, made, connect(path, made, "rwc"))
    workspace.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrate(workspace.connection, upto=1)
    save_client(workspace, "RF-14")
    workspace.shut()
