"""Who holds the job: schooling, skills, ages and telework, one figure a code and measure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from counselor_app.domain.occupation.workers import SCHOOLING, SKILLS
from counselor_app.errors import UserError
from counselor_app.language import _, listed, pgettext
from counselor_app.pack import sources
from counselor_app.pack.account import Account
from counselor_app.pack.crosswalks import Crosswalks
from counselor_app.pack.files import ReleaseFile
from counselor_app.pack.sources import Release
from counselor_app.pack.tables import Column, Row, Table, plain, read_sheets, read_table
from counselor_app.pack.values import dashed_number, number, soc_code, some_text, text

Rows = list[tuple[Any, ...]]
Reader = Callable[[ReleaseFile, Account, Crosswalks], tuple[Rows, Release]]

GROUP = _("group of occupations")
NO_VALUE = _("no value is published")
NO_TITLE = _("no SOC occupation or group has this Census title")
NO_MEDIAN = _("too few workers for a median age to be published")

_CODE = re.compile(r"matrix (occupation )?code|^occ code")
_TITLE = re.compile(r"matrix (occupation )?title|^occ title")
_LEVELS = {
    "less_than_high_school": r"^less than high school",
    "high_school": r"^high school",
    "some_college": r"^some college",
    "associate": r"^associate",
    "bachelor": r"^bachelor",
    "master": r"^master",
    "doctoral": r"^doctoral",
}
_FOOTNOTE = re.compile(r"\s*\[\d+\]$")
_SUM_ERROR = 0.6
"""Seven shares rounded to a tenth add up to 100 within this."""
_AGES = {
    "total": r"^total", "16": r"^16 to 19", "20": r"^20 to 24", "55": r"^55 to 64",
    "65": r"^65 years", "median": r"^median age",
}  # fmt: skip


def read_schooling(file: ReleaseFile, account: Account, _maps: object) -> tuple[Rows, Release]:
    """Table 5.3: percent of workers aged 25 and over at each of seven levels.

    Raises:
        UserError: when a level is missing, or the levels of an occupation do not add up to 100.
    """
    titles, header, rows = _sheet(file, "Table 5.3", _CODE)
    years = re.search(r"20\d\d(?:\s*[-–—]\s*\d\d)?", titles)
    places = _places(file, header, {"code": _CODE, "title": _TITLE, **_LEVELS})
    base = re.search(r"20\d\d", header[places["code"]])
    release = sources.schooling(int(base[0]) if base else 0, years[0] if years else "")
    found: Rows = []
    table = Table(file.name, header, iter(()))
    for row, cells in rows:
        code, title = _coded(cells, places)
        if code is None:
            continue
        shares = [_parsed(table, row, places[level], cells, dashed_number) for level in _LEVELS]
        known = [share for share in shares if share is not None]
        if len(known) < len(shares):
            account.leave(NO_VALUE)
            continue
        if abs(sum(known) - 100) > _SUM_ERROR:
            table.wrong(
                row, places["doctoral"], cells[places["doctoral"]],
                _("seven shares that add up to 100, not {sum}", sum=f"{sum(known):.1f}"),
            )  # fmt: skip
        name, fit = _footnoted(title)
        found += [
            (f"schooling.{level}", code, share, None, fit, name)
            for level, share in zip(SCHOOLING, known, strict=True)
        ]
    account.fills("worker", len(found))
    return found, release


def read_skills(file: ReleaseFile, account: Account, _maps: object) -> tuple[Rows, Release]:
    """Table 6.5: the percentile of an occupation among all, in each of 17 skills.

    Raises:
        UserError: when a skill is missing.
    """
    titles, header, rows = _sheet(file, "Table 6.5", _CODE)
    years = re.search(r"20\d\d", titles)
    wanted = {key: f"^{re.escape(name.lower())}$" for key, name in SKILLS.items()}
    places = _places(file, header, {"code": _CODE, "title": _TITLE, **wanted})
    found: Rows = []
    table = Table(file.name, header, iter(()))
    for row, cells in rows:
        code, title = _coded(cells, places)
        if code is None:
            continue
        name, fit = _footnoted(title)
        for key in SKILLS:
            value = _parsed(table, row, places[key], cells, dashed_number)
            if value is not None:
                found.append((f"ep_skill.{key}", code, value, None, fit, name))
    account.fills("worker", len(found))
    return found, sources.ep_skills(int(years[0]) if years else 0)


def read_ages(file: ReleaseFile, account: Account, maps: Crosswalks) -> tuple[Rows, Release]:
    """Table 11b of the household survey: median age, shares under 25 and from 55 on.

    Census titles have no code: they are matched to the SOC title that reads the same, the most
    detailed first. Where no median is published, no share is made either.
    """
    titles, header, rows = _sheet(file, "", re.compile(_AGES["median"]))
    year = re.search(r"\b20\d\d\b", titles) or re.search(r"20\d\d", file.name)
    places = _places(file, header, _AGES)
    codes = _by_title(maps)
    found: dict[tuple[str, str], tuple[Any, ...]] = {}
    table = Table(file.name, header, iter(()))
    for row, cells in rows:
        title = text(cells[0])
        if not title or text(cells[places["total"]]) == "":
            continue
        values = {
            name: _parsed(table, row, place, cells, dashed_number) for name, place in places.items()
        }
        code, total, median = codes.get(_words(title)), values["total"], values["median"]
        if code is None:
            account.leave(NO_TITLE)
        elif median is None or not total:
            account.leave(NO_MEDIAN)
        else:
            under = 100 * ((values["16"] or 0) + (values["20"] or 0)) / total
            over = 100 * ((values["55"] or 0) + (values["65"] or 0)) / total
            for measure, value in (
                ("age.median", median), ("age.under_25", round(under, 1)),
                ("age.over_55", round(over, 1)),
            ):  # fmt: skip
                # A group comes before its only part, which bears the same title.
                found[measure, code] = (measure, code, value, None, "exact", title)
    account.fills("worker", len(found))
    return list(found.values()), sources.household_survey(int(year[0]) if year else 0)


def read_telework(file: ReleaseFile, account: Account, _maps: object) -> tuple[Rows, Release]:
    """Percent of workers who can telework, with its standard error where one is published."""
    found: Rows = []
    for _row, code, title, value, error in read_table(file).records(
        Column(("SOC_2018_CODE", "SOC Code"), soc_code), Column(("OCCUPATION",), some_text),
        Column(("ESTIMATE",), number), Column(("STANDARD_ERROR",), number, optional=True),
    ):  # fmt: skip
        if code.endswith("0000"):
            account.leave(GROUP)
        elif value is None:
            account.leave(NO_VALUE)
        else:
            found.append(("telework", code, value, error, "exact", title))
    account.fills("worker", len(found))
    return found, sources.requirements_survey(file.year)


def _by_title(maps: Crosswalks) -> dict[str, str]:
    """SOC codes by what their titles say; the most detailed of one title."""
    found = {_words(title): code for code, title in sorted(maps.groups.items(), reverse=True)}
    return found | {_words(title): code for code, title in maps.soc_of.values()}


def _words(title: str) -> str:
    return plain(title.replace("&", "and"))


def _footnoted(title: str) -> tuple[str, str]:
    """A title without its footnote, which says that the figure is of a similar occupation."""
    name = _FOOTNOTE.sub("", title)
    return name, "exact" if name == title else "similar"


def _coded(cells: Row, places: Mapping[str, int]) -> tuple[str | None, str]:
    """Code and title of a row; None in its foot and for the total of groups."""
    code = text(cells[places["code"]])
    title = text(cells[places["title"]])
    return (code if re.fullmatch(r"\d\d-\d{4}", code) else None), title


def _parsed(
    table: Table, row: int, place: int, cells: Row, parse: Callable[[object], float | None]
) -> float | None:
    try:
        return parse(cells[place])
    except ValueError as error:
        table.wrong(row, place, cells[place], error.args[0])


def _sheet(
    file: ReleaseFile, name: str, wanted: re.Pattern[str]
) -> tuple[str, tuple[str, ...], Iterable[tuple[int, Row]]]:
    """What stands over a table, its column names, and its rows with their numbers.

    Raises:
        UserError: when no row of the sheet names the wanted column.
    """
    for sheet, batches in read_sheets(file):
        if name and sheet != name:
            continue
        rows = [one for numbers, cells in batches for one in zip(numbers, cells, strict=True)]
        for place, (_row, cells) in enumerate(rows[:8]):
            header = tuple(text(cell) for cell in cells)
            if any(wanted.search(_meaning(cell)) for cell in header):
                above = " ".join(text(cell) for _n, row in rows[:place] for cell in row)
                return above, header, rows[place + 1 :]
    raise UserError(_(
        "{file}: no sheet has the columns of this table. Use the workbook as the agency publishes"
        " it.", file=file.name
    ))  # fmt: skip


def _meaning(name: str) -> str:
    return " ".join(name.lower().replace("_", " ").split())


def _places(
    file: ReleaseFile, header: tuple[str, ...], wanted: Mapping[str, str | re.Pattern[str]]
) -> dict[str, int]:
    """Where each column is, by its meaning.

    Raises:
        UserError: naming those that are not there.
    """
    names = [_meaning(name) for name in header]
    found = {
        key: next((at for at, name in enumerate(names) if re.search(pattern, name)), -1)
        for key, pattern in wanted.items()
    }
    if missing := [key.replace("_", " ") for key, place in found.items() if place < 0]:
        raise UserError(_(
            "{file}: no column says {columns}; found {have}. Use the workbook as the agency"
            " publishes it.", file=file.name, columns=listed(missing, "or"),
            have=", ".join(filter(None, header)) or pgettext("found", "nothing"),
        ))  # fmt: skip
    return found
