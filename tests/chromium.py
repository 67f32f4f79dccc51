"""Which Chromium the browser tests use, and how a machine without one gets it."""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

SETTING = "WIJKEN_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No sandbox: root has none. The rest keeps the browser from calling its maker, the last rule
# from calling anybody: a page that asks for something outside fails as it would offline.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
HELP = f"""\
De browsertests hebben Chromium nodig en dat is hier niet gevonden of start niet.
Doe een van deze drie dingen en probeer het opnieuw.
Debian, als root:
  apt-get install chromium
Ubuntu en andere systemen:
  .venv/bin/python -m playwright install --with-deps chromium
Een Chromium of Chrome die er al is:
  {SETTING}=/pad/naar/chromium make test
"""


def starts(executable: str) -> bool:
    """Whether the browser draws an empty page; Ubuntu's stub has the name but does not run."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [executable, "--headless", *FLAGS, f"--user-data-dir={profile}"]
        try:
            done = subprocess.run(
                [*command, "--dump-dom", "about:blank"],
                capture_output=True,
                check=False,
                stdin=subprocess.DEVNULL,
                text=True,
                timeout=60,
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
    return done.returncode == 0 and "<html>" in done.stdout


@cache
def find_installed() -> str | None:
    """The machine's own browser that runs, or None: then Playwright's own has to serve.

    Raises:
        RuntimeError: the setting names something that does not run.
    """
    named = os.environ.get(SETTING)
    if named:
        if starts(named):
            return named
        message = f"{SETTING}: '{named}' start niet; verwacht wordt het pad van Chromium of Chrome"
        raise RuntimeError(message)
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path and starts(path)), None)


def playwright_has_one() -> bool:
    """Whether Playwright downloaded a browser before, and it runs on this machine."""
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        if not Path(playwright.chromium.executable_path).exists():
            return False
        try:
            playwright.chromium.launch(args=list(FLAGS)).close()
        except Error:
            return False
    return True


def is_available() -> bool:
    """Whether the browser tests can start a browser."""
    return find_installed() is not None or playwright_has_one()


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(*command: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, check=False, env=environment, stdin=subprocess.DEVNULL)


def install_with_apt() -> None:
    """Install Debian's package; does nothing for who may not or has no apt."""
    if _is_root() and shutil.which("apt-get"):
        _run("apt-get", "update", "-qq")
        _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")


def install_with_playwright() -> None:
    """Let Playwright download its own, for root with the libraries it needs."""
    libraries = ["--with-deps"] if _is_root() and shutil.which("apt-get") else []
    _run(sys.executable, "-m", "playwright", "install", *libraries, "chromium")


def install_steps() -> Sequence[Callable[[], None]]:
    """The ways to get a browser, the best of this machine first."""
    steps = [install_with_apt, install_with_playwright]
    try:
        ubuntu = platform.freedesktop_os_release().get("ID") == "ubuntu"
    except OSError:
        ubuntu = False
    # Ubuntu's package is a stub that leads to snap, which servers and containers lack.
    return steps[::-1] if ubuntu else steps


def main() -> int:
    """See to it that there is a browser; 0 when there is, 2 when the user has to act."""
    if is_available():
        return 0
    print("Geen Chromium gevonden; installeren voor de browsertests.", flush=True)
    for install in install_steps():
        install()
        find_installed.cache_clear()
        if is_available():
            return 0
    print(HELP, file=sys.stderr)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RuntimeError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
