"""The whole label as files: their names and their bytes, before anything is written."""

from collections.abc import Iterator

from examples.generator import sheet, tie_ins, usage, workbook, youtube
from examples.generator.ern import ern38, ern43
from examples.generator.ern.message import Message, messages
from examples.generator.ern.xml import document
from examples.generator.model import Label

#: So many of the latest first deliveries come together, in one zip.
ZIPPED = 6


def files(label: Label) -> Iterator[tuple[str, bytes]]:
    """(path within the folder, content) of every file, in a fixed order."""
    yield from _deliveries(label)
    yield "catalogue_cp932.csv", sheet.catalogue(label)
    yield "tie_ins.csv", tie_ins.tie_ins(label)
    yield "artists.xlsx", workbook.workbook("アーティスト", sheet.artists(label))
    for name, content in youtube.files(label):
        yield f"youtube/{name}", content
    yield "usage/plays.csv", "".join(usage.plays(label)).encode()


def _deliveries(label: Label) -> Iterator[tuple[str, bytes]]:
    sent = messages(label)
    together = [message for message in sent if message.kind == "new"][-ZIPPED:]
    names = {message.message_id for message in together}
    for message in sent:
        if message.message_id not in names:
            yield f"ern/{message.file_name}", xml(message)
    batch = {message.file_name: xml(message) for message in together}
    yield "ern/batch.zip", workbook.stored(batch)


def xml(message: Message) -> bytes:
    """A message in the version that the label used at the time."""
    return document((ern38 if message.version == "3.8.2" else ern43).root(message))
