# Everything there is to do, from a bare checkout: `make help` lists it. Needs Python 3.11 or newer and make.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

VENV := .venv
PYTHON := $(VENV)/bin/python
STEP := $(PYTHON) .ci/step.py
# Where make can keep what they print apart (macOS has an old one), the checks run side by side.
SIDE_BY_SIDE := $(if $(filter output-sync,$(.FEATURES)),--jobs=4 --output-sync=target)
PORT ?= 8000

# A stamp says what is installed by the sum of the list it was installed from, so nothing is installed twice.
RUNTIME := $(VENV)/.installed-$(shell cksum < requirements.txt | cut -d ' ' -f 1)
DEV := $(VENV)/.installed-dev-$(shell cksum < requirements-dev.txt | cut -d ' ' -f 1)
INSTALL := $(PYTHON) -m pip install -qq --require-hashes --no-deps

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
export PYTHONUNBUFFERED := 1

.PHONY: help
help: ## list what can be done
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

# -- Setting up

$(PYTHON):
	@found=; for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	    if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$candidate; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	    echo 'Python 3.11 or newer is needed and was not found. On Debian or Ubuntu: apt install python3 python3-venv' >&2; exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
	    echo "The venv module of $$found is missing. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; \
	fi; \
	echo "Making $(VENV) with $$("$$found" --version)"; \
	"$$found" -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }

$(RUNTIME): | $(PYTHON)
	@echo 'Installing the locked packages (ten seconds, once)'
	@$(INSTALL) -r requirements.txt
	@rm -f $(VENV)/.installed-[0-9]* && touch $@

$(DEV): | $(PYTHON)
	@echo 'Installing the locked packages for development (half a minute, once)'
	@$(INSTALL) --no-compile -r requirements-dev.txt
	@rm -f $(VENV)/.installed-* && touch $@ $(RUNTIME)

.PHONY: install
install: $(RUNTIME) ## install what the program itself needs, as in production
	@:

.PHONY: setup
setup: $(DEV) ## install everything that the program, its tests and its linters need
	@:

.PHONY: chromium
chromium: ## install the browser of the tests through apt, where that is allowed
	@sh .ci/chromium

.PHONY: lock
lock: $(DEV) ## write the locked requirements anew from pyproject.toml (UPGRADE=1: newest versions)
	@sh .ci/lock $(if $(UPGRADE),--upgrade)

# -- Running

.PHONY: run
run: $(RUNTIME) ## serve the demo council on http://127.0.0.1:8000 (PORT=8001 make run: elsewhere)
	@DEMO=true SITE_URL=http://127.0.0.1:$(PORT) $(PYTHON) manage.py serve_demo --port "$(PORT)"

# -- Checking

.PHONY: check lint formatted templates markup layers types deploy migrations
check: lint formatted templates markup layers types deploy migrations ## linters, types, layers, settings, migrations

lint: $(DEV)
	@$(STEP) 'ruff check' $(PYTHON) -m ruff check --quiet .

formatted: $(DEV)
	@$(STEP) 'ruff format' $(PYTHON) -m ruff format --check --quiet --output-format concise .

templates: $(DEV)
	@$(STEP) djade sh -c 'find templates -name "*.html" -exec $(VENV)/bin/djade --check --target-version 5.2 {} +'

markup: $(DEV)
	@$(STEP) djlint $(PYTHON) -m djlint --lint --quiet templates

layers: $(DEV)
	@$(STEP) 'import-linter' $(PYTHON) -c 'from importlinter.cli import lint_imports_command as run; run()' --no-logo --cache-dir build/layers

types: $(DEV)
	@TESTING=true $(STEP) mypy $(PYTHON) -m mypy

# A production-like environment: whatever Django warns of here would be wrong in the council's machine room.
deploy: $(DEV)
	@SECRET_KEY=$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))') COUNCIL_NAME='Westmoor Council' ALLOWED_HOSTS=scrutiny.example SITE_URL=https://scrutiny.example \
	    DATA_DIR=build/deploy $(STEP) 'check --deploy' $(PYTHON) manage.py check --deploy --fail-level WARNING

migrations: $(DEV)
	@TESTING=true DATA_DIR=build/deploy $(STEP) 'makemigrations --check' $(PYTHON) manage.py makemigrations --check --dry-run

.PHONY: fix
fix: $(DEV) ## put right what the linters can put right by themselves
	@$(PYTHON) -m ruff check --fix --quiet . ; $(PYTHON) -m ruff format --quiet .
	@find templates -name '*.html' -exec $(VENV)/bin/djade --target-version 5.2 {} +

.PHONY: test test-sqlite test-postgresql
test: setup ## every check and every test, on both databases and in a real browser
	@$(MAKE) chromium
	@$(MAKE) --keep-going $(SIDE_BY_SIDE) check
	@$(MAKE) test-sqlite
	@$(MAKE) test-postgresql

# Few tests are dealt out at a time, for those in the browser follow each other and take the longest. In their order, for
# those that write for good come after those that need what the migrations wrote.
PYTEST := $(PYTHON) -m pytest -n logical --maxschedchunk=4

test-sqlite: $(DEV) ## the tests on SQLite (ARGS='-k minutes' chooses)
	@$(STEP) 'tests on SQLite' $(PYTEST) --database=sqlite $(ARGS)

# What reads minutes knows no database (import-linter holds that), so its tests run once, with SQLite's.
test-postgresql: $(DEV) ## the tests on PostgreSQL: the server in TEST_DATABASE_URL, else one from the wheel
	@$(STEP) 'tests on PostgreSQL' $(PYTEST) --database=postgresql --ignore=tests/meetings/minutes $(ARGS)

.PHONY: bench
bench: $(DEV) ## measure, compare with the limits, write build/bench.json
	@$(PYTHON) -m bench

.PHONY: fuzz
fuzz: $(DEV) ## read 100,000 damaged minutes, none of which may fail (CASES=1000 SEED=2: others)
	@$(PYTHON) -m bench.fuzz --cases "$(or $(CASES),100000)" --seed "$(or $(SEED),1)"

.PHONY: clean
clean: ## remove everything that was made here, but not the data in var/
	@rm -rf $(VENV) build .hypothesis .ruff_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
