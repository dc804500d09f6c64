"""Names and texts of the data in other languages, for the program to look up by the English.

``python packaging/texts_of_languages.py`` writes ``LC_MESSAGES/texts.mo`` of each language in
``resources/language`` anew from its titles, plain words and handbook lines; Babel is needed.
"""

from __future__ import annotations

import csv
import io
import lzma
import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from counselor_app.client_texts import rating_questions
from counselor_app.domain.occupation.titles import shown_title, title_inside
from counselor_app.domain.occupation.workers import SKILLS

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"
_GROUPED = ("oews", "ep", "aioe", "applicability", "frey_osborne", "observed")
"""Tables whose groups of occupations have titles of their own."""
Pair = tuple[str, str, str]
"""Context, English, the other language."""


def languages() -> list[str]:
    """The languages that the program's words are written in."""
    return sorted(path.parent.name for path in (RESOURCES / "language").glob("*/counselor.po"))


def pairs(language: str) -> Iterator[Pair]:
    """Every name and text that a language has."""
    yield from _titles(language)
    yield from _names(language)
    yield from _texts(language)
    yield from _examples(language)
    yield from _handbook(language)
    yield from _searches(language)


_ASKED_IN = {"es": "Así se busca en español."}


def _searches(language: str) -> Iterator[Pair]:
    """Why what is typed in the language itself finds a job: nobody needs the English for it."""
    path = RESOURCES / "searches" / f"{language}.toml"
    for entry in _read(path).values() if path.is_file() else ():
        if isinstance(entry, dict):
            yield "why", str(entry["why"]), _ASKED_IN[language]


def _read(path: Path) -> dict[str, dict[str, object]]:
    with path.open("rb") as file:
        found = tomllib.load(file)
    found.pop("about", None)
    return found


