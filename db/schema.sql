-- The tables of the reference pack, version 5
-- The reference pack: one SQLite file, built whole, opened read-only, replaced whole.
-- Money is whole dollars (hourly: dollars and cents), OEWS employment is persons,
-- projections are thousands of jobs, ratings are on O*NET's own scales.
-- A missing value is NULL; a value the agency withheld has NULL and a mark.
--
-- Four tables are nine tenths of all rows. They are filled as the TEMP tables below; when all is
-- there, `pack.compact` puts them into those at the end of this file, half as large, and the
-- views there have the same names and columns: whoever reads a pack sees what was filled in, and
-- how many occupations have a lower rating of the element on the scale (`below`), the same (`equal`,
-- itself included), and one at all (`of`).

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Provenance: one row a release, every data row points at one.
CREATE TABLE source (
    id        INTEGER PRIMARY KEY,
    key       TEXT NOT NULL UNIQUE,      -- 'onet-30.1', 'oews-2025', 'ep-2024', 'frey_osborne-2013'
    kind      TEXT NOT NULL,             -- 'onet', 'oews', 'ep', 'exposure', 'rpp', 'crosswalk'
    programme TEXT NOT NULL,             -- 'O*NET Database'
    publisher TEXT NOT NULL,
    release   TEXT NOT NULL,             -- '30.1', 'May 2025', '2024–34'
    label     TEXT NOT NULL,             -- what the window prints: 'O*NET 30.1', 'OEWS May 2025'
    released  TEXT NOT NULL,             -- 'December 2025'; '' when the files do not say
    licence   TEXT NOT NULL,
    url       TEXT NOT NULL,
    note      TEXT NOT NULL              -- traps a reader must know; '' when none
) STRICT;

