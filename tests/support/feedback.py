"""Makes feedback forms as a facilitator does it, and answers them, also for many people at once."""
import re

import sqlalchemy as sa

from lti_tool.db import db, now, transaction
from lti_tool.feedback.answer import give
from lti_tool.people import Membership, Person

from .bulk import insert
from .cast import Person as Actor


def make_form(board, title="Rakenteinen kirjaaminen", own=(), state="open") -> int:
    """Marja makes a form with her own questions [(kind, words in Finnish), ...]; its number."""
    made = board.marja.post(f"{board.home}/feedback", **{"title-fi": title})
    form = int(re.search(r"/feedback/(\d+)/questions", made.leads_to).group(1))
    if own:
        assert ask(board, form, own, title).status == 303
    if state != "draft":
        assert board.marja.post(f"/feedback/{form}/state", open="yes").status == 303
    if state == "closed":
        assert board.marja.post(f"/feedback/{form}/state", open="no").status == 303
    return form


def ask(board, form, own, title="Rakenteinen kirjaaminen"):
    fields = {f"question-{place}-fi": words for place, (_kind, words) in enumerate(own, 1)} | {f"kind-{place}": kind for place, (kind, _words) in enumerate(own, 1)}
    return board.marja.post(f"/feedback/{form}/questions", **{"title-fi": title, "lines": "1", **fields})


def answer(visitor, form, rating="4", text="", **more):
    """The form as the page has it, filled in and sent without our script."""
    asked = visitor.open(f"/feedback/{form}").form(f"/feedback/{form}/answers").values.get("asked")
    return visitor.post(f"/feedback/{form}/answers", **{"asked": asked, "rating-useful": rating, "text-change": text, "language": "fi", **more})


def somebody(number: int) -> Actor:
    return Actor(f"answers-{number}", f"Vastaaja{number}", "Joku")


def crowd(app, board, number: int) -> list[int]:
    """So many new participants, without their browsers."""
    if not number:
        return []
    with app.app_context(), transaction():
        at, known = now(), db.session.scalar(sa.select(sa.func.count()).select_from(Membership))
        people = insert(Person, [dict(issuer="https://moodle.example", subject=f"crowd-{known + n}", platform_name=f"Henkilö {known + n}", arrived_at=at) for n in range(number)])
        insert(Membership, [dict(course_id=board.course, person_id=person, number=1000 + known + n, launched_as="participant", arrived_at=at, seen_at=at)
                            for n, person in enumerate(people)])
    return people


def answer_as(app, form: int, person: int, value=4, text=None) -> None:
    said = [{"question": "useful", "value": value}] + ([{"question": "change", "text": text, "language": "fi"}] if text else [])
    with app.app_context(), transaction():
        give(form, person, said)


def answer_all(app, board, form, values, texts=()) -> list[int]:
    """A new person for each value, one after the other."""
    people = crowd(app, board, len(values))
    for place, (person, value) in enumerate(zip(people, values)):
        answer_as(app, form, person, value, texts[place] if place < len(texts) else None)
    return people
