"""The command line in a language: what is printed is words of the catalog, or figures."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from counselor_app.cli import main
from counselor_app.cli.terminal import agreed, plain_output
from counselor_app.language import language as language_of

SCORES = "12,20,9,33,24,28"
_SAID = re.compile(r"\[[^\[\]]*~+\]")
"""One message of the pseudo-language that holds no other."""


@pytest.fixture
def run(seed_pack: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command on the shipped pack: its status, and all that it printed."""

    def once(language: str, *arguments: str) -> tuple[int, str]:
        try:
            status = main(["--pack", str(seed_pack), "--language", language, *arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        said = capsys.readouterr()
        return status, said.out + said.err

    return once


def _escaped(text: str) -> str:
    """What of a text no message holds."""
    before = ""
    while before != text:
        before, text = text, _SAID.sub("", text)
    return text


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("fit", "43-4051", "--scores", SCORES), "Customer Service Representatives  43-4051.00"),
        (("fit", "43-4051", "--scores", "CES"), "Customer Service Representatives  43-4051.00"),
        (("match", "--scores", "3,3,3,3,3,3"), ""),
        (("match", "--scores", "CESX"), "counselor-app:"),
        (("handover", "0000"), "counselor-app:"),
        (("wage-percentile", "43-4051", "--wage", ""), "counselor-app:"),
        (("report", "43-4051", "-o", "x.docx"), "counselor-app:"),
        (("search", "qqqqqqqq"), ""),
    ],
)
def test_what_is_said_is_said_in_the_language(
    run: Any, arguments: tuple[str, ...], shown: str
) -> None:
    """All words but titles, codes and the program's own name come from the catalog."""
    _, said = run("pseudo", *arguments)
    assert "~]" in said
    left = re.sub(r"[\s.;,:()+−0-9-]+", " ", _escaped(said).replace(shown, "")).strip()
    assert left in ("", "and", "or"), said


def test_help_is_said_in_the_language_and_columns_stay_columns(run: Any) -> None:
    _, said = run("pseudo", "match", "--help")
    assert "[úságé:~]" in said
    assert "print the" not in said
    _, english = run("en", "match", "--help")
    assert english.startswith("usage: counselor-app match ")
    assert "print the N first only" in english
    _, ranked = run("pseudo", "match", "--scores", SCORES, "--limit", "3")
    columns = {line.index("  ", 22) for line in ranked.splitlines()[:3]}
    assert len(columns) == 1


def test_json_is_the_same_in_every_language(run: Any) -> None:
    for arguments in (
        ("fit", "43-4051", "--scores", SCORES, "--json"),
        ("show", "43-4051", "--json"),
        ("compare", "43-4051", "41-2031", "--scores", SCORES, "--json"),
        ("wage-percentile", "43-4051", "--wage", "20", "--json"),
    ):
        _, english = run("en", *arguments)
        _, other = run("pseudo", *arguments)
        assert english[: english.rindex("}")] == other[: other.rindex("}")]
        assert "~]" not in other[: other.rindex("}")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("fit",), "counselor-app fit: falta indicar: CODE, --scores"),
        (("similar", "43-4051", "--schooling", "9"), "--schooling: 9 no es una opción"),
        (("match", "--scores", "CES", "--limit", "0"), "--limit: '0' no es un número de 1 o más"),
        (("search", "a", "--x"), "no se reconoce: --x"),
        (("report", "--batch", "/nowhere.csv", "-o", "x.pdf"), "No existe ese archivo o carpeta"),
        (("show", "43-4051"), "Representantes de servicio al cliente  43-4051.00  Estados Unidos"),
        (("show", "43-4051"), "a favor: "),
        (("show", "43-4051"), "Trato con la gente, entre todos los trabajos: "),
        (("match", "--scores", SCORES, "--limit", "9"), "Especialistas en"),
        (("industries", "43-4051", "--limit", "3"), "Comercio al por menor"),
        (("data", "info"), "sin tamaños de muestra, intervalos ni fechas"),
        (("data", "info"), "Dominio público"),
    ],
)
def test_spanish_to_the_last_word(run: Any, arguments: tuple[str, ...], said: str) -> None:
    assert said in run("es", *arguments)[1]


def test_what_is_set_in_the_window_holds_at_the_command_line_unless_it_is_asked_otherwise(
    seed_pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("COUNSELOR_DATA", str(tmp_path))
    (tmp_path / "settings.json").write_text('{"language": "es"}', encoding="utf-8")
    pack = ["--pack", str(seed_pack)]
    assert main([*pack, "search", "47-2111"]) == 0
    assert "Electricistas" in capsys.readouterr().out
    assert main([*pack, "--language", "en", "search", "47-2111"]) == 0
    assert "Electricians" in capsys.readouterr().out
    (tmp_path / "settings.json").write_text('{"language": "xx"', encoding="utf-8")
    assert main([*pack, "search", "47-2111"]) == 0
    assert "Electricians" in capsys.readouterr().out
    # What is wrong with the file is for the window to say: it is still there.
    assert (tmp_path / "settings.json").exists()


@pytest.mark.parametrize(
    ("language", "typed", "yes"),
    [("es", "s", True), ("es", "Sí", True), ("es", "y", True), ("es", "n", False),
     ("es", "", False), ("en", "yes", True), ("en", "s", False)],
)  # fmt: skip
def test_yes_is_said_in_the_language(
    language: str, typed: str, yes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(f"{typed}\n"))
    with plain_output(language_of(language)):
        assert agreed("?") is yes


def test_other_languages_say_whether_a_counselor_has_read_them(run: Any) -> None:
    _, said = run("en", "data", "info")
    assert "Spanish: our own words and titles, of November 2026, are not yet read by a" in said
