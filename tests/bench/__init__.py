"""Timed jobs: `make bench` measures them, `make test` runs each once."""
