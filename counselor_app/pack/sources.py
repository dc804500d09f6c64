"""The programmes a pack is made of: who publishes them, under which licence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from counselor_app.domain.figures.published import (
    CITED,
    EMPLOYEES_ONLY,
    MAKERS,
    NATION_IS_100,
    NOT_OFFICIAL,
    OLDER_CODES,
    OUR_OWN_WORDS,
    OWN_CODES,
    PLAIN_WORDS,
    RELEASE_NOT_STATED,
    THOUSANDS_OF_JOBS,
    YEAR_NOT_STATED,
)

PUBLIC_DOMAIN = "Public domain"
CC_BY = "CC BY 4.0"

_ETA = "U.S. Department of Labor, Employment and Training Administration"
_BLS = "U.S. Bureau of Labor Statistics"


@dataclass(frozen=True, order=True)
class Release:
    """One release of one programme; the pack's ``source`` row. Sorts oldest first in a kind."""

    rank: int
    number: tuple[int, ...]
    key: str
    kind: str
    programme: str
    publisher: str
    release: str
    label: str
    released: str
    licence: str
    url: str
    note: str = ""

    @cached_property
    def id(self) -> int:
        """The source's id, the same in every pack; rises with kind and release."""
        place = 0
        for part in self.number:
            place = place * 10 + part
        return 10_000 * (self.rank + 1) + place


ONET_MONTHS = {
    "29.0": "August 2024",
    "29.1": "November 2024",
    "29.2": "February 2025",
    "29.3": "May 2025",
    "30.0": "August 2025",
    "30.1": "December 2025",
    "30.2": "February 2026",
    "30.3": "May 2026",
    "31.0": "August 2026",
}


def onet(number: str, month: str = "") -> Release:
    """An O*NET database release, such as "30.1"; "" when the files do not say which."""
    return Release(
        0,
        tuple(int(part) for part in number.split(".") if part),
        f"onet-{number or 'unknown'}",
        "onet",
        "O*NET Database",
        _ETA,
        number or RELEASE_NOT_STATED,
        f"O*NET {number or f'({RELEASE_NOT_STATED})'}",
        month or ONET_MONTHS.get(number, ""),
        CC_BY,
        "https://www.onetcenter.org/database.html",
    )


def oews(year: int) -> Release:
    """Occupational Employment and Wage Statistics, always of May."""
    return Release(
        1,
        (year,),
        f"oews-{year or 'unknown'}",
        "oews",
        "Occupational Employment and Wage Statistics",
        _BLS,
        f"May {year}" if year else YEAR_NOT_STATED,
        f"OEWS May {year}" if year else f"OEWS ({YEAR_NOT_STATED})",
        "",
        PUBLIC_DOMAIN,
        "https://www.bls.gov/oes/",
        EMPLOYEES_ONLY,
    )


def projections(base: int, target: int) -> Release:
    """National employment projections of one decade; 0 until the file has said which."""
    decade = f"{base}–{target % 100:02d}" if base else ""
    return Release(
        2,
        (base,),
        f"ep-{base}",
        "ep",
        "Employment Projections",
        _BLS,
        decade,
        f"Employment Projections {decade}".strip(),
        "",
        PUBLIC_DOMAIN,
        "https://www.bls.gov/emp/",
        THOUSANDS_OF_JOBS,
    )


def _once(
    rank: int, order: int, key: str, kind: str, programme: str, publisher: str, release: str,
    licence: str, url: str, note: str = "",
) -> Release:  # fmt: skip
    """What was published once, or stands until it is replaced by another programme."""
    return Release(
        rank, (order,), key, kind, programme, publisher, release, f"{programme} {release}",
        release, licence, url, note,
    )  # fmt: skip


_FELTEN = "Felten, Raj and Seamans"

FREY_OSBORNE = _once(
    3, 0, "frey_osborne-2013", "exposure", "Frey and Osborne",
    "Oxford Martin School, University of Oxford", "2013", CITED,
    "https://doi.org/10.1016/j.techfore.2016.08.019", OLDER_CODES,
)  # fmt: skip
AIOE = _once(
    3, 1, "aioe-2021", "exposure", "AIOE", _FELTEN, "2021", CITED,
    "https://doi.org/10.1002/smj.3286", OLDER_CODES,
)  # fmt: skip
AIOE_LM = _once(
    3, 2, "aioe_lm-2023", "exposure", "AIOE, language models", _FELTEN, "2023", CITED,
    "https://github.com/AIOE-Data/AIOE", OLDER_CODES,
)  # fmt: skip
GPTS = _once(
    3, 3, "gpts-2023", "exposure", "GPTs are GPTs", "Eloundou, Manning, Mishkin and Rock", "2023",
    "MIT", "https://github.com/openai/GPTs-are-GPTs", OWN_CODES,
)  # fmt: skip
SOC = _once(
    5, 0, "soc-2018", "crosswalk", "Standard Occupational Classification", _BLS, "2018",
    PUBLIC_DOMAIN, "https://www.bls.gov/soc/2018/",
)  # fmt: skip
ONET_SOC = _once(
    5, 1, "onet_soc-2019", "crosswalk", "O*NET-SOC taxonomy", _ETA, "2019", CC_BY,
    "https://www.onetcenter.org/taxonomy.html",
)  # fmt: skip
CIP = _once(
    5, 2, "cip-2020", "crosswalk", "CIP SOC Crosswalk", "National Center for Education Statistics",
    "2020", PUBLIC_DOMAIN, "https://nces.ed.gov/ipeds/cipcode/",
)  # fmt: skip
CLUSTERS = _once(
    5, 3, "clusters-16", "crosswalk", "Career Clusters, 16 (legacy)", _ETA, "O*NET-SOC 2019",
    CC_BY, "https://www.onetcenter.org/crosswalks.html",
)  # fmt: skip

