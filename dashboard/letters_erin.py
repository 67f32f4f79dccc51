"""Our letters written into a file that has to show them by itself."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from dashboard import fonts

ALLE = tuple((snit.familie, snit.gewicht) for snit in fonts.SNITTEN)


def letters_css(data_map: Path, welke: tuple[tuple[str, int], ...] = ALLE) -> str:
    """Give @font-face rules with the faces in them; those that cannot be made are left out.

    Args:
        data_map: where the faces are kept.
        welke: family and weight of each that is wanted.
    """
    regels = []
    for snit in fonts.lettertypen(data_map):
        bestand = data_map / fonts.MAP / snit.naam
        # Made but not kept: the folder cannot be written.
        if (snit.familie, snit.gewicht) not in welke or not bestand.is_file():
            continue
        inhoud = b64encode(bestand.read_bytes()).decode()
        regels.append(
            f"@font-face{{font-family:'{snit.familie}';font-weight:{snit.gewicht};"
            f"src:url('data:font/woff2;base64,{inhoud}') format('woff2')}}"
        )
    return "\n".join(regels)
