"""Who goes through the demo's module: how long ago they began and were last there, and how far they have come."""
from typing import NamedTuple

from .texts_module import AUTUMN, WINTER

WHOLE, REFRESHER, ALL = "whole", "refresher", "all"


class Going(NamedTuple):
    who: str  # key of a person in demo.people
    began: int  # days ago
    seen: int  # days ago
    until: str = ALL  # the last step that is done; empty: none
    chosen: tuple = ()  # of the case that comes next, which they have begun
    cohort: str = AUTUMN
    path: str = WHOLE
    background: str = "social"
    slips: tuple = ()  # questions which they have not got right


GOING = (
    # Through
    Going("hilkka", 75, 19),
    Going("gunilla", 74, 26, slips=("montako",)),
    Going("kaisa", 73, 12, background="other", slips=("saalukea",)),
    Going("camilla", 70, 9),
    Going("mirja", 75, 30),
    Going("tiina", 68, 6, slips=("virhe",)),
    # Underway
    Going("aino", 61, 1, "kumpi", slips=("kumpi",)),
    Going("orjan", 58, 3, "pois"),
    Going("samira", 50, 5, "kokeile", background="other"),
    Going("johanna", 48, 8, "yhdessa", slips=("saalukea", "kumpi")),
    Going("ritva", 40, 2, "heti"),
    Going("torbjorn", 55, 16, "montako"),
    Going("velimatti", 60, 14, "silmin", background="health"),
    # Stuck at a case for weeks
    Going("benita", 71, 44, "aanet"),
    Going("jarkko", 70, 38, "aanet", chosen=(0,)),
    Going("noora", 66, 31, "aanet", chosen=(1,), slips=("kumpi",)),
    Going("antero", 64, 27, "aanet", chosen=(0, 0)),
    Going("elina", 72, 22, "virhe", chosen=(0,)),
    # Looked in and went
    Going("marko", 75, 63, "lukijat"),
    # Who know it from before
    Going("satu", 20, 4, cohort="", path=REFRESHER),
    Going("kjell", 16, 2, "erikseen", cohort="", path=REFRESHER),
    Going("anneli", 9, 1, "laki", cohort="", path=REFRESHER, background="health"),
    # The next group
    Going("amina", 6, 6, "", cohort=WINTER),
    Going("heikki", 5, 5, "", cohort=WINTER),
    Going("leila", 4, 4, "", cohort=WINTER, background="health"),
    Going("mikael", 2, 2, "", cohort=WINTER),
    Going("jouni", 1, 1, "", cohort=WINTER, background="other"),
)
GAVE_FEEDBACK = ("mirja", "hilkka", "torbjorn", "gunilla", "kaisa", "samira", "camilla", "satu", "ritva", "tiina")
