"""What is drawn: specs without a screen, and the screen that draws them."""
