#!/bin/sh
# Brings the catalogues up to the sources: new messages appear empty, changed ones must be translated again.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin
"$bin/pybabel" -q extract -F config/babel.cfg --no-wrap --sort-by-file --omit-header --no-location -o /tmp/messages.pot . 2>/dev/null
for language in fi sv; do
    file=lti_tool/translations/$language/LC_MESSAGES/messages.po
    [ -e "$file" ] || { mkdir -p "$(dirname "$file")"; "$bin/pybabel" -q init -i /tmp/messages.pot -o "$file" -l "$language" --no-wrap; }
    "$bin/pybabel" -q update -i /tmp/messages.pot -o "$file" -l "$language" --no-wrap --no-fuzzy-matching --ignore-obsolete
done
