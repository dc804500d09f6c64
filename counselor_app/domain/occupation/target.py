"""The client's own wage, an offer or a hope, set beside published pay."""

from __future__ import annotations

from dataclasses import dataclass

from counselor_app.domain.figures.amounts import parse_dollars
from counselor_app.domain.figures.wording import money, number
from counselor_app.domain.occupation.wages import (
    HOURS_A_YEAR,
    PERCENTILES,
    UNITS,
    Basis,
    WageRow,
)
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined

HIGHEST = 10_000_000.0


@dataclass(frozen=True, slots=True)
class Target:
    """Dollars by the year or by the hour, as the client named them."""

    amount: float
    basis: Basis

    @property
    def words(self) -> Said:
        """ "$50,000 a year": the amount as typed, with cents where it has them."""
        cents = self.basis == "hourly" or not float(self.amount).is_integer()
        return joined((money(self.amount, hourly=cents), UNITS[self.basis]))


def parse_target(text: str, basis: Basis) -> Target | None:
    """A typed amount ("$50,000"); None when nothing is typed.

    Raises:
        UserError: when the text is no amount above zero and below ten million dollars.
    """
    if not text.strip().removeprefix("$").strip():
        return None
    example = "50,000" if basis == "annual" else "24.50"
    amount = parse_dollars(text, example)
    if not 0 < amount < HIGHEST:
        raise UserError(
            _(
                "“{typed}” is no amount in dollars above zero and below {highest}; type"
                " one such as {example}.",
                typed=text.strip(), highest=number(HIGHEST), example=example,
            )
        )  # fmt: skip
    return Target(amount, basis)


def target_in(target: Target, row: WageRow, basis: Basis) -> float | None:
    """The target by ``basis``, 2,080 hours to the year.

    None where ``row`` is published only the other way: a year there is not 2,080 hours.
    """
    if target.basis == basis:
        return target.amount
    if row.pay_basis is not None:
        return None
    return target.amount * HOURS_A_YEAR if basis == "annual" else target.amount / HOURS_A_YEAR


def other_unit(target: Target, row: WageRow) -> Basis | None:
    """The unit that was probably meant, where the amount cannot be of the one named.

    [convention] It cannot when it lies outside half the lowest to twice the highest percentile
    published, while the same number taken in the other unit lies inside.
    """
    other: Basis = "hourly" if target.basis == "annual" else "annual"
    return None if _likely(target, row) or not _likely(Target(target.amount, other), row) else other


def _likely(target: Target, row: WageRow) -> bool:
    known = [n for p in PERCENTILES if (n := row.percentile(p, target.basis).number) is not None]
    if not known and target.basis == "annual":
        known = [n * HOURS_A_YEAR for p in PERCENTILES if (n := row.percentile(p, "hourly").number)]
    elif not known:
        known = [n / HOURS_A_YEAR for p in PERCENTILES if (n := row.percentile(p, "annual").number)]
    return bool(known) and known[0] / 2 <= target.amount <= 2 * known[-1]


def target_note(target: Target, row: WageRow, basis: Basis) -> str:
    """How the target was turned into the unit shown, or why it cannot be; "" when it was not.

    Also what the target must be to stand beside pay that is not a full year's.
    """
    if target.basis == basis:
        if row.pay_basis != "annual_only":
            return ""
        return _(
            "This pay is for work that is mostly not full time all year round, such as a school"
            " year: only an offer on the same terms compares with it."
        )
    if target_in(target, row, basis) is not None:
        return _("{target} is counted at 2,080 hours a year.", target=target.words)
    if basis == "hourly":
        return _(
            "{target} is not set beside this pay: it is published by the hour only,"
            " and a year of this work is not 2,080 hours.",
            target=target.words,
        )
    return _(
        "{target} is not set beside this pay: it is published by the year only,"
        " and a year of this work is not 2,080 hours.",
        target=target.words,
    )
