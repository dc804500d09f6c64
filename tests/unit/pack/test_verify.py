"""Verify finds any damage and says what it is."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest
import tiny_releases as tiny

from counselor_app.errors import UserError
from counselor_app.pack.build import build
from counselor_app.pack.digest import file_digest
from counselor_app.pack.verify import stop_after, verify


@pytest.fixture
def tiny_pack(tmp_path: Path) -> Path:
    pack = tmp_path / "p.sqlite"
    build([tiny.write_onet(tmp_path / "30.1", "csv")], pack)
    return pack


def test_a_fresh_pack_has_no_findings(tiny_pack: Path) -> None:
    assert verify(tiny_pack) == []


def test_the_digest_is_of_the_file_with_the_digest_as_zeros(tiny_pack: Path) -> None:
    digest, place = file_digest(tiny_pack)

    assert place is not None
    assert tiny_pack.read_bytes()[place : place + 71] == digest


def test_a_flipped_byte_anywhere_is_found(tiny_pack: Path) -> None:
    whole = tiny_pack.read_bytes()
    _, digest_at = file_digest(tiny_pack)
    assert digest_at is not None
    chosen = random.Random(4051).sample(range(len(whole)), 60)
    for at in (0, 17, 30, digest_at + 10, digest_at + 70, len(whole) - 1, *chosen):
        damaged = bytearray(whole)
        damaged[at] ^= 0x10
        tiny_pack.write_bytes(damaged)
        findings = verify(tiny_pack)
        assert findings, f"byte {at} was changed and nothing found"
        for raw in ("malformed", "***", "Tree ", "Page ", "cell ", "btree"):
            assert raw not in " ".join(findings)


def test_a_cut_off_pack_is_found(tiny_pack: Path) -> None:
    tiny_pack.write_bytes(tiny_pack.read_bytes()[:-4096])

    assert verify(tiny_pack)


def test_a_changed_figure_is_found_in_words(tiny_pack: Path) -> None:
    connection = sqlite3.connect(tiny_pack)
    with connection:
        connection.execute("UPDATE interest SET r = 7")
    connection.close()

    assert verify(tiny_pack) == ["Its contents are not what was built: the checksum differs."]


def test_a_missing_table_and_a_broken_reference_are_named(tiny_pack: Path) -> None:
    connection = sqlite3.connect(tiny_pack)
    with connection:
        connection.execute("DROP TABLE cluster")
        connection.execute("DELETE FROM occupation WHERE code = ?", (tiny.CLERK,))
    connection.close()

    findings = " ".join(verify(tiny_pack))
    assert "Tables are missing: cluster." in findings
    assert "points at a missing row of occupation" in findings


def test_another_version_is_named(tiny_pack: Path) -> None:
    connection = sqlite3.connect(tiny_pack)
    with connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'schema_version'")
    connection.close()

    assert "It is of version 0; this program reads version 5." in verify(tiny_pack)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 something else", b"SQLite format 3\0 not"])
def test_what_is_no_pack_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.sqlite"
    path.write_bytes(content)

    with pytest.raises(UserError, match=r"other\.sqlite is not an occupation data file"):
        verify(path)


def test_another_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE song (name TEXT)")
    connection.close()

    with pytest.raises(UserError, match=r"other\.sqlite is not an occupation data file"):
        verify(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"nowhere\.sqlite: cannot be read"):
        verify(tmp_path / "nowhere.sqlite")


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
STRANGE = (
    f"DROP TABLE cluster; CREATE VIEW cluster AS {ENDLESS}",
    f"DROP TABLE job_zone; CREATE VIEW job_zone AS {ENDLESS}",
    f"CREATE VIEW more AS {ENDLESS}",
    "CREATE TRIGGER more AFTER INSERT ON kept_wage BEGIN DELETE FROM kept_wage; END",
    "CREATE TABLE more (a TEXT)",
    "CREATE INDEX more ON kept_wage (employment)",
    "CREATE INDEX more ON kept_wage (employment) WHERE employment > 5",
    "CREATE VIRTUAL TABLE more USING fts5(a)",
    "ALTER TABLE kept_wage ADD COLUMN more TEXT",
    "ALTER TABLE kept_wage ADD COLUMN more TEXT AS (occ || occ)",
    "ALTER TABLE occupation RENAME COLUMN title TO name",
    "ALTER TABLE tool RENAME TO tools",
    "DROP INDEX factor_occ; CREATE INDEX factor_occ ON factor (industry)",
    "DROP TABLE cluster; CREATE TABLE cluster (code, cluster, pathway, source_id)",
    "DROP TABLE cluster; CREATE TABLE cluster (code TEXT, cluster TEXT, pathway TEXT,"
    " source_id INTEGER CHECK (source_id > randomblob(9)))",
    "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'zone INTEGER',"
    " 'zone BLOB') WHERE name = 'job_zone'",
    "ANALYZE",
)


@pytest.mark.parametrize("sql", STRANGE)
def test_anything_that_is_not_of_the_programs_own_schema_is_named_and_not_read(
    tiny_pack: Path, sql: str
) -> None:
    connection = sqlite3.connect(tiny_pack)
    connection.executescript(sql)
    connection.close()

    (finding,) = verify(tiny_pack)
    assert finding.startswith("It has parts that are not of this program: ")


def test_reading_is_bounded_in_time(tiny_pack: Path) -> None:
    connection = sqlite3.connect(tiny_pack)
    stop_after(connection, 0.1)
    with pytest.raises(sqlite3.OperationalError) as stopped:
        connection.execute(f"SELECT count(*) FROM ({ENDLESS})")
    assert stopped.value.sqlite_errorname == "SQLITE_INTERRUPT"
    connection.close()
