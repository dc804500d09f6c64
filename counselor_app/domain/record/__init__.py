"""What is kept of a client."""
