-- Occupations that the client has said are not for them, so that no list offers them again.

CREATE TABLE set_aside (
    client TEXT NOT NULL REFERENCES client (uid) ON DELETE CASCADE,
    code TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (client, code)
) STRICT, WITHOUT ROWID;
