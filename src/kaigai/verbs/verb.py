"""What people may ask: a verb is declared once, and every door opens it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cached_property
from inspect import Parameter, signature
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Union, get_args, get_origin

from kaigai.terms.progress import Watch, silent
from kaigai.terms.text import Language, Refused, Text
from kaigai.terms.zones import zone_named, zone_of
from kaigai.verbs.answer import Answer, File
from kaigai.verbs.clock import by_clock
from kaigai.verbs.packages import import_alone

if TYPE_CHECKING:
    from kaigai.facts.store import Facts

Kind = Literal["ask", "make", "decide"]
Stands = Literal["workspace", "new", "any", "none"]
Purpose = Literal["find", "fix", "plan", "run", "measure", "data"]

HOME: Final = "JP"  #: as `facts.settings` has it, where no workspace says another
DUCKDB: Final = "duckdb://"  #: as `facts.engine` has it, which takes a second to import
WORKING: Final = Text("working", "処理中")
TABLES: Final = (".csv", ".xlsx", ".json", ".parquet")
PICTURES: Final = (".svg", ".png")
PAGES: Final = (".html", ".md")


class WrongValue(Refused):
    """A value that a parameter cannot take, or one that is missing."""


@dataclass(frozen=True, slots=True)
class Call:
    """What every verb is given beside what was asked.

    store    the workspace's facts; None where a verb stands without
    at       now, UTC
    limit    lines of a list; None: all
    by       who decides
    out      the name of the file that the answer goes to; "" where it is looked at
    """

    store: "Facts | None"
    at: datetime
    language: Language = "en"
    engine: str = DUCKDB
    limit: int | None = None
    watch: Watch = silent
    by: str = ""
    out: str = ""

    @property
    def facts(self) -> "Facts":
        """The workspace's facts."""
        assert self.store is not None, "the verb says that it needs no workspace"
        return self.store

    @property
    def zone(self) -> tzinfo:
        """The time zone of the label, as its workspace's settings say."""
        return self.store.settings.zone if self.store else zone_named(zone_of(HOME))

    @property
    def today(self) -> date:
        """The label's day: what judges where no day is named."""
        return self.at.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class Param:
    """How a parameter is asked for, whichever the door.

    parse   what was typed, as the verb takes it; raises Refused. It sees text only: a value
            that a program gives goes through as it is
    many    may be repeated; the verb gets a tuple
    word    stands by itself on a command line: `kaigai markets NAME`
    option  its name on a command line, where it is not the parameter's own
    shown   what stands for the value in a usage line
    least, most  bounds of a number
    free    any text will do; what else is text is refused where it means nothing
    example  a value that the example label has an answer to, as documentation gives it
    """

    about: Text
    parse: Callable[[str], Any] | None = None
    many: bool = False
    word: bool = False
    option: str = ""
    shown: str = ""
    least: float | None = None
    most: float | None = None
    free: bool = False
    example: str = ""


