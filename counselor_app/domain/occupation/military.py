"""The armed forces' occupations: what to ask a recruiter, and civilian work that is alike.

No survey has their pay, projections or ratings. The civilian occupations are an editor's choice, by
what the work has in common; they are no promise that one leads to the other.
"""

from __future__ import annotations

from collections.abc import Mapping

from counselor_app.language import Said, _

QUESTIONS: tuple[Said, ...] = (
    _("May I choose this job, and will that be in writing before I sign?"),
    _("How many years do I sign for, and how many more in reserve?"),
    _("Where is the training, how long is it, and what if I do not pass?"),
    _("What does a first-year member earn in pay, housing and food?"),
    _("What license or college credit do I take home with me?"),
)
"""For a recruiter, with a line each for the answer."""

CIVILIAN: Mapping[str, tuple[str, ...]] = {
    "55-1011.00": ("53-2011.00", "53-2012.00", "53-2021.00"),
    "55-1012.00": ("53-2022.00", "53-1041.00", "49-1011.00"),
    "55-1013.00": ("11-3071.00", "11-1021.00", "11-9161.00"),
    "55-1014.00": ("13-1081.00", "11-1021.00", "11-9161.00"),
    "55-1015.00": ("53-2021.00", "11-9161.00", "43-5031.00"),
    "55-1016.00": ("11-1021.00", "33-1012.00", "11-9161.00"),
    "55-1017.00": ("11-9161.00", "33-3021.06", "33-1012.00"),
    "55-1019.00": ("33-3021.06", "11-9161.00", "19-5011.00"),
    "55-2011.00": ("53-1041.00", "53-2031.00", "53-2022.00"),
    "55-2012.00": ("49-1011.00", "51-1011.00", "33-1091.00"),
    "55-2013.00": ("13-1081.00", "13-1151.00", "33-1091.00"),
    "55-3011.00": ("53-2031.00", "53-1041.00", "53-2022.00"),
    "55-3012.00": ("49-3011.00", "53-2022.00", "49-9041.00"),
    "55-3013.00": ("53-3032.00", "47-2073.00", "49-3042.00"),
    "55-3014.00": ("47-5032.00", "47-2073.00", "49-9041.00"),
    "55-3015.00": ("43-5031.00", "53-2021.00", "49-2022.00"),
    "55-3016.00": ("33-3051.00", "33-2011.00", "33-9032.00"),
    "55-3018.00": ("33-3051.00", "49-9092.00", "29-2043.00"),
    "55-3019.00": ("33-9032.00", "19-4042.00", "49-2094.00"),
}
"""Civilian occupations (O*NET-SOC) for each military one, the most alike first."""


def is_military(code: str) -> bool:
    """An occupation of the armed forces."""
    return code.startswith("55-")