def _seed(name: str) -> list[dict[str, str]]:
    with lzma.open(ROOT / "db" / "seed" / f"{name}.csv.xz", "rt", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _titles(language: str) -> Iterator[Pair]:
    """Occupations, and the groups that surveys publish under an occupation's own code."""
    path = RESOURCES / "titles" / f"{language}.toml"
    if not path.is_file():
        return
    own = _read(path)
    english = [(row["code"], row["title"]) for row in _seed("occupation")]
    for name in _GROUPED:
        english += [(f"{row['code']}.00", row["title"]) for row in _seed(f"published-{name}")]
    # The first that has a title keeps it: older studies come last.
    for title, code in {title: code for code, title in reversed(english)}.items():
        if code not in own:
            continue
        said = str(own[code]["title"])
        inside = said[:1].lower() + said[1:]
        yield "title", title, said
        yield "title", shown_title(title), said
        yield "title inside", title_inside(title), inside


_OWNED = {
    ", State Government Owned": ", del gobierno estatal",
    ", Local Government Owned": ", del gobierno local",
    ", Privately Owned": ", de propiedad privada",
}
_OWNERS = {"state": "del estado", "local": "locales", "private": "de propiedad privada"}
_DIGITS = re.compile(r" \((\d[\d, and]*?)( only)?\)$")
"""Codes that an industry's name is limited to."""


def _names(language: str) -> Iterator[Pair]:
    """Groups, industries, kinds of software and skills, each as every table spells it."""
    path = RESOURCES / "names" / f"{language}.toml"
    if not path.is_file():
        return
    own = {
        kind: {english.casefold(): str(said) for english, said in entries.items()}
        for kind, entries in _read(path).items()
    }
    # A page of the handbook on one occupation goes by its title.
    titles = {english.casefold(): said for _kind, english, said in _titles(language)}
    own["page"] = {**titles, **own["title"], **own["page"]}
    for kind, names in published(language).items():
        for name in dict.fromkeys(names):
            if said := _named(own[kind], name):
                yield kind, name, said
                if kind == "title":
                    yield "title inside", title_inside(name), said[:1].lower() + said[1:]
    yield from (("industry", name, said) for name, said in _OWNERS.items())
    for kind in ("source", "system", "cluster"):
        yield from ((kind, english, said) for english, said in _read(path)[kind].items())


def published(language: str) -> dict[str, list[str]]:
    """What agencies name, by its kind; titles that ``resources/titles`` has are not among them."""
    known = {english for _kind, english, _said in _titles(language)}
    groups = _read(RESOURCES / "groups" / "en.toml").values()
    titles = [row["title"] for name in _GROUPED for row in _seed(f"published-{name}")]
    industries = [row["name"] for row in _seed("industry")]
    return {
        "title": [title for title in titles if title not in known],
        "family": [row["family"] for row in _seed("occupation")],
        "group": [str(entry["name"]) for entry in groups],
        "industry": industries + [row["industry"].partition("; ")[0] for row in _seed("factor")],
        "software": [row["kind"] for row in _seed("tool")],
        "skill": list(SKILLS.values()),
        "page": [
            str(entry["title"])
            for path in sorted((RESOURCES / "handbook").glob("*.toml"))
            for entry in _read(path).values()
        ],
    }


def _named(own: dict[str, str], name: str) -> str:
    """A name in the language: itself, or what it is made of; "" where there is none."""
    if said := own.get(name.casefold()):
        return said
    for english, other in _OWNED.items():
        if name.endswith(english) and (said := own.get(name.removesuffix(english).casefold())):
            return f"{said}{other}"
    if (codes := _DIGITS.search(name)) and (said := own.get(name[: codes.start()].casefold())):
        only, listed = "solo " if codes[2] else "", re.sub(r",? and ", " y ", codes[1])
        return f"{said} ({only}{listed})"
    return ""


def _texts(language: str) -> Iterator[Pair]:
    folder = RESOURCES / "texts"
    for path in sorted((folder / language).glob("**/*.toml")):
        theirs, ours = _read(path), _read(folder / "en" / path.relative_to(folder / language))
        for key, entry in theirs.items():
            english = ours.get(key, {})
            for part, said in entry.items():
                if part.startswith("reviewed"):
                    continue
                context = "element" if part == "name" else "text"
                for one, other in zip(_lines(english.get(part)), _lines(said), strict=False):
                    yield context, one, other
                    if part == "ask":
                        yield from _question(one, other)


def _examples(language: str) -> Iterator[Pair]:
    """The lowest and the highest example of what a client rates, which an element's page cites."""
    theirs = rating_questions(language=language)
    for element, ours in rating_questions().items():
        for place in (0, -1):
            yield "text", f"{ours.anchors[place]}.", f"{theirs[element].anchors[place]}."


def _question(one: str, other: str) -> Iterator[Pair]:
    """Whom to ask, and what, each on its own."""
    for place, end in ((0, ":"), (2, "")):
        parts = one.partition(":")[place], other.partition(":")[place]
        if all(parts):
            yield "text", f"{parts[0].strip()}{end}", f"{parts[1].strip()}{end}"


def _lines(said: object) -> list[str]:
    return [said] if isinstance(said, str) else list(said) if isinstance(said, list) else []


def _handbook(language: str) -> Iterator[Pair]:
    folder = RESOURCES / "handbook"
    for path in sorted((folder / language).glob("*.toml")):
        theirs, ours = _read(path), _read(folder / path.name)
        for slug, entry in theirs.items():
            for part, said in entry.items():
                english = ours.get(slug, {}).get(part)
                if isinstance(said, str) and said and isinstance(english, str) and english:
                    yield "text", english, said


def compiled(language: str) -> bytes:
    """The file of a language, as the program reads it."""
    # The same words make the same file, whenever they are compiled.
    catalog = Catalog(locale=language, creation_date=datetime.fromtimestamp(0, UTC))
    for context, english, said in pairs(language):
        catalog.add(english, said, context=context)
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


if __name__ == "__main__":
    for language in languages():
        made = RESOURCES / "language" / language / "LC_MESSAGES" / "texts.mo"
        made.parent.mkdir(exist_ok=True)
        made.write_bytes(compiled(language))
