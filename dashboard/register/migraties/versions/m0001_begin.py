"""The first schema: initiatives with every change, import batches, focus, counters."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_INITIATIEF = (
    ("werkgebied", 60),
    ("naam", 200),
    ("soort", 30),
    ("themas", 200),
    ("voor_wie", 300),
    ("organisatie", 200),
    ("adres", 200),
    ("postcode", 10),
    ("plaats", 100),
    ("wijk_of_dorp", 100),
    ("regio", 10),
    ("buurt", 10),
    ("plaatsing", 20),
    ("plaats_uitleg", 300),
    ("website", 500),
    ("gestart", 10),
    ("nagekeken", 10),
    ("nagekeken_door", 80),
    ("bron", 300),
    ("bron_url", 500),
    ("bron_datum", 100),
    ("zekerheid", 20),
    ("toestemming", 10),
    ("herkomst", 20),
    ("status", 20),
    ("samengevoegd_met", 80),
    ("gemaakt", 32),
    ("gewijzigd", 32),
    ("door", 80),
)


def upgrade() -> None:
    """Make all tables."""
    _initiatief()
    op.create_table(
        "stand",
        sa.Column("sleutel", sa.String(40), nullable=False),
        sa.Column("getal", sa.Integer(), nullable=False),
        _tekst("tekst", 200),
        sa.PrimaryKeyConstraint("sleutel", name="pk_stand"),
    )
    op.create_table(
        "geen_dubbel",
        _tekst("een", 80),
        _tekst("ander", 80),
        *_wie_en_wanneer(),
        sa.PrimaryKeyConstraint("een", "ander", name="pk_geen_dubbel"),
    )
    op.create_table(
        "focus",
        _nummer(),
        _tekst("werkgebied", 60),
        _tekst("codes", 500),
        *_wie_en_wanneer(),
        sa.PrimaryKeyConstraint("id", name="pk_focus"),
    )
    op.create_index("ix_focus_werkgebied", "focus", ["werkgebied"])
    op.create_table(
        "invoerbeurt",
        _nummer(),
        *_wie_en_wanneer(),
        _tekst("bestand", 200),
        _tekst("herkomst", 20),
        sa.Column("aantal", sa.Integer(), nullable=False),
        _tekst("ongedaan", 32),
        _tekst("ongedaan_door", 80),
        sa.PrimaryKeyConstraint("id", name="pk_invoerbeurt"),
    )
    _wijziging()


def _initiatief() -> None:
    op.create_table(
        "initiatief",
        _tekst("id", 80),
        sa.Column("versie", sa.Integer(), nullable=False),
        *(_tekst(naam, lengte) for naam, lengte in _INITIATIEF),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column("breedte", sa.Double(), nullable=True),
        sa.Column("lengte", sa.Double(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_initiatief"),
    )
    op.create_index("ix_initiatief_werkgebied_status", "initiatief", ["werkgebied", "status"])


def _wijziging() -> None:
    op.create_table(
        "wijziging",
        _nummer(),
        _tekst("initiatief", 80),
        sa.Column("versie", sa.Integer(), nullable=False),
        _tekst("soort", 20),
        *_wie_en_wanneer(),
        sa.Column("beurt", sa.Integer(), nullable=True),
        sa.Column("voor", sa.JSON(), nullable=True),
        sa.Column("na", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["beurt"], ["invoerbeurt.id"], name="fk_wijziging_beurt"),
        sa.PrimaryKeyConstraint("id", name="pk_wijziging"),
    )
    op.create_index("ix_wijziging_beurt", "wijziging", ["beurt"])
    op.create_index("ix_wijziging_initiatief", "wijziging", ["initiatief"])


def _tekst(naam: str, lengte: int) -> sa.Column[str]:
    return sa.Column(naam, sa.String(lengte), nullable=False)


def _nummer() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), autoincrement=True, nullable=False)


def _wie_en_wanneer() -> tuple[sa.Column[str], sa.Column[str]]:
    return _tekst("moment", 32), _tekst("door", 80)
