"""The group `kaigai markets`, which the doors of this desk add their commands to."""

from typing import Final

from typer.core import TyperGroup

from kaigai.terms.text import Text

NAME: Final = "markets"
ABOUT: Final = Text(
    en="Show where artists would be heard: markets by latent demand, with intervals and reasons.",
    ja="アーティストが聴かれうる市場を、潜在需要の大きい順に、区間と理由つきで示します。",
)
ARTIST: Final = "artist"  #: the command that a first word stands for which names none


class ArtistOrCommand(TyperGroup):
    """`kaigai markets NAME` is short for `kaigai markets artist NAME`, and so is no name."""

    def parse_args(self, ctx, args):  # type: ignore[no-untyped-def]
        """Put the artist's command first where the first word is none."""
        first = next(iter(args), None)
        if first not in (*self.commands, "--help"):
            args = [ARTIST, *args]
        return super().parse_args(ctx, args)
