"""Lists of occupations as Qt models, and how their rows are drawn."""
