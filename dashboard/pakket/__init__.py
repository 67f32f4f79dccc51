"""Makes the pakket: one zip with the sheets of an atelier, their sources and a page to open it."""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dashboard.components.kaart.beeld import lees_beeld
from dashboard.downloads import SCHRIJVERS
from dashboard.factsheet.inhoud import BladInhoud
from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.model import onderwerp
from dashboard.factsheet.opstellen import make_inhoud
from dashboard.factsheet.vergelijkblad import VERGELIJKBLAD
from dashboard.meenemen.los import schrijf_los
from dashboard.pakket.begin import SOORTEN, Begin, Ingepakt, begin_html
from dashboard.pakket.bronnen import bronnen_csv, bronnen_txt
from wijken.bron import Werkgebied
from wijken.errors import InvoerError
from wijken.regio import Regio, Soort

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.momentopname import Momentopname

GRENS = 60
ALLE, GEEN = "alle", "geen"
BEGIN = "begin.html"
Voortgang = Callable[[Sequence[str]], Iterable[str]]
# The year zip files begin with, for a copy that does not say when it was fetched.
_NUL = (1980, 1, 1, 0, 0, 0)
_LEESBAAR = 0o100644 << 16


@dataclass(frozen=True)
class Opdracht:
    """What goes into a pakket.

    Attributes:
        bladen: slugs of the sheets by werkgebied, in the order of the index; under "" what is of
            no single area.
        keuzes: what the maker chose for every sheet.
        bijlagen: files that go along only when asked for by name: path in the zip, contents.
    """

    bladen: tuple[tuple[str, tuple[str, ...]], ...]
    keuzes: Keuzes
    bijlagen: tuple[tuple[str, bytes], ...] = ()

    @property
    def slugs(self) -> tuple[str, ...]:
        """Every sheet, in order."""
        return tuple(slug for _, slugs in self.bladen for slug in slugs)


@dataclass(frozen=True)
class Wens:
    """What somebody asks for, as typed.

    Attributes:
        gebieden: slugs of werkgebieden; none: all.
        wijken: codes of wijken or buurten, or only `alle` or `geen`.
    """

    gebieden: tuple[str, ...] = ()
    wijken: tuple[str, ...] = (ALLE,)


def maak_opdracht(
    context: Context, nu: Momentopname, wens: Wens, keuzes: Keuzes | None = None
) -> Opdracht:
    """Turn a wish into sheets: the vergelijkblad, then each area with its wijken by name.

    A note of the maker's own and a selection are about one place, and are left out.

    Raises:
        InvoerError: for an unknown area or wijk, or more than 60 sheets.
    """
    gebieden = _gebieden(context, wens.gebieden)
    per_gebied = _wijken(context, nu, gebieden, wens.wijken)
    bladen = [(slug, (slug, *per_gebied[slug])) for slug in gebieden]
    if len(gebieden) > 1:
        bladen.insert(0, ("", (VERGELIJKBLAD,)))
    opdracht = Opdracht(
        tuple(bladen), replace(keuzes or Keuzes(), notitie="", selectie=(), focus="")
    )
    if len(opdracht.slugs) > GRENS:
        message = context.teksten.zin("pakket.te_veel", aantal=len(opdracht.slugs), grens=GRENS)
        raise InvoerError(message)
    return opdracht


def schrijf_pakket(
    context: Context,
    nu: Momentopname,
    opdracht: Opdracht,
    uit: IO[bytes],
    voortgang: Voortgang = iter,
) -> int:
    """Write the zip, sheet by sheet, and give how many there are in it.

    The same figures and choices give the same bytes.

    Args:
        context: catalogue and sentences.
        nu: one edition for the whole pakket.
        opdracht: which sheets.
        uit: a file opened for writing and seeking.
        voortgang: goes round the slugs, for a progress bar.
    """
    gebied_van = {slug: gebied for gebied, slugs in opdracht.bladen for slug in slugs}
    ingepakt: list[Ingepakt] = []
    with ZipFile(uit, "w", ZIP_DEFLATED) as zip_:
        doos = _Doos(zip_, nu.datum)
        for slug in voortgang(opdracht.slugs):
            blad = make_inhoud(context, nu, slug, opdracht.keuzes)
            ingepakt.append(_pak_in(doos, blad, gebied_van[slug]))
        for pad, inhoud in opdracht.bijlagen:
            doos.leg(pad, inhoud)
        doos.leg("bronnen/bronnen.csv", bronnen_csv(context, nu))
        doos.leg("bronnen/bronnen.txt", bronnen_txt(context, nu))
        kaarten = tuple(_kaart(doos, context, nu, slug) for slug, _ in opdracht.bladen if slug)
        begin = Begin(tuple(ingepakt), nu.datum, blad.versie, blad.atelier, kaarten)
        doos.leg(BEGIN, begin_html(context, begin).encode())
    return len(ingepakt)


def bewaar_pakket(
    context: Context, wens: Wens, naar: Path, voortgang: Voortgang = iter
) -> tuple[Path, int]:
    """Make a pakket on disk, and give where it is and how many sheets it has.

    Written beside its place and renamed, so never half.

    Args:
        context: catalogue, figures, sentences.
        wens: what was asked for.
        naar: a file when it ends in `.zip`, otherwise a folder.
        voortgang: goes round the slugs, for a progress bar.

    Raises:
        InvoerError: for a wish that cannot be, or a place that cannot be written.
    """
    with context.reader.momentopname() as nu:
        opdracht = maak_opdracht(context, nu, wens)
        doel = naar if naar.suffix.lower() == ".zip" else naar / bestandsnaam(nu.datum)
        try:
            with _ernaast(doel) as uit:
                aantal = schrijf_pakket(context, nu, opdracht, uit, voortgang)
        except OSError as fout:
            waarom = context.teksten.waarom("schrijven", fout)
            zin = context.teksten.zin("pakket.niet_schrijfbaar", plek=doel, waarom=waarom)
            raise InvoerError(zin) from fout
    return doel, aantal


