"""Several plans understood at once: who writes what, with which numbers, under whose lead, and who copied whom."""
