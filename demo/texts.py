"""What a lived-in demo course says: the course, its people, its boards in the order of the home page, and what the colours mean there."""

from .people import CAST, PEOPLE
from .texts_ask import ASK
from .texts_everyday import EVERYDAY
from .texts_next import NEXT
from .texts_quality import QUALITY
from .texts_structures import STRUCTURES
from .texts_taking_part import TAKING_PART
from .texts_together import TOGETHER

__all__ = ["BOARDS", "CAST", "COLOURS", "COURSE", "PEOPLE"]

COURSE = {
    "title": {
        "fi": "Kirjaamisen kehittäjäverkosto",
        "sv": "Utvecklarnätverket för dokumentation",
        "en": "Network for developing client records",
    },
}

COLOURS = {
    "sun": {"fi": "Havainto", "sv": "Iakttagelse", "en": "Observation"},
    "leaf": {"fi": "Hyvä käytäntö", "sv": "God praxis", "en": "Good practice"},
    "heart": {"fi": "Huoli", "sv": "Oro", "en": "Concern"},
    "drop": {"fi": "Kysymys", "sv": "Fråga", "en": "Question"},
    "star": {"fi": "Idea", "sv": "Idé", "en": "Idea"},
    "stone": {"fi": "Muu", "sv": "Övrigt", "en": "Other"},
}

BOARDS = (TOGETHER, STRUCTURES, TAKING_PART, QUALITY, EVERYDAY, NEXT, ASK)
