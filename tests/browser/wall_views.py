"""Views of walls: one with posts of every state in two languages, one with nothing on it, one that is closed for writing; a question that is talked about, and what was moderated."""
from datetime import timedelta

from lti_tool.activities.activity import CLOSED, OPEN
from lti_tool.db import Wording, now
from lti_tool.grades import Score
from lti_tool.grades.grading import Grading
from lti_tool.live import Viewpoint
from lti_tool.moderation.answer import add_answer
from lti_tool.moderation.log import HIDDEN, STOPPED, record
from lti_tool.moderation.report import report
from lti_tool.moderation.stop import stop_author_of
from lti_tool.walls import PostText, SavedPost
from lti_tool.walls.adoption import take_step
from lti_tool.walls.comment import add_comment
from lti_tool.walls.marking import OFFICIAL, set_mark
from lti_tool.walls.mention import remember_mentions
from lti_tool.walls.post import WAITING, Post, begin_post
from lti_tool.walls.post_text import text_in
from lti_tool.walls.starting import make

HOW = "<p>Luemme yhdessä yhden keksityn kirjauksen.</p><ul><li><p>Ensin jokainen yksin</p></li><li><p>Sitten yhdessä</p></li></ul>"


def set_up_walls(session, course, members) -> dict:
    aino, orjan, marja = (members[number].person_id for number in ("6", "7", "3"))
    wall = make(course, Wording({"fi": "Käytäntöjä", "sv": "Praxis"}), "practices")
    wall.state = OPEN
    questions = [str(field.id) for field in wall.fields]
    answers = {questions[0]: "<p>Kirjaamisesta puhuttiin vain ongelmissa.</p>", questions[1]: "Tiimeille", questions[2]: HOW, questions[5]: "https://example.fi/opas"}
    posts = [publish(wall, author, title, answers, place) for place, (author, title) in enumerate(
        ((aino, "Kirjaamiskahvit: puoli tuntia, yksi esimerkki"), (orjan, "Dokumentationspar"), (marja, "Asiakas lukee kirjauksen ruudulta"), (aino, "Pikaopas sijaisille")))]
    swedish = text_in(posts[0], "sv")
    swedish.save("Dokumentationskaffe", {questions[2]: "<p>Vi läser tillsammans.</p>"}, wall.fields, 1, aino)
    text_in(posts[0], "fi").keep_draft("Kirjaamiskahvit uusiksi", answers)
    for post, person, step in ((0, aino, "works"), (0, orjan, "try"), (1, marja, "need"), (2, aino, "tried")):
        take_step(posts[post], step, person)
    posts[2].pinned = True
    posts[1].state = "archived"
    posts[3].delete(aino)
    waiting = publish(wall, orjan, "Väntar på en facilitator", answers, 0)
    waiting.state = WAITING
    for text, author, to in (("Meillä samoin", orjan, None), ("Mukava kuulla!", aino, "first")):
        first = add_comment(posts[0], text, "fi", author, first if to else None)
    add_comment(posts[0], "Tästä ei pitänyt puhua", "fi", orjan).hide()
    session.add(SavedPost(person_id=aino, post_id=posts[0].id, at=now()))
    draft = begin_post(wall, aino)
    text_in(draft, "fi").keep_draft("Kesken", {questions[0]: "<p>Tämä on kesken</p>"})
    wall.fields[4].delete()
    wall.themes[4].delete()
    session.add(Grading(activity_id=wall.id, is_on=True, asked=["note", "own_tick"], every=True))
    for person, how in ((aino, {"state": "sent", "sent_at": now()}), (orjan, {"state": "waiting", "problem": "PlatformDoesNotAnswer"}), (marja, {"state": "refused", "problem": "PersonIsNotGraded"})):
        session.add(Score(activity_id=wall.id, person_id=person, given=1, maximum=1, waiting_since=now(), **how))
    empty, closed = make(course, Wording({"fi": "Tyhjä seinä"})), make(course, Wording({"fi": "Suljettu seinä"}), "questions")
    empty.state, closed.state = OPEN, CLOSED
    session.flush()
    return {**talked_about(course, aino, orjan, marja), **moderated(wall, members, answers, aino, orjan, marja), "wall": wall.id, "empty_wall": empty.id, "closed_wall": closed.id, "post": posts[0].id, "waiting_post": waiting.id, "draft_post": draft.id, "deleted_post": posts[3].id, "theme": wall.themes[0].id}


def talked_about(course, aino, orjan, marja) -> dict:
    """A question of Aino's, with an official answer."""
    wall = make(course, Wording({"fi": "Kysymyksiä"}), "questions")
    wall.state = OPEN
    asked = publish(wall, aino, "Mistä aika kirjaamiskummille?", {str(wall.fields[0].id): "<p>Kysyn kaikilta.</p>"}, 0)
    called = add_comment(asked, "@Örjan Strandvik, miten teillä?", "fi", aino)
    remember_mentions(called, aino)
    add_comment(asked, "Vi har två timmar i veckan.", "sv", orjan, called)
    set_mark(add_comment(asked, "Ohjeen luku 3 kertoo tästä.", "fi", marja), OFFICIAL, marja)
    return {"asked_post": asked.id, "question_wall": wall.id}


