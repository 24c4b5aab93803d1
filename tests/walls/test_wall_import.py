"""Walls that come in files, and templates of one's own: what is taken, and everything that is refused, by its place and in words."""
import io
import json
import re

import pytest

from lti_tool.activities.own_template import TEMPLATES_AT_MOST
from lti_tool.db import db
from lti_tool.documents.strict_json import BYTES_AT_MOST
from lti_tool.walls import Post, PostText, Wall
from lti_tool.walls.imports.wall_file import POSTS_AT_MOST
from tests.support.bulk import writing
from tests.support.cast import AINO, EEVA, MARJA, ORJAN

pytestmark = pytest.mark.usefixtures("in_english")


def post(**more) -> dict:
    return {"texts": {"fi": {"title": "Kahvit", "answers": {"1": "<p>Näin</p>"}}}, **more}


def file(*posts, **more) -> dict:
    """A wall of one topic with a form of three questions and these posts."""
    return {"format": "peer-wall", "version": 1, "title": {"fi": "Tiedostosta"}, "topics": [{"title": {"fi": "Osallisuus"}, "colour": "leaf"}],
            "form": [{"title": {"fi": "Miten"}, "kind": "long"}, {"title": {"fi": "Vaihe"}, "kind": "choice", "options": [{"fi": "Kokeilu"}, {"fi": "Käytössä"}]},
                     {"title": {"fi": "Linkki"}, "kind": "link"}],
            "posts": list(posts), **more}


def send(visitor, wall, data, to="walls", **form):
    data = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
    return visitor.ask("POST", f"{wall.home}/{to}", data={"file": (io.BytesIO(data), "seina.json"), **form})


def wall_of(seen) -> str:
    """The wall that a file became."""
    assert seen.status == 200, seen.text
    return next(link for link in seen.links if re.fullmatch(r"/walls/\d+", link or ""))


@pytest.fixture
def marja(wall, enter):
    return enter(MARJA._replace(locale="en"))


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


def counted(app) -> tuple:
    with writing(app):
        return db.session.query(Wall).count(), db.session.query(Post).count(), db.session.query(PostText).count()


def test_a_wall_comes_back_as_it_left(app, wall, aino, marja):
    made = wall.post(aino, title="Kirjaamiskahvit", how="## Näin\n\n- ensin\n- sitten")
    asked = wall.questions(aino, made)
    aino.post(f"{made}/texts/sv", title="Dokumentationskaffe", publish="yes", **{f"answer-{asked[2]}": "Vi läser."})
    marja.post(f"/fields/{asked[0]}/deletion")
    left = json.loads(marja.open(f"{wall.path}/export.json").data)
    seen = send(marja, wall, left)
    path = wall_of(seen)
    assert "The author's name was left out of 1 post." in seen.text
    back = json.loads(marja.open(f"{path}/export.json").data)
    for name in ("title", "purpose", "shared", "anonymity", "topics", "form", "licence"):
        assert back.get(name) == left.get(name)
    assert back["posts"][0]["texts"] == left["posts"][0]["texts"]
    page = marja.open(path)
    assert "Kirjaamiskahvit" in page.text and "Imported" in page.text and "Sarapuisto" not in page.text
    assert aino.open(path).status == 404  # a draft


