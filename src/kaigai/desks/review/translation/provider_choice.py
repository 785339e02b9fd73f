"""Which service the settings choose, and whether what they say of it will do."""

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from kaigai.desks.review.translation.provider import PROVIDERS, Asked, Provider
from kaigai.facts.settings import Translate
from kaigai.terms.text import Refused, Text

HERE = frozenset({"localhost", "127.0.0.1", "::1"})
NONE = "none"  #: the name of no service at all


class NotConfigured(Refused):
    """The settings do not say enough, or what they say is not safe; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A service, and what it is asked with but the languages and the key."""

    provider: Provider
    url: str
    model: str

    def asked(self, source: str, target: str, key: str) -> Asked:
        """What one request is made with."""
        return Asked(source, target, self.url, self.model, key)

    @property
    def origin(self) -> str:
        """How a suggestion names it: the service, and the model where one is named."""
        model = self.model.rstrip("/\\").replace("\\", "/").rpartition("/")[2]
        return f"{self.provider.name}:{model}" if model else self.provider.name


def choose(settings: Translate, name: str | None = None) -> Chosen | None:
    """The service named here, else in the settings; None where there is none.

    Raises NotConfigured for an unknown one, one without a model it needs, or an address that
    would send the key in the clear.
    """
    wanted = settings.provider if name is None else name
    if wanted in ("", NONE):
        return None
    if wanted not in PROVIDERS:
        raise NotConfigured(_unknown(wanted))
    provider = PROVIDERS[wanted]
    own = settings if wanted == settings.provider else replace(settings, url="", model="")
    if provider.needs_model and not own.model:
        raise NotConfigured(_no_model(provider))
    url = own.url or provider.url
    if url and not is_safe(url):
        raise NotConfigured(_unsafe(url))
    return Chosen(provider, url, own.model)


def is_safe(url: str) -> bool:
    """Whether an address is https, or of this machine, and carries no name or password."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    if not host or parts.username or parts.password:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and host in HERE)


def _unknown(name: str) -> Text:
    known = ", ".join(PROVIDERS)
    return Text(
        en=f"there is no translation service called {name}; there are {known}, or none",
        ja=f"{name} という翻訳サービスはありません。あるのは {known}、または none です",
    )


def _no_model(provider: Provider) -> Text:
    what = (
        Text("its folder", "モデルのフォルダ")
        if provider.is_local
        else Text("its name", "モデル名")
    )
    return Text(
        en=f"{provider.name} needs a model; give {what.en} in settings.toml below [translate], "
        f'with provider = "{provider.name}": model = "…"',
        ja=f"{provider.name} にはモデルが必要です。settings.toml の [translate] に "
        f'provider = "{provider.name}" と model = "…"({what.ja})を書いてください',
    )


def _unsafe(url: str) -> Text:
    shown = url.rpartition("@")[2] if "@" in url else url
    return Text(
        en=f"{shown} would send texts and the key in the clear; use https, without a name or "
        "password in the address (http only for localhost)",
        ja=f"{shown} では文章とキーが暗号化されません。https のURLを、ユーザー名やパスワードを"
        "含めずに指定してください(http は localhost だけ)",
    )
