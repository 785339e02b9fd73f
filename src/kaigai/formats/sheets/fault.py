"""What is wrong with a table as a whole, said so that its keeper can put it right."""

from typing import Final

from kaigai.terms.text import Text

FILE: Final = Text("file", "ファイル全体")


def line(number: int) -> Text:
    """A line of a text file."""
    return Text(f"line {number}", f"{number}行目")


class SheetFault(Exception):
    """A table that cannot be read: where, what was found, what was expected, what to do.

    place  as reports of readers name it: `file`, `line 3`
    where  the same for people; a place that is a name is itself in both languages
    """

    def __init__(self, place: str | Text, found: str, expected: Text, todo: Text) -> None:
        self.where = place if isinstance(place, Text) else Text(place, place)
        self.place = self.where.en
        self.found = found
        self.expected = expected
        self.todo = todo
        super().__init__(f"{self.place}: {expected.en}")

    def said_of(self, name: str) -> Text:
        """The whole of it, for a file of that name."""
        where, expected, todo = self.where, self.expected, self.todo
        return Text(
            f"{name}, {where.en}: {self.found}; expected {expected.en}. To do: {todo.en}",
            f"{name} の{where.ja}: {self.found}。必要なのは{expected.ja}です。{todo.ja}",
        )
