"""Every page, in every language: parses without an error, and has what assistive technology and our content security policy need."""
import io
from datetime import date, timedelta

import html5lib
import pytest

from lti_tool.boards import Board
from lti_tool.db import db
from tests.support.bulk import writing
from tests.support.cast import AINO, EEVA, MARJA, ORJAN
from tests.support.files import GOOD
from tests.support.modules import make_module
from tests.support.recall import make_recall
from tests.support.page import Seen, words_of
from tests.support.registering import LTI_PLATFORM, Admin, RegisteringPlatform, make_invitation
from tests.support.scene import FORM, address, routes
from tests.support.visitor import Visitor

FIELDS = ("input", "select", "textarea")
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list", "form")


def faults(seen: Seen, language: str) -> list[str]:
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree = parser.parse(seen.html)
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    parents = {child: parent for parent in elements for child in parent}
    ids = [element.get("id") for element in elements if element.get("id") is not None]
    found = [f"{code} at {place}" for place, code, _data in parser.errors]
    found += [f"the id {number!r} stands twice" for number in set(ids) if ids.count(number) > 1]
    if tree.get("lang") != language:
        found.append(f"the language is {tree.get('lang')}")
    if (headings := len(tree.findall(".//h1")) - len(tree.findall(".//*[@hidden]//h1"))) != 1:
        found.append(f"{headings} headings of the first level")
    if not (tree.findtext(".//title") or "").strip():
        found.append("there is no title")
    if len(tree.findall(".//main")) != 1:
        found.append("there is not one main part")
    labelled = {label.get("for") for label in tree.iter("label")}
    for element in elements:
        found += faults_of(element, ids, labelled, parents)
    return found


def faults_of(element, ids, labelled, parents):
    what = f"<{element.tag} {' '.join(f'{name}={value!r}' for name, value in element.items())}>"[:120]
    for name in element.keys():
        if name.startswith("on") or name == "style":
            yield f"{what} has {name}"
        if name in REFERENCES and element.tag != "dialog":  # that one is empty until it is opened
            yield from (f"{what}: there is no #{number}" for number in element.get(name).split() if number not in ids)
    if (element.get("href") or "").startswith("#") and element.tag == "a" and element.get("href")[1:] not in ids:
        yield f"{what} leads nowhere"
    if element.tag in FIELDS and element.get("type") not in ("hidden", "submit") and not is_labelled(element, labelled, parents):
        yield f"{what} has no label"
    if element.tag in ("button", "a", "summary", "h1", "h2", "h3", "legend", "label", "option", "th") and not (words_of(element) or element.get("aria-label")):
        if not any(image.get("alt") for image in element.iter("img")) and element.get("value") != "":
            yield f"{what} has no words"
    if element.tag == "img" and element.get("alt") is None:
        yield f"{what} has no alternative text"
    if element.tag == "style" or (element.tag == "script" and (not element.get("src") or (element.text or "").strip())):
        yield f"{what} is inline"
    if element.tag == "select" and len([option for option in element.iter("option") if option.get("selected") is not None]) > 1:
        yield f"{what} has several options chosen"
    if element.tag == "form" and element.get("method") == "post" and not element.get("action"):
        yield f"{what} does not say where it goes"
    for name in ("src", "href", "action"):
        if (element.get(name) or "").startswith(("http:", "https:", "//")) and element.tag not in ("a", "form"):
            yield f"{what} asks a third party"


def is_labelled(field, labelled, parents) -> bool:
    above = field
    while above is not None:
        if above.tag == "label":
            return True
        above = parents.get(above)
    return field.get("aria-label") or field.get("aria-labelledby") or field.get("id") in labelled


@pytest.fixture
def database_url(sqlite_url):
    """Pages are the same on both databases: one is enough."""
    return sqlite_url


@pytest.fixture(params=["fi", "sv", "en"])
def language(request):
    return request.param


