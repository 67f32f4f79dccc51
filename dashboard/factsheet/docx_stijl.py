"""The look of a Word sheet: A4, letters, named styles that one can change in one place, Dutch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from dashboard.factsheet.docx_xml import veld, zet
from dashboard.factsheet.inhoud import BladInhoud
from dashboard.factsheet.koppen import moment, teksten
from dashboard.factsheet.letters import SANS, SERIF
from dashboard.xmltekst import schoon

if TYPE_CHECKING:
    from docx.document import Document

TAAL = "nl-NL"
BREED, MARGE = 17.4, 1.8
_INKT, _STIL, _LIJN = "1E2528", "566064", "C9C6BC"
# Distance between lines in 240ths of a line; large letters need less.
_GROOT, _KRAP, _RUIM = 12, 228, 264


@dataclass(frozen=True)
class Stijl:
    """A paragraph style: letters and distances in points.

    Attributes:
        volgt: kept on one page with what follows.
        niveau: in the outline of the document, 0 the highest; None is no heading.
        meer: more of Word's XML for the paragraph (list, borders, tabs).
    """

    naam: str
    maat: float
    kleur: str = _INKT
    serif: bool = False
    vet: bool = False
    schuin: bool = False
    voor: float = 0
    na: float = 0
    volgt: bool = False
    niveau: int | None = None
    meer: str = ""

    @property
    def id(self) -> str:
        """The name as documents refer to it."""
        return self.naam.replace(" ", "")


_LIJNEN = "".join(
    f'<w:{kant} w:val="single" w:sz="4" w:space="1" w:color="{_LIJN}"/>'
    for kant in ("bottom", "between")
)


def _stijlen(kleur: str) -> tuple[Stijl, ...]:
    return (
        Stijl("Normal", 10, na=3),
        Stijl("Title", 27, kleur, serif=True, vet=True, na=6, volgt=True),
        Stijl("Subtitle", 12.5, serif=True, na=8),
        Stijl("Heading 1", 14, serif=True, vet=True, voor=16, na=5, volgt=True, niveau=0),
        Stijl("Heading 2", 11, vet=True, voor=8, na=2, volgt=True, niveau=1),
        Stijl("Heading 3", 10, vet=True, voor=8, na=2, volgt=True, niveau=2),
        Stijl("Caption", 8, _STIL, na=2),
        Stijl("List Bullet", 10, na=3, meer='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        Stijl("Header", 8, _STIL),
        Stijl("Footer", 8, _STIL),
        Stijl("Soort", 9.5, _STIL, na=4, volgt=True),
        Stijl("Thema", 8, _STIL, voor=8, volgt=True),
        Stijl("Getal", 21, serif=True, vet=True, volgt=True),
        Stijl("Getal in een woord", 13, serif=True, vet=True, na=2, volgt=True),
        Stijl("Beeld", 10, voor=3, volgt=True),
        Stijl("Schaal", 8, _STIL, meer='<w:tabs><w:tab w:val="right" w:pos="4650"/></w:tabs>'),
        Stijl("Let op", 8.5, schuin=True),
        Stijl("Bronregel", 7.5, _STIL, na=6),
        Stijl("Vraag", 11, serif=True, voor=8, volgt=True),
        Stijl("Schrijfregel", 19, meer=f"<w:pBdr>{_LIJNEN}</w:pBdr>"),
        Stijl("Motto", 13, kleur, serif=True, voor=18),
        Stijl("Noot", 8.5, na=2),
        Stijl("Tabeltekst", 8.5),
        Stijl("Tabelnadruk", 8.5, vet=True),
        Stijl("Tabelkop", 8.5, vet=True, volgt=True),
    )


def maak_document(blad: BladInhoud) -> Document:
    """Give an empty document with page, styles, footer and properties."""
    document = docx.Document()
    _taal_en_letters(document)
    for stijl in _stijlen(blad.kleur.lstrip("#")):
        _zet_stijl(document, stijl)
    _tabelstijl(document)
    _bladzijde(document, blad)
    _eigenschappen(document, blad)
    return document


def _zet_stijl(document: Document, stijl: Stijl) -> None:
    """Put a style in place of the one of that name; what links to it keeps doing so."""
    alle = document.styles.element
    oud = next((s for s in alle.style_lst if s.get(qn("w:styleId")) == stijl.id), None)
    eigen = "" if oud is not None else ' w:customStyle="1"'
    standaard = ' w:default="1"' if stijl.naam == "Normal" else ""
    basis = "" if standaard else '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
    koppeling = None if oud is None else oud.find(qn("w:link"))
    link = "" if koppeling is None else f'<w:link w:val="{koppeling.get(qn("w:val"))}"/>'
    naam = stijl.naam
    if oud is not None:
        naam = oud.find(qn("w:name")).get(qn("w:val"))
        alle.remove(oud)
    xml = (
        f'<w:style {nsdecls("w")} w:type="paragraph"{standaard}{eigen} w:styleId="{stijl.id}">'
        f'<w:name w:val="{naam}"/>{basis}{link}<w:qFormat/>'
        f"<w:pPr>{_alinea(stijl)}</w:pPr><w:rPr>{_letter(stijl)}</w:rPr></w:style>"
    )
    alle.append(parse_xml(xml))


def _alinea(stijl: Stijl) -> str:
    """Give the paragraph's part of a style; the order is fixed by the standard."""
    volgt = "<w:keepNext/><w:keepLines/>" if stijl.volgt else ""
    niveau = "" if stijl.niveau is None else f'<w:outlineLvl w:val="{stijl.niveau}"/>'
    afstand = f'w:before="{round(20 * stijl.voor)}" w:after="{round(20 * stijl.na)}"'
    regels = f'w:line="{_KRAP if stijl.maat > _GROOT else _RUIM}" w:lineRule="auto"'
    return f"{volgt}{stijl.meer}<w:spacing {afstand} {regels}/>{niveau}"


