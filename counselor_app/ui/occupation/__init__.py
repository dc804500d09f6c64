"""One or two occupations and their comparison."""