@pytest.fixture
def people(app, enter, board, language):
    """Aino and Marja read in that language; a board with notes, a deleted one, a locked column, texts in two languages."""
    aino, marja = enter(AINO._replace(locale=language)), enter(MARJA._replace(locale=language))
    for visitor in (aino, marja):  # for pages that act for no session
        visitor.client.environ_base["HTTP_ACCEPT_LANGUAGE"] = language
    first, second = board.note(aino, "Kirjaan asiakkaan kanssa, ks. https://thl.fi"), board.note(aino, "På svenska", language="sv", column=1)
    aino.send(f"/notes/{second}/position", column=board.columns[0], after="")
    aino.send(f"/notes/{board.note(aino, 'Poistettu')}/deletion")
    marja.post(f"{board.path}/settings", **{"title-fi": "Vain suomeksi", "prompt-fi": "Mikä toimii?", "colour-sun-fi": "Huomio"})
    marja.post(f"/columns/{board.columns[1]}", **{"title-fi": "Takkuaa", "prompt-fi": "Mikä ei toimi?", "colour": "leaf"})
    marja.post(f"{board.path}/columns", **{"title-fi": "Poistuva", "colour": "sun"})
    marja.post(f"/columns/{marja.open(board.path).numbers('column')[2]}/deletion")
    for name in ("kuva.jpg", "ohje.pdf", "kaavio.png"):
        aino.send(f"/notes/{first}/attachments", file=(io.BytesIO(GOOD[name]), name), alternative="Kaavio")
    aino.send("/attachments/3/deletion")
    marja.post(f"/columns/{board.columns[1]}/lock", locked="yes")
    with writing(app):
        db.session.get(Board, board.id).made_as_workshop = True
    marja.post(f"{board.path}/summary")
    marja.post(f"{board.path}/summary/sv", text="Redan på svenska", publish="yes")
    marja.post(f"{board.path}/summary/fi/publication")
    comment, gone = (int(aino.send(f"/notes/{first}/comments", text=text, language="sv").headers["X-Comment"]) for text in ("Hos oss också", "Poistettu kommentti"))
    aino.send(f"/comments/{gone}/deletion")
    marja.send(f"/notes/{first}/reactions", on="idea")
    form = int(marja.post(f"{board.home}/feedback", **{"title-fi": "Ensimmäinen työpaja"}).leads_to.split("/")[2])
    marja.post(f"/feedback/{form}/questions", **{"title-fi": "Ensimmäinen työpaja", "lines": "1", "question-1-fi": "Miten ryhmätyö sujui?", "kind-1": "rating"})
    marja.post(f"/feedback/{form}/state", open="yes")
    marja.post(f"{board.activity}/grades", counts="yes", asked=["note", "own_tick"], every="no")
    added = marja.submit(f"{board.path}/phases", kind="voting", **{"title-fi": "Äänestys", "script-fi": "Laske ääneen."})
    phase = int(added.path.rpartition("/")[2])
    for path in (f"/phases/{phase}", "/phases/1"):
        marja.post(f"{path}/materials", url="https://example.fi", keeper="Tiimi", updated_on="2026-10-01", **{"called-fi": "Opas"})
    marja.post(f"{board.path}/columns", phase=str(phase), **{"title-fi": "Valitut"})
    marja.post("/phases/1", time="days", opens_on="2026-01-01", closes_on="2026-02-01")
    marja.post(f"/phases/{marja.submit(f'{board.path}/phases', kind='free').path.rpartition('/')[2]}/deletion")
    marja.post(f"{board.home}/series", **{"title-fi": "Työpajat", "theme-sv": "Tema", "goal-fi": "Yhteinen tapa."})
    marja.post("/series/1/workshops", board=str(board.id))
    marja.post(f"{board.path}/occasion", day="2099-11-26", starts="9:00", ends="11:30", meeting_link="https://meet.example", spoken=["fi", "sv"], **{"goal-sv": "Mål"})
    for text in ("Ennakkotehtävä on auki.", "Poistettu tiedote"):
        marja.post("/series/1/announcements", **{"announcement-fi": text})
    marja.post("/announcements/2/deletion")
    marja.post(f"/notes/{first}/action", who="Kuopion tiimi", due="2099-12-12")
    wall = make_wall(board, aino, marja) | make_module(board.home, marja, aino, "Havainto & <b>arvio</b>") | make_recall(board.home, marja, aino, first, "Havainto & <b>arvio</b>")
    for thing, act, form in ((first, "reports", {"reason": "other", "text": "Nimi <b>näkyy</b>"}), (second, "hiding", {"reason": "wrong", "text": "Vanha tieto"}),
                             (second, "stop", {"until": (date.today() + timedelta(days=2)).isoformat()})):
        marja.post(f"/moderated/note/{thing}/{act}", **form)
    aino.post(f"/moderated/note/{second}/answers", text="Kiitos & anteeksi")
    return aino, marja, {**wall, "form_id": form, "phase_id": phase, "material_id": 1, "key": "workshop-network_workshop", "course_id": board.course, "activity_id": board.id, "board_id": board.id, "column_id": board.columns[0], "note_id": first,
                         "comment_id": comment, "act_id": 1, "moderated_kind": "note", "moderated_id": second, "entry_id": 1, "stop_id": 1, "attachment_id": 1, "name": "kuva.jpg", "placement_id": 1, "request_id": 1, "membership_id": 1, "template_id": 1, "ending": "html", "way": "erase",
                         "platform_id": 1, "administrator_id": 1, "feedback_id": 1, "invitation_id": 1, "organisation_id": 1,  # as they are for Otto: tests/console
                         "series_id": 1, "announcement_id": 1, "group_id": 1, "filename": "dist/manifest.json", "language": "fi", "number": 1}


