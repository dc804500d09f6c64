"""Small releases in the agencies' layouts, made for the tests: real codes, invented figures."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import openpyxl

Layout = Literal["excel", "text", "csv"]
Rows = Sequence[Sequence[object]]

CLERK, NURSE, ACUTE = "43-4051.00", "29-1141.00", "29-1141.01"
TITLES = {
    NURSE: "Registered Nurses",
    ACUTE: "Acute Care Nurses",
    CLERK: "Customer Service Representatives",
}

_RATED = [
    "O*NET-SOC Code", "Title", "Element ID", "Element Name", "Scale ID", "Scale Name",
    "Data Value", "N", "Standard Error", "Lower CI Bound", "Upper CI Bound",
    "Recommend Suppress", "Not Relevant", "Date", "Domain Source",
]  # fmt: skip
_SHORT = [*_RATED[:7], "Date", "Domain Source"]
_SHARED = [*_RATED[:6], "Category", *_RATED[6:12], "Date", "Domain Source"]


def _rated(
    code: str, element: str, name: str, scale: str, value: object, *, suppress: str = "N",
    relevant: str = "n/a",
) -> list[object]:  # fmt: skip
    bounds = [8, 0.25, 2.5, 3.5] if suppress == "N" else ["n/a"] * 4
    return [
        code, TITLES.get(code, "Nobody"), element, name, scale, "a scale", value, *bounds,
        suppress, relevant, "08/2025", "Analyst",
    ]  # fmt: skip


def onet_tables() -> dict[str, list[list[object]]]:
    """Table name in the Excel layout -> header and rows."""
    skills = [
        _rated(CLERK, "2.A.1.b", "Active Listening", "IM", 4.12),
        _rated(CLERK, "2.A.1.b", "Active Listening", "LV", 3.5, relevant="N"),
        _rated(NURSE, "2.A.1.b", "Active Listening", "IM", 4.12),
        _rated(NURSE, "2.B.1.a", "Social Perceptiveness", "IM", 4.0),
        _rated(ACUTE, "2.A.1.b", "Active Listening", "IM", 3.75, suppress="Y"),
        _rated(ACUTE, "2.A.1.b", "Active Listening", "LV", 0, relevant="Y"),
    ]
    interests = [
        [CLERK, TITLES[CLERK], f"1.B.1.{sub}", "an interest", "OI", "Interests", value, "02/2026",
         "Machine Learning"]
        for sub, value in zip("abcdef", (1.97, 1.63, 1, 3.77, 5.08, 6.32), strict=True)
    ] + [
        [CLERK, TITLES[CLERK], f"1.B.1.{sub}", "a high point", "IH", "High-Point", value,
         "02/2026", "Machine Learning"]
        for sub, value in zip("ghi", (6, 5, 0), strict=True)
    ]  # fmt: skip
    education = [
        [CLERK, TITLES[CLERK], "2.D.1", "Required Level of Education", "RL", "Education",
         category, percent, 30, 2.5, 40, 60, "N", "08/2025", "Incumbent"]
        for category, percent in ((1, 0), (2, 62.5), (3, 37.5))
    ]  # fmt: skip
    return {
        "Occupation Data": [
            ["O*NET-SOC Code", "Title", "Description"],
            *[[code, title, f"An invented text on {title}."] for code, title in TITLES.items()],
        ],
        "Skills": [_RATED, *skills],
        "Interests": [_SHORT, *interests],
        "Education, Training, and Experience": [_SHARED, *education],
        "Job Zones": [
            ["O*NET-SOC Code", "Title", "Job Zone", "Date", "Domain Source"],
            [CLERK, TITLES[CLERK], 2, "08/2025", "Analyst"],
            [NURSE, TITLES[NURSE], 4, "08/2025", "Analyst"],
        ],
        "Alternate Titles": [
            ["O*NET-SOC Code", "Title", "Alternate Title", "Short Title", "Source(s)"],
            [CLERK, TITLES[CLERK], "Call Taker", "", "08,10"],
            [CLERK, TITLES[CLERK], "Client Helper (CH)", "CH", "10"],
            [CLERK, TITLES[CLERK], "customer service representatives", "", "10"],
        ],
        "Sample of Reported Titles": [
            ["O*NET-SOC Code", "Title", "Reported Job Title", "Shown in My Next Move"],
            [CLERK, TITLES[CLERK], "call taker", "Y"],
        ],
        "Related Occupations": [
            ["O*NET-SOC Code", "Title", "Related O*NET-SOC Code", "Related Title",
             "Relatedness Tier", "Index"],
            [ACUTE, TITLES[ACUTE], NURSE, TITLES[NURSE], "Primary-Short", 1],
        ],
        "Technology Skills": [
            ["O*NET-SOC Code", "Title", "Example", "Commodity Code", "Commodity Title",
             "Hot Technology", "In Demand"],
            [CLERK, TITLES[CLERK], "Quill Pen Pro", 43232100, "Pen software", "Y", "N"],
        ],
        "Task Statements": [
            ["O*NET-SOC Code", "Title", "Task ID", "Task", "Task Type", "Incumbents Responding",
             "Date", "Domain Source"],
            [CLERK, TITLES[CLERK], 77, "An invented task.", "Core", 40, "08/2025", "Incumbent"],
        ],
        "Content Model Reference": [
            ["Element ID", "Element Name", "Description"],
            ["2.A.1.b", "Active Listening", "An invented explanation."],
            ["1", "A heading", "Nothing."],
        ],
    }  # fmt: skip


_TEXT_DROPS = ("Title", "Scale Name", "Related Title")
_CSV_NAMES = {
    "Education, Training, and Experience": "education",
    "Interests": "career_interest_types",
    "Alternate Titles": "job_titles",
    "Technology Skills": "software_skills",
}
_CSV_COLUMNS = {
    "Alternate Title": "Job Title",
    "Example": "Workplace Example",
    "Commodity Title": "Element Name",
    "Commodity Code": "Element ID",
}


def write_onet(
    folder: Path,
    layout: Layout = "excel",
    tables: Mapping[str, Rows] | None = None,
    *,
    release: str = "30.1",
    month: str = "December 2025",
) -> Path:
    """An O*NET release in one of its three layouts, with its Read Me."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Read Me.txt").write_text(f"O*NET {release} Database\n{month} Release\n")
    for name, rows in (tables or onet_tables()).items():
        if layout == "excel":
            write_workbook(folder / f"{name}.xlsx", {name[:31]: rows})
        elif layout == "text":
            keep = [i for i, column in enumerate(rows[0]) if column not in _TEXT_DROPS
                    or name == "Occupation Data"]  # fmt: skip
            lines = ["\t".join(_text(row[i]) for i in keep) for row in rows]
            (folder / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        else:
            _write_csv_layout(folder, name, rows)
    return folder


def _text(cell: object) -> str:
    return "n/a" if cell == "" else str(cell)


def _write_csv_layout(folder: Path, name: str, rows: Rows) -> None:
    header = [_CSV_COLUMNS.get(str(column), column) for column in rows[0]]
    if name == "Skills":
        for part, start in (("essential_skills", "2.A."), ("transferable_skills", "2.B.")):
            write_csv(
                folder / f"{part}.csv",
                [header, *[row for row in rows[1:] if str(row[2]).startswith(start)]],
            )
        return
    plain = name.lower().replace(",", "").replace(" ", "_")
    write_csv(folder / f"{_CSV_NAMES.get(name, plain)}.csv", [header, *rows[1:]])


def write_workbook(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """A workbook with the given sheets."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
    book.save(path)
    book.close()
    return path


def write_csv(path: Path, rows: Rows, *, encoding: str = "utf-8-sig") -> Path:
    """A CSV file as the agencies write it; gzip when the name says so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    data = text.getvalue().encode(encoding)
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)
    return path


def write_zip(path: Path, folder: Path) -> Path:
    """A folder as a zip with the folder's name inside."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in sorted(folder.rglob("*")):
            if member.is_file():
                archive.write(member, f"{folder.name}/{member.relative_to(folder)}")
    return path


WAGES = ("h_mean", "a_mean", "mean_rse", "h_p10", "h_p25", "h_p50", "h_p75", "h_p90", "a_p10",
         "a_p25", "a_p50", "a_p75", "a_p90")  # fmt: skip
CLERK_WAGES = (22.4, 46590, 0.2, 15.27, 17.72, 21.53, 24.89, 30.57, 31750, 36870, 44770, 51780,
               63590)  # fmt: skip
TEXAS_WAGES = (20.78, 43220, 0.3, 14.1, 17.03, 19.44, 23.22, 28.65, 29320, 35420, 40420, 48300,
               "#")  # fmt: skip
WITHHELD = ("*",) * 13


def oews_rows() -> list[dict[str, object]]:
    """Wage rows as the pack should hold them, ``area`` in seven digits."""
    return [
        _wage("43-4051", "0000000", 2595750, 0.4, CLERK_WAGES),
        _wage("00-0000", "0000000", 155495730, 0.0, CLERK_WAGES),
        _wage("43-4051", "4800000", 337170, 1.2, TEXAS_WAGES, 23.962, 1.44),
        _wage("43-4051", "0028140", "**", "**", CLERK_WAGES, "**", "**"),
        _wage("29-1141", "0010180", 40, 12.2, WITHHELD, 0.719, 0.55),
        _wage("29-1141", "0100001", 50, 11.6, ("", *CLERK_WAGES[1:3], *[""] * 5,
              *CLERK_WAGES[8:]), 0.8, 0.6, basis="annual_only"),
    ]  # fmt: skip


def _wage(
    occ: str, area: str, employment: object, rse: object, wages: Sequence[object],
    jobs: object = "", quotient: object = "", basis: str = "",
) -> dict[str, object]:  # fmt: skip
    return {
        "occ": occ, "area": area, "employment": employment, "emp_rse": rse,
        **dict(zip(WAGES, wages, strict=True)), "jobs_per_1000": jobs,
        "location_quotient": quotient, "pay_basis": basis,
    }  # fmt: skip


AREAS = {
    "0000000": "National", "4800000": "Texas", "0028140": "Kansas City, MO-KS",
    "0010180": "Abilene, TX", "0100001": "Northwest Alabama nonmetropolitan area",
}  # fmt: skip


def write_oews_tables(folder: Path) -> Path:
    """OEWS as plain tables, one file for the nation, one for everything else."""
    columns = ["employment", "emp_rse", *WAGES]
    national, local = [], []
    for row in oews_rows():
        level = "total" if row["occ"] == "00-0000" else "detailed"
        figures = [row[name] for name in columns]
        if row["area"] == "0000000":
            national.append([row["occ"], level, *figures, row["pay_basis"]])
        else:
            local.append([row["area"], row["occ"], level, *figures, row["jobs_per_1000"],
                          row["location_quotient"], row["pay_basis"]])  # fmt: skip
    national.append(["43-0000", "major", 9, 1, *CLERK_WAGES, ""])
    write_csv(
        folder / "national.csv.gz", [["occ_code", "occ_level", *columns, "pay_basis"], *national]
    )
    write_csv(
        folder / "metro.csv.gz",
        [["area_code", "occ_code", "occ_level", *columns, "jobs_per_1000", "location_quotient",
          "pay_basis"], *local],
    )  # fmt: skip
    write_csv(
        folder / "national_industry.csv.gz",
        [["industry_code", "industry_level", "occ_code", "occ_level", *columns, "pay_basis"],
         ["31--34", "sector", "43-4051", "detailed", 1000, 2.5, *CLERK_WAGES, ""],
         ["113300", "4-digit", "43-4051", "detailed", "**", "**", *WITHHELD, ""]],
    )  # fmt: skip
    write_csv(
        folder / "industries.csv",
        [["industry_code", "industry_name", "display_level"],
         ["000000", "Everything", 0],
         ["31--34", "Sectors 31, 32, and 33 - Manufacturing", 2], ["113300", "Logging", 4]],
    )  # fmt: skip
    write_csv(
        folder / "areas.csv", [["area_code", "area_name"], *[[c, n] for c, n in AREAS.items()]]
    )
    write_csv(
        folder / "occupations.csv",
        [["occ_code", "occ_title", "occ_level"], ["00-0000", "All Occupations", "total"],
         ["43-4051", "Customer Service Representatives", "detailed"],
         ["29-1141", "Registered Nurses", "detailed"], ["43-0000", "Office", "major"]],
    )  # fmt: skip
    write_csv(
        folder / "footnotes.csv",
        [["footnote_code", "footnote_text"],
         [5, "At or above $115.00 per hour or $239,200 per year."], [1, "Words only."]],
    )  # fmt: skip
    return folder


_AGENCY_WAGES = ("H_MEAN", "A_MEAN", "MEAN_PRSE", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75",
                 "H_PCT90", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90")  # fmt: skip
_AGENCY_AREAS = {"0000000": ("99", "U.S.", 1), "4800000": ("48", "Texas", 2),
                 "0028140": ("28140", "Kansas City, MO-KS", 4),
                 "0010180": ("10180", "Abilene, TX", 4),
                 "0100001": ("0100001", AREAS["0100001"], 6)}  # fmt: skip
_AGENCY_TITLES = {"00-0000": "All Occupations", "43-4051": "Customer Service Representatives",
                  "29-1141": "Registered Nurses"}  # fmt: skip


def agency_rows() -> list[list[object]]:
    """The same wages under the column names of the agency's own spreadsheets."""
    header = [
        "AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP",
        "OWN_CODE", "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "EMP_PRSE", "JOBS_1000",
        "LOC QUOTIENT", *_AGENCY_WAGES, "ANNUAL", "HOURLY",
    ]  # fmt: skip
    rows: list[list[object]] = [header]
    for row in oews_rows():
        area = _AGENCY_AREAS[str(row["area"])]
        occ = str(row["occ"])
        rows.append(
            [*area, "US", "000000", "Cross-industry", "cross-industry", "1235", occ,
             _AGENCY_TITLES[occ], "total" if occ == "00-0000" else "detailed", row["employment"],
             row["emp_rse"], row["jobs_per_1000"], row["location_quotient"],
             *[row[name] for name in WAGES], True if row["pay_basis"] else "", ""]
        )  # fmt: skip
    for code, title, group, figures in (
        ("31-33", "Manufacturing", "sector", [1000, 2.5, "", "", *CLERK_WAGES]),
        ("113300", "Logging", "4-digit", ["**", "**", "", "", *WITHHELD]),
        ("113300", "Logging", "4-digit, ownership", [1, 1, "", "", *CLERK_WAGES]),
    ):
        rows.append(["99", "U.S.", 1, "US", code, title, group, "5", "43-4051",
                     _AGENCY_TITLES["43-4051"], "detailed", *figures, "", ""])  # fmt: skip
    rows.append(["99", "U.S.", 1, "US", "000000", "Cross-industry", "cross-industry", "1235",
                 "43-0000", "Office", "major", 9, 1, "", "", *CLERK_WAGES, "", ""])  # fmt: skip
    return rows


def write_agency_workbook(path: Path) -> Path:
    """The agency's spreadsheet with its sheet of field descriptions."""
    return write_workbook(
        path,
        {"All May 2025 data": agency_rows(),
         "Field Descriptions": [["Field", "Meaning"],
                                ["#", "at least $115.00 per hour or $239,200 per year"]]},
    )  # fmt: skip


def write_projections(path: Path, base: int = 2024, *, shuffled: bool = False) -> Path:
    """The projections workbook of a decade; ``shuffled`` puts its columns in another order."""
    target, span = base + 10, f"{base}–{(base + 10) % 100}"
    matrix = f"{base} National Employment Matrix"
    header = [
        f"{matrix} title", f"{matrix} code", "Occupation type", f"Employment, {base}",
        f"Employment, {target}", f"Employment distribution, percent, {base}",
        f"Employment change, numeric, {span}", f"Employment change, percent, {span}",
        f"Percent self employed, {base}", f"Occupational openings, {span} annual average",
        f"Median annual wage, dollars, {base}[1]", "Typical education needed for entry",
        "Work experience in a related occupation",
        "Typical on-the-job training needed to attain competency in the occupation",
    ]  # fmt: skip
    rows: list[list[object]] = [
        ["Total, all occupations", "00-0000", "Summary", 169956.1, 175167.9, 100, 5211.8, 3.1, 5.8,
         18863.3, 49500, "—", "—", "—"],
        ["  Office occupations", "43-0000", "Summary", 9, 9, 9, 0, 0, 0, 9, 1, "—", "—", "—"],
        ["      Customer service representatives[2]", "43-4051", "Line item", 2814.0, 2660.3, 1.7,
         -153.7, -5.5, "—", 341.7, 42830, "High school diploma or equivalent", "None",
         "Short-term on-the-job training"],
        ["      Registered nurses", "29-1141", "Line item", 3391.0, 3557.1, 2, 166.1, 4.9, 0.3,
         189.1, ">=$239,200", "Bachelor's degree", "None", "None"],
    ]  # fmt: skip
    order = list(range(len(header)))
    if shuffled:
        order = order[::-1]
    table = [[f"Table 1.2 Occupational projections, {span}"] + [""] * 13,
             *[[row[i] for i in order] for row in [header, *rows]],
             ["Footnotes:"] + [""] * 13]  # fmt: skip
    if shuffled:
        table[-1] = [""] * 13 + ["Footnotes:"]
    leaving = [
        [f"{matrix} title", f"{matrix} code", "Occupation type",
         f"Labor force exit rate, {span} annual average",
         f"Labor force exits, {span} annual average",
         f"Occupational transfers, {span} annual average",
         f"Occupational openings, {span} annual average"],
        ["Customer service representatives", "43-4051", "Line item", 5.6, 154.2, 202.9, 341.7],
    ]  # fmt: skip
    factors = [
        [f"{matrix} occupation title", f"{matrix} occupation code", f"{matrix} industry title",
         f"{matrix} industry code", "Factors affecting occupational utilization"],
        ["Customer service representatives", "43-4051", "Total, all industries", "TE1000",
         "Productivity change, capital/labor substitution - share decreases as invented."],
        ["Registered nurses", "29-1141", "Hospitals", "622000",
         "Demand change- share increases as invented."],
        ["Registered nurses", "29-1141", "Homes", "623000", "Nobody can tell what this says."],
    ]  # fmt: skip
    return write_workbook(
        path,
        {"Index": [["Contents"]], "Table 1.2": table, "Table 1.10": leaving,
         "Table 1.12": factors},
    )  # fmt: skip
