"""Reads a PDF back the way a screen reader does: by its structure, in the order of reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf

_CODE = re.compile(rb"<([0-9A-Fa-f]+)>")


@dataclass
class Deel:
    """One element: its type (H1, P, Figure, ...), alternative text, own text, elements in it."""

    soort: str
    alt: str = ""
    tekst: str = ""
    delen: list["Deel"] = field(default_factory=list)

    def alle(self) -> Iterator["Deel"]:
        """This element and everything in it, in the order of reading."""
        yield self
        for deel in self.delen:
            yield from deel.alle()

    @property
    def alle_tekst(self) -> str:
        return zonder_wit("".join(deel.tekst for deel in self.alle()))


@dataclass
class Gelezen:
    """What a reader is told: properties of the document, its structure, its pages."""

    taal: str
    titel: str
    toont_titel: bool
    getagd: bool
    bladzijden: int
    boom: Deel
    paginatekst: list[str]
    fonts: dict[str, bool]
    bladwijzers: list[str]

    def van(self, soort: str) -> list[Deel]:
        return [deel for deel in self.boom.alle() if deel.soort == soort]

    @property
    def koppen(self) -> list[tuple[int, str]]:
        gevonden = [d for d in self.boom.alle() if re.fullmatch(r"H\d", d.soort)]
        return [(int(d.soort[1]), d.alle_tekst) for d in gevonden]


def zonder_wit(tekst: str) -> str:
    """A text without the spaces, line ends and hyphens that typesetting adds or drops."""
    return re.sub(r"[\s\u00ad\u200b\u2060]", "", tekst)


def lees(inhoud: bytes) -> Gelezen:
    with pikepdf.open(BytesIO(inhoud)) as pdf:
        teksten = [_paginatekst(pagina) for pagina in pdf.pages]
        nummers = {pagina.obj.objgen: n for n, pagina in enumerate(pdf.pages)}
        wortel = pdf.Root.StructTreeRoot
        boom = Deel("Root", delen=list(_kinderen(wortel, (nummers, teksten), None)))
        with pdf.open_metadata() as meta:
            titel = str(meta.get("dc:title", ""))
        with pdf.open_outline() as inhoudsopgave:
            bladwijzers = list(_bladwijzers(inhoudsopgave.root))
        return Gelezen(
            str(pdf.Root.Lang),
            titel,
            bool(pdf.Root.ViewerPreferences.DisplayDocTitle),
            bool(pdf.Root.MarkInfo.Marked),
            len(pdf.pages),
            boom,
            [zonder_wit("".join(tekst.values())) for tekst in teksten],
            dict(_fonts(pdf)),
            bladwijzers,
        )


def _bladwijzers(items) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _bladwijzers(item.children)


def _fonts(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bool]]:
    for pagina in pdf.pages:
        for font in pagina.Resources.get("/Font", {}).values():
            eronder = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            bestanden = [k for k in eronder.FontDescriptor if k.startswith("/FontFile")]
            yield str(font.BaseFont).partition("+")[2], bool(bestanden)


def _kinderen(element, plaats, pagina) -> Iterator[Deel]:
    nummers, teksten = plaats
    kinderen = element.get("/K")
    if kinderen is None:
        return
    lijst = kinderen if isinstance(kinderen, pikepdf.Array) else [kinderen]
    for kind in lijst:
        if isinstance(kind, int):
            yield Deel("tekst", tekst=teksten[pagina].get(kind, ""))
        elif kind.get("/Type") == "/MCR":
            eigen = nummers[kind.Pg.objgen] if "/Pg" in kind else pagina
            yield Deel("tekst", tekst=teksten[eigen].get(int(kind.MCID), ""))
        elif "/S" in kind:
            eigen = nummers[kind.Pg.objgen] if "/Pg" in kind else pagina
            deel = Deel(str(kind.S)[1:], str(kind.get("/Alt", "")))
            deel.delen = list(_kinderen(kind, plaats, eigen))
            yield deel


def _paginatekst(pagina) -> dict[int, str]:
    """The text of each marked piece of a page; -1 is what is no part of the structure."""
    vertalingen = {
        naam: _vertaling(font) for naam, font in pagina.Resources.get("/Font", {}).items()
    }
    uit: dict[int, str] = {}
    stapel: list[tuple[int, bool]] = []
    font = ""
    for operanden, operator in pikepdf.parse_content_stream(pagina):
        naam = str(operator)
        if naam in {"BDC", "BMC"}:
            stapel.append(_merk(operanden, stapel, uit))
        elif naam == "EMC":
            stapel.pop()
        elif naam == "Tf":
            font = str(operanden[0])
        elif naam in {"Tj", "TJ"}:
            nummer, vervangen = stapel[-1] if stapel else (-1, False)
            if not vervangen:
                uit[nummer] = uit.get(nummer, "") + _getoond(operanden[0], vertalingen[font])
    return uit


def _merk(operanden, stapel, uit) -> tuple[int, bool]:
    nummer, vervangen = stapel[-1] if stapel else (-1, False)
    kenmerken = operanden[1] if len(operanden) > 1 else {}
    nummer = int(kenmerken.get("/MCID", nummer))
    if "/ActualText" in kenmerken:
        uit[nummer] = uit.get(nummer, "") + str(kenmerken["/ActualText"])
        vervangen = True
    return nummer, vervangen


def _getoond(operand, vertaling: dict[bytes, str]) -> str:
    stukken = operand if isinstance(operand, pikepdf.Array) else [operand]
    ruw = b"".join(bytes(s) for s in stukken if isinstance(s, pikepdf.String))
    return "".join(vertaling[ruw[n : n + 2]] for n in range(0, len(ruw), 2))


def _vertaling(font) -> dict[bytes, str]:
    """What each code of a font stands for, from its own ToUnicode map."""
    uit: dict[bytes, str] = {}
    cmap = font.ToUnicode.read_bytes()
    for soort, inhoud in re.findall(rb"begin(bfchar|bfrange)(.*?)endbf", cmap, re.DOTALL):
        for regel in inhoud.strip().splitlines():
            codes = [bytes.fromhex(code.decode()) for code in _CODE.findall(regel)]
            if soort == b"bfchar":
                uit[codes[0]] = codes[1].decode("utf-16-be")
            else:
                uit.update(_reeks(*codes))
    return uit


def _reeks(eerste: bytes, laatste: bytes, teken: bytes) -> Iterator[tuple[bytes, str]]:
    begin, eind = int.from_bytes(eerste), int.from_bytes(laatste)
    for n in range(eind - begin + 1):
        tekst = teken.decode("utf-16-be")
        yield (begin + n).to_bytes(2), tekst[:-1] + chr(ord(tekst[-1]) + n)


def tekstregels(inhoud: bytes) -> Iterator[tuple[float, float, float]]:
    """Where each piece of text begins and ends across, and its height, in points from below."""
    with pikepdf.open(BytesIO(inhoud)) as pdf:
        for pagina in pdf.pages:
            yield from _regels_van(pagina)


def _regels_van(pagina) -> Iterator[tuple[float, float, float]]:
    breedtes = {n: _breedtes(font) for n, font in pagina.Resources.get("/Font", {}).items()}
    stapel, ctm, font, maat = [], pikepdf.Matrix(), "", 0.0
    tekst = pikepdf.Matrix()
    for operanden, operator in pikepdf.parse_content_stream(pagina):
        naam = str(operator)
        if naam == "q":
            stapel.append(ctm)
        elif naam == "Q":
            ctm = stapel.pop()
        elif naam == "cm":
            ctm = pikepdf.Matrix(*(float(o) for o in operanden)) @ ctm
        elif naam == "Tm":
            tekst = pikepdf.Matrix(*(float(o) for o in operanden))
        elif naam == "Tf":
            font, maat = str(operanden[0]), float(operanden[1])
        elif naam in {"Tj", "TJ"}:
            plek = tekst @ ctm
            breed = _breedte(operanden[0], breedtes[font]) * maat / 1000
            yield plek.e, plek.e + breed * plek.a, plek.f


def _breedtes(font) -> dict[int, float]:
    """The width of each code, in thousandths of the size."""
    uit: dict[int, float] = {}
    reeks = list(font.DescendantFonts[0].get("/W", []))
    while reeks:
        eerste, volgende = int(reeks.pop(0)), reeks.pop(0)
        if isinstance(volgende, pikepdf.Array):
            uit |= {eerste + n: float(b) for n, b in enumerate(volgende)}
        else:
            breed = float(reeks.pop(0))
            uit |= dict.fromkeys(range(eerste, int(volgende) + 1), breed)
    return uit


def _breedte(operand, breedtes: dict[int, float]) -> float:
    breed = 0.0
    for stuk in operand if isinstance(operand, pikepdf.Array) else [operand]:
        if isinstance(stuk, pikepdf.String):
            ruw = bytes(stuk)
            codes = (int.from_bytes(ruw[n : n + 2]) for n in range(0, len(ruw), 2))
            breed += sum(breedtes.get(code, 1000.0) for code in codes)
        else:
            breed -= float(stuk)
    return breed
