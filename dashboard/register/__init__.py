"""What users know: initiatives, their own stock, the atelier. Here: the starter list."""
