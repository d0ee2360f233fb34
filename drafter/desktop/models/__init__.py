"""Item models over frozen values: integer ids, no widget, no state but what was shown."""
