"""What the user chose once: places, text size, light or dark, paper."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from counselor_app.errors import UserError, system_words
from counselor_app.language import _, offered
from counselor_app.targets import write_target

NAME = "settings.json"
LOGO = "logo.png"


class Settings(NamedTuple):
    """The user's choices. ``places`` are codes of OEWS areas and industries, ``home`` of the area
    that comes first everywhere ("" for none); ``scale`` is the text size (1 to 2); ``words`` whose
    description of a job is shown where there are official ones too. ``left_out`` are sections
    of reports ("profile.tools"); ``school`` and ``footer`` stand on every report, with the
    picture `LOGO` in this folder where ``logo`` is true. ``trusted_keys`` are the public keys of
    those whose finished data packs may be installed. ``language`` is the code of what the program
    speaks, to the window and at the command line, where nothing else is asked for. ``window`` is
    where the window stood when it was closed, as Qt says it, in hexadecimal digits;
    ``welcomed`` is whether the way through the program was shown and put away. ``list_width`` and
    ``notes_width`` are in pixels at 100 % text (0: as they always were), ``notes_closed`` is
    whether the notes were closed where they open by themselves beside a job, ``split`` is the share
    of the first of two panes in percent."""

    places: tuple[str, ...] = ()
    appearance: str = "system"
    scale: float = 1.0
    paper: str = "letter"
    home: str = ""
    words: str = "both"
    left_out: tuple[str, ...] = ()
    school: str = ""
    footer: str = ""
    logo: bool = False
    trusted_keys: tuple[str, ...] = ()
    language: str = "en"
    window: str = ""
    welcomed: bool = False
    list_width: int = 0
    notes_width: int = 0
    notes_closed: bool = False
    split: int = 50


_LISTS = {
    "places": _("{name} should be a list of area codes", name="places"),
    "left_out": _("{name} should be a list of sections", name="left_out"),
    "trusted_keys": _("{name} should be a list of public keys", name="trusted_keys"),
}


def load(folder: Path) -> tuple[Settings, str]:
    """The settings in ``folder`` and a message, "" when all is well.

    A file that cannot be read is set aside beside itself, so that nothing is lost, and the
    standard settings are used.
    """
    path = folder / NAME
    if not path.exists():
        return Settings(), ""
    import json  # not needed for the first frame of a first start

    try:
        return _checked(json.loads(path.read_text(encoding="utf-8"))), ""
    except (OSError, ValueError, UserError) as error:
        kept = path.with_suffix(".broken.json")
        try:
            path.replace(kept)
            where = _("The file was kept as {file}.", file=kept.name)
        except OSError:
            where = _("The file was left where it is.")
        return Settings(), _(
            "Your settings could not be read ({error}). {where} The standard settings are used.",
            error=str(error), where=where,
        )  # fmt: skip


def language_of(folder: Path) -> str:
    """The language that is set in ``folder``, before anything is said; "en" where none can be read.

    The file stays as it is: what is wrong with it `load` says, once something can be said.
    """
    try:
        text = (folder / NAME).read_text(encoding="utf-8")
        if '"language"' not in text:  # nothing to read: the first frame waits for this
            return "en"
        import json

        found = json.loads(text).get("language")
    except (OSError, ValueError, AttributeError):
        return "en"
    return found if found in offered() else "en"


def save(settings: Settings, folder: Path) -> None:
    """Write the settings, whole or not at all.

    Raises:
        UserError: when the folder cannot be written.
    """
    import json

    path = write_target(folder / NAME)
    unfinished = path.with_name(f"{NAME}.{os.getpid()}")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(settings._asdict(), indent=2), encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise UserError(
            _("Your settings could not be saved in {folder}: {error}. They hold until you close the"
              " window.", folder=str(folder), error=system_words(error))
        ) from None  # fmt: skip


def _checked(found: Any) -> Settings:
    """Settings out of parsed JSON; UserError says what is wrong."""
    if not isinstance(found, dict):
        raise UserError(_("expected names and values"))
    known = {name: found[name] for name in Settings._fields if name in found}
    lists = {}
    for name, expected in _LISTS.items():
        listed = known.get(name, [])
        if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
            raise UserError(expected)
        lists[name] = tuple(listed)
    for name in ("home", "school", "footer", "window"):
        if not isinstance(known.get(name, ""), str):
            raise UserError(_("{name} should be text", name=name))
    for name in ("logo", "welcomed", "notes_closed"):
        if not isinstance(known.get(name, False), bool):
            raise UserError(_("{name} should be true or false", name=name))
    scale = known.get("scale", 1.0)
    if not isinstance(scale, (int, float)) or isinstance(scale, bool) or not 1 <= scale <= 2:
        raise UserError(_("{name} should be a number from 1 to 2", name="scale"))
    for name, low, high in (("list_width", 0, 640), ("notes_width", 0, 640), ("split", 20, 80)):
        wide = known.get(name, low)
        if not isinstance(wide, int) or isinstance(wide, bool) or not low <= wide <= high:
            raise UserError(_("{name} should be a whole number from {low} to {high}",
                              name=name, low=low, high=high))  # fmt: skip
    for name, allowed in (
        ("appearance", ("system", "light", "dark", "contrast")),
        ("paper", ("letter", "a4")),
        ("words", ("both", "ours", "official")),
        ("language", offered()),
    ):
        if known.get(name, allowed[0]) not in allowed:
            raise UserError(
                _("{name} should be one of {allowed}", name=name, allowed=", ".join(allowed))
            )
    return Settings(**{**known, **lists, "scale": float(scale)})
