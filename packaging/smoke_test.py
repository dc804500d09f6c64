"""Start what was built and make a report with it: python packaging/smoke_test.py dist/counselor.

Fails with what went wrong; prints what was checked.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CLIENTS = Path(__file__).resolve().parent.parent / "tests" / "migrations" / "clients-v3.counselor"


def main(folder: Path) -> int:
    program = folder / ("counselor-app.exe" if sys.platform == "win32" else "counselor-app")
    with tempfile.TemporaryDirectory() as scratch:
        environment = {
            **os.environ,
            "COUNSELOR_DATA": str(Path(scratch, "data")),
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        }

        def run(*arguments: str, typed: str | None = None) -> str:
            done = subprocess.run(
                [str(program), *arguments],
                input=typed,
                env=environment,
                cwd=scratch,
                capture_output=True,
                text=True,
                encoding="utf-8",
                timeout=300,
                check=False,
            )
            if done.returncode != 0:
                raise SystemExit(f"{arguments}: exit {done.returncode}\n{done.stderr}")
            return done.stdout

        figures = json.loads(run("show", "43-4051", "--json"))["figures"]
        median = next(f["value"] for f in figures if f["key"] == "wage.annual.p50")
        print(f"show: median pay {median}")
        report = Path(scratch, "report.pdf")
        run("report", "43-4051", "-o", str(report))
        if not report.read_bytes().startswith(b"%PDF-"):
            raise SystemExit("the report is no PDF")
        print(f"report: {report.stat().st_size} bytes")
        table = Path(scratch, "table.xlsx")
        run("report", "43-4051", "-o", str(table))
        print(f"table: {table.stat().st_size} bytes")
        clients = Path(scratch, CLIENTS.name)
        shutil.copy(CLIENTS, clients)
        said = run("workspace", "check", "--file", str(clients), typed="a stored file\n")
        print(f"clients' file: {said.splitlines()[0]}")
        run("data", "sign-key", str(Path(scratch, "key")))
        print("signing key: made")
        run("--open", "43-4051", "--exit-after-first-paint")
        print("window: an occupation on the screen")
        built = [path.name for path in Path(scratch, "data").glob("*.sqlite")]
        if built:
            raise SystemExit(f"the data came ready made, and was built all the same: {built}")
        print("data: ready made")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
