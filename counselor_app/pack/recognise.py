"""Which official table a file is, and of which release."""

from __future__ import annotations

import re
from collections.abc import Iterable

from counselor_app.pack.account import Recognised
from counselor_app.pack.datasets import DATASETS
from counselor_app.pack.files import ReadMe, ReleaseFile
from counselor_app.pack.tables import plain

_NAMES = """
    abilitiestoworkactivities abilitiestoworkcontext basicintereststoriasec dwareference
    educationtrainingandexperiencecategories educationcategories trainingandexperiencecategories
    emergingtasks essentialskillstoworkactivities essentialskillstoworkcontext gwastoiwas
    gwastoiwastodwas interestsillustrativeactivities interestsillustrativeoccupations iwareference
    jobzonereference levelscaleanchors occupationlevelmetadata riaseckeywords
    careerinteresttypekeywords scalesreference skillstoworkactivities skillstoworkcontext
    specificinterestareas specificinterestareastocareerinteresttypes surveybooklocations
    surveybookletlocations taskcategories taskratings taskstodwas toolsused
    transferableskillstoworkactivities transferableskillstoworkcontext unspscreference cpsaat39.*
    workcontextcategories workstylestoworkactivities workstylestoworkcontext"""
_STARTS = (
    "(readme|fielddescriptions|filedescriptions|onetsoc2010to2019|nem2023onetooh|oohsocmap"
    "|oohhtml|oohparsed|cipcareerclusters|workcontexttop|onetsoc2019toesco|escotoonetsoc).*"
)
_UNUSED = re.compile("|".join((_STARTS, *_NAMES.split())))
"""Plain names of tables that the program knows and has no use for."""


def recognise(
    files: Iterable[ReleaseFile],
) -> tuple[list[Recognised], list[ReleaseFile], list[ReleaseFile]]:
    """Tell known tables, known files the program has no use for, and strangers apart."""
    everything = list(files)
    read_mes = {
        file.place: _read_me(file) for file in everything if plain(file.name) == "readmetxt"
    }
    known: list[Recognised] = []
    unused: list[ReleaseFile] = []
    strangers: list[ReleaseFile] = []
    for file in everything:
        if found := _table_of(file, read_mes.get(file.place, ("", ""))):
            known.append(found)
        elif _UNUSED.fullmatch(plain(file.stem)) or file.kind in ("md", "pdf", "json"):
            unused.append(file)
        else:
            strangers.append(file)
    return known, unused, strangers


def _table_of(file: ReleaseFile, read_me: ReadMe) -> Recognised | None:
    every = [(one, files) for one in DATASETS for files in one.files]
    # Two agencies call a workbook "education": what asks for a sheet of its own comes first.
    for one, files in sorted(every, key=lambda pair: not pair[1].sheet):
        if files.fit(file):
            return Recognised(file, files.table, one.name, one.release(file, read_me))
    return None


def _read_me(file: ReleaseFile) -> ReadMe:
    words = file.raw[:4000].decode("utf-8-sig", "replace")
    number = re.search(r"O\*NET\D{0,3}\s(\d{2}\.\d)\s", words)
    month = re.search(r"\b([A-Z][a-z]+ 20\d\d) Release", words)
    return (number[1] if number else "", month[1] if month else "")
