"""The languages of the markets that matter, and which of these markets a language serves."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from kaigai.facts import masks
from kaigai.facts.settings import Settings
from kaigai.terms.languages import languages_in, name_of_language
from kaigai.terms.territories import Mask, mask_of
from kaigai.terms.text import Language

#: Codes that are one language to a reader.
_SAME: Final = {"tl": "fil", "in": "id", "cmn": "zh", "yue": "zh-hant"}
_TRADITIONAL: Final = "-(hant|tw|hk|mo)"
_SIMPLIFIED: Final = "-(hans|cn|sg)"


def readable(language: ir.StringValue) -> ir.StringValue:
    """What somebody must be able to read: the primary subtag, and for Chinese the script.

    `en-GB` is `en`, `zh-TW` and `yue` are `zh-hant`; `zh` alone stays, for nobody knows.
    """
    code = language.lower().replace("_", "-")
    primary = code.re_extract("^([a-z]+)", 1)
    for given, same in _SAME.items():
        primary = (primary == given).ifelse(ibis.literal(same), primary)
    chinese = ibis.cases(
        (code.re_search(_TRADITIONAL), "zh-hant"), (code.re_search(_SIMPLIFIED), "zh-hans"),
        else_="zh",
    )  # fmt: skip
    return (primary == "zh").ifelse(chinese, primary)


@lru_cache
def asked(markets: tuple[str, ...], home: str) -> dict[str, tuple[str, ...]]:
    """Per market abroad its languages as codes of `readable`, the main one first."""
    abroad = [market for market in markets if market != home]
    found = {market: tuple(map(_readable, languages_in(market))) for market in abroad}
    return {market: languages for market, languages in found.items() if languages}


def _readable(language: str) -> str:
    """The same as `readable`, of a code of our own."""
    code = language.lower()
    primary = _SAME.get(code.split("-")[0], code.split("-")[0])
    if primary != "zh":
        return primary
    return "zh-hans" if "hans" in code else "zh-hant"


def served(rows: ir.Table, key: str, settings: Settings) -> ir.Table:
    """Per `key` the markets (`s0` to `s3`) whose people can read one of its `language`s."""
    serving = _table(
        "readable", "s", {code: mask_of(each) for code, each in _serving(settings).items()}
    )
    spoken = rows.select(key, readable=readable(rows.language)).distinct()
    joined = spoken.inner_join(serving, "readable")
    return joined.group_by(key).agg(**masks.union_of(masks.words(joined, "s"), "s"))


def _serving(settings: Settings) -> dict[str, list[str]]:
    """Which markets each language serves; Chinese of an unknown script may serve any."""
    markets = asked(settings.markets, settings.home)
    codes = {code for languages in markets.values() for code in languages}
    serving = {
        code: [market for market, languages in markets.items() if code in languages]
        for code in codes
    }
    serving["zh"] = [*serving.get("zh-hant", ()), *serving.get("zh-hans", ())]
    return serving


def _table(key: str, prefix: str, rows: Mapping[str, Mask]) -> ir.Table:
    """A small table of masks by `key`."""
    schema = pa.schema([(key, pa.string()), *((f"{prefix}{i}", pa.int64()) for i in masks.WORDS)])
    columns = [list(rows), *([mask[i] for mask in rows.values()] for i in masks.WORDS)]
    return ibis.memtable(pa.table(columns, schema=schema))


def everywhere(settings: Settings) -> masks.Words:
    """The markets abroad that matter and whose languages are known."""
    return masks.literal(asked(settings.markets, settings.home))


def territories(settings: Settings) -> ir.Table:
    """One row per market: `territory` and its mask `t0` to `t3`."""
    markets = asked(settings.markets, settings.home)
    return _table("territory", "t", {market: mask_of([market]) for market in markets})


def lacking(missing: masks.Words, settings: Settings) -> dict[str, ir.StringValue]:
    """The main languages of the missing markets as `languages_en` and `languages_ja`."""
    main: dict[str, list[str]] = {}
    for market, languages in asked(settings.markets, settings.home).items():
        main.setdefault(languages[0], []).append(market)
    concerned = {
        code: masks.size(masks.both(missing, masks.literal(markets))) > 0
        for code, markets in main.items()
    }
    return {
        "languages_en": _listed(concerned, "en", ", "),
        "languages_ja": _listed(concerned, "ja", "、"),
    }


def _listed(
    concerned: dict[str, ir.BooleanValue], language: Language, comma: str
) -> ir.StringValue:
    nothing = ibis.null("string")
    named: Sequence[ir.StringValue] = [
        holds.ifelse(ibis.literal(name_of_language(code, language)), nothing)
        for code, holds in concerned.items()
    ]
    return ibis.literal(comma).join(named)
