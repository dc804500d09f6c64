"""The fixed words of templates and web pages, which hold none themselves.

What stands in braces is put in where the words are printed: only there it is known.
"""

from __future__ import annotations

from collections.abc import Mapping

from counselor_app.domain.figures.attribution import LICENSE_ASKS
from counselor_app.language import Language, _, pgettext

_LABELS: Mapping[str, str] = {
    # Every page
    "page": _("Page {number} of {of}"),
    "booklet-page": _("Booklet page {booklet}, page {number} of {of}"),
    "contents-page": pgettext("label", "Contents {number}"),
    "sources": pgettext("section", "Sources"),
    "sources-run-in": pgettext("at the foot", "Sources."),
    "license-asks": LICENSE_ASKS,
    # The profile
    "group": _("Pay, employees, change and openings: {group}."),
    # The student's page
    "job-sheet": pgettext("report", "Job sheet"),
    "for": pgettext("whose page", "For"),
    "shared-figures": _("Pay, jobs and outlook:"),
    "by": pgettext("date to be written in", "by"),
    "counselor": pgettext("who", "Counselor:"),
    "talk-again": _("We talk again on"),
    "years-later": _("{n} years later"),
    "years-number": "{n}",
    # A booklet's contents
    "booklet-bars": _("Mark: middle pay, {place}. Bar: the middle half."),
    "booklet-bars-all": _("Mark: middle pay, {place}. Bar: middle half. Dashed: all jobs there."),
    "use-booklet": _("How to use this booklet"),
    "use-read": _("1 Read what you would do, what you may like, and what is hard."),
    "use-compare": _("2 Compare the years of school with the pay. All bars share one scale."),
    "use-try": _("3 Try: each sheet ends with something to do soon, and whom to ask."),
    # The client's page of a comparison
    "for-you": pgettext("question", "For you"),
    "look-closer": pgettext("box to tick", "look closer"),
    "not-for-me": pgettext("box to tick", "not for me"),
    "next-one": _("Next: the one I will look at first is"),
    # The counselor's page
    "counselor-page": pgettext("report", "Counselor’s page"),
    "thousands-year": _("thousands of dollars a year"),
    "dollars-hour": _("dollars an hour"),
    "scale-to": _("$0 to {end}"),
    "what-it-takes": _("What it takes, most important first"),
    "how-to-read": _("Value; how many of 100 jobs rate it lower, bold from 75. Line: 95% interval"),
    "low-precision": _("† low precision"),
    "one-to-five": _("1 to 5"),
    "minus-three": _("−3 to 3"),
    "related-columns": _(
        "{shown} of {of}; years of school after high school, median pay; – a group’s alone"
    ),
    "not-a-chance": _("Not the chance of losing a job"),
    "percentile-short": pgettext("column", "of 100"),
    # Charts
    "starts-at": _("Starts at {start}, not zero"),
    "your-wage": pgettext("label", "your wage"),
    "p10": _("1 in 10 earns less"),
    "p25-p75": _("the middle half"),
    "p90": _("1 in 10 earns more"),
    "tie": pgettext("scores", "tie"),
    "the-job": pgettext("legend", "the job"),
    "you": pgettext("legend", "you"),
    "letter": pgettext("column", "letter"),
    "column-you": pgettext("column", "you"),
    "column-job": pgettext("column", "job"),
    "part-of-r": _("part of r"),
    "match": pgettext("scale", "match"),
    "opposite": pgettext("label", "−1 opposite"),
    "same": _("1 the same"),
    "this-job": pgettext("label", "this job"),
    # The fit report and the comparison
    "sources-first": _("Sources, and what a fit means and does not mean: page 1."),
    "question": pgettext("column", "Question"),
    # The web page
    "skip": _("Skip to the report"),
    "logo": pgettext("picture", "Logo"),
    "sections": pgettext("navigation", "Sections"),
    "source": pgettext("label", "Source {number}"),
}


def labels(language: Language) -> Mapping[str, str]:
    """All of them by their ids, in a language."""
    return language.said(dict(_LABELS))
