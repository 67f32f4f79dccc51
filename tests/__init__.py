"""What holds for the project, proven."""
