"""The commented example of counselor.toml, made of what resources/docs/settings.md says.

python packaging/example_settings.py > counselor.toml
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

NAME = "counselor.example.toml"
DOCUMENT = Path(__file__).resolve().parent.parent / "resources" / "docs" / "settings.md"
HEAD = (
    "Settings for every user of this machine. The program reads them once they lie, as"
    " counselor.toml, where only administrators should be able to write:"
)
HOW = (
    "Everything is optional: take the # away before what you set. What is set here is fixed; what"
    " is not, each user sets. Then run: counselor-app config check"
)


def example() -> str:
    """The example: each setting with what it sets, all of it commented out.

    Raises:
        ValueError: where a setting has a line in the document and no value, or the other way round.
    """
    told = DOCUMENT.read_text(encoding="utf-8")
    places = re.findall(r"^\| (\w+) \| `(\S[^`]*toml)`", told, re.MULTILINE)
    words = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", told, re.MULTILINE))
    top, _, kiosk = told.partition("```toml\n")[2].partition("```")[0].partition("\n[kiosk]\n")
    values = dict(line.split(" = ", 1) for line in top.splitlines())
    if values.keys() != words.keys():
        raise ValueError(f"not both told and set: {values.keys() ^ words.keys()}")
    paths, of_kiosk = (
        start + told.partition(f"\n{start}")[2].partition("\n\n")[0]
        for start in ("A path is taken ", "The table `[kiosk]` ")
    )
    parts = [
        "\n".join([_told(HEAD), *(f"#   {system}: {path}" for system, path in places), _told(HOW)]),
        _told(paths),
        *(f"{_told(words[name])}\n#{name} = {value}" for name, value in values.items()),
        "\n".join([_told(of_kiosk), "#[kiosk]", *(f"#{line}" for line in kiosk.splitlines())]),
    ]
    return "\n\n".join(parts) + "\n"


def _told(words: str) -> str:
    """A paragraph as comments, without the marks of the document."""
    plain = " ".join(words.replace("`", "").split())
    return textwrap.fill(plain, 96, initial_indent="# ", subsequent_indent="# ",
                         break_on_hyphens=False)  # fmt: skip


if __name__ == "__main__":
    print(example(), end="")
