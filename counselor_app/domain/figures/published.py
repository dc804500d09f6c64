"""Answers that the releases give as words, as they are shown; the published words are the keys."""

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
