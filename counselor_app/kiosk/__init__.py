"""The locked-down shell for students around the window's own pages."""
