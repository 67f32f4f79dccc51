"""`python -m dashboard wachtwoord`: asks for a new password twice and keeps its hash."""

from __future__ import annotations

from collections.abc import Callable
from getpass import getpass
from pathlib import Path

from dashboard.toegang.geheim import Geheimen
from wijken.errors import InvoerError


def zet_wachtwoord(data_map: Path, vraag: Callable[[str], str] = getpass) -> str:
    """Set the password to edit with; who was logged in has to do so again.

    Args:
        data_map: the folder it is kept in.
        vraag: asks without showing what is typed.

    Returns:
        A sentence that says where its hash is.

    Raises:
        InvoerError: when the two differ, or it is too short.
    """
    eerste = vraag("Nieuw wachtwoord: ")
    if eerste != vraag("Nog een keer: "):
        message = "De twee wachtwoorden zijn niet gelijk. Er is niets veranderd."
        raise InvoerError(message)
    bestand = Geheimen(data_map).bewaar(eerste)
    return (
        f"Het wachtwoord is gezet; bewaard is alleen een afdruk ervan ({bestand}). "
        "Start het dashboard met WIJKEN_BEWERKEN=wachtwoord."
    )
