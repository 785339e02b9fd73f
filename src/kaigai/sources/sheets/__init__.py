"""From rows of a sheet to rows of facts: what the readers of sheets share."""
