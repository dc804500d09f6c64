"""O*NET tables: ratings, interests, requirements, zones, titles, relations, tools, tasks.

One reader a table for all layouts: Excel (30.x), tab-delimited text (classic) and CSV (since
30.3). They differ in file names, in columns that may be missing and in a few column names.
Each reader returns rows in the order of the pack table's columns, ``source_id`` left out.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from functools import cache
from typing import Any

from counselor_app.language import Said, _, capitalised, joined, pgettext
from counselor_app.pack.account import Account
from counselor_app.pack.tables import Column, Table
from counselor_app.pack.values import (
    Cell,
    month,
    number,
    onet_code,
    some_text,
    some_whole,
    text,
    whole,
    yes,
)

Row = tuple[Any, ...]
Rows = list[Row]
Reader = Callable[[Table, Account, Container[str]], Rows]

# Lowest and highest value of each rating scale used (Scales Reference).
SCALES = {
    "IM": (1, 5), "LV": (0, 7), "WI": (-3, 3), "DR": (0, 10), "EX": (1, 7), "CX": (1, 5),
    "CT": (1, 3), "OI": (1, 7),
}  # fmt: skip
NEEDS = ("2.D.4.a", "3.A.4.a")
"""A certification and an apprenticeship, rated by how important they are for a newcomer."""
_OWN_SCALES = {"area": ("OI",)}
"""The one domain's scale that counts, where a domain has a table of nothing else."""
PERCENT_SCALES = ("RL", "RW", "PT", "OJ")

NO_OCCUPATION = _("the code is not in this pack's list of occupations")
NO_VALUE = _("no value is given")
NO_CATEGORY = _("no category is given")

_DOMAINS = (
    ("1.A.", "ability"), ("1.B.2.", "value"), ("1.B.3.", "area"), ("1.C.", "style"),
    ("1.D.", "style"), ("2.A.", "skill"), ("2.B.", "skill"), ("2.C.", "knowledge"),
    ("2.D.", "education"), ("3.A.", "education"), ("4.A.", "activity"), ("4.C.", "context"),
)  # fmt: skip
_LETTERS = "RIASEC"
_INTERESTS = {f"1.B.1.{sub}": place for place, sub in enumerate("abcdef")}
_HIGH_POINTS = {f"1.B.1.{sub}": place for place, sub in enumerate("ghi")}

CODE = Column(("O*NET-SOC Code",), onet_code)
_ELEMENT = Column(("Element ID",), some_text)
_NAME = Column(("Element Name",), some_text)
_SCALE = Column(("Scale ID",), some_text)
_CATEGORY = Column(("Category",), whole, optional=True)
_VALUE = Column(("Data Value",), number)
_N = Column(("N",), whole, optional=True)
_SE = Column(("Standard Error",), number, optional=True)
_LOW = Column(("Lower CI Bound",), number, optional=True)
_HIGH = Column(("Upper CI Bound",), number, optional=True)
_SUPPRESS = Column(("Recommend Suppress",), yes, optional=True)
_NOT_RELEVANT = Column(("Not Relevant",), yes, optional=True)
_DATE = Column(("Date",), month)
_RATER = Column(("Domain Source",), text)


def domain_of(element: str) -> str | None:
    """The pack's domain of a content model element, by its ID; None when it has no use."""
    return next((domain for start, domain in _DOMAINS if element.startswith(start)), None)


def read_occupations(table: Table, account: Account) -> dict[str, tuple[str, str]]:
    """Occupation Data: code -> (title, description)."""
    found: dict[str, tuple[str, str]] = {}
    first: dict[str, int] = {}
    for row, code, title, description in table.records(
        CODE, Column(("Title",), some_text), Column(("Description",), text)
    ):
        if code in found:
            table.twice(first[code], row, code)
        found[code], first[code] = (title, description), row
    account.fills("occupation", len(found))
    return found


def read_elements(table: Table, account: Account) -> dict[str, tuple[str, str]]:
    """Content Model Reference: element -> (name, description), for the domains in use."""
    found: dict[str, tuple[str, str]] = {}
    for _row, element, name, description in table.records(
        _ELEMENT, _NAME, Column(("Description",), text)
    ):
        if domain_of(element) is None:
            account.leave(_("the element is not of a domain the pack holds"))
        else:
            found[element] = (name, description)
    account.fills("element", len(found))
    return found


