"""What a built program is made of, as CycloneDX JSON: python packaging/sbom.py FILE

The pinned packages with their hashes, and what is compiled into them and into Python. To ask an
advisory source about it, give the file to any checker that reads CycloneDX.
"""

from __future__ import annotations

import json
import platform
import sqlite3
import subprocess
import sys
from pathlib import Path

from packaging.requirements import Requirement
from PySide6.QtCore import qVersion

TOP = Path(__file__).resolve().parent.parent


def _inside() -> list[tuple[str, str, str]]:
    """What Python and the packages bring along compiled in, each as it says of itself.

    Name, version, and vendor and product as advisories name them: no list of packages has these.
    """
    import sqlcipher3
    from cryptography.hazmat.backends.openssl import backend

    keyed = sqlcipher3.connect(":memory:")
    keyed.execute("pragma key = 'none'")

    def told(asked: str) -> str:
        return str(keyed.execute(asked).fetchone()[0]).removeprefix("OpenSSL ").split()[0]

    return [
        ("CPython", platform.python_version(), "python:python"),
        ("SQLite", sqlite3.sqlite_version, "sqlite:sqlite"),
        ("Qt", qVersion(), "qt:qt"),
        ("SQLCipher", told("pragma cipher_version"), "zetetic:sqlcipher"),
        ("SQLite in SQLCipher", told("select sqlite_version()"), "sqlite:sqlite"),
        ("OpenSSL in SQLCipher", told("pragma cipher_provider_version"), "openssl:openssl"),
        ("OpenSSL in cryptography", backend.openssl_version_text().split()[1], "openssl:openssl"),
    ]


def bill() -> str:
    """The list of parts of a program built on this system."""
    made = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", "requirements", "--of", "JSON",
         "--output-reproducible", "--pyproject", str(TOP / "pyproject.toml"), "-"],
        input=_pinned_here(), check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    parts = json.loads(made.stdout)
    for name, version, product in _inside():
        parts["components"].append(
            {
                "type": "framework",
                "bom-ref": f"{name.replace(' ', '-')}=={version}",
                "name": name,
                "version": version,
                "cpe": f"cpe:2.3:a:{product}:{version}:*:*:*:*:*:*:*",
            }
        )
    return json.dumps(parts, indent=2)


def _pinned_here() -> str:
    """The pins that hold on this system: some packages have another version on another."""
    text = (TOP / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    lines = [line for line in text.replace("\\\n", " ").splitlines() if line[:1] not in "# "]
    pins = [(Requirement(line.partition(" --hash")[0]).marker, line) for line in lines if line]
    return "\n".join(line for marker, line in pins if marker is None or marker.evaluate())


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(bill(), encoding="utf-8")
