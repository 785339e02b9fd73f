"""A made-up label to try Kaigai with, and the program that makes it."""
