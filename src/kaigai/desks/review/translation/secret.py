"""The key of a translation service: read from the environment or a file, never kept or shown.

A door to the environment and the disk, and nothing else.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from kaigai.facts.settings import Translate
from kaigai.terms.text import Refused, Text

LONGEST = 4_096  #: characters; a longer file is no key


class NoKey(Refused):
    """The key is not where the settings say; the text says what to do."""


def read_key(settings: Translate, *, needed: bool, environ: Mapping[str, str] = os.environ) -> str:
    """The key, or "" where none is set and none is needed; raises NoKey."""
    key = environ.get(settings.key_env, "").strip() or _from_file(settings.key_file)
    if needed and not key:
        raise NoKey(_none(settings.key_env))
    if not key.isascii() or not key.isprintable() or " " in key:
        raise NoKey(_odd(settings.key_env))
    return key


def _from_file(name: str) -> str:
    if not name:
        return ""
    path = Path(name).expanduser()
    try:
        with path.open(encoding="utf-8-sig") as stream:
            return stream.read(LONGEST).strip()
    except (OSError, UnicodeDecodeError) as error:
        raise NoKey(_unreadable(path)) from error


def _none(name: str) -> Text:
    return Text(
        en=f"the service needs a key; put it into the environment variable {name}, or name a "
        "file that holds it in settings.toml: [translate] key_file",
        ja=f"このサービスにはキーが必要です。環境変数 {name} に入れるか、settings.toml の "
        "[translate] key_file でキーを書いたファイルを指定してください",
    )


def _odd(name: str) -> Text:
    return Text(
        en=f"what {name} or key_file holds is no key: one line of plain letters is expected",
        ja=f"{name} または key_file の中身がキーの形をしていません(半角文字1行のはずです)",
    )


def _unreadable(path: Path) -> Text:
    return Text(
        en=f"the key's file {path} cannot be read; check [translate] key_file in settings.toml",
        ja=f"キーのファイル {path} を読めません。settings.toml の [translate] key_file を"
        "確かめてください",
    )
