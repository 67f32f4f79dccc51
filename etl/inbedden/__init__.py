"""Makes the embedded snapshot of the folder with real figures; only a maintainer needs it."""
