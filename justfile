# One word for what is done often. On Windows write `.venv/Scripts/` for `.venv/bin/`.

bin := ".venv/bin"

# All tests, side by side.
test *paths:
    {{bin}}/pytest -q -n auto --dist loadfile {{paths}}

# What must hold besides the tests.
check:
    {{bin}}/ruff check
    {{bin}}/ruff format --check
    {{bin}}/mypy
    {{bin}}/lint-imports

# Every page of the window and of the kiosk as pictures.
look folder="look" *codes:
    QT_QPA_PLATFORM=offscreen {{bin}}/counselor-app screenshot {{folder}} {{codes}}

# The catalogs of words, anew from the code and from the texts of each language.
words:
    {{bin}}/python tests/words.py
    {{bin}}/python packaging/texts_of_languages.py

# The benchmarks, as ratios to a floor measured in the same run.
bench *paths="tests/perf":
    {{bin}}/pytest -q --benchmark-enable {{paths}}

# The program as a folder that runs where no Python is (wants requirements-package.txt).
build:
    {{bin}}/pyinstaller --noconfirm packaging/counselor.spec
    {{bin}}/python packaging/smoke_test.py dist/counselor

# The package for Debian and Ubuntu, from that folder; as root, in a clean Debian: try_deb.py.
deb: build
    {{bin}}/python packaging/build_deb.py dist/counselor
