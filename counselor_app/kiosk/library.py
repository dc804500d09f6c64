"""What every visit at the kiosk reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counselor_app.kiosk.jobs import Jobs
    from counselor_app.store.reference import Pack


@dataclass(frozen=True, slots=True)
class Library:
    """What every visit reads: the pack, its jobs, the areas for pay and the first one's name."""

    pack: Pack
    jobs: Jobs
    areas: tuple[str, ...]
    place: str
    about: str