def read_ratings(
    table: Table, account: Account, codes: Container[str], names: dict[str, str], domain: str
) -> Rows:
    """Ratings of one domain; adds the elements' names to ``names``."""
    scales = _OWN_SCALES.get(domain, SCALES)
    found: Rows = []
    first: dict[tuple[str, str, str], int] = {}
    for (
        row, code, element, name, scale, category, value, n, se, low, high, suppress, irrelevant,
        date, rater,
    ) in table.records(
        CODE, _ELEMENT, _NAME, _SCALE, _CATEGORY, _VALUE, _N, _SE, _LOW, _HIGH, _SUPPRESS,
        _NOT_RELEVANT, _DATE, _RATER,
    ):  # fmt: skip
        if scale not in scales or category is not None:
            account.leave(_not_used(scale))
        elif domain in _OWN_SCALES and domain_of(element) != domain:
            account.refuse(
                row, _("element {element} is no specific interest area", element=element)
            )
        elif element not in names and domain_of(element) is None:
            account.refuse(
                row, _("element {element} is of no domain the pack holds", element=element)
            )
        elif value is None:
            account.leave(NO_VALUE)
        elif code not in codes:
            account.refuse(row, NO_OCCUPATION, code)
        else:
            _check_range(table, row, value, scale)
            key = (code, element, scale)
            if first.setdefault(key, row) != row:
                table.twice(first[key], row, f"{code}, {element}, {scale}")
            names[element] = name
            found.append(
                (code, element, scale, value, n, se, low, high, suppress, irrelevant, date, rater)
            )
    account.fills("rating", len(found))
    return found


def read_both_scales(
    table: Table, account: Account, codes: Container[str], names: dict[str, str]
) -> Rows:
    """Ratings with importance and level in one row, without sample, error or date."""
    found: Rows = []
    first: dict[tuple[str, str], int] = {}
    for row, code, element, name, *values in table.records(
        Column(("onet", "O*NET-SOC Code"), onet_code),
        Column(("element_id", "Element ID"), some_text),
        Column(("element", "Element Name"), some_text),
        *[Column((column,), number) for column in BOTH_SCALES],
    ):
        if code not in codes:
            account.refuse(row, NO_OCCUPATION, code)
            continue
        if first.setdefault((code, element), row) != row:
            table.twice(first[code, element], row, f"{code}, {element}")
        names[element] = name
        for scale, value in zip(("IM", "LV"), values, strict=True):
            if value is not None:
                found.append((code, element, scale, value, *[None] * 4, 0, 0, "", ""))
    account.fills("rating", len(found))
    return found


BOTH_SCALES = ("importance", "level")


@cache
def _not_used(scale: str) -> Said:
    return _("scale {scale} (shares of answers, high points) is not used here", scale=scale)


def _check_range(table: Table, row: int, value: float, scale: str) -> None:
    low, high = SCALES[scale]
    if not low <= value <= high:
        place = table.places([_VALUE])[0]
        assert place is not None
        table.wrong(
            row,
            place,
            value,
            _("a value of scale {scale}, {low} to {high}", scale=scale, low=low, high=high),
        )


def read_interests(table: Table, account: Account, codes: Container[str]) -> Rows:
    """RIASEC values (OI, 1-7) and high-point letters (IH; 0 is no letter) by occupation."""
    scores: dict[str, list[float | None]] = {}
    letters: dict[str, list[str]] = {}
    dated: dict[str, tuple[str, str]] = {}
    first: dict[tuple[str, str], int] = {}
    for row, code, element, scale, value, date, rater in table.records(
        CODE, _ELEMENT, _SCALE, _VALUE, _DATE, _RATER
    ):
        if value is None:
            account.leave(NO_VALUE)
            continue
        if code not in codes:
            account.refuse(row, NO_OCCUPATION, code)
            continue
        if first.setdefault((code, element), row) != row:
            table.twice(first[code, element], row, f"{code}, {element}")
        if scale == "OI" and element in _INTERESTS:
            _check_range(table, row, value, scale)
            scores.setdefault(code, [None] * 6)[_INTERESTS[element]] = value
            dated[code] = (date, rater)
        elif scale == "IH" and element in _HIGH_POINTS:
            if value not in range(7):
                place = table.places([_VALUE])[0]
                assert place is not None
                table.wrong(row, place, value, _("a high point, 0 to 6"))
            if value:
                points = letters.setdefault(code, [""] * 3)
                points[_HIGH_POINTS[element]] = _LETTERS[int(value) - 1]
        else:
            account.refuse(
                row,
                _(
                    "element {element} on scale {scale} is no interest",
                    element=element,
                    scale=scale,
                ),
            )
            continue
        account.kept += 1
    account.fills("interest", 0)
    return [
        (code, *scores[code], "".join(letters.get(code, ())), *dated[code])
        for code in sorted(scores)
    ]


def read_requirements(
    table: Table, account: Account, codes: Container[str], names: dict[str, str], needs: Rows
) -> Rows:
    """Education, experience and training: percent of answers a category.

    How important a certification and an apprenticeship are goes to ``needs``, as ratings.
    """
    found: Rows = []
    first: dict[tuple[str, str, int], int] = {}
    for (
        row, code, element, name, scale, category, value, n, se, low, high, suppress, date, rater,
    ) in table.records(
        CODE, _ELEMENT, _NAME, _SCALE, _CATEGORY, _VALUE, _N, _SE, _LOW, _HIGH, _SUPPRESS,
        _DATE, _RATER,
    ):  # fmt: skip
        if scale == "IM" and element in NEEDS and value is not None and code in codes:
            _check_range(table, row, value, scale)
            names[element] = name
            needs.append((code, element, scale, value, n, se, low, high, suppress, 0, date, rater))
        elif scale not in PERCENT_SCALES:
            account.leave(_("scale {scale} is not used here", scale=scale))
        elif category is None or value is None:
            account.leave(NO_VALUE if category else NO_CATEGORY)
        elif code not in codes:
            account.refuse(row, NO_OCCUPATION, code)
        else:
            key = (code, scale, category)
            if first.setdefault(key, row) != row:
                told = _("{code}, {scale}, category {category}",
                         code=code, scale=scale, category=category)  # fmt: skip
                table.twice(first[key], row, told)
            names[element] = name
            found.append(
                (code, element, scale, category, value, n, se, low, high, suppress, date, rater)
            )
    account.fills("requirement", len(found))
    if needs:
        account.fills("rating", len(needs))
    return found


