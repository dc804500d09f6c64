-- The six work values in the client's own order; one order a client, the newest.

CREATE TABLE value_order (
    client TEXT PRIMARY KEY REFERENCES client (uid) ON DELETE CASCADE,
    elements TEXT NOT NULL,            -- a JSON list, what matters most first
    ordered TEXT NOT NULL
) STRICT;
