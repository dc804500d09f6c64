"""What a figure is called over its source, by its key."""

from __future__ import annotations

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import whose
from counselor_app.domain.occupation.interests import NAMES
from counselor_app.domain.occupation.requirements import CATEGORY_WORDS
from counselor_app.domain.occupation.wages import UNITS, ordinal
from counselor_app.domain.occupation.workers import SCHOOLING, SKILLS
from counselor_app.language import _, joined, pgettext, published

_NAMES = {
    "employment.oews": pgettext("figure", "Employees"),
    "employment.base": pgettext("figure", "Jobs"),
    "employment.projected": pgettext("figure", "Jobs projected"),
    "employment.change": _("Change in the number of jobs"),
    "employment.change_pct": _("Change in jobs"),
    "exits.annual": _("People who stop working, a year"),
    "transfers.annual": _("People who change occupation, a year"),
    "exits.rate": _("Share who stop working, a year"),
    "transfers.rate": _("Share who change occupation, a year"),
    "openings.annual": _("Openings a year"),
    "education.entry": _("Usual entry education"),
    "experience.entry": _("Usual experience in a related job"),
    "training.entry": _("Usual training on the job"),
    "self_employed_pct": _("Share of self-employed"),
    "job_zone": pgettext("figure", "Job zone"),
    "interest.code": pgettext("figure", "Interest code"),
    "location_quotient": _("Share of jobs, against the nation"),
    "jobs_per_1000": _("Jobs of every 1,000"),
    "share": _("Share of employees"),
    "age.median": _("Median age of workers"),
    "age.under_25": _("Workers under 25"),
    "age.over_55": _("Workers aged 55 and over"),
    "telework": _("Workers who can telework"),
    "certification.importance": _("Importance of a certification"),
    "apprenticeship.importance": _("Importance of an apprenticeship"),
    "price_parity": pgettext("figure", "Price level"),
}

RATED = {
    "importance": pgettext("figure", "Importance"),
    "level": pgettext("figure", "Level"),
    "impact": pgettext("figure", "Impact"),
    "extent": pgettext("figure", "Extent"),
    "context": pgettext("figure", "Context"),
    "interest": pgettext("figure", "Interest"),
}

_ASKED = {
    "RL": _("Say a newcomer needs, education"),
    "RW": _("Say a newcomer needs, related experience"),
    "PT": _("Say a newcomer needs, training at the workplace"),
    "OJ": _("Say a newcomer needs, training on the job"),
}


def figure_name(figure: Figure) -> str:
    """ "Median pay, Texas", and of which group; the key itself where it has no name."""
    key = figure.key.replace("wage.real.", "wage.")
    name: str = _NAMES.get(key, key)
    head, _dot, last = key.rpartition(".")
    if key.startswith("peers."):
        name = _("Middle median pay with the same entry education")
    elif head in ("wage.annual", "wage.hourly"):
        unit = UNITS["hourly" if head == "wage.hourly" else "annual"]
        point = last.removeprefix("p")
        if last == "mean":
            name = _("Mean pay {unit}", unit=unit)
        elif point.isdigit() and point != "50":
            name = _("{nth} percentile of pay {unit}", nth=ordinal(int(point)), unit=unit)
        else:
            name = _("Median pay {unit}", unit=unit)
        if key != figure.key:
            name = _("{name} at average prices", name=name)
    elif key.startswith("rating."):
        name = RATED.get(last, last)
    elif head == "interest" and last in NAMES:
        name = pgettext("figure", "{interest} interest", interest=NAMES[last])
    elif head.startswith("requirement.") and last.isdigit():
        scale = head.removeprefix("requirement.")
        name = joined((_ASKED[scale], CATEGORY_WORDS[scale][int(last)]), ": ")
    elif head == "schooling":
        name = _("Workers aged 25 and over: {schooling}", schooling=SCHOOLING[last])
    elif head == "ep_skill":
        name = pgettext("figure", "{skill}, among all jobs", skill=published("skill", SKILLS[last]))
    elif key.startswith("exposure."):
        name = pgettext("figure", "Exposure")
    named = joined((name, figure.area), ", ")
    return _("{figure}, of {group}", figure=named, group=whose(figure)) if figure.group else named