CREATE TABLE source_file (
    source_id    INTEGER NOT NULL REFERENCES source(id),
    name         TEXT NOT NULL,          -- file name, never a path
    tables       TEXT NOT NULL,          -- pack tables it fills, comma separated
    sha256       TEXT NOT NULL,
    bytes        INTEGER NOT NULL,
    rows_kept    INTEGER NOT NULL,
    rows_left    INTEGER NOT NULL,       -- understood and not used (summary rows ...)
    rows_refused INTEGER NOT NULL,
    PRIMARY KEY (source_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE refusal (
    id        INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source(id),
    file      TEXT NOT NULL,
    row       INTEGER,                   -- first row it happened in; NULL for the whole file
    rows      INTEGER NOT NULL,          -- how many rows share the reason
    reason    TEXT NOT NULL              -- in words
) STRICT;

CREATE TABLE occupation (
    code       TEXT PRIMARY KEY,         -- O*NET-SOC 2019, 'NN-NNNN.NN'
    title      TEXT NOT NULL,
    soc        TEXT NOT NULL,            -- SOC 2018, 'NN-NNNN'
    soc_title  TEXT NOT NULL,
    family     TEXT NOT NULL,            -- SOC 2018 major group title, without ' Occupations'
    oews_code  TEXT,                     -- code OEWS publishes for this SOC; NULL = none
    oews_match TEXT NOT NULL,            -- 'exact', 'broad', 'oes_hybrid', 'none'
    ep_code    TEXT,
    ep_match   TEXT NOT NULL,
    description TEXT,                    -- official text, only from an imported release
    source_id  INTEGER NOT NULL REFERENCES source(id)
) STRICT, WITHOUT ROWID;
CREATE INDEX occupation_soc ON occupation(soc);
CREATE INDEX occupation_oews ON occupation(oews_code);
CREATE INDEX occupation_ep ON occupation(ep_code);

-- Codes and titles OEWS and EP publish (combined codes and totals included), and those of the
-- older occupations (SOC 2010) that studies are published for.
CREATE TABLE published (
    program TEXT NOT NULL,               -- 'oews', 'ep', 'soc' (groups) or a study
    code    TEXT NOT NULL,
    title   TEXT NOT NULL,
    PRIMARY KEY (program, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE element (
    id     TEXT PRIMARY KEY,             -- '2.A.1.a'
    name   TEXT NOT NULL,
    domain TEXT NOT NULL,                -- 'skill','ability','knowledge','activity','style','value','context','education'
    description TEXT                     -- official text, only from an imported release
) STRICT, WITHOUT ROWID;

-- IM 1-5, LV 0-7, WI -3..3, DR 0-10, EX 1-7, CX 1-5, CT 1-3.
CREATE TEMP TABLE rating (
    code      TEXT NOT NULL REFERENCES occupation(code),
    element   TEXT NOT NULL REFERENCES element(id),
    scale     TEXT NOT NULL,
    value     REAL NOT NULL,
    n         INTEGER,
    se        REAL,
    low       REAL,                      -- published 95 % bounds
    high      REAL,
    suppress  INTEGER NOT NULL,          -- 1 = 'Recommend Suppress' Y: low precision
    not_relevant INTEGER NOT NULL,       -- 1 = 'Not Relevant' Y (levels only)
    date      TEXT NOT NULL,             -- 'MM/YYYY'; '' when the release gives none
    rater     TEXT NOT NULL,             -- 'Analyst', 'Incumbent', 'AI/Expert' ...; '' when not given
    source_id INTEGER NOT NULL REFERENCES source(id),
    PRIMARY KEY (code, element, scale)
) STRICT, WITHOUT ROWID;

CREATE TABLE interest (
    code TEXT PRIMARY KEY REFERENCES occupation(code),
    r REAL, i REAL, a REAL, s REAL, e REAL, c REAL,   -- OI, 1-7
    letters TEXT NOT NULL,               -- high-point code, 1 to 3 of RIASEC; '' when none given
    date TEXT NOT NULL,
    rater TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES source(id)
) STRICT, WITHOUT ROWID;

-- Answers of job holders or analysts: percent of respondents in each category.
CREATE TEMP TABLE requirement (
    code TEXT NOT NULL REFERENCES occupation(code),
    element TEXT NOT NULL REFERENCES element(id),
    scale TEXT NOT NULL,                 -- RL education, RW experience, PT on-site, OJ on the job
    category INTEGER NOT NULL,
    percent REAL NOT NULL,
    n INTEGER, se REAL, low REAL, high REAL,
    suppress INTEGER NOT NULL,
    date TEXT NOT NULL,
    rater TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES source(id),
    PRIMARY KEY (code, scale, category)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_zone (
    code TEXT PRIMARY KEY REFERENCES occupation(code),
    zone INTEGER NOT NULL,               -- 1-5
    date TEXT NOT NULL,
    rater TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES source(id)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_title (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL REFERENCES occupation(code),
    title TEXT NOT NULL,
    kind TEXT NOT NULL,                  -- 'alternate', 'reported', 'direct' (SOC direct match)
    short TEXT,
    weight INTEGER NOT NULL,             -- 1 + sources naming it; reported and My Next Move titles more
    source_id INTEGER NOT NULL REFERENCES source(id)
) STRICT;
CREATE INDEX job_title_code ON job_title(code, weight DESC);

CREATE TABLE related (
    code TEXT NOT NULL REFERENCES occupation(code),
    other TEXT NOT NULL REFERENCES occupation(code),
    tier TEXT NOT NULL,                  -- 'Primary-Short', 'Primary-Long', 'Supplemental'
    rank INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES source(id),
    PRIMARY KEY (code, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE tool (
    code TEXT NOT NULL REFERENCES occupation(code),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,                  -- commodity title: 'Spreadsheet software'
    hot INTEGER NOT NULL,                -- named in many job ads, all jobs
    in_demand INTEGER NOT NULL,          -- named in many ads for this job
    source_id INTEGER NOT NULL REFERENCES source(id),
    PRIMARY KEY (code, name, kind)
) STRICT, WITHOUT ROWID;

-- Official task sentences: only from an imported release, never in the seed.
CREATE TABLE task (
    code TEXT NOT NULL REFERENCES occupation(code),
    task_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    core INTEGER NOT NULL,
    n INTEGER,
    date TEXT NOT NULL,
    rater TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES source(id),
    PRIMARY KEY (code, task_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE area (
    code TEXT PRIMARY KEY,               -- seven-digit OEWS code
    name TEXT NOT NULL,
    kind TEXT NOT NULL,                  -- 'national','state','metro','nonmetro'
    postal TEXT NOT NULL,                -- state or territory: 'TX'; metros: '' ; nation ''
    states TEXT NOT NULL                 -- space-separated postal codes the area lies in
) STRICT, WITHOUT ROWID;

CREATE TABLE industry (
    code TEXT PRIMARY KEY,               -- '000001', '11--12', '113000' ...
    name TEXT NOT NULL,                  -- without the leading 'Sector NN - '
    level TEXT NOT NULL                  -- 'total','ownership','sector','3-digit','4-digit','5/6-digit'
) STRICT, WITHOUT ROWID;

-- marks: NULL, or 'column=mark' pairs joined by ';' in column order, e.g. 'a_p90=#;employment=**'.
CREATE TEMP TABLE wage (
    occ TEXT NOT NULL,                   -- published OEWS code; '00-0000' = all occupations
    area TEXT NOT NULL REFERENCES area(code),
    employment INTEGER, emp_rse REAL,    -- persons; percent
    h_mean REAL, a_mean INTEGER, mean_rse REAL,
    h_p10 REAL, h_p25 REAL, h_p50 REAL, h_p75 REAL, h_p90 REAL,
    a_p10 INTEGER, a_p25 INTEGER, a_p50 INTEGER, a_p75 INTEGER, a_p90 INTEGER,
    jobs_per_1000 REAL, location_quotient REAL,
    pay_basis TEXT,                      -- NULL, 'annual_only', 'hourly_only'
    marks TEXT,
    source_id INTEGER NOT NULL REFERENCES source(id),
    PRIMARY KEY (occ, area)
) STRICT, WITHOUT ROWID;

CREATE TEMP TABLE industry_wage (
    occ TEXT NOT NULL,
    industry TEXT NOT NULL REFERENCES industry(code),
    employment INTEGER, emp_rse REAL,
    h_mean REAL, a_mean INTEGER, mean_rse REAL,
    h_p10 REAL, h_p25 REAL, h_p50 REAL, h_p75 REAL, h_p90 REAL,
    a_p10 INTEGER, a_p25 INTEGER, a_p50 INTEGER, a_p75 INTEGER, a_p90 INTEGER,
    pay_basis TEXT,
    marks TEXT,
    source_id INTEGER NOT NULL REFERENCES source(id),
    PRIMARY KEY (occ, industry)
) STRICT, WITHOUT ROWID;

-- Thousands of jobs, one decimal; rates and shares in percent.
CREATE TABLE projection (
    occ TEXT PRIMARY KEY,                -- published EP code; '00-0000' = all occupations
    base_year INTEGER NOT NULL,
    target_year INTEGER NOT NULL,
    base REAL, projected REAL, change REAL, change_pct REAL,
    self_employed_pct REAL, openings REAL,
    exits REAL, transfers REAL,          -- table 1.10, a year
    exit_rate REAL, transfer_rate REAL,  -- table 1.10, percent of jobs a year
    openings_rank INTEGER, openings_of INTEGER,   -- among line-item occupations, 1 = most
    entry_education TEXT, experience TEXT, training TEXT,   -- as published; 'None' is a value, NULL is a dash
    marks TEXT,
    source_id INTEGER NOT NULL REFERENCES source(id)
) STRICT, WITHOUT ROWID;

-- Who holds the job, one figure a row, under the code that it is published for.
CREATE TABLE worker (
    measure TEXT NOT NULL,               -- 'schooling.bachelor', 'telework', 'age.median', 'ep_skill.adaptability'
    occ     TEXT NOT NULL,               -- EP code, or a SOC 2018 code of any level
    value   REAL NOT NULL,               -- percent, percentile or years
    se      REAL,
    fit     TEXT NOT NULL,               -- 'exact', or 'similar': of another occupation, says the agency
    title   TEXT NOT NULL,               -- as published
    source_id INTEGER NOT NULL REFERENCES source(id),
    PRIMARY KEY (measure, occ)
) STRICT, WITHOUT ROWID;
CREATE INDEX worker_occ ON worker(occ);

-- Occupations for which a registered apprenticeship is listed; one that is not here may have one.
CREATE TABLE apprenticeship (
    code  TEXT PRIMARY KEY REFERENCES occupation(code),
    hours_low INTEGER, hours_high INTEGER,   -- of the terms listed; NULL when none is given
    source_id INTEGER NOT NULL REFERENCES source(id)
) STRICT, WITHOUT ROWID;

-- Table 1.12: why an occupation's share of an industry changes.
CREATE TABLE factor (
    id INTEGER PRIMARY KEY,
    occ TEXT NOT NULL,
    industry_code TEXT NOT NULL,
    industry TEXT NOT NULL,
    kind TEXT NOT NULL,                  -- 'demand', 'productivity', 'substitution' ... as published, lower case
    direction TEXT NOT NULL,             -- 'increases', 'decreases', 'no change'
    text TEXT,                           -- official sentence, only from an imported release
    source_id INTEGER NOT NULL REFERENCES source(id)
) STRICT;
CREATE INDEX factor_occ ON factor(occ);

-- Every value of a study in the study's own units: the strip behind the diamond.
CREATE TABLE study_value (
    study TEXT NOT NULL,                 -- 'frey_osborne','aioe','aioe_lm','gpts_beta_model','gpts_beta_human' ...
    study_code TEXT NOT NULL,            -- the study's own occupation code
    value REAL NOT NULL,
    below INTEGER NOT NULL, equal INTEGER NOT NULL, of INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES source(id),
    PRIMARY KEY (study, study_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE exposure (
    code TEXT NOT NULL REFERENCES occupation(code),
    study TEXT NOT NULL,
    study_code TEXT NOT NULL,
    PRIMARY KEY (code, study, study_code),
    FOREIGN KEY (study, study_code) REFERENCES study_value(study, study_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE price_parity (
    area TEXT NOT NULL REFERENCES area(code),
    year INTEGER NOT NULL,
    all_items REAL NOT NULL,             -- nation = 100
    source_id INTEGER NOT NULL REFERENCES source(id),
    PRIMARY KEY (area, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE program (
    cip TEXT PRIMARY KEY,                -- CIP 2020, 'NN.NNNN'
    title TEXT NOT NULL,                 -- without the final full stop
    source_id INTEGER NOT NULL REFERENCES source(id)
) STRICT, WITHOUT ROWID;

CREATE TABLE program_soc (
    soc TEXT NOT NULL,                   -- SOC 2018
    cip TEXT NOT NULL REFERENCES program(cip),
    PRIMARY KEY (soc, cip)
) STRICT, WITHOUT ROWID;

CREATE TABLE cluster (
    code TEXT NOT NULL REFERENCES occupation(code),
    cluster TEXT NOT NULL,
    pathway TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES source(id),
    PRIMARY KEY (code, cluster, pathway)
) STRICT, WITHOUT ROWID;

-- Near twins, made when the pack is built: every occupation with interests, in its group.
CREATE TABLE group_member (
    code       TEXT PRIMARY KEY REFERENCES occupation(code),
    group_code TEXT NOT NULL REFERENCES occupation(code)    -- the member the group is named after
) STRICT, WITHOUT ROWID;

-- The program's own plain words (resources/texts), a line a row.
CREATE TABLE plain_text (
    language  TEXT NOT NULL,             -- 'en'
    kind      TEXT NOT NULL,             -- 'occupation','element','zone','education','experience','training'
    key       TEXT NOT NULL,             -- occupation code, element id, zone, or the agency's own term
    part      TEXT NOT NULL,             -- summary, does, kinds, like, hard, try; means, low, high; line
    place     INTEGER NOT NULL,          -- order of the lines of a part, from 0
    text      TEXT NOT NULL,
    dated     TEXT NOT NULL,             -- 'MM/YYYY', of the last review
    author    TEXT NOT NULL,             -- who wrote or last reviewed it
    source_id INTEGER NOT NULL REFERENCES source(id),
    PRIMARY KEY (language, kind, key, part, place)
) STRICT, WITHOUT ROWID;

-- What the handbook's pages say, coded by us and told in our words (resources/handbook).
CREATE TABLE handbook (
    slug            TEXT PRIMARY KEY,    -- 'electricians'
    title           TEXT NOT NULL,
    page            TEXT NOT NULL,       -- its address
    dated           TEXT NOT NULL,       -- 'YYYY-MM-DD', when the page was last changed
    licence         TEXT NOT NULL,       -- 'everywhere','most states','some states','some roles','voluntary','none said'
    licence_kind    TEXT NOT NULL,       -- 'exam, degree'; '' where not said
    licence_from    TEXT NOT NULL,       -- 'state','federal','professional body','employer','local'; '' where not said
    licence_line    TEXT NOT NULL,
    certificate     TEXT NOT NULL,       -- 'required','preferred','voluntary','not said'
    certificate_line TEXT NOT NULL,      -- this line and those below: '' where the page says nothing
    place_line      TEXT NOT NULL,
    hours_line      TEXT NOT NULL,
    strain_line     TEXT NOT NULL,
    advancement_line TEXT NOT NULL,
    apprenticeship  TEXT NOT NULL,       -- 'yes','no','not said': named as a way in
    read_by         TEXT NOT NULL,
    read_on         TEXT NOT NULL,       -- 'YYYY-MM-DD'
    source_id INTEGER NOT NULL REFERENCES source(id)
) STRICT, WITHOUT ROWID;

CREATE TABLE handbook_soc (
    soc  TEXT PRIMARY KEY,               -- SOC 2018, or the combined code that is published
    slug TEXT NOT NULL REFERENCES handbook(slug)
) STRICT, WITHOUT ROWID;

CREATE TABLE handbook_day (
    slug   TEXT NOT NULL REFERENCES handbook(slug),
    fact   TEXT NOT NULL,                -- 'evenings', 'outdoors', 'lifting' ...
    answer TEXT NOT NULL,                -- 'yes','often','some','no','not said'
    PRIMARY KEY (slug, fact)
) STRICT, WITHOUT ROWID;

CREATE TABLE handbook_similar (
    slug  TEXT NOT NULL REFERENCES handbook(slug),
    place INTEGER NOT NULL,              -- in the page's order, from 0
    other TEXT NOT NULL REFERENCES handbook(slug),
    PRIMARY KEY (slug, place)
) STRICT, WITHOUT ROWID;

-- Search: one row a distinct spelling and occupation, numbered so that the likeliest come
-- first; see counselor_app/store/search_index.py.
CREATE TABLE search_title (
    id INTEGER PRIMARY KEY,              -- place of the occupation * 65536 + place of the spelling
    code TEXT NOT NULL REFERENCES occupation(code),
    title TEXT NOT NULL,
    folded TEXT NOT NULL,                -- lower case, letters and digits, words stemmed of plurals
    kind TEXT NOT NULL,                  -- 'title','reported','alternate','direct'
    weight INTEGER NOT NULL              -- tenths of a point of score, known before any query
) STRICT;
CREATE INDEX search_title_run ON search_title(replace(folded, ' ', ''));
CREATE INDEX search_title_own ON search_title(replace(folded, ' ', '')) WHERE kind = 'title';
CREATE VIRTUAL TABLE search_fts USING fts5(folded, content='', columnsize=0, prefix='1 2 3');
CREATE TABLE search_word (
    word TEXT PRIMARY KEY,
    sound TEXT NOT NULL,                 -- words pronounced alike share it
    titles INTEGER NOT NULL              -- how many titles hold it
) STRICT, WITHOUT ROWID;

-- Titles in other languages, as they are searched; see counselor_app/store/other_titles.py.
CREATE TABLE other_title (
    id      INTEGER PRIMARY KEY,
    code    TEXT NOT NULL REFERENCES occupation(code),
    text    TEXT NOT NULL,
    written TEXT NOT NULL,               -- its words that carry meaning, folded
    stems   TEXT NOT NULL,               -- those words without plural and gender
    points  REAL NOT NULL                -- of score, for how usual the spelling is
) STRICT;
CREATE TABLE other_word (
    word TEXT PRIMARY KEY                -- of `written` or `stems`
) STRICT, WITHOUT ROWID;

-- What people type that no title holds (resources/searches); see counselor_app/store/asked.py.
CREATE TABLE asked (
    key   TEXT PRIMARY KEY,              -- what is left of the words
    words TEXT NOT NULL,
    codes TEXT NOT NULL,                 -- of occupations, likeliest first, space-separated
    why   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How the four large tables are kept. A code is its number in `code`; a number with decimals is
-- a whole number of its last decimal (column by column as the views say), or where it has more
-- decimals than that, itself; a year's wage is kept as what it differs from 2,080 times the
-- hour's, rounded to tens as the agency does. (LEFT JOINs: what a query does not ask for is then
-- not looked up.)
CREATE TABLE code (
    no   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE            -- of occupations (any taxonomy), areas, industries
) STRICT;

CREATE TABLE scored (
    no      INTEGER PRIMARY KEY,
    element TEXT NOT NULL REFERENCES element(id),
    scale   TEXT NOT NULL,
    of      INTEGER,
    UNIQUE (element, scale, of)
) STRICT;

CREATE TABLE answered (
    no        INTEGER PRIMARY KEY,
    date      TEXT NOT NULL,
    rater     TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES source(id),
    UNIQUE (date, rater, source_id)
) STRICT;

CREATE TABLE pay_note (
    no        INTEGER PRIMARY KEY,
    pay_basis TEXT,
    marks     TEXT,
    source_id INTEGER NOT NULL REFERENCES source(id)
) STRICT;

CREATE TABLE kept_rating (
    occupation INTEGER NOT NULL REFERENCES code(no),
    scored     INTEGER NOT NULL REFERENCES scored(no),
    value ANY NOT NULL, n INTEGER, se ANY, low ANY, high ANY,
    suppress INTEGER NOT NULL, not_relevant INTEGER NOT NULL,
    answered INTEGER NOT NULL REFERENCES answered(no),
    below INTEGER, equal INTEGER,
    PRIMARY KEY (occupation, scored)
) STRICT, WITHOUT ROWID;
CREATE VIEW rating AS SELECT
    c.code, s.element, s.scale, iif(typeof(r.value) = 'integer', r.value / 100.0, r.value) AS value, r.n,
    iif(typeof(r.se) = 'integer', r.se / 10000.0, r.se) AS se,
    iif(typeof(r.low) = 'integer', r.low / 10000.0, r.low) AS low,
    iif(typeof(r.high) = 'integer', r.high / 10000.0, r.high) AS high,
    r.suppress, r.not_relevant, a.date, a.rater, r.below, r.equal, s.of, a.source_id
FROM kept_rating r JOIN code c ON c.no = r.occupation JOIN scored s ON s.no = r.scored
LEFT JOIN answered a ON a.no = r.answered;

CREATE TABLE kept_requirement (
    occupation INTEGER NOT NULL REFERENCES code(no),
    scored     INTEGER NOT NULL REFERENCES scored(no),
    category   INTEGER NOT NULL,
    percent ANY NOT NULL, n INTEGER, se ANY, low ANY, high ANY,
    suppress INTEGER NOT NULL,
    answered INTEGER NOT NULL REFERENCES answered(no),
    PRIMARY KEY (occupation, scored, category)
) STRICT, WITHOUT ROWID;
CREATE VIEW requirement AS SELECT
    c.code, s.element, s.scale, r.category, iif(typeof(r.percent) = 'integer', r.percent / 100.0, r.percent) AS percent, r.n,
    iif(typeof(r.se) = 'integer', r.se / 10000.0, r.se) AS se,
    iif(typeof(r.low) = 'integer', r.low / 10000.0, r.low) AS low,
    iif(typeof(r.high) = 'integer', r.high / 10000.0, r.high) AS high,
    r.suppress, a.date, a.rater, a.source_id
FROM kept_requirement r JOIN code c ON c.no = r.occupation JOIN scored s ON s.no = r.scored
LEFT JOIN answered a ON a.no = r.answered;

CREATE TABLE kept_wage (
    occ  INTEGER NOT NULL REFERENCES code(no),
    area INTEGER NOT NULL REFERENCES code(no),
    employment INTEGER, emp_rse ANY,
    h_mean ANY, a_mean INTEGER, mean_rse ANY,
    h_p10 ANY, h_p25 ANY, h_p50 ANY, h_p75 ANY, h_p90 ANY,
    a_p10 INTEGER, a_p25 INTEGER, a_p50 INTEGER, a_p75 INTEGER, a_p90 INTEGER,
    jobs_per_1000 ANY, location_quotient ANY,
    note INTEGER NOT NULL REFERENCES pay_note(no),
    PRIMARY KEY (occ, area)
) STRICT, WITHOUT ROWID;
CREATE VIEW wage AS SELECT
    o.code AS occ, p.code AS area,
    w.employment, iif(typeof(w.emp_rse) = 'integer', w.emp_rse / 10.0, w.emp_rse) AS emp_rse,
    iif(typeof(w.h_mean) = 'integer', w.h_mean / 100.0, w.h_mean) AS h_mean,
    w.a_mean + iif(typeof(w.h_mean) = 'integer', (w.h_mean * 208 + 50) / 100 * 10, 0) AS a_mean,
    iif(typeof(w.mean_rse) = 'integer', w.mean_rse / 10.0, w.mean_rse) AS mean_rse,
    iif(typeof(w.h_p10) = 'integer', w.h_p10 / 100.0, w.h_p10) AS h_p10,
    iif(typeof(w.h_p25) = 'integer', w.h_p25 / 100.0, w.h_p25) AS h_p25,
    iif(typeof(w.h_p50) = 'integer', w.h_p50 / 100.0, w.h_p50) AS h_p50,
    iif(typeof(w.h_p75) = 'integer', w.h_p75 / 100.0, w.h_p75) AS h_p75,
    iif(typeof(w.h_p90) = 'integer', w.h_p90 / 100.0, w.h_p90) AS h_p90,
    w.a_p10 + iif(typeof(w.h_p10) = 'integer', (w.h_p10 * 208 + 50) / 100 * 10, 0) AS a_p10,
    w.a_p25 + iif(typeof(w.h_p25) = 'integer', (w.h_p25 * 208 + 50) / 100 * 10, 0) AS a_p25,
    w.a_p50 + iif(typeof(w.h_p50) = 'integer', (w.h_p50 * 208 + 50) / 100 * 10, 0) AS a_p50,
    w.a_p75 + iif(typeof(w.h_p75) = 'integer', (w.h_p75 * 208 + 50) / 100 * 10, 0) AS a_p75,
    w.a_p90 + iif(typeof(w.h_p90) = 'integer', (w.h_p90 * 208 + 50) / 100 * 10, 0) AS a_p90,
    iif(typeof(w.jobs_per_1000) = 'integer', w.jobs_per_1000 / 1000.0, w.jobs_per_1000) AS jobs_per_1000,
    iif(typeof(w.location_quotient) = 'integer', w.location_quotient / 100.0, w.location_quotient) AS location_quotient,
    n.pay_basis, n.marks, n.source_id
FROM kept_wage w JOIN code o ON o.no = w.occ JOIN code p ON p.no = w.area
LEFT JOIN pay_note n ON n.no = w.note;

CREATE TABLE kept_industry_wage (
    occ      INTEGER NOT NULL REFERENCES code(no),
    industry INTEGER NOT NULL REFERENCES code(no),
    employment INTEGER, emp_rse ANY,
    h_mean ANY, a_mean INTEGER, mean_rse ANY,
    h_p10 ANY, h_p25 ANY, h_p50 ANY, h_p75 ANY, h_p90 ANY,
    a_p10 INTEGER, a_p25 INTEGER, a_p50 INTEGER, a_p75 INTEGER, a_p90 INTEGER,
    note INTEGER NOT NULL REFERENCES pay_note(no),
    PRIMARY KEY (occ, industry)
) STRICT, WITHOUT ROWID;
CREATE VIEW industry_wage AS SELECT
    o.code AS occ, i.code AS industry,
    w.employment, iif(typeof(w.emp_rse) = 'integer', w.emp_rse / 10.0, w.emp_rse) AS emp_rse,
    iif(typeof(w.h_mean) = 'integer', w.h_mean / 100.0, w.h_mean) AS h_mean,
    w.a_mean + iif(typeof(w.h_mean) = 'integer', (w.h_mean * 208 + 50) / 100 * 10, 0) AS a_mean,
    iif(typeof(w.mean_rse) = 'integer', w.mean_rse / 10.0, w.mean_rse) AS mean_rse,
    iif(typeof(w.h_p10) = 'integer', w.h_p10 / 100.0, w.h_p10) AS h_p10,
    iif(typeof(w.h_p25) = 'integer', w.h_p25 / 100.0, w.h_p25) AS h_p25,
    iif(typeof(w.h_p50) = 'integer', w.h_p50 / 100.0, w.h_p50) AS h_p50,
    iif(typeof(w.h_p75) = 'integer', w.h_p75 / 100.0, w.h_p75) AS h_p75,
    iif(typeof(w.h_p90) = 'integer', w.h_p90 / 100.0, w.h_p90) AS h_p90,
    w.a_p10 + iif(typeof(w.h_p10) = 'integer', (w.h_p10 * 208 + 50) / 100 * 10, 0) AS a_p10,
    w.a_p25 + iif(typeof(w.h_p25) = 'integer', (w.h_p25 * 208 + 50) / 100 * 10, 0) AS a_p25,
    w.a_p50 + iif(typeof(w.h_p50) = 'integer', (w.h_p50 * 208 + 50) / 100 * 10, 0) AS a_p50,
    w.a_p75 + iif(typeof(w.h_p75) = 'integer', (w.h_p75 * 208 + 50) / 100 * 10, 0) AS a_p75,
    w.a_p90 + iif(typeof(w.h_p90) = 'integer', (w.h_p90 * 208 + 50) / 100 * 10, 0) AS a_p90,
    n.pay_basis, n.marks, n.source_id
FROM kept_industry_wage w JOIN code o ON o.no = w.occ JOIN code i ON i.no = w.industry
LEFT JOIN pay_note n ON n.no = w.note;
