"""The codes that NLLB models call languages by."""

from collections.abc import Mapping
from types import MappingProxyType

FLORES: Mapping[str, str] = MappingProxyType({
    "ja": "jpn_Jpan", "en": "eng_Latn", "ko": "kor_Hang", "zh": "zho_Hans", "zh-Hans": "zho_Hans",
    "zh-Hant": "zho_Hant", "es": "spa_Latn", "pt": "por_Latn", "pt-BR": "por_Latn",
    "fr": "fra_Latn", "de": "deu_Latn", "it": "ita_Latn", "nl": "nld_Latn", "pl": "pol_Latn",
    "ru": "rus_Cyrl", "uk": "ukr_Cyrl", "tr": "tur_Latn", "ar": "arb_Arab", "th": "tha_Thai",
    "id": "ind_Latn", "ms": "zsm_Latn", "vi": "vie_Latn", "fil": "tgl_Latn", "tl": "tgl_Latn",
    "hi": "hin_Deva", "sv": "swe_Latn", "no": "nob_Latn", "da": "dan_Latn", "fi": "fin_Latn",
})  # fmt: skip
