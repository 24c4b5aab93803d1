"""Which words are to be taken out, from a form of this room or of those above."""
from ..web import take_text

TAKEN_OUT_LIMIT = 1000


def words_to_take_out() -> str:
    """They are what is removed: nothing is asked about them."""
    return take_text("taken_out", TAKEN_OUT_LIMIT, required=True, guarded=False)
