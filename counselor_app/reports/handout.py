"""The session handout: the client's copy, and the counselor's with notes that stay."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Literal

from counselor_app.client_texts import self_report_texts
from counselor_app.domain.figures.attribution import onet_attribution
from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.record.handout import (
    CounselorHandout,
    Handout,
    client_handout,
    counselor_handout,
)
from counselor_app.domain.record.record import Record
from counselor_app.domain.session.beside import style_lines
from counselor_app.domain.session.big_five import ABOUT as ABOUT_NOTE
from counselor_app.domain.session.big_five import BigFiveNote
from counselor_app.domain.session.client import ClientView
from counselor_app.domain.session.readiness import ReadinessAnswers, change_words, changed
from counselor_app.domain.session.self_report import self_report_name
from counselor_app.domain.session.self_report import told as told_lines
from counselor_app.domain.session.styles import ABOUT_JOB, StyleAnswers
from counselor_app.language import ENGLISH, Language, _, joined, pgettext
from counselor_app.reports.client_notes import handout_notes
from counselor_app.reports.letters import lacks_letters
from counselor_app.reports.parts import Notes, Prose, Report, plain
from counselor_app.reports.printed import day_words, footer, printed_on
from counselor_app.reports.sections import built, wanted_of
from counselor_app.reports.sections.asked import Session
from counselor_app.reports.sections.handed import note_row, paragraphs

Copy = Literal["client", "counselor"]
Own = tuple[tuple[str, str], ...]

COUNSELORS_COPY = _("Counselor’s copy, not for the client")
LETTERS_LOST = _("Letters that this report’s typeface lacks are printed as “?”.")


def handout_content(
    record: Record,
    sheets: Sequence[Sheet],
    *,
    copy: Copy,
    made_on: date,
    version: str,
    sources: Collection[Source],
    session: str | None = None,
    view: ClientView | None = None,
    named: bool = True,
    sections: Collection[str] | None = None,
    language: Language = ENGLISH,
) -> Report:
    """One session of a record (its uid; None is the newest) as either copy.

    ``sheets`` are the occupations of `domain.handout.client_handout(...).codes`; ``view`` adds
    the fit to each, ``sources`` are the releases in the pack. Without ``named`` the client is
    nowhere named; ``sections`` are the ids of the parts wanted, None for all.
    """
    own: Own | None = None
    if copy == "counselor":
        private = counselor_handout(record, session)
        handout, own = private.handout, _own(private, sheets, language.code)
    else:  # given nothing else than what the client may read
        handout = client_handout(record, session)
    name, wanted = handout.name if named else "", wanted_of("handout", sections)
    if copy == "client":
        wanted -= frozenset(handout.layout.without)
    notes = Notes(handout_notes(sheets, handout.scores, plain=own is None))
    met = Session(handout, tuple(sheets), view, notes, own, language.code)
    made = built("handout", met, wanted)
    order = handout.layout.parts
    made = tuple(sorted(made, key=lambda one: order.index(one.id) if one.id in order else -1))
    title = _("{name}: what we talked about", name=name) if name else _("What we talked about")
    whose = _("{title}, counselor’s copy, not for the client", title=title)
    printed = sheets if wanted & {"jobs", "notes"} else ()
    return Report(
        kind="handout",
        version=version,
        made_on=made_on,
        report_name=pgettext("report", "Session handout") if own is None else COUNSELORS_COPY,
        title=title,
        document_title=title if own is None else whose,
        header_note=printed_on(made_on, name),
        footer_note=footer(version, sources),
        lead=_lead(handout, own, name),
        sections=made,
        notes=notes.listed(),
        attribution=onet_attribution(_printed(printed)) or "",
        language=language,
    )


def _own(private: CounselorHandout, sheets: Sequence[Sheet], language: str) -> Own:
    """The counselor's own notes, and their words on the shortlist."""
    titles = {sheet.occupation.code: sheet.occupation.title for sheet in sheets}
    words = (
        (_("On the shortlist: {title}", title=titles.get(code, code)), paragraphs(word))
        for code, word in private.words
    )
    noted = (note_row(note, titles) for note in private.notes)
    return (*noted, *words, *_told(private, sheets, language))


def _told(private: CounselorHandout, sheets: Sequence[Sheet], language: str) -> Own:
    """What to talk about on work styles, job by job; readiness and a note, in words."""
    texts, told = self_report_texts(language), {one.kind: one.value for one in private.told}
    rows: list[tuple[str, str]] = []
    styles, before, after = told.get("styles"), told.get("before"), told.get("after")
    if isinstance(styles, StyleAnswers):
        for sheet in sheets:
            lines = style_lines(styles, texts.styles, sheet.ratings.get("style", ()))
            if lines:
                head = _("Work styles: {title}", title=sheet.occupation.title)
                rows.append((head, joined((*lines, ABOUT_JOB), "\n")))
    if isinstance(before, ReadinessAnswers) and isinstance(after, ReadinessAnswers):
        found = changed(before, after, texts.readiness)
        if found is not None:
            rows.append((_("Readiness, before and after"), change_words(found)))
    note = told.get("big_five")
    if isinstance(note, BigFiveNote):
        given = (joined(line, ": ") for line in told_lines("big_five", note, texts))
        taken = _("Taken {day}. {about}", day=day_words(note.taken), about=ABOUT_NOTE)
        rows.append((self_report_name("big_five", note), joined((*given, taken), "\n")))
    return tuple(rows)


def _lead(handout: Handout, own: Own | None, name: str) -> tuple[Prose, ...]:
    """The warning, the day, and that letters are lost where they are."""
    typed = [name, *(step.text for step in handout.steps), *(note.text for note in handout.notes)]
    typed += [*handout.layout.wording.values(), handout.layout.next_met]
    typed += [text for _head, text in own or ()]
    said = [] if own is None else [Prose((plain(COUNSELORS_COPY),), "warning")]
    if handout.met:
        day = _("Session of {day}", day=day_words(handout.met))
        said.append(Prose((plain(day),), "lead"))
    if any(map(lacks_letters, typed)):
        said.append(Prose((plain(LETTERS_LOST),), "remark"))
    return tuple(said)


def _printed(sheets: Iterable[Sheet]) -> set[Source]:
    """The releases whose titles, codes and job zones are printed."""
    sources: set[Source] = set()
    for sheet in sheets:
        figures = (sheet.figures["job_zone"], sheet.interests.letters)
        sources |= {figure.source for figure in figures if figure.value is not None}
        sources.add(sheet.titles.source)
    return sources
