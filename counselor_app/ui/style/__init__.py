"""Colors, sizes, fonts, icons."""
