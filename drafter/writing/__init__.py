"""A Document becomes a Word file in GB/T 9704 form."""
