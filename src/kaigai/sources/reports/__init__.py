"""From reports to facts: plays as rows of usage, and each report's own totals."""
