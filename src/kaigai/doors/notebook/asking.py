"""Verbs as methods: what a notebook's workspace does whatever the verb."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial, update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kaigai.doors.notebook.answer import NotebookAnswer
from kaigai.facts.store import Facts
from kaigai.terms.text import Language, Text
from kaigai.verbs.answer import File
from kaigai.verbs.index import VERBS
from kaigai.verbs.verb import DUCKDB, Asked, Call, Verb, WrongValue


class Asking:
    """A workspace that is asked by the methods of its verbs."""

    def __init__(self, folder: Path, language: Language = "en") -> None:
        self.folder: Final = folder
        self.language = language

    @property
    def facts(self) -> Facts:
        """The workspace's tables; raises StoreError where nothing was read yet."""
        return Facts.open(self.folder)

    if not TYPE_CHECKING:  # the stub beside names each method; a misspelt one is a mistake

        def __getattr__(self, name: str) -> Callable[..., NotebookAnswer]:
            for verb in VERBS.values():
                if verb.method == name:
                    method = partial(self._ask, verb)
                    update_wrapper(method, verb.ask)
                    method.__doc__ = verb.about.to(self.language)
                    return method
            raise AttributeError(f"{type(self).__name__} has no verb {name!r}")

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *(each.method for each in VERBS.values())]

    def __repr__(self) -> str:
        return f"kaigai.open({str(self.folder)!r})"

    def _ask(
        self,
        verb: Verb,
        *words: Any,
        limit: int | None = None,
        engine: str | None = None,
        out: str | Path | None = None,
        **given: Any,
    ) -> NotebookAnswer:
        """Ask a verb; `by` is who decides where the verb decides, and its own otherwise."""
        at = datetime.now(UTC)
        by = str(given.pop("by", "")) if verb.kind == "decide" else ""
        if verb.kind == "decide" and not by.strip():
            raise WrongValue(NO_NAME)
        given |= dict(_positional(verb, words))
        values = verb.values(
            {name: _value(verb.asked.get(name), each) for name, each in given.items()}
        )
        made_of = tuple(_paths(verb, given))
        name = Path(out).name if out else ""
        if out:
            from kaigai.doors.page.file import check_ending, check_input

            check_ending(name, verb)
            check_input(Path(out), made_of)
        call = Call(self._store(verb), at, self.language, engine or DUCKDB, limit, by=by, out=name)
        answer = verb.answer(call, values)
        found = NotebookAnswer(verb, answer, self.language, at.astimezone(call.zone), made_of)
        if out and not (verb.makes and found.answer.file is None):
            found.to_file(out)
        return found

    def _store(self, verb: Verb) -> Facts | None:
        if verb.stands == "none":
            return None
        if verb.stands == "any" and not Facts.is_at(self.folder):
            return None
        return Facts(self.folder) if verb.stands == "new" else Facts.open(self.folder)


def _positional(verb: Verb, words: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    """Values without a name: the verb's words, or its first parameter where it has none."""
    if not words:
        return
    names = [each.name for each in verb.asked.values() if each.param.word]
    names = names or list(verb.asked)[:1]
    if names and verb.asked[names[-1]].param.many:
        yield from zip(names[:-1], words, strict=False)
        yield names[-1], words[len(names) - 1 :]
        return
    if len(words) > len(names):
        raise TypeError(f"{verb.method}() takes {len(names)} values without a name")
    yield from zip(names, words, strict=False)


def _paths(verb: Verb, given: Mapping[str, Any]) -> Iterator[Path]:
    """The paths that were given for files."""
    for name, value in given.items():
        if verb.asked[name].takes == "file":
            several = value if isinstance(value, list | tuple) else [value]
            yield from (Path(each) for each in several if isinstance(each, str | Path))


def _value(asked: Asked | None, given: Any) -> Any:
    """A path as the file that it names; everything else as it is."""
    if asked is None or given is None:
        return given
    if asked.param.many and isinstance(given, list | tuple):
        return tuple(_value_of_one(asked, each) for each in given)
    return _value_of_one(asked, given)


def _value_of_one(asked: Asked, given: Any) -> Any:
    if asked.takes == "path" and isinstance(given, str):
        return Path(given)
    if asked.takes == "file" and isinstance(given, str | Path):
        return File(Path(given).name, Path(given).read_bytes())
    if asked.takes == "file" and isinstance(given, bytes):
        return File(asked.name, given)
    return given


NO_NAME = Text("say who decides: by=NAME", "決めた人の名前を by= で指定してください")
