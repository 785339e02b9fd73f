"""Faults on purpose, and next to each the near miss that must not be found."""
