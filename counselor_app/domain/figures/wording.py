"""How figures are printed and explained: the same words on screen, on paper and in a popover."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from counselor_app.domain.figures.provenance import Figure, Group, Source, Unit
from counselor_app.domain.figures.published import PUBLISHED_WORDS
from counselor_app.domain.figures.ratings import interval_95
from counselor_app.language import Said, _, joined, pgettext
from counselor_app.language import capitalised as capitalised
from counselor_app.language import listed as listed
from counselor_app.language import lowered as lowered

MINUS = "\u2212"
CAPPED = _("at or above the highest wage published")
NOT_IN_PACK = _("not in this pack")
NOT_PUBLISHED = pgettext("flag", "not published")
NOT_RATED = _("not rated for this occupation")
LOW_PRECISION = pgettext("flag", "low precision")
NOT_RELEVANT = pgettext("flag", "not relevant")
FEWER_THAN_50 = _("fewer than 50")
"""What the projections' 0.0 thousand means: they count in hundreds."""

UNIT_WORDS: dict[Unit, str] = {
    "dollars a year": pgettext("unit after a figure", "a year"),
    "dollars an hour": pgettext("unit after a figure", "an hour"),
    "persons": pgettext("unit after a figure", "jobs"),
    "openings a year": _("openings a year"),
    "importance 1-5": _("importance, 1 to 5"),
    "level 0-7": _("level, 0 to 7"),
    "impact -3..3": _("impact, −3 to +3"),
    "extent 1-7": _("extent, 1 to 7"),
    "context 1-5": _("1 to 5"),
    "context 1-3": _("1 to 3"),
    "interest 1-7": _("interest, 1 to 7"),
    "zone 1-5": pgettext("unit after a figure", "of 5"),
    "ratio to the nation": _("times the nation's share"),
    "jobs per 1,000": _("of every 1,000 jobs"),
    "probability 0-1": _("on a scale of 0 to 1"),
    "standard deviations": _("standard deviations from the mean job"),
    "share of tasks 0-1": _("share of tasks, 0 to 1"),
    "nation = 100": _("where the nation is 100"),
    "years": pgettext("unit after a figure", "years"),
    "percentile": _("percentile among all jobs"),
    "score 0-1": _("on a scale of 0 to 1"),
    "score 0-100": pgettext("unit after a figure", "of 100"),
}

_DECIMALS: dict[Unit, int] = {
    "importance 1-5": 2,
    "level 0-7": 2,
    "impact -3..3": 2,
    "extent 1-7": 2,
    "context 1-5": 2,
    "context 1-3": 2,
    "interest 1-7": 2,
    "ratio to the nation": 2,
    "jobs per 1,000": 2,
    "probability 0-1": 2,
    "standard deviations": 2,
    "share of tasks 0-1": 2,
    "percent": 1,
    "nation = 100": 1,
    "years": 1,
    "score 0-1": 2,
}


def number(value: float, decimals: int = 0, *, signed: bool = False) -> str:
    """``-153700`` as ``"−153,700"``; a true minus, thousands separated, a plus when signed."""
    text = f"{abs(value):,.{decimals}f}"
    if float(text.replace(",", "")) == 0:
        return text
    return (MINUS if value < 0 else "+" if signed else "") + text


def money(value: float, *, hourly: bool = False) -> str:
    """``44770`` as ``"$44,770"``; an hourly wage with cents."""
    return (MINUS if value < 0 else "") + f"${abs(value):,.{2 if hourly else 0}f}"


def percent(value: float, decimals: int = 1, *, signed: bool = False) -> str:
    """``-5.5`` as ``"−5.5%"``."""
    return f"{number(value, decimals, signed=signed)}%"


def openings_words(openings: float) -> str:
    """Openings a year as the projections mean them: "fewer than 50" where they round to none."""
    return number(openings) if openings else FEWER_THAN_50


def correlation_words(value: float) -> str:
    """``.75`` or ``−.06``, as the field prints correlations."""
    text = f"{abs(value):.2f}"
    text = text[1:] if text.startswith("0") else text
    return (MINUS if value < 0 and text != ".00" else "") + text


def whose(*figures: Figure) -> str:
    """Of whom figures are that are not the job's own: "Registered nurses, this job among them".

    "" where all are its own.
    """
    groups = {f.group.code: f.group for f in reversed(figures) if f.group is not None}
    return joined((group.words for group in reversed(groups.values())), "; ")


