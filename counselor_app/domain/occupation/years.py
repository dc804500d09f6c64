"""How long the way in takes: years from the end of high school, with what they count.

Schooling is the projections' typical entry, or what the job's own raters say instead. Lengths of
schooling are the usual ones of full-time study [convention]; training and related work are as wide
as the projections say, and open where they name no end. Nothing is added that no source names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import number
from counselor_app.domain.occupation.outlook import Outlook
from counselor_app.domain.occupation.schooling import LEVELS, answer, asked_shares, rated_figure
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.titles import title_inside
from counselor_app.language import Said, _, ngettext, pgettext

Kind = Literal["school", "work", "training"]

FEWEST_ASKED = 15
"""Raters of the job itself that it takes to overrule a group's published entry [convention]."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One part of the way: ``low`` to ``high`` years, ``high`` None where no end is named.

    ``head`` names it, ``words`` say how long it is.
    """

    kind: Kind
    low: float
    high: float | None
    head: str
    words: str


@dataclass(frozen=True, slots=True)
class Way:
    """The way in: what is said of it in a line, its stretches in order, and years in all.

    ``stretches`` are empty where one starts right after high school. ``both`` says what the other
    source says where two differ. ``low`` and ``high`` are years from the end of high school.
    """

    heading: str
    in_all: str
    stretches: tuple[Stretch, ...]
    both: str
    low: float
    high: float | None


class _Part(NamedTuple):
    """Years from and to, the step's name and length in words, and how the heading says it.

    ``brief`` is the heading's shortest wording, for a way of which the steps say how long.
    """

    low: float
    high: float | None
    head: Said
    words: Said
    said: Said
    brief: Said


_FOUR_TWO, _SEVEN = _("4 + 2 years of college"), _("4 + 3 or more years of college")
_SCHOOL: Mapping[str, _Part] = {
    "No formal educational credential": _Part(
        0, 0, _("No diploma asked for"), _("no more school"), _("no diploma asked for"),
        _("no diploma asked for")),
    "High school diploma or equivalent": _Part(
        0, 0, _("High school diploma"), _("no more school"),
        _("a high school diploma, no college"), _("a high school diploma")),
    "Some college, no degree": _Part(
        0, 2, pgettext("step", "Some college"), _("up to 2 years, no degree"),
        pgettext("way in", "some college"), pgettext("way in", "some college")),
    "Postsecondary nondegree award": _Part(
        0, 2, pgettext("step", "Certificate course"), _("up to 2 years"),
        _("a certificate of up to 2 years"), pgettext("way in", "a certificate")),
    "Associate's degree": _Part(
        2, 2, pgettext("step", "Associate’s degree"), pgettext("schooling", "2 years"),
        _("2 years of college"), _("2 years of college")),
    "Bachelor's degree": _Part(
        4, 4, pgettext("step", "Bachelor’s degree"), pgettext("schooling", "4 years"),
        _("4 years of college"), _("4 years of college")),
    "Master's degree": _Part(
        6, 6, pgettext("step", "Master’s degree"), pgettext("schooling", "6 years"),
        _FOUR_TWO, _FOUR_TWO),
    "Doctoral or professional degree": _Part(
        7, None, _("Doctoral or professional degree"), _("7 years or more"), _SEVEN, _SEVEN),
}  # fmt: skip
"""By entry education as published."""
_SCHOOL_ENOUGH = pgettext("schooling", "no college")
SCHOOL_SHORT: Mapping[str, Said] = {
    "No formal educational credential": pgettext("schooling", "no diploma"),
    "High school diploma or equivalent": _SCHOOL_ENOUGH,
    "Some college, no degree": pgettext("schooling", "some college"),
    "Postsecondary nondegree award": _("up to 2 years"),
    "Associate's degree": pgettext("schooling", "2 years"),
    "Bachelor's degree": pgettext("schooling", "4 years"),
    "Master's degree": _("4 + 2 years"),
    "Doctoral or professional degree": _("4 + 3 years or more"),
}
"""Years of school after high school, for the column of a table."""

_PAID = pgettext("years of school", "paid training")
_TRAINING: Mapping[str, _Part] = {
    "Short-term on-the-job training": _Part(
        0, 1 / 12, _("Training on the job"), _("up to a month, paid"),
        _("up to a month of paid training"), _PAID),
    "Moderate-term on-the-job training": _Part(
        1 / 12, 1, _("Training on the job"), _("1 to 12 months, paid"),
        _("up to a year of paid training"), _PAID),
    "Long-term on-the-job training": _Part(
        1, None, _("Training on the job"), _("over a year, paid"),
        _("over a year of paid training"), _PAID),
    "Apprenticeship": _Part(
        0, None, pgettext("step", "Apprenticeship"), _("several years of paid work with lessons"),
        _("a paid apprenticeship of several years"), _("a paid apprenticeship")),
    "Internship/residency": _Part(
        0, None, _("Internship or residency"), _("work under a guide"),
        _("an internship or residency"), _("an internship or residency")),
}  # fmt: skip
_TRAINING_SHORT: Mapping[str, Said] = {
    "Short-term on-the-job training": _("a month on the job"),
    "Moderate-term on-the-job training": _("months on the job"),
    "Long-term on-the-job training": _("over a year on the job"),
    "Apprenticeship": pgettext("way in", "apprenticeship"),
}
_WORK: Mapping[str, _Part] = {
    "Less than 5 years": _Part(
        0, 5, _("Work in a related job"), _("less than 5 years"),
        _("less than 5 years of related work"), pgettext("way in", "related work")),
    "5 years or more": _Part(
        5, None, _("Work in a related job"), _("5 years or more"),
        _("5 years or more of related work"), pgettext("way in", "related work")),
}  # fmt: skip


def way_in_years(sheet: Sheet) -> Way | None:
    """The way into an occupation, None where no source names any schooling."""
    schooling, both = _schooling(sheet)
    if schooling is None:
        return None
    outlook = sheet.outlook
    school = _SCHOOL[schooling]
    stretches = [Stretch("school", *school[:4])] if school.high != 0 else []
    then = [school]
    rest: tuple[tuple[Kind, Mapping[str, _Part], str], ...] = (
        ("work", _WORK, str(outlook.experience.value)),
        ("training", _TRAINING, str(outlook.training.value)),
    )
    for kind, table, value in rest:
        if value in table:
            part = table[value]
            if value == "Apprenticeship" and (listed := _listed_hours(sheet)) is not None:
                low, high, words = listed
                part = part._replace(low=low, high=high, words=words, said=part.brief)
            stretches.append(Stretch(kind, *part[:4]))
            then.append(part)
    steps = [part.brief if len(stretches) > 1 else part.said for part in then]
    heading = _("Getting in: {steps}", steps=_in_turn(steps))
    ends = [one.high for one in stretches]
    total = None if None in ends else sum(end for end in ends if end is not None)
    start = sum(one.low for one in stretches)
    return Way(heading, _in_all(start, total), tuple(stretches), both, start, total)


def _schooling(sheet: Sheet) -> tuple[str | None, str]:
    """The schooling to name, and what another source says beside it ("" where they agree).

    A group's published entry gives way to the raters of the job itself where at least
    `FEWEST_ASKED` were asked and the release does not advise against their answer.
    """
    entry = sheet.outlook.education.value
    asked = sheet.requirements.get("RL", ())
    if not isinstance(entry, str) or entry not in LEVELS:
        return None, ""
    found = answer(entry, asked_shares(asked))
    if found is None:
        return entry, ""
    figure = rated_figure(sheet, found)
    sure = (figure.n or 0) >= FEWEST_ASKED and not figure.flag
    if sheet.outlook.education.group is not None and sure:
        group, schooling = sheet.outlook.education.group.title, _SCHOOL[entry].brief
        outlook = sheet.outlook.change_pct.group
        if outlook is not None and outlook.title == group:  # named over the outlook
            return found.level, _("For the whole group: {schooling}.", schooling=schooling)
        return found.level, _("For all {group}: {schooling}.",
                              group=title_inside(group), schooling=schooling)  # fmt: skip
    if not found.named:
        if found.more:
            return entry, _("Many ask for more schooling.")
        return entry, _("Some get in with less schooling.")
    if found.more:
        return entry, _("Many ask for more: {schooling}.", schooling=found.words)
    return entry, _("Some get in with less: {schooling}.", schooling=found.words)


HOURS_A_YEAR = 2080
"""Of full-time work, as the wage survey counts it."""


def _listed_hours(sheet: Sheet) -> tuple[float, float | None, Said] | None:
    """The length of the registered apprenticeships listed for the job; None without hours.

    One length is that of one program of many, and no end: of electricians only the shortest
    kind is listed with its hours.
    """
    found = sheet.apprenticeship
    if found is None or found.hours_low is None or found.hours_high is None:
        return None
    low, high = found.hours_low, found.hours_high
    if low == high:
        words = _("paid work with lessons; a listed one takes {hours} hours", hours=number(low))
        return low / HOURS_A_YEAR, None, words
    words = _("paid work with lessons; listed ones take {low} to {high} hours",
              low=number(low), high=number(high))  # fmt: skip
    return low / HOURS_A_YEAR, high / HOURS_A_YEAR, words


def _in_turn(steps: list[Said]) -> Said:
    if len(steps) == 1:
        return steps[0]
    if len(steps) == 2:
        return _("{first}, then {second}", first=steps[0], second=steps[1])
    return _("{first}, {second}, then {third}", first=steps[0], second=steps[1], third=steps[2])


def _in_all(low: float, high: float | None) -> Said | str:
    """Years from the end of high school, in words; "" where no source names a length."""
    if high == 0:
        return _("You can start right after high school.")
    least, most = round(low), round(high or 0)
    if high is None:
        return ngettext("{n} year or more after high school.",
                        "{n} years or more after high school.",
                        least, n=least) if least else ""  # fmt: skip
    if high < 1 or most == 0:
        return _("Less than a year after high school.")
    if least == most:
        return ngettext("About {n} year after high school.",
                        "About {n} years after high school.", most, n=most)  # fmt: skip
    if not least:
        return ngettext("Up to {n} year after high school.",
                        "Up to {n} years after high school.", most, n=most)  # fmt: skip
    return _("About {low} to {high} years after high school.", low=least, high=most)


def years_short(outlook: Outlook) -> str:
    """ "4 years", "apprenticeship" or "4 years, then work": what a row of a table has room for.

    School after high school, training where there is none, and work in a related job. "" where
    no entry is published for the job itself.
    """
    level = str(outlook.education.value)
    return _short(level, outlook) if level in SCHOOL_SHORT and _is_own(outlook) else ""


def _short(level: str, outlook: Outlook) -> Said:
    school = SCHOOL_SHORT[level]
    training, work = str(outlook.training.value), str(outlook.experience.value)
    if _SCHOOL[level].high != 0:
        return _("{school}, then work", school=school) if work in _WORK else school
    if work in _WORK:
        return _("5+ years of work") if work == "5 years or more" else _("some related work")
    return _TRAINING_SHORT.get(training, school)


SchoolGroup = Literal["little", "some", "a lot", ""]


def school_group(sheet: Sheet) -> SchoolGroup:
    """How much school the way in takes: a diploma at most, a certificate or two years, more."""
    level = schooling_level(sheet)
    if level is None:
        return ""
    most = _SCHOOL[level].high
    return "a lot" if most is None or most > 2 else "some" if most else "little"


def schooling_level(sheet: Sheet) -> str | None:
    """The entry education that `way_in_years` names, as the projections name it; None for none."""
    return _schooling(sheet)[0]


def schooling_short(sheet: Sheet) -> Said:
    """`years_short` of the schooling that `way_in_years` names: a card says what the page says."""
    level = _schooling(sheet)[0]
    if level is None:
        return _("schooling not published")
    return _short(level, sheet.outlook)


_SCHOOL_NUMBERS: Mapping[str, Said] = {
    "No formal educational credential": pgettext("years of school", "0"),
    "High school diploma or equivalent": pgettext("years of school", "0"),
    "Some college, no degree": pgettext("years of school", "up to 2"),
    "Postsecondary nondegree award": pgettext("years of school", "up to 2"),
    "Associate's degree": pgettext("years of school", "2"),
    "Bachelor's degree": pgettext("years of school", "4"),
    "Master's degree": pgettext("years of school", "4 + 2"),
    "Doctoral or professional degree": pgettext("years of school", "4 + 3 up"),
}


def school_number(outlook: Outlook) -> str:
    """Years of school after high school for a column of numbers; "" as for `years_short`."""
    return _SCHOOL_NUMBERS.get(str(outlook.education.value), "") if _is_own(outlook) else ""


_TRAINING_STEPS = ("None", *_TRAINING)
_WORK_STEPS = ("None", *_WORK)


def is_shorter(one: Outlook, than: Sheet) -> bool:
    """Asks for fewer years of school and no more work, or for as many and much less of the rest.

    Of the rest: less work in a related job with no more training, or, where neither asks for
    school, training two steps or more of the projections' types shorter. An apprenticeship or a
    residency in place of neither takes years itself. ``than`` has the schooling that its page
    names. Without a published entry on either side nothing is shorter.
    """
    mine, level = _own_school_years(one), schooling_level(than)
    if mine is None or level is None or mine > (other := _school_years(level)):
        return False
    work = _steps(_WORK_STEPS, one.experience, than.outlook.experience)
    if work < 0 or (_of_years(one.training) and not _of_years(than.outlook.training)):
        return False
    training = _steps(_TRAINING_STEPS, one.training, than.outlook.training)
    return mine < other or (work > 0 and training >= 0) or (not mine and training >= 2)


def asks_less(one: Outlook, than: Outlook) -> bool:
    """Less school, work or training than another, as far as both publish it."""
    return (
        _steps(tuple(_SCHOOL), one.education, than.education) > 0
        or _steps(_WORK_STEPS, one.experience, than.experience) > 0
        or _steps(_TRAINING_STEPS, one.training, than.training) > 0
    )


def _of_years(training: Figure) -> bool:
    return str(training.value) in ("Apprenticeship", "Internship/residency")


def _steps(types: Sequence[str], one: Figure, than: Figure) -> int:
    """How many steps less one asks for than another; 0 where either is not published."""
    first, second = str(one.value), str(than.value)
    if first not in types or second not in types:
        return 0
    return types.index(second) - types.index(first)


def _is_own(outlook: Outlook) -> bool:
    """Not that of a group in which the job is only one of several."""
    return not outlook.education.one_of_many


def _own_school_years(outlook: Outlook) -> float | None:
    level = str(outlook.education.value)
    return _school_years(level) if _is_own(outlook) and level in _SCHOOL else None


def _school_years(level: str) -> float:
    part = _SCHOOL[level]
    return part.low if part.high is None else part.high
