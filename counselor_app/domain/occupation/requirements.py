"""Short names, in our own words, for the answers about what a newcomer needs (O*NET)."""

from __future__ import annotations

_TIME_FROM_TWO = {
    2: "Up to a month",
    3: "1 to 3 months",
    4: "3 to 6 months",
    5: "6 to 12 months",
    6: "1 to 2 years",
    7: "2 to 4 years",
}

CATEGORY_WORDS: dict[str, dict[int, str]] = {
    "RL": {
        1: "No diploma",
        2: "High school diploma",
        3: "Certificate after high school",
        4: "Some college courses",
        5: "Associate's degree",
        6: "Bachelor's degree",
        7: "Certificate after a bachelor's",
        8: "Master's degree",
        9: "Certificate after a master's",
        10: "First professional degree",
        11: "Doctoral degree",
        12: "Training after a doctorate",
    },
    "RW": {
        1: "No experience",
        **_TIME_FROM_TWO,
        8: "4 to 6 years",
        9: "6 to 8 years",
        10: "8 to 10 years",
        11: "Over 10 years",
    },
    "PT": {1: "None", **_TIME_FROM_TWO, 8: "4 to 10 years", 9: "Over 10 years"},
    "OJ": {
        1: "None or a short demonstration",
        **_TIME_FROM_TWO,
        8: "4 to 10 years",
        9: "Over 10 years",
    },
}

ZONE_WORDS: dict[int, str] = {
    1: "little or no preparation",
    2: "some preparation",
    3: "medium preparation",
    4: "considerable preparation",
    5: "extensive preparation",
}

ZONE_TIME: dict[int, str] = {
    1: "a few days to a few months to prepare",
    2: "a few months to a year to prepare",
    3: "one to two years to prepare",
    4: "two to four years to prepare",
    5: "four years and more to prepare",
}
