"""How long the way in takes: years from the end of high school, with what they count.

Schooling is the projections' typical entry, or what the job's own raters say instead. Lengths of
schooling are the usual ones of full-time study [convention]; training and related work are as wide
as the projections say, and open where they name no end. Nothing is added that no source names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

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


# Entry education -> years of school after high school, what it is called, how long in words,
# and how the heading says it.
_Part = tuple[float, float | None, Said, Said, Said]
_SCHOOL: Mapping[str, _Part] = {
    "No formal educational credential": (0, 0, _("No diploma asked for"), _("no more school"),
                                         _("no diploma asked for")),
    "High school diploma or equivalent": (0, 0, _("High school diploma"), _("no more school"),
                                          _("a high school diploma, no college")),
    "Some college, no degree": (0, 2, pgettext("step", "Some college"),
                                _("up to 2 years, no degree"), _("some college, no degree")),
    "Postsecondary nondegree award": (0, 2, pgettext("step", "Certificate course"),
                                      _("up to 2 years"),
                                      _("a certificate, up to 2 years of school")),
    "Associate's degree": (2, 2, pgettext("step", "Associate’s degree"), _("2 years of college"),
                           _("2 years of college")),
    "Bachelor's degree": (4, 4, pgettext("step", "Bachelor’s degree"), _("4 years of college"),
                          _("4 years of college")),
    "Master's degree": (6, 6, pgettext("step", "Master’s degree"), _("4 + 2 years of college"),
                        _("4 + 2 years of college")),
    "Doctoral or professional degree": (7, None, _("Doctoral or professional degree"),
                                        _("4 + 3 or more years of college"),
                                        _("4 + 3 or more years of college")),
}  # fmt: skip
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

_TRAINING: Mapping[str, _Part] = {
    "Short-term on-the-job training": (
        0, 1 / 12, _("Training on the job"), _("up to a month, paid"),
        _("up to a month of paid training")),
    "Moderate-term on-the-job training": (
        1 / 12, 1, _("Training on the job"), _("1 to 12 months, paid"),
        _("up to a year of paid training")),
    "Long-term on-the-job training": (
        1, None, _("Training on the job"), _("over a year, paid"),
        _("over a year of paid training")),
    "Apprenticeship": (
        0, None, pgettext("step", "Apprenticeship"), _("several years of paid work with lessons"),
        _("a paid apprenticeship of several years")),
    "Internship/residency": (
        0, None, _("Internship or residency"), _("work under a guide"),
        _("an internship or residency")),
}  # fmt: skip
_TRAINING_SHORT: Mapping[str, Said] = {
    "Short-term on-the-job training": _("a month on the job"),
    "Moderate-term on-the-job training": _("months on the job"),
    "Long-term on-the-job training": _("over a year on the job"),
    "Apprenticeship": pgettext("way in", "apprenticeship"),
}
_WORK: Mapping[str, _Part] = {
    "Less than 5 years": (0, 5, _("Work in a related job"), _("less than 5 years"),
                          _("less than 5 years in a related job")),
    "5 years or more": (5, None, _("Work in a related job"), _("5 years or more"),
                        _("5 years or more in a related job")),
}  # fmt: skip


def way_in_years(sheet: Sheet) -> Way | None:
    """The way into an occupation, None where no source names any schooling."""
    schooling, both = _schooling(sheet)
    if schooling is None:
        return None
    outlook = sheet.outlook
    low, high, head, words, said = _SCHOOL[schooling]
    stretches = [Stretch("school", low, high, head, words)] if high != 0 else []
    then = [said]
    rest: tuple[tuple[Kind, Mapping[str, _Part], str], ...] = (
        ("work", _WORK, str(outlook.experience.value)),
        ("training", _TRAINING, str(outlook.training.value)),
    )
    for kind, table, value in rest:
        if value in table:
            low, high, head, words, said = table[value]
            if value == "Apprenticeship" and (listed := _listed_hours(sheet)) is not None:
                low, high, words = listed
                said = _("a paid apprenticeship")
            stretches.append(Stretch(kind, low, high, head, words))
            then.append(said)
    heading = _("Getting in: {steps}", steps=_in_turn(then))
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
        return found.level, _(
            "As published for all {group}: {schooling}.",
            group=title_inside(sheet.outlook.education.group.title), schooling=_SCHOOL[entry][4],
        )  # fmt: skip
    if LEVELS.index(found.level) > LEVELS.index(entry):
        return entry, _("Many ask for more: {schooling}.", schooling=found.words)
    return entry, _("Some get in with less: {schooling}.", schooling=found.words)


HOURS_A_YEAR = 2080
"""Of full-time work, as the wage survey counts it."""


def _listed_hours(sheet: Sheet) -> tuple[float, float, Said] | None:
    """The length of the registered apprenticeships listed for the job; None without hours."""
    found = sheet.apprenticeship
    if found is None or found.hours_low is None or found.hours_high is None:
        return None
    low, high = found.hours_low, found.hours_high
    hours = number(low) if low == high else _("{low} to {high}", low=number(low), high=number(high))
    words = _("paid work with lessons; {hours} hours are listed", hours=hours)
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
        return ngettext("That is {n} year or more after high school.",
                        "That is {n} years or more after high school.",
                        least, n=least) if least else ""  # fmt: skip
    if high < 1 or most == 0:
        return _("That is less than a year after high school.")
    if least == most:
        return ngettext("That is about {n} year after high school.",
                        "That is about {n} years after high school.", most, n=most)  # fmt: skip
    if not least:
        return ngettext("That is up to {n} year after high school.",
                        "That is up to {n} years after high school.", most, n=most)  # fmt: skip
    return _("That is about {low} to {high} years after high school.", low=least, high=most)


def years_short(outlook: Outlook) -> str:
    """ "4 years" or "apprenticeship": school after high school, or training where there is none.

    "" where no entry is published for the job itself.
    """
    if not _is_own(outlook):
        return ""
    entry, training = str(outlook.education.value), str(outlook.training.value)
    school = SCHOOL_SHORT.get(entry)
    if school is None:
        return ""
    if _SCHOOL[entry][1] == 0 and training in _TRAINING_SHORT:
        return _TRAINING_SHORT[training]
    return school


SchoolGroup = Literal["little", "some", "a lot", ""]


def school_group(sheet: Sheet) -> SchoolGroup:
    """How much school the way in takes: a diploma at most, a certificate or two years, more."""
    level = schooling_level(sheet)
    if level is None:
        return ""
    most = _SCHOOL[level][1]
    return "a lot" if most is None or most > 2 else "some" if most else "little"


def schooling_level(sheet: Sheet) -> str | None:
    """The entry education that `way_in_years` names, as the projections name it; None for none."""
    return _schooling(sheet)[0]


def schooling_short(sheet: Sheet) -> Said:
    """`years_short` of the schooling that `way_in_years` names: a card says what the page says."""
    level = _schooling(sheet)[0]
    if level is None:
        return _("schooling not published")
    training = str(sheet.outlook.training.value)
    if _SCHOOL[level][1] == 0 and training in _TRAINING_SHORT:
        return _TRAINING_SHORT[training]
    return SCHOOL_SHORT[level]


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


def after_school(outlook: Outlook) -> Said | None:
    """ "4 years after high school" as a step to another job says it; None where none is known."""
    short = years_short(outlook)
    if not short:
        return None
    if short == _SCHOOL_ENOUGH:
        return _("a high school diploma is enough")
    if short == SCHOOL_SHORT["No formal educational credential"]:
        return _("no diploma asked for")
    if short == _TRAINING_SHORT["Apprenticeship"]:
        return _("an apprenticeship after high school")
    return _("{years} after high school", years=short)


_TRAINING_STEPS = ("None", *_TRAINING)


def is_shorter(one: Outlook, than: Outlook) -> bool:
    """Asks for fewer years of school, or for as many and for much less training.

    Much less: two steps or more of the projections' training types. Without a published entry on
    either side nothing is shorter.
    """
    mine, other = _school_years(one), _school_years(than)
    if mine is None or other is None or mine > other:
        return False
    first, second = str(one.training.value), str(than.training.value)
    if first not in _TRAINING_STEPS or second not in _TRAINING_STEPS:
        return mine < other
    steps = _TRAINING_STEPS.index(second) - _TRAINING_STEPS.index(first)
    return mine < other or steps >= 2


def _is_own(outlook: Outlook) -> bool:
    """Not that of a group in which the job is only one of several."""
    group = outlook.education.group
    return group is None or bool(group.narrower)


def _school_years(outlook: Outlook) -> float | None:
    if not _is_own(outlook):
        return None
    found = _SCHOOL.get(str(outlook.education.value))
    return None if found is None else found[0] if found[1] is None else found[1]
