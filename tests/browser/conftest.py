"""What all browser tests share: how long they wait for what has to come."""

from playwright.sync_api import expect

# Tests do not time anything: what comes late on a busy machine has come. Only what never comes
# is a failure, so this may be long; it costs nothing where all is well.
expect.set_options(timeout=30_000)
