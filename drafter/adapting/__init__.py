"""A passage of another place becomes ours: facts, agencies, places, slots, leftovers."""
