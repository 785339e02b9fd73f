"""ERN messages to measure with: the shared 4.x samples again and again, each a release apart."""

import re
from itertools import cycle
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "shared" / "data" / "ern"
IDENTIFIERS = ("ISRC", "ICPN", "GRid", "MessageId", "MessageThreadId")
PATTERN = re.compile(rf"(<(?:{'|'.join(IDENTIFIERS)})>)([^<]*)".encode())


def write_messages(folder: Path, count: int) -> int:
    """Write `count` different messages; returns their bytes together.

    The last digits of every identifier are replaced, so that no two messages are one release.
    Without the shared samples, messages come from the example generator.
    """
    folder.mkdir(parents=True, exist_ok=True)
    samples = sorted(SAMPLES.glob("4*.xml"))
    if not samples:
        from examples.generator.bulk import many_messages

        many_messages(folder, count)
        return sum(path.stat().st_size for path in folder.glob("*.xml"))
    contents = cycle([path.read_bytes() for path in samples])
    return sum(_write(folder, number, next(contents)) for number in range(count))


def _write(folder: Path, number: int, content: bytes) -> int:
    digits = f"{number:05}".encode()

    def other(match: re.Match[bytes]) -> bytes:
        value = match[2]
        return match[1] + (value[:4] + digits + value[9:] if len(value) > 9 else value + digits)

    return (folder / f"{number:05}.xml").write_bytes(PATTERN.sub(other, content))
