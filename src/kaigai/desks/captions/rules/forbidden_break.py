"""No line begins with a closing mark or small kana, and none ends with an opening one."""

from collections.abc import Iterator
from itertools import pairwise

from kaigai.desks.captions.line_breaks import is_forbidden, rebroken
from kaigai.desks.captions.rule import Hit, rule
from kaigai.desks.captions.track import Track
from kaigai.terms.text import Text


def _anew(track: Track, place: int) -> Track | None:
    made = rebroken(track.cues[place], track.limits)
    return track.with_cue(place, made) if made else None


@rule(
    "forbidden-break",
    weight="medium",
    ja="行頭に句読点・閉じ括弧・小書きの仮名、行末に始め括弧は置けません(禁則)。",
    say=Text(
        "a line break between “{before}” and “{after}”", "「{before}」と「{after}」の間の改行"
    ),
    todo=Text("break the line elsewhere", "改行位置を変えてください"),
    languages=("ja", "zh", "ko"),
    step="lines",
    mend=_anew,
)
def forbidden_break(track: Track) -> Iterator[Hit]:
    """Cues with a break that the rules of Japanese (kinsoku) forbid."""
    for place, cue in enumerate(track.cues):
        for before, after in pairwise(cue.lines):
            # An ellipsis may begin a line: the speaker was silent.
            if is_forbidden(before, after) and after[:1] not in "…‥":
                yield Hit(place, {"before": before[-4:], "after": after[:4]})
                break
