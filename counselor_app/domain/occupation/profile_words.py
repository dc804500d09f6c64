"""The Profile's words: other titles, programs of study, what a shared figure stands for."""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.occupation.occupation import Occupation
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import Said, _, joined


def plain_first(titles: Sequence[str], count: int) -> tuple[str, ...]:
    """``titles`` with the first ``count`` that need no bracket in front, else in their order.

    Many titles repeat a short form in brackets, "RN (Registered Nurse)"; the first ones shown
    should be read at a glance.
    """
    plain = [title for title in titles if "(" not in title][:count]
    return (*plain, *(title for title in titles if title not in set(plain)))


def programs_words(programs: Sequence[str]) -> Said:
    """How many college programs lead to the job, the first and the last of them."""
    if not programs:
        return _("No college program is listed for this job.")
    if len(programs) == 1:
        return _("One college program leads here: {program}.", program=programs[0])
    first, last = programs[0], programs[-1]
    if len(programs) == 2:
        return _("Two college programs lead here: {first}; {last}.", first=first, last=last)
    return _(
        "{n} college programs lead here, from {first} to {last}.",
        n=len(programs), first=first, last=last,
    )  # fmt: skip


def own_words_sources(sheet: Sheet) -> tuple[Source, ...]:
    """The releases behind our own sentences on the work: ratings, then pay and outlook."""
    rated = sheet.ratings.get("activity") or sheet.ratings.get("skill") or ()
    sources = [rated[0].main.source] if rated else []
    if any(part.share.number is not None for part in sheet.industries):
        sources.append(sheet.industries[0].share.source)
    if sheet.outlook.education.value is not None:
        sources.append(sheet.outlook.education.source)
    return tuple(sources) or (sheet.tools_source,)


def shared_projection(occupation: Occupation) -> Said | None:
    """One sentence when the projections stand for more than this occupation; else None."""
    if occupation.ep_code is None:
        return None
    published = joined((occupation.ep_title, f"({occupation.ep_code})"))
    if occupation.ep_match != "exact":
        return _(
            "Published only for {occupation}, several occupations taken together.",
            occupation=published,
        )
    if occupation.shares or not occupation.code.endswith(".00"):
        return _(
            "Published for {occupation}, which holds several O*NET occupations.",
            occupation=published,
        )
    return None
