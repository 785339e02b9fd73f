"""An answer as Markdown: to paste into a mail, a ticket or a wiki."""

from collections.abc import Iterator

from kaigai.doors.step_command import as_command
from kaigai.terms.section import Section, cell
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Answer, Block, Cards, Chart, Figures, Fold, Grounds, Heading, Step
from kaigai.verbs.index import VERBS

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
            if block.more:
                yield from ("", f"{_plain(block.more.why.to(language))}: {_command(block.more)}")
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
                said = [card.title, card.about, *card.sizes, *card.lines, card.todo]
                yield f"- {' · '.join(_plain(each.to(language)) for each in said if each)}"
                if card.more:
                    yield f"  - {_plain(card.more.why.to(language))}: {_command(card.more)}"
        case Grounds():
            yield from _grounds(block, language)
        case Fold():
            yield f"### {_plain(block.title.to(language))}"
            for inner in block.blocks:
                yield ""
                yield from _block(inner, language)


def _command(step: Step) -> str:
    return f"`{as_command(step, VERBS, None)}`"


def _grounds(block: Grounds, language: Language) -> Iterator[str]:
    for said in (block.day, block.warning):
        if said:
            yield from (_plain(said.to(language)), "")
    for counted in block.figures:
        yield f"- {_plain(counted.label.to(language))}: {_plain(counted.value.to(language))}"
    for name, lines in block.lines:
        if lines:
            yield f"- {_plain(name.to(language))}: {_plain(cell(list(lines), language))}"


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
