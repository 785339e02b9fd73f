"""The field's words: codes, names, territories, languages and periods, with no I/O."""
