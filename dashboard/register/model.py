"""The tables of the register: what stands in them and which of them belong together."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# Named constraints: a later migration must be able to say which one it changes.
_NAMEN = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Basis(DeclarativeBase):
    """Base of all tables in the register's file; moments are ISO texts in UTC."""

    metadata = MetaData(naming_convention=_NAMEN)


class Stand(Basis):
    """Single facts about the register: `versie` counts its changes, `startlijst` is its print."""

    __tablename__ = "stand"

    sleutel: Mapped[str] = mapped_column(String(40), primary_key=True)
    getal: Mapped[int] = mapped_column(default=0)
    tekst: Mapped[str] = mapped_column(String(200), default="")


class InvoerbeurtRij(Basis):
    """One time that somebody (or the program) took in a list; it can be undone as a whole."""

    __tablename__ = "invoerbeurt"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    moment: Mapped[str] = mapped_column(String(32))
    door: Mapped[str] = mapped_column(String(80))
    bestand: Mapped[str] = mapped_column(String(200))
    herkomst: Mapped[str] = mapped_column(String(20))
    aantal: Mapped[int]
    ongedaan: Mapped[str] = mapped_column(String(32), default="")
    ongedaan_door: Mapped[str] = mapped_column(String(80), default="")


class InitiatiefRij(Basis):
    """An initiative as it is now; the columns are those of `initiatieven.Initiatief`."""

    __tablename__ = "initiatief"
    __table_args__ = (Index(None, "werkgebied", "status"),)

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    versie: Mapped[int]
    werkgebied: Mapped[str] = mapped_column(String(60))
    naam: Mapped[str] = mapped_column(String(200))
    soort: Mapped[str] = mapped_column(String(30))
    omschrijving: Mapped[str] = mapped_column(Text)
    themas: Mapped[str] = mapped_column(String(200))
    voor_wie: Mapped[str] = mapped_column(String(300))
    organisatie: Mapped[str] = mapped_column(String(200))
    adres: Mapped[str] = mapped_column(String(200))
    postcode: Mapped[str] = mapped_column(String(10))
    plaats: Mapped[str] = mapped_column(String(100))
    wijk_of_dorp: Mapped[str] = mapped_column(String(100))
    regio: Mapped[str] = mapped_column(String(10))
    buurt: Mapped[str] = mapped_column(String(10))
    breedte: Mapped[float | None]
    lengte: Mapped[float | None]
    plaatsing: Mapped[str] = mapped_column(String(20))
    plaats_uitleg: Mapped[str] = mapped_column(String(300))
    website: Mapped[str] = mapped_column(String(500))
    gestart: Mapped[str] = mapped_column(String(10))
    nagekeken: Mapped[str] = mapped_column(String(10))
    nagekeken_door: Mapped[str] = mapped_column(String(80))
    bron: Mapped[str] = mapped_column(String(300))
    bron_url: Mapped[str] = mapped_column(String(500))
    bron_datum: Mapped[str] = mapped_column(String(100))
    zekerheid: Mapped[str] = mapped_column(String(20))
    toestemming: Mapped[str] = mapped_column(String(10))
    herkomst: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20))
    samengevoegd_met: Mapped[str] = mapped_column(String(80))
    gemaakt: Mapped[str] = mapped_column(String(32))
    gewijzigd: Mapped[str] = mapped_column(String(32))
    door: Mapped[str] = mapped_column(String(80))


class WijzigingRij(Basis):
    """One change of one initiative: the row before and after, by whom and when.

    `initiatief` is no foreign key: what happened outlives a row that an undo took away.
    """

    __tablename__ = "wijziging"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    initiatief: Mapped[str] = mapped_column(String(80), index=True)
    versie: Mapped[int]
    soort: Mapped[str] = mapped_column(String(20))
    moment: Mapped[str] = mapped_column(String(32))
    door: Mapped[str] = mapped_column(String(80))
    beurt: Mapped[int | None] = mapped_column(ForeignKey("invoerbeurt.id"), index=True)
    voor: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    na: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class GeenDubbelRij(Basis):
    """Two initiatives of which somebody said that they are not the same; `een` sorts first."""

    __tablename__ = "geen_dubbel"

    een: Mapped[str] = mapped_column(String(80), primary_key=True)
    ander: Mapped[str] = mapped_column(String(80), primary_key=True)
    moment: Mapped[str] = mapped_column(String(32))
    door: Mapped[str] = mapped_column(String(80))


class FocusRij(Basis):
    """A focus that was chosen for a werkgebied; the last one holds, the others are history."""

    __tablename__ = "focus"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    werkgebied: Mapped[str] = mapped_column(String(60), index=True)
    codes: Mapped[str] = mapped_column(String(500))
    moment: Mapped[str] = mapped_column(String(32))
    door: Mapped[str] = mapped_column(String(80))


class BezitOpgaveRij(Basis):
    """A list of own homes of a corporation; of each the last one that was not undone holds."""

    __tablename__ = "bezit_opgave"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    werkgebied: Mapped[str] = mapped_column(String(60), index=True)
    corporatie: Mapped[str] = mapped_column(String(80))
    peildatum: Mapped[str] = mapped_column(String(10))
    moment: Mapped[str] = mapped_column(String(32))
    door: Mapped[str] = mapped_column(String(80))
    bestand: Mapped[str] = mapped_column(String(200))
    openbaar: Mapped[bool]
    ongedaan: Mapped[str] = mapped_column(String(32), default="")
    ongedaan_door: Mapped[str] = mapped_column(String(80), default="")


class BezitRegelRij(Basis):
    """So many own homes in a buurt that are alike; only the list it belongs to reads it."""

    __tablename__ = "bezit_regel"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    opgave: Mapped[int] = mapped_column(ForeignKey("bezit_opgave.id"), index=True)
    buurt: Mapped[str] = mapped_column(String(10))
    aantal: Mapped[int]
    soort: Mapped[str] = mapped_column(String(20))
    bouwperiode: Mapped[str] = mapped_column(String(20))
    label: Mapped[str] = mapped_column(String(2))
    huurklasse: Mapped[str] = mapped_column(String(20))
