"""A report as one web page that needs nothing else: no script, no other file, no network."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import count

from counselor_app.paths import resources
from counselor_app.reports.branding import NOT_BRANDED, Branding
from counselor_app.reports.outline import Outline, Section, Table
from counselor_app.reports.parts import Text, day_words
from counselor_app.reports.typeset import picture_svgs

_ID = re.compile(r'(\bid="|href="#|url\(#)')


def html_page(outline: Outline, branding: Branding = NOT_BRANDED) -> str:
    """The outline as HTML 5: landmarks, headings, tables with their heads, charts with their words.

    Prints in black on white; sections and rows are not split between pages.
    """
    pictures = [picture for section in outline.sections for picture in section.pictures]
    drawn = iter(picture_svgs(pictures))
    numbers = count(1)
    style = (resources() / "report" / "page.css").read_text(encoding="utf-8")
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{outline.language}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        # Nothing may be fetched, whatever the text says.
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
        " style-src 'unsafe-inline'; img-src data:\">",
        f'<meta name="generator" content="{escape(outline.footer)}">',
        f"<title>{escape(outline.document_title)}</title>",
        f"<style>\n{style}</style>",
        "</head>",
        "<body>",
        '<a class="skip" href="#report">Skip to the report</a>',
        f"<header>{_brand(branding)}<p><b>{escape(outline.report_name)}</b>"
        f" <span>{escape(outline.header)}</span></p></header>",
        '<main id="report">',
        f"<h1>{escape(outline.title)}</h1>",
        *(f'<p class="lead">{_runs(text)}</p>' for text in outline.lead),
        _contents(outline.sections),
    ]
    for section in outline.sections:
        svgs = [_named(next(drawn), p.alt, next(numbers)) for p in section.pictures]
        parts += _section(section, svgs)
    parts += _sources(outline)
    parts.append("</main>")
    parts.append(f"<footer>{_foot(outline, branding)}</footer>")
    parts += ["</body>", "</html>", ""]
    return "\n".join(parts)


def _brand(branding: Branding) -> str:
    logo = ""
    if branding.logo:
        # The name stands beside it; without one the logo has to say whose report it is.
        alt = "" if branding.name else "Logo"
        logo = f'<img src="{branding.logo_uri}" alt="{alt}" height="44">'
    name = f"<span>{escape(branding.name)}</span>" if branding.name else ""
    return f'<p class="brand">{logo}{name}</p>' if logo or name else ""


def _contents(sections: Sequence[Section]) -> str:
    links = "".join(
        f'<li><a href="#{section.id}">{escape(section.title)}</a></li>'
        for section in sections
        if section.level == 2
    )
    return f'<nav aria-label="Sections"><ul>{links}</ul></nav>'


def _section(section: Section, svgs: Sequence[str]) -> Iterator[str]:
    name = f"{section.id}-title"
    yield f'<section id="{section.id}" aria-labelledby="{name}">'
    level = f"h{section.level}"
    yield f'<{level} id="{name}">{escape(section.title)}</{level}>'
    if section.finding:
        yield f'<p class="finding">{_runs(section.finding)}</p>'
    yield from (f"<p>{_runs(text)}</p>" for text in section.sentences)
    if section.items:
        yield f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in section.items)}</ul>"
    yield from (f"<figure>{svg}</figure>" for svg in svgs)
    for made in section.tables:
        yield from _table(made, titled=made.name != section.title)
    yield from (f'<p class="note">{_runs(text)}</p>' for text in section.notes)
    yield "</section>"


def _table(made: Table, *, titled: bool) -> Iterator[str]:
    shown = "" if titled else ' class="hidden"'
    yield f'<div class="wide"><table><caption{shown}>{escape(made.name)}</caption><thead><tr>'
    for column in made.columns:
        yield f'<th scope="col">{escape(column.name)}{_mark(column.mark)}</th>'
    yield "</tr></thead><tbody>"
    for row in made.rows:
        first, *rest = row
        cells = [f'<th scope="row">{escape(first.text)}{_mark(first.mark)}</th>']
        for cell in rest:
            kind = ' class="number"' if cell.number else ""
            cells.append(f"<td{kind}>{escape(cell.text)}{_mark(cell.mark)}</td>")
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table></div>"


def _runs(text: Text) -> str:
    said = []
    for run in text:
        tag = {"bold": "b", "soft": "span"}.get(run.style)
        words = escape(run.text)
        said.append(f"<{tag}>{words}</{tag}>" if tag and words else words)
        said.append(_mark(run.mark))
    return "".join(said).strip()


def _mark(number: int | None) -> str:
    if number is None:
        return ""
    return f'<sup><a href="#source-{number}" aria-label="Source {number}">{number}</a></sup>'


def _sources(outline: Outline) -> Iterator[str]:
    yield '<section id="sources" aria-labelledby="sources-title">'
    yield '<h2 id="sources-title">Sources</h2>'
    if outline.sources:
        yield "<ol>"
        for note in outline.sources:
            yield f'<li id="source-{note.number}" value="{note.number}">{escape(note.full)}</li>'
        yield "</ol>"
    if outline.attribution:
        yield f"<p>{escape(outline.attribution)}</p>"
    yield "</section>"


def _foot(outline: Outline, branding: Branding) -> str:
    own = f"<p>{escape(branding.footer)}</p>" if branding.footer else ""
    return f"{own}<p>{escape(outline.footer)}. Made {day_words(outline.made_on)}.</p>"


def _named(svg: str, alt: str, number: int) -> str:
    """An SVG for use inside the page: its own ids, its words for those who do not see it."""
    name = f"chart-{number}"
    own = _ID.sub(lambda found: f"{found[1]}{name}-", svg)
    title = f'<title id="{name}-title">{escape(alt)}</title>'
    return own.replace("<svg ", f'<svg role="img" aria-labelledby="{name}-title" ', 1).replace(
        ">", f">{title}", 1
    )
