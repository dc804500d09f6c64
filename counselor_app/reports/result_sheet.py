"""The sheet a student takes from the kiosk: interests, jobs to look at, and the code."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from counselor_app.domain.figures.attribution import onet_attribution
from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.match_table import MatchList
from counselor_app.domain.fit.measurement import flat, flat_words
from counselor_app.domain.fit.tiers import NOT_SINGLED_OUT
from counselor_app.domain.fit.words import NOT_A_VERDICT
from counselor_app.domain.occupation.interests import LETTERS, NAMES, PLAIN_NAMES
from counselor_app.domain.occupation.listing import YEAR_ONLY, YEAR_ONLY_MARK, OccupationRow
from counselor_app.domain.occupation.preparation import LICENSE_NOTE
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.handover_code import handover_code, ungrouped
from counselor_app.domain.session.inventory import NOT_VALIDATED
from counselor_app.errors import UserError
from counselor_app.language import (
    ENGLISH,
    Language,
    _,
    joined,
    listed,
    lowered,
    ngettext,
    pgettext,
)
from counselor_app.reports.client_notes import projections, same_twice, tiers_note, wages
from counselor_app.reports.fit import cautions
from counselor_app.reports.parts import (
    Bar,
    Bars,
    Cell,
    Column,
    Notes,
    Prose,
    Report,
    Section,
    plain,
    prose,
    table,
)
from counselor_app.reports.printed import day_words, footer, printed_on
from counselor_app.reports.sections.ranked import Family, families, tier_words

SHOWN = 10
_LISTED = 8
CODE_SAYS = _(
    "Give this code to your counselor, or let it be scanned. It holds your six scores, which"
    " questions you answered, and the day. It does not hold your name or your list."
)


def result_sheet_content(
    client: Client,
    matches: MatchList,
    on_list: Sequence[OccupationRow],
    *,
    made_on: date,
    version: str,
    sources: Collection[Source],
    language: Language = ENGLISH,
) -> Report:
    """The sheet of a client whose scores and their date are known.

    ``matches`` is the whole ranked list, ``on_list`` what the student put on theirs.

    Raises:
        UserError: when there are no six scores, or no code can carry them.
    """
    found = client.scores
    if found is None or not found.scores:
        raise UserError(_("Answer the questions first; then your results can be printed."))
    notes = Notes(_notes(found, matches))
    code, shown = handover_code(found), families(matches)[:SHOWN]
    highest, own = highest_words(found), _("These are your own answers.")
    if found.date:
        own = _("These are your own answers, answered {day}.", day=day_words(found.date))
    flags = cautions(client)
    lead = Prose((plain(joined((highest, own))),), "lead")
    warned = (Prose(tuple(map(plain, flags)), "bold"),) if flags else ()
    name = pgettext("report", "Interest results")
    return Report(
        kind="result",
        version=version,
        made_on=made_on,
        report_name=name,
        title=_("What I like, and jobs to look at"),
        document_title=name,
        header_note=printed_on(made_on),
        footer_note=footer(version, sources),
        attribution=onet_attribution({matches.interests, matches.zones}) or "",
        lead=(lead, *warned),
        sections=(
            _scores(found, notes),
            *(() if not shown else (_jobs(shown, notes),)),
            *_on_list(on_list),
            Section("code", pgettext("report", "Your code"), parts=prose(CODE_SAYS)),
            Section("remark", _("What this is"),
                    parts=prose(_remark(found, matches, shown), look="note")),
        ),
        notes=notes.listed(),
        extra={"code": code, "qr": qr_svg(ungrouped(code)),
               "alt": _("The same code, to be scanned: {code}", code=code)},
        language=language,
    )  # fmt: skip


def _notes(found: ClientScores, matches: MatchList) -> Mapping[str, Callable[[], tuple[str, str]]]:
    place = matches.place or pgettext("report", "United States")
    middle = _("middle: half earn more, half less")
    return same_twice(
        {
            "scores": found.instrument.error,
            "tiers": tiers_note(found),
            "pay": joined((joined((wages(matches.pay), place), ", "), middle), "; "),
            "education": joined((projections(matches.education), LICENSE_NOTE), ". "),
        }
    )


def _scores(found: ClientScores, notes: Notes) -> Section:
    """Each interest by its plain name and the name in the field, highest first."""
    test, title = found.instrument, pgettext("report", "Your scores")
    bars = tuple(
        Bar(PLAIN_NAMES[letter], points, f"{points:.3g}", beside=Cell(plain(NAMES[letter])))
        for letter, points in _ranked(found)
    )
    columns = (
        Column(pgettext("column", "Interest")),
        Column(pgettext("column", "Points"), pgettext("unit", "points")),
        Column(_("Name in the field")),
    )
    ends = (f"{test.low:g}", f"{test.high:g}")
    drawn = Bars(title, columns, test.low, test.high, test.low, ends, bars, "plain")
    scale = _("{inventory}, {low} to {high} points.", inventory=test.name, low=ends[0],
              high=ends[1])  # fmt: skip
    said = Prose((plain(scale, notes.mark("scores")),), "note")
    return Section("scores", title, parts=(drawn, said))


def _jobs(shown: Sequence[Family], notes: Notes) -> Section:
    """The jobs to look at, near twins in one row; a group's figures have a star, and its name
    under the title."""
    title = _("Jobs closest to your answers")
    columns = [
        Column(title, id="title"),
        Column(_("Among the tenth closest"), mark=notes.mark("tiers"), id="tier"),
        Column(_("Middle pay a year"), mark=notes.mark("pay"), id="pay"),
        Column(pgettext("report", "Usual schooling"), mark=notes.mark("education"), id="education"),
        Column(pgettext("report", "Published for"), id="whose"),
    ]
    rows = [
        (_titled(twins), tier_words(twins[0]),
         twins[0].pay_words, twins[0].education_short, twins[0].job.figures_note)
        for twins in shown
    ]  # fmt: skip
    return Section("jobs", title, parts=(table(title, columns, rows, "result"),))


def _titled(twins: Family) -> str:
    """The first of near twins, and how many stand with it."""
    title, more = twins[0].match.title, len(twins) - 1
    if not more:
        return title
    return ngettext("{title}, and {n} job like it", "{title}, and {n} jobs like it", more,
                    title=title, n=more)  # fmt: skip


def qr_svg(text: str) -> str:
    """``text`` as a QR code (SVG). Letters and digits alone: no sign that a scanner's keyboard
    layout could turn into another one."""
    import segno

    return str(segno.make_qr(text, error="m").svg_inline(scale=4, border=4, omitsize=False))


def highest_words(scores: ClientScores) -> str:
    """The highest interests in plain words; that nothing stands out where they are all alike."""
    ranked = _ranked(scores)
    if ranked[0][1] == ranked[-1][1]:
        return _("Your six scores are the same, so no interest stands out.")
    third = ranked[2][1]
    strongest = [PLAIN_NAMES[letter] for letter, points in ranked if points >= third]
    if len(strongest) > 4:
        strongest = [PLAIN_NAMES[letter] for letter, points in ranked if points > third]
    named = listed(map(lowered, strongest))
    return _("Your answers are highest on {interests}.", interests=named)


def _ranked(scores: ClientScores) -> list[tuple[str, float]]:
    return sorted(zip(LETTERS, scores.scores, strict=True), key=lambda pair: -pair[1])


def _remark(found: ClientScores, matches: MatchList, shown: Sequence[Family]) -> str:
    said: list[str] = [NOT_A_VERDICT, NOT_VALIDATED]
    tiers = {one.tier for one in matches.rows}
    if shown and "very likely" not in tiers and None not in tiers:
        said.insert(0, NOT_SINGLED_OUT)
    if flat(found):
        said = [flat_words(found), *said]
    if any(twins[0].job.group for twins in shown):
        said.append(_("* Published for the group named under the job."))
    if any(YEAR_ONLY_MARK in twins[0].pay_words for twins in shown):
        said.append(joined((YEAR_ONLY, "."), ""))
    return joined(said)


def _on_list(jobs: Sequence[OccupationRow]) -> tuple[Section, ...]:
    """What the student put on their list, so many by name."""
    if not jobs:
        return ()
    named = [joined((job.title, f"({job.pay_said})")) for job in jobs[:_LISTED]]
    more = len(jobs) - len(named)
    rest = ngettext("and {n} more", "and {n} more", more, n=more) if more else ""
    said = joined((joined((*named, rest), "; "), "."), "")
    return (Section("on-list", _("On my list"), parts=prose(said)),)
