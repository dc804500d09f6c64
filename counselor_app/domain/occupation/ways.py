"""Three blocks of a page, as facts: the license, what the days are like, ways up and ways in."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import number, told, value_words
from counselor_app.domain.occupation.handbook import (
    GRANTED_BY,
    KINDS,
    LICENSED,
    NO_ADVANCEMENT,
    NO_DAYS,
)
from counselor_app.domain.occupation.hours_pressure import (
    ABOUT,
    LABELS,
    TITLE,
    why_no_conditions,
)
from counselor_app.domain.occupation.outlook import Outlook
from counselor_app.domain.occupation.preparation import license_line
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.workers import NOT_LISTED, SCHOOLING
from counselor_app.language import Said, _, capitalised, joined, listed, pgettext


@dataclass(frozen=True, slots=True)
class WayFact:
    """One line: what it is about, what is known, and the figure it is made of, if one."""

    label: str
    words: str
    figure: Figure | None = None


def licence_facts(sheet: Sheet) -> tuple[WayFact, ...]:
    """Who must have a license, what it takes, certificates, what those in the job say of them."""
    page = sheet.handbook
    facts = [WayFact("", license_line(sheet))]
    if page is not None and page.licence in LICENSED:
        if asked := [KINDS[kind] for kind in page.licence_kinds]:
            facts.append(WayFact(pgettext("fact", "It takes"), capitalised(listed(asked))))
        if granted := GRANTED_BY.get(page.licence_from):
            facts.append(WayFact(pgettext("fact", "Granted by"), granted))
    if page is not None and page.certificate_line:
        facts.append(WayFact(pgettext("fact", "Certificates"), page.certificate_line))
    figure = sheet.figures["certification.importance"]
    if figure.number is not None:
        words = _("{value} of 5, say those asked", value=value_words(figure))
        if figure.n:
            words = _("{value} of 5, say {n} asked", value=value_words(figure), n=figure.n)
        facts.append(WayFact(_("How much a certificate matters"), words, figure))
    return tuple(fact for fact in facts if fact.words)


def day_facts(sheet: Sheet) -> tuple[WayFact, ...]:
    """Where, when, what strain, how many can telework, and hours and pressure."""
    page = sheet.handbook
    if page is None:
        facts = [WayFact("", NO_DAYS)]
    else:
        lines = (
            (pgettext("fact", "Where"), page.place_line),
            (pgettext("fact", "Hours"), page.hours_line),
            (pgettext("fact", "Strain"), page.strain_line),
        )
        facts = [WayFact(label, words) for label, words in lines if words]
    figure = sheet.figures["telework"]
    if figure.number is not None:
        share = _("{share} of the workers can", share=value_words(figure))
        facts.append(WayFact(pgettext("fact", "Telework"), told(share, figure), figure))
    return (*facts, *pressure_facts(sheet))


def pressure_facts(sheet: Sheet) -> tuple[WayFact, ...]:
    """Hours, pressure and control, each on its own; or why there are none."""
    if not sheet.conditions:
        return (WayFact(TITLE, why_no_conditions("conditions" in sheet.lacks)),)
    found = (WayFact(LABELS[one.block], one.words, one.figure) for one in sheet.conditions)
    return (WayFact(TITLE, ABOUT), *found)


def way_facts(sheet: Sheet) -> tuple[WayFact, ...]:
    """How people move up, apprenticeships, clusters, and what the handbook calls similar."""
    page, listed_one = sheet.handbook, sheet.apprenticeship
    up = page.advancement_line if page and page.advancement_line else NO_ADVANCEMENT
    facts = [WayFact(pgettext("fact", "Moving up"), up)]
    named = page is not None and page.apprenticeship == "yes"
    said = listed_one.words if listed_one else NOT_LISTED
    if named:
        also = _("The handbook names an apprenticeship as a way in.")
        said = joined((also, listed_one.words if listed_one else ""))
    facts.append(WayFact(pgettext("fact", "Apprenticeship"), said))
    if sheet.clusters:
        names = (
            _("{cluster} ({parts})", cluster=one.name, parts=joined(one.narrower, ", "))
            for one in sheet.clusters
        )
        facts.append(WayFact(pgettext("fact", "Career clusters"), joined(names, "; ")))
    if page is not None and page.similar:
        titles = joined((one.title for one in page.similar), "; ")
        facts.append(WayFact(_("Similar, says the handbook"), titles))
    return tuple(facts)


@dataclass(frozen=True, slots=True)
class SchoolingQuestion:
    """One of three questions on schooling, which are not the same, and its answer."""

    question: Said
    answer: str
    figure: Figure


def schooling_figures(sheet: Sheet) -> tuple[tuple[Said, Figure], ...]:
    """Percent of workers aged 25 and over at each level, least schooling first; () without."""
    found = tuple(
        (words, sheet.figures[f"schooling.{level}"]) for level, words in SCHOOLING.items()
    )
    return found if all(figure.number is not None for _words, figure in found) else ()


def schooling_questions(sheet: Sheet) -> tuple[SchoolingQuestion, ...]:
    """What is usual to get in, what raters say a newcomer needs, what those in the job have."""
    entry = sheet.outlook.education
    found = [
        SchoolingQuestion(_("What is usual to get in?"), told(value_words(entry), entry), entry)
    ]
    asked = sheet.requirements.get("RL", ())
    if asked:
        most = max(asked, key=lambda one: one.figure.number or 0)
        said = _("{schooling}, say {share}", schooling=most.words, share=value_words(most.figure))
        found.append(
            SchoolingQuestion(_("What do those asked say a newcomer needs?"), said, most.figure)
        )
    if workers := schooling_figures(sheet):
        words, figure = max(workers, key=lambda one: one[1].number or 0)
        said = _("{schooling}, {share} of them", schooling=words, share=value_words(figure))
        found.append(
            SchoolingQuestion(
                _("What do workers aged 25 and over have?"), told(said, figure), figure
            )
        )
    return tuple(found)


_ENTRY_LEVEL = {
    "No formal educational credential": "less_than_high_school",
    "High school diploma or equivalent": "high_school",
    "Some college, no degree": "some_college",
    "Postsecondary nondegree award": "some_college",
    "Associate's degree": "associate",
    "Bachelor's degree": "bachelor",
    "Master's degree": "master",
    "Doctoral or professional degree": "doctoral",
}
_ASKED_LEVEL = {
    1: "less_than_high_school", 2: "high_school", 3: "some_college", 4: "some_college",
    5: "associate", 6: "bachelor", 7: "bachelor", 8: "master", 9: "master", 10: "doctoral",
    11: "doctoral", 12: "doctoral",
}  # fmt: skip


def schooling_marks(sheet: Sheet) -> dict[str, str]:
    """What to say beside a level of the workers' schooling, by the key of its figure."""
    found: dict[str, list[Said]] = {}
    entry = _ENTRY_LEVEL.get(str(sheet.outlook.education.value))
    if entry:
        found[f"schooling.{entry}"] = [pgettext("beside a level of schooling", "usual entry")]
    if asked := sheet.requirements.get("RL", ()):
        most = max(asked, key=lambda one: one.figure.number or 0)
        level = f"schooling.{_ASKED_LEVEL[most.category]}"
        found.setdefault(level, []).append(_("say those asked"))
    return {key: joined(words, "; ") for key, words in found.items()}


