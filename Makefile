# Every door of the project. `make help` lists them.
# Works for root and ordinary users, with GNU make 3.81 and later.

VENV := .venv
PY := $(VENV)/bin/python
UV_VERSION := 0.13.9
UV = $(PY) -m uv
SYNC = $(UV) pip sync --quiet --no-build --require-hashes --python $(PY)

# Which Python makes the environment: `make run PYTHON=python3.12`. Empty: look for one.
PYTHON ?=
# Extra words for pytest or the refresh: `make test ARGS="-k kaart"`, `make refresh ARGS=--landelijk`.
ARGS ?=
# Tests side by side, a file at a time: `make test TESTERS=0` runs them one by one.
TESTERS ?= auto --maxprocesses 4

# uv must not fetch a Python of its own: the one that is here is good enough or refused.
export UV_PYTHON_DOWNLOADS := never
# uv's own root certificates do not know a company's proxy, those of the system do.
export UV_SYSTEM_CERTS ?= true
# Without stored bytecode every start of the server takes two to three times as long.
unexport PYTHONDONTWRITEBYTECODE
# An environment that happens to be active must not mix with ours.
unexport PYTHONHOME PYTHONPATH VIRTUAL_ENV

.DEFAULT_GOAL := help
.PHONY: run test data refresh check fix bench lock help clean chromium

# --- The environment -------------------------------------------------------------------

# Sets `gekozen` to the first Python that is new enough, or stops.
define KIES_PYTHON
gekozen=; \
for naam in $(if $(PYTHON),"$(PYTHON)",python3 python3.14 python3.13 python3.12 python3.11 python); do \
  if "$$naam" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
    gekozen=$$naam; break; \
  fi; \
done; \
if [ -z "$$gekozen" ]; then \
  echo "Wijkatelier heeft Python 3.11 of nieuwer nodig; $(if $(PYTHON),'$(PYTHON)' is dat niet,niet gevonden)." >&2; \
  echo "Installeer Python 3.11 of nieuwer, of wijs er een aan: make $(or $(firstword $(MAKECMDGOALS)),run) PYTHON=/pad/naar/python3" >&2; \
  exit 1; \
fi
endef

