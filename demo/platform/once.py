"""Words that are good for one use: nonces, registration tokens, the ids of assertions. Each is remembered until it would be too old anyway."""

import time

from flask import current_app


def first_use(kind, word, until):
    """Whether the word was never used before; `until` says, in seconds since 1970, how long it has to be remembered."""
    with current_app.store.database() as db:
        db.execute("DELETE FROM once WHERE until < ?", (time.time(),))
        return db.execute("INSERT OR IGNORE INTO once VALUES (?, ?)", (f"{kind} {word}", int(until))).rowcount == 1
