"""A command line that speaks Dutch: what argparse says in English, in help and in faults."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any, NoReturn

from wijken.errors import InvoerError

# What argparse may find wrong with the words it is given, and how to say it.
_FOUTEN = (
    (r"the following arguments are required: (.+)", r"hier ontbreekt: \1"),
    (r"unrecognized arguments: (.+)", r"dit ken ik niet: \1"),
    (r"invalid choice: (.+?) \(choose from (.+)\)", r"\1 bestaat niet; wel: \2"),
    (r"expected one argument", "hier hoort een woord achter"),
    (r"expected at least one argument", "hier hoort minstens één woord achter"),
    (r"ignored explicit argument (.+)", r"hier hoort niets achter, en er staat \1"),
    (r"ambiguous option: (.+) could match (.+)", r"\1 is te kort; bedoel je \2?"),
    (r"invalid \S+ value: (.+)", r"\1 is hier niet goed"),
    (r"not allowed with argument (.+)", r"dit gaat niet samen met \1"),
)


class _Opmaak(argparse.HelpFormatter):
    """Begins a line of usage with a Dutch word."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:  # noqa: ANN401 -- as argparse has it
        """Add the line of usage."""
        begin = "gebruik: " if prefix is None else prefix
        super().add_usage(usage, actions, groups, begin)


class Lezer(argparse.ArgumentParser):
    """Reads the words of a command; its commands are read by readers of the same kind."""

    def __init__(self, **keuzes: Any) -> None:  # noqa: ANN401 -- those of argparse
        """Make one; takes what `argparse.ArgumentParser` takes."""
        super().__init__(formatter_class=_Opmaak, add_help=False, **keuzes)
        self._positionals.title = "woorden"
        self._optionals.title = "keuzes"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg en stop")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words, and stop as for any input that is no use."""
        self.print_usage(sys.stderr)
        self.exit(InvoerError.exit_code, f"{self.prog}: {vertaal(message)}.\n".replace("?.", "?"))


def vertaal(melding: str) -> str:
    """Say a fault of argparse in Dutch; one that is not known here stays as it is."""
    if plek := re.fullmatch(r"argument ([^:]+): (.+)", melding):
        return f"{plek[1]}: {vertaal(plek[2])}"
    for vorm, nederlands in _FOUTEN:
        if gevonden := re.fullmatch(vorm, melding):
            return gevonden.expand(nederlands).replace("'", "")
    return melding
