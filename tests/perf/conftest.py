"""Speed is measured by hand: a busy machine would fail the tests of whoever installs."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Benchmarks run where they are asked for, with ``--benchmark-enable``."""
    if config.getoption("benchmark_enable"):
        return
    by_hand = pytest.mark.skip(reason="a benchmark: run it with --benchmark-enable")
    for item in items:
        if "perf" in item.path.parts:
            item.add_marker(by_hand)
