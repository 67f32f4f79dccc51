"""Shows the database to people: pages, figures and what users bring."""
