"""What it takes to get in, in plain words: education, experience and training."""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.domain.figures.wording import capitalised, lowered
from counselor_app.domain.occupation.outlook import Outlook
from counselor_app.domain.occupation.requirements import ZONE_WORDS
from counselor_app.domain.occupation.sheet import Requirement, Sheet

EDUCATION_WORDS = {
    "No formal educational credential": "no diploma",
    "High school diploma or equivalent": "a high school diploma",
    "Some college, no degree": "some college",
    "Postsecondary nondegree award": "a certificate after high school",
    "Associate's degree": "an associate's degree",
    "Bachelor's degree": "a bachelor's degree",
    "Master's degree": "a master's degree",
    "Doctoral or professional degree": "a doctoral or professional degree",
}
EDUCATION_SHORT = {
    "No formal educational credential": "No diploma",
    "High school diploma or equivalent": "High school diploma",
    "Some college, no degree": "Some college",
    "Postsecondary nondegree award": "Certificate",
    "Associate's degree": "Associate’s degree",
    "Bachelor's degree": "Bachelor’s degree",
    "Master's degree": "Master’s degree",
    "Doctoral or professional degree": "Doctoral or professional",
}
"""For the column of a table."""
TRAINING_WORDS = {
    "None": "no training on the job",
    "Short-term on-the-job training": "a month or less of training on the job",
    "Moderate-term on-the-job training": "one to twelve months of training on the job",
    "Long-term on-the-job training": "over a year of training on the job",
    "Apprenticeship": "an apprenticeship",
    "Internship/residency": "an internship or residency",
}
EXPERIENCE_WORDS = {
    "None": "no experience in a related job",
    "Less than 5 years": "less than five years in a related job",
    "5 years or more": "five years or more in a related job",
}


LICENSE_UNKNOWN = "whether a license is needed is not known here yet"
LICENSE = f"{capitalised(LICENSE_UNKNOWN)}: ask the state's licensing board, or an employer."
"""Said wherever something is said of how to get in: the data at hand names no licenses."""
LICENSE_NOTE = LICENSE.removesuffix(".")
"""As a source note ends."""


def way_in(outlook: Outlook) -> str | None:
    """Typical entry education and training in one phrase (Employment Projections)."""
    education = outlook.education.value
    if not isinstance(education, str):
        return None
    words = EDUCATION_WORDS.get(education, education)
    training = outlook.training.value
    if not isinstance(training, str):
        return words
    then = TRAINING_WORDS.get(training, training)
    return f"{words}, with {then}" if training == "None" else f"{words}, then {then}"


def getting_in_finding(sheet: Sheet) -> str | None:
    """ "A diploma and short training": the head of the getting-in block."""
    education = sheet.outlook.education.value
    short = {
        "No formal educational credential": "No diploma needed",
        "High school diploma or equivalent": "A diploma",
        "Some college, no degree": "Some college",
        "Postsecondary nondegree award": "A certificate",
        "Associate's degree": "A two-year degree",
        "Bachelor's degree": "A bachelor's degree",
        "Master's degree": "A master's degree",
        "Doctoral or professional degree": "A doctoral or professional degree",
    }.get(str(education))
    if short is None:
        return None
    training = {
        "Short-term on-the-job training": "short training",
        "Moderate-term on-the-job training": "months of training",
        "Long-term on-the-job training": "long training",
        "Apprenticeship": "an apprenticeship",
        "Internship/residency": "a residency",
    }.get(str(sheet.outlook.training.value))
    if training is None:
        return short
    return f"{short}, {training}" if short == "No diploma needed" else f"{short} and {training}"


def zone_words(sheet: Sheet) -> str | None:
    """ "some preparation": the job zone in words."""
    zone = sheet.figures["job_zone"].number
    return None if zone is None else ZONE_WORDS.get(int(zone))


def education_finding(asked: Sequence[Requirement]) -> str | None:
    """ "Mostly a diploma": what the people asked name most; None without answers."""
    ranked = sorted(asked, key=lambda r: -(r.figure.number or 0))
    if not ranked:
        return None
    first = ranked[0]
    if (first.figure.number or 0) >= 50:
        return f"Mostly: {lowered(first.words)}"
    return f"{first.words} or {lowered(ranked[1].words)}" if len(ranked) > 1 else first.words
