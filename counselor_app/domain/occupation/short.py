"""A job in a few words for a card: the figures of its page, so that no two places disagree."""

from __future__ import annotations

from dataclasses import dataclass

from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.student_page import (
    Trend,
    group_words,
    home_row,
    outlook_short,
    pay_here,
    trend,
)
from counselor_app.domain.occupation.wages import NATION
from counselor_app.domain.occupation.years import schooling_short
from counselor_app.language import Said, _, joined, pgettext


@dataclass(frozen=True, slots=True)
class Short:
    """``pay`` is the main figure of `pay_here`, with its unit and place where it is not a year's
    in the home area; ``group`` says of whom figures are that are not the job's own, else "".
    """

    pay: Said | str
    school: Said
    outlook: Said
    trend: Trend
    group: Said | str

    @property
    def words(self) -> Said:
        """Pay, schooling and outlook in a line."""
        return joined((self.pay, self.school, self.outlook), " · ")


def short(sheet: Sheet) -> Short:
    """The figures of a card."""
    row = home_row(sheet)
    whose = group_words(row.median()) or group_words(sheet.outlook.change_pct)
    return Short(
        _pay(sheet),
        schooling_short(sheet),
        outlook_short(sheet.outlook),
        trend(sheet.outlook),
        _("figures of {group}", group=whose) if whose else "",
    )


def _pay(sheet: Sheet) -> Said | str:
    found, row = pay_here(sheet), home_row(sheet)
    if not found.main:
        return _("pay not published")
    said: Said | str = found.main
    if found.basis == "hourly":
        said = joined((found.main, pgettext("unit", "an hour")))
    elif row.pay_basis == "annual_only":
        said = _("{pay} by the year", pay=found.main)
    if row.place_code != NATION and found.lines and found.lines[0].place != row.place:
        return joined((said, pgettext("place of a pay", "(U.S.)")))
    return said