CLUSTERS_14 = _once(
    5, 4, "clusters-14", "crosswalk", "National Career Clusters, 14", "Advance CTE", "2024–25",
    "Names and codes, with attribution", "https://careertech.org/career-clusters/",
    "Clusters by SOC 2018; those of a combined code are given to all in it.",
)  # fmt: skip
APPRENTICESHIPS = _once(
    5, 5, "apprenticeships-2025", "apprenticeship", "Registered apprenticeships listed", _ETA,
    "2025", CC_BY, "https://www.apprenticeship.gov/apprenticeship-occupations",
    "Says for which occupations one is listed. One that is not listed may have one.",
)  # fmt: skip
APPLICABILITY = _once(
    3, 4, "applicability-2025", "exposure", "AI applicability",
    "Tomlinson, Jaffe, Wang, Counts and Suri", "2025", CC_BY,
    "https://github.com/microsoft/working-with-ai",
    "Published for SOC 2018, some for combined codes.",
)  # fmt: skip
OBSERVED = _once(
    3, 5, "observed-2025", "exposure", "Observed exposure", "Anthropic Economic Index", "2025",
    CITED, "https://huggingface.co/datasets/Anthropic/EconomicIndex", "Published for SOC 2018.",
)  # fmt: skip


def price_parities(year: int) -> Release:
    """BEA regional price parities up to a year."""
    return Release(
        4, (year,), f"rpp-{year}", "rpp", "Regional Price Parities",
        "U.S. Bureau of Economic Analysis", str(year), f"BEA regional price parities {year}", "",
        PUBLIC_DOMAIN,
        "https://www.bea.gov/data/prices-inflation/regional-price-parities-state-and-metro-area",
        NATION_IS_100,
    )  # fmt: skip


def own_words(year: int, month: str) -> Release:
    """The plain words that ship with the program, of the month they were last reviewed."""
    return Release(
        6, (year,), "own_words", "own", PLAIN_WORDS, MAKERS, f"{month} {year}",
        OUR_OWN_WORDS, f"{month} {year}", "MIT", "",
        NOT_OFFICIAL,
    )  # fmt: skip


def handbook(year: int, month: str) -> Release:
    """The handbook's pages as they were read for this program, most of them of that month."""
    return Release(
        7, (year,), f"handbook-{year}", "handbook", "Occupational Outlook Handbook", _BLS,
        f"{month} {year}", f"Outlook Handbook {month} {year}", f"{month} {year}", PUBLIC_DOMAIN,
        "https://www.bls.gov/ooh/",
        "Read page by page and coded by us; told in our words, not in the handbook's. A page can"
        " be on several occupations together.",
    )  # fmt: skip


def schooling(base: int, years: str) -> Release:
    """Table 5.3 of the projections: schooling of workers, of the years of the census survey."""
    return Release(
        8, (base,), f"ep_schooling-{base}", "schooling", "Employment Projections, table 5.3", _BLS,
        years, f"Employment Projections table 5.3, {years}".rstrip(", "), "", PUBLIC_DOMAIN,
        "https://www.bls.gov/emp/tables/educational-attainment.htm",
        "Percent of workers aged 25 and over, from the American Community Survey; of a similar"
        " occupation where the table says so.",
    )  # fmt: skip


def ep_skills(year: int) -> Release:
    """Table 6.5 of the projections: how a job's skills stand among all jobs."""
    return Release(
        9, (year,), f"ep_skills-{year}", "ep_skill", "Employment Projections, table 6.5", _BLS,
        str(year or ""), f"Employment Projections table 6.5, {year}", "", PUBLIC_DOMAIN,
        "https://www.bls.gov/emp/data/skills-data.htm",
        "Percentile among all detailed occupations, made from O*NET ratings.",
    )  # fmt: skip


def household_survey(year: int) -> Release:
    """Annual averages of the Current Population Survey."""
    return Release(
        10, (year,), f"cps-{year}", "cps", "Current Population Survey", _BLS, str(year or ""),
        f"CPS {year}", "", PUBLIC_DOMAIN, "https://www.bls.gov/cps/tables.htm",
        "Occupations by Census titles, matched to the SOC title that reads the same. Shares are"
        " made from counts in thousands, where a median age is published.",
    )  # fmt: skip


def requirements_survey(year: int) -> Release:
    """The Occupational Requirements Survey."""
    return Release(
        11, (year,), f"ors-{year}", "ors", "Occupational Requirements Survey", _BLS,
        str(year or ""), f"ORS {year}", "", PUBLIC_DOMAIN, "https://www.bls.gov/ors/",
        "An extract on telework; its exact category is not named in the file.",
    )  # fmt: skip


def row(one: Release, *notes: str) -> tuple[int | str, ...]:
    """The pack's ``source`` row of a release; ``notes`` are added to its own."""
    return (
        one.id, one.key, one.kind, one.programme, one.publisher, one.release, one.label,
        one.released, one.licence, one.url, " ".join(filter(None, (one.note, *notes))),
    )  # fmt: skip
