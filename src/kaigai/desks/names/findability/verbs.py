"""What people ask of findability: can fans abroad find it?"""

from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer
from kaigai.verbs.params import Artist
from kaigai.verbs.verb import Call, verb


@verb(
    "findability",
    Text(
        "Try what fans abroad would type on every recording, and show what finds nothing.",
        "海外のファンが入力しそうな検索語を全録音で試し、見つからないものを示します。",
    ),
    "find",
    kind="make",
    pictures=True,
    lines=12,
    page=100,
    doing=Text("trying queries", "検索語を試行中"),
)
def findability(call: Call, artist: Artist = None) -> Answer:
    """What fans abroad would type, tried on every recording; the result is kept."""
    from kaigai.desks.names.findability import actions, answers

    found = actions.measure(
        call.facts, at=call.at, artist=artist, engine=call.engine, watch=call.watch
    )
    return answers.findability(found, call.limit, call.today)
