"""Questions that need a form; ask.py opens them."""
