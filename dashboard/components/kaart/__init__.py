"""Draws the parts of the page with the map, and reads what its address asks for."""
