"""What every report is made of: a head, sections in order, numbered sources, a foot.

A section is a title, a finding and parts of six kinds: facts, bars, table, chart, items, prose.
Every output draws the same parts: the page (Typst, `typeset`), the web page, the workbook and the
table of figures. A part says what it says once; `figures` gives it as tables of cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Literal

from counselor_app.domain.figures.attribution import PRODUCT, PROGRAMMES
from counselor_app.language import ENGLISH, Language, joined
from counselor_app.reports.numbers import Number, printed_number

Style = Literal["plain", "bold", "soft", "paper", "file"]
Kind = Literal["profile", "fit", "compare", "handout", "record", "result", "booklet"]
# How a picture is drawn (figures.typ).
Drawing = Literal[
    "pay-bands", "openings", "hexagon", "scores", "shape", "spread", "dots", "pay", "change",
    "amount", "studies", "pay-here", "years",
]  # fmt: skip

Look = Literal[
    "body", "lead", "line", "bold", "soft", "note", "warning", "remark", "drawing", "table"
]


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style; ``mark`` is the number of the source note printed after it.

    "paper" is on paper alone, "file" off paper alone.
    """

    text: str
    style: Style = "plain"
    mark: int | None = None


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as printed; ``unit`` where it is not its column's.

    ``value`` and ``interval`` are what a drawing in the cell shows, None where it has none.
    """

    text: Text
    unit: str = ""
    value: float | None = None
    interval: tuple[float, float] | None = None

    @property
    def words(self) -> str:
        """What stands in it, without marks and styles."""
        return words(self.text)

    @property
    def number(self) -> Number | None:
        """The number in the cell, None where it holds words."""
        return printed_number(self.words)


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head, the unit of its numbers and the source of its cells.

    ``id`` is the column's name in a template; "" is not on paper but in files alone.
    """

    name: str
    unit: str = ""
    mark: int | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; the first cell of a row names the row. ``form`` names its look.

    ``chosen`` are the numbers of rows that stand out; ``widths`` are shares of the page; ``scale``
    is what drawings in its cells share. ``counted`` are headings for one row shown, two rows ...
    """

    kind: ClassVar[str] = "table"

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    form: str = "plain"
    widths: tuple[int, ...] = ()
    chosen: tuple[int, ...] = ()
    scale: tuple[float, ...] = ()
    counted: tuple[str, ...] = ()

    def unit(self, row: int, column: int) -> str:
        """The unit of a cell's number, "" for words."""
        cell = self.rows[row][column]
        return "" if cell.number is None else cell.unit or self.columns[column].unit

    def mark(self, row: int, column: int) -> int | None:
        """The number of a cell's source note."""
        own = mark_of(self.rows[row][column].text)
        return own if own is not None else self.columns[column].mark


@dataclass(frozen=True, slots=True)
class Fact:
    """A labeled line. ``unit`` is its number's in a table, ``of`` printed after it ("of 5").

    ``zone`` draws the five squares of a job zone; ``about`` stands beside the value;
    ``whose`` names the group that it is of where it is not the job's own. ``missing``: words
    stand where a figure would. ``shorter`` are other wordings, longest first, of which paper takes
    the first that fits in ``lines``. ``is_drawn``: the drawing beside it shows it on paper.
    """

    label: str
    text: Text
    zone: int | None = None
    unit: str = ""
    of: str = ""
    about: str = ""
    whose: str = ""
    missing: bool = False
    shorter: tuple[Text, ...] = ()
    lines: int = 0
    is_drawn: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labeled lines, or "figures" at the head; ``mark`` is their source where each has none."""

    kind: ClassVar[str] = "facts"

    name: str
    facts: tuple[Fact, ...]
    form: Literal["lines", "figures"] = "lines"
    mark: int | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar as printed: ``rank`` is "79% of jobs" or why there is none, "" without ranks.

    ``beside`` is another figure in small type; ``plain`` is the name in our own words, for a narrow
    column.
    """

    name: str
    value: float | None
    text: str
    interval: tuple[float, float] | None = None
    low_precision: bool = False
    rank: str = ""
    share: str = ""
    beside: Cell | None = None
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars on one scale that start at ``origin``; ``ends`` are the scale's words.

    ``columns``: the name's, the measure's, and that of the figure beside it where there is one.
    ``form``: "rated" and "activity" in a row with their ranks, "stacked" under their names.
    """

    kind: ClassVar[str] = "bars"

    name: str
    columns: tuple[Column, ...]
    low: float
    high: float
    origin: float
    ends: tuple[str, str]
    rows: tuple[Bar, ...]
    form: Literal["rated", "activity", "stacked", "few", "plain"] = "stacked"


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing, its text equivalent, and its figures as tables; ``width`` in points off paper."""

    kind: ClassVar[str] = "chart"

    drawing: Drawing
    spec: Any
    alt: str
    tables: tuple[Table, ...] = ()
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Items:
    """Sentences, one a line; ``lines``: so many lines of them on paper at the most.

    ``column`` heads them in a table of figures, None where they are words alone. ``counted``
    says what of all is shown: for one item, two items ...
    """

    kind: ClassVar[str] = "items"

    name: str
    items: tuple[Text, ...]
    column: Column | None = None
    lines: int = 0
    counted: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs; ``look`` names how they are set.

    "drawing" is about a drawing and on paper alone, "table" about a table and in files alone.

    ``shorter`` as of a `Fact`: in place of the only paragraph.
    """

    kind: ClassVar[str] = "prose"

    texts: tuple[Text, ...]
    look: Look = "body"
    shorter: tuple[Text, ...] = ()
    lines: int = 0


Part = Facts | Bars | Table | Chart | Items | Prose


@dataclass(frozen=True, slots=True)
class Section:
    """A title, what is found, and the parts under it.

    ``columns`` are parts side by side, one column an occupation. ``group`` is the heading that it
    stands under, ``code`` the occupation's that it is on, ``aside`` small words in its title.
    """

    id: str
    title: str
    finding: Text = ()
    parts: tuple[Part, ...] = ()
    columns: tuple[tuple[Part, ...], ...] = ()
    group: str = ""
    code: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered source: ``short`` for the foot of page 1, ``full`` for the list at the end."""

    number: int
    short: str
    full: str


