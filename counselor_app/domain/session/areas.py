"""The forty-one specific interest areas: to talk about, and, where a release rates jobs on them, to
tick and to look for.

Names are ours; the map of areas to types is that of O*NET 30.3 (Specific Interest Areas to Career
Interest Types, elements 1.B.3.*). Areas mark and filter jobs and enter no fit and no tier.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from counselor_app.domain.figures.ratings import Rating
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.measurement import flat
from counselor_app.domain.occupation.interests import PLAIN_NAMES
from counselor_app.domain.session.likes import leading
from counselor_app.language import Said, _, joined, pgettext

SOURCE = _("Areas as O*NET 30.3 sorts them; to talk about, no result.")
ABOUT = _(
    "Areas that a client likes mark and filter jobs; they do not count in how close a job is."
)
EDITION = "30.3"
"""The release whose areas a client is asked about."""
SHOWN = 3
"""So many of a job's areas are told: its most distinctive ones."""
_MOST = 2
"""So many interests are spoken of."""

AREAS: tuple[tuple[str, str, Said], ...] = (
    ("a", "R", _("machines and electronics")),
    ("b", "R", _("building and woodwork")),
    ("c", "R", _("driving and running machines")),
    ("d", "R", _("work that takes strength")),
    ("e", "R", _("police, fire and security")),
    ("f", "R", pgettext("area", "farming")),
    ("g", "R", _("nature and the outdoors")),
    ("h", "RS", _("caring for animals")),
    ("i", "RE", pgettext("area", "sports")),
    ("j", "R", pgettext("area", "engineering")),
    ("k", "I", _("physics and chemistry")),
    ("l", "I", pgettext("area", "biology")),
    ("m", "I", _("medicine as a science")),
    ("n", "IS", _("how people and societies work")),
    ("o", "IA", _("languages, history and ideas")),
    ("p", "IC", _("math and statistics")),
    ("q", "C", pgettext("area", "computers")),
    ("r", "A", _("drawing, painting and photos")),
    ("s", "A", pgettext("area", "design")),
    ("t", "A", _("acting and dance")),
    ("u", "A", pgettext("area", "music")),
    ("v", "A", _("stories and other writing")),
    ("w", "A", _("film, radio and news")),
    ("x", "AS", pgettext("area", "cooking")),
    ("y", "S", pgettext("area", "teaching")),
    ("z", "S", _("helping people in need")),
    ("aa", "IS", _("caring for the sick")),
    ("ab", "SE", _("faith and worship")),
    ("ac", "S", _("hair, fitness and other personal service")),
    ("ad", "SE", pgettext("area", "advising people")),
    ("ae", "E", _("starting a business")),
    ("af", "E", pgettext("area", "selling")),
    ("ag", "AE", _("marketing and ads")),
    ("ah", "EC", pgettext("area", "money matters")),
    ("ai", "C", pgettext("area", "accounting")),
    ("aj", "SC", _("hiring and staff matters")),
    ("ak", "C", _("office work, files and mail")),
    ("al", "E", _("running a team or a company")),
    ("am", "E", _("speaking in public")),
    ("an", "E", pgettext("area", "politics")),
    ("ao", "E", pgettext("area", "law")),
)
"""End of the element (1.B.3.*), the types it goes with, and its name in plain words."""

NAMES: Mapping[str, Said] = {f"1.B.3.{end}": name for end, _types, name in AREAS}
"""Our name of each area, by its element."""


@dataclass(frozen=True, slots=True)
class LikedAreas:
    """The areas that a client likes, by element; of another edition they are kept as they are."""

    liked: tuple[str, ...] = ()
    edition: str = EDITION

    @property
    def present(self) -> frozenset[str]:
        """Those of the present edition; none of another, whose areas may be others."""
        return frozenset(self.liked if self.edition == EDITION else ())

    @property
    def words(self) -> tuple[str, ...]:
        """Their names, in the order of the release; the element of one that is not known."""
        known = [area for area in NAMES if area in self.present]
        return (*(NAMES[area] for area in known), *sorted(set(self.liked) - set(known)))


def most_distinctive(ratings: Iterable[Rating]) -> tuple[Rating, ...]:
    """A job's three areas with the highest percentile among jobs; of equals the higher value."""
    placed = [one for one in ratings if one.place is not None]
    return tuple(sorted(placed, key=_distinctive)[:SHOWN])


def _distinctive(rating: Rating) -> tuple[float, float, str]:
    assert rating.place is not None
    return distinctive_order(rating.place.percentile, rating.main.number or 0, rating.element)


def distinctive_order(percentile: float, value: float, element: str) -> tuple[float, float, str]:
    """What areas of a job are sorted by."""
    return -percentile, -value, element


def liked_in(
    liked: LikedAreas | None, jobs: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """Of each job's most distinctive areas the names of those that the client likes, by code."""
    own = liked.present if liked is not None else frozenset[str]()
    return {
        code: tuple(NAMES[area] for area in areas if area in own and area in NAMES)
        for code, areas in jobs.items()
    }


def areas_to_talk(client: ClientScores) -> tuple[Said, ...]:
    """A line for each of the first interests: "Creating: music; writing"; none of a level profile.

    An area of two types stands under the first of them that the client's interests begin with.
    """
    if flat(client):
        return ()
    told: set[str] = set()
    found = []
    for letter in leading(client)[:_MOST]:
        names = [name for end, types, name in AREAS if letter in types and end not in told]
        told |= {end for end, types, _name in AREAS if letter in types}
        found.append(
            _("{interest}: {areas}", interest=PLAIN_NAMES[letter], areas=joined(names, "; "))
        )
    return tuple(found)
