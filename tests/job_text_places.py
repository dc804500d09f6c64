"""Claims of the program's own texts on where most of a job's people work, with what must back them.

A claim is on employees of an industry (OEWS, share of the nation's) or on the self-employed
(Employment Projections). A shared wage row is the group's: such a claim is not made of one job.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from job_text_checks import Problem, sentences, texts_of

HOW_MANY = re.compile(
    r"\b(most|mostly|mainly|more|many|half|majority|nearly all|two thirds|in (three|four|five))\b"
    r"( \w+){0,5}? (work|works|employed) (for|in|at|beside)\b"
    r"|\bwork for the most part\b|\b(industry|government|hospitals?|schools?|stores?|homes?)\b"
    r"( \w+){0,4} (employs?|hires?) (most|half|many)\b",
    re.IGNORECASE,
)
"""Sentences that say how many work where."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What an entry says; the shares of ``industries`` together lie in ``least`` to ``most``.

    No industries: the share of the self-employed. ``first``: no other industry of the same level
    has a larger share. All shares in percent.
    """

    words: str
    industries: tuple[str, ...] = ()
    least: float = 50
    most: float = 100
    first: bool = False


PLACES: Mapping[str, Claim] = {
    "13-1075.00": Claim("Most work for a union", ("813930",)),
    "13-2061.00": Claim("About two in three work in finance and insurance", ("52--53",), 62, 71),
    "13-2071.00": Claim("More than half work at schools and colleges", ("61--62",)),
    "15-2021.00": Claim("More than half work for the federal government", ("999100",)),
    "19-3032.00": Claim("Most work for themselves"),
    "27-1012.00": Claim("Most work for themselves"),
    "27-4021.00": Claim("Most work for themselves"),
    "29-1051.00": Claim("About half work in a store", ("44--46",), 45, 55),
    "29-1292.00": Claim("Most work beside a dentist", ("621200",), 90),
    "29-2061.00": Claim("more of them work in care homes than", ("623000",), 30, first=True),
    "33-9021.00": Claim("Many work for stores", ("44--46",), 30),
    "41-9091.00": Claim("Most work for themselves"),
    "43-2021.00": Claim("About half work for hospitals, doctors, and other", ("62--63",), 45, 57),
    "43-4111.00": Claim("About two in three work in health care", ("62--63",), 62, 71),
    "47-2142.00": Claim("about two in three work for ad firms", ("541800",), 60, 71),
    "51-3021.00": Claim("work for the most part in stores", ("44--46",), 75),
    "51-6041.00": Claim("most work in plants", ("31--34",), 70),
}
"""By code; checked against the release in the pack, so that a new one that differs fails."""


def _share(connection: sqlite3.Connection, code: str, industries: tuple[str, ...]) -> float:
    if not industries:
        query = (
            "SELECT p.self_employed_pct FROM occupation o JOIN projection p ON p.occ = o.ep_code"
            " WHERE o.code = ?"
        )
        return float(connection.execute(query, (code,)).fetchone()[0])
    return sum(_shares(connection, code)[industry] for industry in industries)


def _shares(connection: sqlite3.Connection, code: str) -> dict[str, float]:
    query = (
        "SELECT i.industry, 100.0 * i.employment / w.employment FROM occupation o"
        " JOIN industry_wage i ON i.occ = o.oews_code JOIN wage w ON w.occ = o.oews_code"
        " JOIN area a ON a.code = w.area AND a.kind = 'national'"
        " WHERE o.code = ? AND i.employment IS NOT NULL"
    )
    return dict(connection.execute(query, (code,)))


def _larger(connection: sqlite3.Connection, code: str, industry: str) -> list[str]:
    levels = dict(connection.execute("SELECT code, level FROM industry"))
    shares = _shares(connection, code)
    return [
        other
        for other, share in shares.items()
        if levels[other] == levels[industry] and share > shares[industry]
    ]


def place_problems(
    files: Mapping[str, Mapping[str, Mapping[str, object]]],
    connection: sqlite3.Connection,
    claims: Mapping[str, Claim] = PLACES,
) -> Iterator[Problem]:
    """Claims on where most work that no figure backs, or that are not in the table."""
    query = "SELECT oews_code, COUNT(*) FROM occupation GROUP BY oews_code HAVING COUNT(*) > 1"
    shared = dict(connection.execute(query))
    rows = dict(connection.execute("SELECT code, oews_code FROM occupation"))
    for file, entries in files.items():
        for code, entry in entries.items():
            claim = claims.get(code)
            told = [text for name, text in texts_of(entry) if name not in ("try", "ask")]
            said = [sentence for text in told for sentence in sentences(text)]
            for sentence in said:
                if HOW_MANY.search(sentence) and not (claim and claim.words in sentence):
                    yield Problem(file, code, f"says where most work, unbacked: {sentence}")
            if claim is None:
                continue
            if not any(claim.words in sentence for sentence in said):
                yield Problem(file, code, f"does not say: {claim.words}")
            if claim.industries and rows[code] in shared:
                yield Problem(file, code, f"tells a group's industries as its own: {claim.words}")
            share = _share(connection, code, claim.industries)
            if not claim.least <= share <= claim.most:
                yield Problem(file, code, f"{claim.words}: the release has {share:.1f} %")
            if claim.first and (rivals := _larger(connection, code, claim.industries[0])):
                yield Problem(file, code, f"{claim.words}: larger shares in {rivals}")
