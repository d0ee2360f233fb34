"""One rule per file; each yields findings."""
