"""A request whose uploads stay in memory: nothing of a stranger's file touches the disk."""

from __future__ import annotations

from io import BytesIO
from typing import IO

from flask import Flask, Request

# Of any request; what takes files sets less.
GROOTSTE = 12 * 1024 * 1024


# No row has so many versions, and no batch such a number.
_CIJFERS = 9


def nummer(tekst: str) -> int:
    """Give the number that a form sent, 0 for what can be none."""
    return int(tekst) if tekst.isdecimal() and len(tekst) <= _CIJFERS else 0


class Verzoek(Request):
    """Flask's request with files in memory; how much is bounded before anything is read."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        """Give a place for a file; Flask's own would be a temporary file when it is large."""
        del total_content_length, content_type, filename, content_length
        return BytesIO()


def register_verzoek(server: Flask) -> None:
    """Let the server read its requests so, and none larger than we can hold."""
    server.request_class = Verzoek
    server.config["MAX_CONTENT_LENGTH"] = GROOTSTE
