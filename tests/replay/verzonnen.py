"""Made-up tables in the exact shape of the service: invented places, codes and figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

from etl.snapshot import Kolom
from tests.replay.tabel import Code, Tabel, regiocodes
from wijken.bron import Bron, Editie, Werkgebied
from wijken.catalogus import Catalogus
from wijken.indicator import (
    Bronveld,
    Cijfersoort,
    Eenheid,
    Indicator,
    Optelling,
    Richting,
)
from wijken.regio import Regiocode

TABEL, GEZONDHEID = "VERZONNEN1", "VERZONNEN2"
EERSTE, TWEEDE = "2031-01-15T02:00:00", "2031-06-20T02:00:00"

REGIOS: tuple[tuple[str, str, str | None], ...] = (
    ("NL00", "Nederland", None),
    ("GM9901", "Verzonnenstad", "GM9901"),
    ("WK990100", "Wijk 00 Verzonnen Kern", "GM9901"),
    ("BU99010000", "Verzonnen Kern-Noord", "GM9901"),
    ("BU99010001", "Verzonnen Kern-Zuid", "GM9901"),
    ("WK990101", "Wijk 01 Verzonnen Rand", "GM9901"),
    ("BU99010100", "Verzonnen Rand", "GM9901"),
    ("GM9902", "Verzonnenwaard", "GM9902"),
    ("WK990200", "Verzonnendorp", "GM9902"),
    ("BU99020000", "Verzonnendorp Woonkern", "GM9902"),
    ("BU99020099", "Verzonnendorp Buitengebied", "GM9902"),
    # Another municipality: only its own row is in the scope.
    ("GM9903", "Anderverzonnen", "GM9903"),
    ("WK990300", "Wijk van Anderverzonnen", "GM9903"),
    ("BU99030000", "Buurt van Anderverzonnen", "GM9903"),
)
BINNEN = tuple(code for code, _, _ in REGIOS if code[2:6] != "9903" or code.startswith("GM"))
_SOORT = {"NL": "Land", "GM": "Gemeente", "WK": "Wijk", "BU": "Buurt"}


def catalogus() -> Catalogus:
    """Give a catalogue of one made-up source per host and two made-up areas."""
    dimensies = (
        ("Leeftijd", ("20300", "80200")),
        ("Marges", ("MW00000", "MOG0095", "MBG0095")),
        ("Perioden", ("2028JJ00", "2030JJ00", "2034JJ00")),
    )
    gezond = _bron("verzonnen_gezondheid", GEZONDHEID, "derden")
    bestand = _bron("verzonnen_bestand", "verzonnen-bestand", "")
    bronnen = (
        _bron("verzonnen", TABEL, "cbs"),
        replace(gezond, land="NL01", dimensies=dimensies),
        replace(bestand, protocol="bestand"),
    )
    gebieden = (gebied("verzonnen-stad", "GM9901"), gebied("verzonnen-waard", "GM9902"))
    return Catalogus({}, {}, {b.id: b for b in bronnen}, {g.slug: g for g in gebieden})


def eerste_editie() -> Tabel:
    """Give the table as first published: income empty for every region, keys up to 9."""
    return _tabel(EERSTE, "Actualisering", _KOLOMMEN_EERSTE, {"inwoners": 0, "inkomen": None})


def tweede_editie() -> Tabel:
    """Give the redesigned table: one column inserted, so later keys shift; income filled."""
    return _tabel(TWEEDE, "Herontwerp", _KOLOMMEN_TWEEDE, {"inwoners": 7, "inkomen": 30})


def gezondheid() -> Tabel:
    """Give a table with three more dimensions, padded age codes, and NL01 for the country."""
    regios = tuple((code.replace("NL00", "NL01"), n, g) for code, n, g in REGIOS)
    leeftijden = (Code("20300     ", "18 jaar of ouder"), Code("80200     ", "65 jaar of ouder"))
    dimensies = {
        "Leeftijd": (*leeftijden, Code("53115     ", "18 tot 65 jaar")),
        "Marges": (
            Code("MW00000", "Waarde"),
            Code("MOG0095", "Ondergrens"),
            Code("MBG0095", "Boven"),
        ),
        "Perioden": (Code("2024JJ00", "2024"), Code("2028JJ00", "2028"), Code("2030JJ00", "2030")),
        "WijkenEnBuurten": regiocodes(regios),
    }
    combinaties = product(*([c.sleutel.strip() for c in codes] for codes in dimensies.values()))
    kolommen = (*_REGIOKOLOMMEN, _kolom("Eenzaam_4", "%", "Welbevinden", "Double"))
    cellen = {
        combinatie: _regiocellen(combinatie[-1]) | {"Eenzaam_4": f"{20 + nummer % 50}.5"}
        for nummer, combinatie in enumerate(combinaties)
    }
    info = {"Title": "Verzonnen gezondheid", "Modified": EERSTE, "Catalog": "RIVM"}
    return Tabel(GEZONDHEID, "derden", info, kolommen, dimensies, cellen)


def _kolom(veld: str, eenheid: str, pad: str, datatype: str = "Long") -> Kolom:
    stam = veld.rpartition("_")[0]
    decimalen = 1 if datatype == "Double" else 0
    return Kolom(veld, stam, f"Titel van {stam}", eenheid, pad, datatype, decimalen, "Verzonnen.")


_REGIOKOLOMMEN = (
    _kolom("Gemeentenaam_1", "", "Regioaanduiding", "String"),
    _kolom("SoortRegio_2", "", "Regioaanduiding", "String"),
    _kolom("Codering_3", "", "Regioaanduiding", "String"),
)
_KOLOMMEN_EERSTE = (
    *_REGIOKOLOMMEN,
    _kolom("AantalInwoners_4", "aantal", "Bevolking"),
    _kolom("Appartement_5", "kWh", "Energie > Elektriciteit"),
    _kolom("Appartement_6", "m3", "Energie > Aardgas"),
    _kolom("GemiddeldInkomen_7", "x 1 000 euro", "Inkomen", "Double"),
    _kolom("Postcode_8", "", "Postcode", "String"),
)
_KOLOMMEN_TWEEDE = (
    *_REGIOKOLOMMEN,
    _kolom("AantalInwoners_4", "aantal", "Bevolking"),
    _kolom("Woningvoorraad_5", "aantal", "Wonen"),
    _kolom("Appartement_6", "kWh", "Energie > Elektriciteit"),
    _kolom("Appartement_7", "m3", "Energie > Aardgas"),
    _kolom("GemiddeldInkomen_8", "x 1 000 euro", "Inkomen", "Double"),
    _kolom("Postcode_9", "", "Postcode", "String"),
)


def _tabel(
    gewijzigd: str, reden: str, kolommen: tuple[Kolom, ...], getallen: Mapping[str, int | None]
) -> Tabel:
    veld = {(kolom.stam, kolom.eenheid): kolom.veld for kolom in kolommen}
    cellen: dict[tuple[str, ...], dict[str, str | None]] = {}
    for nummer, (code, _, _) in enumerate(REGIOS):
        rij: dict[str, str | None] = dict(_regiocellen(code))
        rij[veld["AantalInwoners", "aantal"]] = str(_inwoners(code, getallen["inwoners"] or 0))
        if ("Woningvoorraad", "aantal") in veld:
            rij[veld["Woningvoorraad", "aantal"]] = str(_inwoners(code, 0))
        # A dot is secret, a blank cannot occur: both must survive.
        rij[veld["Appartement", "kWh"]] = "." if code == "BU99010000" else "2500"
        rij[veld["Appartement", "m3"]] = "" if code == "BU99010001" else "900"
        inkomen = getallen["inkomen"]
        rij[veld["GemiddeldInkomen", "x 1 000 euro"]] = (
            None if inkomen is None else f"{inkomen + nummer}.4"
        )
        rij[veld["Postcode", ""]] = "."
        cellen[(code,)] = rij
    info = {"Title": "Verzonnen kerncijfers", "Modified": gewijzigd, "ReasonDelivery": reden}
    return Tabel(TABEL, "cbs", info, kolommen, {"WijkenEnBuurten": regiocodes(REGIOS)}, cellen)


def _inwoners(code: str, erbij: int) -> int:
    """A hundred times its place in the list for a buurt; others are the sum of their buurten."""
    deel = "" if code.startswith("NL") else code[2:]
    return sum(
        100 * nummer + erbij
        for nummer, (buurt, _, _) in enumerate(REGIOS)
        if buurt.startswith("BU") and buurt[2:].startswith(deel)
    )


def _regiocellen(code: str) -> dict[str, str]:
    naam = next((n for c, n, _ in REGIOS if c == f"GM{code[2:6]}"), "Nederland")
    return {"Gemeentenaam_1": naam, "SoortRegio_2": _SOORT[code[:2]], "Codering_3": code}


def _bron(sleutel: str, tabel: str, dienst: str) -> Bron:
    return Bron(
        id=sleutel,
        naam=f"Bron {sleutel}",
        houder="Verzonnen Bureau",
        protocol="cbs_odata",
        licentie="verzonnen",
        bronregel="Bron: verzonnen",
        adres="https://verzonnen.nl",
        edities=(Editie(tabel, 2030, (2030,), "2030"),),
        dienst=dienst,
        land="NL00",
        regioveld="WijkenEnBuurten",
    )


def gebied(slug: str, gemeente: str) -> Werkgebied:
    """Give a made-up area of one gemeente."""
    codes = (Regiocode(gemeente),)
    return Werkgebied(slug, f"Naam {slug}", f"Plaats {slug}", codes, "", (), "#000000", "")


def zonder(tabel: Tabel, cijfers: str) -> Tabel:
    """Give a table without a gemeente and all in it."""
    regios = tuple(c for c in tabel.dimensies[tabel.regioveld] if c.sleutel[2:6] != cijfers)
    return replace(tabel, dimensies={**tabel.dimensies, tabel.regioveld: regios})


def catalogus_met_indicatoren() -> Catalogus:
    """Give the made-up catalogue with indicators, so that there is something to build."""
    kaal = catalogus()
    indicatoren = (
        _indicator("inwoners_aantal", "Verzonnen inwoners", "AantalInwoners", "verzonnen mensen"),
        _indicator("woningen_aantal", "Verzonnen woningen", "Woningvoorraad"),
        _indicator("gas_gemiddelde", "Verzonnen gas", "Appartement", eenheden=("m3",)),
        _indicator("inkomen_gemiddelde", "Verzonnen inkomen", "GemiddeldInkomen"),
    )
    return replace(kaal, indicatoren={i.id: i for i in indicatoren})


def _indicator(
    sleutel: str, naam: str, stam: str, van_wie: str = "", eenheden: tuple[str, ...] = ()
) -> Indicator:
    telling = sleutel.endswith("_aantal")
    return Indicator(
        id=sleutel,
        thema="verzonnen",
        naam=naam,
        kort=naam,
        eenheid=Eenheid.AANTAL,
        decimalen=0,
        richting=Richting.NEUTRAAL,
        soort=Cijfersoort.GETELD,
        optelling=Optelling.SOM if telling else Optelling.GEEN,
        toelichting="Verzonnen.",
        van_wie=van_wie,
        bronvelden=(Bronveld("verzonnen", (stam,), eenheden),),
    )


def onmogelijke_editie() -> Tabel:
    """Give an edition with a count below zero, which no check may let through."""
    getallen = {"inwoners": -900, "inkomen": 30}
    return _tabel("2031-09-01T02:00:00", "Correctie", _KOLOMMEN_TWEEDE, getallen)


def zonder_kolom(tabel: Tabel, veld: str, maand: str = "08") -> Tabel:
    """Give a later edition of a table in which a topic is gone."""
    kolommen = tuple(kolom for kolom in tabel.kolommen if kolom.veld != veld)
    info = {**tabel.info, "Modified": f"2031-{maand}-01T02:00:00"}
    return replace(tabel, kolommen=kolommen, info=info)


def met_nieuwe_buurt() -> Tabel:
    """Give a later edition with one buurt more; its wijk and gemeente count it in."""
    return _met_buurten(tweede_editie(), [("BU99010101", "Verzonnen Nieuwbouw", "GM9901")], 20)


def met_veel_buurten(aantal: int) -> Tabel:
    """Give a table with buurten elsewhere, more than fit on a page."""
    buurten = [(f"BU88{n:06d}", f"Verzonnen buurt {n}", "GM8800") for n in range(aantal)]
    return _met_buurten(eerste_editie(), buurten, 5)


def _met_buurten(tabel: Tabel, buurten: Sequence[tuple[str, str, str]], mensen: int) -> Tabel:
    (veld,) = (kolom.veld for kolom in tabel.kolommen if kolom.stam == "AantalInwoners")
    erbij = {(code,): {**_regiocellen(code), veld: str(mensen)} for code, _, _ in buurten}
    codes = regiocodes([*REGIOS, *buurten])
    return replace(tabel, dimensies={tabel.regioveld: codes}, cellen={**tabel.cellen, **erbij})
