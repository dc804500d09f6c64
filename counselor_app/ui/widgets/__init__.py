"""Small widgets that draw themselves from the theme's tokens and speak to screen readers."""
