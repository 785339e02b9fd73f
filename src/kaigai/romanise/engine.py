"""The engine's front: which language, which reader, how sure, and the best spellings first."""

from collections.abc import Iterable, Iterator, Mapping

from kaigai.romanise import (
    chinese,
    confidence,
    japanese,
    korean,
    spacing,
    supplied_reading,
    ways,
)
from kaigai.romanise.candidate import NAMES, Candidate, Kind, Language
from kaigai.romanise.form import Chosen, written
from kaigai.romanise.profile import MUSICBRAINZ, Profile
from kaigai.romanise.readers import cleaned
from kaigai.terms.scripts import script_of
from kaigai.terms.text import Text

BEST = 4
#: Where the title stands in which every foreign word is spelled as it is sung.
SUNG_PLACE = 2
OFFICIAL = Text("published by the artist or label", "アーティストまたはレーベルの公表")


def language_of(text: str) -> Language | None:
    """The language that the script alone tells; Chinese characters alone count as Japanese."""
    match script_of(text):
        case "Hang" | "Kore":
            return "ko"
        case "Hira" | "Kana" | "Jpan" | "Hani":
            return "ja"
        case _:
            return None


def candidates(
    text: str,
    *,
    language: Language | None = None,
    reading: str | None = None,
    kind: Kind = "song",
    profile: Profile = MUSICBRAINZ,
    official: Mapping[str, str] | None = None,
) -> tuple[Candidate, ...]:
    """Latin spellings of a text, the surest first; empty where there is nothing to read.

    `reading` is the kana of the whole text where somebody knows it; `official` gives Latin forms
    that an artist or label has published, and always wins.
    """
    if official and text in official:
        return (Candidate(official[text], 1.0, ("official",), (OFFICIAL,), reading),)
    clean = cleaned(text)
    spoken = language_of(clean) and (language or language_of(clean))
    match spoken:
        case "ja":
            return _japanese(clean, reading, kind, profile)
        case "ko":
            found = korean.spellings(clean, kind, profile)
        case "zh":
            found = chinese.spellings(clean, is_name=kind in NAMES, profile=profile)
        case _:
            return (Candidate(clean, 0.99, ("as written",)),) if clean else ()
    return _foreign(
        found, confidence_group(language_of(clean) if language is None else language, kind)
    )


def confidence_group(language: Language | None, kind: Kind) -> str:
    """What Korean and Chinese answers are measured together with."""
    return f"{language} {kind if kind in NAMES else 'title'}"


def _foreign(found: list[tuple[str, float, str]], group: str) -> tuple[Candidate, ...]:
    """Korean or Chinese spellings with the chance of each."""
    if not found:
        return ()
    top = found[0][1]
    sure = confidence.of_share(group, top)
    return tuple(
        Candidate(spelled, sure * share / top if place else sure, (reader,))
        for place, (spelled, share, reader) in enumerate(found)
    )


def _japanese(
    text: str, reading: str | None, kind: Kind, profile: Profile
) -> tuple[Candidate, ...]:
    found: dict[str, Candidate] = {}
    first, top, left = 0.0, 1.0, 1.0
    for chosen, share in ways_to_read(text, reading, is_name=kind in NAMES):
        spelled = written(chosen, profile)
        if spelled in found:
            continue
        if found:
            sure = min(first * share / top, left)
        else:
            sure = first = confidence.of(chosen, share, is_name=kind in NAMES)
            top = share
        left = max(left - sure, 0.0)
        found[spelled] = _candidate(spelled, chosen, sure)
    return tuple(found.values())


def ways_to_read(text: str, reading: str | None, *, is_name: bool) -> list[ways.Way]:
    """The likeliest readings of a cleaned Japanese text, with their shares."""
    pieces = japanese.read(text, is_name=is_name)
    if reading:
        supplied_reading.settle(pieces, reading)
    spacing.joined(pieces)
    found = ways.best(pieces, BEST)
    if (sung := ways.as_sung(found[0])) and len(found) > SUNG_PLACE:
        found.insert(SUNG_PLACE, (sung, found[SUNG_PLACE - 1][1]))
    return found if not sung or len(found) > SUNG_PLACE else [*found, (sung, found[-1][1] / 2)]


def _candidate(spelled: str, chosen: Chosen, sure: float) -> Candidate:
    readers = dict.fromkeys(reader for _, option in chosen for reader in option.readers)
    readers.pop("as written", None)
    kana = "".join(option.kana for _, option in chosen)
    return Candidate(spelled, sure, tuple(readers), confidence.notes(chosen), kana)


def many(
    texts: Iterable[str],
    *,
    language: Language | None = None,
    kind: Kind = "song",
    profile: Profile = MUSICBRAINZ,
) -> Iterator[tuple[Candidate, ...]]:
    """The candidates of each text in turn, at some thousand texts a second."""
    for text in texts:
        yield candidates(text, language=language, kind=kind, profile=profile)
