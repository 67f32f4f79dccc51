"""What a comparison is made of: two sides, their totals, benchmarks, gaps, series, twins."""
