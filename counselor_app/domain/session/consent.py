"""Who takes part in the field study of the inventory, and the little that is asked of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from counselor_app.errors import UserError
from counselor_app.language import Said, _, listed, pgettext

AgeBand = Literal["", "16-17", "18-24", "25-34", "35-44", "45-54", "55+"]
Sex = Literal["", "f", "m", "x"]
AGE_BANDS: tuple[AgeBand, ...] = get_args(AgeBand)
SEXES: tuple[Sex, ...] = get_args(Sex)
RUNGS: tuple[int | None, ...] = (None, 0, 1, 2, 3, 4)

NOT_SAID = pgettext("answer", "I would rather not say")
SEX_WORDS: Mapping[Sex, Said] = {
    "": NOT_SAID, "f": pgettext("sex", "Female"), "m": pgettext("sex", "Male"),
    "x": pgettext("sex", "Another"),
}  # fmt: skip
RUNG_WORDS: Mapping[int | None, Said] = {
    None: NOT_SAID,
    0: pgettext("schooling", "High school or less"),
    1: _("Some college, a certificate or an associate’s degree"),
    2: pgettext("schooling", "Bachelor’s degree"),
    3: pgettext("schooling", "Master’s degree"),
    4: _("Doctoral or professional degree"),
}


@dataclass(frozen=True, slots=True)
class Consent:
    """Given before the first item: the answers may go into the study. "" and None: not said.

    Raises:
        UserError: when a part is none of those that the study asks.
    """

    language: str
    age_band: AgeBand = ""
    sex: Sex = ""
    education_rung: int | None = None

    def __post_init__(self) -> None:
        wrong = [
            repr(value) for value, known in (
                (self.age_band, AGE_BANDS), (self.sex, SEXES), (self.education_rung, RUNGS),
            ) if value not in known
        ]  # fmt: skip
        if wrong or not self.language:
            raise UserError(_("{values}: nothing that the field study asks.", values=listed(wrong)))
