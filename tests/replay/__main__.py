"""Serves the embedded snapshots as a local CBS, to try a refresh by hand."""

import contextlib
import threading

from tests.replay.server import Replay

with Replay.ingebed() as server:
    for naam, adres in server.omgeving.items():
        print(f"export {naam}={adres}", flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        threading.Event().wait()
