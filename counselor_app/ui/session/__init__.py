"""The session's own pages: where it starts, the client's home, what the client likes."""
