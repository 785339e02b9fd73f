"""What platforms and distributors report: sales, streams and views, by column name."""
