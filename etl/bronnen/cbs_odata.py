"""Fetches one table of CBS or a third party over OData v3, through cbsodata."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import cbsodata

from etl.bronnen.adapter import Lijn, Oogst, Opdracht
from etl.bronnen.odata_sessie import Ontvanger, Verbinding
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
from etl.manifest import Manifest
from wijken.bron import Editie
from wijken.errors import BronError


@dataclass(frozen=True)
class _Vraag:
    """What is asked: filter, scope, codes per other dimension; and the lists that are known."""

    filter: Filter
    bereik: Bereik
    codes: Mapping[str, frozenset[str]]
    regios: list[dict[str, Any]]
    eigenschappen: list[dict[str, Any]]


def lees_gewijzigd(lijn: Lijn, opdracht: Opdracht) -> str:
    """Give `TableInfos.Modified` as the source writes it: one small request.

    Raises:
        BronError: when the source does not answer, or the moment is no moment.
    """
    tabel = opdracht.editie.tabel
    with Verbinding(lijn) as verbinding:
        info = verbinding.vraag(cbsodata.get_info, tabel) or {}
    gewijzigd = str(info.get("Modified") or "")
    try:
        datetime.fromisoformat(gewijzigd)
    except ValueError:
        message = (
            f"Tabel {tabel} bij {lijn.adres}: TableInfos.Modified is «{gewijzigd}», "
            "geen moment als 2022-12-22T02:00:00."
        )
        raise BronError(message) from None
    return gewijzigd


def download_untyped(
    verbinding: Verbinding, tabel: str, filters: str, ontvanger: Ontvanger
) -> dict[str, Any]:
    """Fetch all lists of a table; the rows go to the receiver, page by page, as padded texts.

    Untyped tells `.` (secret or unreliable) from blank (cannot occur). In cbsodata 1.3.5
    `typed` is inverted; a repaired release would flip it, so the answer is checked.

    Returns:
        Entity name to list of dicts; the data set itself is empty.

    Raises:
        BronError: when the answer holds another data set.
    """
    with verbinding.opvang(ontvanger):
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


def haal(lijn: Lijn, opdracht: Opdracht, gewijzigd: str) -> Oogst:
    """Fetch a table for the scope that is asked for.

    Args:
        lijn: the host of the source.
        opdracht: table and areas.
        gewijzigd: the `Modified` that was seen before, to notice a change on the way.

    Raises:
        BronError: when the source fails, the filter finds nothing, or an area is absent.
    """
    tabel = opdracht.editie.tabel
    with Verbinding(lijn) as verbinding:
        vraag = _stel_vraag(verbinding, opdracht)
        lang = _begin(opdracht, vraag)
        antwoord = download_untyped(verbinding, tabel, str(vraag.filter), lang.ontvang)
    if (info := _een(antwoord, "TableInfos")).get("Modified") != gewijzigd:
        message = f"Tabel {tabel} is tijdens het ophalen ververst. Probeer het opnieuw."
        raise BronError(message)
    _eis_rijen(lang, opdracht, vraag)
    _eis_gebieden(lang, opdracht)
    regios = regiotabel(vraag.regios, vraag.bereik)
    ontbreekt = sorted(set(regios["regio"].to_pylist()) - lang.regios)
    manifest = _manifest(opdracht, info, vraag, volledig=not ontbreekt)
    return Oogst(manifest, lang.tabel(), regios, _opmerkingen(lang, ontbreekt))


def _stel_vraag(verbinding: Verbinding, opdracht: Opdracht) -> _Vraag:
    bron, tabel = opdracht.bron, opdracht.editie.tabel
    regioveld = bron.regioveld_van(opdracht.editie)
    bereik = Bereik.van(bron.land, opdracht.werkgebieden, landelijk=opdracht.landelijk)
    lijsten = [rij["name"] for rij in verbinding.vraag(cbsodata.get_meta, tabel, "")]
    if regioveld not in lijsten:
        message = (
            f"Tabel {tabel} heeft geen dimensie «{regioveld}» (regioveld in bronnen.toml). "
            f"Wel: {', '.join(lijsten)}."
        )
        raise BronError(message)
    eigenschappen = verbinding.vraag(cbsodata.get_meta, tabel, "DataProperties")
    regios = verbinding.vraag(cbsodata.get_meta, tabel, regioveld)
    sleutels = [str(rij["Key"]) for rij in regios]
    termen = {regioveld: regiotermen(regioveld, sleutels, bereik)}
    codes: dict[str, frozenset[str]] = {}
    for dimensie, gewenst in bron.dimensies:
        if dimensie in lijsten:
            gekozen = _kies_codes(verbinding, tabel, dimensie, gewenst)
            termen[dimensie] = codetermen(dimensie, gekozen)
            codes[dimensie] = frozenset(sleutel.strip() for sleutel in gekozen)
    return _Vraag(Filter(termen), bereik, codes, regios, eigenschappen)


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


def _begin(opdracht: Opdracht, vraag: _Vraag) -> Langevorm:
    velden = tuple(kolom.veld for kolom in kolommen(vraag.eigenschappen))
    if not velden:
        message = f"Tabel {opdracht.editie.tabel}: de kolommenlijst (DataProperties) is leeg."
        raise BronError(message)
    regioveld = opdracht.bron.regioveld_van(opdracht.editie)
    dimensies = tuple(d for d in dimensienamen(vraag.eigenschappen) if d != regioveld)
    return Langevorm(regioveld, dimensies, velden, vraag.bereik, vraag.codes)


def _eis_rijen(lang: Langevorm, opdracht: Opdracht, vraag: _Vraag) -> None:
    if not lang.regios:
        message = (
            f"Tabel {opdracht.editie.tabel}: het filter leverde geen enkele rij op"
            f"{f' ({lang.buiten} rijen van andere gebieden)' if lang.buiten else ''}. "
            f"Gevraagd: {str(vraag.filter) or 'alles'}"
        )
        raise BronError(message)


def _eis_gebieden(lang: Langevorm, opdracht: Opdracht) -> None:
    for gebied in opdracht.werkgebieden:
        if not gebied.ligt_in(lang.regios):
            message = (
                f"Tabel {opdracht.editie.tabel}: geen rijen van {gebied.plaats} "
                f"({', '.join(code.code for code in gebied.codes)}). De tabel is niet bewaard."
            )
            raise BronError(message)


def _manifest(
    opdracht: Opdracht,
    info: Mapping[str, Any],
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
        kolommen=kolommen(vraag.eigenschappen),
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
