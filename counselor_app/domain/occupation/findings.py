"""Plain-language findings that follow from the figures, by rule; None where no rule fits.

Every sentence is ours. A finding never says more than its figures: where a figure is missing
the part that needs it is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.domain.figures.phrases import INTEREST_LIKES, INTEREST_WORDS, phrase
from counselor_app.domain.figures.ratings import DISTINCTIVE, Domain, Rating
from counselor_app.domain.figures.wording import NOT_IN_PACK, money, number, percent, told, whose
from counselor_app.domain.occupation.outlook import Outlook
from counselor_app.domain.occupation.plain_words import JobWords, Wording
from counselor_app.domain.occupation.preparation import license_line
from counselor_app.domain.occupation.schooling import usual_way
from counselor_app.domain.occupation.sectors import where_sentence
from counselor_app.domain.occupation.sheet import Related, Sheet
from counselor_app.domain.occupation.wages import BASIS_NOTES, BASIS_SHORT, UNITS, Basis, WageRow
from counselor_app.language import (
    Said,
    _,
    capitalised,
    joined,
    listed,
    lowered,
    ngettext,
    opening,
    pgettext,
)

CASE_TITLES = {
    "growing fast": pgettext("outlook", "Growing fast"),
    "growing": pgettext("outlook", "Growing"),
    "steady": pgettext("outlook", "Holding steady"),
    "shrinking, still hiring": _("Shrinking, still hiring"),
    "shrinking": pgettext("outlook", "Shrinking"),
}


def top(sheet: Sheet, domain: Domain, count: int) -> tuple[Rating, ...]:
    """The most important elements of a domain that the release does not advise against."""
    rated = [r for r in sheet.ratings.get(domain, ()) if not r.low_precision]
    return tuple(rated[:count])


def _phrases(ratings: tuple[Rating, ...]) -> Said:
    return listed(phrase(r.name) for r in ratings)


def texts_shown(sheet: Sheet, chosen: Wording) -> tuple[JobWords | None, str | None]:
    """Our own words and the official description, as far as there are and as the user prefers.

    What the user prefers and the pack lacks gives way to what it has.
    """
    ours, official = sheet.words, sheet.description
    if chosen == "ours" and ours:
        return ours, None
    if chosen == "official" and official:
        return None, official
    return ours, official


def first_sentence(description: str) -> tuple[str, str]:
    """A description's first sentence, and the rest of it ("" where there is none)."""
    return opening(description), description.partition(". ")[2].strip()


def what_they_do(sheet: Sheet) -> tuple[str, ...]:
    """What the figures say of the work, in sentences of our own.

    Activities, knowledge, tools, where people work and what preparation it takes, each only
    as far as the pack has it.
    """
    lines: list[str] = []
    activities = top(sheet, "activity", 3)
    skills = top(sheet, "skill", 3)
    if activities:
        lines.append(_("The work is above all {activities}.", activities=_phrases(activities)))
    elif skills:
        lines.append(_("The skills that matter most are {skills}.", skills=_phrases(skills)))
    knowledge = top(sheet, "knowledge", 2)
    if knowledge:
        lines.append(_("It takes knowledge of {subjects}.", subjects=_phrases(knowledge)))
    wanted = [t.name for t in sheet.tools if t.in_demand][:2]
    common = [t.name for t in sheet.tools if t.hot][:2]
    if wanted:
        lines.append(_("Employers often ask for {tools}.", tools=listed(wanted)))
    elif common:
        lines.append(_("Software in use includes {tools}.", tools=listed(common)))
    place = where_sentence(sheet)
    if place:
        lines.append(place)
    preparation = usual_way(sheet)
    if preparation:
        way = _("The usual way in is {schooling}.", schooling=preparation)
        lines.append(joined((way, license_line(sheet))))
    return tuple(lines)


def lead(sheet: Sheet, chosen: Wording = "ours") -> str | None:
    """One line for the head of a report: what the work is, in the words that the user prefers.

    None where nothing says it.
    """
    ours, official = texts_shown(sheet, chosen)
    if ours:
        return ours.summary
    if official:
        return first_sentence(official)[0]
    activities = top(sheet, "activity", 3)
    if activities:
        return _("Above all, the work is {activities}.", activities=_phrases(activities))
    skills = top(sheet, "skill", 3)
    if not skills:
        return None
    return _("The skills that matter most are {skills}.", skills=_phrases(skills))


def pay_finding(row: WageRow) -> str | None:
    """ "Half of them earn between $36,870 and $51,780 a year"; by the hour where only that is."""
    bases: tuple[Basis, ...] = ("annual", "hourly")
    for basis in bases:
        said = _pay_by(row, basis)
        if said is not None:
            return told(said, row.median())
    return None


