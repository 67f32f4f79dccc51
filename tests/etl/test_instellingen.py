"""The host settings."""

import pytest

from etl.instellingen import lees_instellingen
from wijken.errors import InvoerError


def test_the_live_hosts_are_the_default():
    instellingen = lees_instellingen({})
    assert instellingen.adres("cbs") == "https://opendata.cbs.nl"
    assert instellingen.adres("derden") == "https://dataderden.cbs.nl"


def test_a_setting_replaces_a_host_and_loses_its_last_slash():
    instellingen = lees_instellingen({"WIJKEN_DERDEN_URL": "http://127.0.0.1:8051/derden/"})
    assert instellingen.adres("derden") == "http://127.0.0.1:8051/derden"
    assert instellingen.adres("cbs") == "https://opendata.cbs.nl"


@pytest.mark.parametrize(
    "adres", ["http://opendata.cbs.nl", "opendata.cbs.nl", "ftp://127.0.0.1", "https://", "x"]
)
def test_an_unsafe_address_is_refused_with_the_name_of_the_setting(adres):
    with pytest.raises(InvoerError, match="WIJKEN_CBS_URL is «.*https://"):
        lees_instellingen({"WIJKEN_CBS_URL": adres})


def test_an_unknown_service_is_refused():
    with pytest.raises(InvoerError, match="Onbekende dienst «maan»"):
        lees_instellingen({}).adres("maan")
