"""What a school has set for every user of a machine, in one file; see resources/docs/settings.md.

It is read where it is needed, anew each time: it is small, and most machines have none.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counselor_app.errors import UserError, system_words
from counselor_app.language import Said, _, joined, offered, pgettext
from counselor_app.paths import machine_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counselor_app.settings import Settings
    from counselor_app.toml_file import Check

BY_SCHOOL = _("Set by your school")
"""What a dialog says beside a setting that cannot be changed in it."""
MOST_MONTHS, MOST_MINUTES = 240, 240
_PATHS = ("pack", "logo", "backups_folder")
_LARGEST_LOGO = 1_000_000
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Machine:
    """What is set; None for what each user sets, or nobody.

    ``pack`` is the occupation data that all use, ``trusted_keys`` whose signed data may be used
    instead; ``school``, ``footer`` and ``logo`` (a PNG file) stand on every report; ``home`` is the
    name or code of an area, ``paper`` "letter" or "a4", ``language`` a code; clients are suggested
    for deletion after ``retention_months``, the window locks after ``lock_minutes`` (0: never);
    backups go into ``backups_folder``. ``clients_file`` is whether one may be made.
    ``file`` is where all this stands, and ``trouble`` says what of it could not be understood.
    """

    file: Path | None = None
    pack: Path | None = None
    trusted_keys: tuple[str, ...] | None = None
    school: str | None = None
    footer: str | None = None
    logo: Path | None = None
    home: str | None = None
    paper: str | None = None
    language: str | None = None
    retention_months: int | None = None
    lock_minutes: int | None = None
    backups_folder: Path | None = None
    clients_file: bool = True
    trouble: str = ""

    @property
    def fixed(self) -> frozenset[str]:
        """The names of what the school has set, so that nobody else can."""
        return frozenset(
            name for name in NAMES if getattr(self, name) is not None and name != "clients_file"
        )

    def over(self, own: Settings) -> Settings:
        """A user's settings, below the school's."""
        values: dict[str, Any] = {
            name: getattr(self, name) for name in self.fixed if name in own._fields
        }
        return own._replace(**{**values, "logo": own.logo or self.logo is not None})


NOTHING_SET = Machine()
NAMES = tuple(one.name for one in fields(Machine) if one.name not in ("file", "trouble"))
"""Every setting that the file may hold, beside the table ``[kiosk]``."""


def load_machine() -> Machine:
    """What is set on this machine; what of it is wrong is left out and said in ``trouble``."""
    path = machine_file()
    return read_machine(path) if path.is_file() else NOTHING_SET


def read_machine(path: Path) -> Machine:
    """What a file says."""
    from counselor_app.toml_file import faults, parse, read_text  # tomllib only where there is one

    try:
        found = parse(read_text(path), path)
    except FileNotFoundError:
        return Machine(path, trouble=_("There is no file {file}.", file=str(path)))
    except UserError as error:
        return Machine(path, trouble=str(error))
    table = found.pop("kiosk", {})
    wrong = faults(found, _checks(), path)
    if not isinstance(table, dict):
        wrong["kiosk"] = _("{file}: {name} should be a table, [kiosk].",
                           file=str(path), name="kiosk")  # fmt: skip
    good = {name: value for name, value in found.items() if name not in wrong}
    values = _values(good, path.parent)
    for name in ("pack", "logo"):
        if name in values and (said := _unusable(name, values[name])):
            wrong[name] = _("{file}: {name} is {value}; {wrong}.", file=str(path), name=name,
                            value=str(values.pop(name)), wrong=said)  # fmt: skip
    return Machine(path, **values, trouble=joined(tuple(wrong.values())) if wrong else "")


def _checks() -> Mapping[str, Check]:
    from counselor_app.toml_file import a_path, one_of, text, texts, truth, whole

    return {
        "pack": a_path,
        "trusted_keys": texts,
        "school": text,
        "footer": text,
        "logo": a_path,
        "home": text,
        "paper": one_of(lambda: ("letter", "a4")),
        "language": one_of(offered),
        "retention_months": whole(0, MOST_MONTHS),
        "lock_minutes": whole(0, MOST_MINUTES),
        "backups_folder": a_path,
        "clients_file": truth,
    }


def _values(found: Mapping[str, object], folder: Path) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in found.items():
        if name in _PATHS:
            values[name] = folder / Path(str(value)).expanduser()
        else:
            values[name] = tuple(value) if isinstance(value, list) else value
    return values


def _unusable(name: str, path: Path) -> Said | str:
    """Why a file that is named cannot be used; "" where it can."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_PNG))
    except OSError as error:
        return _("the file cannot be read ({why})", why=system_words(error))
    if name == "logo" and start != _PNG:
        return pgettext("of a file", "it is no PNG picture")
    if name == "logo" and path.stat().st_size > _LARGEST_LOGO:
        return _("it is larger than 1 MB; make the picture smaller")
    return ""
