"""What the sidebar lists: search results in groups, and the browsing folders. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from counselor_app.domain.figures.wording import openings_words, percent
from counselor_app.domain.occupation.interests import LETTERS, NAMES
from counselor_app.domain.occupation.listing import OccupationRow
from counselor_app.domain.occupation.search import NO_CLOSE_MATCH, Hit, only_guesses, spans
from counselor_app.language import ENGLISH, Said, _, joined, ngettext, pgettext

if TYPE_CHECKING:
    from counselor_app.ui.style.icons import Icon

Kind = Literal["group", "job", "more", "folder", "back", "way"]
Browse = Literal["family", "cluster", "zone", "interests", "openings"]
BROWSES: tuple[tuple[Browse, str], ...] = (
    ("family", pgettext("browse by", "Job family")),
    ("cluster", pgettext("browse by", "Career cluster")),
    ("zone", pgettext("browse by", "Job zone")),
    ("interests", pgettext("browse by", "Interests")),
    ("openings", pgettext("browse by", "Most openings")),
)
IN_TITLE = _("In the job title")
IN_OTHER = _("In another title for the job")
CLOSE = pgettext("group of results", "Close spellings")
LIMIT = 50
"""The most that a search answers with."""
FIRST_SHOWN = 5
MOST_OPENINGS = 50
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list.

    A "job" row has the occupation's ``code``, why it matched, what the job is, three ``facts``
    (pay, change, zone; in a session pay at home, outlook and schooling in words) and ``whose``
    they are where they are not the job's own; the spans are the letters to underline; of ``why``
    they lie in ``why_of``. ``key`` names a group or a folder. A "way" leads on where nothing is
    found: its ``icon``, a title, and what it is in its ``summary``; ``icon`` of a job is that of
    its outlook in words.
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
    why_of: str = ""
    icon: Icon | None = None

    def said(self, say: Callable[[str], str]) -> Row:
        """The row in another language, with the underlined letters where they are then."""
        why = say(self.why)
        moved = why.find(self.why_of) - self.why.find(self.why_of)
        title = say(self.title)
        if self.why_of and title == self.why_of:
            why = ""  # the title itself
        return replace(
            self, title=title, why=why, title_spans=self.title_spans if title == self.title else (),
            facts=tuple(map(say, self.facts)),
            why_spans=tuple((a + moved, b + moved) for a, b in self.why_spans),
            summary=say(self.summary), whose=say(self.whose),
        )  # fmt: skip

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        if self.kind == "group" and self.count is None:
            return joined((self.title, self.summary), ": ")
        if self.kind == "group":
            return _("{name}: {n} jobs", name=self.title, n=self.count or 0)
        if self.kind == "way":
            return joined((self.title, self.summary), ": ")
        if self.kind == "folder":
            return _("{name}, {n} jobs", name=self.title, n=self.count or 0)
        return joined((self.title, self.why, *self.facts, self.whose, self.summary), ", ")


NOTE, BROWSE, ANEW = "note", "browse", "anew"
"""The keys of the ways on."""
WAYS = frozenset({NOTE, BROWSE, ANEW})


def ways_on(words: str, of: int, *, called: str) -> tuple[Row, ...]:
    """What to do where none of so many jobs is called by ``words``; ``called`` is the client, ""
    where they read along.
    """
    keep = _("Keep “{words}” as a note for {client}", words=words, client=called)
    if not called:
        keep = _("Keep “{words}” for my plan", words=words)
    ways = (
        Row("way", _("Say what is done in it"), key=ANEW, icon="search",
            summary=_("film, edit, perform, sell, teach: type one of them")),
        Row("way", _("Look through the kinds of work"), key=BROWSE, icon="board",
            summary=_("{n} jobs by what is done in them", n=f"{of:,}")),
        Row("way", keep, key=NOTE, icon="pencil",
            summary=_("it goes to the plan, to look up together")),
    )  # fmt: skip
    return (Row("group", pgettext("group of results", "Try")), *ways)


def lost_words(of: int) -> Said:
    """That none of so many jobs is called by what was typed."""
    return _(
        "None of the {n} jobs, nor any of their other titles, is called that. New kinds of work are"
        " often counted under an older name.", n=f"{of:,}",
    )  # fmt: skip


def found_words(hits: Sequence[Hit], passing: int, words: str, *, lost: bool) -> Said:
    """What was found for ``words``, of which so many jobs pass the filters; ``lost`` where it leads
    to none in a session.
    """
    hidden = len(hits) - passing
    if lost:
        return _("No close match for “{words}”", words=words)
    if not hits:
        return _("No job matches “{words}”. Try another word for it, or fewer letters.",
                 words=words)  # fmt: skip
    if only_guesses(hits):
        return NO_CLOSE_MATCH
    if len(hits) == LIMIT and not hidden:
        return _("The {n} best matches for “{words}”", n=LIMIT, words=words)
    return ngettext(
        "{n} job matches “{words}”", "{n} jobs match “{words}”", passing, n=passing, words=words
    )


def hidden_words(hidden: int) -> Said | str:
    """How many jobs filters leave out; "" for none."""
    if not hidden:
        return ""
    return ngettext("{n} more is hidden.", "{n} more are hidden.", hidden, n=f"{hidden:,}")


def slips(guesses: Sequence[Row]) -> tuple[Row, ...]:
    """Weak guesses under a heading that says what they are."""
    about = _("Shown in case of a slip of the keys; not offered as an answer.")
    head = Row("group", _("Spelled a little like it"), summary=about)
    return (head, *guesses) if guesses else ()


def job_row(
    row: OccupationRow, *, why: str = "", title_spans: Spans = (), why_spans: Spans = ()
) -> Row:
    """An occupation as a line of the list."""
    change = "" if row.change_pct is None else percent(row.change_pct, signed=True) + row.star
    zone = "" if row.job_zone is None else pgettext("job zone", "Zone {n}", n=row.job_zone)
    return Row(
        "job", row.title, row.code, why, (row.pay_words + row.star, change, zone), title_spans,
        why_spans,
        summary=row.summary,
        whose=pgettext("star", "* {group}", group=row.whose) if row.group else "",
    )  # fmt: skip


def result_rows(
    hits: Sequence[Hit],
    jobs: Mapping[str, OccupationRow],
    query: str,
    expanded: frozenset[str] = frozenset(),
    *,
    ordered: str = "",
) -> tuple[Row, ...]:
    """Search results in groups, the group with the best hit first; in one where they are
    ``ordered``, which says how.

    A group shows its first five hits until it is in ``expanded``; one that is alone, all.
    Weak guesses have no group: nothing of what was typed is in them.
    """
    known = [_Match.of(hit, jobs[hit.code], query) for hit in hits if hit.code in jobs]
    if only_guesses(hits):
        return tuple(match.row() for match in known)
    groups: dict[str, list[_Match]] = {}
    for match in known:
        groups.setdefault(ordered or match.group, []).append(match)
    rows: list[Row] = []
    for name, found in groups.items():
        rows.append(Row("group", name, count=len(found), key=name))
        shown = len(found) if name in expanded or len(groups) == 1 else FIRST_SHOWN
        shown = len(found) if len(found) == shown + 1 else shown
        rows += [match.row() for match in found[:shown]]
        if len(found) > shown:
            left = len(found) - shown
            words = ngettext("Show {n} more", "Show {n} more", left, n=left)
            rows.append(Row("more", words, key=name))
    return tuple(rows)


class _Match(NamedTuple):
    """A hit, and the letters of the title and of the matched spelling that show the query."""

    hit: Hit
    job: OccupationRow
    in_title: Spans
    in_other: Spans
    letters: int

    @classmethod
    def of(cls, hit: Hit, job: OccupationRow, query: str) -> _Match:
        other = hit.kind not in ("asked", "code", "title")
        in_other = tuple(spans(hit.matched, query)) if other else ()
        letters = sum(c.isalnum() for c in query)
        return cls(hit, job, tuple(spans(hit.title, query)), in_other, letters)

    @property
    def group(self) -> str:
        """The heading that it belongs under."""
        kind = self.hit.kind
        if kind == "asked":
            return pgettext("group of results", "For “{words}”", words=self.hit.matched)
        if kind == "code":
            return _("By its code")
        if kind == "title":
            return IN_TITLE if self.in_title else CLOSE
        # A title that itself holds the query belongs with the titles, whatever matched best.
        if self.in_title and sum(b - a for a, b in self.in_title) >= self.letters - 1:
            return IN_TITLE
        return IN_OTHER if self.in_other else CLOSE

    def row(self) -> Row:
        """The row, saying why it matched."""
        hit, job = self.hit, self.job
        if hit.kind == "asked":
            return job_row(job, why=hit.why)
        if hit.kind == "code":
            return job_row(job, why=hit.code.removesuffix(".00"))
        if hit.kind == "title":
            others = hit.others > 1 and not job.summary
            why = _("and {n} other titles", n=hit.others) if others else ""
            return job_row(job, why=why, title_spans=self.in_title)
        why = _("also called {title}", title=hit.matched)
        if hit.others > 0:
            why = _("also called {title}, and {n} more", title=hit.matched, n=hit.others)
        lead = why.find(hit.matched)
        spoken = tuple((a + lead, b + lead) for a, b in self.in_other)
        row = job_row(job, why=why, title_spans=self.in_title, why_spans=spoken)
        return replace(row, why_of=hit.matched)


def browse_rows(
    jobs: Iterable[OccupationRow],
    browse: Browse,
    opened: str | None,
    order: Callable[[str], str] = ENGLISH.order,
) -> tuple[Row, ...]:
    """The folders of one way of browsing, or what the ``opened`` folder holds.

    ``order`` gives what titles are sorted by.
    """
    everyone = list(jobs)
    if browse == "openings":
        most = _one_a_figure(everyone)[:MOST_OPENINGS]
        rows = [job_row(j, why=_openings_words(j)) for j in most]
        return (Row("group", _("Most openings a year"), count=len(rows)), *rows)
    keys, named = _FOLDERS[browse]
    if opened is not None:
        inside = [j for j in everyone if opened in keys(j)]
        inside.sort(key=lambda j: order(j.title))
        back = Row("back", _ALL[browse], key=opened)
        if browse == "cluster":
            return (back, *_by_sub_cluster(inside, opened, order))
        return (
            back,
            Row("group", named(opened), count=len(inside)),
            *(job_row(j) for j in inside),
        )
    counts: dict[str, int] = {}
    for job in everyone:
        for key in keys(job):
            counts[key] = counts.get(key, 0) + 1
    listed = sorted(counts, key=LETTERS.find if browse == "interests" else order)
    return tuple(Row("folder", named(key), count=counts[key], key=key) for key in listed)


def _by_sub_cluster(
    jobs: Sequence[OccupationRow], cluster: str, order: Callable[[str], str]
) -> tuple[Row, ...]:
    """The jobs of a cluster under their sub-clusters; one in two of them stands in both."""
    parts: dict[str, list[Row]] = {}
    for job in jobs:
        for name, narrower in job.clusters:
            if name == cluster:
                parts.setdefault(narrower, []).append(job_row(job))
    rows: list[Row] = []
    for narrower in sorted(parts, key=order):
        rows += (Row("group", narrower, count=len(parts[narrower])), *parts[narrower])
    return tuple(rows)


def _openings_words(job: OccupationRow) -> str:
    return _("{n} openings a year{star}", n=openings_words(job.openings or 0), star=job.star)


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
    "1": _("Zone 1: little or no preparation"),
    "2": _("Zone 2: some preparation"),
    "3": _("Zone 3: medium preparation"),
    "4": _("Zone 4: considerable preparation"),
    "5": _("Zone 5: extensive preparation"),
}
_ALL: dict[Browse, str] = {
    "family": pgettext("way back", "All families"),
    "cluster": _("All career clusters"),
    "zone": _("All job zones"),
    "interests": pgettext("way back", "All interests"),
}
_FOLDERS: dict[Browse, tuple[Callable[[OccupationRow], tuple[str, ...]], Callable[[str], str]]] = {
    "family": (lambda j: (j.family,), str),
    "cluster": (lambda j: tuple(dict.fromkeys(name for name, _narrower in j.clusters)), str),
    "zone": (
        lambda j: (str(j.job_zone),) if j.job_zone else (),
        _ZONES.__getitem__,
    ),
    "interests": (
        lambda j: (j.letters[0],) if j.letters else (),
        lambda key: pgettext("interest", "{name} first", name=NAMES[key]),
    ),
}
