"""The parts of Word's own XML that python-docx has no words for."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from dashboard.xmltekst import schoon

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.shape import InlineShape
    from docx.text.paragraph import Paragraph

# A paragraph in a cell: its text and the id of its style.
Alinea = tuple[str, str]
_TWIPS = 567  # in a centimetre
_HOOG = f'<w:trHeight w:val="{round(0.8 * _TWIPS)}" w:hRule="atLeast"/>'


def zet(ouder: BaseOxmlElement, naam: str, **kenmerken: str) -> BaseOxmlElement:
    """Put an element in another, in place of the one of that name it may have."""
    oud = ouder.find(qn(naam))
    if oud is not None:
        ouder.remove(oud)
    nieuw = OxmlElement(naam)
    for sleutel, waarde in kenmerken.items():
        nieuw.set(qn(f"w:{sleutel}"), waarde)
    ouder.append(nieuw)
    return nieuw


def veld(alinea: Paragraph, instructie: str) -> None:
    """Add a field that Word fills in itself: `PAGE`, `NUMPAGES`."""
    xml = (
        f'<w:fldSimple {nsdecls("w")} w:instr="{escape(instructie)}">'
        "<w:r><w:t>1</w:t></w:r></w:fldSimple>"
    )
    alinea._p.append(parse_xml(xml))  # noqa: SLF001 - python-docx has no fields


def beschrijf(beeld: InlineShape, titel: str, tekst: str) -> None:
    """Give a picture its alternative text."""
    eigenschappen = beeld._inline.docPr  # noqa: SLF001 - nor alternative texts
    eigenschappen.set("title", schoon(titel))
    eigenschappen.set("descr", schoon(tekst))


def zweef(beeld: InlineShape) -> None:
    """Let a picture float at the right margin, the text beside it."""
    inline = beeld._inline  # noqa: SLF001
    anker = parse_xml(
        f'<wp:anchor {nsdecls("wp")} distT="0" distB="0" distL="180000" distR="0" '
        'simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="0"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        "</wp:anchor>"
    )
    for kind in list(inline):
        anker.append(kind)
        if kind.tag == qn("wp:extent"):
            anker.append(OxmlElement("wp:wrapSquare", {"wrapText": "left"}))
    inline.getparent().replace(inline, anker)


def kolommen(sectie: BaseOxmlElement, aantal: int) -> None:
    """Set a section in columns; `sectie` is its `w:sectPr`."""
    oud = sectie.find(qn("w:cols"))
    oud.set(qn("w:num"), str(aantal))
    oud.set(qn("w:space"), str(round(0.8 * _TWIPS)))


def tabel(
    koppen: Sequence[str],
    rijen: Sequence[Sequence[Sequence[Alinea]]],
    breedtes: Sequence[float],
    *,
    hoog: bool = False,
) -> BaseOxmlElement:
    """Give a table with a heading row that comes back on every page.

    Args:
        koppen: of the columns.
        rijen: rows of cells of paragraphs.
        breedtes: of the columns, in centimetres.
        hoog: rows with room to write in.
    """
    maten = [round(breedte * _TWIPS) for breedte in breedtes]
    kop = _rij([[(tekst, "Tabelkop")] for tekst in koppen], maten, "<w:tblHeader/>")
    raster = "".join(f'<w:gridCol w:w="{maat}"/>' for maat in maten)
    xml = (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="Wijktabel"/>'
        f'<w:tblW w:w="{sum(maten)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{_tekst(koppen[0])}"/></w:tblPr>'
        f"<w:tblGrid>{raster}</w:tblGrid>{kop}"
        f"{''.join(_rij(rij, maten, _HOOG if hoog else '') for rij in rijen)}</w:tbl>"
    )
    return parse_xml(xml)


def _rij(cellen: Sequence[Sequence[Alinea]], maten: Sequence[int], eigen: str) -> str:
    inhoud = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{maat}" w:type="dxa"/></w:tcPr>{_cel(cel)}</w:tc>'
        for cel, maat in zip(cellen, maten, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{eigen}</w:trPr>{inhoud}</w:tr>"


def _cel(alineas: Sequence[Alinea]) -> str:
    gevuld = [alinea for alinea in alineas if alinea[0]] or [("", "Tabeltekst")]
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{stijl}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{_tekst(tekst)}</w:t></w:r></w:p>'
        for tekst, stijl in gevuld
    )


def _tekst(tekst: str) -> str:
    return escape(schoon(tekst))