def bestandsnaam(datum: str) -> str:
    """Give the name of a pakket: the date of its figures in it."""
    return f"wijkatelier-{datum or 'pakket'}.zip"


def veilige_naam(naam: str) -> str:
    """Write a name so that every system can hold it: `Noord (e.o.)` -> `noord-e-o`."""
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", kaal.lower()).strip("-")


class _Doos:
    """A zip in which everything carries the date of the figures, so that it can be repeated."""

    def __init__(self, zip_: ZipFile, datum: str) -> None:
        delen = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", datum)
        self._zip = zip_
        self._wanneer = (*map(int, delen.groups()), 0, 0, 0) if delen else _NUL

    def leg(self, pad: str, inhoud: bytes) -> None:
        """Add one file."""
        kop = ZipInfo(pad, self._wanneer)  # type: ignore[arg-type]
        # As on Unix, also when made on Windows: the bytes are the same everywhere.
        kop.create_system, kop.external_attr = 3, _LEESBAAR
        self._zip.writestr(kop, inhoud, ZIP_DEFLATED)


def _pak_in(doos: _Doos, blad: BladInhoud, gebied: str) -> Ingepakt:
    map_ = "/".join(filter(None, ("factsheets", gebied)))
    # The code keeps apart what has the same name; an area's own sheet needs none.
    eigen = blad.slug in (gebied, VERGELIJKBLAD)
    naam = veilige_naam(blad.slug if eigen else f"{blad.titel} {blad.slug}")
    paden = {}
    for soort in SOORTEN:
        paden[soort] = f"{map_}/{naam}.{soort}"
        doos.leg(paden[soort], SCHRIJVERS[soort].schrijf(blad))
    return Ingepakt(gebied, blad.titel, blad.soort, paden)


def _kaart(doos: _Doos, context: Context, nu: Momentopname, slug: str) -> tuple[str, str]:
    """Add the map of an area in one file; give what it is called and where it is."""
    beeld = lees_beeld(context, nu, {"gebied": slug})
    pad = f"kaarten/kaart-{slug}.html"
    doos.leg(pad, schrijf_los(beeld).encode())
    return beeld.zin("los.titel", plaats=beeld.staat.gebied.plaats_in_zin), pad


@contextmanager
def _ernaast(doel: Path) -> Iterator[IO[bytes]]:
    """Give a file beside a place; it takes that place only when all went well."""
    doel.parent.mkdir(parents=True, exist_ok=True)
    half = tempfile.NamedTemporaryFile(  # noqa: SIM115 - closed before it is renamed
        dir=doel.parent, prefix=".pakket-", suffix=".half", delete=False
    )
    naam = Path(half.name)
    try:
        with half:
            yield half
        naam.chmod(0o644)
        os.replace(naam, doel)  # noqa: PTH105 - replaces on Windows too
    finally:
        naam.unlink(missing_ok=True)


def _gebieden(context: Context, gevraagd: Sequence[str]) -> tuple[str, ...]:
    bekend = context.catalogus.werkgebieden
    vreemd = [slug for slug in gevraagd if slug not in bekend]
    if vreemd:
        zin = context.teksten.zin(
            "pakket.onbekend_gebied", gevonden=vreemd[0], wel=", ".join(bekend)
        )
        raise InvoerError(zin)
    return tuple(slug for slug in bekend if not gevraagd or slug in gevraagd)


def _wijken(
    context: Context, nu: Momentopname, gebieden: Sequence[str], codes: Sequence[str]
) -> dict[str, list[str]]:
    """Give the codes by area, in order of name."""
    if codes == (ALLE,):
        alle = context.catalogus.werkgebieden
        return {slug: [r.code.code for r in wijken_van(nu, alle[slug])] for slug in gebieden}
    per: dict[str, dict[str, str]] = {slug: {} for slug in gebieden}
    for code in () if codes == (GEEN,) else codes:
        wat = onderwerp(nu, context.catalogus, code)
        if wat.regio.soort not in (Soort.WIJK, Soort.BUURT):
            raise InvoerError(context.teksten.zin("pakket.geen_wijk", gevonden=code))
        if wat.gebied.slug not in per:
            zin = context.teksten.zin(
                "pakket.elders", gevonden=code, naam=wat.naam, wel=", ".join(gebieden)
            )
            raise InvoerError(zin)
        per[wat.gebied.slug][wat.slug] = wat.naam
    return {slug: sorted(namen, key=lambda c: (namen[c], c)) for slug, namen in per.items()}


def wijken_van(nu: Momentopname, gebied: Werkgebied) -> tuple[Regio, ...]:
    """Give the wijken of a werkgebied as they are drawn now, by name."""
    eigen = nu.regio(gebied.codes[0])
    nieuwste = eigen.indeling if eigen else 0
    kaart = max((grens.kaart for grens in gebied.grenzen), default=nieuwste)
    return nu.regios(gebied, Soort.WIJK, min(kaart, nieuwste))
