"""A report as one web page that needs nothing else: no script, no other file, no network."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import count

from counselor_app.language import _
from counselor_app.paths import resources
from counselor_app.reports.branding import NOT_BRANDED, Branding
from counselor_app.reports.labels import labels
from counselor_app.reports.parts import Chart, Items, Prose, Report, Section, Table, Text
from counselor_app.reports.printed import day_words
from counselor_app.reports.quotes import curled
from counselor_app.reports.typeset import picture_svgs

_NO_WORDS = re.compile("(<svg.*?</svg>|<[^>]*>)", re.DOTALL)
_ID = re.compile(r'(\bid="|href="#|url\(#)')


def html_page(report: Report, branding: Branding = NOT_BRANDED) -> str:
    """A `tabled` report, in its language, as HTML 5: landmarks, headings, tables, charts in words.

    Prints in black on white; sections and rows are not split between pages.
    """
    said = labels(report.language)
    charts = [part for section in report.sections for part in section.parts
              if isinstance(part, Chart)]  # fmt: skip
    drawn = (_named(svg, chart.alt, number) for svg, chart, number
             in zip(picture_svgs(charts, report.language), charts, count(1)))  # fmt: skip
    style = (resources() / "report" / "page.css").read_text(encoding="utf-8")
    lead = [text for prose in report.lead for text in prose.texts]
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{report.language.tag}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        # Nothing may be fetched, whatever the text says.
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
        " style-src 'unsafe-inline'; img-src data:\">",
        f'<meta name="generator" content="{_put(report.footer_note)}">',
        f"<title>{_put(report.document_title)}</title>",
        f"<style>\n{style}</style>",
        "</head>",
        "<body>",
        f'<a class="skip" href="#report">{_put(said["skip"])}</a>',
        f"<header>{_brand(branding, said)}<p><b>{_put(report.report_name)}</b>"
        f" <span>{_put(report.header_note)}</span></p></header>",
        '<main id="report">',
        f"<h1>{_put(report.title)}</h1>",
        *(
            f'<p class="note">{_put(name)}</p>'
            for name in report.published[:1]
            if report.in_english
        ),
        *(f'<p class="lead">{_runs(text, said)}</p>' for text in lead),
        _contents(report.sections, said),
    ]
    for section in report.sections:
        parts += _section(section, drawn, said)
    parts += _sources(report, said)
    parts.append("</main>")
    parts.append(f"<footer>{_foot(report, branding)}</footer>")
    parts += ["</body>", "</html>", ""]
    return _tagged("\n".join(parts), report.in_english)


def _put(text: str) -> str:
    """A text as it stands in the page: with the marks of print."""
    return escape(curled(text))


def _tagged(page: str, english: Sequence[str]) -> str:
    """The page with the names that are English in it told to whoever has it read aloud."""
    if not english:
        return page
    names = re.compile(rf"\b(?:{'|'.join(re.escape(_put(name)) for name in english)})(?!\w)")
    head, start, body = page.partition("<body>")
    parts = _NO_WORDS.split(body)
    parts[::2] = [names.sub(r'<span lang="en-US">\g<0></span>', part) for part in parts[::2]]
    return head + start + "".join(parts)


def _brand(branding: Branding, said: Mapping[str, str]) -> str:
    logo = ""
    if branding.logo:
        # The name stands beside it; without one the logo has to say whose report it is.
        alt = "" if branding.name else _put(said["logo"])
        logo = f'<img src="{branding.logo_uri}" alt="{alt}" height="44">'
    name = f"<span>{_put(branding.name)}</span>" if branding.name else ""
    return f'<p class="brand">{logo}{name}</p>' if logo or name else ""


def _contents(sections: Sequence[Section], said: Mapping[str, str]) -> str:
    links = "".join(
        f'<li><a href="#{section.id}">{_put(section.title)}</a></li>' for section in sections
    )
    return f'<nav aria-label="{_put(said["sections"])}"><ul>{links}</ul></nav>'


def _section(section: Section, drawn: Iterator[str], said: Mapping[str, str]) -> Iterator[str]:
    name = f"{section.id}-title"
    yield f'<section id="{section.id}" aria-labelledby="{name}">'
    yield f'<h2 id="{name}">{_put(section.title)}</h2>'
    if finding := _runs(section.finding, said):
        yield f'<p class="finding">{finding}</p>'
    for part in section.parts:
        if isinstance(part, Prose):
            kind = ' class="note"' if part.look == "note" else ""
            yield from (f"<p{kind}>{_runs(text, said)}</p>" for text in part.texts)
        elif isinstance(part, Items):
            yield f"<ul>{''.join(f'<li>{_runs(item, said)}</li>' for item in part.items)}</ul>"
            yield from (f'<p class="note">{_runs(text, said)}</p>' for text in part.counted[-1:])
        elif isinstance(part, Chart):
            yield f"<figure>{next(drawn)}</figure>"
        elif isinstance(part, Table):
            yield from _table(part, said, titled=part.name != section.title)
    yield "</section>"


def _table(made: Table, said: Mapping[str, str], *, titled: bool) -> Iterator[str]:
    shown = "" if titled else ' class="hidden"'
    yield f'<div class="wide"><table><caption{shown}>{_put(made.name)}</caption><thead><tr>'
    for column in made.columns:
        yield f'<th scope="col">{_put(column.name)}{_mark(column.mark, said)}</th>'
    yield "</tr></thead><tbody>"
    for row in made.rows:
        first, *rest = row
        cells = [f'<th scope="row">{_runs(first.text, said)}</th>']
        for cell in rest:
            kind = ' class="number"' if cell.number else ""
            cells.append(f"<td{kind}>{_runs(cell.text, said)}</td>")
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table></div>"


def _runs(text: Text, said: Mapping[str, str]) -> str:
    found = []
    for run in text:
        if run.style == "paper":
            continue
        tag = {"bold": "b", "soft": "span"}.get(run.style)
        written = _put(run.text)
        found.append(f"<{tag}>{written}</{tag}>" if tag and written else written)
        found.append(_mark(run.mark, said))
    return "".join(found).strip()


def _mark(number: int | None, said: Mapping[str, str]) -> str:
    if number is None:
        return ""
    name = _put(said["source"].replace("{number}", str(number)))
    return f'<sup><a href="#source-{number}" aria-label="{name}">{number}</a></sup>'


def _sources(report: Report, said: Mapping[str, str]) -> Iterator[str]:
    yield '<section id="sources" aria-labelledby="sources-title">'
    yield f'<h2 id="sources-title">{_put(said["sources"])}</h2>'
    if report.notes:
        yield "<ol>"
        for note in report.notes:
            yield f'<li id="source-{note.number}" value="{note.number}">{_put(note.full)}</li>'
        yield "</ol>"
    if report.attribution:
        asks = f"{_put(said['license-asks'])} " if report.in_english else ""
        yield f"<p>{asks}{_put(report.attribution)}</p>"
    yield "</section>"


def _foot(report: Report, branding: Branding) -> str:
    own = f"<p>{_put(branding.footer)}</p>" if branding.footer else ""
    made = _("{releases}. Made {day}.", releases=report.footer_note, day=day_words(report.made_on))
    return f"{own}<p>{_put(report.language.say(made))}</p>"


def _named(svg: str, alt: str, number: int) -> str:
    """An SVG for use inside the page: its own ids, its words for those who do not see it."""
    name = f"chart-{number}"
    own = _ID.sub(lambda found: f"{found[1]}{name}-", svg)
    title = f'<title id="{name}-title">{_put(alt)}</title>'
    return own.replace("<svg ", f'<svg role="img" aria-labelledby="{name}-title" ', 1).replace(
        ">", f">{title}", 1
    )