def listing(name: str, *columns: Column, key: tuple[int, ...] = (0,)) -> Reader:
    """A reader for the pack table ``name``: rows of occupations, told apart by some columns.

    A row without a value in a column that must be there is left out.
    """
    coded = [place for place, column in enumerate(columns) if column.parse is onet_code]
    needed = [place for place, column in enumerate(columns) if not column.optional]

    def read(table: Table, account: Account, codes: Container[str]) -> Rows:
        found: Rows = []
        first: dict[Row, int] = {}
        for row, *cells in table.records(*columns):
            strange = next((cells[at] for at in coded if cells[at] not in codes), None)
            own = tuple(cells[at] for at in key)
            if any(cells[at] is None for at in needed):
                account.leave(NO_VALUE)
            elif strange is not None:
                account.refuse(row, NO_OCCUPATION, strange)
            elif first.setdefault(own, row) != row:
                names = (columns[at].names[0] for at in key)
                words = (
                    w if isinstance(w, str) else f"{n} {w}" for n, w in zip(names, own, strict=True)
                )
                table.twice(first[own], row, ", ".join(words))
            else:
                found.append(tuple(cells))
        account.fills(name, len(found))
        return found

    return read


def _zone(cell: object) -> int | None:
    """A job zone, 1-5 (2-5 since 30.2)."""
    zone = whole(cell)
    if zone is not None and not 1 <= zone <= 5:
        raise ValueError(_("a job zone, 1 to 5"))
    return zone


def _core(cell: Cell) -> int:
    return int(text(cell) == "Core")


JOB_ZONES = listing("job_zone", CODE, Column(("Job Zone",), _zone), _DATE, _RATER)
RELATED = listing(
    "related", CODE, Column(("Related O*NET-SOC Code",), onet_code),
    Column(("Relatedness Tier",), text), Column(("Index",), some_whole), key=(0, 3),
)  # fmt: skip
TOOLS = listing(
    "tool", CODE, Column(("Workplace Example", "Example"), some_text),
    Column(("Commodity Title", "Element Name"), some_text), Column(("Hot Technology",), yes),
    Column(("In Demand",), yes, optional=True), key=(0, 1, 2),
)  # fmt: skip
TASKS = listing(
    "task", CODE, Column(("Task ID",), some_whole), Column(("Task",), some_text),
    Column(("Task Type",), _core, optional=True),
    Column(("Incumbents Responding",), whole, optional=True), _DATE, _RATER, key=(0, 1),
)  # fmt: skip


def read_titles(table: Table, account: Account, codes: Container[str], kind: str) -> Rows:
    """Job titles ('alternate' or 'reported') as (code, title, kind, short, weight).

    Weight: an alternate counts 1 and one for each source naming it; a reported title, which
    job holders gave, 40 more; one shown in My Next Move, 60 more.
    """
    found: Rows = []
    for row, code, title, short, sources, shown in table.records(
        CODE,
        Column(("Alternate Title", "Job Title", "Reported Job Title"), some_text),
        Column(("Short Title",), text, optional=True),
        Column(("Source(s)", "Sources"), text, optional=True),
        Column(("Shown in My Next Move",), yes, optional=True),
    ):
        if code not in codes:
            account.refuse(row, NO_OCCUPATION, code)
            continue
        weight = 1 + len([source for source in sources.split(",") if source.strip()])
        if kind == "reported":
            weight = 61 if shown else 41
        found.append((code, title, kind, short or None, weight))
    account.fills("job_title", len(found))
    return found


def rating_notes(domain: str, words: str, ratings: Rows, occupations: int) -> list[str]:
    """What a reader must know of one domain's ratings: the parts that the release leaves out."""
    scales = {rating[2] for rating in ratings}
    lacks: list[Said] = []
    if domain == "activity" and scales == {"IM"}:
        lacks.append(pgettext("what a release has of ratings", "importance only"))
    if scales & {"IM", "CX", "CT"} and all(rating[4] is None for rating in ratings):
        lacks.append(_("no sample sizes, intervals or dates"))
    if not lacks:
        return []
    elements = len({rating[1] for rating in ratings})
    covered = len({rating[0] for rating in ratings})
    return [
        _("{ratings} in part: {elements} elements for {n} of {all} occupations; {lacks}.",
          ratings=capitalised(words), elements=elements, n=f"{covered:,}", all=f"{occupations:,}",
          lacks=joined(lacks, ", "))
    ]  # fmt: skip
