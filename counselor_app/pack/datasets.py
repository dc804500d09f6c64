"""Every data set of the pack: to add one, add it here, its table to ``db/schema.sql``, a reader.

The order is the one in which they are filled: what others are joined to comes first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from counselor_app.language import _, pgettext
from counselor_app.pack import crosswalks, exposure, fill, handbook, onet, sources, workers
from counselor_app.pack.dataset import Dataset, Files, Join, Part
from counselor_app.pack.files import ReadMe, ReleaseFile
from counselor_app.pack.sources import Release
from counselor_app.pack.tables import TEXTS, WORKBOOKS


def _onet(file: ReleaseFile, read_me: ReadMe) -> Release:
    return sources.onet(*read_me) if read_me[0] else sources.onet(file.number)


def _oews(file: ReleaseFile, _read_me: ReadMe) -> Release:
    return sources.oews(file.year)


def _only(release: Release) -> Callable[[ReleaseFile, ReadMe], Release]:
    return lambda _file, _read_me: release


def _listed(table: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} t WHERE t.code = o.code)"


def _paid(where: str) -> str:
    return f"EXISTS (SELECT 1 FROM wage w WHERE w.occ = o.oews_code AND {where})"


def _rated(domain: str, pattern: str, words: str, *, imported: bool = False) -> Dataset:
    where = f"element IN (SELECT id FROM element WHERE domain = '{domain}')"
    parts = (
        Part(
            f"rating-{domain}",
            "rating",
            where,
            "ratings",
            left_out=("below", "equal", "of"),
            imported=imported,
        ),
    )
    has = f"EXISTS (SELECT 1 FROM rating r WHERE r.code = o.code AND r.{where})"
    return Dataset(
        domain, words, _onet, (Files(domain, pattern),), parts, fill.ratings(domain, words),
        {words: has},
    )  # fmt: skip


def _titles(kind: str) -> tuple[Part]:
    where = f"kind = '{kind}'"
    order = "code, weight DESC, title"
    return (Part(f"job_title-{kind}", "job_title", where, left_out=("id",), order=order),)


def _listing(
    name: str, pattern: str, words: str, read: onet.Reader, *, lacks: str | None = None,
    join: Join = "nearly", unit: str = "code", imported: bool = False,
) -> Dataset:  # fmt: skip
    """A table of O*NET that is read row by row into the pack table of the same name."""
    part = Part(name, name, join=join, unit=unit, imported=imported)
    return Dataset(
        name, words, _onet, (Files(name, pattern),), (part,), fill.table(name, read),
        {lacks or words: _listed(name)},
    )  # fmt: skip


def _on_a_page(where: str = "1") -> str:
    """True of an occupation that is on a page of the handbook of which ``where`` is true."""
    return (
        "EXISTS (SELECT 1 FROM handbook_soc s JOIN handbook h ON h.slug = s.slug"
        f" WHERE s.soc IN (o.soc, o.oews_code, o.ep_code) AND {where})"
    )


def _study(study: str) -> tuple[Part, ...]:
    return tuple(
        Part(f"{table}-{study}", table, f"study GLOB '{study}*'")
        for table in ("study_value", "exposure")
    )


def _published(program: str) -> Part:
    return Part(f"published-{program}", "published", f"program = '{program}'", "list")


def _workers(
    name: str, words: str, files: Files, release: Release, read: workers.Reader
) -> Dataset:
    """Figures on who holds the job; the file itself says of which years it is."""
    where = f"measure = '{name}' OR measure GLOB '{name}.*'"
    codes = "o.soc, o.ep_code, o.oews_code, substr(o.soc, 1, 6) || '0', substr(o.soc, 1, 5) || '00'"
    has = f"EXISTS (SELECT 1 FROM worker w WHERE w.occ IN ({codes}) AND ({where}))"
    return Dataset(
        name, words, _only(release), (files,), (Part(f"worker-{name}", "worker", where),),
        fill.measures(name, read), {words: has}, dated=False, always=True,
    )  # fmt: skip


def _crosswalk(name: str, pattern: str, release: Release, filled: fill.Fill) -> Dataset:
    return Dataset(name, "", _only(release), (Files(name, pattern),), fill=filled)


CROSSWALKS = (
    replace(
        _crosswalk("soc", "soc2018structure.*", sources.SOC, fill.structure),
        words=_("titles of groups of occupations"),
        parts=(_published("soc"),),
    ),
    _crosswalk("onet_soc", "onetsoc2019tosoc2018.*", sources.ONET_SOC, fill.onet_soc),
    _crosswalk("published", "soc2018topublished.*", sources.SOC,
               fill.crosswalk("published", "published", crosswalks.read_published)),
    _crosswalk("soc2010", "soc2010to2018.*", sources.SOC,
               fill.crosswalk("soc2010", "soc2010", crosswalks.read_soc2010)),
)  # fmt: skip
"""What joins go through; where one is not given, the program's own maps are used."""

