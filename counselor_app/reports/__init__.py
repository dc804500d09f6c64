"""From the same frozen objects as the window to a tagged PDF, without Qt."""
