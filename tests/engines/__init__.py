"""Every set-based step on both engines, DuckDB and Spark, on small tables."""
