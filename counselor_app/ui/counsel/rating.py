"""The client rates their own level, one element a screen, against tasks that show what it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from counselor_app.domain.session.self_rating import ABOUT_ANCHORS, ANCHORED, RatingQuestion
from counselor_app.language import _, pgettext
from counselor_app.ui.counsel.one_by_one import Asked, OneByOne, ScreenWords
from counselor_app.ui.style.theme import Theme

LEVELS = range(8)
_ENDS = {0: _("None of it"), 7: _("The highest there is")}
_KEYS = _("Keys: 0 to 7 rate, S leaves out, Backspace goes back, Esc ends.")


def rating_screen(
    questions: Sequence[RatingQuestion],
    levels: Mapping[str, float],
    heading: str,
    theme: Theme,
    parent: QWidget | None,
) -> OneByOne:
    """Asks for a level, 0 to 7, on each; ``kept`` carries all levels by element."""
    words = ScreenWords(
        pgettext("screen", "Rate skills"), heading, (_KEYS, ABOUT_ANCHORS),
        _("Done, keep the ratings"),
    )  # fmt: skip
    return OneByOne([_asked(one) for one in questions], levels, words, theme, parent)


def _asked(one: RatingQuestion) -> Asked:
    examples = dict(zip(ANCHORED, one.anchors, strict=True)) | _ENDS
    answers = {level: examples.get(level, "") for level in LEVELS}
    return Asked(one.element, one.name, one.question, answers, frozenset(ANCHORED))
