"""One adapter for each protocol; none of them knows the database."""
