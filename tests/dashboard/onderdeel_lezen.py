"""Reads what a tree of components says."""

import json


def teksten(onderdeel):
    """Every text of it, in order; own components say what they say elsewhere."""
    if isinstance(onderdeel, str):
        return [onderdeel]
    if isinstance(onderdeel, list | tuple):
        return [tekst for deel in onderdeel for tekst in teksten(deel)]
    return teksten(getattr(onderdeel, "children", None) or [])


def tekst(onderdeel):
    """Everything it says, in order, with numbers and the content of own components."""
    if onderdeel is None or isinstance(onderdeel, str | int | float):
        return "" if onderdeel is None else str(onderdeel)
    if isinstance(onderdeel, list | tuple):
        return " ".join(filter(None, (tekst(deel) for deel in onderdeel)))
    if hasattr(onderdeel, "inhoud"):
        return json.dumps(onderdeel.inhoud, ensure_ascii=False)
    return tekst(getattr(onderdeel, "children", None))
