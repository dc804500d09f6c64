"""Which official table a file is, and of which release."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from counselor_app.pack import sources
from counselor_app.pack.files import ReleaseFile
from counselor_app.pack.sources import Release
from counselor_app.pack.tables import TEXTS, WORKBOOKS, plain

# Plain file name -> the pack's name for the table. Names that share one are one table that was
# split or renamed between releases.
ONET_TABLES: Mapping[str, str] = {
    "occupationdata": "occupation",
    "contentmodelreference": "element",
    "abilities": "ability",
    "skills": "skill",
    "essentialskills": "skill",
    "transferableskills": "skill",
    "knowledge": "knowledge",
    "workactivities": "activity",
    "workstyles": "style",
    "workvalues": "value",
    "workcontext": "context",
    "interests": "interest",
    "careerinteresttypes": "interest",
    "educationtrainingandexperience": "requirement",
    "education": "requirement",
    "trainingandexperience": "requirement",
    "jobzones": "job_zone",
    "alternatetitles": "alternate",
    "jobtitles": "alternate",
    "sampleofreportedtitles": "reported",
    "relatedoccupations": "related",
    "technologyskills": "tool",
    "softwareskills": "tool",
    "taskstatements": "task",
}

ReadMes = dict[tuple[Path, tuple[str, ...]], tuple[str, str]]

RATINGS = ("ability", "skill", "knowledge", "activity", "style", "value", "context")

_UNUSED_NAMES = """
    abilitiestoworkactivities abilitiestoworkcontext basicintereststoriasec dwareference
    educationtrainingandexperiencecategories educationcategories trainingandexperiencecategories
    emergingtasks essentialskillstoworkactivities essentialskillstoworkcontext gwastoiwas
    gwastoiwastodwas interestsillustrativeactivities interestsillustrativeoccupations iwareference
    jobzonereference levelscaleanchors occupationlevelmetadata riaseckeywords
    careerinteresttypekeywords scalesreference skillstoworkactivities skillstoworkcontext
    specificinterestareas specificinterestareastocareerinteresttypes surveybooklocations
    surveybookletlocations taskcategories taskratings taskstodwas toolsused
    transferableskillstoworkactivities transferableskillstoworkcontext unspscreference
    workcontextcategories workstylestoworkactivities workstylestoworkcontext"""
ONET_UNUSED = frozenset(_UNUSED_NAMES.split())
"""O*NET tables that the program knows and has no use for."""

# Beginning of the plain file name -> (table, release); the year in the name does not matter.
_OTHERS: Sequence[tuple[str, str, Release | None]] = (
    ("freyosborne", "frey_osborne", sources.FREY_OSBORNE),
    ("aioe", "aioe", sources.AIOE),
    ("gptsaregpts", "gpts", sources.GPTS),
    ("rppstate", "rpp", None),
    ("rppmetro", "rpp", None),
    ("soc2018structure", "soc", sources.SOC),
    ("soc2018topublished", "published", sources.SOC),
    ("soc2018directmatchtitles", "direct", sources.SOC),
    ("soc2010to2018", "soc2010", sources.SOC),
    ("onetsoc2019tosoc2018", "onet_soc", sources.ONET_SOC),
    ("cip2020codes", "program", sources.CIP),
    ("cip2020tosoc2018", "program_soc", sources.CIP),
    ("careerclusters16", "cluster", sources.CLUSTERS),
)

_KNOWN_UNUSED = (
    "readme", "fielddescriptions", "filedescriptions", "onetsoc2010to2019", "nem2023onetooh",
    "oohsocmap",
)  # fmt: skip

# OEWS as tables of one programme folder, and as the agency's own download names.
_OEWS_TABLES = {
    "areas": "oews_area",
    "industries": "oews_industry",
    "occupations": "oews_occupation",
    "footnotes": "oews_footnote",
    "national": "oews",
    "state": "oews",
    "metro": "oews",
    "nationalindustry": "oews",
}
_OEWS_DOWNLOAD = re.compile(r"(alldata|national|state|msa|bos|nat\w*?)m\d{4}\w*")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file that holds a known table; ``table`` is "" when the program has no use for it."""

    file: ReleaseFile
    table: str
    release: Release


def recognise(
    files: Iterable[ReleaseFile],
) -> tuple[list[Recognised], list[ReleaseFile], list[ReleaseFile]]:
    """Tell known tables, known files the program has no use for, and strangers apart."""
    everything = list(files)
    read_mes: ReadMes = {
        (file.path if file.member else file.path.parent, file.trail): _read_me(file)
        for file in everything
        if plain(file.name) == "readmetxt"
    }
    known: list[Recognised] = []
    unused: list[ReleaseFile] = []
    strangers: list[ReleaseFile] = []
    for file in everything:
        stem = plain(file.stem)
        if file.kind not in (*WORKBOOKS, *TEXTS):
            (unused if file.kind in ("md", "pdf", "json") else strangers).append(file)
            continue
        if stem.startswith(_KNOWN_UNUSED):
            unused.append(file)
            continue
        found = _table_of(file, stem, read_mes)
        if found is not None:
            known.append(found)
        elif stem in ONET_UNUSED:
            unused.append(file)
        else:
            strangers.append(file)
    return known, unused, strangers


def _table_of(file: ReleaseFile, stem: str, read_mes: ReadMes) -> Recognised | None:
    if stem in ONET_TABLES:
        return Recognised(file, ONET_TABLES[stem], _onet_release(file, read_mes))
    for start, table, release in _OTHERS:
        if stem.startswith(start):
            return Recognised(file, table, release or sources.price_parities(_year(file)))
    if stem == "occupation" and file.kind in WORKBOOKS:
        return Recognised(file, "ep_workbook", sources.projections(0, 0))
    numbered = re.match(r"table1(2|10|12)(?=[a-z])", stem)
    if numbered and file.kind in TEXTS:
        return Recognised(file, "ep_table", sources.projections(0, 0))
    if _OEWS_DOWNLOAD.fullmatch(stem):
        return Recognised(file, "oews", sources.oews(_year(file)))
    if stem in _OEWS_TABLES and any("oews" in plain(t) or "oes" in plain(t) for t in file.trail):
        return Recognised(file, _OEWS_TABLES[stem], sources.oews(_year(file)))
    return None


def _year(file: ReleaseFile) -> int:
    """The year in the file's name or the nearest folder or zip above it; 0 when none says."""
    for name in (file.name, *reversed(file.trail)):
        found = re.search(r"(?<!\d)(20\d\d)(?!\d)", name)
        if found:
            return int(found[1])
        short = re.search(r"oesm(\d\d)", name.lower())
        if short:
            return 2000 + int(short[1])
    return 0


def _onet_release(file: ReleaseFile, read_mes: ReadMes) -> Release:
    beside = read_mes.get((file.path if file.member else file.path.parent, file.trail))
    if beside is not None and beside[0]:
        return sources.onet(*beside)
    for name in (file.name, *reversed(file.trail)):
        found = re.search(r"(?<![\d.])(\d{2})[._](\d)(?!\d)", name)
        if found:
            return sources.onet(f"{found[1]}.{found[2]}")
    return sources.onet("")


def _read_me(file: ReleaseFile) -> tuple[str, str]:
    """Release number and month as the release's own Read Me says them."""
    words = file.raw[:4000].decode("utf-8-sig", "replace")
    number = re.search(r"O\*NET\D{0,3}\s(\d{2}\.\d)\s", words)
    month = re.search(r"\b([A-Z][a-z]+ 20\d\d) Release", words)
    return (number[1] if number else "", month[1] if month else "")
