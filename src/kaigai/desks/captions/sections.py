"""Checks, fixes and conversions of captions as people see them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

import pyarrow as pa

from kaigai.desks.captions.check import WEIGHTS, Problem
from kaigai.desks.captions.limits import ANY, COUNTED, LIMITS, Limits
from kaigai.desks.captions.measures import harmless, moment, number
from kaigai.desks.captions.repair import Fixed
from kaigai.desks.captions.rule import RULES
from kaigai.desks.captions.track import Track
from kaigai.formats.captions.conversion_loss import Loss
from kaigai.formats.captions.document import UNKNOWN, Opened
from kaigai.formats.captions.kinds import KINDS
from kaigai.formats.captions.model import Fault
from kaigai.formats.captions.songs import numbers
from kaigai.terms.section import Section
from kaigai.terms.section import facts as facts_section
from kaigai.terms.text import Language, Text

#: A file, what is wrong in it, and which of it can be fixed.
File = tuple[Opened, Sequence[Problem], frozenset[tuple[str, int]]]

_GRAVEST: Final = {"high": 0, "medium": 1, "low": 2}


def checked_sections(
    opened: Opened,
    track: Track,
    problems: Sequence[Problem],
    fixable: frozenset[tuple[str, int]],
    limit: int | None = None,
) -> list[Section]:
    """What a file holds, what is wrong in it by rule, and cue by cue."""
    shown = list(problems if limit is None else problems[:limit])
    rows = tuple(
        (each.number, moment(each.start_ms), each.rule, each.said,
         (each.rule, each.number) in fixable, flat(each.text))
        for each in shown
    )  # fmt: skip
    more = len(problems) - len(shown)
    note = _more(more) if more else None
    sections = [file_section(opened, track)]
    if problems:
        sections += [_by_rule(problems, fixable), Section(WRONG, WRONG_COLUMNS, rows, (0,), note)]
    else:
        sections.append(Section(WRONG, note=NOTHING))
    return [*sections, *fault_sections(opened.name, opened.faults)]


def _more(count: int) -> Text:
    return Text(
        f"and {count} more; --limit or --out shows all",
        f"ほか{count}件。--limit か --out ですべて見られます",
    )


def file_section(opened: Opened, track: Track) -> Section:
    """A file, its language, and the limits it is held to."""
    limits = track.limits
    cues = opened.captions.cues
    last = max((cue.end_ms for cue in cues), default=0)
    return facts_section(
        Text(opened.name, opened.name),
        [
            (Text("format", "形式"), KINDS[opened.captions.kind].label),
            (Text("cues", "キュー数"), len(cues)),
            (Text("until", "終わり"), moment(last)),
            (Text("language", "言語"), _language(opened, limits)),
            (Text("limits", "基準"), _limits(limits, track.fps)),
            (Text("source", "出典"), limits.source),
        ],
    )


def _language(opened: Opened, limits: Limits) -> Text:
    if not opened.language:
        return UNKNOWN
    name = limits.name
    return Text(f"{name.en} ({opened.known_by.en})", f"{name.ja}({opened.known_by.ja})")


def _limits(limits: Limits, fps: float) -> Text:
    speed, line = number(limits.per_second), number(limits.per_line)
    shortest, longest = f"{limits.shortest_ms / 1000:.2f}", f"{limits.longest_ms / 1000:g}"
    half = Text("; half-width counts ½", "、半角は0.5") if limits.is_wide else Text("", "")
    return Text(
        f"{speed} characters a second, {line} a line{half.en}; {limits.lines} lines; "
        f"{shortest}–{longest} s; {limits.gap_frames} frames between, at {fps:g} fps",
        f"毎秒{speed}文字、1行{line}文字{half.ja}、{limits.lines}行まで、{shortest}〜{longest}秒、"
        f"間隔{limits.gap_frames}フレーム({fps:g}fps)",
    )


def _by_rule(problems: Sequence[Problem], fixable: frozenset[tuple[str, int]]) -> Section:
    counts = Counter(each.rule for each in problems)
    order = sorted(counts, key=lambda name: (_GRAVEST[RULES[name].weight], -counts[name]))
    can = Counter(each.rule for each in problems if (each.rule, each.number) in fixable)
    rows = tuple(
        (name, WEIGHTS[RULES[name].weight], counts[name], can[name], RULES[name].sentence)
        for name in order
    )
    return Section(BY_RULE, BY_RULE_COLUMNS, rows, (2, 3))


def fault_sections(name: str, faults: Iterable[Fault]) -> list[Section]:
    """The parts of a file that could not be read."""
    rows = tuple(
        (f"{name}:{each.line}", harmless(each.found), each.expected, each.todo) for each in faults
    )
    return [Section(UNREAD, UNREAD_COLUMNS, rows)] if rows else []


def flat(text: str) -> str:
    """A cue's text in one line."""
    return " / ".join(text.split("\n"))


