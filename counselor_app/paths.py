"""Where the program's own files and the user's files are."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

_FOLDER = "Counselor"
_MAC_FOLDER = "/Library/Application Support"
_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """The folder ``name`` as installed (inside the package) or in a checkout (beside it)."""
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """Fonts, report templates, icons and texts that ship with the program."""
    return _shipped("resources")


def database() -> Path:
    """``schema.sql`` and ``seed/`` that ship with the program."""
    return _shipped("db")


def ready_packs() -> Path:
    """The folder, beside ``db``, of the data file made at installation for all users to read.

    Where the set-up or an installer made none, the folder is missing.
    """
    return database().with_name("pack")


def data_folder() -> Path:
    """The user's folder for this program (the built pack, settings); not created here.

    ``COUNSELOR_DATA`` names another folder, for portable installs and tests.
    """
    named = os.environ.get("COUNSELOR_DATA")
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_data_dir(_FOLDER, appauthor=False))


def machine_file() -> Path:
    """The settings for every user of this machine, which only administrators write.

    ``COUNSELOR_CONFIG`` names another file, for tests.
    """
    named = os.environ.get("COUNSELOR_CONFIG")
    if named:
        return Path(named)
    if sys.platform == "win32":
        folder = Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / _FOLDER
    elif sys.platform == "darwin":
        folder = Path(_MAC_FOLDER) / _FOLDER
    else:
        folder = Path("/etc/counselor")
    return folder / "counselor.toml"


def machine_folder() -> Path:
    """Where the machine's settings and the kiosk's own file are."""
    return machine_file().parent


def close_to_others(folder: Path) -> None:
    """Let only its user look into the data folder, where an earlier version left it open.

    One that ``COUNSELOR_DATA`` names may be shared on purpose, unless the clients' file is in it.
    """
    own = "COUNSELOR_DATA" not in os.environ or (folder / clients_file().name).exists()
    if os.name == "posix" and own and folder.is_dir():
        with suppress(OSError):  # another user's folder is theirs to close
            if folder.stat().st_uid == os.getuid() and folder.stat().st_mode & 0o077:
                folder.chmod(0o700)


def clients_file() -> Path:
    """The clients' file that is opened unless another is named."""
    return data_folder() / "clients.counselor"
