"""The catalog holds every word of the code, in a form that other languages can say."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from words import CODE, PLACE, TEMPLATE, escaped, extracted, forms, key_of, marked, template, unfit

FINISHED = (
    "app.py",
    "charts",
    "cli",
    "client_texts.py",
    "domain",
    "errors.py",
    "kiosk",
    "language",
    "pack",
    "paths.py",
    "reports",
    "settings.py",
    "store",
    "targets.py",
    "ui",
    "workspace",
)
"""Folders and files in which no word escapes the catalog."""

# Names of what is no word of ours, by file: what is assigned to them, or given to them.
ALLOWED = {
    # The licence's own sentence and the names of agencies, which must stay as they are.
    "domain/figures/attribution.py": {"PRODUCT", "PROGRAMMES", "_NOTICE"},
    # Words that people type, not words that they read; names inside a title; what a title is.
    "domain/occupation/spanish.py": {
        "_ALIKE_WORDS", "_ASKING_WORDS", "_GENERAL_STEMS", "_SMALL_WORDS",
    },
    "domain/occupation/titles.py": {"_ASKING", "_NAMES", "published"},
    "reports/code_list.py": {"_CODE_HEADS", "_HEADS"},
    # Published codes and names as the releases write them; those of columns and tables.
    "domain/fit/fit.py": {"CAREER_RETURNS", "GREGORY_LEWIS"},
    "domain/occupation/outlook_words.py": {"ALL_INDUSTRIES"},
    "domain/occupation/rules.py": {"LONG_EDUCATION", "SHORT_EDUCATION", "SHORT_TRAINING"},
    "domain/occupation/strengths.py": {"_ALIKE", "_LEADS", "_LIKED", "_STRENGTH", "_STYLES_ALIKE"},
    "domain/occupation/years.py": {"_TRAINING_STEPS", "_WORK_STEPS"},
    "kiosk/jobs.py": {"_MOST"},
    "pack/compact.py": {"_BOUNDS"},
    "pack/crosswalks.py": {"CLUSTERS", "Column"},
    "pack/onet.py": {"Column"},
    "pack/projections.py": {"_MEANINGS", "direction"},
    "pack/recognise.py": {"_NAMES"},
    "pack/studies.py": {"Column", "IN_USE", "_GPTS"},
    # Codes, whose words stand in tables beside them.
    "domain/fit/board.py": {"_MOST", "FOLDED", "ORDER"},
    "domain/occupation/days.py": {"licence"},
    "domain/occupation/handbook.py": {"ANSWERS", "CERTIFICATES", "LICENSED"},
    "domain/session/placing.py": {"section"},
    "pack/handbook.py": {"_ALLOWED", "_refused"},
    # Published names, and what columns and sheets of official tables are called.
    "domain/occupation/workers.py": {"SKILLS"},
    "pack/datasets.py": {"Files", "codes", "sheet"},
    "pack/workers.py": {"Column", "_AGES", "_LEVELS", "_sheet"},
    "store/other_titles.py": {"Hit"},
    "ui/state/keeper.py": {"attempt"},
    # Names of programs, publishers, licences and releases, which are cited as they are.
    "pack/sources.py": {
        "CC_BY", "ONET_MONTHS", "PUBLIC_DOMAIN", "Release", "_BLS", "_ETA", "_FELTEN", "_once",
    },
    "reports/client_notes.py": {"_CONGRUENCE", "studies"},
    # Stored in a file, and compared.
    "pack/draft.py": {"PRODUCT"},
    "ui/state/clients_file.py": {"release"},
    "ui/state/session.py": {"logged"},
    "workspace/clients.py": {"_NAMELESS"},
    # Names of keys, which Qt says in its own words.
    "ui/parts/context_menu.py": {"_CTRL_ENTER", "_ENTER"},
    "ui/parts/copying.py": {"_CTRL_C"},
    # What a program reads: JSON, another program, Qt.
    "cli/display.py": {"asked"},
    "cli/parser.py": {"_ERRORS"},
    "cli/pay.py": {"answer"},
    "domain/fit/tiers.py": {"GENERATOR"},
    # Bugs, and causes that the caller words.
    "domain/record/as_json.py": {"ValueError"},
    "domain/record/handout.py": {"ValueError"},
    "reports/branding.py": {"ValueError"},
    # Names that a system has for a folder and a paper.
    "kiosk/printing.py": {"_MEDIA"},
    "paths.py": {"_FOLDER", "_MAC_FOLDER"},
    # A made-up school, for pictures.
    "kiosk/scenes.py": {"_WHERE", "config"},
    # What the log of the clients' file is kept with.
    "ui/caseload/copies.py": {"detail"},
    # Looks of the style.
    "ui/caseload/note_parts.py": {"look"},
    "kiosk/screen.py": {"look"},
    "kiosk/widgets.py": {"look", "wear"},
    "ui/counsel/match_head.py": {"look"},
    "ui/occupation/head.py": {"look"},
    "ui/parts/level_bar.py": {"look"},
    "ui/charts/like_bars.py": {"look"},
    "ui/session/start.py": {"look"},
    # What is wanted of the shell, by key; a tab's place by its title.
    "ui/session/desk.py": {"emit"},
    "ui/shell/desk.py": {"_SALARY", "setWindowTitle"},
    # Keys, and the program's own name.
    "ui/shell/client_menu.py": {"add"},
    "ui/shell/key_commands.py": {"QKeySequence"},
    "ui/shell/keys.py": {"Key"},
    "ui/shell/menu.py": {"add"},
    "ui/shell/window.py": {"setAccessibleName", "setWindowTitle"},
    # Made-up clients and messages, for pictures.
    "ui/shell/file_scenes.py": {"_NOTES", "_OTHERS", "_STEPS", "Position", "create_workspace"},
    "ui/shell/scenes.py": {"say", "show_progress"},
    # Style sheets, shapes, colors, names of a face and of a style.
    "ui/parts/finding.py": {"_SEMIBOLD"},
    "ui/parts/scroll.py": {"sheet"},
    "ui/style/icons.py": {"_SHAPES"},
    "ui/style/look.py": {"_BASE"},
    "ui/style/theme.py": {"FAMILY", "LIGHT", "DARK", "HIGH_LIGHT", "HIGH_DARK"},
    # Each language has its own rules for the end of a list, and its own name for itself.
    "language/speaking.py": {"OWN_NAMES", "_BEFORE_LAST"},
    # Shapes, and what a language calls itself.
    "kiosk/pictograms.py": {"_SHAPES"},
    "kiosk/first.py": {"_LANGUAGES"},
    # The words that the heads of texts say it with.
    "store/translations.py": {"_UNREAD"},
}  # fmt: skip


def test_the_catalog_in_the_repository_is_the_codes_own() -> None:
    assert TEMPLATE.read_text(encoding="utf-8") == template()


def test_the_catalog_holds_no_place_of_a_machine_and_no_date() -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    assert str(Path.home()) not in text
    assert not re.search(r"^#: /|^#: .*\.py:\d|Date:", text, re.MULTILINE)


def test_one_or_two_words_say_what_they_are() -> None:
    """ "Open" is a button or a state: without a context no one can say it in another language."""
    bare = [
        text
        for message in extracted()
        if message.context is None and isinstance(message.id, str)
        for text in forms(message)
        if len(text.split()) < 3 and re.search("[A-Za-z]", PLACE.sub("", text))
    ]
    assert bare == []


def test_all_forms_of_a_count_have_the_same_places() -> None:
    uneven = [
        forms(message)
        for message in extracted()
        if len({frozenset(PLACE.findall(form)) for form in forms(message)}) > 1
    ]
    assert uneven == []


def test_messages_are_plain_text_and_their_places_are_given() -> None:
    wrong = [
        f"{path.relative_to(CODE)}:{call.lineno}: {fault}"
        for path in sorted(CODE.rglob("*.py"))
        for call in marked(path)
        # What a label's places stand for is known to the template alone.
        if (fault := unfit(call)) and path.name != "labels.py"
    ]
    assert wrong == []


def test_the_catalog_misses_no_message_of_the_code() -> None:
    held = {(message.context, *forms(message)) for message in extracted()}
    missed = [
        f"{path.relative_to(CODE)}:{call.lineno}"
        for path in sorted(CODE.rglob("*.py"))
        for call in marked(path)
        if key_of(call) not in held
    ]
    assert missed == []


@pytest.mark.parametrize("folder", FINISHED)
def test_no_word_that_a_person_reads_stands_outside_the_catalog(folder: str) -> None:
    outside = [
        f"{path.relative_to(CODE)}:{words}"
        for path in ([CODE / folder] if folder.endswith(".py") else (CODE / folder).rglob("*.py"))
        for words in escaped(path, frozenset(ALLOWED.get(path.relative_to(CODE).as_posix(), ())))
    ]
    assert outside == []


CAUGHT = '''
"""A docstring is no word of the window."""
LABEL = "Growing fast"
def said(n):
    """Nor is this one."""
    if n == "not in this pack":
        return f"{n} jobs grow"
    return _("{n} jobs", n="about nine")
TABLE = {"Some key": _("whole words")}
'''


def test_the_check_finds_what_escaped(tmp_path: Path) -> None:
    file = tmp_path / "escaped.py"
    file.write_text(CAUGHT, encoding="utf-8")
    assert [line.partition(": ")[0] for line in escaped(file)] == ["3", "7", "8"]


@pytest.mark.parametrize(
    "call",
    [
        '_(f"{n} in all")',
        '_("{n} jobs".format(n=1))',
        '_("{n} in all")',
        '_("{n} in all", jobs=1)',
        'ngettext("{n} job", "{n} jobs in {place}", 2, n=2)',
        "_(words)",
        '_("{n} in all", n=f"{n:,} jobs")',
    ],
)
def test_the_check_finds_messages_that_no_catalog_can_hold(call: str) -> None:
    node = ast.parse(call, mode="eval").body
    assert isinstance(node, ast.Call)
    assert unfit(node)
