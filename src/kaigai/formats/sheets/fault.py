"""What is wrong with a table as a whole, said so that its keeper can put it right."""

from kaigai.terms.text import Text


class SheetFault(Exception):
    """A table that cannot be read: where, what was found, what was expected, what to do."""

    def __init__(self, place: str, found: str, expected: Text, todo: Text) -> None:
        super().__init__(f"{place}: {expected.en}")
        self.place = place
        self.found = found
        self.expected = expected
        self.todo = todo
