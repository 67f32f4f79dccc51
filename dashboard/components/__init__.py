"""Pieces of page: pure functions of domain objects."""
