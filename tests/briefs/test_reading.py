"""How to read a report is said in both languages."""

import re

from kaigai.briefs.reading import TERMS, reading

JAPANESE = re.compile(r"[ぁ-んァ-ン一-龥]")


def test_terms_are_in_both_languages() -> None:
    for pair in TERMS:
        for text in pair:
            assert JAPANESE.search(text.ja)
            assert not JAPANESE.search(text.en)
    assert len(reading().rows) == len(TERMS)
