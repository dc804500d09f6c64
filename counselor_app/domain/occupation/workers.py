"""Who holds the job: schooling, ages, skills beside other jobs, telework, as published."""

from __future__ import annotations

from counselor_app.language import Said, _, pgettext

SCHOOLING: dict[str, Said] = {
    "less_than_high_school": pgettext("schooling of workers", "No diploma"),
    "high_school": _("High school diploma"),
    "some_college": _("Some college, no degree"),
    "associate": pgettext("schooling of workers", "Associate's degree"),
    "bachelor": pgettext("schooling of workers", "Bachelor's degree"),
    "master": pgettext("schooling of workers", "Master's degree"),
    "doctoral": _("Doctoral or professional degree"),
}
"""The seven levels of table 5.3, least first."""

SKILLS = {
    "adaptability": "Adaptability",
    "computers": "Computers and information technology",
    "creativity": "Creativity and innovation",
    "thinking": "Critical and analytical thinking",
    "customer_service": "Customer service",
    "detail": "Detail oriented",
    "fine_motor": "Fine motor",
    "interpersonal": "Interpersonal",
    "leadership": "Leadership",
    "mathematics": "Mathematics",
    "mechanical": "Mechanical",
    "strength": "Physical strength and stamina",
    "problem_solving": "Problem solving and decision making",
    "project_management": "Project management",
    "science": "Science",
    "speaking": "Speaking and listening",
    "writing": "Writing and reading",
}
"""The seventeen skills of table 6.5, by the agency's names."""