def _letter(stijl: Stijl) -> str:
    letter = SERIF if stijl.serif else SANS
    soorten = " ".join(f'w:{soort}="{letter}"' for soort in ("ascii", "hAnsi", "eastAsia", "cs"))
    vet = "<w:b/><w:bCs/>" if stijl.vet else ""
    schuin = "<w:i/><w:iCs/>" if stijl.schuin else ""
    maat = round(2 * stijl.maat)
    return (
        f'<w:rFonts {soorten}/>{vet}{schuin}<w:color w:val="{stijl.kleur}"/>'
        f'<w:sz w:val="{maat}"/><w:szCs w:val="{maat}"/>'
    )


def _tabelstijl(document: Document) -> None:
    """Add our one style of table: thin lines between rows, a firm one under the heading."""
    lijn = f'w:val="single" w:sz="4" w:space="0" w:color="{_LIJN}"'
    onder_kop = f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_INKT}"/>'
    xml = (
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Wijktabel">'
        '<w:name w:val="Wijktabel"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>'
        f"<w:tblBorders><w:bottom {lijn}/><w:insideH {lijn}/></w:tblBorders>"
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar>'
        '</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr>'
        f"<w:tcBorders>{onder_kop}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )
    document.styles.element.append(parse_xml(xml))


def _taal_en_letters(document: Document) -> None:
    """Say that all text is Dutch, and which letters do where ours are absent."""
    taal = {"val": TAAL, "eastAsia": TAAL, "bidi": "ar-SA"}
    standaard = document.styles.element.find(qn("w:docDefaults"))
    zet(next(standaard.iter(qn("w:rPr"))), "w:lang", **taal)
    instellingen = document.settings.element
    thema = instellingen.find(qn("w:themeFontLang"))
    thema.set(qn("w:val"), TAAL)
    for deel in instellingen.iter(qn("w:compatSetting")):
        if deel.get(qn("w:name")) == "compatibilityMode":
            deel.set(qn("w:val"), "15")  # or Word opens it as a document of long ago
    lijst = next(r.target_part for r in document.part.rels.values() if "fontTable" in r.reltype)
    letters = "".join(
        f'<w:font w:name="{naam}"><w:altName w:val="{anders}"/><w:charset w:val="00"/>'
        f'<w:family w:val="{soort}"/><w:pitch w:val="variable"/></w:font>'
        for naam, anders, soort in (
            (SANS, "Source Sans 3,Calibri", "swiss"),
            (SERIF, "Source Serif 4,Georgia", "roman"),
        )
    )
    lijst._blob = lijst.blob.replace(b"</w:fonts>", f"{letters}</w:fonts>".encode())  # noqa: SLF001


def _bladzijde(document: Document, blad: BladInhoud) -> None:
    """A4, with the line of the sheet and the page number at the foot of every page."""
    sectie = document.sections[0]
    sectie.page_width, sectie.page_height = Cm(21), Cm(29.7)
    sectie.left_margin = sectie.right_margin = Cm(MARGE)
    sectie.top_margin, sectie.bottom_margin = Cm(1.8), Cm(2.2)
    sectie.header_distance = sectie.footer_distance = Cm(1)
    sectie.header.paragraphs[0].text = teksten().zin("factsheet.papier.afzender")
    sectie.footer.paragraphs[0].text = schoon(blad.regel)
    nummer = sectie.footer.add_paragraph(style="Footer")
    velden = {"nummer": "\0PAGE\0", "totaal": "\0NUMPAGES\0"}
    zin = teksten().zin("factsheet.papier.bladzijde", **velden)
    for n, deel in enumerate(zin.split("\0")):
        if n % 2:
            veld(nummer, deel)
        else:
            nummer.add_run(deel)


def _eigenschappen(document: Document, blad: BladInhoud) -> None:
    over = document.core_properties
    over.title, over.subject = schoon(blad.titel)[:255], schoon(blad.regel)[:255]
    over.author = over.last_modified_by = teksten().zin("factsheet.papier.afzender")
    over.language, over.version = TAAL, schoon(blad.versie)[:255]
    over.keywords, over.comments, over.revision = schoon(blad.slug)[:255], "", 1
    over.created = over.modified = moment(blad.opgehaald).replace(tzinfo=None)
