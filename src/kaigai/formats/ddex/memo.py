"""Elements that stand in message after message, such as a label's deals, are read only once."""

from collections.abc import Callable
from typing import Generic, TypeVar

from lxml.etree import tostring

from kaigai.formats.ddex.elements import Element
from kaigai.formats.ddex.faults import Faults

T = TypeVar("T")

KEPT = 4096  #: distinct elements remembered at once; then all are forgotten
LONGEST = 8192  #: bytes of an element that is worth remembering


class Memo(Generic[T]):
    """A function from an element to plain data, which looks at nothing outside the element.

    Equal elements give the very same object, so that what is made of it can be kept as well;
    nobody may change it. An element with a fault is read anew: its fault names its line.
    """

    __slots__ = ("_known", "_read")

    def __init__(self, read: Callable[[Element, Faults], T]) -> None:
        self._read = read
        self._known: dict[bytes, T] = {}

    def __call__(self, element: Element, faults: Faults) -> T:
        key = tostring(element, with_tail=False)
        known = self._known.get(key)
        if known is None:
            before = len(faults.found)
            known = self._read(element, faults)
            if len(faults.found) == before and len(key) <= LONGEST:
                if len(self._known) >= KEPT:
                    self._known.clear()
                self._known[key] = known
        return known