def fixed_sections(fixed: Fixed, before: Sequence[Problem], after: Sequence[Problem],
                   limit: int | None = None) -> list[Section]:  # fmt: skip
    """What was changed, cue by cue, and what is left for a person."""
    changes = sorted(fixed.changes, key=lambda each: (each.start_ms, each.number))
    shown = changes if limit is None else changes[:limit]
    rows = tuple(
        (each.number, moment(each.start_ms), each.rule, flat(each.before),
         flat(each.after) if each.after else DELETED)
        for each in shown
    )  # fmt: skip
    more = len(changes) - len(shown)
    note = Text(f"and {more} more", f"ほか{more}件") if more else None
    made = [Section(CHANGED, CHANGED_COLUMNS, rows, (0,), note if rows else UNCHANGED)]
    was, left = Counter(e.rule for e in before), Counter(e.rule for e in after)
    names = sorted({*was, *left}, key=lambda name: (_GRAVEST[RULES[name].weight], name))
    counted = tuple((name, was[name], left[name]) for name in names)
    if counted:
        made.append(Section(LEFT, LEFT_COLUMNS, counted, (1, 2), BY_HAND if after else None))
    return made


def loss_sections(losses: Sequence[Loss], kind: str) -> list[Section]:
    """What a conversion loses."""
    label = KINDS[kind].label
    rows = tuple(
        (each.said, numbers(each.cues) if each.cues else "", ", ".join(each.details))
        for each in losses
    )
    title = Text(f"What {label} cannot hold", f"{label}では表せないもの")
    return [Section(title, LOSS_COLUMNS, rows, note=None if rows else ALL_HELD)]


def rules_sections() -> list[Section]:
    """The rules, and the limits of each language."""
    order = sorted(RULES.values(), key=lambda rule: (_GRAVEST[rule.weight], rule.name))
    rules = tuple(
        (rule.name, WEIGHTS[rule.weight], rule.sentence, bool(rule.mend),
         ", ".join(sorted(rule.languages)) if rule.languages else ALL_LANGUAGES)
        for rule in order
    )  # fmt: skip
    known = tuple(
        (each.name, each.per_second, each.sdh, each.children, each.per_line, each.source)
        for each in LIMITS.values()
        if each.is_published
    )
    assumed = [each.name for each in LIMITS.values() if not each.is_published]
    names = Text(", ".join(each.en for each in assumed), "、".join(each.ja for each in assumed))
    usual = (names, ANY.per_second, None, None, ANY.per_line, ASSUMED)
    return [
        Section(RULES_TITLE, RULES_COLUMNS, rules),
        Section(LIMITS_TITLE, LIMITS_COLUMNS, (*known, usual), (1, 2, 3, 4), HOW_COUNTED),
    ]


def problem_rows(files: Iterable[File], language: Language) -> pa.Table:
    """Problems as a table for a sheet."""
    rows = [_row(opened, each, (each.rule, each.number) in fixable, language)
            for opened, problems, fixable in files for each in problems]  # fmt: skip
    return pa.Table.from_pylist(rows, schema=SHEET)


