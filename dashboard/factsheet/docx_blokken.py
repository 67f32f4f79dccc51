"""Writes the parts of a Word sheet: headings, sentences with notes, figures, tables, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from dashboard.factsheet.docx_beeld import maak_png
from dashboard.factsheet.docx_xml import Alinea, beschrijf, kolommen, tabel, zweef
from dashboard.factsheet.inhoud import BladInhoud, CijferInhoud, Tekening, Zin
from dashboard.factsheet.koppen import teksten
from dashboard.xmltekst import schoon
from wijken.opmaak import DUN

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_KAART, _STROOK = Cm(4.6), Cm(8.2)
_KLEIN = Pt(9.5)
_Cellen = tuple[list[Alinea], ...]


class Schrijver:
    """A document that is being written, from top to bottom.

    Notes are gathered on the way: a sentence gets a number, `noten` writes what it stands for.
    """

    def __init__(self, document: Document, blad: BladInhoud) -> None:
        """Start at the top; all pictures are made at once, which is much faster."""
        self.document = document
        self._beelden = maak_png(_tekeningen(blad))
        self._noten: list[tuple[int, str]] = []

    def alinea(self, tekst: str, stijl: str = "Normal") -> Paragraph | None:
        """Write a paragraph; nothing when there is nothing to say."""
        return self.document.add_paragraph(schoon(tekst), stijl) if tekst else None

    def kop(self, tekst: str, niveau: int, *, nieuwe_bladzijde: bool = False) -> None:
        """Write a heading of level 1 to 3."""
        kop = self.document.add_paragraph(schoon(tekst), f"Heading {niveau}")
        kop.paragraph_format.page_break_before = nieuwe_bladzijde or None

    def kolommen(self, aantal: int) -> None:
        """Go on in so many columns, on the same page."""
        vorige = self.document.element.body[-2]
        nieuw = self.document.add_section(WD_SECTION.CONTINUOUS)
        kolommen(nieuw._sectPr, aantal)  # noqa: SLF001 - python-docx has no columns
        self._sluit_aan(vorige)

    def _sluit_aan(self, vorige: object) -> None:
        """Move the end of a section to its last paragraph: no empty one in between."""
        leeg = self.document.element.body[-2]
        if getattr(vorige, "tag", "") == qn("w:p") and leeg.pPr is not None:
            vorige.get_or_add_pPr().append(leeg.pPr.sectPr)  # type: ignore[attr-defined]
            leeg.getparent().remove(leeg)

    def zinnen(self, titel: str, zinnen: Sequence[Zin], eerste: int = 1) -> None:
        """Write sentences under a heading; no heading without sentences."""
        if zinnen:
            self.kop(titel, 1)
            self.punten(zinnen, eerste)

    def punten(self, zinnen: Sequence[Zin], eerste: int) -> None:
        """Write sentences as a list, each with the number of its note, the first `eerste`."""
        for nummer, zin in enumerate(zinnen, start=eerste):
            alinea = self.document.add_paragraph(schoon(zin.tekst), "List Bullet")
            if zin.noot:
                self._noten.append((nummer, zin.noot))
                self._verwijs(alinea, nummer)

    @staticmethod
    def _verwijs(alinea: Paragraph, nummer: int) -> None:
        xml = (
            f'<w:hyperlink {nsdecls("w")} w:anchor="noot{nummer}"><w:r><w:rPr>'
            f'<w:vertAlign w:val="superscript"/></w:rPr><w:t>{nummer}</w:t></w:r></w:hyperlink>'
        )
        alinea._p.append(parse_xml(xml))  # noqa: SLF001 - nor links inside a document

    def noten(self) -> None:
        """Write where the sentences come from."""
        if not self._noten:
            return
        self.kop(teksten().zin("factsheet.papier.noten"), 1)
        for nummer, noot in self._noten:
            alinea = self.document.add_paragraph(style="Noot")
            begin = f'w:id="{nummer}" w:name="noot{nummer}"'
            alinea._p.append(parse_xml(f"<w:bookmarkStart {nsdecls('w')} {begin}/>"))  # noqa: SLF001
            alinea.add_run(str(nummer)).font.superscript = True
            alinea._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{nummer}"/>'))  # noqa: SLF001
            alinea.add_run(f" {schoon(noot)}")

    @staticmethod
    def getal(cijfer: CijferInhoud) -> str:
        """Give the figure with its unit, as one text."""
        return f"{cijfer.getal}{DUN}{cijfer.eenheid}" if cijfer.eenheid else cijfer.getal

    def omvang(self, cijfer: CijferInhoud) -> None:
        """Write how large the area is: figure, unit or name, source."""
        alinea = self.document.add_paragraph(style="Normal")
        alinea.add_run(schoon(cijfer.getal)).bold = True
        alinea.add_run(schoon(f"{DUN}{cijfer.eenheid or cijfer.naam}"))
        alinea.add_run(schoon(f" {cijfer.bronregel}")).font.size = Pt(7.5)

    def cijfer(self, cijfer: CijferInhoud, *, thema: str = "") -> None:
        """Write a figure: name, number, words, context, strip, series, marks, source."""
        self.alinea(thema, "Thema")
        self.kop(cijfer.naam, 2)
        self._groot(cijfer)
        delen = [self.alinea(cijfer.woorden), self.alinea(cijfer.naast)]
        for tekening in (cijfer.strook, cijfer.trend):
            if tekening is not None:
                delen += self._tekening(tekening)
        delen.append(self.alinea(cijfer.merken, "Let op"))
        for deel in delen:
            if deel is not None:
                deel.paragraph_format.keep_with_next = True
        self.alinea(cijfer.bronregel, "Bronregel")

    def _groot(self, cijfer: CijferInhoud) -> None:
        is_woord = not any(teken.isdigit() for teken in cijfer.getal)
        stijl = "Getal in een woord" if is_woord else "Getal"
        alinea = self.document.add_paragraph(schoon(cijfer.getal), stijl)
        if cijfer.eenheid:
            alinea.add_run(schoon(f"{DUN}{cijfer.eenheid}")).font.size = _KLEIN

    def _tekening(self, tekening: Tekening) -> list[Paragraph | None]:
        beeld = self.document.add_paragraph(style="Beeld")
        plaatje = beeld.add_run().add_picture(BytesIO(self._beelden[tekening.svg]), _STROOK)
        beschrijf(plaatje, tekening.titel, tekening.omschrijving)
        einden = "\t".join(tekening.einden) if any(tekening.einden) else ""
        return [beeld, self.alinea(einden, "Schaal"), self.alinea(tekening.bijschrift, "Caption")]

    def kaart(self, kaart: Tekening) -> None:
        """Put the small map at the right of what follows."""
        laatste = self.document.paragraphs[-1] if self.document.paragraphs else None
        alinea = laatste or self.document.add_paragraph()
        plaatje = alinea.add_run().add_picture(BytesIO(self._beelden[kaart.svg]), _KAART)
        beschrijf(plaatje, kaart.titel, kaart.omschrijving)
        zweef(plaatje)

    def tabel(self, naam: str, rijen: Sequence[_Cellen], breedtes: Sequence[float]) -> None:
        """Write a table; `naam` tells which headings it has."""
        if not rijen:
            return
        koppen = teksten().zinnen(f"factsheet.word.{naam}")
        element = tabel(koppen, rijen, breedtes, hoog=naam == "tafel")
        self.document.element.body.insert_element_before(element, "w:sectPr")

    def schrijfregels(self, aantal: int) -> None:
        """Leave room to write: empty lines, on the page of what is asked."""
        for over in reversed(range(aantal)):
            regel = self.document.add_paragraph(style="Schrijfregel")
            regel.paragraph_format.keep_with_next = True if over else None


def _tekeningen(blad: BladInhoud) -> list[str]:
    cijfers = [cijfer for blok in blad.blokken for cijfer in blok.cijfers]
    alle = [blad.kaart, *(t for c in cijfers for t in (c.strook, c.trend))]
    return [tekening.svg for tekening in alle if tekening is not None]
