"""What an occupation shares with those that O*NET calls related to it."""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.domain.occupation.interests import correlation
from counselor_app.domain.occupation.kin import Kin
from counselor_app.domain.occupation.occupation import Occupation
from counselor_app.store.reference import Pack

_CLUSTERS = (
    "SELECT r.other FROM related r JOIN cluster mine ON mine.code = r.code"
    " JOIN cluster other ON other.code = r.other AND other.cluster = mine.cluster"
    " AND other.pathway = mine.pathway WHERE r.code = ?"
)
_PROGRAMS = (
    "SELECT r.other FROM related r JOIN occupation o ON o.code = r.other"
    " JOIN program_soc mine ON mine.soc = ?"
    " JOIN program_soc other ON other.soc = o.soc AND other.cip = mine.cip WHERE r.code = ?"
)
_INTERESTS = (
    "SELECT code, r, i, a, s, e, c FROM interest WHERE r + i + a + s + e + c IS NOT NULL"
    " AND (code = ?1 OR code IN (SELECT other FROM related WHERE code = ?1))"
)


def kin(pack: Pack, whole: Occupation, related: Sequence[str]) -> dict[str, Kin]:
    """By code, for the occupations ``related`` to ``whole``, closest first."""

    def among(asked: str, *values: str) -> set[str]:
        return {other for (other,) in pack.connection.execute(asked, values)}

    clusters, programs = among(_CLUSTERS, whole.code), among(_PROGRAMS, whole.soc, whole.code)
    rows = pack.connection.execute(_INTERESTS, (whole.code,))
    interests = {code: scores for code, *scores in rows}
    own = interests.get(whole.code)
    return {
        other: Kin(
            place, other in clusters, other in programs, other[:4] == whole.code[:4],
            correlation(own, interests[other]) if own and other in interests else None,
        )
        for place, other in enumerate(related, 1)
    }  # fmt: skip
