"""What people are shown about the memory, the glossary and the services."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from kaigai.desks.review.translation.memory import Match
from kaigai.desks.review.translation.provider import PROVIDERS
from kaigai.desks.review.translation.provider_choice import Chosen
from kaigai.facts.settings import Translate
from kaigai.terms.languages import name_of_language
from kaigai.terms.section import Section
from kaigai.terms.text import Text

if TYPE_CHECKING:
    from kaigai.desks.review.translation.outcome import Defined, Remembered

SHOWN: Final = 50


def _named(language: str | None) -> Text:
    if not language:
        return EVERY_LANGUAGE
    return Text(name_of_language(language, "en"), name_of_language(language, "ja"))


def remembered_sections(made: "Remembered") -> Iterator[Section]:
    """What a file brought into the memory."""
    rows = tuple((_named(tag), number) for tag, number in sorted(made.languages.items()))
    note = Text(
        f"{made.pairs:,} pairs, {made.new:,} of them new",
        f"{made.pairs:,}組のうち{made.new:,}組が新規",
    )
    yield Section(
        Text("Memory", "翻訳メモリ"), (Text("into", "訳文の言語"), PAIRS), rows, (1,), note
    )
    if made.strangers:
        listed = Text(", ".join(made.strangers[:10]), "、".join(made.strangers[:10]))
        yield Section(
            STRANGERS,
            note=Text(
                f"{listed.en}: their pairs count as anybody's",
                f"{listed.ja}(アーティストの指定なしとして取り込みました)",
            ),
        )


def memory_section(total: int, text: str | None, matches: Sequence[Match]) -> Section:
    """How large the memory is, or what it knows of a text."""
    if text is None:
        note = Text(f"{total:,} pairs", f"{total:,}組")
        return Section(MEMORY, note=note)
    rows = tuple(
        (each.entry.source, each.entry.target, _named(each.entry.target_language),
         f"{each.score:.0%}", each.entry.by, each.entry.origin)
        for each in matches
    )  # fmt: skip
    columns = (Text("original", "原文"), Text("translation", "訳文"), Text("language", "言語"),
               Text("match", "一致度"), Text("by", "承認者"),
               Text("from", "出どころ"))  # fmt: skip
    nothing = None if rows else Text("The memory knows nothing like it.", "近い文はありません。")
    return Section(MEMORY, columns, rows, (3,), nothing)


def glossary_section(rows: Sequence[Mapping[str, Any]]) -> Section:
    """The terms in use."""
    listed = tuple(
        (row["word"], row["form"] or KEPT, _named(row["language"]), row["artist_id"] or EVERYBODY,
         row["by"], row["at"], row["note"])
        for row in rows[:SHOWN]
    )  # fmt: skip
    columns = (Text("word", "用語"), Text("form", "訳語"), Text("language", "言語"),
               Text("texts of", "対象"), Text("by", "登録者"), Text("at", "日時"),
               Text("note", "備考"))  # fmt: skip
    note = Text(f"{len(rows):,} terms", f"{len(rows):,}語") if rows else NO_TERMS
    return Section(Text("Glossary", "用語集"), columns, listed, note=note)


def defined_sections(made: "Defined") -> Iterator[Section]:
    """Terms that were set or removed, and rows that cannot be used."""
    yield glossary_section(made.terms)
    if made.bad:
        columns = (Text("row", "行"), Text("why", "理由"))
        yield Section(
            Text("Rows that cannot be used", "使えない行"), columns, tuple(made.bad), (0,)
        )


def providers_section(settings: Translate, chosen: Chosen | None, *, has_key: bool) -> Section:
    """The services, which one the settings choose, and whether its key is there."""
    rows = tuple(
        (each.name, each.about, CHOSEN if chosen and each.name == chosen.provider.name else None)
        for each in PROVIDERS.values()
    )
    note = NO_PROVIDER
    if chosen:
        key = Text("set", "設定済み") if has_key else Text("not set", "未設定")
        note = Text(
            f"In use: {chosen.origin}, {chosen.url or 'its usual address'}; key: {key.en}",
            f"使用中: {chosen.origin}({chosen.url or '標準のURL'})。キー: {key.ja}",
        )
    columns = (Text("service", "サービス"), Text("", ""), Text("", ""))
    return Section(Text("Translation services", "翻訳サービス"), columns, rows, note=note)


UNUSABLE = Text("Rows that cannot be used", "使えない行")
MEMORY = Text("Memory", "翻訳メモリ")
PAIRS = Text("pairs", "組数")
STRANGERS = Text("Artists that the catalogue does not know", "カタログにないアーティスト")
EVERY_LANGUAGE = Text("every language", "全言語")
EVERYBODY = Text("everybody", "全アーティスト")
KEPT = Text("(never translated)", "(訳さない)")
CHOSEN = Text("chosen", "選択中")
NO_TERMS = Text("There are no terms yet.", "まだ用語がありません。")
NO_PROVIDER = Text(
    en="None is chosen: people and the memory alone. Choose one in settings.toml: [translate] "
    "provider.",
    ja="選択なし(人と翻訳メモリのみ)。settings.toml の [translate] provider で選べます。",
)
