"""Where would people listen? Markets not reached yet, ranked, and what they are worth."""
