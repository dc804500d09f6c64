"""The printed occupation profile: its head, its sections, its sources."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from counselor_app.domain.figures.attribution import onet_attribution
from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.ratings import Domain
from counselor_app.domain.occupation.military import is_military
from counselor_app.domain.occupation.plain_words import Wording
from counselor_app.domain.occupation.prices import PriceParities
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.student_page import outlook_short, trend
from counselor_app.domain.occupation.target import Target
from counselor_app.domain.occupation.titles import shown_title
from counselor_app.domain.occupation.years import school_group
from counselor_app.language import ENGLISH, Language, _, joined, pgettext
from counselor_app.reports.notes import note_texts
from counselor_app.reports.parts import Notes, Report
from counselor_app.reports.printed import day_words, footer
from counselor_app.reports.sections import all_sections, built, wanted_of
from counselor_app.reports.sections import job as of_job
from counselor_app.reports.sections.asked import Job
from counselor_app.reports.sections.student import some_counted


def profile_content(
    sheet: Sheet,
    *,
    made_on: date,
    version: str,
    sections: Collection[str] | None = None,
    target: Target | None = None,
    prices: PriceParities | None = None,
    words: Wording = "both",
    language: Language = ENGLISH,
) -> Report:
    """The profile of one occupation, for the areas that the sheet was read with.

    ``sections`` are the ids of the sections wanted (`reports.sections`), None for all.
    ``target`` is the client's own wage, drawn into the pay chart with its percentile;
    ``prices`` adds what the median buys in each place. ``words`` is whose description is
    printed; "both" means ours, with the official tasks.
    """
    wanted = wanted_of("profile", sections)
    if is_military(sheet.occupation.code):
        wanted = frozenset(("student",))  # nothing else is known
    notes = Notes(note_texts(sheet, prices))
    job = Job(sheet, notes, words, target, prices)
    lead = of_job.lead(job)
    made = built("profile", job, wanted)
    occupation, printed = (
        sheet.occupation,
        pgettext("report", "Printed {day}", day=day_words(made_on)),
    )
    return Report(
        kind="profile",
        version=version,
        made_on=made_on,
        report_name=pgettext("report", "Occupation profile"),
        title=shown_title(occupation.title),
        code=occupation.code,
        document_title=_("{title}: occupation profile", title=shown_title(occupation.title)),
        header_note=joined((f"O*NET-SOC {occupation.code}", printed), "\u2003"),
        footer_note=footer(version, sheet.sources.values()),
        attribution=onet_attribution(_printed_sources(sheet, wanted, words)) or "",
        lead=lead,
        sections=made,
        notes=notes.listed(),
        whole=wanted == all_sections("profile"),
        extra={
            "day": day_words(made_on),
            "trend": trend(sheet.outlook),
            "outlook": outlook_short(sheet.outlook),
            "schooling": school_group(sheet),
            # The title as it is published, under the one that a language has of its own.
            "published": "".join(occupation.title),
        },
        language=language,
        published=(
            "".join(occupation.title),
            *sheet.titles.titles[:_ALSO],
            *(some_counted(sheet) if any(one.id == "gathered" for one in made) else ()),
        ),
    )


_ALSO = 24  # other titles of a job; no page prints more
# Which section prints the ratings of which domain.
_RATED_IN: Mapping[str, tuple[Domain, ...]] = {
    "student": ("skill", "ability", "style"),
    "skills": ("skill", "ability"),
    "activities": ("activity",),
    "knowledge": ("knowledge",),
    "styles": ("style",),
}


def _printed_sources(sheet: Sheet, wanted: Collection[str], words: Wording) -> set[Source]:
    """The releases whose figures or titles the profile prints; every job's name is one."""
    domains = [domain for section in wanted for domain in _RATED_IN.get(section, ())]
    figures = [rating.main for domain in domains for rating in sheet.ratings.get(domain, ())]
    figures.append(sheet.figures["job_zone"])
    if "days" in wanted:
        figures += [one.figure for one in sheet.conditions]
    if {"interests", "student"} & set(wanted):
        figures += sheet.interests.scores
    if {"education", "getting-in", "student"} & set(wanted):
        figures += [r.figure for r in sheet.requirements.get("RL", ())]
    sources = {sheet.titles.source}
    sources |= {figure.source for figure in figures if figure.value is not None}
    listed = (
        ("tools", sheet.tools, sheet.tools_source),
        ("related", sheet.related, sheet.related_source),
        ("activities", of_job.prints_tasks(sheet, words), sheet.tasks_source),
    )
    sources |= {source for section, items, source in listed if section in wanted and items}
    return sources | of_job.printed_sources(sheet, words)
