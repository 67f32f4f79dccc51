"""Makes one embedded snapshot of its files: column list, cells, names of regions, manifest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from etl.bronnen.bestand import Bestandsvorm, lees_bestand
from etl.bronnen.cbs_grenzen import Grensvorm, lees_grenzen
from etl.bronnen.dekking import Dekking
from etl.bronnen.odata_vorm import Bereik
from etl.bronnen.ruw import Rij, maak_regios, maak_waarden
from etl.inbedden.keuze import Keuze, landelijke_velden
from etl.inbedden.odata import (
    Regionaam,
    lees_kolommen,
    lees_namen,
    lees_rijen,
    lees_tabelinfo,
    lees_velden,
    maak_kolommen,
)
from etl.inbedden.opdracht import Kopie, Opdracht
from etl.snapshot import Kolom, Manifest, Snapshot, schrijf
from wijken.bron import Bron, Editie
from wijken.catalogus import Catalogus
from wijken.errors import InvoerError

_NAMENBESTAND = "WijkenEnBuurten.parquet"


@dataclass(frozen=True)
class Werk:
    """What every snapshot needs: folder with the real data, catalogue, order, date."""

    map: Path
    catalogus: Catalogus
    kopie: Kopie
    datum: str

    def editie(self, tabel: str) -> tuple[Bron, Editie]:
        """Find source and edition of a table.

        Raises:
            InvoerError: when no source in the catalogue has the table.
        """
        for bron in self.catalogus.bronnen.values():
            for editie in bron.edities:
                if editie.tabel == tabel:
                    return bron, editie
        message = f"kopie.toml: [{tabel}] staat bij geen bron in bronnen.toml."
        raise InvoerError(message)

    def regiolijst(self, opdracht: Opdracht) -> dict[str, Regionaam]:
        """Give the region list of a table, or of the table it borrows names from."""
        uit = self.kopie.opdrachten[opdracht.namen_uit or opdracht.tabel]
        pad = next(naam for naam in uit.bestanden if naam.endswith(_NAMENBESTAND))
        return lees_namen(self.map / pad)

    def namen(self, opdracht: Opdracht) -> dict[str, str]:
        """Give names by code, also those of areas that exist no longer."""
        lijst = {code: regio.naam for code, regio in self.regiolijst(opdracht).items()}
        return dict(self.kopie.namen) | lijst


@dataclass(frozen=True)
class _Inhoud:
    """What came out of the files."""

    kolommen: tuple[Kolom, ...]
    waarden: pa.Table
    regios: pa.Table
    titel: str
    gewijzigd: str = ""


def maak_snapshot(basis: Path, werk: Werk, opdracht: Opdracht) -> Snapshot:
    """Make one snapshot in the folder `basis`.

    Raises:
        WijkenError: when a file is not what it should be.
    """
    bron, editie = werk.editie(opdracht.tabel)
    inhoud = _MAKERS[opdracht.soort](werk, opdracht, bron)
    manifest = Manifest(
        bron=bron.id,
        tabel=editie.tabel,
        titel=inhoud.titel,
        indeling=editie.indeling,
        perioden=editie.perioden,
        editie_waarden=opdracht.editie_waarden,
        editie_sleutels=inhoud.gewijzigd[:10],
        gewijzigd=inhoud.gewijzigd,
        opgehaald=werk.datum,
        licentie=bron.licentie,
        bronregel=bron.bronregel,
        adres=bron.adres,
        getypeerd=opdracht.getypeerd,
        volledig=opdracht.volledig,
        wat_is_echt=opdracht.wat_is_echt.strip(),
        wat_is_samengesteld=opdracht.wat_is_samengesteld.strip(),
        ingebed=True,
        kolommen=inhoud.kolommen,
    )
    return schrijf(basis, manifest, inhoud.waarden, inhoud.regios)


def _odata(werk: Werk, opdracht: Opdracht, bron: Bron) -> _Inhoud:
    data, eigenschappen, info, _ = (werk.map / naam for naam in opdracht.bestanden)
    kolommen = lees_kolommen(eigenschappen)
    tabelinfo = lees_tabelinfo(info)
    aanwezig = set(lees_velden(data))
    over = [k.veld for k in kolommen if k.veld in aanwezig and k.stam not in opdracht.weg]
    keuze = _keuze(werk, opdracht, bron, kolommen)
    waarden = maak_waarden(lees_rijen(data, over, keuze))
    regios = _regios(werk.regiolijst(opdracht), keuze, ())
    return _Inhoud(kolommen, waarden, regios, tabelinfo["Title"], tabelinfo["Modified"])


def _odata_kaal(werk: Werk, opdracht: Opdracht, bron: Bron) -> _Inhoud:
    data = werk.map / opdracht.bestanden[0]
    velden = lees_velden(data)
    kolommen = maak_kolommen(velden, opdracht.paden)
    keuze = _keuze(werk, opdracht, bron, kolommen)
    waarden = maak_waarden(lees_rijen(data, velden, keuze))
    regios = _regios(werk.regiolijst(opdracht), keuze, (bron.land,))
    return _Inhoud(kolommen, waarden, regios, opdracht.titel)


def _csv(werk: Werk, opdracht: Opdracht, bron: Bron) -> _Inhoud:
    kolommen = _eigen_kolommen(opdracht)
    keuze = _keuze(werk, opdracht, bron, kolommen)
    vorm = Bestandsvorm(**opdracht.vorm)
    delen = [lees_bestand(werk.map / naam, vorm) for naam in opdracht.bestanden]
    waarden = maak_waarden(keuze.kies(_rijen(pa.concat_tables(delen))))
    aanwezig = sorted(set(waarden["regio"].to_pylist()))
    namen = werk.namen(opdracht)
    regios = maak_regios((code, namen.get(code), _gemeente(code)) for code in aanwezig)
    return _Inhoud(kolommen, waarden, regios, opdracht.titel)


def _grenzen(werk: Werk, opdracht: Opdracht, _: Bron) -> _Inhoud:
    vorm = Grensvorm(dekking=Dekking(**opdracht.dekking), namen=werk.namen(opdracht))
    waarden, regios = lees_grenzen(werk.map / opdracht.bestanden[0], vorm)
    return _Inhoud(_eigen_kolommen(opdracht), waarden, regios, opdracht.titel)


_MAKERS = {"odata": _odata, "odata_kaal": _odata_kaal, "csv": _csv, "grenzen": _grenzen}


def _keuze(werk: Werk, opdracht: Opdracht, bron: Bron, kolommen: tuple[Kolom, ...]) -> Keuze:
    bereik = Bereik.van(bron.land, werk.catalogus.werkgebieden.values())
    velden = landelijke_velden(werk.catalogus, bron.id, kolommen, opdracht.landelijk)
    return Keuze(bereik, opdracht.volledig, velden)


def _eigen_kolommen(opdracht: Opdracht) -> tuple[Kolom, ...]:
    return tuple(
        Kolom(
            stam=kolom["veld"].rsplit("_", 1)[0] if kolom["veld"][-1].isdigit() else kolom["veld"],
            **kolom,
        )
        for kolom in opdracht.kolommen
    )


def _rijen(tabel: pa.Table) -> Iterable[Rij]:
    return zip(*(tabel[naam].to_pylist() for naam in tabel.schema.names), strict=True)


def _regios(namen: Mapping[str, Regionaam], keuze: Keuze, land: tuple[str, ...]) -> pa.Table:
    rijen = [
        (code, regio.naam, regio.gemeente)
        for code, regio in namen.items()
        if keuze.bevat_regio(code)
    ]
    rijen += [(code, "Nederland", None) for code in land]
    return maak_regios(rijen)


def _gemeente(code: str) -> str | None:
    return None if code.startswith("NL") else f"GM{code[2:6]}"
