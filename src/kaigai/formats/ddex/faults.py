"""What can be wrong with a message, said so that its sender can put it right."""

from dataclasses import dataclass

from kaigai.formats.ddex.elements import Element, local_name
from kaigai.terms.text import Text


class ErnError(Exception):
    """A message that cannot be read: where, what was expected and what to do.

    name   the file, as people know it
    line   1 for the first line; None when no line is to blame
    xpath  the element by its local names, "" when there is none
    found  what stands there
    """

    def __init__(
        self,
        name: str,
        expected: Text,
        todo: Text,
        *,
        found: str = "",
        line: int | None = None,
        xpath: str = "",
    ) -> None:
        where = f"{name}, line {line}" if line else name
        super().__init__(f"{where}: expected {expected.en} {todo.en}")
        self.name, self.line, self.xpath = name, line, xpath
        self.found, self.expected, self.todo = found, expected, todo


class NotErn(ErnError):
    """The file is something else than a release or purge message."""


class BrokenMessage(ErnError):
    """The file is a message, and it is not well-formed, not safe or too big."""


@dataclass(slots=True)
class Problem:
    """A fault in one element; the rest of the message is kept."""

    line: int | None
    xpath: str
    found: str
    expected: Text
    todo: Text


@dataclass(slots=True, frozen=True)
class Fault:
    """A kind of fault: what was expected and what to do."""

    expected: Text
    todo: Text


RESEND = Text(
    "Ask the sender for a corrected message, or correct the element and import it again.",
    "送り手に修正版を依頼するか、この要素を直してもう一度取り込んでください。",
)

BAD_DATE = Fault(
    Text(
        "a date such as 2024-04-05 or an instant such as 2024-04-05T00:00:00Z.",
        "2024-04-05 のような日付、または 2024-04-05T00:00:00Z のような日時。",
    ),
    RESEND,
)
BAD_DURATION = Fault(
    Text("a duration such as PT3M26S.", "PT3M26S のような再生時間。"),
    RESEND,
)
BAD_TERRITORY = Fault(
    Text(
        "a territory: an ISO 3166 code such as JP, a TIS number such as 392, or Worldwide.",
        "地域コード。JP のような ISO 3166、392 のような TIS 番号、または Worldwide。",
    ),
    RESEND,
)
BOTH_TERRITORIES = Fault(
    Text(
        "either TerritoryCode or ExcludedTerritoryCode, not both; the excluded ones are left out.",
        "TerritoryCode か ExcludedTerritoryCode のどちらか一方。ここでは除外地域を差し引きます。",
    ),
    RESEND,
)
NO_REFERENCE = Fault(
    Text(
        "a reference such as A1 or R0 that other elements can point to.",
        "ほかの要素から指せる参照名(A1 や R0 など)。",
    ),
    RESEND,
)
TWICE = Fault(
    Text("a reference that is used only once.", "ほかと重ならない参照名。"),
    RESEND,
)
UNKNOWN_PARTY = Fault(
    Text(
        "the reference of a party in this message's PartyList.",
        "このメッセージの PartyList にある Party の参照名。",
    ),
    RESEND,
)
UNKNOWN_RESOURCE = Fault(
    Text(
        "the reference of a resource in this message's ResourceList.",
        "このメッセージの ResourceList にあるリソースの参照名。",
    ),
    RESEND,
)
UNKNOWN_RELEASE = Fault(
    Text(
        "the reference of a release in this message's ReleaseList.",
        "このメッセージの ReleaseList にあるリリースの参照名。",
    ),
    RESEND,
)
NO_IDENTIFIER = Fault(
    Text(
        "an ISRC or the sender's own identifier.",
        "ISRC、または送り手の独自識別子。",
    ),
    RESEND,
)
BAD_NUMBER = Fault(Text("a whole number.", "整数。"), RESEND)


class Faults:
    """Collects problems while an item is read, with the item's place in the message.

    Earlier siblings are deleted while a big message streams, so that the item's own number
    cannot be counted in the tree: the reader says it.
    """

    __slots__ = ("found", "item", "number")

    def __init__(self) -> None:
        self.item: Element = None
        self.number = 1
        self.found: list[Problem] = []

    def add(self, element: Element, found: str, fault: Fault) -> None:
        """Note that `element` holds `found` where something else was expected."""
        self.found.append(
            Problem(
                element.sourceline,
                self.path(element),
                found[:200],
                fault.expected,
                fault.todo,
            )
        )

    def taken(self) -> list[Problem]:
        """The problems found since the last call."""
        found, self.found = self.found, []
        return found

    def path(self, element: Element) -> str:
        """`/NewReleaseMessage/ResourceList/SoundRecording[3]/Duration`, by local names."""
        steps: list[str] = []
        while element is not None:
            steps.append(self._step(element))
            element = element.getparent()
        return "/" + "/".join(reversed(steps))

    def _step(self, element: Element) -> str:
        name = local_name(element.tag)
        if element is self.item:
            return f"{name}[{self.number}]"
        same = f"{{*}}{name}"
        before = sum(1 for _ in element.itersiblings(same, preceding=True))
        if before == 0 and next(element.itersiblings(same), None) is None:
            return name
        return f"{name}[{before + 1}]"
