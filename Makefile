# `make run` and `make test` set everything up by themselves; see CONTRIBUTING.md.
PYTHON = .venv/bin/python
PREPARE = sh packaging/prepare.sh
OFF_SCREEN = QT_QPA_PLATFORM=offscreen
# A process that dies is not replaced: xdist would then wait for ever (pytest-xdist #1327, #1378).
PYTEST = -n 2 --dist loadfile --max-worker-restart 0

BUILD = build/environment/bin/python packaging/build.py
BUILT = REVIEWER_BUILT=dist $(PYTHON) -m pytest tests/packaging tests/e2e -m "$(1)"

.PHONY: help run test lint bench tour package package-test package-twice pictures clean
help:
	@echo "make run    set everything up and open the sample project"
	@echo "make test   set everything up and run every test (PYTEST='-k words' to choose)"
	@echo "make lint   ruff, its formatter and mypy --strict"
	@echo "make bench  Reviewer against the bare thing, in ratios"
	@echo "make package       build the application into dist/ and test what was built"
	@echo "make package-test  the same on a bare Debian, as root; takes some minutes"
	@echo "make package-twice build twice and compare"
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
	@$(OFF_SCREEN) $(PYTHON) benchmarks/exports.py

tour:
	@$(PREPARE) base
	@$(OFF_SCREEN) $(PYTHON) -m reviewer tour build/tour

package:
	@$(PREPARE) package
	@$(BUILD)
	@$(call BUILT,built)

package-test:
	@$(PREPARE) package-test
	@[ -e dist/reviewer ] || $(BUILD)
	@$(call BUILT,bare_debian)

package-twice:
	@$(PREPARE) package
	@build/environment/bin/python packaging/compare.py

# The README's pictures, from the tour.
PICTURES = 02-read-light 03-select-light 04-tagged-light 05-other-side-light 07-both-sides-light \
	10-judged-dark 14-search-dark
pictures: tour
	mkdir -p docs/pictures
	for name in $(PICTURES); do cp build/tour/$$name.png docs/pictures/; done

clean:
	rm -rf .venv .uv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
