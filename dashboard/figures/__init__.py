"""Domain objects in, figure out: maps, strips, trends."""
