"""One client's whole record on paper, for inspection: everything that is kept, nothing else."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.wording import number
from counselor_app.domain.fit.profile import client_codes
from counselor_app.domain.occupation.interests import LETTERS
from counselor_app.domain.record.handout import local_day
from counselor_app.domain.record.record import Record, SelfReport, TakenInventory, TakenScores
from counselor_app.domain.session.big_five import ABOUT as ABOUT_NOTE
from counselor_app.domain.session.big_five import BigFiveNote
from counselor_app.domain.session.inventory import LIKING, inventory_name
from counselor_app.domain.session.self_report import Texts, kept_beside, self_report_name, told
from counselor_app.language import ENGLISH, Language, _, joined, pgettext
from counselor_app.reports.handout import LETTERS_LOST
from counselor_app.reports.letters import lacks_letters
from counselor_app.reports.parts import Prose, Report, Section, Table, plain, prose, table
from counselor_app.reports.printed import day_words, due_words, footer, printed_on

FOR = {
    "client": pgettext("reader", "the client"),
    "counselor": pgettext("reader", "the counselor only"),
}
_WHEN = pgettext("column", "When")
_NONE = pgettext("record", "none")


def record_content(
    record: Record,
    *,
    titles: Mapping[str, str],
    elements: Mapping[str, str],
    items: Mapping[str, str],
    texts: Texts,
    made_on: date,
    version: str,
    sources: Collection[Source],
    language: Language = ENGLISH,
) -> Report:
    """The whole record, notes for the counselor included and marked.

    ``titles`` are of occupations by code and ``elements`` of rated elements by id; what they
    lack is printed as its code. ``items`` are the words of the inventory's items, ``texts`` the
    statements and cards.
    """
    parts = (
        _sessions(record),
        *(_inventory(taken, items) for taken in record.inventories),
        _scores(record),
        _ratings(record, elements),
        _values(record, elements),
        *(_self_report(one, texts) for one in record.self_reports),
        _shortlist(record, titles),
        _set_aside(record, titles),
        _notes(record, titles),
        _steps(record),
        _reports(record),
    )
    sections = tuple(replace(part, id=f"part-{i}") for i, part in enumerate(parts, start=1))
    tables = (part for section in sections for part in section.parts if isinstance(part, Table))
    typed = (cell.words for table in tables for row in table.rows for cell in row)
    lost = any(map(lacks_letters, (record.name, *typed)))
    title = _("Record of a client without a name")
    if record.name:
        title = _("Record of {name}", name=record.name)
    lead = _(
        "Everything that is kept of this client is in this report. File {file}; added {added},"
        " last changed {changed}.",
        file=record.uid, added=_when(record.created), changed=_when(record.changed),
    )  # fmt: skip
    remark = (Prose((plain(LETTERS_LOST),), "remark"),) if lost else ()
    return Report(
        kind="record",
        version=version,
        made_on=made_on,
        report_name=_("Client record, confidential"),
        title=title,
        document_title=title,
        header_note=printed_on(made_on),
        footer_note=footer(version, sources),
        lead=(*prose(lead), *remark),
        sections=sections,
        language=language,
    )


def _part(
    title: str,
    header: Sequence[str],
    widths: tuple[int, ...],
    rows: Sequence[tuple[str, ...]],
    note: str = "",
) -> Section:
    """A table of the record, or that nothing is kept; ``widths`` are shares of the page."""
    said = prose(note, look="note")
    if not rows:
        return Section("", title, parts=(*said, *prose(_("Nothing is kept."))))
    return Section("", title, parts=(*said, table(title, header, rows, "record", widths)))


def _when(at: datetime | None) -> str:
    """Day and time on this computer's clock."""
    if at is None:
        return pgettext("report", "not yet")
    local = at.astimezone()
    time = f"{local.hour}:{local.minute:02}"
    return _("{day}, {time}", day=day_words(local_day(at)), time=time)


def _named(code: str, titles: Mapping[str, str]) -> str:
    return f"{titles[code]} ({code})" if code in titles else code


def _sessions(record: Record) -> Section:
    rows = [
        (_when(met.started), _when(met.ended) if met.ended else pgettext("report", "still open"),
         joined(met.position.codes, ", ") or _NONE)
        for met in record.sessions
    ]  # fmt: skip
    header = (
        pgettext("column", "Began"), pgettext("column", "Ended"),
        pgettext("report", "Occupations open")
    )  # fmt: skip
    return _part(pgettext("section", "Sessions"), header, (3, 3, 4), rows)