def _pay_by(row: WageRow, basis: Basis) -> Said | None:
    unit, hourly = UNITS[basis], basis == "hourly"
    low, middle, high = (row.percentile(p, basis).number for p in (25, 50, 75))
    if low is not None and high is not None and high > low:
        return _(
            "Half of them earn between {low} and {high} {unit}",
            low=money(low, hourly=hourly), high=money(high, hourly=hourly),
            unit=joined((unit, BASIS_SHORT.get(row.pay_basis or "", ""))),
        )  # fmt: skip
    if middle is not None:
        pay = money(middle, hourly=hourly)
        return _("Half of them earn more than {pay} {unit}", pay=pay, unit=unit)
    if low is not None:
        pay = money(low, hourly=hourly)
        return _("Three in four earn more than {pay} {unit}", pay=pay, unit=unit)
    return None


def why_little(sheet: Sheet) -> str | None:
    """Why the national survey has no pay for a job, and whom to ask; None where it has.

    Of a military job nothing else is known either.
    """
    job = sheet.occupation
    if job.soc.startswith("55-"):
        return _(
            "This is a military job. The national surveys leave out the armed forces: no pay,"
            " number of jobs or outlook is published, and its skills are not rated; a recruiter"
            " can tell you about pay and training."
        )
    if job.oews_code is not None or sheet.nation.median().flag == NOT_IN_PACK:
        return None
    if job.soc[:2] == "45":
        return _(
            "The national wage survey, which leaves out most of farming and fishing, publishes no"
            " pay for this job; people who do it, or those who hire them, can tell you what it"
            " pays."
        )
    return _(
        "The national wage survey publishes no pay for this job; people who do it, or"
        " those who hire them, can tell you what it pays."
    )


def outlook_finding(outlook: Outlook) -> str | None:
    """ "Shrinking, still hiring": change and openings in two or three words."""
    return told(CASE_TITLES.get(outlook.case, ""), outlook.change_pct) or None


def outlook_sentence(outlook: Outlook) -> str:
    """Base, projected, change and openings, told whole in plain words."""
    base, projected = outlook.base.number, outlook.projected.number
    change, pct = outlook.change.number, outlook.change_pct.number
    if base is None or projected is None or change is None or pct is None:
        if outlook.change.flag == NOT_IN_PACK:
            return _("Projections are not in this pack.")
        return _("No projection is published for this occupation.")
    jobs, year = number(base), outlook.base_year
    if group := whose(outlook.base):
        start = _("{group}: about {n} jobs in {year}.", group=group, n=jobs, year=year)
    else:
        start = _("There were about {n} of these jobs in {year}.", n=jobs, year=year)
    same = change == 0 and (pct == 0 or outlook.case == "steady")
    hiring = _hiring(outlook, change, falls=pct < 0 and not same)
    return joined((start, _trend(outlook, change, pct, same=same), hiring))


def _trend(outlook: Outlook, change: float, pct: float, *, same: bool) -> Said:
    year = outlook.target_year
    if same:
        return _("By {year} that number should stay about the same.", year=year)
    # Changes are published in hundreds: of few jobs, a large share may be less than that.
    by = number(abs(change)) if change else _("less than 100")
    share = percent(abs(pct))
    if pct > 0:
        return _("By {year} that should grow by {n}, or {share}.", year=year, n=by, share=share)
    return _("By {year} that should fall by {n}, or {share}.", year=year, n=by, share=share)


def _hiring(outlook: Outlook, change: float, *, falls: bool) -> str:
    """How many openings come up, and why; "" where they are not published."""
    openings = outlook.openings.number
    if openings is None:
        return ""
    if openings == 0:
        return _("Fewer than 50 openings are expected each year.")
    n = number(openings)
    if falls:
        return _(
            "Even so, some {n} openings come up each year, because people move on or stop working.",
            n=n,
        )
    if change / max(outlook.target_year - outlook.base_year, 1) < openings / 2:
        return _(
            "Some {n} openings come up each year, most of them because people move on or stop"
            " working.",
            n=n,
        )
    return _("Some {n} openings come up each year.", n=n)


def against_all_jobs(outlook: Outlook) -> str | None:
    """How the change compares with all occupations together."""
    everyone = outlook.all_jobs_change_pct.number
    if everyone is None or outlook.change_pct.number is None:
        return None
    years = f"{outlook.base_year}–{str(outlook.target_year)[-2:]}"
    return _("{years}; all jobs {change}", years=years, change=percent(everyone, signed=True))


def skills_finding(sheet: Sheet) -> str | None:
    """ "Listening, speaking and being of service": the three most important skills."""
    skills = top(sheet, "skill", 3)
    return capitalised(_phrases(skills)) if skills else None


def knowledge_finding(sheet: Sheet) -> str | None:
    """The two most important knowledge areas."""
    found = top(sheet, "knowledge", 2)
    return capitalised(_phrases(found)) if found else None


def activities_finding(sheet: Sheet) -> str | None:
    """The two most important work activities."""
    found = top(sheet, "activity", 2)
    return capitalised(_phrases(found)) if found else None


