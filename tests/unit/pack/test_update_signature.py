"""A finished pack carried elsewhere: signed, checked before anything is read, refused in words."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import stat
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from counselor_app.cli import main
from counselor_app.errors import UserError
from counselor_app.pack import signature
from counselor_app.pack.current import InUse, in_use
from counselor_app.pack.digest import file_digest
from counselor_app.pack.signature import (
    MANIFEST,
    PACK,
    SIGNATURE,
    checked_key,
    export_pack,
    is_container,
    make_key,
    unpack,
)
from counselor_app.pack.update import accept, discard, look, prepare, prepare_pack
from counselor_app.pack.verify import verify

DAY = date(2027, 9, 1)
MUTATIONS = 1000 if os.environ.get("COUNSELOR_EVERY_STEP") else 20


@pytest.fixture
def key(tmp_path: Path) -> str:
    """A public key; its private key is key.pem beside."""
    return make_key(tmp_path / "key.pem")


@pytest.fixture
def carried(first: Path, stick: Path, tmp_path: Path, key: str) -> Path:
    """The next year's pack, built and signed on another computer."""
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(first, elsewhere)
    used = accept(prepare([stick], elsewhere), elsewhere, today=DAY)
    export_pack(used.path, tmp_path / "district.pack", tmp_path / "key.pem", today=DAY)
    return tmp_path / "district.pack"


def _changed(container: Path, name: str, members: dict[str, bytes | None]) -> Path:
    """The container with some members replaced or, where None, left out."""
    target = container.with_name(name)
    with zipfile.ZipFile(container) as old, zipfile.ZipFile(target, "w") as new:
        for one in old.namelist():
            content = members.get(one, old.read(one))
            if content is not None:
                new.writestr(one, content)
    return target


def _nothing_installed(folder: Path, before: InUse) -> None:
    assert in_use(folder) == before
    assert not list(folder.glob("*new-*"))


def test_a_signed_pack_is_installed_as_it_was_made(first: Path, carried: Path, key: str) -> None:
    assert is_container(carried)
    assert look([carried]).packs == (carried,)
    stick = carried.parent / "a stick"
    stick.mkdir()
    shutil.copyfile(carried, stick / carried.name)
    assert look([stick]).packs == (stick / carried.name,)
    assert look([stick]).strangers == ()
    candidate = prepare_pack(carried, first, [key], codes=["43-4051"])
    assert candidate.made_on == "2027-09-01"
    assert candidate.changes.renamed
    used = accept(candidate, first, today=DAY)
    assert verify(used.path) == []
    assert in_use(first) == used
    with zipfile.ZipFile(carried) as archive:
        assert archive.read(PACK) == used.path.read_bytes()


def test_the_private_key_is_its_owners_alone(tmp_path: Path, key: str) -> None:
    private = tmp_path / "key.pem"
    if os.name == "posix":
        assert stat.S_IMODE(private.stat().st_mode) == 0o600
    kept = private.read_bytes()
    with pytest.raises(UserError, match="is there already"):
        make_key(private)
    assert private.read_bytes() == kept
    assert checked_key(f" {key}\n") == key
    for wrong in ("", "abc", key[:-1], key + "A", kept.decode()):
        with pytest.raises(UserError, match="is not a public key"):
            checked_key(wrong)


def test_without_a_key_the_refusal_says_how_to_trust_one(first: Path, carried: Path) -> None:
    before = in_use(first)
    with pytest.raises(UserError, match="counselor-app data trust-key KEY"):
        prepare_pack(carried, first, [])
    _nothing_installed(first, before)


def test_a_pack_of_somebody_else_is_refused(first: Path, carried: Path, tmp_path: Path) -> None:
    before = in_use(first)
    with pytest.raises(UserError, match="not signed with a key that is trusted"):
        prepare_pack(carried, first, [make_key(tmp_path / "another.pem")])
    _nothing_installed(first, before)


