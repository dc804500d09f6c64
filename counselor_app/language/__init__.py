"""All words that a person reads: marked where they are used, said in a language where they show.

English is the language of the source: `_`, `pgettext` and `ngettext` give a `Said`, which *is* the
English words and remembers its message and what stands in its places. Whoever shows words (a
window, a report, the command line) has a `Language` and lets it `say` them; so one program speaks
two languages at once, and nothing below a window or a report knows in which language it is read.
A `Said` that is cut, joined or changed by hand is plain text and stays English: write whole
sentences, and `listed`, `joined`, `capitalised` and `lowered` for what is put together.
"""

from counselor_app.language.said import (
    Listed,
    Said,
    _,
    after_first,
    capitalised,
    joined,
    listed,
    lowered,
    ngettext,
    opening,
    pgettext,
    published,
    unmarked,
)
from counselor_app.language.speaking import (
    ENGLISH,
    LANGUAGE_NAMES,
    LANGUAGES,
    OWN_NAMES,
    Language,
    language,
    offered,
)

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "LANGUAGE_NAMES",
    "OWN_NAMES",
    "Language",
    "Listed",
    "Said",
    "_",
    "after_first",
    "capitalised",
    "joined",
    "language",
    "listed",
    "lowered",
    "ngettext",
    "offered",
    "opening",
    "pgettext",
    "published",
    "unmarked",
]
