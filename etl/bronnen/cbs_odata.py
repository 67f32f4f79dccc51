"""Fetches one table of CBS or a third party over OData v3, through cbsodata."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import cbsodata
import pyarrow as pa

from etl.bronnen.odata_sessie import Verbinding
from etl.bronnen.odata_vorm import (
    Bereik,
    Filter,
    Langevorm,
    codetermen,
    dimensienamen,
    kolommen,
    regiotabel,
    regiotermen,
)
from etl.snapshot import Manifest
from wijken.bron import Bron, Editie, Werkgebied
from wijken.errors import BronError

__all__ = [
    "Oogst",
    "Opdracht",
    "Verbinding",
    "bevat_gebied",
    "download_untyped",
    "haal",
    "lees_gewijzigd",
]


@dataclass(frozen=True)
class Opdracht:
    """What to fetch: one table of a source, for these werkgebieden."""

    bron: Bron
    editie: Editie
    werkgebieden: tuple[Werkgebied, ...]

    @property
    def bereik(self) -> Bereik:
        """The regions that are wanted."""
        return Bereik.van(self.bron.land, self.werkgebieden)


@dataclass(frozen=True)
class Oogst:
    """What came out, ready to be written as a snapshot, with remarks in Dutch."""

    manifest: Manifest
    waarden: pa.Table
    regios: pa.Table
    opmerkingen: tuple[str, ...]


@dataclass(frozen=True)
class _Vraag:
    """The filter as sent, and the codes it asks for per dimension (without the regions)."""

    filter: Filter
    codes: Mapping[str, frozenset[str]]
    regios: list[dict[str, Any]]


def lees_gewijzigd(verbinding: Verbinding, tabel: str) -> str:
    """Give `TableInfos.Modified` as the source writes it: one small request.

    Raises:
        BronError: when the source does not answer, or the moment is no moment.
    """
    info = verbinding.vraag(cbsodata.get_info, tabel) or {}
    gewijzigd = str(info.get("Modified") or "")
    try:
        datetime.fromisoformat(gewijzigd)
    except ValueError:
        message = (
            f"Tabel {tabel} bij {verbinding.adres}: TableInfos.Modified is «{gewijzigd}», "
            "geen moment als 2022-12-22T02:00:00."
        )
        raise BronError(message) from None
    return gewijzigd


def download_untyped(verbinding: Verbinding, tabel: str, filters: str) -> dict[str, Any]:
    """Fetch the rows as padded texts plus all lists of a table: entity name to list of dicts.

    Untyped tells `.` (secret or unreliable) from blank (cannot occur). In cbsodata 1.3.5
    `typed` is inverted; a repaired release would flip it, so the answer is checked.

    Raises:
        BronError: when the answer holds another data set.
    """
    antwoord: dict[str, Any] = verbinding.vraag(
        cbsodata.download_data, tabel, typed=True, filters=filters
    )
    if "UntypedDataSet" not in antwoord or "TypedDataSet" in antwoord:
        message = (
            f"Tabel {tabel}: cbsodata gaf niet de UntypedDataSet maar {', '.join(antwoord)}. "
            "Past de versie van cbsodata nog bij dit programma (1.3.5)?"
        )
        raise BronError(message)
    return antwoord


def haal(verbinding: Verbinding, opdracht: Opdracht, gewijzigd: str) -> Oogst:
    """Fetch a table for the default scope.

    Args:
        verbinding: an open connection to the host of the source.
        opdracht: table and areas.
        gewijzigd: the `Modified` that was seen before, to notice a change on the way.

    Raises:
        BronError: when the source fails, the filter finds nothing, or an area is absent.
    """
    tabel = opdracht.editie.tabel
    vraag = _stel_vraag(verbinding, opdracht)
    antwoord = download_untyped(verbinding, tabel, str(vraag.filter))
    if (info := _een(antwoord, "TableInfos")).get("Modified") != gewijzigd:
        message = f"Tabel {tabel} is tijdens het ophalen ververst. Probeer het opnieuw."
        raise BronError(message)
    lang = _verzamel(antwoord, opdracht, vraag)
    regios = regiotabel(vraag.regios, opdracht.bereik)
    ontbreekt = sorted(set(regios["regio"].to_pylist()) - lang.regios)
    manifest = _manifest(opdracht, info, antwoord, vraag, volledig=not ontbreekt)
    return Oogst(manifest, lang.tabel(), regios, _opmerkingen(lang, ontbreekt))


def _stel_vraag(verbinding: Verbinding, opdracht: Opdracht) -> _Vraag:
    bron, tabel = opdracht.bron, opdracht.editie.tabel
    lijsten = [rij["name"] for rij in verbinding.vraag(cbsodata.get_meta, tabel, "")]
    if bron.regioveld not in lijsten:
        message = (
            f"Tabel {tabel} heeft geen dimensie «{bron.regioveld}» (regioveld in bronnen.toml). "
            f"Wel: {', '.join(lijsten)}."
        )
        raise BronError(message)
    regios = verbinding.vraag(cbsodata.get_meta, tabel, bron.regioveld)
    sleutels = [str(rij["Key"]) for rij in regios]
    termen = {bron.regioveld: regiotermen(bron.regioveld, sleutels, opdracht.bereik)}
    codes: dict[str, frozenset[str]] = {}
    for dimensie, gewenst in bron.dimensies:
        if dimensie in lijsten:
            gekozen = _kies_codes(verbinding, tabel, dimensie, gewenst)
            termen[dimensie] = codetermen(dimensie, gekozen)
            codes[dimensie] = frozenset(sleutel.strip() for sleutel in gekozen)
    return _Vraag(Filter(termen), codes, regios)


def _kies_codes(
    verbinding: Verbinding, tabel: str, dimensie: str, gewenst: Sequence[str]
) -> list[str]:
    rijen = verbinding.vraag(cbsodata.get_meta, tabel, dimensie)
    gekozen = [str(rij["Key"]) for rij in rijen if str(rij["Key"]).strip() in gewenst]
    if not gekozen:
        message = (
            f"Tabel {tabel}: geen van de codes {', '.join(gewenst)} (bronnen.toml) staat in de "
            f"dimensie «{dimensie}». Wel: {', '.join(str(rij['Key']).strip() for rij in rijen)}."
        )
        raise BronError(message)
    return gekozen


def _een(antwoord: Mapping[str, Any], lijst: str) -> dict[str, Any]:
    rijen = antwoord.get(lijst) or [{}]
    return dict(rijen[0])


def _verzamel(antwoord: Mapping[str, Any], opdracht: Opdracht, vraag: _Vraag) -> Langevorm:
    tabel, regioveld = opdracht.editie.tabel, opdracht.bron.regioveld
    eigenschappen = antwoord["DataProperties"]
    velden = tuple(kolom.veld for kolom in kolommen(eigenschappen))
    if not velden:
        message = f"Tabel {tabel}: de kolommenlijst (DataProperties) is leeg."
        raise BronError(message)
    dimensies = tuple(d for d in dimensienamen(eigenschappen) if d != regioveld)
    lang = Langevorm(regioveld, dimensies, velden, opdracht.bereik, vraag.codes)
    for rij in antwoord["UntypedDataSet"]:
        lang.voeg_toe(rij)
    if not lang.regios:
        message = (
            f"Tabel {tabel}: het filter leverde geen enkele rij op"
            f"{f' ({lang.buiten} rijen van andere gebieden)' if lang.buiten else ''}. "
            f"Gevraagd: {vraag.filter}"
        )
        raise BronError(message)
    _eis_gebieden(lang, opdracht)
    return lang


def bevat_gebied(regios: Collection[str], gebied: Werkgebied) -> bool:
    """Tell whether region codes hold an area: before a merger its predecessors, after it itself."""
    nu = {code.code for code in gebied.codes}
    eerder = {code.code for code in gebied.voorgangers}
    return nu <= set(regios) or bool(eerder and eerder <= set(regios))


def _eis_gebieden(lang: Langevorm, opdracht: Opdracht) -> None:
    for gebied in opdracht.werkgebieden:
        if not bevat_gebied(lang.regios, gebied):
            message = (
                f"Tabel {opdracht.editie.tabel}: geen rijen van {gebied.plaats} "
                f"({', '.join(code.code for code in gebied.codes)}). De tabel is niet bewaard."
            )
            raise BronError(message)


def _manifest(
    opdracht: Opdracht,
    info: Mapping[str, Any],
    antwoord: Mapping[str, Any],
    vraag: _Vraag,
    *,
    volledig: bool,
) -> Manifest:
    bron, editie = opdracht.bron, opdracht.editie
    datum = str(info["Modified"])[:10]
    return Manifest(
        bron=bron.id,
        tabel=editie.tabel,
        titel=str(info.get("Title") or bron.naam).strip(),
        indeling=editie.indeling,
        perioden=_perioden(vraag, editie),
        editie_waarden=datum,
        editie_sleutels=datum,
        gewijzigd=str(info["Modified"]),
        opgehaald=date.today().isoformat(),  # noqa: DTZ011 -- the user's own calendar day
        licentie=bron.licentie,
        bronregel=bron.bronregel,
        adres=bron.adres,
        getypeerd=False,
        volledig=volledig,
        wat_is_echt=f"Alles, zoals {bron.houder} het leverde in de editie van {datum}.",
        kolommen=kolommen(antwoord["DataProperties"]),
    )


def _perioden(vraag: _Vraag, editie: Editie) -> tuple[int, ...]:
    jaren = {int(code[:4]) for code in vraag.codes.get("Perioden", ())}
    return tuple(sorted(jaren)) or editie.perioden


def _opmerkingen(lang: Langevorm, ontbreekt: Sequence[str]) -> tuple[str, ...]:
    regels = []
    if lang.buiten:
        regels.append(f"{lang.buiten} rijen buiten het gevraagde gebied zijn weggelaten")
    if ontbreekt:
        regels.append(
            f"{len(ontbreekt)} gebieden uit de regiolijst hebben geen rij, zoals {ontbreekt[0]}"
        )
    return tuple(regels)
