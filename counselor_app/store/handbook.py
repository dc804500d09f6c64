"""What the handbook's pages say of an occupation, out of a pack."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from counselor_app.domain.occupation.days import DayFacts
from counselor_app.domain.occupation.handbook import HandbookPage, Similar
from counselor_app.language import published
from counselor_app.store.reference import Pack

# What a page's fields are called in the pack's table.
_COLUMNS = {
    "slug": "slug", "title": "title", "address": "page", "dated": "dated", "licence": "licence",
    "licence_kinds": "licence_kind", "licence_from": "licence_from",
    "licence_line": "licence_line", "certificate": "certificate",
    "certificate_line": "certificate_line", "place_line": "place_line",
    "hours_line": "hours_line", "strain_line": "strain_line",
    "advancement_line": "advancement_line", "apprenticeship": "apprenticeship",
}  # fmt: skip
# An occupation's own SOC page comes before that of a combined code it is published under.
_SLUG = (
    "SELECT s.slug FROM occupation o"
    " JOIN handbook_soc s ON s.soc IN (o.soc, o.oews_code, o.ep_code)"
    " WHERE o.code = ? ORDER BY s.soc <> o.soc, s.soc LIMIT 1"
)


def handbook_page(pack: Pack, code: str) -> HandbookPage | None:
    """The page on an occupation; None where the handbook has none."""
    found = pack.connection.execute(_SLUG, (code,)).fetchone()
    if found is None:
        return None
    (slug,) = found
    *row, source_id = pack.connection.execute(
        f"SELECT {', '.join(_COLUMNS.values())}, source_id FROM handbook WHERE slug = ?", (slug,)
    ).fetchone()
    fields: dict[str, Any] = dict(zip(_COLUMNS, row, strict=True))
    for name in fields:
        if name.endswith("_line"):
            fields[name] = published("text", fields[name])
    fields["licence_kinds"] = tuple(filter(None, fields["licence_kinds"].split(", ")))
    days = dict(
        pack.connection.execute("SELECT fact, answer FROM handbook_day WHERE slug = ?", (slug,))
    )
    return HandbookPage(
        **fields, days=days, similar=_similar(pack, slug), source=pack.sources[source_id]
    )


def _similar(pack: Pack, slug: str) -> tuple[Similar, ...]:
    found: dict[str, tuple[str, list[str]]] = {}
    for other, title, code in pack.connection.execute(
        "SELECT m.other, h.title, o.code FROM handbook_similar m"
        " JOIN handbook h ON h.slug = m.other"
        " LEFT JOIN handbook_soc s ON s.slug = m.other"
        " LEFT JOIN occupation o ON o.soc = s.soc AND o.code = s.soc || '.00'"
        " WHERE m.slug = ? ORDER BY m.place, o.code",
        (slug,),
    ):
        codes = found.setdefault(other, (title, []))[1]
        if code is not None:
            codes.append(code)
    return tuple(
        Similar(other, published("page", title), tuple(codes))
        for other, (title, codes) in found.items()
    )


def day_facts(pack: Pack) -> dict[str, DayFacts]:
    """What filters ask of every occupation of which anything is said, by code."""
    answers: dict[str, dict[str, str]] = {}
    for slug, fact, answer in pack.connection.execute(
        "SELECT slug, fact, answer FROM handbook_day"
    ):
        answers.setdefault(slug, {})[fact] = answer
    facts = {
        slug: DayFacts(licence, answers.get(slug, {}))
        for slug, licence in pack.connection.execute("SELECT slug, licence FROM handbook")
    }
    pages: dict[str, str] = {}
    for code, slug in pack.connection.execute(
        "SELECT o.code, s.slug FROM occupation o"
        " JOIN handbook_soc s ON s.soc IN (o.soc, o.oews_code, o.ep_code)"
        " ORDER BY o.code, s.soc <> o.soc, s.soc"
    ):
        pages.setdefault(code, slug)
    telework: dict[str, float] = dict(
        pack.connection.execute(
            "SELECT o.code, w.value FROM occupation o JOIN worker w ON w.measure = 'telework'"
            " AND w.occ IN (o.soc, o.oews_code, o.ep_code) ORDER BY o.code, w.occ = o.soc"
        )
    )
    return {
        code: replace(facts.get(pages.get(code, ""), DayFacts()), telework=telework.get(code))
        for code in {**pages, **telework}
    }
