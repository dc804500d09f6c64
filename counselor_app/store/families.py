"""The groups of near twins of a pack, under their plain names where an editor gave one."""

from __future__ import annotations

import sqlite3
import tomllib

from counselor_app.domain.fit.groups import Families
from counselor_app.language import published
from counselor_app.paths import resources


def families(connection: sqlite3.Connection) -> Families:
    """Every group of the pack, named by `resources/groups` or after the member it goes by."""
    group_of = dict(
        connection.execute("SELECT code, group_code FROM group_member ORDER BY code").fetchall()
    )
    found = connection.execute("SELECT code, title FROM occupation").fetchall()
    titles = {code: published("title", title) for code, title in found}
    members: dict[str, set[str]] = {}
    for code, group in group_of.items():
        members.setdefault(group, set()).add(code)
    with (resources() / "groups" / "en.toml").open("rb") as file:
        named = tomllib.load(file)
    names = {
        group: published("group", entry["name"])
        if entry and own <= set(entry["members"])
        else titles[group]
        for group, own in members.items()
        if len(own) > 1
        for entry in (named.get(group),)
    }
    return Families(group_of, names)
