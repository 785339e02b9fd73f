"""The label's deliveries as DDEX messages: ERN 3.8.2 and ERN 4.3."""
