"""The terminal door of markets: `kaigai markets ARTIST` and `kaigai markets backtest`."""

import typer
from typer.core import TyperGroup

from kaigai.cli.terminal import say
from kaigai.desks.markets.backtest import commands as backtest
from kaigai.terms.text import Text

ABOUT = Text(
    en="Where an artist would be heard, and how well such answers did in the past.",
    ja="アーティストがどこで聴かれうるか、そして予測が過去にどれだけ当たったかを示します。",
)
ARTIST = "artist"  #: the command that a first word stands for which names none


class ArtistOrCommand(TyperGroup):
    """`kaigai markets NAME` is short for `kaigai markets artist NAME`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Put the artist's command first where the first word is none."""
        first = next((each for each in args if not each.startswith("-")), None)
        if first is not None and first not in self.commands and ARTIST in self.commands:
            args = [ARTIST, *args]
        return super().parse_args(ctx, args)


def register(app: typer.Typer) -> None:
    """Add the commands of this desk."""
    markets = typer.Typer(cls=ArtistOrCommand, help=say(ABOUT), no_args_is_help=True)
    backtest.register(markets)
    app.add_typer(markets, name="markets")
