"""What the rooms have registered to be done every hour: each in a transaction of its own, whatever becomes of the others."""
import logging

from .transaction import transaction

logger = logging.getLogger("lti_tool")


def do_chores(app) -> list[str]:
    """The names of those that failed; why is in the log."""
    failed = []
    for chore in app.extensions["chores"]:
        try:
            with app.app_context(), transaction():
                chore()
        except Exception:
            logger.exception("chore failed: %s", chore.__name__)
            failed.append(chore.__name__)
    return failed
