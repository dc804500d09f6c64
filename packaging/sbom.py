"""What a built program is made of, as CycloneDX JSON: python packaging/sbom.py FILE

The pinned packages with their hashes, and what PyInstaller adds of Python itself. To ask an
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

TOP = Path(__file__).resolve().parent.parent
PARTS = (
    ("CPython", platform.python_version(), "python:python"),
    ("SQLite", sqlite3.sqlite_version, "sqlite:sqlite"),
)
"""Of Python itself, with the vendor and product that advisories name."""


def bill() -> str:
    """The list of parts of a program built on this system."""
    made = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", "requirements", "--of", "JSON",
         "--output-reproducible", "--pyproject", str(TOP / "pyproject.toml"), "-"],
        input=_pinned_here(), check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    parts = json.loads(made.stdout)
    for name, version, product in PARTS:
        parts["components"].append(
            {
                "type": "framework",
                "bom-ref": f"{name}=={version}",
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
