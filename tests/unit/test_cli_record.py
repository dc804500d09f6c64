"""The commands on one client's record, and the field study's file, run whole."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from workspace_files import PASSPHRASE, QUICK_COST, fill

from counselor_app.cli import main
from counselor_app.client_texts import inventory_form
from counselor_app.domain.session.consent import Consent
from counselor_app.domain.session.inventory import Answers
from counselor_app.workspace import key
from counselor_app.workspace.answers import save_inventory, start_inventory
from counselor_app.workspace.clients import list_clients, save_client
from counselor_app.workspace.opening import close_workspace, create_workspace, open_workspace
from counselor_app.workspace.record import read_record

LONG = inventory_form("long")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(key, "_COST", QUICK_COST)
    path = tmp_path / "clients.counselor"
    workspace = create_workspace(path, PASSPHRASE, who="counselor")
    fill(workspace, "RF-14")
    save_client(workspace, "KM-02")
    close_workspace(workspace)
    return path


def run(monkeypatch: pytest.MonkeyPatch, path: Path, *words: str) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n"))
    return main([*words, "--file", str(path)])


Capture = pytest.CaptureFixture[str]


def test_what_a_client_says_is_shown_in_words_and_carried_to_another_file(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    assert run(monkeypatch, path, "client", "show", "rf-14") == 0
    said = capsys.readouterr().out
    assert "  I notice how other people feel.: not like me" in said
    assert "  The hours fit my life.: Must have" in said
    assert "Big Five note: IPIP-60" in said
    assert run(monkeypatch, path, "client", "show", "KM-02") == 0
    assert "said nothing of themselves yet" in capsys.readouterr().out
    assert run(monkeypatch, path, "client", "show", "RF-14", "--json") == 0
    carried = tmp_path / "record.json"
    carried.write_text(capsys.readouterr().out, encoding="utf-8")
    other = tmp_path / "other.counselor"
    workspace = create_workspace(other, PASSPHRASE)
    client = save_client(workspace, "RF-14")
    close_workspace(workspace)
    for words in ("5 of 5 were not there yet", "0 of 5 were not there yet"):
        assert run(monkeypatch, other, "client", "import", str(carried), "RF-14") == 0
        assert words in capsys.readouterr().out
    workspace = open_workspace(other, PASSPHRASE)
    kept = {one.kind: one.value for one in read_record(workspace, client).self_reports}
    workspace.shut()
    source = open_workspace(path, PASSPHRASE)
    (line,) = (one for one in list_clients(source) if one.name == "RF-14")
    assert kept == {one.kind: one.value for one in read_record(source, line.uid).self_reports}
    source.shut()
    assert run(monkeypatch, path, "client", "import", str(carried), "KM-02") == 2
    assert "another client’s here. Nothing was taken in" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"version": 3}, "written by a newer version of Counselor"),
        ({"format": "list"}, "no client’s record in JSON"),
        ({"self_reports": [{"uid": "x"}]}, "cannot be read (a key is not 16"),
        ({"self_reports": [7]}, "Nothing was taken in"),
        ({"self_reports": [{"uid": "0" * 16, "kind": "big_five", "edition": "",
                            "taken": "2026-03-02T09:00:00+00:00",
                            "said": {"instrument": "X", "taken": "2026-02-01", "kind": "T",
                                     "ends": None, "scores": {"openness": 140}}}]},
         "The score 140 is out of range; expected 0 to 100."),
    ],
)  # fmt: skip
def test_json_that_cannot_be_taken_in_is_refused_in_a_line(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture,
    change: dict[str, object], said: str,
) -> None:  # fmt: skip
    file = tmp_path / "record.json"
    whole = {"format": "counselor-client-record", "version": 2, "self_reports": [], **change}
    file.write_text(json.dumps(whole), encoding="utf-8")
    assert run(monkeypatch, path, "client", "import", str(file), "KM-02") == 2
    shown = capsys.readouterr().err
    assert said in shown
    assert shown.startswith("counselor-app: record.json: ")


def test_a_record_of_version_1_holds_nothing_to_take_in(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    file = tmp_path / "record.json"
    file.write_text('{"format": "counselor-client-record", "version": 1}', encoding="utf-8")
    assert run(monkeypatch, path, "client", "import", str(file), "KM-02") == 0
    assert "0 of 0" in capsys.readouterr().out


def test_the_study_needs_ten_consents_and_writes_no_name(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    out = tmp_path / "study.csv"
    assert run(monkeypatch, path, "study-export", str(out)) == 2
    assert "fewer than 10 is not written" in capsys.readouterr().err
    assert not out.exists()
    workspace = open_workspace(path, PASSPHRASE)
    given = {item: place % 5 for place, item in enumerate(LONG.ids)}
    for number in range(11):
        client = save_client(workspace, f"Person {number}")
        answers = Answers(LONG, given, seconds=300.0, consent=Consent("en", "18-24", "f", 1))
        save_inventory(workspace, start_inventory(workspace, client, answers), answers)
    close_workspace(workspace)
    assert run(monkeypatch, path, "client", "leave-study", "Person 10") == 0
    assert "1 inventory is out of the field study." in capsys.readouterr().out
    assert run(monkeypatch, path, "study-export", str(out)) == 0
    assert "10 rows in study.csv." in capsys.readouterr().out
    head, *rows = out.read_text(encoding="utf-8").splitlines()
    assert head.split(",")[10:] == [f"{scale}{n}" for scale in "RIASEC" for n in range(11, 21)]
    assert len(rows) == 10
    assert not any(word in out.read_text(encoding="utf-8") for word in ("Person", "RF-14", "2026"))
    assert run(monkeypatch, path, "study-export", str(out)) == 2
    assert "is there already" in capsys.readouterr().err
