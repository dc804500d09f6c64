"""Names and words on any terminal: shown as far as it can, obeyed never, one line for an error."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.cli import main
from counselor_app.cli.terminal import ask_line, ask_secret, plain_output, print_json, writable
from counselor_app.domain.figures.plain_text import printable
from counselor_app.errors import UserError

EVIL = ["\x1b[31m", "\x07", "\x9b31m", "\r", "\x7f", "\u202e", "\u2066", "\u200f", "\u2028",
        "\udcff", "\x00", "\U000e0041"]  # fmt: skip


def run(
    pack: Path, *arguments: str | bytes, encoding: str = "utf-8", given: bytes = b""
) -> tuple[int, bytes, bytes]:
    """The program as a shell starts it, with a console of a code page."""
    done = subprocess.run(
        [sys.executable, "-m", "counselor_app", "--pack", str(pack), *arguments],
        input=given, capture_output=True, check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


class Stream(io.TextIOWrapper):
    def __init__(self, encoding: str) -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="")

    def said(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)  # type: ignore[attr-defined]


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii", "cp932", "latin-1", "koi8-r"])
def test_an_occupation_is_shown_whatever_the_code_page(seed_pack: Path, encoding: str) -> None:
    status, out, err = run(seed_pack, "show", "29-1141", encoding=encoding)
    assert (status, err) == (0, b"")
    assert "Registered Nurses" in out.decode(encoding)
    status, out, _ = run(seed_pack, "show", "29-1141", "--json", encoding=encoding)
    assert json.loads(out.decode(encoding))["code"] == "29-1141.00"


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii", "utf-8"])
@given(text=st.text())
def test_any_text_can_be_written_and_json_stays_json(encoding: str, text: str) -> None:
    stream = Stream(encoding)
    made = writable(printable(text), stream)
    stream.write(made)
    assert stream.said() == made
    before, sys.stdout = sys.stdout, stream
    try:
        with plain_output():
            print_json({"text": text})
    finally:
        sys.stdout = before
    assert json.loads(stream.said()[len(made) :])["text"] == text


@pytest.mark.parametrize("sign", EVIL)
def test_a_terminal_is_given_nothing_to_obey(sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out, err = Stream("utf-8"), Stream("utf-8")
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    with plain_output():
        print(f"a{sign}b")
        print(f"a{sign}b", file=sys.stderr)
    assert sys.stdout is out
    for stream in (out, err):
        assert sign not in stream.said()
        assert stream.said().startswith("a\\u")


def test_what_is_plain_stays_as_it_is() -> None:
    for text in ("Zoë — 5 × “x”\n\t…", "می\u200cخواهم", "👩\u200d🏫", "日本語"):
        assert printable(text) == text


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", b"\xff29-1141"), ("search", b"\xff\x1b[31m"),
        ("report", "29-1141", "-o", b"/\xff/a.pdf"),
        ("report", "--batch", b"\xff\x1b]0;x\x07.csv", "-o", "x.pdf"),
        ("match", "--scores", "1,2,3,4,5,6", "--levels", b"no\xff.csv"),
        ("match", "--scores", b"\xff"), ("data", "verify", b"\x1b[2Jno\xff.sqlite"),
        ("data", "build", b"no\xff", "-o", b"x\xff.sqlite"), ("data", "update", b"no\xff.zip"),
        ("workspace", "check", "--file", b"no\xff\x1b[31m.counselor"), ("handover", b"\xff\xfe"),
        ("data", "install-pack", b"\xe2\x80\xae.cpack"), ("places", "29-1141", "--home", b"\xff"),
        ("show", "29-1141", "--area", b"\xff"),
        (b"\x1b[31m\xff",), ("kiosk", "--config", b"\xff", "set-pin"),
        ("wage-percentile", "29-1141", "--wage", b"\xff"), ("data", "trust-key", b"\xff"),
    ],
)  # fmt: skip
def test_undecodable_words_and_names_end_in_one_line(
    seed_pack: Path, arguments: tuple[str | bytes, ...]
) -> None:
    status, out, err = run(seed_pack, *arguments, given=b"a passphrase\n")
    assert status in (0, 2)
    assert b"Traceback" not in err
    assert err.count(b"\n") <= 1
    assert not {*out, *err} & {0x1B, 0x07, 0x9B}
    assert "\u202e".encode() not in err


def test_a_report_is_written_under_a_name_that_is_no_text(seed_pack: Path, tmp_path: Path) -> None:
    target = os.fsencode(tmp_path) + b"/n\xff\x1b[31m.csv"
    status, out, _ = run(seed_pack, "report", "43-4051", "--sections", "pay", "-o", target)
    assert status == 0
    assert Path(os.fsdecode(target)).is_file()
    assert b"\\udcff\\u001b[31m.csv" in out


@pytest.mark.parametrize("typed", [b"\xff\xfe\x80", b"\xc3", b"p\x80ss\n", b"\xff\xfep\x00a\x00"])
def test_a_passphrase_that_is_no_text_is_said_to_be_that(seed_pack: Path, typed: bytes) -> None:
    status, out, err = run(seed_pack, "workspace", "check", "--file", "x.counselor", given=typed)
    assert (status, out) == (2, b"")
    assert err == b"counselor-app: What was typed is no text in UTF-8; type it again.\n"


@pytest.mark.parametrize(
    ("typed", "encoding", "read"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9\r\n", "utf-8", "café"), (b"caf\xe9\n", "cp1252", "café"),
        (b"\xef\xbb\xbfcaf\xc3\xa9\n", "cp1252", "café"),
        (b"", "utf-8", ""), (b" a b \nc", "utf-8", " a b "),
    ],
)  # fmt: skip
def test_a_line_is_read_without_its_mark_and_its_end(
    monkeypatch: pytest.MonkeyPatch, typed: bytes, encoding: str, read: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding=encoding))
    assert ask_line() == read


def test_a_prompt_that_is_left_or_typed_in_another_code_page_is_no_bug(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Screen())
    for raised in (EOFError(), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no")):

        def refuse(_prompt: str, error: Exception = raised) -> str:
            raise error

        monkeypatch.setattr("getpass.getpass", refuse)
        with pytest.raises(UserError):
            ask_secret("Passphrase: ")


@pytest.mark.parametrize(
    "wage", ["21,53", "44.770,50", "44.770", "1,23,456", "5e4", "nan", "-5", "", "50k"]
)
def test_a_wage_that_does_not_add_up_is_refused_in_one_line(
    seed_pack: Path, capsys: pytest.CaptureFixture[str], wage: str
) -> None:
    given = ["--pack", str(seed_pack), "wage-percentile", "43-4051", f"--wage={wage}"]
    assert main([*given, "--hourly"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "dollars" in said.err
    if wage == "21,53":
        assert "it may mean 21.53 or 2,153" in said.err


@pytest.mark.parametrize("platform", ["foo", "foo;bar", "\x1b[31m", "wayland", "linuxfb"])
@pytest.mark.parametrize("command", [(), ("kiosk",), ("screenshot", "x")])
def test_a_platform_that_qt_has_not_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], platform: str,
    command: tuple[str, ...],
) -> None:  # fmt: skip
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert main(list(command)) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "which QT_QPA_PLATFORM names" in line
    assert line.isprintable()
