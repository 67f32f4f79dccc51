"""A made-up Leefbaarometer: a zip of CSV with names as irregular as the real ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from tests.replay.anders import Aanvraag
from tests.replay.antwoorden import Antwoord

GEWIJZIGD = "Mon, 02 Jun 2031 08:00:00 GMT"
JAREN = (2002, 2014, 2024)
REGIOS = {
    "gm": ("GM0141", "GM1963", "GM9999"),
    "wk": ("WK014110", "WK196300", "WK999900"),
    "bu": ("BU01411000", "BU19630000", "BU99990000"),
}
_NAMEN = {"gm": "gemeenten", "wk": "wijken", "bu": "buurten"}
_DELEN = ("fys", "onv", "soc", "vrz", "won")


def csv_van(niveau: str, scheiding: str = ",") -> str:
    """Give the file of a level; a score is a thousandth of its place in the file."""
    kop = [f"{niveau}_code", f"{niveau}_naam", "jaar", "lbm", "afw", *_DELEN]
    regels = [scheiding.join(kop)]
    for nummer, (code, jaar) in enumerate((c, j) for c in REGIOS[niveau] for j in JAREN):
        scores = [f"{(nummer * 7 + plek) / 1000:.3f}" for plek in range(len(_DELEN))]
        if nummer == 1:
            scores[0] = ""
        cellen = [code, "Verzonnen", str(jaar), "9.999", "9.999", *scores]
        if scheiding == ";":
            cellen = [cel.replace(".", ",") for cel in cellen]
        regels.append(scheiding.join(cellen))
    return "\r\n".join(regels) + "\r\n"


def maak_zip(scheiding: str = ",", **anders: str | None) -> bytes:
    """Give the zip; `anders` replaces (or with None leaves out) the file of a level."""
    inhoud = io.BytesIO()
    map_ = "Leefbaarometer 3.0 - Meting 2024 - open data"
    with zipfile.ZipFile(inhoud, "w") as pak:
        pak.writestr(f"{map_}/Leeswijzer.pdf", b"verzonnen")
        pak.writestr(f"{map_}/Leefbaarometer-scores grids 2002-2024.csv", "grid_code,jaar,lbm\n")
        for niveau, naam in _NAMEN.items():
            tekst = anders.get(niveau, csv_van(niveau, scheiding))
            if tekst is not None:
                pak.writestr(f"{map_}/Leefbaarometer-scores {naam} 2002-2024.csv", tekst)
    return inhoud.getvalue()


@dataclass
class Leefbaarometer:
    """The site: files and pages by path (without the first part)."""

    bestanden: Mapping[str, bytes]

    def beantwoord(self, aanvraag: Aanvraag) -> Antwoord | None:
        """Answer for the site."""
        pad = aanvraag.pad.removeprefix("/leefbaarometer")
        if not aanvraag.pad.startswith("/leefbaarometer/") or pad not in self.bestanden:
            return None
        kop = {"Last-Modified": GEWIJZIGD}
        return Antwoord(200, "application/octet-stream", self.bestanden[pad], kop)
