"""The docks of the window: each has one input, `show`, and says what the planner wishes by signals."""
