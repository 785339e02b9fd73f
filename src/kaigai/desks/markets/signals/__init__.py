"""The signals: one file, one reason why an artist may be heard in a territory."""
