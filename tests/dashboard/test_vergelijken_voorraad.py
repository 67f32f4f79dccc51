"""The views that are kept: the last few, each drawn once."""

from dashboard.vergelijken.voorraad import Voorraad


def test_a_view_is_made_once_and_the_longest_unused_goes_first():
    voorraad: Voorraad[str] = Voorraad(2)
    gemaakt: list[str] = []

    def vraag(sleutel):
        return voorraad.geef(sleutel, lambda: gemaakt.append(sleutel) or sleutel)

    for sleutel in ("een", "twee", "een", "drie", "een", "twee"):
        assert vraag(sleutel) == sleutel
    assert gemaakt == ["een", "twee", "drie", "twee"]
