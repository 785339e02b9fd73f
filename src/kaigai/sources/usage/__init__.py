"""From charts and tables of plays to rows of usage, a whole column at a time."""
