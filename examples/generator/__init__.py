"""Makes a fictional Japanese label, as a label would deliver it, with faults that are known."""
