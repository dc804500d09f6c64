"""What is printed and saved."""
