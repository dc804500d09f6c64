"""The clients' file in the window: opening, clients, sessions, notes, record, lock, backups."""