def styles_finding(sheet: Sheet) -> str | None:
    """The two work styles that help most; None when none helps."""
    found = tuple(r for r in top(sheet, "style", 2) if (r.main.number or 0) > 0)
    return capitalised(_phrases(found)) if found else None


def stand_out(sheet: Sheet) -> str | None:
    """What matters more here than in at least 90 of 100 jobs, and matters (importance 3 up)."""
    rated = [
        r
        for domain in ("skill", "ability", "knowledge")
        for r in sheet.ratings.get(domain, ())
        if r.place and r.place.more_than >= DISTINCTIVE and (r.main.number or 0) >= 3
    ]
    if not rated:
        return None
    rated.sort(key=lambda r: (-(r.main.number or 0), r.name))
    least = min(r.place.more_than for r in rated[:4] if r.place)
    words = listed(dict.fromkeys(phrase(r.name) for r in rated[:4]))
    return _(
        "{elements}: more important here than in at least {n} of 100 jobs.",
        elements=capitalised(words), n=least,
    )  # fmt: skip


def interests_finding(sheet: Sheet) -> str | None:
    """ "Orderly, persuasive, helpful": the letters of the high-point code in words."""
    letters = sheet.interests.letters.value
    if not isinstance(letters, str):
        return None
    return capitalised(joined((INTEREST_WORDS[letter] for letter in letters), ", "))


def suits(sheet: Sheet) -> str | None:
    """Who the work tends to suit, from the high-point code."""
    letters = sheet.interests.letters.value
    if not isinstance(letters, str):
        return None
    likes = listed(INTEREST_LIKES[letter] for letter in letters)
    return _("It tends to suit people who {likes}.", likes=likes)


def exposure_finding(sheet: Sheet) -> str | None:
    """Where the studies place the job: agreement or disagreement, in words.

    It takes two studies of different authors to agree or disagree.
    """
    places = [e.place.percentile for e in sheet.exposure if e.place]
    if not places:
        return None
    low, high = min(places), max(places)
    first, last = _standing(low), _standing(high)
    if len({e.authors for e in sheet.exposure if e.place}) == 1:
        if first == last:
            return _("Only one study ranks it: {place}", place=first)
        return _("Only one study ranks it: {first} to {last}", first=first, last=last)
    if high - low > 40:
        return _("Studies disagree: from {first} to {last}", first=first, last=last)
    if first == last:
        return _("Studies agree: {place}", place=first)
    return _("From {first} to {last}", first=first, last=last)


def exposure_of_others(sheet: Sheet) -> tuple[str, ...]:
    """Which study values are not this job's own, and whose they are; a sentence each.

    The studies are older than the codes: a value can belong to an occupation that this one was
    split from, or is a part of.
    """
    said: dict[str, list[str]] = {}
    for study in sheet.exposure:
        if study.figure.about:
            said.setdefault(study.figure.about, []).append(study.name)
    return tuple(joined((listed(names), about), ": ") for about, names in said.items())


def _standing(percentile: float) -> Said:
    for bound, words in (
        (10, _("near the bottom")),
        (35, _("the lower part")),
        (65, pgettext("part of all jobs", "the middle")),
        (90, _("the upper part")),
    ):
        if percentile < bound:
            return words
    return _("near the top")


def related_note(related: Sequence[Related], named: int | None = None) -> str:
    """Which related occupations' pay is not that of a full year; "" where there is none.

    ``named`` of them are said by name, None for all, and the others counted.
    """
    titles = [job.title for job in related if not job.full_year and job.pay.number is not None]
    names: list[str] = titles[:named]
    if others := len(titles) - len(names):
        names.append(ngettext("{n} other", "{n} others", others, n=others))
    return joined((listed(names), lowered(BASIS_NOTES["annual_only"])), ": ") if names else ""


def related_finding(sheet: Sheet, related: Sequence[Related]) -> str | None:
    """How many of the related occupations pay more.

    Only pay for a full year that is published for one occupation alone is compared: a group's is
    not the job's, and could be the same figure. None without the job's own, or fewer than two
    others.
    """
    own = sheet.nation.median()
    alone = [job for job in related if job.full_year and job.pay.number is not None]
    pays = [pay for job in alone if not job.pay.group and (pay := job.pay.number) is not None]
    if own.number is None or own.group or not sheet.nation.full_year or len(pays) < 2:
        return None
    more = sum(pay > own.number for pay in pays)
    of: str = str(len(pays))
    if len(pays) < len(alone):
        of = _("{n} whose own pay is published", n=of)
    elif len(pays) < len(related):
        of = _("{n} with pay for a full year", n=of)
    if more == len(pays):
        return _("All {jobs} pay more", jobs=of)
    if not more:
        return _("None of {jobs} pays more", jobs=of)
    return ngettext("{n} of {jobs} pays more", "{n} of {jobs} pay more", more, n=more, jobs=of)
