-- What was printed or saved for a client, and who did what with the file.

CREATE TABLE report (
    uid TEXT PRIMARY KEY,
    client TEXT NOT NULL REFERENCES client (uid) ON DELETE CASCADE,
    session TEXT REFERENCES session (uid) ON DELETE SET NULL,
    kind TEXT NOT NULL,
    codes TEXT NOT NULL,               -- a JSON list of occupations
    format TEXT NOT NULL,
    made TEXT NOT NULL
) STRICT;
CREATE INDEX report_of_client ON report (client);
CREATE INDEX report_of_session ON report (session);

-- No names and no answers: a client is a key here, which says nothing once the client is gone.
CREATE TABLE log (
    uid TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    client TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;

CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
BEGIN
    SELECT raise(ABORT, 'the log is only added to');
END;

CREATE TRIGGER log_is_not_deleted BEFORE DELETE ON log
BEGIN
    SELECT raise(ABORT, 'the log is only added to');
END;
