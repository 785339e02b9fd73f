"""Codes in shapes that are valid and belong to nobody: ISRC, GTIN, ISNI and the platform's ids."""

#: Registrants that no agency has given out; sound and video are kept apart, as labels like to.
SOUND_REGISTRANT = "JPZZ9"
VIDEO_REGISTRANT = "JPX0X"
#: GS1 keeps the prefix 952 for demonstrations and examples.
GTIN_PREFIX = "952"


def isrc(registrant: str, year: int, n: int) -> str:
    """A 12-character ISRC, without hyphens."""
    return f"{registrant}{year % 100:02d}{n:05d}"


def gtin(n: int) -> str:
    """A GTIN-13 with its check digit."""
    body = f"{GTIN_PREFIX}{n:09d}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body))
    return f"{body}{-total % 10}"


def wrong_gtin(n: int) -> str:
    """A GTIN-13 whose check digit is one too high."""
    right = gtin(n)
    return right[:-1] + str((int(right[-1]) + 1) % 10)


def isni(n: int) -> str:
    """An ISNI with its check character (ISO 7064, MOD 11-2), from a block of nines."""
    body = f"0000999{n:08d}"
    rest = 0
    for digit in body:
        rest = (rest + int(digit)) * 2 % 11
    check = (12 - rest) % 11
    return body + ("X" if check == 10 else str(check))


def video_id(n: int) -> str:
    """Eleven characters that say that they are an example."""
    return f"KGex{n:07d}"


def channel_id(n: int) -> str:
    """Twenty-four characters that say that they are an example."""
    return f"UCkaigaiexample{n:09d}"
