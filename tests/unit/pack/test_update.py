"""New data from a stick: built beside the old, told in words, swapped whole, back by one."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import tiny_releases as tiny
import two_vintages as two

from counselor_app.cli import main
from counselor_app.errors import UserError
from counselor_app.pack.changes import Named
from counselor_app.pack.changes_words import WITHIN, as_csv, as_dict, as_text, figure_note
from counselor_app.pack.current import (
    POINTER,
    in_use,
    sweep,
)
from counselor_app.pack.draft import CancelledError
from counselor_app.pack.update import accept, discard, look, prepare
from counselor_app.pack.verify import verify
from counselor_app.store.reference import open_pack
from counselor_app.store.sheet import read_sheet

DAY, LATER = date(2026, 9, 1), date(2027, 9, 1)


def _left(folder: Path) -> set[str]:
    """What stands beside packs and what is known of them."""
    known = ("pack-", "reference-", POINTER, "checked.json", "settings.json")
    return {path.name for path in folder.iterdir() if not path.name.startswith(known)}


def test_what_changed_is_told_with_both_vintages(first: Path, stick: Path) -> None:
    candidate = prepare([stick], first, codes=["43-4051", "41-2031"])
    changes = candidate.changes
    assert changes.occupations == (5, 6)
    assert changes.new == (Named(two.CASHIER, "Cashiers"),)
    assert changes.gone == (Named(two.DEVELOPER, "Software Developers"),)
    assert [(one.before, one.after) for one in changes.renamed] == [
        ("Registered Nurses", "Nurses, Registered")
    ]
    (split,) = changes.moved
    assert (split.kind, split.before[0].code) == ("split", two.SELLER)
    assert tuple(one.code for one in split.after) == two.SELLERS
    skills = next(one for one in changes.coverage if one.what == "skills")
    assert skills.lost == (Named(tiny.ACUTE, tiny.TITLES[tiny.ACUTE]),)
    found = {one.after.key: one for one in changes.figures}
    median, mean = found["wage.annual.p50"], found["wage.annual.mean"]
    assert (median.before.value, median.before.vintage) == (44770, "May 2025")
    assert (median.after.value, median.after.vintage) == (45970, "May 2026")
    assert median.within is None  # no error is published for a percentile
    assert mean.within is True
    assert figure_note(mean) == WITHIN
    assert found["openings.annual"].same
    assert changes.missing == (two.SELLER,)
    text = as_text(changes)
    assert "Occupational Employment and Wage Statistics May 2025 → May 2026" in text
    assert "5 → 6 occupations: 1 new, 1 gone, 1 renamed, 1 split." in text
    assert "41-2031.00 is on the shortlist and is now Shop Salespersons" in text
    assert "$44,770 (May 2025) → $45,970 (May 2026), no error published" in text
    assert "$46,590 (May 2025) → $46,700 (May 2026), within error" in text
    wage = next(f for f in as_dict(changes)["figures"] if f["key"] == "wage.annual.p50")
    assert wage["before"]["value"] == 44770
    assert wage["within_error"] is None
    json.dumps(as_dict(changes))
    assert b"Split,,Retail Salespersons (41-2031.00)" in as_csv(changes)


def test_the_old_data_stays_until_the_new_is_accepted(first: Path, stick: Path) -> None:
    old = in_use(first)
    candidate = prepare([stick], first)
    assert in_use(first) == old
    discard(candidate)
    assert in_use(first) == old
    assert _left(first) == set()
    used = accept(prepare([stick], first), first, today=LATER)
    assert in_use(first) == used
    assert used.since == "2027-09-01"
    assert used.path != old.path
    assert old.path.is_file()
    assert verify(used.path) == []
    assert _left(first) == set()


def test_what_a_release_does_not_bring_stays_with_its_own_source(first: Path, stick: Path) -> None:
    used = accept(prepare([stick], first), first, today=LATER)
    with open_pack(used.path) as pack:
        sheet = read_sheet(pack, tiny.CLERK)
    assert [task.text for task in sheet.tasks] == ["An invented task."]
    assert sheet.tasks_source.label == "O*NET 30.1"
    assert sheet.description == "A newly invented text."
    assert sheet.description_source.label == "O*NET 31.0"
    assert sheet.outlook.base_year == 2024
    assert "call taker" in sheet.titles.titles
    assert sheet.nation.median().value == 45970


def test_wages_alone_leave_descriptions_and_their_source(first: Path, stick: Path) -> None:
    used = accept(prepare([stick / "oews-2026"], first), first, today=LATER)
    with open_pack(used.path) as pack:
        sheet = read_sheet(pack, tiny.CLERK)
        codes = {code for (code,) in pack.connection.execute("SELECT code FROM occupation")}
        areas = {code for (code,) in pack.connection.execute("SELECT code FROM area")}
    assert sheet.description == f"An invented text on {tiny.TITLES[tiny.CLERK]}."
    assert sheet.description_source.label == "O*NET 30.1"
    assert sheet.nation.median().vintage == "May 2026"
    assert two.SELLER in codes
    assert areas == set(tiny.AREAS)


def test_without_wages_on_the_stick_places_and_industries_stay(first: Path, stick: Path) -> None:
    used = accept(prepare([stick / "db"], first), first, today=LATER)
    with open_pack(used.path) as pack:
        sheet = read_sheet(pack, tiny.CLERK, ["4800000"])
        areas = {code for (code,) in pack.connection.execute("SELECT code FROM area")}
        industries = {code for (code,) in pack.connection.execute("SELECT code FROM industry")}
    assert areas == set(tiny.AREAS)
    assert industries == {"31--34", "113300"}
    assert sheet.wages[1].median().value == 40420
    assert sheet.wages[1].median().vintage == "May 2025"


def test_the_same_release_again_changes_nothing(first: Path, stick: Path) -> None:
    used = accept(prepare([stick], first), first, today=LATER)
    again = prepare([stick], first, codes=["43-4051"])
    assert all(one.same for one in again.changes.figures)
    assert "The releases are the same." in as_text(again.changes)
    assert accept(again, first, today=date(2028, 1, 1)) == used
    assert _left(first) == set()


def test_an_older_release_is_refused_unless_asked_for(
    first: Path, stick: Path, first_release: Path
) -> None:
    accept(prepare([stick], first), first, today=LATER)
    before = in_use(first)
    with pytest.raises(UserError, match=r"OEWS May 2025 is older .*OEWS May 2026"):
        prepare([first_release / "oews-2025"], first)
    skills = [first_release / "onet" / name for name in ("Skills.txt", "Read Me.txt")]
    with pytest.raises(UserError, match=r"O\*NET .*is older .*O\*NET 31\.0"):
        prepare(skills, first)
    assert in_use(first) == before
    assert _left(first) == set()
    older = prepare([first_release / "oews-2025"], first, codes=["43-4051"], older=True)
    wage = next(one for one in older.changes.figures if one.after.key == "wage.annual.p50")
    assert (wage.before.vintage, wage.after.vintage) == ("May 2026", "May 2025")
    discard(older)


def test_of_a_release_older_in_part_only_what_is_not_older_is_used(
    first: Path, stick: Path, first_release: Path
) -> None:
    accept(prepare([stick], first), first, today=LATER)
    candidate = prepare([first_release / "onet"], first, codes=["43-4051"])
    assert "Skills.txt (O*NET 30.1) is not used: the data in use has a newer release." in (
        candidate.remarks
    )
    assert all(one.same for one in candidate.changes.figures)
    assert candidate.changes.renamed == ()
    discard(candidate)


def test_an_older_decade_is_refused_too(first: Path, tmp_path: Path) -> None:
    tiny.write_projections(tmp_path / "stick" / "occupation.xlsx", 2023)
    with pytest.raises(UserError, match=r"2023–33 is older .*2024–34"):
        prepare([tmp_path / "stick"], first)
    assert _left(first) == set()


def test_cancelled_at_any_step_leaves_nothing(first: Path, stick: Path) -> None:
    old, steps = in_use(first), 0

    def counted() -> bool:
        nonlocal steps
        steps += 1
        return False

    discard(prepare([stick], first, cancelled=counted))
    assert steps > 15
    for stop in (1, steps // 2, steps - 1):
        left = iter(range(stop))
        with pytest.raises(CancelledError):
            prepare([stick], first, cancelled=lambda left=left: next(left, None) is None)  # type: ignore[misc]
        assert in_use(first) == old
        assert _left(first) == set()


def test_a_stick_is_recognised_whatever_the_files_are_called(stick: Path, tmp_path: Path) -> None:
    (stick / "holiday.docx").write_bytes(b"not ours")
    found = look([tiny.write_zip(tmp_path / "from the agency.zip", stick)])
    assert dict(found.releases)["O*NET 31.0"] > 5
    assert "OEWS May 2026" in dict(found.releases)
    assert found.strangers == ("holiday.docx",)
    assert found.packs == ()


def test_what_is_left_out_of_a_release_is_said_once_with_the_reason(
    first: Path, stick: Path
) -> None:
    (stick / "db" / "task_ratings.csv").write_text("onetsoc_code\n")
    (stick / "holiday.docx").write_bytes(b"not ours")
    skills = stick / "db" / "essential_skills.csv"
    text = skills.read_text(encoding="utf-8-sig")
    last = text.splitlines()[-1]
    skills.write_text(f"{text}{last.replace(last[:10], '99-9999.00')}\n", encoding="utf-8-sig")
    found = look([stick])
    assert "task_ratings.csv" in found.unused
    assert found.strangers == ("holiday.docx",)
    candidate = prepare([stick], first)
    discard(candidate)
    assert "Not recognized: holiday.docx." in candidate.remarks
    (unused,) = (one for one in candidate.remarks if one.startswith("Known, and without use here"))
    assert "task_ratings.csv" in unused
    (refused,) = (one for one in candidate.remarks if "cannot be used" in one)
    assert refused.startswith(f"{skills.name}: 1 row cannot be used (")


def test_a_stick_with_nothing_known_is_refused_in_words(first: Path, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").write_bytes(b"cat")
    with pytest.raises(UserError, match=r"Nothing given is an official table.*cat\.jpg"):
        prepare([tmp_path / "photos"], first)
    assert _left(first) == set()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_said(first: Path, stick: Path) -> None:
    first.chmod(0o500)
    try:
        with pytest.raises(UserError, match="cannot be written"):
            prepare([stick], first)
    finally:
        first.chmod(0o700)


def test_a_full_disk_at_the_swap_leaves_the_old_data(
    first: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = in_use(first)
    candidate = prepare([stick], first)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("counselor_app.pack.current.os.fsync", full)
        with pytest.raises(UserError, match="No space left on device"):
            accept(candidate, first, today=LATER)
    assert in_use(first) == old


def test_the_commands_ask_before_they_swap(
    first: Path, stick: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    answer: Callable[[str], None],
) -> None:  # fmt: skip
    monkeypatch.setenv("COUNSELOR_DATA", str(first))
    old = in_use(first)
    answer("\n")
    assert main(["data", "update", str(stick), "--codes", "43-4051"]) == 0
    assert "unchanged" in capsys.readouterr().err
    assert in_use(first) == old
    answer("y\n")
    assert main(["data", "update", str(stick), "--json"]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["renamed"][0]["after"] == "Nurses, Registered"
    assert "In use now: O*NET 31.0, older parts of 30.1  ·  OEWS May 2026  ·  " in shown.err
    assert main(["data", "info", "--json"]) == 0
    info = json.loads(capsys.readouterr().out)
    assert info["in_use"]["can_go_back"] is True
    assert {source["label"] for source in info["sources"]} >= {"O*NET 31.0", "OEWS May 2026"}
    assert main(["data", "back"]) == 0
    assert "In use now: O*NET 30.1  ·  OEWS May 2025  ·  " in capsys.readouterr().out
    assert in_use(first).path == old.path


def test_sweeping_leaves_the_file_of_an_update_that_runs(first: Path, tmp_path: Path) -> None:
    """Two programs may bring new data in at once; what was left an hour ago goes."""
    used = in_use(first)
    names = ("new-1a2b3c4d.sqlite", ".new-1a2b3c4d.sqlite.77-ab.partial", ".pack.json.77")
    fresh = [first / f"{name}" for name in names]
    stale = [first / name.replace("1a2b", "9f8e").replace("77", "78") for name in names]
    stale.append(first / f"pack-{'0' * 16}.sqlite")
    now = time.time()
    for path in (*fresh, *stale):
        path.write_bytes(b"under way")
    for path in fresh:
        os.utime(path, (now - 3000, now - 3000))
    for path in (*stale, used.path):
        os.utime(path, (now - 4000, now - 4000))
    unnamed = first / f"pack-{'1' * 16}.sqlite"
    unnamed.write_bytes(b"just moved there")
    sweep(first)
    assert [path for path in (*fresh, unnamed, used.path) if not path.exists()] == []
    assert [path for path in stale if path.exists()] == []