def ages_line(sheet: Sheet) -> tuple[str, Figure]:
    """ "Half are older than 42.3; 5.7% are under 25 ..."; or why there is none."""
    figures = [sheet.figures[f"age.{name}"] for name in ("median", "under_25", "over_55")]
    median, under, over = figures
    if median.number is None:
        return capitalised(value_words(median)), median
    said = _(
        "Half are older than {age}; {under} are under 25, {over} are 55 or older.",
        age=number(median.number, 1), under=value_words(under), over=value_words(over),
    )  # fmt: skip
    return told(said, median), median


OUTLOOK_WORDS: tuple[tuple[float, Said, Said], ...] = (
    (7, _("Much faster than average"), _("7% or more")),
    (5, _("Faster than average"), _("5% or 6%")),
    (3, _("As fast as average"), _("3% or 4%")),
    (1, _("Slower than average"), _("1% or 2%")),
    (0, _("Little or no change"), _("0%")),
)
"""From which change in percent, rounded, the handbook of 2024–34 uses its words for growth."""
_DECLINE = (pgettext("outlook word", "Decline"), _("a fall of 1% or more"))


def outlook_word(outlook: Outlook) -> Said | None:
    """ "The handbook calls this “Much faster than average”, which means 7% or more.".

    None where the change lies just between two words, as the handbook rounds what is not
    published, and where its word is for a whole percent that the change is short of.
    """
    change = outlook.change_pct.number
    if change is None or outlook.base_year != OUTLOOK_BASE:
        return None
    down, up = _word(ceil(change - 0.5)), _word(floor(change + 0.5))
    if down != up or (outlook.case == "steady" and up != _word(0)):
        return None
    return _("The handbook calls this “{word}”, which means {range}.", word=up[0], range=up[1])


def _word(percent: int) -> tuple[Said, Said]:
    return next(
        ((word, means) for least, word, means in OUTLOOK_WORDS if percent >= least), _DECLINE
    )


OUTLOOK_BASE = 2024
"""The base year of the projections that `OUTLOOK_WORDS` are defined for."""
