"""A person beside occupations."""
