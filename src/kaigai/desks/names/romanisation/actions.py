"""Romanise: Latin candidates for names and titles; what the label knows as official wins."""

from collections.abc import Mapping, Sequence

from kaigai.facts.engine import DUCKDB, Engine
from kaigai.facts.store import Facts
from kaigai.romanise.candidate import Candidate, Kind, Language
from kaigai.terms.text import Refused, Text

Candidates = tuple[tuple[str, tuple[Candidate, ...]], ...]


class RomaniseError(Refused):
    """Something was asked that means nothing here; the text says what there is."""


def romanise(
    facts: Facts | None,
    *,
    texts: Sequence[str],
    language: Language | None = None,
    reading: str | None = None,
    kind: Kind = "song",
    style: str = "musicbrainz",
    engine: str = DUCKDB,
) -> Candidates:
    """Each text with its candidates, the surest first.

    facts     the workspace whose official names win; None for none
    language  where the script does not tell
    reading   the kana of the text, where there is one text only
    style     a profile of `romanise.profile.PROFILES`

    Raises RomaniseError for a reading of several texts; StoreError.
    """
    from kaigai.romanise import PROFILES, candidates

    if reading and len(texts) > 1:
        raise RomaniseError(ONE_READING)
    official = _official(facts, texts, engine) if facts and "names" in facts else {}
    return tuple(
        (
            text,
            candidates(
                text,
                language=language,
                reading=reading,
                kind=kind,
                profile=PROFILES[style],
                official=official,
            ),
        )
        for text in texts
    )


def _official(facts: Facts, texts: Sequence[str], engine: str) -> Mapping[str, str]:
    """The Latin form of each text that is the only official one for what is called so."""
    from kaigai.identity.names.forms import REFERENCE
    from kaigai.identity.names.registry import all_forms
    from kaigai.identity.names.slots import LATIN, ORIGINAL

    forms = all_forms(Engine(facts, engine))
    called = forms.filter((forms.slot == ORIGINAL) & forms.text.isin(list(texts)))
    latin = forms.filter(
        (forms.slot == LATIN) & (forms.place == 0) & (forms.weight > REFERENCE)
    ).select("subject_kind", "subject_id", latin="text")
    pairs = called.select("subject_kind", "subject_id", "text").inner_join(
        latin, ["subject_kind", "subject_id"]
    )
    by_text = pairs.group_by("text").agg(n=pairs.latin.nunique(), latin=pairs.latin.min())
    # Two things of one name may be read differently: then nothing is settled.
    alone = by_text.filter(by_text.n == 1).to_pyarrow().to_pylist()
    return {row["text"]: row["latin"] for row in alone}


ONE_READING = Text(
    en="a reading belongs to one text: give one text with --reading",
    ja="読みはひとつの表記に対するものです。--reading には表記をひとつだけ指定してください",
)
