"""What a figure is called over its source, by its key."""

from __future__ import annotations

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import whose
from counselor_app.domain.occupation.interests import NAMES
from counselor_app.domain.occupation.requirements import CATEGORY_WORDS
from counselor_app.domain.occupation.wages import ordinal

_NAMES = {
    "employment.oews": "Employees",
    "employment.base": "Jobs",
    "employment.projected": "Jobs projected",
    "employment.change": "Change in the number of jobs",
    "employment.change_pct": "Change in jobs",
    "exits.annual": "People who stop working, a year",
    "transfers.annual": "People who change occupation, a year",
    "openings.annual": "Openings a year",
    "education.entry": "Usual entry education",
    "experience.entry": "Usual experience in a related job",
    "training.entry": "Usual training on the job",
    "self_employed_pct": "Share of self-employed",
    "job_zone": "Job zone",
    "interest.code": "Interest code",
    "location_quotient": "Share of jobs, against the nation",
    "jobs_per_1000": "Jobs of every 1,000",
    "share": "Share of employees",
    "price_parity": "Price level",
}

_ASKED = {
    "RL": "Say a newcomer needs, education",
    "RW": "Say a newcomer needs, related experience",
    "PT": "Say a newcomer needs, training at the workplace",
    "OJ": "Say a newcomer needs, training on the job",
}


def figure_name(figure: Figure) -> str:
    """ "Median pay, Texas", and of which group; the key itself where it has no name."""
    key = figure.key.replace("wage.real.", "wage.")
    name = _NAMES.get(key, key)
    head, _, last = key.rpartition(".")
    if key.startswith("peers."):
        name = "Middle median pay with the same entry education"
    elif head in ("wage.annual", "wage.hourly"):
        unit = "an hour" if head == "wage.hourly" else "a year"
        point = last.removeprefix("p")
        name = f"Mean pay {unit}" if last == "mean" else f"Median pay {unit}"
        if point.isdigit() and point != "50":
            name = f"{ordinal(int(point))} percentile of pay {unit}"
        name += " at average prices" if key != figure.key else ""
    elif key.startswith("rating."):
        name = last.capitalize()
    elif head == "interest" and last in NAMES:
        name = f"{NAMES[last]} interest"
    elif head.startswith("requirement.") and last.isdigit():
        scale = head.removeprefix("requirement.")
        name = f"{_ASKED[scale]}: {CATEGORY_WORDS[scale][int(last)]}"
    elif key.startswith("exposure."):
        name = "Exposure"
    named = f"{name}, {figure.area}" if figure.area else name
    return f"{named}, of {whose(figure)}" if figure.group else named
