"""The clients' file: one encrypted SQLite database, its records, backups and log."""
