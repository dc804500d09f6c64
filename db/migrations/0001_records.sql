-- Clients and what is kept of them. Keys are random (16 hexadecimal digits), so that a record
-- handed over keeps its own; times are ISO 8601 in UTC. Every part goes with its client.

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE client (
    uid TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,              -- the name without case, for search
    created TEXT NOT NULL,
    changed TEXT NOT NULL,             -- the last change to any part: which of two copies is newer
    deleted TEXT,                      -- can be undone until the file is closed
    last TEXT,                         -- start of the newest session; this and the next two
    sessions INTEGER NOT NULL DEFAULT 0,  -- follow the sessions by themselves, so that
    open INTEGER NOT NULL DEFAULT 0       -- ten thousand clients are listed at once
) STRICT;

CREATE INDEX client_by_last ON client (coalesce(last, created) DESC, folded);  -- as listed

CREATE TABLE session (
    uid TEXT PRIMARY KEY,
    client TEXT NOT NULL REFERENCES client (uid) ON DELETE CASCADE,
    started TEXT NOT NULL,
    ended TEXT,                        -- null while it is open or paused
    position TEXT NOT NULL DEFAULT '{}',
    deleted TEXT
) STRICT;
CREATE INDEX session_of_client ON session (client, started, ended, deleted);

CREATE TRIGGER session_added AFTER INSERT ON session
BEGIN
    UPDATE client SET (last, sessions, open) = (
        SELECT max(started), count(*), count(*) > count(ended)
        FROM session WHERE client = new.client AND deleted IS NULL
    ) WHERE uid = new.client;
END;

CREATE TRIGGER session_changed AFTER UPDATE OF client, started, ended, deleted ON session
BEGIN
    UPDATE client SET (last, sessions, open) = (
        SELECT max(started), count(*), count(*) > count(ended)
        FROM session WHERE client = new.client AND deleted IS NULL
    ) WHERE uid = new.client;
END;

CREATE TRIGGER session_deleted AFTER DELETE ON session
BEGIN
    UPDATE client SET (last, sessions, open) = (
        SELECT max(started), count(*), count(*) > count(ended)
        FROM session WHERE client = old.client AND deleted IS NULL
    ) WHERE uid = old.client;
END;

CREATE TABLE inventory (
    uid TEXT PRIMARY KEY,
    client TEXT NOT NULL REFERENCES client (uid) ON DELETE CASCADE,
    session TEXT REFERENCES session (uid) ON DELETE CASCADE,
    form TEXT NOT NULL,
    version TEXT NOT NULL,             -- edition of items and scoring
    started TEXT NOT NULL,
    finished TEXT,
    seconds REAL NOT NULL
) STRICT;
CREATE INDEX inventory_of_client ON inventory (client);
CREATE INDEX inventory_of_session ON inventory (session);

CREATE TABLE answer (
    inventory TEXT NOT NULL REFERENCES inventory (uid) ON DELETE CASCADE,
    item TEXT NOT NULL,
    given INTEGER,                     -- 0 to 4; null: seen and left out
    PRIMARY KEY (inventory, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE scores (
    uid TEXT PRIMARY KEY,
    client TEXT NOT NULL REFERENCES client (uid) ON DELETE CASCADE,
    session TEXT REFERENCES session (uid) ON DELETE CASCADE,
    inventory TEXT REFERENCES inventory (uid) ON DELETE CASCADE,
    instrument TEXT NOT NULL,
    points TEXT NOT NULL,              -- a JSON list of six, R I A S E C; empty for a code
    letters TEXT NOT NULL,
    taken TEXT,                        -- the day; null: not known
    recorded TEXT NOT NULL
) STRICT;
CREATE INDEX scores_of_client ON scores (client);
CREATE INDEX scores_of_session ON scores (session);
CREATE INDEX scores_of_inventory ON scores (inventory);

CREATE TABLE self_rating (
    client TEXT NOT NULL REFERENCES client (uid) ON DELETE CASCADE,
    element TEXT NOT NULL,
    level REAL NOT NULL,               -- 0 to 7
    rated TEXT NOT NULL,
    PRIMARY KEY (client, element)
) STRICT, WITHOUT ROWID;

CREATE TABLE shortlist (
    client TEXT NOT NULL REFERENCES client (uid) ON DELETE CASCADE,
    code TEXT NOT NULL,
    place INTEGER NOT NULL,
    added TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (client, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    uid TEXT PRIMARY KEY,
    client TEXT NOT NULL REFERENCES client (uid) ON DELETE CASCADE,
    session TEXT REFERENCES session (uid) ON DELETE CASCADE,
    reader TEXT NOT NULL CHECK (reader IN ('client', 'counselor')),
    text TEXT NOT NULL,
    code TEXT NOT NULL,                -- an occupation, or ''
    written TEXT NOT NULL,
    changed TEXT NOT NULL,
    deleted TEXT
) STRICT;
CREATE INDEX note_of_client ON note (client);
CREATE INDEX note_of_session ON note (session);

CREATE TABLE step (
    uid TEXT PRIMARY KEY,
    client TEXT NOT NULL REFERENCES client (uid) ON DELETE CASCADE,
    text TEXT NOT NULL,
    written TEXT NOT NULL,
    done TEXT,                         -- when; null: still to do
    deleted TEXT
) STRICT;
CREATE INDEX step_of_client ON step (client);
