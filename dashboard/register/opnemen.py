"""Takes in the rows of a judged list that somebody chose: all of them, or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dashboard.register.beurten import Lading
from dashboard.register.bevinding import zin
from dashboard.register.dubbelen import aangevuld
from dashboard.register.initiatieven import Herkomst, Initiatief
from dashboard.register.invoer import Invoerrij, Uitkomst, Voorbeeld
from dashboard.register.register import Register
from wijken.errors import InvoerError


@dataclass(frozen=True)
class Keus:
    """What somebody decided about a judged list, by row number.

    Attributes:
        bevestigd: rows with a question that was answered yes; doubles that are new after all.
        samen: double: id of the row in the register that it is merged with.
        weglaten: rows that are not taken in, whatever their outcome.
    """

    bevestigd: frozenset[int] = frozenset()
    samen: Mapping[int, str] = field(default_factory=dict)
    weglaten: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Opgenomen:
    """What was taken in; `beurt` is the number to undo it by, None when there was nothing."""

    beurt: int | None
    nieuw: int
    anders: int


def neem_aan(
    register: Register, voorbeeld: Voorbeeld, keus: Keus, wie: tuple[str, str]
) -> Opgenomen:
    """Write the chosen rows in one transaction.

    Args:
        register: where they go.
        voorbeeld: the list as it was judged.
        keus: what somebody decided.
        wie: name of the person, and of the file (a label).

    Raises:
        InvoerError: when the list as a whole cannot be taken in.
        BotsingError: when a row of the register was changed since the list was judged.
    """
    if voorbeeld.bezwaren:
        message = " ".join(b.melding for b in voorbeeld.bezwaren)
        raise InvoerError(message)
    door, bestand = wie
    gekozen = [rij for rij in voorbeeld.rijen if rij.nummer not in keus.weglaten]
    nieuw = [rij.initiatief for rij in gekozen if rij.initiatief and _is_nieuw(rij, keus)]
    anders = [i for rij in gekozen if (i := _verandering(rij, keus, door)) is not None]
    if not nieuw and not anders:
        return Opgenomen(None, 0, 0)
    lading = Lading(
        bestand,
        door,
        Herkomst.INVOER,
        tuple(_nagekeken_door(i, None, door) for i in nieuw),
        tuple(anders),
    )
    return Opgenomen(register.neem_op(lading), len(nieuw), len(anders))


def _is_nieuw(rij: Invoerrij, keus: Keus) -> bool:
    if rij.oud is not None or rij.nummer in keus.samen:
        return False
    vraagt = rij.uitkomst in (Uitkomst.VRAAG, Uitkomst.DUBBEL)
    return rij.uitkomst is Uitkomst.NIEUW or (vraagt and rij.nummer in keus.bevestigd)


def _verandering(rij: Invoerrij, keus: Keus, door: str) -> Initiatief | None:
    """Give the contents that replace a row of the register, with the version that was seen."""
    if rij.initiatief is None:
        return None
    if rij.oud is not None:
        vraagt = rij.uitkomst is Uitkomst.VRAAG and rij.nummer in keus.bevestigd
        neemt = vraagt or rij.uitkomst is Uitkomst.ANDERS
        return _nagekeken_door(rij.initiatief, rij.oud, door) if neemt else None
    if rij.uitkomst is not Uitkomst.DUBBEL or rij.nummer not in keus.samen:
        return None
    doel = next((i for i in rij.dubbel if i.id == keus.samen[rij.nummer]), None)
    if doel is None:
        raise InvoerError(zin("register.invoer.geen_dubbel", rij=rij.nummer))
    return aangevuld(doel, replace(rij.initiatief, id=doel.id))


def _nagekeken_door(nieuw: Initiatief, oud: Initiatief | None, door: str) -> Initiatief:
    """Whoever brings a new date of checking answers for it."""
    if nieuw.nagekeken == (oud.nagekeken if oud else ""):
        return nieuw
    return replace(nieuw, nagekeken_door=door)
