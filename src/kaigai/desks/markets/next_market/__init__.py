"""Which territories come next: the model's ranking for one artist, with reasons."""
