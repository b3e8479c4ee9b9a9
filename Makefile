# Thin: each target makes .venv when it is missing and runs the one command that the README also gives.
PYTHON ?= python3
VENV := .venv
# What was compiled is kept whatever the machine is set to: tests start the program hundreds of times.
export PYTHONDONTWRITEBYTECODE :=
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
READY := $(VENV)/.ready

.PHONY: demo test check soak looks bench clean

demo: $(READY)  ## a worked example in demo/, then the screens on it
	rm -rf demo
	$(BIN)/lpgminutes demo --out demo

test: $(READY)  ## the tests, on all cores
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not soak"

check: $(READY)  ## format, lint, types, who imports whom
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

soak: $(READY)  ## the longer proofs, and laws tried more often
	$(BIN)/python -m pytest -n 2 --dist worksteal -m soak tests/proofs
	$(BIN)/python -m pytest -n auto --dist worksteal -m "soak or hypothesis" --hypothesis-profile=soak --ignore=tests/proofs

looks: $(READY)  ## what the main screens are compared with, anew: read the difference before you keep it
	LPGMINUTES_RENEW_LOOKS=1 $(BIN)/python -m pytest tests/tui/test_looks.py
	git diff --stat tests/tui/looks

bench: $(READY)  ## the budgets as ratios; nothing gates on time
	$(BIN)/python benchmarks/run.py

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'lpgminutes needs Python 3.11 or later; say make PYTHON=python3.12')"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet -c constraints.txt -e ".[dev]"
	$(BIN)/python -c "open('$(READY)', 'w').close()"

clean:
	rm -rf $(VENV) demo dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
