"""The client in the window: chip, scores, inventory, matches, self-ratings."""
