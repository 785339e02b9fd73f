"""Memory, glossary and services as answers: what people look at, and what to do next."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from kaigai.desks.review.translation.pairs import TERMS
from kaigai.desks.review.translation.provider import PROVIDERS
from kaigai.facts.form_file import FormSheet
from kaigai.formats.sheets.form import unusable
from kaigai.terms.languages import name_of_language
from kaigai.terms.section import Section, Share
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import Answer, Step

if TYPE_CHECKING:
    from kaigai.desks.review.translation.memory import Match
    from kaigai.desks.review.translation.result import Defined, Remembered, Services


def remembered(done: "Remembered") -> Answer:
    """What a file brought into the memory."""
    return Answer(MEMORY, tuple(_remembered(done)), done, steps=(USE,))


def _remembered(done: "Remembered") -> Iterator[Section]:
    rows = tuple((_named(tag), number) for tag, number in sorted(done.languages.items()))
    note = Text(
        f"{done.pairs:,} pairs, {done.new:,} of them new",
        f"{done.pairs:,}組のうち{done.new:,}組が新規",
    )
    yield Section(MEMORY, (Text("into", "訳文の言語"), PAIRS), rows, (1,), note)
    if done.strangers:
        first = done.strangers[:STRANGERS_SHOWN]
        note = Text(
            f"{', '.join(first)}: their pairs count as anybody's",
            f"{'、'.join(first)}(アーティストの指定なしとして取り込みました)",
        )
        yield Section(STRANGERS, note=note)


def recalled(found: Sequence["Match"]) -> Answer:
    """What the memory knows of a text."""
    rows = tuple(
        (each.entry.source, each.entry.target, _named(each.entry.target_language),
         Share(each.score), each.entry.by, each.entry.origin)
        for each in found
    )  # fmt: skip
    columns = (Text("original", "原文"), Text("translation", "訳文"), Text("language", "言語"),
               Text("match", "一致度"), Text("by", "承認者"),
               Text("from", "出どころ"))  # fmt: skip
    section = Section(MEMORY, columns, rows, (3,), None if rows else NOTHING_LIKE_IT)
    return Answer(MEMORY, (section,), tuple(found), steps=(USE,))


def terms(found: "Defined", limit: int | None) -> Answer:
    """The terms in use."""
    steps = (Step("localise glossary add", ADD), *((USE,) if found.terms else ()))
    blocks = (_terms(found.terms, limit),)
    return Answer(
        GLOSSARY,
        blocks,
        found,
        lambda language: _sheet(found.terms, language).table(),
        steps,
        sheet=lambda language: _sheet(found.terms, language),
    )


def defined(done: "Defined") -> Answer:
    """A term that was set."""
    return Answer(GLOSSARY, (_terms(done.terms, None),), done, steps=(SEE_TERMS, USE))


def removed(done: "Defined") -> Answer:
    """A term that was taken out."""
    word = done.terms[0]["word"]
    gone = Text(f"{word} is out of the glossary", f"「{word}」を用語集から外しました")
    return Answer(GLOSSARY, result=done, steps=(SEE_TERMS,), lede=gone)


def taken_in(done: "Defined", limit: int | None) -> Answer:
    """What a sheet of terms brought, and rows that cannot be used."""
    blocks = [_terms(done.terms, limit)]
    if done.bad:
        blocks.append(unusable(done.bad, None))
    return Answer(GLOSSARY, blocks, done, steps=(USE,), refused=bool(done.bad))


def _terms(found: Sequence[Mapping[str, Any]], limit: int | None) -> Section:
    rows = tuple(
        (row["word"], row["form"] or KEPT, _named(row["language"]), row["artist_id"] or EVERYBODY,
         row["by"], row["at"], row["note"])
        for row in found[:limit]
    )  # fmt: skip
    columns = (Text("word", "用語"), Text("form", "訳語"), Text("language", "言語"),
               Text("texts of", "対象"), Text("by", "登録者"), Text("at", "日時"),
               Text("note", "備考"))  # fmt: skip
    note = NO_TERMS
    if len(rows) < len(found):
        note = Text(
            f"{len(rows)} of {len(found):,} terms", f"全{len(found):,}語のうち{len(rows)}語"
        )
    elif rows:
        note = Text(f"{len(rows):,} terms", f"{len(rows):,}語")
    return Section(GLOSSARY, columns, rows, note=note)


def _sheet(found: Sequence[Mapping[str, Any]], language: Language) -> FormSheet:
    """The terms as a sheet that `localise glossary import` takes back."""
    return FormSheet(TERMS, [{**row, "artist": row["artist_id"]} for row in found], language)


def services(found: "Services") -> Answer:
    """The services, which one the settings choose, and whether its key is there."""
    chosen = found.chosen
    rows = tuple(
        (each.name, each.about, CHOSEN if chosen and each.name == chosen.provider.name else None)
        for each in PROVIDERS.values()
    )
    note = NO_PROVIDER
    if chosen:
        key = KEY_SET if found.has_key else KEY_NOT_SET
        note = Text(
            f"In use: {chosen.origin}, {chosen.url or 'its usual address'}; key: {key.en}",
            f"使用中: {chosen.origin}({chosen.url or '標準のURL'})。キー: {key.ja}",
        )
    columns = (Text("service", "サービス"), Text("what it is", "内容"), Text("in use", "使用"))
    section = Section(SERVICES, columns, rows, note=note)
    steps = (Step("localise suggest", COST, {"dry_run": True}),)
    return Answer(SERVICES, (section,), found, steps=steps)


def _named(language: str | None) -> Text:
    if not language:
        return EVERY_LANGUAGE
    return Text(name_of_language(language, "en"), name_of_language(language, "ja"))


STRANGERS_SHOWN: Final = 10
MEMORY = Text("Memory", "翻訳メモリ")
GLOSSARY = Text("Glossary", "用語集")
SERVICES = Text("Translation services", "翻訳サービス")
PAIRS = Text("pairs", "組数")
STRANGERS = Text("Artists that the catalogue does not know", "カタログにないアーティスト")
NOTHING_LIKE_IT = Text("The memory knows nothing like it.", "近い文はありません。")
EVERY_LANGUAGE = Text("every language", "全言語")
EVERYBODY = Text("everybody", "全アーティスト")
KEPT = Text("(never translated)", "(訳さない)")
CHOSEN = Text("chosen", "選択中")
KEY_SET, KEY_NOT_SET = Text("set", "設定済み"), Text("not set", "未設定")
NO_TERMS = Text("There are no terms yet.", "まだ用語がありません。")
NO_PROVIDER = Text(
    en="None is chosen: people and the memory alone. Choose one in settings.toml: [translate] "
    "provider.",
    ja="選択なし(人と翻訳メモリのみ)。settings.toml の [translate] provider で選べます。",
)
ADD = Text("set a term, or change it", "用語を登録・変更する")
USE: Final = Step("localise suggest", Text("use it for suggestions", "案に反映する"))
SEE_TERMS: Final = Step("localise glossary list", Text("see all terms", "用語をすべて見る"))
COST = Text("see what would be sent, and its cost", "送信量と料金の見積もりを見る")
