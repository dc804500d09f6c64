"""What it takes to get in, in plain words: education, experience and training."""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.domain.occupation.handbook import licence_words
from counselor_app.domain.occupation.outlook import Outlook
from counselor_app.domain.occupation.requirements import ZONE_WORDS
from counselor_app.domain.occupation.sheet import Requirement, Sheet
from counselor_app.language import _, joined, lowered, pgettext

EDUCATION_WORDS: dict[str, str] = {
    "No formal educational credential": pgettext("education", "no diploma"),
    "High school diploma or equivalent": _("a high school diploma"),
    "Some college, no degree": pgettext("education", "some college"),
    "Postsecondary nondegree award": _("a certificate after high school"),
    "Associate's degree": _("an associate's degree"),
    "Bachelor's degree": _("a bachelor's degree"),
    "Master's degree": _("a master's degree"),
    "Doctoral or professional degree": _("a doctoral or professional degree"),
}
EDUCATION_SHORT: dict[str, str] = {
    "No formal educational credential": pgettext("education, short", "No diploma"),
    "High school diploma or equivalent": _("High school diploma"),
    "Some college, no degree": pgettext("education, short", "Some college"),
    "Postsecondary nondegree award": pgettext("education, short", "Certificate"),
    "Associate's degree": pgettext("education, short", "Associate’s degree"),
    "Bachelor's degree": pgettext("education, short", "Bachelor’s degree"),
    "Master's degree": pgettext("education, short", "Master’s degree"),
    "Doctoral or professional degree": _("Doctoral or professional"),
}
"""For the column of a table."""
TRAINING_WORDS: dict[str, str] = {
    "None": _("no training on the job"),
    "Short-term on-the-job training": _("a month or less of training on the job"),
    "Moderate-term on-the-job training": _("one to twelve months of training on the job"),
    "Long-term on-the-job training": _("over a year of training on the job"),
    "Apprenticeship": pgettext("training", "an apprenticeship"),
    "Internship/residency": _("an internship or residency"),
}
EXPERIENCE_WORDS: dict[str, str] = {
    "None": _("no experience in a related job"),
    "Less than 5 years": _("less than five years in a related job"),
    "5 years or more": _("five years or more in a related job"),
}


LICENSE_NOTE = _(
    "Many jobs need a license; see the job's own page, and ask the state's licensing board"
)
"""As a note on several jobs ends."""
LICENSE = _("{sentence}.", sentence=LICENSE_NOTE)
"""Said wherever something is said of how to get into several jobs."""


def license_line(sheet: Sheet) -> str:
    """What is said of licenses beside the way into an occupation; "" for the armed forces."""
    return "" if sheet.occupation.code.startswith("55-") else licence_words(sheet.handbook)


def way_in(outlook: Outlook) -> str | None:
    """Typical entry education and training in one phrase (Employment Projections)."""
    education = outlook.education.value
    if not isinstance(education, str):
        return None
    words: str = EDUCATION_WORDS.get(education, education)
    training = outlook.training.value
    if not isinstance(training, str):
        return words
    then: str = TRAINING_WORDS.get(training, training)
    if training == "None":
        return _("{education}, with {training}", education=words, training=then)
    return _("{education}, then {training}", education=words, training=then)


def getting_in_finding(sheet: Sheet) -> str | None:
    """ "A diploma and short training": the head of the getting-in block."""
    education = str(sheet.outlook.education.value)
    short = _SHORT_ENTRY.get(education)
    if short is None:
        return None
    training = _SHORT_TRAINING.get(str(sheet.outlook.training.value))
    if training is None:
        return short
    if education == "No formal educational credential":
        return joined((short, training), ", ")
    return _("{education} and {training}", education=short, training=training)


_SHORT_ENTRY = {
    "No formal educational credential": _("No diploma needed"),
    "High school diploma or equivalent": pgettext("to get in", "A diploma"),
    "Some college, no degree": pgettext("to get in", "Some college"),
    "Postsecondary nondegree award": pgettext("to get in", "A certificate"),
    "Associate's degree": _("A two-year degree"),
    "Bachelor's degree": _("A bachelor's degree"),
    "Master's degree": _("A master's degree"),
    "Doctoral or professional degree": _("A doctoral or professional degree"),
}
_SHORT_TRAINING = {
    "Short-term on-the-job training": pgettext("to get in", "short training"),
    "Moderate-term on-the-job training": _("months of training"),
    "Long-term on-the-job training": pgettext("to get in", "long training"),
    "Apprenticeship": pgettext("to get in", "an apprenticeship"),
    "Internship/residency": pgettext("to get in", "a residency"),
}


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
        return pgettext("schooling", "Mostly: {schooling}", schooling=lowered(first.words))
    if len(ranked) == 1:
        return first.words
    return _("{first} or {second}", first=first.words, second=lowered(ranked[1].words))