def test_what_was_said_comes_back_without_names_and_is_found(app, wall, aino, marja):
    made = wall.post(aino)
    number = aino.send(f"{made}/comments", text="Meillä samoin", language="fi").headers["X-Comment"]
    wall.marja.send(f"{made}/comments", text="Sääntö kiinnostaisi", language="fi", to=number)
    aino.send(f"{made}/comments", text="Toinen ajatus", language="sv")
    marja.post(f"{made}/feature", featured="yes")
    left = json.loads(marja.open(f"{wall.path}/export.json").data)
    assert [comment["name"] for comment in left["posts"][0]["comments"]] == ["Aino Sarapuisto", "Marja Kallioinen", "Aino Sarapuisto"]
    seen = send(marja, wall, left)
    path = wall_of(seen)
    assert "The author's name was left out of 3 comments." in seen.text and "3 comments" in seen.text
    back = json.loads(marja.open(f"{path}/export.json").data)
    told = [{name: comment.get(name) for name in ("number", "text", "language", "answers", "anonymity", "written")} for comment in left["posts"][0]["comments"]]
    assert [{name: comment.get(name) for name in told[0]} for comment in back["posts"][0]["comments"]] == told
    assert back["posts"][0]["featured"] and not any("name" in comment for comment in back["posts"][0]["comments"])
    [number] = re.findall(r'href="(/posts/\d+)"', marja.open(path).html)[:1]
    page = marja.open(number)
    assert "Meillä samoin" in page.text and "Sääntö kiinnostaisi" in page.text and "Sarapuisto" not in page.text
    assert number in marja.open(f"{wall.home}/search?q=kiinnostaisi").html


def test_client_data_in_a_comment_of_a_file_is_told(wall, marja):
    seen = send(marja, wall, file(post(comments=[{"number": 1, "text": "Asiakas 131052-308T"}])))
    assert "1 post may hold a client's data" in seen.text


def test_posts_keep_their_topics_choices_and_links(wall, marja):
    path = wall_of(send(marja, wall, file(post(topics=[1], texts={"fi": {"title": "Kahvit", "answers": {"2": 2, "3": "https://example.fi/opas"}}}))))
    assert "Osallisuus" in marja.open(path).text
    [number] = re.findall(r'href="(/posts/\d+)"', marja.open(path).html)
    seen = marja.open(number)
    assert "Käytössä" in seen.text and "https://example.fi/opas" in seen.links


def test_a_file_without_posts_is_a_wall_with_its_form(wall, marja):
    seen = send(marja, wall, file(licence="cc0", comments=False))
    assert "CC0 1.0" in marja.open(wall_of(seen)).text


def test_what_is_hostile_in_a_file_is_words_or_gone(wall, marja):
    texts = {"fi": {"title": "<script>alert(1)</script>", "answers": {"1": '<p onclick="x()">Näin <a href="javascript:alert(2)">tästä</a></p><script>alert(3)</script><img src=x onerror=y>'}}}
    path = wall_of(send(marja, wall, file(post(texts=texts, name="Marja <b>Karjalainen</b>"), title={"fi": "<img src=x onerror=alert(4)>"})))
    [number] = re.findall(r'href="(/posts/\d+)"', marja.open(path).html)
    for seen in (marja.open(path), marja.open(number)):
        assert "<script>alert" not in seen.html and "onclick=" not in seen.html and "javascript:" not in seen.html and "<img src=x" not in seen.html


def test_it_is_told_what_may_hold_client_data_and_what_was_passed_over(wall, marja):
    seen = send(marja, wall, file(post(texts={"fi": {"title": "Kahvit", "answers": {"1": "<p>Asiakas 131052-308T</p>"}}}), post(colour="red"), extra=1))
    assert "1 post may hold a client's data" in seen.text and "posts[1].colour" in seen.text and "extra" in seen.text


def test_times_and_names_of_a_file_are_not_believed(app, wall, marja):
    wall_of(send(marja, wall, file(post(name="Marja Karjalainen", published="2999-01-01", anonymity="region"), post(removed=True, texts={}))))
    with writing(app):
        first, second = db.session.query(Post).order_by(Post.id)
        assert first.author_id is None and first.imported and first.published_at.year < 2999 and first.published_at.hour == 0
        assert second.removed_at is not None


def test_sent_twice_it_is_one_wall(app, wall, marja):
    op = "0d5b7cf7-28ce-4d55-8e2c-1c1b2e0f0a01"
    wall_of(send(marja, wall, file(post()), op=op))
    before = counted(app)
    assert send(marja, wall, file(post()), op=op).status == 303 and counted(app) == before


