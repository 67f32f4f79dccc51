"""A made-up list of sixty initiatives with a dozen kinds of mistakes, and how to mend them."""

from collections.abc import Mapping, Sequence

KOPPEN = (
    "Naam",
    "Omschrijving",
    "Soort",
    "Thema's",
    "Voor wie",
    "Organisatie",
    "Wijk of buurt",
    "Adres",
    "Postcode",
    "Plaats",
    "Lat",
    "Lon",
    "Website",
    "Sinds",
    "Nagekeken op",
    "Mag op de kaart",
)
_WAT = ("Eettafel", "Moestuin", "Taalcafé", "Klusploeg", "Wandelclub", "Leeskring")
_WIJKEN = (
    *("De Riet", "Windmolenbroek", "Schelfhorst", "Nieuwstraat-Kwartier", "Binnenstad"),
    *("Klaaswaal", "Numansdorp", "Heinenoord", "Puttershoek", "Maasdam"),
)
# Row of the file: column, what is wrong, what it has to be, a part of what is said about it.
FOUTEN: Mapping[int, tuple[str, str, str, str]] = {
    5: ("Naam", "", "Verzonnen Repaircafé Zes", "De naam ontbreekt"),
    9: ("Omschrijving", "", "Mensen repareren samen spullen.", "wat het initiatief doet"),
    14: ("Soort", "clubje", "burgerinitiatief", "geen soort"),
    18: ("Thema's", "ontmoetn", "ontmoeten", "Bedoel je «ontmoeten»"),
    23: ("Omschrijving", "Bel 06-12345678 voor een plek.", "Samen eten.", "telefoonnummer"),
    27: ("Voor wie", "mail jan@gmail.com", "buren", "privé-mailadres"),
    33: ("Website", "www,tuin", "https://tuin.verzonnen.nl", "geen webadres"),
    38: ("Sinds", "ooit", "2021", "geen jaar of datum"),
    44: ("Postcode", "76 AA", "7607 AA", "geen postcode"),
    49: ("Wijk of buurt", "De Reit", "De Riet", "Bedoel je De Riet"),
    53: ("Nagekeken op", "31-2-2026", "28-2-2026", "geen datum"),
    57: ("Lon", "", "6,6620", "maar één van de twee getallen"),
}
# Rows about which something is asked.
PERSOON, DUBBEL = 30, 41
# Rows with a point.
GEPLAATST = {2: ("52,3570", "6,6620"), 3: ("52,3600", "6,6500"), 57: ("52,3570", "6,6620")}
AANTAL = 60


def rijen(*, verbeterd: bool = False) -> list[tuple[str, ...]]:
    """The list, headings first; with its mistakes, or mended as the report says."""
    return [KOPPEN, *(_rij(nummer, verbeterd=verbeterd) for nummer in range(2, AANTAL + 2))]


def naam(nummer: int) -> str:
    """What the initiative in a row of the file is called."""
    return f"Verzonnen {_WAT[nummer % len(_WAT)]} nummer {nummer}"


def _rij(nummer: int, *, verbeterd: bool) -> tuple[str, ...]:
    breedte, lengte = GEPLAATST.get(nummer, ("", ""))
    rij = {
        "Naam": naam(nummer),
        "Omschrijving": f"Buren doen iets samen, nummer {nummer}.",
        "Soort": ("burgerinitiatief", "voorziening", "professional")[nummer % 3],
        "Thema's": ("ontmoeten", "meedoen, gezondheid", "leefomgeving")[nummer % 3],
        "Voor wie": "bewoners",
        "Organisatie": f"Stichting Verzonnen {nummer}",
        "Wijk of buurt": "" if breedte else _WIJKEN[nummer % len(_WIJKEN)],
        "Lat": breedte,
        "Lon": lengte,
        "Sinds": "2020",
        "Mag op de kaart": "ja",
    }
    if nummer == PERSOON:
        rij["Organisatie"] = "Jan Jansen"
    if nummer == DUBBEL:
        rij |= {"Naam": "Noaberhoes Windmolenbroek", "Wijk of buurt": "Windmolenbroek"}
    if nummer in FOUTEN:
        kolom, fout, goed, _ = FOUTEN[nummer]
        rij[kolom] = goed if verbeterd else fout
    return tuple(rij.get(kop, "") for kop in KOPPEN)


def als_csv(lijst: Sequence[Sequence[str]]) -> bytes:
    """The list as Excel on a Dutch machine saves it: semicolons, Windows letters."""
    return "\r\n".join(";".join(rij) for rij in lijst).encode("cp1252")
