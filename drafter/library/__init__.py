"""Plans kept and found: the only user of sqlite3."""
