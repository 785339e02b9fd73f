"""How the parts of a DDEX release message become rows of facts."""
