# The developer commands, all of them; `.ci/run` calls these too.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKSPACE ?= kaigai-workspace
export UV_PYTHON_DOWNLOADS = never

.PHONY: help demo test test-spark lint format docs pictures check bench example clean

help:            ## list these commands
	@grep -E '^[a-z-]+: .*##|^[a-z-]+:  *##' Makefile | sed 's/:.*##/ -/'

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kaigai needs Python 3.11 or newer; try: make PYTHON=python3.11 demo")'
	$(PYTHON) -m venv $(VENV)
	-@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv 2>/dev/null

# uv installs in seconds what takes pip minutes; where it cannot be had, pip does as well.
define install
	@echo "setting up $(VENV) (once)"
	@if [ -x $(BIN)/uv ]; then $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python -e '$(1)'; \
	else $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '$(1)'; fi
endef

$(VENV)/.ready: $(BIN)/python pyproject.toml
	$(call install,.)
	@touch $@

$(VENV)/.ready-dev: $(BIN)/python pyproject.toml
	$(call install,.[dev])
	@touch $@ $(VENV)/.ready

# Named apart: a comma in the call itself would cut the words in two.
WITH_SPARK := .[dev,spark]

$(VENV)/.ready-spark: $(VENV)/.ready-dev
	$(call install,$(WITH_SPARK))
	@touch $@

demo: $(VENV)/.ready  ## the chain on the example label: read, share, markets, names, audit, report.html
	$(BIN)/kaigai read examples/label --workspace $(WORKSPACE)
	$(BIN)/kaigai share --workspace $(WORKSPACE)
	$(BIN)/kaigai markets --as-of 2026-11-01 --workspace $(WORKSPACE)
	$(BIN)/kaigai findability --workspace $(WORKSPACE)
	$(BIN)/kaigai audit --as-of 2026-11-01 --workspace $(WORKSPACE)
	$(BIN)/kaigai report --out report.html --workspace $(WORKSPACE)
	@echo "Here, kaigai is $(BIN)/kaigai. 日本語: KAIGAI_LANG=ja make demo"

test: $(VENV)/.ready-dev  ## run every test but those on Spark
	$(BIN)/python -m pytest -q -n auto --dist loadfile --no-loadscope-reorder --durations=10 -m "not spark"

test-spark: $(VENV)/.ready-spark  ## run the checks on Spark as well (needs Java 17)
	$(BIN)/python -m pytest -q -n 2 --dist loadfile -m spark

lint: $(VENV)/.ready-dev  ## style, types and import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.ready-dev  ## shape the code
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format --quiet .

docs: $(VENV)/.ready-dev  ## write the generated reference anew
	$(BIN)/python -m tools.reference

check: lint test  ## all that must hold before a commit

pictures: $(VENV)/.ready-dev  ## take the pictures of the docs anew (needs Chromium)
	$(BIN)/python -m tools.pictures

example: $(VENV)/.ready-dev  ## write the example label anew
	$(BIN)/python -m examples.generator --seed 1 --artists 12 --out examples/label --truth examples/label.truth.json --broken examples/broken

bench: $(VENV)/.ready-dev  ## measure, and write docs/benchmarks.md
	$(BIN)/python -m benchmarks

clean:           ## forget the set-up, the demo workspace and its report
	rm -rf $(VENV) $(WORKSPACE) report.html
