"""Files read by other processes: one that ends its process costs itself and no other."""

from collections.abc import Callable, Iterator, Sequence

from kaigai.sources.files import Found
from kaigai.sources.intake import Taken
from kaigai.sources.process_pool import WorkerLost, each_apart

Take = Callable[[list[Found]], Taken]


def taken_apart(
    chunks: Sequence[list[Found]],
    take: Take,
    refuse: Callable[[Found], Taken],
    workers: int,
    meanwhile: Callable[[], None],
) -> Iterator[Taken]:
    """What `take` makes of each chunk, in their order.

    A process that ends takes all others of its pool along: what was not done yet is done again,
    the chunk that is waited for in halves, until the one file is found that ends it.

    refuse     what is said of that file
    meanwhile  what this process does once the others are at work
    """
    done = 0
    while done < len(chunks):
        try:
            for taken in each_apart(take, chunks[done:], workers, meanwhile):
                done += 1
                yield taken
        except WorkerLost:
            yield _in_halves(chunks[done], take, refuse)
            done += 1


def _in_halves(chunk: list[Found], take: Take, refuse: Callable[[Found], Taken]) -> Taken:
    try:
        (taken,) = each_apart(take, [chunk], 1)
    except WorkerLost:
        if len(chunk) == 1:
            return refuse(chunk[0])
        taken = _in_halves(chunk[: len(chunk) // 2], take, refuse)
        taken.merge(_in_halves(chunk[len(chunk) // 2 :], take, refuse))
    return taken