Takes = Literal["text", "flag", "int", "float", "choice", "file", "path"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A parameter of one verb, as its signature has it."""

    name: str
    param: Param
    takes: Takes
    default: Any
    required: bool
    choices: tuple[str, ...] = ()
    gives: str = "str"  #: the type that text is parsed to

    @property
    def option(self) -> str:
        """Its name for people: as an option without its dashes."""
        return (self.param.option or self.name).rstrip("_").replace("_", "-")

    def value(self, given: Any) -> Any:
        """What was given, as the verb takes it; raises Refused."""
        if given is None or given in ("", (), []):
            if self.required:
                raise WrongValue(_missing(self))
            return self.default
        if self.param.many:
            several = [given] if isinstance(given, str | bytes | File | Path) else given
            return tuple(self._one(each) for each in several)
        return self._one(given)

    def _one(self, given: Any) -> Any:
        match self.takes:
            case "flag":
                return given if isinstance(given, bool) else str(given).lower() in TRUE
            case "int" | "float":
                return self._number(given)
            case "choice" if given not in self.choices:
                raise WrongValue(_no_choice(self, given))
            case "text" if self.param.parse and isinstance(given, str):
                return self.param.parse(given)
        return given

    def _number(self, given: Any) -> float:
        """Full-width digits are digits, too."""
        try:
            value = int(given) if self.takes == "int" else float(given)
        except (TypeError, ValueError):
            raise WrongValue(_no_number(self, given)) from None
        least, most = self.param.least, self.param.most
        # Written so that NaN, which is neither more nor less, is outside.
        if not ((least is None or value >= least) and (most is None or value <= most)):
            raise WrongValue(_out_of_bounds(self, given))
        return value


KINDS: Final[Mapping[Any, Takes]] = {
    bool: "flag",
    int: "int",
    float: "float",
    File: "file",
    Path: "path",
}
TRUE: Final = ("1", "true", "yes", "on", "はい")


@dataclass(frozen=True)
class Verb:
    """One verb: its words, what it asks for, and what a door must know of it.

    kind      ask: reads; make: takes long; decide: writes what a person decided
    stands    on a workspace, on one that it may make (new), on one if there is any, or on none
    role      who may, where people have roles
    also      further words for it: "names show" for "names"
    makes     endings of the file that it makes, which take the place of pages and tables
    out       the file that it writes where none is named; `out_also` is another name of --out
    piped     the format in which it answers where no person looks
    pictures  whether its answers have charts
    lines     how many lines of a list a screen shows; None: all. `page` the same for a page
    """

    name: str
    about: Text
    ask: Callable[..., Answer]
    purpose: Purpose
    kind: Kind = "ask"
    stands: Stands = "workspace"
    role: str = ""
    also: Sequence[str] = ()
    makes: Sequence[str] = ()
    out: str = ""
    out_also: str = ""
    pictures: bool = False
    lines: int | None = 30
    page: int | None = 100
    piped: str = ""
    doing: Text = WORKING

    @cached_property
    def asked(self) -> Mapping[str, Asked]:
        """Its parameters by name, in order."""
        parameters = list(signature(self.ask, eval_str=True).parameters.values())[1:]
        return {each.name: _asked(each) for each in parameters}

    @property
    def method(self) -> str:
        """Its name in a program."""
        return self.name.replace(" ", "_").replace("-", "_")

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings of the files that its answer can be written to."""
        if self.makes:
            return tuple(self.makes)
        return (*PAGES, *(PICTURES if self.pictures else ()), *TABLES)

    def lines_for(self, out: str) -> int | None:
        """How many lines of a list are wanted where nobody says."""
        if not out:
            return self.lines
        return self.page if out.lower().endswith((*PAGES, *PICTURES)) else None

    def values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """What was given, as the verb takes it, with every default; raises Refused."""
        import_alone()
        unknown = sorted(set(given) - set(self.asked))
        if unknown:
            raise WrongValue(_unknown(self, unknown))
        return {name: each.value(given.get(name)) for name, each in self.asked.items()}

    def __call__(self, call: Call, **given: Any) -> Answer:
        """Ask; raises Refused, and what the engine raises."""
        return self.answer(call, self.values(given))

    def answer(self, call: Call, values: Mapping[str, Any]) -> Answer:
        """The answer to values as the verb takes them, its instants by the label's clock.

        What goes wrong because the disk or the workspace is damaged is said in words.
        """
        import_alone()
        try:
            return by_clock(self.ask(call, **values), call.zone)
        except Refused:
            raise
        except Exception as error:
            if call.store is None or (told := call.store.explained(error)) is None:
                raise
            raise told from error


def verb(
    name: str, about: Text, purpose: Purpose, **more: Any
) -> Callable[[Callable[..., Answer]], Verb]:
    """Make a function a verb: its first parameter is the Call, the others are
    `Annotated[type, Param]`. `more` is what else `Verb` takes."""
    return lambda ask: Verb(name, about, ask, purpose, **more)


def _asked(parameter: Parameter) -> Asked:
    base, param = _annotated(parameter.annotation)
    takes, choices = _takes(base, param)
    required = parameter.default is Parameter.empty
    default = () if param.many and parameter.default is None else parameter.default
    gives = getattr(_bare(base, param), "__name__", "str")
    return Asked(
        parameter.name, param, takes, None if required else default, required, choices, gives
    )


def _annotated(annotation: Any) -> tuple[Any, Param]:
    if get_origin(annotation) is not Annotated:
        raise TypeError(f"{annotation} is no Annotated[type, Param]")
    base, param = get_args(annotation)[:2]
    return base, param


def _bare(base: Any, param: Param) -> Any:
    """The type of one value: without None, and without the tuple of many."""
    if get_origin(base) in (Union, UnionType):
        base = next(each for each in get_args(base) if each is not NoneType)
    if param.many and get_origin(base) is tuple:
        base = get_args(base)[0]
    return base


def _takes(base: Any, param: Param) -> tuple[Takes, tuple[str, ...]]:
    base = _bare(base, param)
    if get_origin(base) is Literal:
        return "choice", get_args(base)
    kinds: dict[Any, Takes] = {bool: "flag", int: "int", float: "float", File: "file"}
    return kinds.get(
        base, "path" if isinstance(base, type) and issubclass(base, Path) else "text"
    ), ()


def _missing(asked: Asked) -> Text:
    about, name = asked.param.about, _named(asked)
    return Text(f"{name} is missing: {about.en}", f"{name} を指定してください: {about.ja}")


def _named(asked: Asked) -> str:
    """How a person knows it: a word by what stands for it, an option by its name."""
    if asked.param.word:
        return asked.param.shown or asked.name.upper()
    return f"--{asked.option}"


def _no_choice(asked: Asked, given: Any) -> Text:
    return Text(
        f"{_named(asked)}: {given} is none of {', '.join(asked.choices)}",
        f"{_named(asked)}: {given} は使えません。指定できるのは {'、'.join(asked.choices)} です",
    )


def _no_number(asked: Asked, given: Any) -> Text:
    whole = asked.takes == "int"
    return Text(
        f"{_named(asked)}: {given} is no {'whole ' * whole}number",
        f"{_named(asked)}: {given} は{'整数' if whole else '数'}ではありません",
    )


def _out_of_bounds(asked: Asked, given: Any) -> Text:
    least, most = (
        f"{each:g}" if each is not None else "" for each in (asked.param.least, asked.param.most)
    )
    en = f"at least {least}" if not most else f"from {least} to {most}"
    ja = f"{least}以上" if not most else f"{least}から{most}まで"
    return Text(
        f"{_named(asked)}: {given} is not allowed; write a number {en}",
        f"{_named(asked)}: {given} は使えません。{ja}の数を指定してください",
    )


def _unknown(asked: Verb, names: Sequence[str]) -> Text:
    known = ", ".join(each.name for each in asked.asked.values())
    return Text(
        f"{asked.name} takes no {', '.join(names)}; it takes: {known or 'nothing'}",
        f"{asked.name} に {'、'.join(names)} という指定はありません。"
        f"使えるのは {known or 'なし'} です",
    )
