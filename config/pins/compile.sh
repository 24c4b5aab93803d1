#!/bin/sh
# Makes the pins anew. No index or address is written into them.
set -eu
cd "$(dirname "$0")/../.."
uv=$(command -v uv || echo .tools/bin/uv)
compile() { "$uv" pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --python-version 3.11 "$@"; }
compile pyproject.toml config/pins/run.in -o config/pins/run.txt
compile config/pins/pdf.in -o config/pins/pdf.txt
compile pyproject.toml config/pins/run.in config/pins/pdf.in config/pins/test.in -c config/pins/run.txt -c config/pins/pdf.txt -o config/pins/test.txt
compile config/pins/node.in -o config/pins/node.txt
