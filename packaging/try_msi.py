"""Install, upgrade and remove the Windows installer under wine: python packaging/try_msi.py [BUILT]

BUILT is what PyInstaller built; without it a few stand-in files of the same layout are laid out.
Wants Debian's wixl, msitools and wine. What wine cannot show (who may write the settings' folder,
whose Start menu has the entry, what the program does) is left to Windows itself.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from build_msi import main as build

LAID_OUT = (
    "counselor.exe", "counselor-app.exe", "counselor.example.toml", "_internal/python311.dll",
    "_internal/counselor_app/_data/pack/reference-0123456789ab.sqlite",
)  # fmt: skip
GONE, NEW = "_internal/of_the_version_before.pyd", "_internal/new.pyd"
CLASSES = r"HKLM\Software\Classes"
PROGRAMS = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall"


def main(built: Path | None) -> None:
    """Each step in turn; the first thing that is wrong ends it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "payload")
        if built is not None:
            shutil.copytree(built, folder, symlinks=False)
        for name in (*LAID_OUT, GONE):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.write_text(name, encoding="utf-8")
        first = build(folder, Path(scratch), "1.0.0")
        (folder / GONE).unlink()
        (folder / NEW).write_text(NEW, encoding="utf-8")
        second = build(folder, Path(scratch), "1.0.1")
        _try(first, second, Path(scratch, "wine"), _files(folder))


def _try(first: Path, second: Path, prefix: Path, wanted: set[str]) -> None:
    wine = Wine(prefix)
    program = prefix / "drive_c/Program Files/Counselor"
    settings = prefix / "drive_c/ProgramData/Counselor"
    wine.run("msiexec", "/i", str(first), "/qn")
    check("silently installed", _files(program) == wanted - {NEW} | {GONE})
    check("the folder of settings is there", settings.is_dir())
    command = wine.run("reg", "query", CLASSES + r"\Counselor.Client\shell\open\command", "/ve")
    check("a handed-over file opens the window", r'\counselor.exe" --take-in "%1"' in command)
    check("it is the program's kind", "Counselor.Client" in wine.run(
        "reg", "query", CLASSES + r"\.client", "/ve"))  # fmt: skip
    check("one entry in the Start menu", len(list(prefix.rglob("Counselor.lnk"))) == 1)
    kept = settings / "counselor.toml"
    kept.write_text('school = "North High School"\n', encoding="utf-8")
    wine.run("msiexec", "/i", str(second), "/qn")
    check("upgraded: new files are there, old ones gone", _files(program) == wanted)
    listed = wine.run("reg", "query", PROGRAMS, "/s")
    names = re.findall(r"DisplayName +REG_SZ +Counselor\s", listed)
    check("one Counselor in the list of programs", len(names) == 1)
    check("that of the new version", re.search(r"DisplayVersion +REG_SZ +1\.0\.1\s", listed))
    check("an older version is refused over a newer one", wine.fails("msiexec", "/i", str(first),
                                                                    "/qn"))  # fmt: skip
    wine.run("msiexec", "/x", str(second), "/qn")
    check("removed", not program.exists() and not list(prefix.rglob("Counselor.lnk")))
    check("the kind of file went too", wine.fails("reg", "query", CLASSES + r"\Counselor.Client"))
    check("the school's settings stay", kept.is_file())
    wine.leave()


class Wine:
    """A Windows of its own in ``prefix``."""

    def __init__(self, prefix: Path) -> None:
        self._environment = {
            **os.environ, "WINEPREFIX": str(prefix), "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=", "DISPLAY": "",
        }  # fmt: skip
        prefix.mkdir()
        self.run("wineboot", "-i")

    def _done(self, *command: str) -> subprocess.CompletedProcess[str]:
        # What wine leaves running would hold a pipe open: its words go into a file.
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
            done = subprocess.run(["wine", *command], env=self._environment, stdout=said,
                                  stderr=subprocess.DEVNULL, check=False, timeout=600)  # fmt: skip
            said.seek(0)
            return subprocess.CompletedProcess(command, done.returncode, said.read())

    def run(self, *command: str) -> str:
        """What a command prints."""
        done = self._done(*command)
        if done.returncode:
            raise SystemExit(f"{command}: exit {done.returncode}\n{done.stdout}")
        return done.stdout

    def leave(self) -> None:
        """Wait until nothing of this Windows runs."""
        subprocess.run(["wineserver", "--kill"], env=self._environment, check=False)
        subprocess.run(["wineserver", "--wait"], env=self._environment, check=True)

    def fails(self, *command: str) -> bool:
        """Whether a command ends with another status than 0."""
        return self._done(*command).returncode != 0


def check(said: str, holds: object) -> None:
    """Say what holds, or end."""
    if not holds:
        raise SystemExit(f"not so: {said}")
    print(said)


def _files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if sys.argv[1:] else None)
