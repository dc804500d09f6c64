"""The commands about a job and the next one: similar, styles."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from counselor_app.cli.client import Answer, Command
from counselor_app.cli.terminal import in_its_language, indented
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, listed

if TYPE_CHECKING:
    from counselor_app.domain.fit.similarity import Demand
    from counselor_app.domain.fit.transition import CarryOver, Job, Move, PayChange, Section
    from counselor_app.domain.session.styles import JobStyle
    from counselor_app.store.reference import Pack

_LOWEST, _HIGHEST = 1.0, 5.0


def add_commands(
    commands: argparse._SubParsersAction[Any],
    wrap: Callable[[Command], Callable[[argparse.Namespace], int]],
    count: Callable[[str], int],
) -> None:
    """Add similar and styles; ``wrap`` opens the pack and prints an answer."""
    similar = commands.add_parser(
        "similar",
        help=_("where a job leads: by schooling, what carries over, and what it pays"),
        description=_(
            "The jobs that a present job leads to, in sections by the schooling they ask: within"
            " the same occupation, no more schooling, one step more, less schooling; jobs that ask"
            " more preparation are named apart. With each: what carries over, how the median pay"
            " changes."
        ),
    )
    similar.add_argument("code", metavar="CODE")
    similar.add_argument(
        "--schooling", type=int, choices=range(5), metavar="RUNG",
        help=_("the client's own schooling: 0 high school or less, 1 some college or an"
               " associate's degree, 2 bachelor's, 3 master's, 4 doctoral or professional"),
    )  # fmt: skip
    similar.add_argument(
        "--area", metavar="A", help=_("compare the pay of this area, by name or code (the nation)")
    )
    similar.add_argument(
        "--limit", type=count, default=20, metavar="N",
        help=_("print the N most alike of a section (20)"),
    )  # fmt: skip
    styles = commands.add_parser(
        "styles",
        help=_("what to talk about where a job's work styles are unlike the client"),
        description=_(
            "Where a job calls for a work style that is not like the client, or asks little of one"
            " that is: what to talk about. It makes no sum and no score, and is never for"
            " selection. For clients of 16 and over."
        ),
    )
    styles.add_argument("code", metavar="CODE")
    styles.add_argument(
        "--scores", required=True, metavar="STYLE=N,...",
        help=_("the client on each style, by its name or id: 1 not like me to 5 a lot like me"),
    )  # fmt: skip
    for parser, command in ((similar, _similar), (styles, _styles)):
        parser.add_argument("--json", action="store_true")
        parser.set_defaults(command=wrap(command))


def _similar(pack: Pack, options: argparse.Namespace) -> Answer:
    from counselor_app.domain.fit import transition as moving
    from counselor_app.store.listing import area_code
    from counselor_app.store.matching import demand_sources, importances
    from counselor_app.store.sheet import read_occupation, read_sheet
    from counselor_app.store.transition import jobs

    occupation = read_occupation(pack, options.code)
    area = area_code(pack, options.area) if options.area else None
    every, rated = jobs(pack), importances(pack)
    if occupation.code not in rated:
        parts = read_sheet(pack, occupation.code).children
        said = _("{job} has no ratings of skills in this pack.", job=occupation.title)
        if parts:
            named = listed(" ".join(part) for part in parts)
            said = joined((said, _("Its parts are: {parts}.", parts=named)))
        return Answer([], (), (said,))
    found = moving.transitions(occupation.code, every, rated, options.schooling)
    tell = _Moves(pack, every, occupation.code, area)
    sections, lines = [], list[str]()
    for section in found.sections:
        shown = section.shown[: options.limit]
        sections.append(
            {
                "name": section.name,
                "eligible": section.eligible,
                "nearest": section.nearest,
                "jobs": [tell.json(move) for move in shown],
            }
        )
        if shown:
            lines += [_head(section, len(shown)), *(line for m in shown for line in tell.lines(m))]
    lines += _further_lines(found.further, options.limit)
    value = {
        "code": occupation.code,
        "title": occupation.title,
        "schooling": _base(every[occupation.code], options.schooling),
        "sections": sections,
        "further": [{"code": m.code, "title": m.title, "steps": m.steps} for m in found.further],
        "not_comparable": list(found.unrated),
    }
    sources = listed(source.label for source in demand_sources(pack, occupation.code))
    closing = _(
        "Listed by how alike the importance of skills, abilities and knowledge is, each less its"
        " mean over all occupations; {n} jobs cannot be compared. Pay: {pay}. {sources}.",
        n=len(found.unrated), pay=pack.kind("oews").label, sources=sources,
    )  # fmt: skip
    return Answer(value, [*lines, closing])


def _base(job: Job, own: int | None) -> int | None:
    """The rung of schooling that steps are counted from."""
    return max((rung for rung in (job.rung, own) if rung is not None), default=None)


def _head(section: Section, shown: int) -> Said:
    from counselor_app.domain.fit.transition import OWN_OCCUPATION, SECTION_WORDS

    name = SECTION_WORDS[section.name]
    if section.name == "own occupation":
        return _("{section}. {why}", section=name, why=OWN_OCCUPATION)
    if section.nearest:
        return _(
            "{section}: fewer than five are much alike, so the nearest are listed.", section=name
        )
    return _("{section}: {n} of {of}", section=name, n=shown, of=section.eligible)


def _further_lines(further: Sequence[Move], most: int) -> list[str]:
    from counselor_app.domain.fit.transition import further_sentence, steps_words

    said = further_sentence(further)
    if said is None:
        return []
    named = (
        indented(_("{code}  {title}: {steps}", code=m.code, title=m.title, steps=steps_words(m)))
        for m in further[:most]
    )
    return [said, *named]


class _Moves:
    """What is told of each job that the present one leads to."""

    def __init__(self, pack: Pack, jobs: Mapping[str, Job], origin: str, area: str | None) -> None:
        from counselor_app.domain.occupation.wages import NATION
        from counselor_app.store.matching import demands
        from counselor_app.store.transition import medians

        self._pack, self._jobs, self._origin = pack, jobs, jobs[origin]
        self._here = demands(pack, origin)
        self._nation = medians(pack, NATION)
        self._local = medians(pack, area) if area and area != NATION else None

    def json(self, move: Move) -> dict[str, object]:
        """A job as a value."""
        carried, pay = self._carried(move), self._pay(move)
        return {
            "code": move.code,
            "title": move.title,
            "similarity": move.similarity,
            "steps": move.steps,
            "carries_over": {
                "transfers": carried.transfers,
                "met_not_central": carried.met_not_central,
                "too_close": carried.too_close,
                "to_learn": carried.to_learn,
                "no_claim": carried.no_claim,
                "words": carried.carries,
                "shortfall": carried.shortfall,
            },
            "pay_change": pay
            and {
                "dollars": pay.dollars,
                "percent": pay.percent,
                "words": pay.words,
                "basis": pay.basis,
                "national": pay.national,
            },
        }

    def lines(self, move: Move) -> tuple[str, ...]:
        """A job in words."""
        from counselor_app.domain.fit.transition import carries_words, pay_words, steps_words

        carried, pay = self._carried(move), self._pay(move)
        parts = [in_its_language(carries_words(carried))]
        if pay:
            parts.append(in_its_language(pay_words(pay)))
        if move.steps:
            parts.append(in_its_language(steps_words(move)))
        return (
            indented(_("{code}  {title}: {told}", code=move.code, title=move.title,
                       told=joined(parts, "; "))),
        )  # fmt: skip

    def _carried(self, move: Move) -> CarryOver:
        from counselor_app.domain.fit.transition import carry_over
        from counselor_app.store.matching import demands

        there: dict[str, Demand] = demands(self._pack, move.code)
        return carry_over(there, self._here)

    def _pay(self, move: Move) -> PayChange | None:
        from counselor_app.domain.fit.transition import pay_change

        def pair(found: Mapping[str, Any]) -> tuple[Any, Any]:
            return found.get(self._origin.code, {}), found.get(move.code, {})

        local = None if self._local is None else pair(self._local)
        return pay_change(self._origin, self._jobs[move.code], local, pair(self._nation))


def _styles(pack: Pack, options: argparse.Namespace) -> Answer:
    from counselor_app.domain.session import styles as own
    from counselor_app.domain.session.beside import job_styles
    from counselor_app.store.sheet import read_occupation, read_sheet

    occupation = read_occupation(pack, options.code)
    rated = read_sheet(pack, occupation.code).ratings.get("style", ())
    names = {e: name for e, (name, domain) in pack.elements.items() if domain == "style"}
    scores = _style_scores(options.scores, names)
    job = job_styles(rated)
    if not job:
        why = _("{job} has no ratings of work styles in this pack.", job=occupation.title)
        return Answer([], (), (why,))
    found = own.prompts(scores, job)
    calls = [_prompt(style, scores, own.calls_for_words(style.name)) for style in found.calls_for]
    little = [
        _prompt(style, scores, own.little_called_words(style.name))
        for style in found.little_called_for
    ]
    source = rated[0].main.source.label
    value = {
        "code": occupation.code,
        "title": occupation.title,
        "styles": [
            {
                "id": style.element,
                "name": style.name,
                "impact": style.impact,
                "level": style.level,
                "distinct_rank": style.distinct_rank,
                "percentile": style.place and style.place.percentile,
                "score": scores.get(style.element),
            }
            for style in job
        ],
        "calls_for": calls,
        "little_called_for": little,
        "source": source,
    }
    lines = [str(one["words"]) for one in (*calls, *little)]
    if not lines:
        lines = [_("Nothing stands far apart: no style to ask about.")]
    return Answer(value, [*lines, joined((_("{source}.", source=source), own.ABOUT_JOB))])


def _prompt(style: JobStyle, scores: Mapping[str, float], words: Said) -> dict[str, object]:
    own = scores[style.element]
    return {
        "id": style.element, "name": style.name, "level": style.level, "score": own, "words": words,
    }  # fmt: skip


def _style_scores(text: str, names: Mapping[str, str]) -> dict[str, float]:
    """The client's score on each named style.

    Raises:
        UserError: when a style is none, is given twice, or its score is not from 1 to 5.
    """
    ids = {name.casefold(): element for element, name in names.items()}
    found: dict[str, float] = {}
    for item in text.split(","):
        name, __, value = (part.strip() for part in item.partition("="))
        element = name if name in names else ids.get(name.casefold())
        if element is None:
            raise UserError(
                _("{name} is no work style. The styles are: {styles}.",
                  name=repr(name), styles=listed(sorted(names.values())))
            )  # fmt: skip
        if element in found:
            raise UserError(_("{style} is given twice.", style=names[element]))
        try:
            score = float(value)
        except ValueError:
            score = 0.0
        if not _LOWEST <= score <= _HIGHEST:
            raise UserError(
                _("{style} is {value}; expected a number from 1 (not like me) to 5 (a lot like"
                  " me).", style=names[element], value=repr(value))
            )  # fmt: skip
        found[element] = score
    return found
