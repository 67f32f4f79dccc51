"""Own homes of a corporation: lists, and the counts in them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "bezit_opgave",
        _nummer(),
        _tekst("werkgebied", 60),
        _tekst("corporatie", 80),
        _tekst("peildatum", 10),
        _tekst("moment", 32),
        _tekst("door", 80),
        _tekst("bestand", 200),
        sa.Column("openbaar", sa.Boolean(), nullable=False),
        _tekst("ongedaan", 32),
        _tekst("ongedaan_door", 80),
        sa.PrimaryKeyConstraint("id", name="pk_bezit_opgave"),
    )
    op.create_index("ix_bezit_opgave_werkgebied", "bezit_opgave", ["werkgebied"])
    op.create_table(
        "bezit_regel",
        _nummer(),
        sa.Column("opgave", sa.Integer(), nullable=False),
        _tekst("buurt", 10),
        sa.Column("aantal", sa.Integer(), nullable=False),
        _tekst("soort", 20),
        _tekst("bouwperiode", 20),
        _tekst("label", 2),
        _tekst("huurklasse", 20),
        sa.PrimaryKeyConstraint("id", name="pk_bezit_regel"),
        sa.ForeignKeyConstraint(["opgave"], ["bezit_opgave.id"], name="fk_bezit_regel_opgave"),
    )
    op.create_index("ix_bezit_regel_opgave", "bezit_regel", ["opgave"])


def _tekst(naam: str, lengte: int) -> sa.Column[str]:
    return sa.Column(naam, sa.String(lengte), nullable=False)


def _nummer() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), autoincrement=True, nullable=False)
