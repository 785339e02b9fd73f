"""Tables that people keep: comma-separated text and workbooks, and what their headers mean."""
