"""How figures are printed and explained: the same words on screen, on paper and in a popover."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from counselor_app.domain.figures.provenance import Figure, Group, Source, Unit
from counselor_app.domain.figures.ratings import interval_95

MINUS = "\u2212"
CAPPED = "at or above the highest wage published"
NOT_IN_PACK = "not in this pack"
NOT_RATED = "not rated for this occupation"
LOW_PRECISION = "low precision"
NOT_RELEVANT = "not relevant"
FEWER_THAN_50 = "fewer than 50"
"""What the projections' 0.0 thousand means: they count in hundreds."""

UNIT_WORDS: dict[Unit, str] = {
    "dollars a year": "a year",
    "dollars an hour": "an hour",
    "persons": "jobs",
    "openings a year": "openings a year",
    "importance 1-5": "importance, 1 to 5",
    "level 0-7": "level, 0 to 7",
    "impact -3..3": f"impact, {MINUS}3 to +3",
    "extent 1-7": "extent, 1 to 7",
    "context 1-5": "1 to 5",
    "context 1-3": "1 to 3",
    "interest 1-7": "interest, 1 to 7",
    "zone 1-5": "of 5",
    "ratio to the nation": "times the nation's share",
    "jobs per 1,000": "of every 1,000 jobs",
    "probability 0-1": "on a scale of 0 to 1",
    "standard deviations": "standard deviations from the mean job",
    "share of tasks 0-1": "share of tasks, 0 to 1",
    "nation = 100": "where the nation is 100",
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


def plural(count: int, noun: str) -> str:
    """``1 page``, ``1,016 pages``; for nouns whose plural is made with an s."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """``a, b and c``."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def capitalised(text: str) -> str:
    """The first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """As it stands inside a sentence: a small first letter, but not in an abbreviation."""
    if text[1:2].isupper() or text[1:2] == ".":
        return text
    return text[:1].lower() + text[1:]


def whose(*figures: Figure) -> str:
    """Of whom figures are that are not the job's own: "Registered nurses, this job among them".

    "" where all are its own.
    """
    groups = {f.group.code: f.group for f in reversed(figures) if f.group is not None}
    return "; ".join(group.words for group in reversed(groups.values()))


def told(sentence: str, *figures: Figure, named: bool = False) -> str:
    """``sentence``, or a heading, on ``figures``, led by the group that they are published for.

    A sentence that names the group already stays as it is, and so does no sentence ("").
    ``named`` says that it begins with a name, as of a place, which keeps its capital.
    """
    group = whose(*figures)
    if not sentence or not group or group in sentence:
        return sentence
    return f"{group}: {sentence if named else lowered(sentence)}"


def groups_note(jobs: Iterable[tuple[str, Group | None]]) -> str:
    """What * means under a list of jobs, by title: which group a job's figures are of.

    "* Published for a group: Registered nurses, Nurse Anesthetists among them."; "" for none.
    """
    members: dict[str, tuple[Group, list[str]]] = {}
    for title, group in jobs:
        if group is not None:
            members.setdefault(group.code, (group, []))[1].append(title)
    said = []
    for group, titles in members.values():
        named = dict.fromkeys(t for t in titles if t.casefold() != group.title.casefold())
        said.append(f"{group.title}, {listed(named)} among them" if named else group.words)
    return f"* Published for a group: {'; '.join(said)}." if said else ""


def value_words(figure: Figure) -> str:
    """The printed value, or the flag in words where nothing is published."""
    value = figure.value
    if value is None:
        if figure.flag == CAPPED and figure.low is not None:
            return f"{money(figure.low, hourly=figure.unit == 'dollars an hour')} or more"
        return figure.flag or "not published"
    if isinstance(value, str):
        return value
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
        low, high = figure.number - margin, figure.number + margin
        hourly = figure.unit == "dollars an hour"
        if figure.unit == "persons":
            return f"{number(low)} to {number(high)} (90% interval)"
        return f"{money(low, hourly=hourly)} to {money(high, hourly=hourly)} (90% interval)"
    decimals = _DECIMALS.get(figure.unit, 0)
    unit = "%" if figure.unit == "percent" else ""
    low, high = bounds
    return f"{number(low, decimals)}{unit} to {number(high, decimals)}{unit} (95% interval)"


def error_words(figure: Figure) -> str:
    """The standard error in the figure's unit, as exact as the figure; "" where there is none."""
    if not figure.se:
        return ""
    if figure.unit in ("dollars a year", "dollars an hour"):
        return money(figure.se, hourly=figure.unit == "dollars an hour")
    decimals = _DECIMALS.get(figure.unit, 0)
    least = 10.0**-decimals
    if figure.se < least / 2:
        return f"under {number(least, decimals)}"
    return number(figure.se, decimals)


def sample_words(figure: Figure) -> str:
    """Who was asked, as far as the release says."""
    kind, raters = figure.source.kind, figure.rater
    if kind == "oews":
        return "Survey of employers"
    if kind == "ep":
        return "Projection from surveys and trends; no sample is published"
    if kind == "onet":
        who = {
            "Analyst": "trained analysts",
            "Analyst - Transition": "trained analysts",
            "Analyst - Preliminary": "trained analysts",
            "Incumbent": "people in the job",
            "Occupational Expert": "experts on the job",
        }.get(raters, raters)
        if figure.n and who:
            return f"{number(figure.n)} {who}"
        if "Machine Learning" in raters:
            return "Estimated by a computer model" + (
                " and checked by experts" if "Expert" in raters else ""
            )
        if raters.startswith("AI"):
            return "Rated by an AI model with expert review"
        return who[:1].upper() + who[1:] if who else "Not given in the release"
    return "One published study" if kind == "exposure" else "Not given in the release"


def source_lines(figure: Figure) -> list[tuple[str, str]]:
    """What a popover says of a figure: label and text, in order."""
    source = figure.source
    when = figure.vintage
    where = f"{figure.area}, {when}" if figure.area else when
    lines = [
        ("When" if not figure.area else "Where, when", where),
        ("Program", f"{source.programme}, {source.publisher}"),
        ("Release", release_words(source)),
        ("Sample", sample_words(figure)),
    ]
    interval = interval_words(figure)
    if interval:
        lines.append(("Interval", interval))
    elif source.kind == "oews" and ".p" in figure.key:
        lines.append(("Interval", "None is published for percentiles"))
    elif figure.se == 0:
        lines.append(("Interval", "None: all raters agreed"))
    elif figure.number is not None:
        lines.append(("Interval", "None is published"))
    if figure.flag:
        lines.append(("Note", flag_sentence(figure)))
    if figure.group:
        lines.append(("Of", figure.group.words))
    if figure.about:
        lines.append(("Covers", figure.about))
    lines.append(("License", source.licence))
    return [(label, text) for label, text in lines if text]


def release_words(source: Source) -> str:
    """``"30.1, December 2025"``, or the release alone."""
    if source.released and source.released not in source.release:
        return f"{source.release}, {source.released}"
    return source.release


def flag_sentence(figure: Figure) -> str:
    """The flag as a sentence a client understands."""
    flag = figure.flag or ""
    if LOW_PRECISION in flag and NOT_RELEVANT in flag:
        return " ".join(
            flag_sentence(replace(figure, flag=one)) for one in (NOT_RELEVANT, LOW_PRECISION)
        )
    explained = {
        LOW_PRECISION: "Low precision: the release advises not to rely on this number.",
        NOT_RELEVANT: "Not relevant: most raters said this job does not need it.",
        FEWER_THAN_50: "Fewer than 50: the projections count in hundreds and print 0.",
        CAPPED: "At or above the highest wage the survey publishes, so no number is given.",
    }
    if flag in explained:
        return explained[flag]
    return flag[:1].upper() + flag[1:] + ("." if flag and not flag.endswith(".") else "")


def vintages(sources: Iterable[Source]) -> str:
    """The releases in one line: "O*NET 30.1, 30.2  ·  OEWS May 2025 ..."."""
    onet, rest = [], []
    for source in sources:
        if source.kind == "onet":
            onet.append(source.release)
        elif source.kind in ("oews", "ep"):
            rest.append(source.label)
    return "  ·  ".join([*([f"O*NET {', '.join(onet)}"] if onet else []), *rest])
