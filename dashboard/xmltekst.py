"""Which characters an XML document may hold, and so a Word or Excel file."""

from __future__ import annotations

import re

# XML 1.0, 2.2: tab, line ends, and everything that is no control, surrogate or non-character.
_VERBODEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def schoon(tekst: str) -> str:
    """Drop control characters and lone surrogates; a line ends in one way."""
    return _VERBODEN.sub("", tekst.replace("\r\n", "\n").replace("\r", "\n"))
