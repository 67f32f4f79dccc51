"""The schema of the register through time; `versions` holds one step a module, oldest first."""