def _row(opened: Opened, problem: Problem, is_fixable: bool, language: Language) -> dict[str, Any]:
    return {
        "file": opened.name,
        "cue": problem.number,
        "time": moment(problem.start_ms),
        "rule": problem.rule,
        "weight": WEIGHTS[problem.weight].to(language),
        "wrong": problem.said.to(language),
        "to_do": problem.todo.to(language),
        "is_fixable": is_fixable,
        "text": problem.text,
    }


SHEET: Final = pa.schema(
    [
        ("file", pa.string()),
        ("cue", pa.int64()),
        ("time", pa.string()),
        ("rule", pa.string()),
        ("weight", pa.string()),
        ("wrong", pa.string()),
        ("to_do", pa.string()),
        ("is_fixable", pa.bool_()),
        ("text", pa.string()),
    ]
)
WRONG = Text("What is wrong, cue by cue", "キューごとの問題")
WRONG_COLUMNS = (
    Text("cue", "番号"),
    Text("time", "時刻"),
    Text("rule", "規則"),
    Text("what is wrong", "問題"),
    Text("can be fixed", "自動修正"),
    Text("text", "本文"),
)
NOTHING = Text("nothing is wrong by these rules", "この規則での問題はありません")
BY_RULE = Text("By rule", "規則別")
BY_RULE_COLUMNS = (
    Text("rule", "規則"),
    Text("weight", "重さ"),
    Text("cues", "件数"),
    Text("can be fixed", "自動修正"),
    Text("what readers need", "理由"),
)
UNREAD = Text("Not read; the rest was", "読めなかった部分(ほかは読み込みました)")
UNREAD_COLUMNS = (
    Text("where", "場所"),
    Text("found", "見つかったもの"),
    Text("expected", "必要なもの"),
    Text("to do", "対処"),
)
CHANGED = Text("Changed", "変更した箇所")
CHANGED_COLUMNS = (
    Text("cue", "番号"),
    Text("time", "時刻"),
    Text("rule", "規則"),
    Text("before", "変更前"),
    Text("after", "変更後"),
)
DELETED = Text("(deleted)", "(削除)")
UNCHANGED = Text("nothing could be fixed safely", "安全に直せるものはありませんでした")
LEFT = Text("Before and after", "修正の前後")
LEFT_COLUMNS = (Text("rule", "規則"), Text("before", "前"), Text("after", "後"))
BY_HAND = Text(
    en="the rest needs a person: a shorter translation, another cut, a word",
    ja="残りは人の判断が必要です(訳を短くする、区切りを変えるなど)",
)
LOSS_COLUMNS = (
    Text("what becomes of it", "どうなるか"),
    Text("cues", "番号"),
    Text("which", "内容"),
)
ALL_HELD = Text("nothing is lost", "失われるものはありません")
RULES_TITLE = Text("Rules", "規則")
RULES_COLUMNS = (
    Text("rule", "規則"),
    Text("weight", "重さ"),
    Text("what readers need", "理由"),
    Text("can be fixed", "自動修正"),
    Text("languages", "言語"),
)
ALL_LANGUAGES = Text("all", "全言語")
LIMITS_TITLE = Text("Limits by language", "言語別の基準")
LIMITS_COLUMNS = (
    Text("language", "言語"),
    Text("a second", "毎秒"),
    Text("SDH", "聴覚障害者向け"),
    Text("children", "子ども向け"),
    Text("a line", "1行"),
    Text("source", "出典"),
)
ASSUMED = Text("assumed: the usual limits", "推定(一般的な基準)")
HOW_COUNTED = Text(
    f"Characters, counted as {COUNTED} says. For all: 2 lines, 0.83–7 s, 2 frames between.",
    f"文字数。数え方は {COUNTED} によります。全言語共通: 2行まで、0.83〜7秒、間隔2フレーム。",
)