def told(sentence: str, *figures: Figure, named: bool = False) -> str:
    """``sentence``, or a heading, on ``figures``, led by the group that they are published for.

    A sentence that names the group already stays as it is, and so does no sentence ("").
    ``named`` says that it begins with a name, as of a place, which keeps its capital.
    """
    group = whose(*figures)
    if not sentence or not group or group in sentence:
        return sentence
    return _("{group}: {sentence}", group=group, sentence=sentence if named else lowered(sentence))


def untold(words: str, group: str) -> str:
    """What ``told`` says, under a heading that names the group already."""
    if not isinstance(words, Said) or not group or words.places.get("group") != group:
        return words
    return capitalised(str(words.places.get("sentence", words)))


def groups_note(jobs: Iterable[tuple[str, Group | None]]) -> str:
    """What * means under a list of jobs, by title: which group a job's figures are of.

    "* Published for a group: Registered nurses, Nurse Anesthetists among them."; "" for none.
    """
    said = groups_sentence(jobs)
    return _("* {sentence}", sentence=said) if said else ""


def groups_sentence(jobs: Iterable[tuple[str, Group | None]]) -> str:
    """The same where no * stands beside a job."""
    members: dict[str, tuple[Group, list[str]]] = {}
    for title, group in jobs:
        if group is not None:
            members.setdefault(group.code, (group, []))[1].append(title)
    said = []
    for group, titles in members.values():
        named = dict.fromkeys(t for t in titles if t.casefold() != group.title.casefold())
        if named:
            said.append(_("{group}, {jobs} among them", group=group.title, jobs=listed(named)))
        else:
            said.append(group.words)
    return _("Published for a group: {groups}.", groups=joined(said, "; ")) if said else ""


def value_words(figure: Figure) -> str:
    """The printed value, or the flag in words where nothing is published."""
    value = figure.value
    if value is None:
        if figure.flag == CAPPED and figure.low is not None:
            least = money(figure.low, hourly=figure.unit == "dollars an hour")
            return _("{amount} or more", amount=least)
        return figure.flag or NOT_PUBLISHED
    if isinstance(value, str):
        return PUBLISHED_WORDS.get(value, value)
    if value == 0 and figure.flag == FEWER_THAN_50:
        return FEWER_THAN_50
    if figure.unit in ("dollars a year", "dollars an hour"):
        return money(value, hourly=figure.unit == "dollars an hour")
    signed = figure.unit == "impact -3..3" or figure.key in (
        "employment.change",
        "employment.change_pct",
    )
    if figure.unit == "percent":
        return percent(value, signed=signed)
    if figure.unit == "probability 0-1":
        return number(value, 2 if value == 0 or value >= 0.1 else 3 if value >= 0.01 else 4)
    return number(value, _DECIMALS.get(figure.unit, 0), signed=signed)


def interval_words(figure: Figure) -> str | None:
    """The interval of a figure in words, None where none is published or to be drawn."""
    bounds = interval_95(figure)
    if bounds is None or figure.number is None:
        return None
    if figure.unit in ("dollars a year", "dollars an hour", "persons"):
        margin = 1.645 * (figure.se or 0)
        low, high = (_amount(figure.number + step, figure.unit) for step in (-margin, margin))
        return _("{low} to {high} (90% interval)", low=low, high=high)
    low, high = (_amount(bound, figure.unit) for bound in bounds)
    return _("{low} to {high} (95% interval)", low=low, high=high)


def _amount(value: float, unit: Unit) -> str:
    """A value in its unit, without what is said of it."""
    if unit in ("dollars a year", "dollars an hour"):
        return money(value, hourly=unit == "dollars an hour")
    decimals = _DECIMALS.get(unit, 0)
    return percent(value, decimals) if unit == "percent" else number(value, decimals)


def error_words(figure: Figure) -> str:
    """The standard error in the figure's unit, as exact as the figure; "" where there is none."""
    if not figure.se:
        return ""
    if figure.unit in ("dollars a year", "dollars an hour"):
        return _amount(figure.se, figure.unit)
    decimals = _DECIMALS.get(figure.unit, 0)
    least = 10.0**-decimals
    if figure.se < least / 2:
        return pgettext("standard error", "under {amount}", amount=number(least, decimals))
    return number(figure.se, decimals)


_RATERS = {
    "Analyst": pgettext("who was asked", "trained analysts"),
    "Analyst - Transition": pgettext("who was asked", "trained analysts"),
    "Analyst - Preliminary": pgettext("who was asked", "trained analysts"),
    "Incumbent": _("people in the job"),
    "Occupational Expert": _("experts on the job"),
}
_SAMPLES = {
    "oews": _("Survey of employers"),
    "ep": _("Projection from surveys and trends; no sample is published"),
    "exposure": _("One published study"),
}
_NO_SAMPLE = _("Not given in the release")


