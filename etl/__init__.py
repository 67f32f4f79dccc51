"""Sources to snapshots to DuckDB; shares the domain with the dashboard and nothing else."""
