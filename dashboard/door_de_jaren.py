"""Reads what an edition of the database says of areas through time: changes and drawn maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wijken.bron import Onveranderd, Werkgebied
from wijken.onveranderd import onveranderd_volgens_cbs
from wijken.regio import Regiocode

if TYPE_CHECKING:
    from dashboard.reader import Editie


def bewijs(editie: Editie) -> tuple[Onveranderd, ...]:
    """Give the stretches of years in which areas stayed the same, as CBS itself says."""
    return editie.onthoud(
        ("onveranderd",),
        lambda: onveranderd_volgens_cbs(
            (Regiocode(rij["regio"]), rij["indeling"], rij["wijziging"])
            for rij in editie.vraag("wijzigingen")
        ),
    )


def kaartjaar(editie: Editie, gebied: Werkgebied, indeling: int) -> int:
    """Give the year of the boundaries drawn for a division; the division itself for none."""
    rijen = editie.onthoud(("kaarten",), lambda: editie.vraag("kaarten"))
    codes = {code.code for code in gebied.codes + gebied.voorgangers}
    passend = (r["kaart"] for r in rijen if r["indeling"] == indeling and r["gemeente"] in codes)
    return next(passend, gebied.kaartjaar(indeling) or indeling)
