"""Keeps the focus of a werkgebied when somebody who may asks for it from our own page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Flask, jsonify, request

from dashboard.toegang import GeenToegangError
from wijken.errors import InvoerError, WijkenError
from wijken.keuze import Keuze, lees_codes
from wijken.regio import Regiocode

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from dashboard.context import Context
    from wijken.bron import Werkgebied

ADRES = "/kaart/focus"
# A focus of forty codes is 500 letters.
_GROOTST = 4_000
_DOOR = "kaart"
GOED, FOUT, MAG_NIET, MISLUKT = 200, 400, 403, 503


@dataclass(frozen=True)
class _Wens:
    gebied: Werkgebied
    codes: tuple[Regiocode, ...]


def register_routes(server: Flask, context: Context) -> None:
    """Serve the one address that writes a focus; the answer is a sentence for who asked."""

    @server.post(ADRES)
    def bewaar() -> ResponseReturnValue:
        zin = context.teksten.zin
        velden = _velden()
        try:
            context.toegang.eis(str(velden.get("bewijs", "")))
            wens = _lees(context, velden)
            context.register.bewaar_focus(wens.gebied.slug, wens.codes, _DOOR)
        except GeenToegangError as fout:
            return jsonify(goed=False, zin=zin(f"toegang.{fout.reden}")), MAG_NIET
        except InvoerError as fout:
            return jsonify(goed=False, zin=str(fout)), FOUT
        except WijkenError:
            return jsonify(goed=False, zin=zin("kaart.keuze.bewaar_mislukt")), MISLUKT
        soort = "bewaard" if wens.codes else "gewist"
        klaar = zin(f"kaart.keuze.{soort}", plaats=wens.gebied.plaats_in_zin)
        return jsonify(goed=True, zin=klaar), GOED


def _velden() -> dict[str, Any]:
    if (request.content_length or 0) > _GROOTST:
        return {}
    velden = request.get_json(silent=True)
    return velden if isinstance(velden, dict) else {}


def _lees(context: Context, velden: dict[str, Any]) -> _Wens:
    """Read which focus is meant.

    Raises:
        InvoerError: when it is no focus of that werkgebied.
    """
    gebied = context.catalogus.werkgebied(str(velden.get("gebied", "")))
    codes = lees_codes(str(velden.get("codes", "")))
    if codes:
        Keuze(codes=codes)
    with context.reader.momentopname() as nu:
        vreemd = [c for c in codes if not gebied.bevat(c) or nu.regio(c) is None]
    if vreemd:
        zin = context.teksten.zin
        reden = zin("kaart.adres.selectie_elders", gevraagd=vreemd[0])
        message = zin("kaart.keuze.bewaar_fout", plaats=gebied.plaats, reden=reden)
        raise InvoerError(message)
    return _Wens(gebied, codes)
