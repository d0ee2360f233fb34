"""Several plans understood at once."""