LONG = "x" * 10_001
BAD = {
    "nothing": (b"", "The file is empty"),
    "no JSON": (b"{", "It is not JSON"),
    "not UTF-8": ("ä".encode("latin-1"), "not text in UTF-8"),
    "too large": (b" " * (BYTES_AT_MOST + 1), "too large"),
    "nested": (b'{"a":' * 100_000, "nested too deeply"),
    "a name twice": (b'{"format": "peer-wall", "format": "peer-wall"}', "stands twice"),
    "another format": (file() | {"format": "workshop-board"}, "not the file of a wall"),
    "a list": ([], "not the file of a wall"),
    "another version": (file() | {"version": 2}, "another version"),
    "version true": (file() | {"version": True}, "another version"),
    "no title": (file() | {"title": {}}, "title"),
    "long title": (file() | {"title": {"fi": "x" * 121}}, "title.fi"),
    "no such level": (file(anonymity="everybody"), "anonymity"),
    "no such licence": (file(licence="GPL"), "licence"),
    "own licence without words": (file(licence="own"), "own_licence"),
    "too many topics": (file(topics=[{"title": {"fi": "x"}, "colour": "sun"}] * 21), "topics"),
    "no such colour": (file(topics=[{"title": {"fi": "x"}, "colour": "red"}]), "topics[0].colour"),
    "too many questions": (file(form=[{"title": {"fi": "x"}, "kind": "short"}] * 21), "form"),
    "no such question": (file(form=[{"title": {"fi": "x"}, "kind": "script"}]), "form[0].kind"),
    "a choice of one": (file(form=[{"title": {"fi": "x"}, "kind": "choice", "options": [{"fi": "y"}]}]), "form[0].options"),
    "too many posts": (file(*[post()] * (POSTS_AT_MOST + 1)), "posts"),
    "a post without text": (file(post(texts={})), "posts[0].texts"),
    "a text without title": (file(post(texts={"fi": {"title": " \u200b"}})), "posts[0].texts.fi.title"),
    "a long text": (file(post(texts={"fi": {"title": "x", "answers": {"1": f"<p>{LONG}</p>"}}})), "posts[0].texts.fi.answers"),
    "no such choice": (file(post(texts={"fi": {"title": "x", "answers": {"2": 3}}})), "posts[0].texts.fi.answers.2"),
    "a link that is none": (file(post(texts={"fi": {"title": "x", "answers": {"3": "javascript:alert(1)"}}})), "posts[0].texts.fi.answers.3"),
    "no such topic": (file(post(topics=[2])), "posts[0].topics[0]"),
    "a topic where there is none": (file(post(topics=[1]), topics=[]), "posts[0].topics"),
    "removed, with text": (file(post(removed=True)), "posts[0].texts"),
    "a wrong day": (file(post(published="yesterday")), "posts[0].published"),
    "a comment without text": (file(post(comments=[{"number": 1}])), "posts[0].comments[0].text"),
    "a removed comment with text": (file(post(comments=[{"number": 1, "text": "x", "removed": True}])), "posts[0].comments[0].text"),
    "a long comment": (file(post(comments=[{"number": 1, "text": "x" * 2001}])), "posts[0].comments[0].text"),
    "an answer to nothing": (file(post(comments=[{"number": 1, "text": "x", "answers": 2}])), "posts[0].comments[0].answers"),
    "an answer to an answer": (file(post(comments=[{"number": 1, "text": "x"}, {"number": 2, "text": "y", "answers": 1}, {"number": 3, "text": "z", "answers": 2}])), "posts[0].comments[2].answers"),
    "no such mark": (file(post(comments=[{"number": 1, "text": "x", "mark": "best"}])), "posts[0].comments[0].mark"),
    "comments that are none": (file(post(comments={})), "posts[0].comments"),
    "numbers for words": (file(post(texts={"fi": {"title": 7}})), "posts[0].texts.fi.title"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_taken_is_refused_with_its_place_and_nothing_changes(app, wall, marja, name):
    data, words = BAD[name]
    before = counted(app)
    for to in ("walls", "wall-templates"):
        seen = send(marja, wall, data, to=to)
        assert seen.status == 422 and words in seen.text, seen.text
    assert counted(app) == before


@pytest.mark.parametrize("to", ["walls", "wall-templates"])
def test_only_facilitators_bring_walls_in(wall, aino, enter, to):
    assert send(aino, wall, file(), to=to).status == 403 and send(enter(EEVA), wall, file(), to=to).status == 404


# --- templates of one's own ---

def template_of(visitor, wall) -> str:
    seen = visitor.open(f"{wall.home}/wall-templates")
    return re.findall(r"/wall-templates/\d+", seen.html)[0]


def test_a_wall_that_worked_is_kept_as_a_template_and_begun_from(wall, aino, marja):
    wall.post(aino)
    assert marja.post(f"{wall.path}/settings", **{"title-fi": "Hyvät", "licence": "by", "takes_steps": "yes"}).status == 303
    assert marja.post(f"{wall.path}/template", **{"title-fi": "Oma pohja"}).status == 303
    offered = marja.open(f"{wall.home}/activities")
    [start] = [field.get("value") for field in offered.all("input") if (field.get("value") or "").startswith("wall:own-")]
    assert "Oma pohja" in offered.text
    made = marja.post(f"{wall.home}/activities", start=start)
    path = re.search(r"/walls/\d+", made.headers["Location"])[0]
    seen = marja.open(path)
    assert "Oma pohja" in seen.text and "CC BY 4.0" in seen.text and "Kirjaamiskahvit" not in seen.text
    assert marja.open(f"{path}/settings").text.count("Taking part") == marja.open(f"{wall.path}/settings").text.count("Taking part") > 0


def test_a_template_leaves_as_a_file_and_comes_back(wall, marja):
    marja.post(f"{wall.path}/template", **{"title-fi": "Oma pohja"})
    left = marja.open(f"{template_of(marja, wall)}/template.json").data
    assert "posts" not in json.loads(left)
    assert send(marja, wall, left, to="wall-templates").status == 303
    assert marja.open(f"{wall.home}/wall-templates").text.count("Oma pohja") > 2


def test_a_wall_with_posts_taken_as_a_template_leaves_them(app, wall, marja):
    before = counted(app)
    assert send(marja, wall, file(post()), to="wall-templates").status == 303
    assert counted(app) == before and "Tiedostosta" in marja.open(f"{wall.home}/wall-templates").text


def test_a_template_is_renamed_deleted_and_restored(wall, marja):
    marja.post(f"{wall.path}/template", **{"title-fi": "Oma pohja"})
    template = template_of(marja, wall)
    marja.post(template, **{"title-fi": "Parempi nimi"})
    assert "Parempi nimi" in marja.open(f"{wall.home}/wall-templates").text
    marja.post(f"{template}/deletion")
    assert "Parempi nimi" not in marja.open(f"{wall.home}/activities").text
    marja.post(f"{template}/restoration")
    assert "Parempi nimi" in marja.open(f"{wall.home}/activities").text


def test_a_course_keeps_so_many_templates_and_no_more(app, wall, marja):
    from lti_tool.db import Wording, now
    from lti_tool.walls import WallTemplate
    with writing(app):
        course = db.session.get(Wall, wall.id).course_id
        db.session.add_all([WallTemplate(course_id=course, title=Wording({"fi": "x"}), purpose=Wording(), made_at=now(),
                                         contents={"format": "peer-wall", "version": 1}) for _n in range(TEMPLATES_AT_MOST)])
    seen = marja.post(f"{wall.path}/template", **{"title-fi": "Oma pohja"})
    assert seen.status == 409 and "too many templates" in seen.text


def test_templates_are_for_facilitators_of_their_course(wall, marja, aino, enter):
    marja.post(f"{wall.path}/template", **{"title-fi": "Oma pohja"})
    template = template_of(marja, wall)
    assert aino.open(f"{wall.home}/wall-templates").status == 403 and aino.open(f"{template}/template.json").status in (403, 404)
    assert enter(EEVA).open(template).status == 404 and enter(ORJAN).open(template).status in (200, 403, 404)
