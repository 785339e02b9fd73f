"""Words that should not end a line, because they belong to the next: articles, prepositions …"""

from collections.abc import Mapping
from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


NEVER_LAST: Final[Mapping[str, frozenset[str]]] = {
    "en": _set(
        "a an the of to in on at for with from by into about as than over under between through "
        "my your his her its our their this these those and but or nor mr. mrs. ms. dr. is are "
        "was were am be don't can't won't not very"
    ),
    "fr": _set(
        "le la les un une des du de d' l' à au aux en dans sur pour par avec sans sous chez et ou "
        "mais mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces ne"
    ),
    "es": _set(
        "el la los las un una unos unas de del a al en con por para sin sobre y e o u pero mi mis "
        "tu tus su sus este esta estos estas no se me te lo que"
    ),
    "pt": _set(
        "o a os as um uma uns umas de do da dos das em no na nos nas com por para sem sobre e ou "
        "mas meu minha teu tua seu sua este esta não se me te que ao à"
    ),
    "it": _set(
        "il lo la i gli le un uno una di del della dei degli delle a al alla in nel nella con per "
        "tra fra su da dal dalla e o ma mio mia tuo tua suo sua non si mi ti che"
    ),
    "de": _set(
        "der die das den dem des ein eine einen einem einer und oder aber in im ins an am auf aus "
        "bei mit nach von vom zu zum zur für über unter vor mein meine dein deine sein seine ihr "
        "ihre nicht"
    ),
    "nl": _set("de het een van in op aan met voor naar uit bij en of maar mijn jouw zijn haar"),
    "id": _set("di ke dari yang dan atau untuk dengan pada para si sang"),
    "ms": _set("di ke dari yang dan atau untuk dengan pada para si sang"),
}
