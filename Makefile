# `make run` and `make test` set everything up by themselves; see CONTRIBUTING.md.
PYTHON = .venv/bin/python
PREPARE = sh packaging/prepare.sh
OFF_SCREEN = QT_QPA_PLATFORM=offscreen
PYTEST = -n 2 --dist loadfile

.PHONY: help run test lint bench tour pictures clean
help:
	@echo "make run    set everything up and open the sample project"
	@echo "make test   set everything up and run every test (PYTEST='-k words' to choose)"
	@echo "make lint   ruff, its formatter and mypy --strict"
	@echo "make bench  Reviewer against the bare thing, in ratios"
	@echo "make tour   the whole loop off screen: pictures and a report in build/tour"
	@echo "make clean  remove everything that make made"

# Whether there is a screen is found out in Python, where it can be tested: reviewer/system.py.
run:
	@$(PREPARE) run
	@$(PYTHON) -m reviewer.system run

test:
	@$(PREPARE) test
	@$(PYTHON) -m pytest $(PYTEST)

lint:
	@$(PREPARE) lint
	@$(PYTHON) -m ruff check --no-cache .
	@$(PYTHON) -m ruff format --no-cache --check .
	@$(PYTHON) -m mypy

bench:
	@$(PREPARE) base
	@$(OFF_SCREEN) $(PYTHON) benchmarks

tour:
	@$(PREPARE) base
	@$(OFF_SCREEN) $(PYTHON) -m reviewer tour build/tour

# The README's pictures, from the tour.
PICTURES = 02-read-light 03-select-light 04-tagged-light 05-other-side-light 07-both-sides-light \
	10-judged-dark 14-search-dark
pictures: tour
	mkdir -p docs/pictures
	for name in $(PICTURES); do cp build/tour/$$name.png docs/pictures/; done

clean:
	rm -rf .venv .uv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
