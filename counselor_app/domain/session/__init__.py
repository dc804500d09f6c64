"""What a session holds: the client, the questions, the code that hands them over."""
