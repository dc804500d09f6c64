"""A Windows installer of what PyInstaller built: python packaging/build_msi.py BUILT [FOLDER]

Writes counselor_VERSION.msi into FOLDER (dist). Wants Debian's wixl and msitools; the program is
built on Windows, its installer here.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from counselor_app import __version__

TOP = Path(__file__).resolve().parent.parent
WINDOWS = TOP / "packaging" / "windows"
# System and administrators write in the folder of settings, users read: wixl has no word for it.
CLOSED = "D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FRFX;;;BU)"
LOCK = (
    "CREATE TABLE `MsiLockPermissionsEx` (`MsiLockPermissionsEx` CHAR(72) NOT NULL,"
    " `LockObject` CHAR(72) NOT NULL, `Table` CHAR(32) NOT NULL, `SDDLText` CHAR(0) NOT NULL,"
    " `Condition` CHAR(255) PRIMARY KEY `MsiLockPermissionsEx`)",
    "INSERT INTO `MsiLockPermissionsEx` (`MsiLockPermissionsEx`, `LockObject`, `Table`,"
    f" `SDDLText`) VALUES ('Settings', 'SETTINGS', 'CreateFolder', '{CLOSED}')",
)


def main(built: Path, out: Path, version: str = __version__) -> Path:
    """The installer of the folder ``built``, in ``out``."""
    package = out / f"counselor_{version}.msi"
    names = "\n".join(str(path) for path in sorted(built.rglob("*")) if path.is_file())
    listed = subprocess.run(
        ["wixl-heat", "--prefix", f"{built}/", "--directory-ref", "INSTALLDIR", "--win64",
         "--component-group", "Files", "--var", "var.Source", "--exclude", "counselor.exe"],
        input=names, text=True, stdout=subprocess.PIPE, check=True,
    ).stdout  # fmt: skip
    with tempfile.TemporaryDirectory() as scratch:
        files = Path(scratch, "files.wxs")
        files.write_text(listed, encoding="utf-8")
        given = {
            "Version": version,
            "Win64": "yes",
            "Source": ".",
            "Icon": os.path.relpath(TOP / "resources" / "icons" / "counselor.ico", built),
        }  # wixl takes relative paths alone
        defined = [word for name, value in given.items() for word in ("-D", f"{name}={value}")]
        subprocess.run(
            ["wixl", "-a", "x64", *defined, "-o", str(package), str(WINDOWS / "counselor.wxs"),
             str(files)], check=True, cwd=built,
        )  # fmt: skip
    subprocess.run(["msibuild", str(package), "-q", *LOCK], check=True)
    print(f"{package}: {package.stat().st_size / 1e6:.0f} MB")
    return package


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(*sys.argv[2:3] or ["dist"]).resolve(), *sys.argv[3:4])