def _inventory(taken: TakenInventory, items: Mapping[str, str]) -> Section:
    answers = [(items.get(item, item), LIKING[value]) for item, value in taken.given.items()]
    left_out = pgettext("answer", "left out")
    answers += [(items.get(item, item), left_out) for item in sorted(taken.skipped)]
    note = _(
        "Begun {begun}, finished {finished}, edition {edition}, {seconds} seconds.",
        begun=_when(taken.started), finished=_when(taken.finished), edition=taken.version,
        seconds=number(taken.seconds),
    )  # fmt: skip
    title = pgettext(
        "report", "Answers: {inventory}", inventory=inventory_name(taken.form, taken.version)
    )
    header = (pgettext("column", "Question"), pgettext("column", "Answer"))
    return _part(title, header, (7, 3), answers, note)


def _scores(record: Record) -> Section:
    code, taken = pgettext("column", "Code"), pgettext("column", "Taken")
    header = (pgettext("column", "Inventory"), taken, *LETTERS, code)
    note = _("R Realistic, I Investigative, A Artistic, S Social, E Enterprising, C Conventional.")
    widths = (7, 4, *(1 for _letter in LETTERS), 2)
    rows = [_scored(taken) for taken in record.scores]
    return _part(pgettext("section", "Scores"), header, widths, rows, note)


def _scored(taken: TakenScores) -> tuple[str, ...]:
    scores = taken.scores
    when = day_words(scores.date) if scores.date else _("date not given")
    points = tuple(f"{value:.3g}" for value in scores.scores) or ("–",) * 6
    return (scores.instrument.name, when, *points, client_codes(scores)[0])


def _ratings(record: Record, elements: Mapping[str, str]) -> Section:
    rows = [
        (elements.get(rated.element, rated.element), f"{rated.level:.2g}", _when(rated.rated))
        for rated in record.ratings
    ]
    header = (_("Skill, ability or knowledge"), _("Level, 0 to 7"), _WHEN)
    return _part(_("The client’s own ratings"), header, (5, 2, 3), rows)


def _values(record: Record, elements: Mapping[str, str]) -> Section:
    found = record.values
    rows = [] if found is None else [
        (str(place), elements.get(element, element), _when(found.ordered))
        for place, element in enumerate(found.elements, start=1)
    ]  # fmt: skip
    header = (pgettext("column", "Place"), pgettext("report", "Work value"), _WHEN)
    return _part(_("Work values in the client’s own order"), header, (2, 5, 3), rows)


def _self_report(one: SelfReport, texts: Texts) -> Section:
    note = _when(one.taken)
    if isinstance(one.value, BigFiveNote):
        day = day_words(one.value.taken)
        note = _("Taken {day}, typed in {when}. {about}", day=day, when=note, about=ABOUT_NOTE)
    elif (beside := kept_beside(one.kind, one.value)) is not None:
        note = joined((note, beside), ": ")
    header = (pgettext("column", "Asked"), pgettext("column", "Answer"))
    rows = told(one.kind, one.value, texts)
    return _part(self_report_name(one.kind, one.value), header, (7, 3), rows, note)


def _shortlist(record: Record, titles: Mapping[str, str]) -> Section:
    rows = [
        (_named(line.code, titles), line.word or _NONE, _when(line.added))
        for line in record.shortlist
    ]
    header = (pgettext("column", "Occupation"), pgettext("column", "Why"),
              pgettext("column", "Added"))  # fmt: skip
    return _part(pgettext("section", "Shortlist"), header, (4, 4, 3), rows)


def _set_aside(record: Record, titles: Mapping[str, str]) -> Section:
    rows = [(_named(one.code, titles), _when(one.at)) for one in record.set_aside]
    header = (pgettext("column", "Occupation"), pgettext("column", "Set aside"))
    return _part(_("Set aside, not for the client"), header, (8, 3), rows)


def _notes(record: Record, titles: Mapping[str, str]) -> Section:
    rows = [
        (_when(note.written), FOR[note.reader], _named(note.code, titles) or _NONE, note.text)
        for note in record.notes
    ]
    header = (pgettext("column", "Written"), pgettext("column", "For"),
              pgettext("column", "About"), pgettext("column", "Note"))  # fmt: skip
    return _part(pgettext("section", "Notes"), header, (4, 3, 4, 11), rows)


def _steps(record: Record) -> Section:
    to_do = pgettext("step", "to do")
    rows = [
        (
            joined((step.text, *due_words(step.due, step.who)), " · "),
            _when(step.written),
            _when(step.done) if step.done else to_do,
        )
        for step in record.steps
    ]
    header = (pgettext("column", "Step"), pgettext("column", "Written"),
              pgettext("column", "Done"))  # fmt: skip
    return _part(pgettext("report", "Next steps"), header, (5, 3, 3), rows)


def _reports(record: Record) -> Section:
    rows = [
        (made.kind, made.format, joined(made.codes, ", ") or _NONE, _when(made.made))
        for made in record.reports
    ]
    header = (pgettext("column", "Report"), pgettext("column", "Form"),
              pgettext("column", "Occupations"), _WHEN)  # fmt: skip
    return _part(pgettext("report", "Reports made"), header, (2, 3, 4, 3), rows)
