"""拟稿台 (drafter): from the plans of others to this city's own plan, and to a Word document in GB/T 9704 form."""

__version__ = "0.1.0"
