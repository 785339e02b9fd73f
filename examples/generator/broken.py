"""Files that are broken in ways that real ones are, to show what Kaigai says of them."""

from collections.abc import Iterator

from examples.generator import output, plan, youtube
from examples.generator.ern.message import messages
from examples.generator.ern.xml import DECLARATION
from examples.generator.model import Label


def files() -> Iterator[tuple[str, bytes]]:
    """(name, content) of each.

    truncated.xml breaks off in the middle of an element; doctype.xml declares entities;
    bad_rows.csv has an ISRC too short, a day that is none, a row with too many cells and a word
    for a number; cut_off.json ends within a video.
    """
    label = plan.label(1, 1)
    message = next(each for each in messages(label) if each.version == "4.3")
    whole = output.xml(message)
    yield "truncated.xml", whole[: len(whole) // 2]
    yield "doctype.xml", _with_entity(whole)
    yield "bad_rows.csv", _bad_rows()
    yield "cut_off.json", _cut_off(label)


def _with_entity(whole: bytes) -> bytes:
    head = DECLARATION.encode()
    entity = b'<!DOCTYPE bomb [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n'
    return head + entity + whole.removeprefix(head)


def _bad_rows() -> bytes:
    rows = (
        "品番,アルバム名,アーティスト名,曲順,曲名,曲名ヨミ,ISRC,発売日",
        "UMR-9001,遠い灯,潮見かなた,1,遠い灯,トオイヒ,JPZZ92600901,2026/04/01",
        "UMR-9001,遠い灯,潮見かなた,2,波の輪,ナミノワ,JPZZ926009,2026/04/01",
        "UMR-9002,石の舟,七曲トワ,1,石の舟,イシノフネ,JPZZ92600903,2026/02/31",
        "UMR-9003,雨の庭,七曲トワ,1,雨の庭,アメノニワ,JPZZ92600904,2026/05/13,あまり,もう一つ",
        "UMR-9004,白い坂,七曲トワ,一曲目,白い坂,シロイサカ,JPZZ92600905,2026/06/10",
    )
    return "".join(f"{row}\r\n" for row in rows).encode("cp932")


def _cut_off(label: Label) -> bytes:
    page = next(content for name, content in youtube.files(label) if name.startswith("videos"))
    return page[: len(page) * 2 // 3]
