"""The sheet a student takes from the kiosk: what its screen says, and the code."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from counselor_app.domain.figures.attribution import onet_attribution
from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.domain.occupation.preparation import LICENSE_NOTE
from counselor_app.domain.session.because import FROM_LIKED, MAY_ENJOY, Pick, top_two, you_like
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.handover_code import handover_code, ungrouped
from counselor_app.domain.session.inventory import NOT_VALIDATED
from counselor_app.domain.session.likes import likes
from counselor_app.errors import UserError
from counselor_app.language import ENGLISH, Language, Said, _, joined, ngettext, pgettext
from counselor_app.reports.client_notes import Texts, projections, same_twice, wages
from counselor_app.reports.fit import cautions
from counselor_app.reports.parts import (
    Bar,
    Bars,
    Column,
    Notes,
    Part,
    Prose,
    Report,
    Section,
    plain,
    prose,
    table,
)
from counselor_app.reports.printed import day_words, footer, printed_on

LISTED = 4
"""Jobs of the student's list that the page has room for."""
_HIGHEST = 1000


def result_sheet_content(
    client: Client,
    picks: Sequence[Pick],
    on_list: Sequence[Pick],
    *,
    place: str,
    whom: str,
    made_on: date,
    version: str,
    sources: Collection[Source],
    pay: Source,
    education: Source,
    interests: Source,
    language: Language = ENGLISH,
) -> Report:
    """The sheet of a client whose scores and their date are known.

    ``picks`` are the jobs to start with, ``on_list`` what the student put on their list; ``place``
    is where their pay is from, ``whom`` the counselor it is taken to ("" for any). ``pay``,
    ``education`` and ``interests`` are the releases that the figures and jobs are from.

    Raises:
        UserError: when there are no six scores, or no code can carry them.
    """
    found = client.scores
    if found is None or not found.scores:
        raise UserError(_("Answer the questions first; then your results can be printed."))
    notes = Notes(_notes(pay, education, place))
    code = handover_code(found)
    flags = [*cautions(client), *((FROM_LIKED,) if not top_two(found) and picks else ())]
    name = pgettext("report", "Interest results")
    return Report(
        kind="result",
        version=version,
        made_on=made_on,
        report_name=name,
        title=you_like(found),
        document_title=name,
        header_note=printed_on(made_on),
        footer_note=footer(version, sources),
        attribution=onet_attribution({interests}) or "",
        lead=(
            Prose((plain(_whose(found, whom)),), "lead"),
            *((Prose(tuple(map(plain, flags)), "bold"),) if flags else ()),
        ),
        sections=(
            _scores(client),
            *_jobs("jobs", _("Three to start with"), picks, place, notes),
            *_jobs("on-list", _("On my list"), on_list[:LISTED], place, notes,
                   more=len(on_list) - LISTED),
            Section("code", pgettext("report", "Your code"), parts=prose(CODE_SAYS)),
            Section("remark", _("What this is"),
                    parts=prose(joined((MAY_ENJOY, NOT_VALIDATED)), look="note")),
        ),
        notes=notes.listed(),
        extra={"strong": str(len(top_two(found))), "code": code, "qr": qr_svg(ungrouped(code)),
               "alt": _("The same code, to be scanned: {code}", code=code)},
        language=language,
    )  # fmt: skip


def _whose(found: ClientScores, whom: str) -> Said:
    """Whose answers these are, and to whom the sheet goes."""
    own = _("These are your own answers.")
    if found.date:
        own = _("These are your own answers, answered {day}.", day=day_words(found.date))
    taken = _(
        "Take this sheet to {whom} and talk it over.",
        whom=whom or pgettext("whom to ask", "your counselor"),
    )
    return joined((own, taken))


CODE_SAYS = _(
    "Give this code to your counselor, or let it be scanned. It holds your six scores, which"
    " questions you answered, and the day. It does not hold your name or your list."
)


def qr_svg(text: str) -> str:
    """``text`` as a QR code (SVG). Letters and digits alone: no sign that a scanner's keyboard
    layout could turn into another one."""
    import segno

    return str(segno.make_qr(text, error="m").svg_inline(scale=4, border=4, omitsize=False))


def _notes(pay: Source, education: Source, place: str) -> Texts:
    middle = _("middle: half earn more, half earn less")
    return same_twice(
        {
            "pay": joined((joined((wages(pay), place), ", "), middle), "; "),
            "school": joined((projections(education), LICENSE_NOTE), ". "),
        }
    )


def _scores(client: Client) -> Section:
    """Six named bars without numbers, as on the screen; the code carries the points."""
    assert client.scores is not None
    title = pgettext("report", "What you like")
    bars = tuple(Bar(like.name, round(_HIGHEST * like.share), "") for like in likes(client.scores))
    columns = (Column(pgettext("column", "Interest")), Column(pgettext("column", "How much")))
    drawn = Bars(title, columns, 0, _HIGHEST, 0, ("", ""), bars, "plain")
    return Section("scores", title, parts=(drawn,))


def _jobs(
    name: str, title: str, jobs: Sequence[Pick], place: str, notes: Notes, *, more: int = 0
) -> tuple[Section, ...]:
    """A row a job: why it is there, its figures, a way to try it; a group's figures name it."""
    if not jobs:
        return ()
    columns = [
        Column(title, id="title"),
        Column(pgettext("column", "Because"), id="because"),
        Column(_("Pay in {place}", place=in_place(place)), mark=notes.mark("pay"), id="pay"),
        Column(pgettext("column", "Schooling"), mark=notes.mark("school"), id="school"),
        Column(pgettext("column", "Outlook"), mark=notes.mark("school"), id="outlook"),
        Column(_("Try it early"), id="try"),
        Column(pgettext("report", "Published for"), id="whose"),
    ]
    rows = [
        (one.title, one.because if name == "jobs" else "", one.short.pay, one.short.school,
         one.short.outlook, one.try_early, one.short.group)
        for one in jobs
    ]  # fmt: skip
    parts: list[Part] = [table(title, columns, rows, "result")]
    if more > 0:
        said = ngettext("and {n} more on the screen", "and {n} more on the screen", more, n=more)
        parts += prose(said, look="note")
    return (Section(name, title, parts=tuple(parts)),)
