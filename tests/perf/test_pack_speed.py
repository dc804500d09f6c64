"""Building the pack beside merely reading the same files; compare the groups' medians.

The aim is at most three times the reading, in under 500 MB.
"""

from __future__ import annotations

import csv
import gzip
import subprocess
import sys
from collections import deque
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from counselor_app.pack.build import build, build_from_seed


def _read_everything(folder: Path) -> None:
    """Every cell of every file with the fastest readers at hand."""
    import python_calamine

    for path in sorted(folder.rglob("*")):
        if path.suffix == ".xlsx":
            book = python_calamine.CalamineWorkbook.from_path(path)
            for name in book.sheet_names:
                deque(book.get_sheet_by_name(name).iter_rows(), maxlen=0)
            book.close()
        elif path.suffix == ".txt":
            with path.open(encoding="utf-8-sig", newline="") as lines:
                deque(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), maxlen=0)
        elif path.suffix == ".csv":
            with path.open(encoding="utf-8-sig", newline="") as lines:
                deque(csv.reader(lines), maxlen=0)
        elif path.suffix == ".gz":
            with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as lines:
                deque(csv.reader(lines), maxlen=0)


@pytest.mark.benchmark(group="pack from releases")
def test_floor_reading(benchmark: BenchmarkFixture, releases: Path) -> None:
    benchmark.pedantic(_read_everything, args=(releases,), rounds=3)


@pytest.mark.benchmark(group="pack from releases")
def test_build(benchmark: BenchmarkFixture, releases: Path, tmp_path: Path) -> None:
    benchmark.pedantic(build, args=([releases], tmp_path / "p.sqlite"), rounds=3)


@pytest.mark.benchmark(group="first start")
def test_build_from_seed(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    benchmark.pedantic(build_from_seed, args=(tmp_path / "p.sqlite",), rounds=3)


_MEMORY = """
import sys
from pathlib import Path
from counselor_app.pack.build import build
build([Path(sys.argv[1])], Path(sys.argv[2]))
status = Path("/proc/self/status").read_text()
print(next(int(line.split()[1]) // 1024 for line in status.splitlines() if "VmHWM" in line))
"""


# The peak is read from the process itself: ru_maxrss would count the memory of the test run that
# forked it, which is larger than the build.
@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
def test_building_stays_under_500_megabytes(releases: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _MEMORY, str(releases), str(tmp_path / "p.sqlite")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert int(done.stdout) < 500
