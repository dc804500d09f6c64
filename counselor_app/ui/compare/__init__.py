"""Two to four occupations on one page."""