def test_unsigned_and_changed_packs_are_refused(
    first: Path, carried: Path, key: str, tmp_path: Path
) -> None:
    before = in_use(first)
    with zipfile.ZipFile(carried) as archive:
        manifest, pack = archive.read(MANIFEST), archive.read(PACK)
        good = archive.read(SIGNATURE)
    newer = json.dumps({**json.loads(manifest), "schema_version": "99"}).encode()
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    private = load_pem_private_key((tmp_path / "key.pem").read_bytes(), None)
    sign: Callable[[bytes], bytes] = lambda text: private.sign(signature._CONTEXT + text)  # type: ignore[union-attr,call-arg,return-value,arg-type]  # noqa: E731
    flipped = bytes([pack[5000] ^ 1])
    for name, members, words in (
        ("unsigned", {SIGNATURE: None}, "is not signed"),
        ("blank", {SIGNATURE: b""}, "or it was changed after it was signed"),
        ("manifest", {MANIFEST: manifest.replace(b"2027-09-01", b"2027-09-02")}, "was changed"),
        ("newer", {MANIFEST: newer, SIGNATURE: sign(newer)}, "another version"),
        ("words", {MANIFEST: b"[]", SIGNATURE: sign(b"[]")}, "not a whole data pack"),
        ("plain", {SIGNATURE: private.sign(manifest)}, "was changed"),  # type: ignore[union-attr,call-arg]
        ("pack", {PACK: pack[:5000] + flipped + pack[5001:]}, "contents are not what was signed"),
        ("longer", {PACK: pack + b"more"}, "contents are not what was signed"),
        ("shorter", {PACK: pack[:-1]}, "contents are not what was signed"),
        ("empty", {PACK: None}, "a part of it is missing"),
        ("huge", {MANIFEST: manifest + b" " * 20_000}, "too long"),
    ):
        changed = _changed(carried, f"{name}.pack", members)  # type: ignore[arg-type]
        with pytest.raises(UserError, match=words):
            prepare_pack(changed, first, [key])
        _nothing_installed(first, before)
    assert len(good) == 64


def test_a_signed_file_that_is_no_pack_of_this_program_is_refused(
    first: Path, tmp_path: Path, key: str
) -> None:
    """The signature says who made it, not that it is whole."""
    before = in_use(first)
    (tmp_path / "other.sqlite").write_bytes(in_use(first).path.read_bytes()[:50_000])
    export_pack(tmp_path / "other.sqlite", tmp_path / "o.pack", tmp_path / "key.pem", today=DAY)
    with pytest.raises(UserError, match="damaged"):
        prepare_pack(tmp_path / "o.pack", first, [key])
    _nothing_installed(first, before)


def test_an_older_pack_is_refused_unless_asked_for(
    first: Path, carried: Path, stick: Path, tmp_path: Path, key: str
) -> None:
    export_pack(in_use(first).path, tmp_path / "old.pack", tmp_path / "key.pem", today=DAY)
    accept(prepare([stick], first), first, today=DAY)
    before = in_use(first)
    with pytest.raises(UserError, match=r"holds older data .*in use is"):
        prepare_pack(tmp_path / "old.pack", first, [key])
    _nothing_installed(first, before)
    discard(prepare_pack(tmp_path / "old.pack", first, [key], older=True))


def _export(pack: Path, target: Path, serial: int, monkeypatch: pytest.MonkeyPatch) -> Path:
    with monkeypatch.context() as patch:
        patch.setattr("counselor_app.pack.signature.time.time", lambda: float(serial))
        export_pack(pack, target, target.with_name("key.pem"), today=DAY)
    return target


