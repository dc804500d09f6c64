"""Who holds the job and the ways in beside school, as published."""

from __future__ import annotations

from dataclasses import dataclass

from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.wording import number
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

NOT_TOLD: dict[str, Said] = {
    "schooling": _("the schooling of workers is not published for this occupation"),
    "ep_skill": _("not ranked by the projections"),
    "cps": _("ages are not published for this occupation"),
    "ors": _("telework is not published for this occupation"),
}
"""Why there is no figure, by the kind of its source."""
NOT_LISTED = _("No registered apprenticeship is listed; there may be one all the same.")
NO_CLUSTER = _("No career cluster is given for this occupation.")


@dataclass(frozen=True, slots=True)
class Apprenticeship:
    """A registered apprenticeship is listed; hours of the shortest and longest term, if given."""

    hours_low: int | None
    hours_high: int | None
    source: Source

    @property
    def words(self) -> Said:
        """ "A registered apprenticeship is listed, 4,000 to 8,000 hours."."""
        if self.hours_low is None or self.hours_high is None:
            return _("A registered apprenticeship is listed.")
        low, high = number(self.hours_low), number(self.hours_high)
        if low == high:
            return _("A registered apprenticeship of {hours} hours is listed.", hours=low)
        return _(
            "Registered apprenticeships of {low} to {high} hours are listed.", low=low, high=high
        )


@dataclass(frozen=True, slots=True)
class Cluster:
    """One of the fourteen career clusters, and the sub-clusters that an occupation is in."""

    name: str
    narrower: tuple[str, ...]
    source: Source
