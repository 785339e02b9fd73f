"""Reads DDEX release messages (ERN 3.7 to 4.3.2): what was delivered, to whom, for where."""

from collections.abc import Iterator

from kaigai.formats.ddex.ern import looks_like_ern, read_ern
from kaigai.formats.ddex.faults import ErnError, Problem
from kaigai.formats.ddex.message import Head
from kaigai.sources.ern.messages import Gathering
from kaigai.sources.reader import Part, Refused, RefusedFile, Source, reader
from kaigai.terms.text import Text


@reader(
    "ddex-ern",
    about=Text(
        en="DDEX release messages as labels and distributors deliver them: ERN 3.7 to 4.3.2.",
        ja="レーベルや配信代行が納品する DDEX のリリース通知(ERN 3.7〜4.3.2)です。",
    ),
    feeds=(
        "recordings",
        "releases",
        "tracks",
        "works",
        "parties",
        "names",
        "credits",
        "deals",
        "territory_sets",
    ),
    licence="contract",
    sniff=lambda head, name: looks_like_ern(head),
    order=10,
)
def ddex_ern(source: Source) -> Iterator[Part]:
    gathering: Gathering | None = None
    try:
        with source.open() as stream:
            for part in read_ern(stream, name=source.name):
                if isinstance(part, Problem):
                    yield _refused(part)
                elif isinstance(part, Head):
                    gathering = Gathering(part)
                elif gathering is not None:
                    yield from gathering.add(part)
    except ErnError as error:
        place = f"line {error.line}" if error.line else "file"
        found = error.found or error.xpath
        raise RefusedFile(place, found, error.expected, error.todo) from None


def _refused(problem: Problem) -> Refused:
    place = f"line {problem.line}, {problem.xpath}" if problem.line else problem.xpath
    return Refused(place, problem.found, problem.expected, problem.todo)
