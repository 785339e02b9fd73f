"""What is said of a file that nobody could open, or on which a reader of ours broke."""

from kaigai.sources.reader import Refused
from kaigai.terms.text import Text


def unreadable(error: Exception) -> Refused:
    """A file that cannot be opened, or not to its end."""
    return Refused(
        "file",
        str(error),
        Text(en="a file that can be opened and read to its end", ja="最後まで読み取れるファイル"),
        Text(
            en="if it is in a zip with a password, unpack it first; else fetch it again",
            ja="パスワード付きZIPなら先に展開し、そうでなければ取得し直してください",
        ),
    )


def defect(reader: str, error: Exception) -> Refused:
    """A file on which a reader broke: our fault, and nobody else's."""
    return Refused(
        "file",
        f"{type(error).__name__}: {error}",
        Text(
            en=f"a file that the reader {reader} copes with",
            ja=f"読み取り処理 {reader} が扱えるファイル",
        ),
        Text(
            en="this is a fault of Kaigai: please report it with the file's first lines",
            ja="Kaigai側の不具合です。ファイルの先頭部分を添えてご報告ください",
        ),
    )


def fatal() -> Refused:
    """A file that ended the process that read it."""
    return Refused(
        "file",
        "the process that read it ended",
        Text(
            en="a file that can be read to its end in the memory there is",
            ja="空きメモリの範囲で最後まで読み取れるファイル",
        ),
        Text(
            en="if it is very large, split it; else export or fetch it again, and report it to us",
            ja="非常に大きい場合は分割し、そうでなければ取得し直したうえで、ご報告ください",
        ),
    )
