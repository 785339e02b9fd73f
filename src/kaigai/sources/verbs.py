"""What people ask of sources: read files, and what can be read."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from kaigai.terms.text import Refused, Text
from kaigai.verbs.answer import Answer, File
from kaigai.verbs.verb import Call, Param, verb


def _reader(name: str) -> str:
    from kaigai.sources.reader import READERS

    if name in READERS:
        return name
    listed = ", ".join(READERS)
    raise Refused(
        Text(
            f"there is no reader {name}; there are: {listed}",
            f"{name} という形式はありません。あるのは {listed} です",
        )
    )


Paths = Annotated[
    tuple[Path, ...],
    Param(
        Text("Files, folders, zips.", "ファイル、フォルダ、ZIP。"),
        word=True,
        many=True,
        shown="PATH",
        example="examples/label/artists.xlsx",
    ),
]
Reader = Annotated[
    str | None,
    Param(
        Text("Use this reader, whatever the content.", "中身によらず、この形式で読みます。"),
        _reader,
        shown="NAME",
    ),
]
Mapped = Annotated[
    File | None,
    Param(
        Text(
            "A TOML file that says which column is which: column = field.",
            "どの列が何かを示すTOMLファイル(列名 = 項目名)。",
        )
    ),
]
Preview = Annotated[
    bool,
    Param(
        Text(
            "Only show what each column of a sheet is taken for; read nothing.",
            "表の各列を何とみなすかだけを表示し、読み込みはしません。",
        )
    ),
]


@verb(
    "read",
    Text(
        "Read files and folders; formats are recognised by content.",
        "ファイルやフォルダを読み込みます。形式は中身から判別します。",
    ),
    "data",
    kind="make",
    stands="new",
    lines=20,
    doing=Text("reading", "読み込み中"),
)
def read(
    call: Call,
    paths: Paths,
    reader: Reader = None,
    mapping: Mapped = None,
    preview: Preview = False,
) -> Answer:
    """Read files and folders."""
    from kaigai.sources import actions, answers

    options: Mapping[str, Any] = {}
    if mapping:
        options = {"mapping": actions.mapping_of(mapping.content, mapping.name)}
    if preview:
        return answers.preview(actions.guess(paths=paths, reader=reader, options=options))
    done = actions.read(
        call.facts, paths=paths, at=call.at, reader=reader, options=options, watch=call.watch
    )
    return answers.read(done, call.limit)


@verb(
    "readers",
    Text("List what can be read.", "読み込める形式を一覧します。"),
    "data",
    stands="none",
    lines=None,
)
def readers(call: Call) -> Answer:
    """What can be read."""
    from kaigai.sources import answers

    return answers.readers()
