"""A report's content through Typst to a tagged PDF (PDF/UA-1) or to SVG pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

from counselor_app import __version__
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import ENGLISH, Language
from counselor_app.paths import resources
from counselor_app.reports.branding import NOT_BRANDED, Branding
from counselor_app.reports.content import profile_content
from counselor_app.reports.labels import labels
from counselor_app.reports.letters import lost_words, printable
from counselor_app.reports.parts import Chart, Report
from counselor_app.reports.pdf_rows import head_rows
from counselor_app.reports.quotes import curled

if TYPE_CHECKING:
    import typst

Paper = Literal["letter", "a4"]

_one_at_a_time = Lock()

# How a picture begins that comes as text.
_DRAWN = "<svg "
# A picture carries no date.
_NO_DAY = date(2000, 1, 1)


def profile_pdf(sheet: Sheet, *, paper: Paper = "letter", made_on: date) -> bytes:
    """The two-page profile as PDF/UA-1; the same sheet, paper and date give the same bytes."""
    return report_pdf(profile_content(sheet, made_on=made_on, version=__version__), paper)


def profile_svg_pages(sheet: Sheet, *, paper: Paper = "letter", made_on: date) -> list[bytes]:
    """The same pages as SVG, for preview and printing."""
    return report_svg_pages(profile_content(sheet, made_on=made_on, version=__version__), paper)


def compile_report(
    content: Report,
    paper: Paper,
    fmt: Literal["pdf", "svg"],
    branding: Branding = NOT_BRANDED,
    first_page: int | None = None,
) -> bytes | list[bytes]:
    """Typeset a report of any kind: a PDF as bytes, SVG as bytes a page.

    ``first_page`` is the number of its first page in a booklet, None outside of one.
    """
    made = typst_input(content, paper, branding, first_page)
    return compile_template(content.kind, made, fmt, content.made_on)


def compile_template(
    template: str, made: str, fmt: Literal["pdf", "svg", "png"], made_on: date, dots: float = 72
) -> bytes | list[bytes]:
    """Typeset ``resources/report/{template}.typ`` with ``made``, its input as JSON.

    ``dots`` are those of a "png" to an inch.
    """
    midnight = datetime.combine(made_on, datetime.min.time(), UTC)
    with _one_at_a_time:
        found = _compiler(template).compile(
            format=fmt,
            sys_inputs={"data": made},
            pdf_standards=["ua-1"] if fmt == "pdf" else [],
            timestamp=int(midnight.timestamp()),
            ppi=dots,
        )
    assert found is not None  # there is no output file
    if fmt == "pdf" and isinstance(found, bytes):
        return head_rows(found, ranked=template == "fit")
    return found


def picture_svgs(charts: Sequence[Chart], language: Language = ENGLISH) -> list[str]:
    """Each chart as an SVG of its own, drawn as on paper."""
    if not charts:
        return []
    around = {"labels": labels(language), "tag": language.tag, "pictures": list(charts)}
    made = json.dumps(_plain(around, ENGLISH), ensure_ascii=False)
    svgs = compile_template("figures", made, "svg", _NO_DAY)
    return [svg.decode() for svg in (svgs if isinstance(svgs, list) else [svgs])]


def letters_lost(content: Report, branding: Branding = NOT_BRANDED) -> str:
    """A sentence to say before the report is printed, on letters that it loses; "" for none."""
    return lost_words((*_texts(content), branding.name, branding.footer))


def report_pdf(
    content: Report,
    paper: Paper = "letter",
    branding: Branding = NOT_BRANDED,
    first_page: int | None = None,
) -> bytes:
    """A report as PDF/UA-1; the same content, paper and branding give the same bytes."""
    pages = compile_report(content, paper, "pdf", branding, first_page)
    assert isinstance(pages, bytes)
    return pages


def report_svg_pages(
    content: Report, paper: Paper = "letter", branding: Branding = NOT_BRANDED
) -> list[bytes]:
    """The same pages as SVG, for preview and printing."""
    pages = compile_report(content, paper, "svg", branding)
    return pages if isinstance(pages, list) else [pages]


def report_images(
    content: Report, paper: Paper, branding: Branding = NOT_BRANDED, *, dots: float
) -> list[bytes]:
    """The same pages as PNG, ``dots`` to an inch: for a preview that follows what is typed."""
    made = typst_input(content, paper, branding)
    pages = compile_template(content.kind, made, "png", content.made_on, dots)
    return pages if isinstance(pages, list) else [pages]


def typst_input(
    content: Report,
    paper: Paper,
    branding: Branding = NOT_BRANDED,
    first_page: int | None = None,
) -> str:
    """What the template reads: the content and what stands around it, as JSON."""
    around = {
        "labels": labels(content.language),
        "english": [_whole(_set(name)) for name in content.in_english],
        "tag": content.language.tag,
        "paper": paper,
        "first_page": first_page,
        "branding": {
            "name": _set(branding.name),
            "footer": _set(branding.footer),
            "logo": branding.logo_svg,
        },
    }
    said = _plain(content, content.language)
    return json.dumps({**around, **said}, ensure_ascii=False)


def _set(text: str) -> str:
    """A text as it is set: in letters that the typefaces have, with the marks of print."""
    return text if text.startswith(_DRAWN) else curled(printable(text))


def _whole(name: str) -> str:
    """A pattern of a name where it is no part of a longer word, as Typst reads it."""
    first, last = (r"\b" if end.isalnum() else "" for end in (name[0], name[-1]))
    return f"{first}{re.escape(name)}{last}"


@cache
def _compiler(template: str) -> typst.Compiler:
    """One compiler for all reports of a template: fonts and templates are read once."""
    import typst

    folder = resources()
    return typst.Compiler(
        input=folder / "report" / f"{template}.typ",
        root=folder / "report",
        font_paths=typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[folder / "fonts"],
        ),
        ignore_system_fonts=True,
    )


def _texts(value: Any) -> Iterator[str]:
    """Every text that is printed, as it was typed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Language):
        return
    elif is_dataclass(value) and not isinstance(value, Figure):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item)


def _plain(value: Any, language: Language) -> Any:
    """Dataclasses as dictionaries for JSON, a part with its kind, words said in a language.

    Figures stay behind, their printed text is there.
    """
    if isinstance(value, str):
        return _set(language.say(value))
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, (list, tuple)):
        return [_plain(item, language) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item, language) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    made = {"kind": value.kind} if hasattr(value, "kind") else {}
    for name in _names(value.__class__):
        held = getattr(value, name)
        if not isinstance(held, (Figure, Language)):
            made[name] = _plain(held, language)
    return made


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
