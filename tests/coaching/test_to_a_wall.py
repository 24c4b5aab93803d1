"""A reflection that its author sends to a wall: a draft of theirs there, and nothing before they publish it."""
import re

import pytest

from tests.support.cast import EEVA, FACILITATOR
from tests.support.rows import rows
from tests.walls.conftest import wall  # noqa: F401  the fixture

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def thought(module, wall, aino, orjan):  # noqa: F811
    step = module.step(module.unit(), "reflection", "Mietittäväksi", wall=str(wall.id))
    module.publish()
    module.begin(aino)
    module.begin(orjan)
    return step


def send(module, visitor, step, text="Luen kirjauksen ääneen.", **more):
    return visitor.post(f"{module.path}/steps/{step}/work", text=text, **{"shared": "wall", "language": "fi", "version": "0", **more})


def draft_in(seen) -> str:
    return re.search(r"/posts/\d+", seen.html)[0]


def posts(app) -> list:
    return rows(app, "SELECT id, state FROM post WHERE deleted_at IS NULL ORDER BY id")


def test_it_becomes_a_draft_that_nobody_else_sees_until_its_author_publishes_it(module, wall, thought, aino, orjan, app):  # noqa: F811
    assert "Hyvät käytännöt" in module.page(aino, thought).text, "the wall is offered by its name"
    seen = send(module, aino, thought)
    assert seen.status == 303 and f"/steps/{thought}" in seen.headers["Location"], "one stays where the draft is offered"
    post = draft_in(module.page(aino, thought))
    for visitor in (orjan, module.marja):
        assert visitor.open(post).status == 404 and "ääneen" not in visitor.open(wall.path).text
    assert "ääneen" not in module.marja.open(f"{module.path}/learners").text
    assert "Luen kirjauksen ääneen." in aino.open(f"{post}/edit").text
    field = wall.questions(aino, post)[2]
    assert aino.post(f"{post}/texts/fi", title="Ääneen", publish="yes", **{f"answer-{field}": "Luen kirjauksen ääneen."}).status == 303
    assert "Ääneen" in orjan.open(wall.path).text and "Luen kirjauksen ääneen." in module.page(aino, thought).text


def test_sent_twice_it_is_one_and_what_its_author_went_on_with_stays(module, wall, thought, aino, app):  # noqa: F811
    send(module, aino, thought)
    send(module, aino, thought, "Luen sen kahdesti.", version="1")
    post = draft_in(module.page(aino, thought))
    assert posts(app) == [(1, "draft")] and "Luen sen kahdesti." in aino.open(f"{post}/edit").text
    field = wall.questions(aino, post)[2]
    aino.post(f"{post}/texts/fi", title="Omin sanoin", **{f"answer-{field}": "Muutin tätä seinällä."})
    send(module, aino, thought, "Kolmas", version="2")
    assert posts(app) == [(1, "draft")] and "Muutin tätä seinällä." in aino.open(f"{post}/edit").text
    aino.post(f"{post}/deletion")
    send(module, aino, thought, "Neljäs", version="3")
    assert posts(app) == [(2, "draft")], "a draft that was thrown away is not in the way"


@pytest.mark.parametrize("what", ["deleted", "closed", "facilitators only", "paused"])
def test_a_wall_that_takes_nothing_refuses_and_the_text_is_kept(module, wall, thought, aino, app, what):  # noqa: F811
    marja = module.marja
    settings = {"title-fi": "Seinä", "takes_comments": "yes"}
    acts = {"deleted": lambda: marja.post(f"/activities/{wall.id}/deletion"), "closed": lambda: marja.post(f"/activities/{wall.id}/state", state="closed"),
            "facilitators only": lambda: marja.post(f"{wall.path}/settings", posting="facilitators", **settings), "paused": lambda: marja.post(f"{wall.path}/freeze", frozen="yes")}
    assert acts[what]().status == 303
    seen = send(module, aino, thought)
    assert seen.status in (403, 409) and "Luen kirjauksen ääneen." in seen.text
    assert posts(app) == [] and 'value="wall"' not in module.page(aino, thought).html
    assert send(module, aino, thought, shared="myself").status == 303, "and can be kept for oneself"


def test_a_wall_of_another_course_is_neither_chosen_nor_sent_to(module, wall, thought, aino, app, enter, board):  # noqa: F811
    eeva = enter(EEVA._replace(role=FACILITATOR))
    eeva.post("/courses/2/activities", start="wall:practices", open="yes")
    foreign = str(rows(app, "SELECT id FROM wall WHERE id != :own", own=wall.id)[0][0])
    version = module.marja.open(f"/steps/{thought}").form(f"/steps/{thought}").values["version"]
    refused = module.marja.post(f"/steps/{thought}", version=version, wall=foreign, **{"title-fi": "Mietittäväksi", "text-fi": "Säilyvä teksti"})
    assert refused.status == 422 and "Säilyvä teksti" in refused.text
    plain = module.step(module.unit("Toinen"), "reflection", "Vain itselle")
    module.publish()
    aino.post(f"{module.path}/learner/edition")
    assert send(module, aino, plain, wall=str(wall.id)).status == 422, "only where its author offers it"
    module.marja.post(f"/activities/{wall.id}/deletion")
    assert module.marja.post(f"{module.path}/editions").status == 409, "published anew, it is said that the wall is gone"


def test_who_only_looks_sends_nothing(module, thought, app):
    assert send(module, module.marja, thought).status == 200
    assert posts(app) == []