@dataclass(slots=True)
class Notes:
    """Numbers the sources in the order in which they are first marked."""

    texts: Mapping[str, Callable[[], tuple[str, str]]]
    _order: dict[str, int] = field(default_factory=dict)

    def mark(self, key: str) -> int:
        """The number of the source ``key``."""
        return self._order.setdefault(key, len(self._order) + 1)

    def listed(self) -> tuple[Note, ...]:
        """Every source marked so far, by number."""
        return tuple(Note(n, *self.texts[key]()) for key, n in self._order.items())


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report; ``kind`` names its template.

    ``title`` is the first heading, ``document_title`` the file's own; ``attribution`` the
    sentence that the data's license asks for, "" where the report holds no such data. ``code`` is
    the occupation that it is on (O*NET-SOC), ``heads`` the occupations in its columns, with codes.
    ``whole``: no section is left out. ``extra`` is what only its template draws. ``published`` are
    titles that it prints as they are published, English in every language.
    """

    kind: Kind
    version: str
    made_on: date
    report_name: str
    title: str
    document_title: str
    header_note: str
    footer_note: str
    attribution: str = ""
    lead: tuple[Prose, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    code: str = ""
    heads: tuple[tuple[str, str], ...] = ()
    whole: bool = True
    extra: Mapping[str, str] = field(default_factory=dict)
    language: Language = ENGLISH
    product: str = PRODUCT
    published: tuple[str, ...] = ()

    @property
    def in_english(self) -> tuple[str, ...]:
        """What stays English in a report of another language, the longest first."""
        if self.language.tag == ENGLISH.tag:
            return ()
        names = {*PROGRAMMES, *self.published, self.attribution} - {""}
        return tuple(sorted(names, key=lambda name: (-len(name), name)))

    @property
    def private(self) -> bool:
        """Whether it holds notes or a record of a person: its file is for its owner's eyes."""
        return self.kind in ("handout", "record")

    def section(self, name: str) -> Section:
        """The section with an id.

        Raises:
            KeyError: where it is left out.
        """
        for section in self.sections:
            if section.id == name:
                return section
        raise KeyError(name)

    def source(self, mark: int | None, *, short: bool = False) -> str:
        """The note of a mark, "" without one."""
        note = next((note for note in self.notes if note.number == mark), None)
        return "" if note is None else note.short if short else note.full


def plain(text: str | None, mark: int | None = None, style: Style = "plain") -> Text:
    """One run, or none."""
    return (Run(text, style, mark),) if text else ()


def prose(*texts: str | Text | None, look: Look = "body") -> tuple[Prose, ...]:
    """The paragraphs that say something, or nothing where none does."""
    said = (plain(text) if isinstance(text, str) else text or () for text in texts)
    found = tuple(text for text in said if text)
    return (Prose(found, look),) if found else ()


def words(text: Text) -> str:
    """A text without its marks and styles; one run stays as it was said."""
    said = [run.text for run in text if run.style != "paper"]
    return said[0] if len(said) == 1 else joined(said, "")


def mark_of(text: Text) -> int | None:
    """The first source mark in a text."""
    return next((run.mark for run in text if run.mark is not None), None)


def table(
    name: str,
    columns: Sequence[Column | str],
    rows: Iterable[Sequence[Cell | str]],
    form: str = "plain",
    widths: tuple[int, ...] = (),
    chosen: tuple[int, ...] = (),
) -> Table:
    """A table from plain words where nothing more is to be said of a cell."""
    return Table(
        name,
        tuple(Column(c) if isinstance(c, str) else c for c in columns),
        tuple(tuple(Cell(plain(c)) if isinstance(c, str) else c for c in row) for row in rows),
        form,
        widths,
        chosen,
    )