def sample_words(figure: Figure) -> str:
    """Who was asked, as far as the release says."""
    kind, raters = figure.source.kind, figure.rater
    if kind != "onet":
        return _SAMPLES.get(kind, _NO_SAMPLE)
    who = _RATERS.get(raters, raters)
    if figure.n and who:
        return pgettext("who was asked", "{n} {people}", n=number(figure.n), people=who)
    if "Machine Learning" in raters:
        if "Expert" in raters:
            return _("Estimated by a computer model and checked by experts")
        return _("Estimated by a computer model")
    if raters.startswith("AI"):
        return _("Rated by an AI model with expert review")
    return capitalised(who) or _NO_SAMPLE


def source_lines(figure: Figure) -> list[tuple[str, str]]:
    """What a popover says of a figure: label and text, in order."""
    source = figure.source
    lines: list[tuple[str, str]] = [
        (pgettext("label", "Where, when"), joined((figure.area, figure.vintage), ", "))
        if figure.area
        else (pgettext("label", "When"), figure.vintage),
        (pgettext("label", "Program"), joined((source.programme, source.publisher), ", ")),
        (pgettext("label", "Release"), release_words(source)),
        (pgettext("label", "Sample"), sample_words(figure)),
        (pgettext("label", "Interval"), _interval_line(figure)),
        (pgettext("label", "Note"), flag_sentence(figure)),
        (pgettext("label", "Of"), figure.group.words if figure.group else ""),
        (pgettext("label", "Covers"), figure.about or ""),
        (pgettext("label", "License"), source.licence),
    ]
    return [(label, text) for label, text in lines if text]


def cited(subject: Figure | Source, name: str) -> str:
    """A figure in a line with its source, to be quoted elsewhere; a source alone."""
    source = subject.source if isinstance(subject, Figure) else subject
    release = release_words(source)
    said, of = name, ""
    if isinstance(subject, Figure):
        said = joined((name, value_words(subject)), ": ")
        of = joined((subject.area, "" if subject.vintage in release else subject.vintage), ", ")
    told = joined((of, source.programme, source.publisher, release), ", ")
    return _("{figure} ({source})", figure=said, source=told)


def _interval_line(figure: Figure) -> str:
    """The interval, or why there is none; "" where no number is published."""
    interval = interval_words(figure)
    if interval:
        return interval
    if figure.source.kind == "oews" and ".p" in figure.key:
        return _("None is published for percentiles")
    if figure.se == 0:
        return _("None: all raters agreed")
    return "" if figure.number is None else _("None is published")


_EXPLAINED: dict[str, Said] = {
    LOW_PRECISION: _("Low precision: the release advises not to rely on this number."),
    NOT_RELEVANT: _("Not relevant: most raters said this job does not need it."),
    FEWER_THAN_50: _("Fewer than 50: the projections count in hundreds and print 0."),
    CAPPED: _("At or above the highest wage the survey publishes, so no number is given."),
}


def release_words(source: Source) -> str:
    """``"30.1, December 2025"``, or the release alone."""
    if source.released and source.released not in source.release:
        return joined((source.release, source.released), ", ")
    return source.release


def flag_sentence(figure: Figure) -> str:
    """The flag as a sentence a client understands."""
    flag = figure.flag or ""
    if LOW_PRECISION in flag and NOT_RELEVANT in flag:
        return joined(
            flag_sentence(replace(figure, flag=one)) for one in (NOT_RELEVANT, LOW_PRECISION)
        )
    if flag in _EXPLAINED:
        return _EXPLAINED[flag]
    said = capitalised(flag)
    return _("{flag}.", flag=said) if flag and not flag.endswith(".") else said


def vintages(sources: Iterable[Source]) -> str:
    """The releases in one line: "O*NET 30.3, older parts of 30.0 and 30.1  ·  OEWS May 2025"."""
    onet, rest = [], []
    for source in sources:
        if source.kind == "onet":
            onet.append(source.release)
        elif source.kind in ("oews", "ep"):
            rest.append(source.label)
    every = ""
    if onet:
        *older, newest = sorted(dict.fromkeys(onet))
        every = pgettext("releases", "O*NET {release}", release=newest)
        if older:
            every = _("O*NET {newest}, older parts of {older}", newest=newest, older=listed(older))
    return joined((every, *rest), "  ·  ")
