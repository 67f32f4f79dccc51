"""What a table tells the browser."""

from dashboard.components.tabel import Cel, Kolom, Rij, tabel

VERZONNEN = tabel(
    "Verzonnen cijfers, 2024",
    [Kolom("Buurt"), Kolom("Aandeel", getal=True)],
    [
        Rij("BU99990100", (Cel("Verzonnen buurt", href="/kaart?x=1"), Cel("1.000", 1000.0))),
        Rij("BU99990101", (Cel("Andere buurt"), Cel("geen cijfer", None, stil=True)), gekozen=True),
        Rij("BU99990102", (Cel("Derde"), Cel("0", 0.0, noot="onzeker"))),
    ],
    "sorteren",
    "tabel-verzonnen",
)


def test_a_figure_sorts_by_its_value_and_a_reason_by_nothing():
    sorteer = [rij["cellen"][1]["s"] for rij in VERZONNEN.inhoud["rijen"]]
    assert sorteer == [1000.0, None, 0.0]


def test_a_text_sorts_by_itself():
    assert VERZONNEN.inhoud["rijen"][0]["cellen"][0] == {
        "t": "Verzonnen buurt",
        "s": "Verzonnen buurt",
        "href": "/kaart?x=1",
    }


def test_the_chosen_row_is_marked():
    assert [rij["gekozen"] for rij in VERZONNEN.inhoud["rijen"]] == [False, True, False]


def test_dash_writes_it_as_one_component_of_our_own():
    geschreven = VERZONNEN.to_plotly_json()
    assert (geschreven["namespace"], geschreven["type"]) == ("wijken", "Tabel")
    assert geschreven["props"]["id"] == "tabel-verzonnen"