def make_wall(board, aino, marja) -> dict:
    """With a question of each kind, posts in two languages, a deleted topic, question and post, and steps."""
    wall = int(marja.post(f"{board.home}/activities", start="wall:practices", open="yes").leads_to.rpartition("/")[2])
    for kind in ("choice", "file"):
        marja.post(f"/walls/{wall}/fields", kind=kind, **{"title-fi": "Vaihe", "options-fi": "Kokeilu\nKäytössä"})
    for gone in ("themes/2", "fields/6"):
        marja.post(f"/{gone}/deletion")
    for number in (1, 2):
        aino.post(f"/walls/{wall}/posts")
        for language, title in (("fi", "Kirjaamiskahvit"), ("sv", "Dokumentationskaffe")):
            aino.post(f"/posts/{number}/texts/{language}", title=title, publish="yes", theme=["1", "3"], **{"answer-3": "- ensin\n- sitten", "answer-7": "1", "answer-2": "Tiimeille"})
    aino.post("/posts/2/deletion")
    aino.post("/posts/1/steps", on="works")
    marja.post("/posts/1/feature", featured="yes")
    for words in ({"text": "Ihan & <b>näin</b> @Marja"}, {"text": "Vastaus", "to": "1"}, {"text": "Poistuva"}):
        aino.post("/posts/1/comments", language="fi", **words)
    marja.post("/posts/1/comments", text="@Aino hei", language="sv")
    aino.post("/post-comments/3/deletion")
    aino.post("/posts/1/saved", on="yes")
    for name in ("kuva.jpg", "ohje.pdf"):
        aino.send("/posts/1/attachments", file=(io.BytesIO(GOOD[name]), name), alternative="Kaavio")
    marja.post(f"/walls/{wall}/template", **{"title-fi": "Oma pohja"})
    aino.post(f"/walls/{wall}/posts")
    aino.post("/posts/3/texts/fi", title="Kesken")
    return {"wall_template_id": 1, "wall_id": wall, "post_comment_id": 1, "post_id": 1, "theme_id": 1, "field_id": 1, "which": "themes", "thing_number": 1}


def check(pages: dict, language: str) -> None:
    wrong = [f"{name}: {fault}" for name, seen in pages.items() for fault in faults(seen, language)]
    assert not wrong, "\n".join(wrong)


def is_page(seen) -> bool:
    return seen.headers.get("Content-Type", "").startswith("text/html") and "Location" not in seen.headers and "Content-Disposition" not in seen.headers


def test_every_page_of_every_address_is_sound(people, app, language):
    aino, marja, things = people
    pages = {}
    for method, rule, endpoint in routes(app):
        if method == "GET" and endpoint not in ("boards.parts", "home.changes", "activities.changes", "home.stream", "activities.stream"):
            for who, visitor in (("Aino", aino), ("Marja", marja)):
                seen = visitor.open(address(rule, things))
                if is_page(seen):
                    pages[f"{rule} for {who}"] = seen
    assert len(pages) > 30
    check(pages, language)


def test_pages_with_nothing_on_them_are_sound(app, people, board, language):
    aino, marja, _things = people
    draft = marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Tyhjä"}).leads_to
    pages = {"a draft without columns": marja.open(draft), "nothing deleted from it": marja.open(f"{draft}/deleted")}
    with writing(app):
        db.session.get(Board, int(draft.rpartition("/")[2])).made_as_workshop = True
    pages["a summary that is not begun"] = marja.open(f"{draft}/summary")
    pages["a summary in the second language"] = marja.open(f"{board.path}/summary?language=sv")
    pages["a summary as others read it"] = marja.open(f"{board.path}/summary?read=yes&language=sv")
    pages["a conflict of summaries"] = marja.post(f"{board.path}/summary/sv", text="En annan", version="77")
    marja.post(draft.replace("boards", "activities") + "/state", state="open")
    pages["a summary that is not published"] = aino.open(f"{draft}/summary")
    pages["the empty board"] = aino.open(draft)
    marja.post(draft.replace("boards", "activities") + "/state", state="archived")
    pages["with an archive"] = aino.open(board.home)
    pages["put away"] = aino.submit(f"{board.home}/welcome")
    pages["just deleted"] = marja.submit(f"{board.activity}/deletion")
    pages["with deleted activities"] = marja.open(f"{board.home}/deleted")
    pages["the deleted board"] = marja.open(board.path)
    pages["no series"] = aino.open("/courses/1/series")
    pages["a series without workshops"] = marja.open(marja.post(f"{board.home}/series", **{"title-fi": "Tyhjä"}).leads_to)
    marja.post("/series/1/deletion")
    pages["a deleted series"], pages["all series"] = marja.open("/series/1"), marja.open(f"{board.home}/series?deleted=1")
    check(pages, language)