# Debian and Ubuntu ship Python without what `venv` needs. Root gets it installed, others are told.
define ZORG_VOOR_VENV
if ! "$$gekozen" -c 'import ensurepip, venv' >/dev/null 2>&1; then \
  pakket=$$("$$gekozen" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
    echo "De module venv ontbreekt; $$pakket wordt geïnstalleerd."; \
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$$pakket"; } \
      </dev/null >/dev/null || true; \
  fi; \
  if ! "$$gekozen" -c 'import ensurepip, venv' >/dev/null 2>&1; then \
    echo "Deze Python ($$gekozen) kan geen omgeving maken: de module venv ontbreekt." >&2; \
    echo "Installeer die en probeer het opnieuw:  apt-get install python3-venv   (of: $$pakket)" >&2; \
    exit 1; \
  fi; \
fi
endef

define SYNC_MISLUKT
{ echo "De pakketten uit $< konden niet worden geïnstalleerd; de melding hierboven zegt waarom." >&2; \
  echo "Is de thuismap niet schrijfbaar? Geef uv een andere map:  UV_CACHE_DIR=/tmp/uv-cache make $(or $(firstword $(MAKECMDGOALS)),run)" >&2; \
  exit 1; }
endef

# An environment whose Python has gone or was upgraded under it is no environment: make it anew.
# Done while reading, since make looks at a stamp only once.
$(shell $(PY) -c 'import pip' >/dev/null 2>&1 || rm -f $(VENV)/.uv $(VENV)/.run $(VENV)/.dev)

$(VENV)/.uv: Makefile
	@if ! $(PY) -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	  $(KIES_PYTHON); $(ZORG_VOOR_VENV); \
	  echo "Omgeving maken in $(VENV) met $$("$$gekozen" --version)."; \
	  "$$gekozen" -m venv --clear $(VENV) || exit 1; \
	fi
	@$(PY) -m uv --version 2>/dev/null | grep -q '^uv $(UV_VERSION)' || \
	  $(PY) -m pip install --quiet --disable-pip-version-check --only-binary :all: uv==$(UV_VERSION) || \
	  { echo "uv $(UV_VERSION) kon niet worden geïnstalleerd. Is er een verbinding met de pakketindex van pip?" >&2; exit 1; }
	@touch $@

$(VENV)/.run: requirements.lock $(VENV)/.uv
	@echo "Pakketten installeren ($<)."
	@$(SYNC) $< || $(SYNC_MISLUKT)
	@touch $@

# Depends on .run: after that sync the development packages are gone and must come back.
$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@echo "Pakketten installeren ($<)."
	@$(SYNC) $< || $(SYNC_MISLUKT)
	@touch $@

# --- Running ---------------------------------------------------------------------------

run: $(VENV)/.run ## Start het dashboard op http://127.0.0.1:8050 (maakt eerst omgeving en database)
	@$(PY) -m etl build --zo-nodig || echo "De database is niet vernieuwd; wat er al was, blijft in gebruik." >&2
	@exec $(PY) -m dashboard

data: $(VENV)/.run ## Bouw de database uit de nieuwste snapshots en controleer haar
	@$(PY) -m etl build
	@$(PY) -m etl check

refresh: $(VENV)/.run ## Haal op wat bij de bronnen is veranderd, bouw en meld wat er veranderde
	@$(PY) -m etl refresh $(ARGS)

# --- Checking --------------------------------------------------------------------------

define STIJL
$(PY) -m ruff check && $(PY) -m ruff format --check && $(PY) -m mypy
endef

test: $(VENV)/.dev chromium ## Voer alle controles en tests uit, ook die in de browser
	@$(STIJL)
	@$(PY) -m pytest -n $(TESTERS) --dist loadfile $(ARGS)

check: $(VENV)/.dev ## Controleer stijl, types, importregels en (als die er is) de database; verandert niets
	@$(STIJL)
	@$(VENV)/bin/lint-imports --no-cache --no-logo
	@if [ -f data/nieuwste.txt ]; then $(PY) -m etl check; fi

fix: $(VENV)/.dev ## Herstel wat ruff zelf kan herstellen en maak de code netjes op
	@$(PY) -m ruff check --fix --exit-zero
	@$(PY) -m ruff format

# Exit code 5 is "no tests found": the folder may be empty.
bench: $(VENV)/.dev chromium ## Meet snelheden (tests/bench)
	@$(PY) -m pytest tests/bench --benchmark-enable $(ARGS) || [ $$? -eq 5 ]

chromium: $(VENV)/.dev
	@$(PY) -m tests.chromium

# --- The rest --------------------------------------------------------------------------

# An index or folder of this machine in force would leave its own hashes only, without a warning:
# other platforms could then not install. So none of them may be seen here.
SCHOON = env -u UV_INDEX -u UV_INDEX_URL -u UV_DEFAULT_INDEX -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS \
  -u UV_NO_INDEX -u UV_INDEX_STRATEGY -u UV_CONFIG_FILE -u UV_EXCLUDE_NEWER -u UV_CONSTRAINT -u UV_OVERRIDE \
  -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL -u PIP_FIND_LINKS -u PIP_NO_INDEX -u PIP_CONSTRAINT
COMPILE = $(SCHOON) $(UV) pip compile --quiet --no-config --universal --python-version 3.11 --no-build \
  --generate-hashes --no-emit-index-url --custom-compile-command "make lock" $(LOCK_ARGS)

lock: $(VENV)/.uv ## Leg versies en hashes opnieuw vast (nieuwere versies: make lock LOCK_ARGS=--upgrade)
	@$(COMPILE) requirements.in -o requirements.lock
	@$(COMPILE) -c requirements.lock requirements-dev.in -o requirements-dev.lock

help: ## Toon deze lijst
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

clean: ## Verwijder de omgeving en wat tests achterlieten; de map data blijft staan
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks test-results
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
