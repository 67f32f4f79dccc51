"""What `python -m dashboard register` can be asked; nothing is loaded to tell it."""

from __future__ import annotations

import argparse
from pathlib import Path


def voeg_opdrachten_toe(lezer: argparse.ArgumentParser) -> None:
    """Add what `register` can do to its parser."""
    lezer.add_argument("--door", default="", help="je naam (anders: die van je account)")
    delen = lezer.add_subparsers(metavar="wat", required=True, dest="wat")
    invoer = delen.add_parser("import", help="neem een lijst op (CSV of Excel)")
    invoer.add_argument("bestand", type=Path)
    invoer.add_argument("--proef", action="store_true", help="bewaar niets, vertel alleen")
    invoer.add_argument(
        "--ja", action="store_true", help="neem ook op wat bevestiging vraagt, geen dubbelen"
    )
    invoer.add_argument("--gebied", default="", help="voor rijen die niet zeggen waar ze zijn")
    for naam, hulp in (("export", "schrijf het register"), ("sjabloon", "schrijf het invulblad")):
        uit = delen.add_parser(naam, help=f"{hulp} naar een bestand (.csv of .xlsx)")
        uit.add_argument("bestand", type=Path, help="of - voor CSV op het scherm")
    delen.add_parser("status", help="vertel wat er in het register staat")
    ongedaan = delen.add_parser("ongedaan", help="draai een import terug")
    ongedaan.add_argument("beurt", type=int, metavar="NUMMER")
    plek = delen.add_parser("plaats", help="zoek de adressen op die wachten (PDOK)")
    plek.add_argument("--alle", action="store_true", help="ook wat eerder niet is gevonden")
    delen.add_parser("osm", help="neem voorzieningen van OpenStreetMap op")
    delen.add_parser("reservekopie", help="maak een kopie van het register")
