"""What people are shown about suggestions and reviews; every door prints the same sections."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from kaigai.desks.review.slots import KIND_WORDS, Slot, language_words
from kaigai.desks.review.translation.batches import told as estimate_told
from kaigai.desks.review.words import fault_words, origin_words, tier_words
from kaigai.terms.section import Section
from kaigai.terms.text import Text

if TYPE_CHECKING:
    from kaigai.desks.review.candidate import Found
    from kaigai.desks.review.result import Suggested

SHOWN: Final = 12  #: rows of examples and of each list

ARTIST = Text("artist", "アーティスト")
ORIGINAL = Text("original", "原文")
LANGUAGE = Text("language", "言語")
CONFIDENCE = Text("confidence", "確度")
COUNT = Text("number", "件数")


def suggested_sections(made: "Suggested", *, suggest_from: float) -> Iterator[Section]:
    """What was found, what a service would cost or said, and the first of it."""
    yield Section(
        FOUND,
        (Text("from", "出どころ"), COUNT),
        tuple(
            (origin_words([family]), number)
            for family, number in sorted(made.found.items(), key=lambda each: -each[1])
        ),
        (1,),
        _kept(made),
    )
    if made.estimate or made.kept_back or made.reused or made.stopped:
        yield Section(SERVICE, note=_service(made))
    if made.examples:
        yield _examples(made, suggest_from)


def _kept(made: "Suggested") -> Text:
    if not made.slots:
        return NOTHING_MISSING
    if made.is_dry:
        return Text(
            f"{made.slots:,} forms are missing. A dry run: nothing was kept and nothing sent.",
            f"不足は{made.slots:,}件です。試行のため、保存も送信もしていません。",
        )
    return Text(
        f"{made.slots:,} forms are missing; {made.written:,} suggestions are new. Nothing is in "
        "use before a person approves it.",
        f"不足は{made.slots:,}件、新しい案は{made.written:,}件です。人が承認するまで"
        "使われません。",
    )


def _service(made: "Suggested") -> Text:
    parts: list[Text] = []
    if made.estimate:
        parts.append(Text(estimate_told(made.estimate, "en"), estimate_told(made.estimate, "ja")))
        if made.sent:
            parts.append(Text(f"{made.sent:,} were sent and kept", f"{made.sent:,}件を送信・保存"))
        elif not made.stopped:
            parts.append(NOT_SENT)
    if made.reused:
        parts.append(
            Text(
                f"{made.reused:,} were known from an earlier call and not sent again",
                f"{made.reused:,}件は以前の結果を使い、再送していません",
            )
        )
    if made.kept_back:
        parts.append(
            Text(
                f"{made.kept_back:,} were not sent: lyrics without a clearance, or too long",
                f"{made.kept_back:,}件は送信対象外(権利確認のない歌詞、または長すぎる文)",
            )
        )
    if made.stopped:
        parts.append(Text(f"stopped: {made.stopped.en}", f"中断: {made.stopped.ja}"))
    return Text("; ".join(each.en for each in parts), "。".join(each.ja for each in parts))


def _examples(made: "Suggested", suggest_from: float) -> Section:
    from kaigai.desks.review.candidate import tier

    first = sorted(made.examples, key=lambda each: each[1].text is None)[:SHOWN]
    rows = tuple(
        _example(slot, form, tier(form, suggest_from=suggest_from)) for slot, form in first
    )
    columns = (ARTIST, Text("kind", "種類"), ORIGINAL, LANGUAGE, Text("suggestion", "案"),
               CONFIDENCE, Text("how to treat it", "扱い"))  # fmt: skip
    shown = len(rows)
    note = Text(
        f"{shown} of {len(made.examples):,}, the best suggestion of each",
        f"全{len(made.examples):,}件のうち{shown}件(それぞれ最良の案)",
    )
    return Section(FIRST, columns, rows, (5,), note)


def _example(slot: Slot, form: "Found", tier: str) -> tuple[Any, ...]:
    return (
        slot.artist,
        KIND_WORDS[slot.subject_kind],
        slot.original,
        language_words(slot.language),
        form.text,
        percent(form.confidence),
        tier_words(tier, has_text=form.text is not None),
    )


def percent(share: float | None) -> str | None:
    """A share as people read it; an unknown one is none."""
    return None if share is None else f"{share:.0%}"


def missing_words(forms: Iterable[str]) -> Text:
    """Which terms a form lacks."""
    told = [fault_words(f"term:{form}") for form in forms]
    return Text("; ".join(each.en for each in told), "。".join(each.ja for each in told))


def slot_row(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Whose name in which language a row is about."""
    return (
        row["artist"],
        KIND_WORDS[row["subject_kind"]],
        row["original"] or row["source_text"],
        language_words(row["language"] or "und"),
    )


SLOT_COLUMNS: Final = (ARTIST, Text("kind", "種類"), ORIGINAL, LANGUAGE)
FOUND = Text("What was found", "見つかった案")
SERVICE = Text("Translation service", "翻訳サービス")
FIRST = Text("The first of them", "先頭の案")
NOT_SENT = Text("nothing was sent; add --yes to send it", "未送信です(--yes を付けると送信します)")
NOTHING_MISSING = Text(
    en="Nothing is missing in these languages.", ja="この言語で不足しているものはありません。"
)
