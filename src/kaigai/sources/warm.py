"""Imported once by the process that worker processes are forked from, so that they start warm."""

from kaigai.sources import intake as intake
from kaigai.sources.reader import READERS

READERS.plugins  # noqa: B018
