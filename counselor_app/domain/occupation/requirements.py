"""Short names, in our own words, for the answers about what a newcomer needs (O*NET)."""

from __future__ import annotations

from counselor_app.language import _, pgettext

_TIME_FROM_TWO = {
    2: _("Up to a month"),
    3: _("1 to 3 months"),
    4: _("3 to 6 months"),
    5: _("6 to 12 months"),
    6: _("1 to 2 years"),
    7: _("2 to 4 years"),
}

CATEGORY_WORDS: dict[str, dict[int, str]] = {
    "RL": {
        1: pgettext("answer", "No diploma"),
        2: _("High school diploma"),
        3: _("Certificate after high school"),
        4: _("Some college courses"),
        5: pgettext("answer", "Associate's degree"),
        6: pgettext("answer", "Bachelor's degree"),
        7: _("Certificate after a bachelor's"),
        8: pgettext("answer", "Master's degree"),
        9: _("Certificate after a master's"),
        10: _("First professional degree"),
        11: pgettext("answer", "Doctoral degree"),
        12: _("Training after a doctorate"),
    },
    "RW": {
        1: pgettext("answer", "No experience"),
        **_TIME_FROM_TWO,
        8: _("4 to 6 years"),
        9: _("6 to 8 years"),
        10: _("8 to 10 years"),
        11: _("Over 10 years"),
    },
    "PT": {
        1: pgettext("answer", "None"),
        **_TIME_FROM_TWO,
        8: _("4 to 10 years"),
        9: _("Over 10 years"),
    },
    "OJ": {
        1: _("None or a short demonstration"),
        **_TIME_FROM_TWO,
        8: _("4 to 10 years"),
        9: _("Over 10 years"),
    },
}

ZONE_WORDS: dict[int, str] = {
    1: _("little or no preparation"),
    2: pgettext("job zone", "some preparation"),
    3: pgettext("job zone", "medium preparation"),
    4: pgettext("job zone", "considerable preparation"),
    5: pgettext("job zone", "extensive preparation"),
}

ZONE_TIME: dict[int, str] = {
    1: _("a few days to a few months to prepare"),
    2: _("a few months to a year to prepare"),
    3: _("one to two years to prepare"),
    4: _("two to four years to prepare"),
    5: _("four years and more to prepare"),
}
