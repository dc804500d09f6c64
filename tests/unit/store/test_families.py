"""The groups of the shipped pack and what they are called."""

from __future__ import annotations

import re
import tomllib

from counselor_app.domain.fit.groups import Families
from counselor_app.paths import resources
from counselor_app.store.families import families
from counselor_app.store.reference import Pack


def _named() -> dict[str, dict[str, object]]:
    found = tomllib.loads((resources() / "groups" / "en.toml").read_text(encoding="utf-8"))
    del found["about"]
    return found


def test_a_group_goes_by_a_plain_name_and_one_alone_by_none(pack: Pack) -> None:
    found = pack.families
    assert found.name("29-1141.03") == "Nurses"
    assert found.of("29-1141.03") == "29-1141.00"
    assert found.name("41-2012.00") == "Cashiers"  # after the member with most employment
    assert found.name("53-3032.00") is None
    assert found.of("53-3032.00") == "53-3032.00"
    assert len(found.names) == 194


def test_twins_stand_together_at_the_place_of_the_first(pack: Pack) -> None:
    codes = ("29-1141.03", "53-3032.00", "41-2012.00", "29-1141.00", "41-2011.00")
    assert pack.families.together(codes) == (
        ("29-1141.00", ("29-1141.03", "29-1141.00")),
        ("53-3032.00", ("53-3032.00",)),
        ("41-2011.00", ("41-2012.00", "41-2011.00")),
    )


def test_every_name_is_of_a_group_of_the_shipped_data_and_of_no_other(pack: Pack) -> None:
    members: dict[str, set[str]] = {}
    for code, group in pack.families.group_of.items():
        members.setdefault(group, set()).add(code)
    for group, entry in _named().items():
        assert set(entry["members"]) == members[group]  # type: ignore[call-overload]
        assert pack.families.names[group] == entry["name"]
    names = list(pack.families.names.values())
    assert len(set(names)) == len(names)


def test_names_are_plain() -> None:
    for entry in _named().values():
        name = str(entry["name"])
        assert len(name) <= 55
        assert re.fullmatch(r"[A-Z][A-Za-z0-9,:' ]+", name)
        assert not re.search(r"Setters|Tenders|All Other|Except|Postsecondary", name)


def test_a_group_with_a_stranger_goes_by_the_title_of_its_member(pack: Pack) -> None:
    import sqlite3

    copy = sqlite3.connect(":memory:")
    pack.connection.backup(copy)
    copy.execute("UPDATE group_member SET group_code = '29-1141.00' WHERE code = '53-3032.00'")
    assert families(copy).name("29-1141.00") == "Registered Nurses"
    assert Families({}, {}).name("29-1141.00") is None