DATASETS = (
    *CROSSWALKS,
    Dataset(
        "occupation", pgettext("data set", "occupations"), _onet,
        (Files("occupation", "occupationdata"),),
        (Part("occupation", "occupation", left_out=("description",)),),
        fill.occupations,
        {
            _("our own plain words"):
                "o.code IN (SELECT key FROM plain_text WHERE kind = 'occupation')",
            pgettext("data set", "official description"): "o.description IS NOT NULL",
        },
    ),
    _rated("skill", "(essential|transferable)?skills", pgettext("data set", "skills")),
    _rated("ability", "abilities", pgettext("data set", "abilities")),
    _rated("knowledge", "knowledge", pgettext("data set", "knowledge")),
    _rated("activity", r"workactivities(\d*imlv)?", pgettext("data set", "work activities")),
    _rated("style", "workstyles", pgettext("data set", "work styles")),
    _rated("value", "workvalues", pgettext("data set", "work values")),
    _rated("context", "workcontext", pgettext("data set", "work context")),
    _rated("area", "specificinterestareas", _("specific interest areas"), imported=True),
    _listing(
        "interest", "interests|careerinteresttypes", pgettext("data set", "interests"),
        onet.read_interests,
    ),
    Dataset(
        "requirement", _("education and training"), _onet,
        (Files("requirement", "educationtrainingandexperience|education|trainingandexperience"),),
        (
            Part("requirement", "requirement", join="scales"),
            Part(
                "rating-education", "rating",
                "element IN (SELECT id FROM element WHERE domain = 'education')", "ratings",
                left_out=("below", "equal", "of"),
            ),
        ),
        fill.requirements,
        {_("education and training"): _listed("requirement")},
    ),
    Dataset(
        "element", _("names of what is rated"), _onet,
        (Files("element", "contentmodelreference"),),
        (Part("element", "element", join="list", left_out=("description",)),),
        fill.elements,
    ),
    _listing(
        "job_zone", "jobzones", pgettext("data set", "job zones"), onet.JOB_ZONES,
        lacks=_("a job zone"),
    ),
    Dataset(
        "alternate", _("alternate job titles"), _onet,
        (Files("alternate", "alternatetitles|jobtitles"),), _titles("alternate"),
        fill.job_titles, {_("other job titles"): _listed("job_title")},
    ),
    Dataset(
        "direct", _("SOC direct-match titles"), _only(sources.SOC),
        (Files("direct", "soc2018directmatchtitles.*"),), _titles("direct"), always=True,
    ),
    Dataset(
        "reported", _("reported job titles"), _onet,
        (Files("reported", "sampleofreportedtitles"),), _titles("reported"),
    ),
    _listing(
        "related", "relatedoccupations", pgettext("data set", "related occupations"),
        onet.RELATED,
    ),
    _listing(
        "tool", "(technology|software)skills", _("software and technology"), onet.TOOLS
    ),
    _listing(
        "task", "taskstatements", pgettext("data set", "official tasks"), onet.TASKS,
        imported=True,
    ),
    Dataset(
        "oews", pgettext("data set", "wages"), _oews,
        (
            Files("oews", r"(alldata|national|state|msa|bos|nat\w*?)m\d{4}\w*"),
            Files("oews", "national|state|metro|nationalindustry", under="oews|oes"),
            Files("oews_area", "areas", under="oews|oes"),
            Files("oews_industry", "industries", under="oews|oes"),
            Files("oews_occupation", "occupations", under="oews|oes"),
            Files("oews_footnote", "footnotes", under="oews|oes"),
        ),
        (
            Part("area", "area", join="list"),
            Part("industry", "industry", join="list"),
            _published("oews"),
            Part("wage-state", "wage", "area LIKE '__00000'", "totals", "area"),
            Part("wage-metro", "wage", "area LIKE '00%' AND area <> '0000000'", "totals", "area"),
            Part(
                "wage-nonmetro", "wage", "area NOT LIKE '00%' AND area NOT LIKE '__00000'",
                "totals", "area",
            ),
            Part("industry_wage", "industry_wage", join="totals", unit="industry"),
        ),
        fill.pay,
        {
            pgettext("data set", "national pay"): _paid(
                "area = '0000000' AND COALESCE(a_p50, h_p50) IS NOT NULL"
            ),
            _("pay in a state"): _paid("area LIKE '__00000' AND area <> '0000000'"),
            _("pay in a metropolitan area"): _paid("area LIKE '00%' AND area <> '0000000'"),
            _("pay by industry"): "EXISTS (SELECT 1 FROM industry_wage WHERE occ = o.oews_code)",
        },
    ),
    Dataset(
        "ep", pgettext("data set", "projections"), _only(sources.projections(0, 0)),
        (
            Files("ep_workbook", "occupation", WORKBOOKS),
            Files("ep_table", "table1(2|10|12)[a-z].*", TEXTS),
        ),
        (
            _published("ep"),
            Part("projection", "projection", join="nearly", unit="occ"),
            Part("factor", "factor", "1", "nearly", "occ", left_out=("id", "text"), order="id"),
        ),
        fill.outlook,
        {pgettext("data set", "projections"): "o.ep_code IN (SELECT occ FROM projection)"},
        dated=False,
    ),
    Dataset(
        "aioe", "AIOE", _only(sources.AIOE), (Files("aioe", "aioe.*"),),
        (_published("aioe"), *_study("aioe")), exposure.exposure,
        {pgettext("data set", "exposure studies"): _listed("exposure")}, dated=False,
    ),
    Dataset(
        "frey_osborne", sources.FREY_OSBORNE.programme, _only(sources.FREY_OSBORNE),
        (Files("frey_osborne", "freyosborne.*"),),
        (_published("frey_osborne"), *_study("frey_osborne")),
    ),
    Dataset(
        "gpts", sources.GPTS.programme, _only(sources.GPTS), (Files("gpts", "gptsaregpts.*"),),
        _study("gpts"),
    ),
    *(
        Dataset(
            study, words, _only(release), (Files(study, pattern),),
            (_published(study), *_study(study)),
        )
        for study, words, release, pattern in (
            ("applicability", pgettext("study", "AI applicability"),
             sources.APPLICABILITY, ".*aiapplicability.*"),
            ("observed", _("observed AI exposure"), sources.OBSERVED, ".*observedexposure.*"),
        )
    ),
    Dataset(
        "rpp", pgettext("data set", "price parities"),
        lambda file, _read_me: sources.price_parities(file.year),
        (Files("rpp", "rpp(state|metro).*"),),
        (Part("price_parity", "price_parity", join="units", unit="area"),),
        fill.price_parities,
    ),
    Dataset(
        "program", _("programs of study"), _only(sources.CIP),
        (Files("program", "cip2020codes.*"), Files("program_soc", "cip2020tosoc2018.*")),
        (
            Part("program", "program", join="nearly", unit="cip"),
            Part("program_soc", "program_soc", join="nearly", unit="soc"),
        ),
        fill.programs,
        {_("programs of study"): "o.soc IN (SELECT soc FROM program_soc)"},
        always=True,
    ),
    Dataset(
        "cluster", pgettext("data set", "career clusters"),
        lambda file, _read_me: sources.CLUSTERS if "16" in file.name else sources.CLUSTERS_14,
        (Files("cluster", "careerclusters16.*"), Files("cluster_soc", "soc2018to14clusters.*")),
        (Part("cluster", "cluster", join="nearly", unit="code"),),
        fill.clusters,
        {_("a career cluster"): _listed("cluster")},
        always=True,
    ),
    Dataset(
        "apprenticeship", pgettext("data set", "registered apprenticeships"),
        _only(sources.APPRENTICESHIPS),
        (Files("apprenticeship", "apprenticeable.*"),),
        (Part("apprenticeship", "apprenticeship"),),
        fill.table("apprenticeship", crosswalks.read_apprenticeships),
        {_("a registered apprenticeship listed"): _listed("apprenticeship")},
        dated=False, always=True,
    ),
    _workers(
        "schooling", _("schooling of workers"), Files("schooling", "education", WORKBOOKS,
        sheet="Table 5.3"), sources.schooling(0, ""), workers.read_schooling,
    ),
    _workers(
        "ep_skill", _("skills beside other jobs"), Files("ep_skill", "skills", WORKBOOKS,
        sheet="Table 6.5"), sources.ep_skills(0), workers.read_skills,
    ),
    _workers(
        "age", _("ages of workers"), Files("age", r"cpsaat11b(20\d\d)?", WORKBOOKS),
        sources.household_survey(0), workers.read_ages,
    ),
    _workers(
        "telework", pgettext("data set", "telework"), Files("telework", r"ors20\d\dtelework.*"),
        sources.requirements_survey(0), workers.read_telework,
    ),
    Dataset(
        "handbook", _("what the handbook's pages say"), _only(sources.handbook(0, "")),
        (Files("handbook", "oohsummary.*"),), (), handbook.check_export,
        {
            _("a handbook page"): _on_a_page(),
            _("an answer on licenses from the handbook"): _on_a_page("h.licence <> 'none said'"),
            _("the days from the handbook"): _on_a_page("h.place_line || h.hours_line <> ''"),
            _("ways up from the handbook"): _on_a_page("h.advancement_line <> ''"),
        },
        dated=False,
    ),
)  # fmt: skip

PARTS = tuple(replace(part, group=one.name) for one in DATASETS for part in one.parts)
"""What the pack's tables are made of, in the order it is loaded."""

WORDS = {one.name: one.words for one in DATASETS}
COVERAGE = {words: test for one in DATASETS for words, test in (one.coverage or {}).items()}
