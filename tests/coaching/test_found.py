"""What the search finds of modules, and for whom: what is published, in the edition that somebody may read."""
from urllib.parse import quote

import pytest
import sqlalchemy as sa

from lti_tool.coaching.finding import forget_unread
from lti_tool.db import db, transaction
from tests.support.cast import EEVA
from tests.support.rows import rows

WORD = "aamukahvihetki"
QUESTION = {"id": "cccc3333", "kind": "single_choice", "language": "fi", "title": "", "text": "Mitä kirjataan ensin?", "points": "1", "feedback": "Palautesana", "share-aaaa1111": "100",
            "share-bbbb2222": "0", "text-aaaa1111": "Oikeavastaus", "text-bbbb2222": "Väärävastaus", "feedback-aaaa1111": "", "feedback-bbbb2222": "", "part": ["aaaa1111", "bbbb2222"]}


@pytest.fixture
def found(board):
    """found(aino, "aamukah") are the addresses of modules that the search leads to."""
    def found(visitor, words=WORD[:9], **more):
        seen = visitor.open(f"{board.home}/search?q={quote(words)}" + "".join(f"&{name}={value}" for name, value in more.items()))
        assert seen.status == 200, seen.text
        return [link.get("href") for heading in seen.all("h4") for link in heading.iter("a")]
    return found


def test_the_words_of_every_step_are_found_and_never_what_is_right(module, aino, found):
    unit = module.unit("Havainto ja arvio")
    page = module.step(unit, title="Aamun alku", **{"text-fi": f"Pidetään {WORD}.", "sources-fi": "Lähdeteos", "point-0-front-fi": "Kysytään", "point-0-back-fi": "Korttivastaus"})
    question = module.step(unit, "question", "Kysymys", **{"text-fi": "Johdanto"})
    assert module.marja.ask("POST", f"/steps/{question}/question", data=QUESTION).status == 303
    case = module.step(unit, "scenario", "Tapaus", **{"text-fi": "", "part-0-fi": "Alku tapauksesta", "choice-0-0-fi": "Soitan", "told-0-0-fi": "Seuraus"})
    thought = module.step(unit, "reflection", "Pohdinta", **{"text-fi": "Mieti tätä"})
    module.marja.post(f"{module.path}/settings", **{"title-fi": "Kirjaamisen perusteet", "purpose-fi": "Tarkoituksena oppia", "share": "100", "score": "0"})
    assert found(module.marja) == [] and found(module.marja, "tarkoituks") == [module.path], "no step is published yet"
    module.publish()
    for words, step in ((WORD[:6], page), ("lähdete", page), ("aamun alku", page), ("havainto arvio", page), ("kirjataan ens", question), ("alku tapauk", case), ("mieti", thought)):
        assert found(aino, words) == found(module.marja, words) == [f"{module.path}/steps/{step}"], words
    for words in ("oikeavast", "väärävast", "palautesana", "korttivastaus", "soitan", "seuraus"):
        assert found(module.marja, words) == [] == found(aino, words)
    assert module.marja.open(found(module.marja)[0]).status == 200 and aino.open(found(aino)[0]).headers["Location"] == module.path, "who has not begun comes to where one begins"
    module.begin(aino)
    assert aino.open(found(aino)[0]).status == 200
    module.do(aino, thought, text="Salaisuuteni", language="fi", shared="facilitators")
    assert found(aino, "salaisuut") == [] == found(module.marja, "salaisuut")


def test_everybody_finds_the_edition_they_read(module, aino, orjan, found, app, enter):
    step = module.step(module.unit(), **{"text-fi": f"Ensin {WORD}.", "text-sv": "Morgonkaffet"})
    module.publish()
    module.begin(aino)
    module.write(step, **{"text-fi": "Nyt iltapäiväkahvit."})
    assert found(module.marja, "iltapäiv") == [], "the writing table is not published"
    module.publish()
    here = [f"{module.path}/steps/{step}"]
    assert (found(aino), found(aino, "iltapäiv")) == (here, []) and (found(orjan), found(orjan, "iltapäiv")) == ([], here) == (found(module.marja), found(module.marja, "iltapäiv"))
    assert found(aino, "morgonk", language="sv") == here and found(aino, "morgonk", language="fi") == []
    aino.post(f"{module.path}/learner/edition")
    assert (found(aino), found(aino, "iltapäiv")) == ([], here)
    with app.app_context(), transaction():
        forget_unread()
    kept = [words for words, in rows(app, "SELECT words FROM search_entry WHERE kind = 'step'")]
    assert kept and not any(f"w{WORD}" in words for words in kept)
    assert enter(EEVA).open(f"{module.home}/search?q=ilta").status == 404


def test_what_nobody_can_begin_is_found_by_its_title_alone(module, aino, orjan, found):
    step = module.step(module.unit(), **{"text-fi": WORD})
    module.publish()
    here, marja = [f"{module.path}/steps/{step}"], module.marja
    module.begin(aino)
    assert found(aino) == found(orjan) == here
    marja.post(f"{module.path}/cohorts", **{"title-fi": "Keväällä", "starts_on": "2099-01-01"})
    assert found(aino) == here and found(orjan) == [] and found(orjan, "kirjaamisen per") == [module.path]
    marja.post(f"{module.path}/cohorts", **{"title-fi": "Nyt", "starts_on": "2020-01-01"})
    assert found(orjan) == here
    for state, of_aino, of_orjan in (("closed", here, []), ("archived", here, []), ("draft", [], [])):
        marja.post(f"/activities/{module.id}/state", state=state)
        assert (found(aino), found(orjan), found(marja)) == (of_aino, of_orjan, here), state
        assert found(orjan, "kirjaamisen per") == ([] if state == "draft" else [module.path])


def test_nothing_is_left_of_a_module_that_is_gone(module, aino, found, app):
    module.step(module.unit(), **{"text-fi": WORD})
    module.publish()
    module.marja.post(f"/activities/{module.id}/deletion")
    assert found(aino) == [] == found(module.marja) == found(module.marja, "kirjaamisen per")
    module.marja.post(f"/activities/{module.id}/restoration")
    assert len(found(aino)) == len(found(aino, "kirjaamisen per")) == 1
    with app.app_context(), transaction():
        db.session.execute(sa.text("DELETE FROM activity WHERE id = :number"), {"number": module.id})
    assert rows(app, "SELECT id FROM search_entry WHERE kind IN ('step', 'module')") == []
