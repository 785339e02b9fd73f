"""An answer as Markdown: to paste into a mail, a ticket or a wiki."""

from collections.abc import Iterator

from kaigai.terms.section import Section, cell
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Answer, Block, Cards, Chart, Figures, Fold, Heading

PICTURE = Text("Picture: {about}", "図: {about}")


def markdown(answer: Answer, language: Language) -> str:
    """Headings, tables and lists; what a picture shows is said in words."""
    lines = [f"# {_plain(answer.title.to(language))}", ""]
    if answer.lede:
        lines += [_plain(answer.lede.to(language)), ""]
    for block in answer.blocks:
        lines += [*_block(block, language), ""]
    return "\n".join(lines).rstrip() + "\n"


def _block(block: Block, language: Language) -> Iterator[str]:
    match block:
        case Heading():
            yield f"## {_plain(block.title.to(language))}"
            if block.lede:
                yield from ("", _plain(block.lede.to(language)))
        case Section():
            yield from _section(block, language)
        case Chart():
            yield f"### {_plain(block.title.to(language))}"
            yield from ("", _plain(PICTURE.to(language, about=block.about.to(language))))
        case Figures():
            yield f"### {_plain(block.title.to(language))}"
            yield ""
            for each in block.figures:
                of = f" {each.of.to(language)}" if each.of else ""
                label, value = each.label.to(language), each.value.to(language)
                yield f"- {_plain(label)}: {_plain(value + of)}"
        case Cards():
            yield f"### {_plain(block.title.to(language))}"
            yield ""
            for card in block.cards:
                said = [card.title, card.about, *card.sizes, *([card.todo] if card.todo else [])]
                yield f"- {' · '.join(_plain(each.to(language)) for each in said)}"
        case Fold():
            yield f"### {_plain(block.title.to(language))}"
            for inner in block.blocks:
                yield ""
                yield from _block(inner, language)


def _section(section: Section, language: Language) -> Iterator[str]:
    yield f"### {_plain(section.title.to(language))}"
    if section.rows:
        yield ""
        yield _row(each.to(language) for each in section.columns)
        marks = ("---:" if place in section.right else "---" for place in _places(section))
        yield f"| {' | '.join(marks)} |"
        for row in section.rows:
            yield _row(cell(each, language) for each in row)
    if section.note:
        yield from ("", _plain(section.note.to(language)))


def _places(section: Section) -> range:
    return range(len(section.columns))


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(_plain(each) for each in cells)} |"


def _plain(text: str) -> str:
    """Text that Markdown takes for nothing but text."""
    one = " ".join(text.split())
    for letter in "\\`*_|<>[]":
        one = one.replace(letter, f"\\{letter}")
    return one
