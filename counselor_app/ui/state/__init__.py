"""What is open and chosen."""