def test_every_refusal_is_a_sound_page(people, board, app, platform, language, clock):
    aino, marja, things = people
    note = f"/notes/{things['note_id']}"
    marja.send(note, text="Marjan", version="1", colour="sun", language="fi")
    pages = {
        "not found": aino.open("/nowhere"), "not allowed": aino.open(f"{board.home}/people"), "wrong method": aino.ask("DELETE", board.path),
        "from elsewhere": aino.ask("POST", board.composer(), {}), "too long": aino.post(board.composer(), text="x" * 1001),
        "too large": aino.post(board.composer(), text="x" * 3_000_000), "conflict": aino.post(note, text="Ainon", version="1", colour="sun", language="fi"),
        "locked": aino.post(board.composer(1), text="Lukittu", colour="sun", language="fi"), "spent ticket": aino.post("/window", ticket="x", address="/me"),
        "to a window": aino.submit("/tickets", address=board.path), "another's page": aino.post(board.composer(), text="x", person="y" * 20),
        "client data": aino.post(board.composer(), text='"131052-308T" & <b>040 123 4567</b>', colour="sun", language="fi"),
        "a title too long": marja.post(f"{board.path}/settings", **{"title-fi": "x" * 121, "title-sv": "ok", "prompt-fi": "ok"}),
    }
    assert {seen.status for seen in pages.values()} == {200, 403, 404, 405, 409, 413, 422}
    board.close()
    pages["closed"] = aino.post(board.composer(), text="Suljettu", colour="sun", language="fi")
    clock.forward(hours=13)
    platform.browser_language = language
    pages["signed out"] = aino.ask("POST", board.composer(), data=FORM)
    pages["launch refused"] = Seen(platform.launch(app.test_client(), AINO._replace(locale=language), header={"kid": "unknown"}))
    pages["erased"] = Seen(app.test_client().get("/me/erased", headers={"Accept-Language": language}))
    check(pages, language)


def test_the_page_of_signing_in_is_sound(platform, app, language):
    platform.browser_language = language
    check({"login": Seen(platform.ask(Visitor(app, platform, AINO).client, AINO))}, language)


def test_the_pages_of_connecting_a_platform_are_sound(app, language):
    moodle = RegisteringPlatform()
    moodle.reach(app)
    admin, code = Admin(app, moodle, language), make_invitation(app)
    pages = {"the question": admin.open(code), "without an invitation": admin.open(), "opened by hand": admin.open(code, openid_configuration=""),
             "refused": admin.open("unknown"), "connected": admin.connect(code)}
    moodle.confirmation["client_id"] = "another"
    moodle.configuration[LTI_PLATFORM]["product_family_code"] = "another"
    pages["waiting"] = admin.connect()
    moodle.configuration["issuer"] = "https://evil.test"
    pages["another issuer"] = admin.connect()
    assert [page.status for page in pages.values()] == [200, 200, 400, 403, 200, 200, 403]
    check(pages, language)


def test_the_people_of_a_course_are_sound_whatever_the_platform_says(board, enter, platform, clock, language):
    path, marja = f"{board.home}/people", enter(MARJA._replace(locale=language))
    platform.services.offer(AINO, ORJAN, MARJA)
    marja.launch(custom={"groups": "17,18"})
    pages = {"not read yet": marja.open(path), "no groups": enter(EEVA._replace(locale=language), role="facilitator").open("/courses/2/groups")}
    for state in ("read", "somebody has left", "not allowed"):
        clock.forward(hours=2)
        pages[state] = marja.submit(f"{board.home}/roster")
        platform.services.expel(ORJAN)
        platform.services.allowed = state != "somebody has left"
    pages |= {"nobody found": marja.open(f"{path}?q=zzz&show=left"), "a group": marja.open(f"{path}?group=1"), "groups": marja.open(f"{board.home}/groups"),
              "a name too long": marja.post(f"{board.home}/groups", **{"name-1-fi": "x" * 81}), "too soon": marja.post(f"{board.home}/roster")}
    assert [seen.status for seen in pages.values()].count(200) == len(pages) - 2
    check(pages, language)