def moderated(wall, members, answers, aino, orjan, marja) -> dict:
    """A post of Aino's that is hidden and that she has answered for; one of Örjan's that is reported; somebody who does not write for now."""
    hidden, reported = publish(wall, aino, "Piilotettu käytäntö", answers, 0), publish(wall, orjan, "Ilmoitettu käytäntö", answers, 1)
    entry = record(hidden, HIDDEN, marja, reason="client_data", words="Ota nimi pois, niin näytän tämän taas.", was=hidden.hide())
    add_answer(entry, hidden, "Otin sen pois.")
    report(reported, "other", "Tässä on ehkä asiakkaan nimi.", Viewpoint("participant", "fi", aino))
    somebody = next(member.person_id for member in members.values() if member.course_id == wall.course_id and member.role == "participant" and member.person_id not in (aino, orjan))
    stopped = publish(wall, somebody, "Kirjoittaja pitää taukoa", answers, 0)
    stop = stop_author_of(stopped, wall.course_id, (now() + timedelta(days=7)).date(), "Jutellaan ensin.")
    record(stopped, STOPPED, marja, stop_id=stop.id)
    return {"hidden_post": hidden.id}


def publish(wall, author, title, answers, place) -> Post:
    post = begin_post(wall, author)
    text: PostText = text_in(post, "fi")
    text.save(title, answers, wall.fields, 0, author)
    post.put_under(wall.themes[place:place + 2])
    post.publish(Viewpoint("participant", "fi", author))
    return post


def answering(screen, _numbers):
    screen.locator(".comment a[data-dialog].writes").first.click()
    screen.dialog.wait_for()


WALL_VIEWS = [  # name, who, path
    ("wall", "aino", "/walls/{wall}"),
    ("participation, for a facilitator", "marja", "/activities/{wall}/grades"),
    ("participation, before it is chosen", "marja", "/activities/{empty_wall}/grades"),
    ("one's own participation", "aino", "/activities/{wall}/participation"),
    ("one's own participation where none is marked", "aino", "/activities/{empty_wall}/participation"),
    ("wall for a facilitator", "marja", "/walls/{wall}"),
    ("wall by topic", "aino", "/walls/{wall}?as=columns"),
    ("wall with one topic", "aino", "/walls/{wall}?theme={theme}"),
    ("wall where nothing is found", "aino", "/walls/{wall}?step=need&language=en"),
    ("empty wall", "aino", "/walls/{empty_wall}"),
    ("closed wall", "aino", "/walls/{closed_wall}"),
    ("where practices work", "aino", "/walls/{wall}/steps"),
    ("archived posts", "aino", "/walls/{wall}/archived"),
    ("deleted posts", "aino", "/walls/{wall}/deleted"),
    ("settings of a wall", "marja", "/walls/{wall}/settings"),
    ("post", "aino", "/posts/{post}"),
    ("post for a facilitator", "marja", "/posts/{post}"),
    ("post in two languages", "orjan", "/posts/{post}?language=sv&beside=fi"),
    ("wall as a list", "orjan", "/walls/{wall}?look=list"),
    ("wall of questions", "aino", "/walls/{question_wall}"),
    ("question with an official answer", "aino", "/posts/{asked_post}"),
    ("what a facilitator does with a comment", "marja", "/posts/{asked_post}", lambda screen, _numbers: screen.locator(".comment summary").first.click()),
    ("answering a comment", "orjan", "/posts/{asked_post}", answering),
    ("hidden post, for its author", "aino", "/posts/{hidden_post}"),
    ("hidden post, for a facilitator", "marja", "/moderated/post/{hidden_post}"),
    ("why my post is hidden", "aino", "/moderated/post/{hidden_post}"),
    ("search, narrowed down", "aino", "/courses/{course}/search?q=kirja&language=fi&in={wall}"),
    ("waiting post", "marja", "/posts/{waiting_post}"),
    ("deleted post", "aino", "/posts/{deleted_post}"),
    ("what is new", "aino", "/courses/{course}/new?earlier"),
    ("saved posts", "aino", "/courses/{course}/saved"),
    ("reporting a post", "orjan", "/moderated/post/{post}"),
    ("moderating a post", "marja", "/moderated/post/{post}"),
    ("what waits for facilitators", "marja", "/courses/{course}/moderation"),
    ("what was moderated", "marja", "/courses/{course}/moderation/log"),
    ("about what I wrote", "aino", "/courses/{course}/moderation/mine"),
    ("what leaves of a wall", "marja", "/walls/{wall}/export"),
    ("templates of walls", "marja", "/courses/{course}/wall-templates"),
    ("post to print", "aino", "/posts/{post}/page"),
    ("writing a post", "aino", "/posts/{draft_post}/edit"),
    ("changing a post", "aino", "/posts/{post}/edit?language=fi"),
]
