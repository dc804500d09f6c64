-- What a client says of themselves besides interests, each time it was asked: work styles, value
-- cards, readiness, a note of a Big Five inventory. How many items are behind each score. Who
-- agreed that their answers go into the field study.

CREATE TABLE self_report (
    uid TEXT PRIMARY KEY,
    client TEXT NOT NULL REFERENCES client (uid) ON DELETE CASCADE,
    session TEXT REFERENCES session (uid) ON DELETE CASCADE,
    kind TEXT NOT NULL,                -- styles, cards, before, after, big_five
    edition TEXT NOT NULL,             -- of the statements or cards; '' for a note
    said TEXT NOT NULL,                -- a JSON object
    taken TEXT NOT NULL,
    deleted TEXT
) STRICT;
CREATE INDEX self_report_of_client ON self_report (client);
CREATE INDEX self_report_of_session ON self_report (session);

ALTER TABLE scores ADD COLUMN answered TEXT NOT NULL DEFAULT '[]';  -- six counts; empty: all

CREATE TABLE consent (
    inventory TEXT PRIMARY KEY REFERENCES inventory (uid) ON DELETE CASCADE,
    language TEXT NOT NULL,            -- of the items
    age_band TEXT NOT NULL,            -- this and the next two: '' where not said
    sex TEXT NOT NULL,
    education_rung INTEGER             -- 0 to 4
) STRICT;