def test_an_earlier_pack_of_the_same_releases_is_refused_unless_asked_for(
    first: Path, carried: Path, tmp_path: Path, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pack that was corrected is not undone by the one before, though that is signed too."""
    made = in_use(tmp_path / "elsewhere").path
    wrong = _export(made, tmp_path / "wrong.pack", 1_000, monkeypatch)
    right = _export(made, tmp_path / "right.pack", 2_000, monkeypatch)
    later = _export(made, tmp_path / "later.pack", 3_000, monkeypatch)
    accept(prepare_pack(right, first, [key]), first, today=DAY)
    before = in_use(first)
    assert before.serial == 2_000
    with pytest.raises(UserError, match="was made before the pack in use, of the same releases"):
        prepare_pack(wrong, first, [key])
    _nothing_installed(first, before)
    discard(prepare_pack(wrong, first, [key], older=True))
    discard(prepare_pack(right, first, [key]))
    discard(prepare_pack(later, first, [key]))


def test_a_signed_pack_with_a_part_of_its_own_is_refused(
    first: Path, tmp_path: Path, key: str
) -> None:
    before = in_use(first)
    forged = tmp_path / "forged.sqlite"
    shutil.copyfile(before.path, forged)
    with closing(sqlite3.connect(forged)) as connection:
        connection.execute("CREATE TRIGGER more AFTER INSERT ON tool BEGIN DELETE FROM tool; END")
        connection.execute(
            "UPDATE meta SET value = ? WHERE key = 'digest'", ("sha256:" + "0" * 64,)
        )
        connection.commit()
    digest, place = file_digest(forged)
    assert place is not None
    with forged.open("r+b") as file:
        file.seek(place)
        file.write(digest)
    export_pack(forged, tmp_path / "f.pack", tmp_path / "key.pem", today=DAY)
    with pytest.raises(UserError, match="parts that are not of this program: more"):
        prepare_pack(tmp_path / "f.pack", first, [key])
    _nothing_installed(first, before)


def test_an_export_replaces_nothing(first: Path, tmp_path: Path, key: str) -> None:
    target = tmp_path / "thesis.doc"
    target.write_text("precious")
    with pytest.raises(UserError, match="is there already"):
        export_pack(in_use(first).path, target, tmp_path / "key.pem", today=DAY)
    assert target.read_text() == "precious"
    with pytest.raises(UserError, match="not a key that sign-key made"):
        export_pack(in_use(first).path, tmp_path / "x.pack", target, today=DAY)
    assert not (tmp_path / "x.pack").exists()


def test_mutated_containers_are_never_installed(carried: Path, key: str, tmp_path: Path) -> None:
    """Bits, bytes and ends of the file changed at random: the pack itself comes out, or nothing."""
    whole = carried.read_bytes()
    with zipfile.ZipFile(carried) as archive:
        made = archive.read(PACK)
    seeded = random.Random(8)
    bad = tmp_path / "bad.pack"
    for _ in range(MUTATIONS):
        content = bytearray(whole)
        how = seeded.random()
        # Half of the changes go where a zip keeps its own account, at the end.
        start = seeded.choice((0, len(whole) - 1500))
        places = [seeded.randrange(start, len(whole)) for _ in range(seeded.randint(1, 4))]
        if how < 0.7:
            for place in places:
                content[place] ^= 1 << seeded.randrange(8)
        elif how < 0.85:
            del content[min(places) :]
        else:
            content[places[0] : places[0]] = seeded.randbytes(9)
        bad.write_bytes(content)
        out = tmp_path / "out.sqlite"
        try:
            unpack(bad, out, [key])
        except UserError:
            assert not out.exists()
        else:
            # What a zip ignores may change; then what was signed comes out, byte for byte.
            assert out.read_bytes() == made
            out.unlink()


def test_mutated_releases_are_never_half_used(
    first: Path, first_release: Path, tmp_path: Path
) -> None:
    """A damaged file is refused in words, or read as it stands into a pack that is whole."""
    old, seeded = in_use(first), random.Random(8)
    files = sorted(path for path in first_release.rglob("*") if path.is_file())
    for number in range(MUTATIONS // 2):
        folder = tmp_path / f"stick-{number}"
        shutil.copytree(first_release, folder)
        victim = folder / seeded.choice(files).relative_to(first_release)
        content = bytearray(victim.read_bytes())
        for _ in range(seeded.randint(1, 5)):
            content[seeded.randrange(len(content))] = seeded.randrange(256)
        if seeded.random() < 0.3:
            del content[seeded.randrange(len(content)) :]
        victim.write_bytes(content)
        try:
            candidate = prepare([folder], first)
        except UserError:
            candidate = None
        if candidate is not None:
            assert verify(candidate.path) == []
            discard(candidate)
        _nothing_installed(first, old)
        shutil.rmtree(folder)


def test_the_commands(
    first: Path, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(first, elsewhere)
    monkeypatch.setenv("COUNSELOR_DATA", str(elsewhere))
    assert main(["data", "update", str(stick), "--yes"]) == 0
    private, pack = tmp_path / "district.pem", tmp_path / "district.pack"
    assert main(["data", "sign-key", str(private)]) == 0
    shown = capsys.readouterr().out
    command = shown.splitlines()[-1].split()
    assert private.read_text().splitlines()[1] not in shown
    assert main(["data", "export-pack", str(pack), "--key", str(private)]) == 0
    monkeypatch.setenv("COUNSELOR_DATA", str(first))
    before = in_use(first)
    assert main(["data", "install-pack", str(pack), "--yes"]) == 2
    assert "data trust-key KEY" in capsys.readouterr().err
    assert main(["data", "update", str(pack), "--yes"]) == 2
    assert "install-pack FILE" in capsys.readouterr().err
    assert in_use(first) == before
    assert main(command[1:]) == 0
    assert main(["data", "install-pack", str(pack), "--yes"]) == 0
    assert in_use(first).path.name == in_use(elsewhere).path.name
    assert main([*command[1:], "--remove"]) == 0
    assert main(["data", "install-pack", str(pack), "--yes"]) == 2
