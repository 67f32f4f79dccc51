"""Facilities of OpenStreetMap come in labelled, follow their source, and stay apart."""

import shapely

from dashboard.gegevens import Voorziening
from dashboard.register.initiatieven import Herkomst
from dashboard.register.osm import neem_osm_op
from dashboard.register.register import Gezien


def facility(id_="node/1", naam="Verzonnen Bibliotheek", punt=(6.662, 52.357)):
    vorm = shapely.to_wkb(shapely.Point(*punt))
    return Voorziening(id_, "bibliotheek", naam, vorm, "2026-11-01")


def test_facilities_are_labelled_and_no_initiatives(register, wereld):
    before = register.initiatieven()
    assert neem_osm_op(register, [facility()], wereld.gebieden) == (1, 0)
    [gekomen] = register.voorzieningen_osm()
    assert (gekomen.herkomst, gekomen.soort) == (Herkomst.OSM, "voorziening")
    assert gekomen.bron_url == "https://www.openstreetmap.org/node/1"
    assert gekomen.regio.code == "WK014110"
    assert register.initiatieven() == before


def test_the_same_again_changes_nothing_and_a_change_is_followed(register, wereld):
    neem_osm_op(register, [facility()], wereld.gebieden)
    assert neem_osm_op(register, [facility()], wereld.gebieden) == (0, 0)
    anders = facility(naam="Verzonnen Leeszaal")
    assert neem_osm_op(register, [anders], wereld.gebieden) == (0, 1)
    assert register.voorzieningen_osm()[0].naam == "Verzonnen Leeszaal"


def test_what_a_user_retired_stays_away(register, wereld):
    neem_osm_op(register, [facility()], wereld.gebieden)
    rij = register.voorzieningen_osm()[0]
    register.zet_uit(Gezien(rij.id, rij.versie, "Anna"))
    assert neem_osm_op(register, [facility(naam="Anders")], wereld.gebieden) == (0, 0)
    assert register.voorzieningen_osm() == ()


def test_what_has_no_name_or_lies_elsewhere_is_left_out(register, wereld):
    elders = facility("node/2", punt=(5.12, 52.09))
    naamloos = facility("node/3", naam=" ")
    assert neem_osm_op(register, [elders, naamloos], wereld.gebieden) == (0, 0)
