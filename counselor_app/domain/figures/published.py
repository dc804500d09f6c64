"""What the data holds in English, as it is shown: answers of releases, notes on sources."""

from __future__ import annotations

from counselor_app.language import Said, _, pgettext

PUBLISHED_WORDS: dict[str, Said] = {
    "No formal educational credential": _("No formal educational credential"),
    "High school diploma or equivalent": _("High school diploma or equivalent"),
    "Some college, no degree": _("Some college, no degree"),
    "Postsecondary nondegree award": _("Postsecondary nondegree award"),
    "Associate's degree": pgettext("education", "Associate's degree"),
    "Bachelor's degree": pgettext("education", "Bachelor's degree"),
    "Master's degree": pgettext("education", "Master's degree"),
    "Doctoral or professional degree": _("Doctoral or professional degree"),
    "None": pgettext("experience or training", "None"),
    "Less than 5 years": _("Less than 5 years"),
    "5 years or more": _("5 years or more"),
    "Short-term on-the-job training": _("Short-term on-the-job training"),
    "Moderate-term on-the-job training": _("Moderate-term on-the-job training"),
    "Long-term on-the-job training": _("Long-term on-the-job training"),
    "Apprenticeship": pgettext("training", "Apprenticeship"),
    "Internship/residency": pgettext("training", "Internship/residency"),
}
"""Entry education, experience and training (Employment Projections)."""

RELEASE_NOT_STATED, YEAR_NOT_STATED = _("release not stated"), _("year not stated")
CITED = _("Figures of a published study, cited")
EMPLOYEES_ONLY = _(
    "Employees only: the self-employed are not counted. The nation leaves out Guam, Puerto Rico and"
    " the Virgin Islands."
)
THOUSANDS_OF_JOBS = _(
    "Thousands of jobs, the self-employed included; rounded, so the change can differ by 0.1 from"
    " projected less base."
)
OLDER_CODES = _("Published for SOC 2010; an occupation can have several values.")
OWN_CODES = _("Published for O*NET-SOC 2019.")
NATION_IS_100 = _(
    "Nation = 100, all items. Not published for nonmetropolitan areas, territories and some"
    " metropolitan areas."
)
PLAIN_WORDS, MAKERS = pgettext("program", "Plain words"), _("The makers of Counselor")
OUR_OWN_WORDS = _("our own words")
NOT_OFFICIAL = _(
    "Written by us from the figures and from general knowledge; not official descriptions."
)

SOURCE_WORDS: dict[str, Said] = {
    words: words
    for words in (
        RELEASE_NOT_STATED, YEAR_NOT_STATED, CITED, EMPLOYEES_ONLY, THOUSANDS_OF_JOBS, OLDER_CODES,
        OWN_CODES, NATION_IS_100, PLAIN_WORDS, MAKERS, OUR_OWN_WORDS, NOT_OFFICIAL,
    )
}  # fmt: skip
"""What a pack keeps of a source in words of ours, by the English that is stored."""
