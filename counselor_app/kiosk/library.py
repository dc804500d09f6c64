"""What every visit at the kiosk reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from counselor_app.kiosk.config import KioskConfig
    from counselor_app.kiosk.jobs import Jobs
    from counselor_app.store.reference import Pack
    from counselor_app.ui.parts.tasks import Progress


@dataclass(frozen=True, slots=True)
class Library:
    """What every visit reads: the pack, its jobs, the name of the place that pay is from,
    and ``about``, the releases that the figures are from."""

    pack: Pack
    jobs: Jobs
    place: str
    about: str


def read_library(
    pack_path: Path | None,
    folder: Path,
    config: KioskConfig,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Library:
    """Open the occupation data, building it first where there is none.

    Raises:
        UserError: when it cannot be opened, or the settings name an area that it lacks.
    """
    from counselor_app.domain.figures.wording import vintages
    from counselor_app.domain.occupation.wages import NATION, NATION_NAME
    from counselor_app.kiosk.jobs import Jobs
    from counselor_app.pack.current import in_use
    from counselor_app.pack.trust import require_trusted
    from counselor_app.store.listing import area_code, areas
    from counselor_app.store.reference import open_pack
    from counselor_app.store.search import prepare

    if pack_path is None:
        pack_path = in_use(folder, progress=progress, cancelled=cancelled).path
    else:
        pack_path = require_trusted(pack_path, folder)
    pack = open_pack(pack_path)
    try:
        chosen = tuple(area_code(pack, name) for name in config.areas)
        first = chosen[0] if chosen else NATION
        place = next((a.name for a in areas(pack) if a.code == first), NATION_NAME)
        prepare(pack)
        jobs = Jobs(pack, chosen)
    except BaseException:
        pack.close()
        raise
    return Library(pack, jobs, place, vintages(pack.sources.values()))
