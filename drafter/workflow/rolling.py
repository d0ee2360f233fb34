"""A draft's years moved to another period: what would change, and the change."""

from drafter.adapting.rolling import YearChange, roll_years, year_changes

__all__ = ["YearChange", "roll_years", "year_changes"]
