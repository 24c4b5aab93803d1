"""Views of a series of workshops: one that was held, one that is next, one that is told of early."""
from datetime import timedelta

from lti_tool.boards.board import make_board
from lti_tool.boards.note import add_note
from lti_tool.db import Wording, now
from lti_tool.workshops.action import mark_as_action
from lti_tool.workshops.announcement import make_announcement
from lti_tool.workshops.occasion import add_to_series
from lti_tool.workshops.series import make_series


def set_up_series(session, course, author: int) -> dict:
    series = make_series(course, Wording({"fi": "Kirjaamisen työpajat"}), Wording({"fi": "Rakenne", "sv": "Struktur"}), Wording({"fi": "Yhteinen tapa kirjata."}))
    make_series(course, Wording({"fi": "Poistettu sarja"}), Wording(), Wording()).delete()
    boards = []
    for title, days, state in (("Pidetty työpaja", -20, "closed"), ("Seuraava työpaja", 3, "open"), ("Kevään työpaja", 90, "draft")):
        board = make_board(course, Wording({"fi": title}), [(Wording({"fi": "Ideat"}), Wording(), "sun")])
        board.state = state
        starts = (now() + timedelta(days=days)).replace(hour=7, minute=0, second=0, microsecond=0)
        add_to_series(series, board).describe(Wording({"fi": "Mitä jokaisesta käynnistä kirjataan?"}), starts, starts + timedelta(hours=2), "https://meet.example/1", ["fi", "sv"], True)
        boards.append(board)
    boards[1].phase.kind = "preassignment"
    notes = [add_note(boards[0].columns()[0], text, "leaf", "fi", by=author) for text in ("Pidetään kirjaamiskahvit", "Nimetään vastuuhenkilö")]
    mark_as_action(notes[0], "Kuopion tiimi", (now() + timedelta(days=20)).date(), False)
    mark_as_action(notes[1], "", None, True)
    announcement = make_announcement(series, Wording({"fi": "Ennakkotehtävä on auki.\n\nTehkää se ennen torstaita."}), author)
    make_announcement(series, Wording({"fi": "Poistettu tiedote"}), author).delete()
    return {"series": series.id, "announcement": announcement.id, "next_workshop": boards[1].id, "agreed_note": notes[0].id}


SERIES_VIEWS = [  # name, who, path
    ("series of a participant", "aino", "/series/{series}"),
    ("series of a facilitator", "marja", "/series/{series}"),
    ("all series of a course", "marja", "/courses/{course}/series"),
    ("no series yet", "eeva", "/courses/{nowhere}/series"),
    ("workshops of a series", "marja", "/series/{series}/workshops"),
    ("words of a series", "marja", "/series/{series}/words"),
    ("an announcement", "marja", "/announcements/{announcement}"),
    ("board of the next workshop", "aino", "/boards/{next_workshop}"),
    ("page: time and meeting link", "marja", "/boards/{next_workshop}/occasion"),
    ("page: an action", "marja", "/notes/{agreed_note}/action"),
]
