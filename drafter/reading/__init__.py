"""Reading: any file a planner has becomes a Document."""
