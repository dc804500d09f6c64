-- A next step has a day, a person and a place in its list.

ALTER TABLE step ADD COLUMN due TEXT;                      -- a day; null: none
ALTER TABLE step ADD COLUMN who TEXT NOT NULL DEFAULT '';  -- with whom, as typed
ALTER TABLE step ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
