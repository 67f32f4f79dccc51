"""Finds wijken and buurten by name, and the map on which each can be seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Flask, jsonify, request

from dashboard import links
from dashboard.gekozen_in import SLEUTEL, merk
from wijken.bron import Werkgebied
from wijken.indicator import Indicator
from wijken.regio import Regio, Regiocode, Soort
from wijken.vergelijking import kale_naam, zelfde_plek
from wijken.zoeken import LANGST, Naamkaart, lijkt_op, rang

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from dashboard.context import Context
    from dashboard.gegevens import Uitgave
    from dashboard.momentopname import Momentopname

ADRES = "/kaart/zoek.json"
MEEST = 8
_LIJKEND = 3
# How much further down comes what is no longer there under that name.
_TOEN = 2
# What stays as it is when one goes from one place to another.
_BLIJFT = ("laag", "achtergrond", "woningen", "thema", "stand", "focus", "naast")
# What stays with the theme: limits and ways of looking that mean nothing for another.
_BLIJFT_ERBIJ = ("klassen", "tweede", "vorig", "tegenover")


@dataclass(frozen=True)
class Plek:
    """A wijk or buurt that can be looked for.

    Attributes:
        codes: its code in each division that has it under this name.
        kaart: its names.
    """

    gebied: Werkgebied
    soort: Soort
    codes: Mapping[int, Regiocode]
    kaart: Naamkaart


@dataclass(frozen=True)
class Uitslag:
    """What was found: the best first, how many more there are, whether they only look like it."""

    plekken: tuple[Plek, ...]
    meer: int = 0
    lijkend: bool = False


def plekken(nu: Momentopname) -> tuple[Plek, ...]:
    """Give every wijk and buurt of our areas that some map shows."""
    return nu.onthoud(
        ("zoekplekken",),
        lambda: tuple(
            plek
            for gebied in nu.catalogus.werkgebieden.values()
            for soort in (Soort.WIJK, Soort.BUURT)
            for plek in _van_gebied(nu, gebied, soort)
        ),
    )


def zoek(alle: Sequence[Plek], tekst: str) -> Uitslag:
    """Find places by name; when there are none, those whose name looks like it."""
    gewogen = [(r, plek) for plek in alle if (r := rang(plek.kaart, tekst)) is not None]
    # A wijk before its buurten: sorting is stable, and the list has wijken first.
    gewogen.sort(key=lambda paar: paar[0] + (0 if _is_nu(paar[1]) else _TOEN))
    if gewogen:
        gevonden = tuple(plek for _, plek in gewogen[:MEEST])
        return Uitslag(gevonden, len(gewogen) - len(gevonden))
    namen = lijkt_op([plek.kaart.naam for plek in alle], tekst, _LIJKEND)
    lijkend = tuple(plek for naam in namen for plek in alle if plek.kaart.naam == naam)
    return Uitslag(lijkend[:MEEST], lijkend=True)


def weg(nu: Momentopname, plek: Plek, vraag: Mapping[str, str]) -> str:
    """Give the address of the map with this place chosen: theme and year stay where they can."""
    blijft = {sleutel: vraag.get(sleutel) for sleutel in _BLIJFT}
    eigen: dict[str, object] = {"gebied": plek.gebied.slug, "niveau": plek.soort}
    for indicator in _volgorde(nu, plek.gebied, vraag.get("indicator", "")):
        alle = _per_jaar(nu, indicator, plek.gebied, plek.soort)
        gevraagd = vraag if indicator.id == vraag.get("indicator") else {}
        uitgave = _passend(plek, alle, gevraagd.get("jaar"))
        if uitgave is not None:
            eigen |= {sleutel: gevraagd.get(sleutel) for sleutel in _BLIJFT_ERBIJ}
            eigen |= _keuze(nu, plek, indicator, uitgave)
            # Beside a second theme another year may come by itself.
            vanzelf = uitgave is alle[0] and not eigen["tweede"]
            eigen["jaar"] = None if vanzelf else uitgave.periode
            break
    return links.kaart(**{**blijft, **eigen})


def _passend(plek: Plek, alle: Sequence[Uitgave], jaar: str | None) -> Uitgave | None:
    """Give the figures of the year asked for where the place is on that map, else the newest."""
    passend = [u for u in alle if u.indeling in plek.codes]
    nieuwste = next(iter(passend), None)
    return next((u for u in passend if str(u.periode) == jaar), nieuwste)


def _keuze(
    nu: Momentopname, plek: Plek, indicator: Indicator, uitgave: Uitgave
) -> dict[str, object]:
    eerste = plek.gebied.eerste[0]
    return {
        "selectie": plek.codes[uitgave.indeling],
        SLEUTEL: merk(nu, plek.gebied, plek.soort, uitgave.indeling),
        "indicator": None if indicator.id == eerste else indicator.id,
    }


def antwoord(context: Context, nu: Momentopname, vraag: Mapping[str, str]) -> dict[str, Any]:
    """Answer what was typed (`q`): places with their ways, and a sentence that says how many."""
    zin, tekst = context.teksten.zin, " ".join(vraag.get("q", "").split())[:LANGST]
    uitslag = zoek(plekken(nu), tekst)
    aantal = len(uitslag.plekken)
    if not aantal:
        melding = zin("zoek.niets", gezocht=tekst)
    elif uitslag.lijkend:
        melding = zin("zoek.lijkt", gezocht=tekst)
    elif uitslag.meer:
        melding = zin("zoek.meer", aantal=aantal, meer=uitslag.meer)
    else:
        melding = zin("zoek.een") if aantal == 1 else zin("zoek.aantal", aantal=aantal)
    return {
        "zin": melding,
        "niets": not aantal or uitslag.lijkend,
        "gevonden": [
            {
                "naam": plek.kaart.naam,
                "bij": _bij(context, plek),
                "adres": weg(nu, plek, vraag),
            }
            for plek in uitslag.plekken
        ],
    }


def register_routes(server: Flask, context: Context) -> None:
    """Serve the answers; the box asks while one types."""

    @server.get(ADRES)
    def zoek_plek() -> ResponseReturnValue:
        with context.reader.momentopname() as nu:
            return jsonify(antwoord(context, nu, request.args.to_dict()))


def _van_gebied(nu: Momentopname, gebied: Werkgebied, soort: Soort) -> Iterator[Plek]:
    """Give the places of one level: one name is one place, also over divisions."""
    per_naam: dict[str, dict[int, list[Regio]]] = defaultdict(lambda: defaultdict(list))
    for indeling in _getoond(nu, gebied, soort):
        for regio in nu.regios(gebied, soort, indeling):
            per_naam[kale_naam(_nieuwste_naam(nu, gebied, regio))][indeling].append(regio)
    for _, per_indeling in sorted(per_naam.items()):
        # Two places of the same name in one division stay two.
        for n in range(max(len(lijst) for lijst in per_indeling.values())):
            yield _plek(nu, gebied, [lijst[n] for lijst in per_indeling.values() if n < len(lijst)])


def _getoond(nu: Momentopname, gebied: Werkgebied, soort: Soort) -> list[int]:
    """Give the divisions of which there is a map with figures."""
    getoond = (i for i in nu.catalogus.indicatoren.values() if i.tonen)
    gevonden = {u.indeling for i in getoond for u in _per_jaar(nu, i, gebied, soort)}
    return sorted(i for i in gevonden if nu.geometrieen(gebied, soort, i))


def _nieuwste_naam(nu: Momentopname, gebied: Werkgebied, regio: Regio) -> str:
    """Give the name it has now, when it is proven to be the same place still."""
    nieuwste = nu.regio(regio.code) or regio
    zelfde = zelfde_plek(gebied, regio.code, regio.indeling, nieuwste.indeling)
    return nieuwste.naam if zelfde else regio.naam


def _plek(nu: Momentopname, gebied: Werkgebied, regios: Sequence[Regio]) -> Plek:
    nieuwste = max(regios, key=lambda regio: regio.indeling)
    wijk = nieuwste.code.wijk if nieuwste.soort is Soort.BUURT else None
    groter = (nu.regio(code, nieuwste.indeling) for code in (wijk, nieuwste.code.gemeente) if code)
    omgeving = tuple(regio.naam for regio in groter if regio is not None)
    vroeger = tuple(_vroeger(nu, gebied, nieuwste))
    kaart = Naamkaart(nieuwste.naam, vroeger, omgeving)
    return Plek(gebied, nieuwste.soort, {r.indeling: r.code for r in regios}, kaart)


def _vroeger(nu: Momentopname, gebied: Werkgebied, regio: Regio) -> Iterator[str]:
    """Give other names the same place had, as far as it is proven to be the same place."""
    gehad = {kale_naam(regio.naam)}
    for indeling in nu.indelingen():
        ander = nu.regio(regio.code, indeling)
        if ander is None or kale_naam(ander.naam) in gehad:
            continue
        if zelfde_plek(gebied, regio.code, indeling, regio.indeling):
            gehad.add(kale_naam(ander.naam))
            yield ander.naam


def _volgorde(nu: Momentopname, gebied: Werkgebied, gevraagd: str) -> Iterator[Indicator]:
    alle = nu.catalogus.indicatoren
    for sleutel in dict.fromkeys((gevraagd, *gebied.eerste, *alle)):
        if sleutel in alle and alle[sleutel].tonen:
            yield alle[sleutel]


def _per_jaar(
    nu: Momentopname, indicator: Indicator, gebied: Werkgebied, soort: Soort
) -> tuple[Uitgave, ...]:
    """Give what the map offers: of every year with figures the newest division."""
    per_jaar: dict[object, Uitgave] = {}
    for uitgave in nu.uitgaven(indicator, gebied.codes + gebied.voorgangers, soort):
        if uitgave.gemeten:
            per_jaar.setdefault(uitgave.periode, uitgave)
    return tuple(per_jaar.values())


def _is_nu(plek: Plek) -> bool:
    return _tot(plek) >= max((grens.tot for grens in plek.gebied.grenzen), default=0)


def _tot(plek: Plek) -> int:
    """Give the last year its boundaries were right."""
    laatste = max(plek.codes)
    return max((g.tot for g in plek.gebied.grenzen if g.van <= laatste <= g.tot), default=laatste)


def _bij(context: Context, plek: Plek) -> str:
    """Say what and where it is: `buurt, De Riet, Almelo`, and until when it was there."""
    delen = [str(plek.soort), *plek.kaart.omgeving]
    if plek.kaart.vroeger:
        delen.append(context.teksten.zin("zoek.vroeger", naam=", ".join(plek.kaart.vroeger)))
    if not _is_nu(plek):
        delen.append(context.teksten.zin("zoek.toen", jaar=_tot(plek)))
    return ", ".join(delen)
