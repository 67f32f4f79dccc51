"""What is on a fact sheet, apart from how it is written."""
