"""GTIN, EAN, JAN, UPC and DDEX's ICPN: one number of a product, kept as thirteen digits."""

from functools import lru_cache

from stdnum import ean

from kaigai.terms.digits import compact


@lru_cache(maxsize=65536)
def normalise(text: str) -> str | None:
    """Thirteen digits, or None where length or check digit is wrong.

    Takes EAN-8, UPC (12, or 11 where a sheet ate the first zero), EAN/JAN (13) and ICPN with a
    leading zero (14). A 14-digit number that starts otherwise is a carton, not a release.
    """
    digits = compact(text).removeprefix("ICPN").removeprefix("UPC")
    if not (digits.isascii() and digits.isdecimal()) or not 7 < len(digits) < 15:
        return None
    gtin = digits.zfill(14)
    if len(digits) in (9, 10) or gtin[0] != "0" or not gtin.strip("0"):
        return None
    return gtin[1:] if ean.is_valid(gtin[1:]) else None


def is_valid(text: str) -> bool:
    """Whether `normalise` understands the text."""
    return normalise(text) is not None
