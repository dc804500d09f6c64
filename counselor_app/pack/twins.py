"""Near twins of a pack: the table of groups, made from what the pack holds."""

from __future__ import annotations

import sqlite3

from counselor_app.domain.fit.groups import Group, Twin, groups
from counselor_app.domain.fit.similarity import element_means
from counselor_app.domain.occupation.interests import direction
from counselor_app.domain.occupation.rungs import rung


def occupations(connection: sqlite3.Connection) -> list[Twin]:
    """Every occupation with six interests, with what tells its near twins."""
    importances: dict[str, dict[str, float]] = {}
    for code, element, value in connection.execute(
        "SELECT r.code, r.element, r.value FROM rating r JOIN element e ON e.id = r.element"
        " WHERE r.scale = 'IM' AND e.domain IN ('skill', 'ability', 'knowledge')"
        " ORDER BY r.code, r.element"
    ):
        importances.setdefault(code, {})[element] = value
    rows = connection.execute(
        "SELECT i.code, z.zone, p.entry_education, p.base, i.r, i.i, i.a, i.s, i.e, i.c"
        " FROM interest i JOIN occupation o ON o.code = i.code"
        " LEFT JOIN job_zone z ON z.code = i.code LEFT JOIN projection p ON p.occ = o.ep_code"
        " WHERE i.r + i.i + i.a + i.s + i.e + i.c IS NOT NULL ORDER BY i.code"
    )
    return [
        Twin(code, own, importances.get(code, {}), zone, rung(education), employed)
        for code, zone, education, employed, *six in rows
        if (own := direction(six)) is not None
    ]


def twins(connection: sqlite3.Connection) -> tuple[Group, ...]:
    """The groups of near twins of every occupation with six interests."""
    found = occupations(connection)
    rated = {twin.code: twin.importances for twin in found if twin.importances}
    return groups(found, element_means(rated))


def fill_groups(connection: sqlite3.Connection) -> None:
    """Fill ``group_member``: each occupation's group, by the member it is named after."""
    connection.execute("DELETE FROM group_member")
    connection.executemany(
        "INSERT INTO group_member VALUES (?, ?)",
        sorted((code, group.named_after) for group in twins(connection) for code in group.members),
    )
