"""What is wrong with a file of translations or terms, said so that its keeper can mend it."""

from kaigai.terms.text import Text


class MemoryFault(Exception):
    """A file that cannot be taken in: what was found, what was expected, what to do."""

    def __init__(self, found: str, expected: Text, todo: Text) -> None:
        super().__init__(f"{found}: {expected.en}")
        self.text = Text(
            en=f"found {found}; expected {expected.en}. To do: {todo.en}",
            ja=f"{found} が見つかりました。必要なのは{expected.ja}です。{todo.ja}",
        )
