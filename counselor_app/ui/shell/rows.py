"""What the sidebar lists: search results in groups, and the browsing folders. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from counselor_app.domain.figures.wording import openings_words, percent
from counselor_app.domain.occupation.interests import LETTERS, NAMES
from counselor_app.domain.occupation.listing import OccupationRow
from counselor_app.domain.occupation.search import Hit, only_guesses, spans

Kind = Literal["group", "job", "more", "folder", "back"]
Browse = Literal["family", "zone", "interests", "openings"]
BROWSES: tuple[tuple[Browse, str], ...] = (
    ("family", "Family"),
    ("zone", "Zone"),
    ("interests", "Interests"),
    ("openings", "Openings"),
)
FIRST_SHOWN = 5
MOST_OPENINGS = 50
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list.

    A "job" row has the occupation's ``code``, why it matched, what the job is, three ``facts``
    (pay, change, zone) and ``whose`` they are where they are not the job's own; the spans are the
    letters to underline. ``key`` names a group or a folder.
    """

    kind: Kind
    title: str
    code: str = ""
    why: str = ""
    facts: tuple[str, ...] = ()
    title_spans: Spans = ()
    why_spans: Spans = ()
    count: int | None = None
    key: str = ""
    summary: str = ""
    whose: str = ""

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        if self.kind == "group":
            return f"{self.title}: {self.count} jobs"
        if self.kind == "folder":
            return f"{self.title}, {self.count} jobs"
        parts = (self.title, self.why, *self.facts, self.whose, self.summary)
        return ", ".join(part for part in parts if part)


def job_row(
    row: OccupationRow, *, why: str = "", title_spans: Spans = (), why_spans: Spans = ()
) -> Row:
    """An occupation as a line of the list."""
    change = "" if row.change_pct is None else percent(row.change_pct, signed=True) + row.star
    zone = "" if row.job_zone is None else f"Zone {row.job_zone}"
    return Row(
        "job", row.title, row.code, why, (row.pay_words + row.star, change, zone), title_spans,
        why_spans,
        summary=row.summary, whose=f"* {row.whose}" if row.group else "",
    )  # fmt: skip


def result_rows(
    hits: Sequence[Hit],
    jobs: Mapping[str, OccupationRow],
    query: str,
    expanded: frozenset[str] = frozenset(),
) -> tuple[Row, ...]:
    """Search results in groups, the group with the best hit first.

    A group shows its first five hits until it is in ``expanded``; one that is alone, all.
    Weak guesses have no group: nothing of what was typed is in them.
    """
    if only_guesses(hits):
        known = [(hit, jobs[hit.code]) for hit in hits if hit.code in jobs]
        return tuple(_explained(hit, job, query)[1] for hit, job in known)
    groups: dict[str, list[Row]] = {}
    for hit in hits:
        job = jobs.get(hit.code)
        if job is not None:
            group, row = _explained(hit, job, query)
            groups.setdefault(group, []).append(row)
    rows: list[Row] = []
    for name, found in groups.items():
        rows.append(Row("group", name, count=len(found), key=name))
        shown = len(found) if name in expanded or len(groups) == 1 else FIRST_SHOWN
        shown = len(found) if len(found) == shown + 1 else shown
        rows += found[:shown]
        if len(found) > shown:
            rows.append(Row("more", f"Show {len(found) - shown} more", key=name))
    return tuple(rows)


def _explained(hit: Hit, job: OccupationRow, query: str) -> tuple[str, Row]:
    """The group a hit belongs to, and its row saying why it matched."""
    in_title = tuple(spans(hit.title, query))
    if hit.kind == "asked":
        return f"For “{hit.matched}”", job_row(job, why=hit.why)
    if hit.kind == "code":
        return "By its code", job_row(job, why=hit.code.removesuffix(".00"))
    if hit.kind == "title":
        why = f"and {hit.others} other titles" if hit.others > 1 and not job.summary else ""
        group = "In the job title" if in_title else "Close spellings"
        return group, job_row(job, why=why, title_spans=in_title)
    in_other = spans(hit.matched, query)
    lead = "also called "
    row = job_row(
        job,
        why=lead + hit.matched + (f", and {hit.others} more" if hit.others > 0 else ""),
        title_spans=in_title,
        why_spans=tuple((a + len(lead), b + len(lead)) for a, b in in_other),
    )
    # A title that itself holds the query belongs with the titles, whatever matched best.
    letters = sum(c.isalnum() for c in query)
    if in_title and sum(b - a for a, b in in_title) >= letters - 1:
        return "In the job title", row
    return ("In another title for the job" if in_other else "Close spellings"), row


def browse_rows(
    jobs: Iterable[OccupationRow], browse: Browse, opened: str | None
) -> tuple[Row, ...]:
    """The folders of one way of browsing, or what the ``opened`` folder holds."""
    everyone = list(jobs)
    if browse == "openings":
        most = _one_a_figure(everyone)[:MOST_OPENINGS]
        rows = [job_row(j, why=_openings_words(j)) for j in most]
        return (Row("group", "Most openings a year", count=len(rows)), *rows)
    keys, named = _FOLDERS[browse]
    if opened is not None:
        inside = [j for j in everyone if opened in keys(j)]
        inside.sort(key=lambda j: j.title)
        return (
            Row("back", f"All {_PLURAL[browse]}", key=opened),
            Row("group", named(opened), count=len(inside)),
            *(job_row(j) for j in inside),
        )
    counts: dict[str, int] = {}
    for job in everyone:
        for key in keys(job):
            counts[key] = counts.get(key, 0) + 1
    order = sorted(counts, key=LETTERS.find if browse == "interests" else str)
    return tuple(Row("folder", named(key), count=counts[key], key=key) for key in order)


def _openings_words(job: OccupationRow) -> str:
    return f"{openings_words(job.openings or 0)} openings a year{job.star}"


def _one_a_figure(jobs: Iterable[OccupationRow]) -> list[OccupationRow]:
    """One occupation for each published figure, which several can share; most first."""
    seen: set[str | None] = set()
    found = []
    known = [job for job in jobs if job.openings is not None]
    for job in sorted(known, key=lambda j: (-(j.openings or 0), j.code)):
        if job.outlook_code not in seen:
            seen.add(job.outlook_code)
            found.append(job)
    return found


_ZONES = {
    "1": "Little or no preparation",
    "2": "Some preparation",
    "3": "Medium preparation",
    "4": "Considerable preparation",
    "5": "Extensive preparation",
}
_PLURAL: dict[Browse, str] = {
    "family": "families",
    "zone": "job zones",
    "interests": "interests",
    "openings": "",
}
_FOLDERS: dict[Browse, tuple[Callable[[OccupationRow], tuple[str, ...]], Callable[[str], str]]] = {
    "family": (lambda j: (j.family,), str),
    "zone": (
        lambda j: (str(j.job_zone),) if j.job_zone else (),
        lambda key: f"Zone {key}: {_ZONES[key].lower()}",
    ),
    "interests": (
        lambda j: (j.letters[0],) if j.letters else (),
        lambda key: NAMES[key] + " first",
    ),
}
