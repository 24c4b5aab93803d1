"""Every view of the tool, how it is reached, and who looks at it: for tests that look at all of them."""
import json
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import sqlalchemy as sa
from demo.platform.service_addresses import roster_address
from playwright.sync_api import expect

from lti_tool.activities import placement_of
from lti_tool.boards.board import Board, lay_out, make_board
from lti_tool.boards.column import Column
from lti_tool.boards.comment import add_comment
from lti_tool.boards.layout import layout_of
from lti_tool.boards.material import add_material
from lti_tool.boards.note import Note, add_note
from lti_tool.boards.phase_order import delete_phase
from lti_tool.boards.reaction import react
from lti_tool.boards.ready_designs import ready_designs
from lti_tool.boards.template import keep_template
from lti_tool.boards.vote import Vote, voter_in
from lti_tool.db import Wording, now
from lti_tool.feedback import make_form
from lti_tool.feedback.answer import give
from lti_tool.files import attach, make_upload
from lti_tool.people import Course, CourseContext, Membership, Person, PlatformGroup, RosterMember, take_groups, take_roster
from lti_tool.web.rich_text import read_html
from lti_tool.workshops.summary import begin_summary
from tests.support.files import GOOD, picture

from .console_views import CONSOLE_VIEWS, set_up_console
from .copied import chosen, nothing_chosen, set_up_choosing
from .fewer_notes import thin_out
from .module_views import MODULE_VIEWS, set_up_modules
from .series_views import SERIES_VIEWS, set_up_series
from .wall_views import WALL_VIEWS, set_up_walls

COURSE, EMPTY_COURSE, CLOSED, OPEN, DRAFT, ASK = 1, 2, 4, 5, 6, 7  # numbers in the filled demo
AINO, ORJAN, MARJA = "6", "7", "3"  # as the demo platform numbers them


class View(NamedTuple):
    name: str
    who: str | None  # None: somebody who is not signed in
    path: str
    then: object = None  # then(screen, numbers) after the page is there


def set_up(tool) -> dict:
    """What the demo course lacks: a bare board, deleted things, an unplaced link. Gives the numbers that addresses name."""
    nameless = tool.make_board(notes=("Vain pyytämällä",), anonymity="peers")
    board, bare = tool.make_board(notes=("Muistiinpano", "Poistettu")), tool.make_board(notes=(), columns=())
    with tool.writing() as session:
        members = {member.person.subject: member for member in session.scalars(sa.select(Membership))}
        course, nowhere = session.get(Course, COURSE), session.get(Course, EMPTY_COURSE)
        note = session.get(Note, board.notes[0])
        shown = attach(note, make_upload("kaavio.jpg", picture(size=(1200, 700)), lambda: ("Kaavio: kirjaus kulkee käynniltä tiimille", False)))
        attach(note, make_upload("Kirjaamisen ohje.pdf", GOOD["ohje.pdf"], None))
        attach(note, make_upload("poistettu.pdf", GOOD["ohje.pdf"], None)).delete()
        session.get(Note, board.notes[1]).delete(members[AINO].person_id)
        talked_about, aino, orjan = session.get(Note, board.notes[0]), members[AINO].person_id, members[ORJAN].person_id
        comment = add_comment(talked_about, "Meillä samoin, mutta vasta kerran kuussa.", "fi", by=aino)
        add_comment(talked_about, "Hur många brukar komma?", "sv", by=orjan)
        add_comment(talked_about, "Poistettu kommentti", "fi", by=aino).delete(aino)
        react(talked_about, "same", aino)
        react(talked_about, "thanks", orjan)
        session.get(Column, board.columns[2]).delete(members[MARJA].person_id)
        make_board(course, Wording({"fi": "Poistettu taulu"})).delete()
        placement = placement_of(course, "9", "Uusi linkki")
        session.add(Membership(course_id=nowhere.id, person=members[AINO].person, number=nowhere.next_number(), launched_as="participant",
                               arrived_at=members[AINO].arrived_at, seen_at=members[AINO].arrived_at))
        template = keep_template(course, Wording({"fi": "Oma pohja", "sv": "Egen mall"}), Wording({"fi": "Kun halutaan kokeilla."}), layout_of(session.get(Board, board.id)))
        keep_template(course, Wording({"fi": "Poistettu pohja"}), Wording(), template.layout).delete()
        members[ORJAN].asked_at = None
        members[ORJAN].welcomed_at = None  # still has the first words to read
        end = members[AINO].arrived_at + timedelta(days=3000)  # facilitators of the empty course are warned
        nowhere.keep_until = nowhere.warned_until = end.date()
        nowhere.warned_way, nowhere.warned_at = "anonymise", end
        list_people(session, members)
        thin_out(session, OPEN, members[AINO].person_id)
        session.flush()
        return {**prepared_workshop(session), **feedback_forms(session, course, members), **led_boards(session), **summed_up(session, course, members[MARJA].person_id), **set_up_series(session, course, members[MARJA].person_id), **set_up_walls(session, course, members), **set_up_modules(session, course, members), **set_up_console(session), **set_up_choosing(session, course, members[MARJA]), "board": board.id, "bare": bare.id, "note": board.notes[0], "picture": shown.id, "comment": comment.id, "nameless": nameless.notes[0], "column": board.columns[0], "placement": placement.id,
                "course": COURSE, "nowhere": EMPTY_COURSE, "full": OPEN, "closed": CLOSED, "draft": DRAFT, "ask": ASK, "template": template.id}


def feedback_forms(session, course, members) -> dict:
    """One that waits for answers, one that was answered and is shared, one with too few answers, and one that was deleted."""
    with_own = [("rating", Wording({"fi": "Miten ryhmäkeskustelu auttoi sinua?"})), ("open", Wording({"fi": "Mitä viet omaan työhösi?", "sv": "Vad tar du med dig?"}))]
    answering, answered, few, deleted = (make_form(course, Wording({"fi": title}), with_own if title == "Kirjaamisen arki" else ())
                                         for title in ("Kirjaamisen arki", "Yhteinen kieli", "Alku", "Poistettu"))
    others = [member.person_id for subject, member in members.items() if member.course_id == COURSE and subject not in (AINO, MARJA)]
    for place, person in enumerate(others[:7]):
        give(answered.id, person, [{"question": "useful", "value": 5 - place % 3}, {"question": "change", "text": "Mer tid för diskussion.", "language": "sv"}])
        if place < 2:
            give(few.id, person, [{"question": "useful", "value": 3}])
    for form in (answering, answered, few):
        form.open()
    for form in (answered, few):
        form.close()
    answered.shared, answered.reply = True, Wording({"fi": "Ryhmille on jatkossa enemmän aikaa."})
    deleted.delete()
    return {"answering": answering.id, "answered": answered.id, "few": few.id}


def list_people(session, members) -> None:
    """One of the course has not come yet, one has left; some are in groups. The list of the empty course could not be read."""
    full, empty = (session.scalar(sa.select(CourseContext).filter_by(course_id=course)) for course in (COURSE, EMPTY_COURSE))
    for context in (full, empty):  # as launches will say it, and tried a moment ago: nothing is read meanwhile
        context.roster_url, context.roster_tried_at = roster_address(context.issuer, context.context_id, 1), now()
    listed = [RosterMember(subject, member.person.platform_name, member.launched_as) for subject, member in members.items() if member.course_id == COURSE]
    take_roster(full, [*listed, RosterMember("1001", "Bertta Haaviharju", "participant"), RosterMember("1002", None, "participant")], now())
    take_roster(full, [*listed[:-1], RosterMember("1001", "Bertta Haaviharju", "participant"), RosterMember("1002", None, "participant")], now())
    full.roster_at, empty.roster_problem = now(), "ServiceIsNotAllowed"
    take_groups(members[AINO], ("17", "23"))
    take_groups(members[ORJAN], ("17",))
    session.scalar(sa.select(PlatformGroup).filter_by(number="17")).rename(Wording({"fi": "Itä"}))


def led_boards(session) -> dict:
    """One board for each way in which a facilitator leads: its voting is open, its votes are shown, its notes hidden, its writing paused."""
    numbers = {}
    for name in ("voting", "voted", "hidden", "frozen"):
        notes = ("Kirjaamisvastaava joka tiimissä", "Vastaavalla on kaksi tuntia viikossa", "Yksi valmis kirjaus esimerkiksi")
        board, phase, made = make_led_board(session, notes)
        phase.votes_each, phase.voting_open, phase.votes_shown = 5, name == "voting", name == "voted"
        phase.hides_notes, board.frozen = name == "hidden", name == "frozen"
        if name in ("voting", "voted"):
            made[1].lay_on(made[0], made[0].author_id)
            session.add(Vote(note_id=made[0].id, phase_id=phase.id, voter=voter_in(phase.id, made[0].author_id)))
        numbers[name] = board.id
    return numbers


def prepared_workshop(session) -> dict:
    """With materials, days and a deleted phase."""
    board = lay_out(session.get(Course, COURSE), Wording({"fi": "Valmisteltu työpaja"}), ready_designs()["workshop-network_workshop"].layout)
    board.state = "open"
    first, *_rest, last = board.phases
    first.closes_on = now().date()
    link = add_material(first, board.id, Wording({"fi": "Kirjaamisen opas"}), "https://example.fi/opas", "Kirjaamisen tiimi", now().date())
    attach(add_material(first, board.id, Wording({"fi": "Ohje", "sv": "Anvisning"})), make_upload("ohje.pdf", GOOD["ohje.pdf"], None))
    add_material(first, board.id, Wording({"fi": "Vanha opas"}), "https://example.fi/vanha").delete()
    delete_phase(board, last)
    return {"prepared": board.id, "phase": first.id, "material": link.id}


def summed_up(session, course, marja) -> dict:
    """A workshop without a summary, and one whose summary is published in Finnish, written on since, and begun in Swedish."""
    bare, board = (make_led_board(session, ("Kahvit joka perjantai", "Malli kirjaukselle"))[0] for _board in range(2))
    for workshop in (bare, board):
        workshop.made_as_workshop, workshop.phase.kind = True, "summary"
    finnish, swedish = (begin_summary(board).text_in(language) for language in ("fi", "sv"))
    finnish.left_out = {"unvoted": 12, "deleted": 1}
    for text in ("Mitä opimme", "Mitä opimme yhdessä"):
        version = finnish.save(read_html(f"<h2>{text}</h2><p>Kirjaaminen on <strong>yhteistyötä</strong>.</p><ul><li>Kahvit</li><li>Malli</li></ul><blockquote><p>Pitäisi kokeilla.</p></blockquote>"), marja, None)
        if finnish.published_at is None:
            finnish.publish()
    swedish.save(read_html("<h2>Vad vi lärde oss</h2><ol><li>Kaffe</li></ol>"), marja, None)
    return {"unsummed": bare.id, "summed": board.id, "version": version.number}


def conflicting(screen, numbers):
    """Somebody else saves while the text is written on."""
    screen.evaluate("""async () => { const form = document.querySelector("[data-rich-form]"), body = new URLSearchParams(new FormData(form));
        body.set("text", `<p>Toisen teksti ${Date.now()}</p>`); body.set("text-format", "html");
        await fetch(form.action, { method: "POST", body }); }""")
    screen.locator(".ProseMirror").click()
    screen.type("Omani ")
    screen.locator("[data-rich-form] > .row .button:not(.primary)").click()
    screen.dialog.wait_for()


def linking(screen, _numbers):
    screen.locator(".ProseMirror").click()
    screen.press("Control+k")
    screen.locator(".rich-link").wait_for()


def make_led_board(session, texts):
    board = make_board(session.get(Course, COURSE), Wording({"fi": "Mitä valitsemme?"}), [(Wording({"fi": "Ideat"}), Wording(), "sun")])
    board.state = "open"
    aino = session.scalar(sa.select(Person.id).where(Person.subject == AINO))
    return board, board.phase, [add_note(board.columns()[0], text, "leaf", "fi", by=aino) for text in texts]


def opened(selector):
    def then(screen, _numbers):
        screen.locator(selector).first.click()
    return then


def dialog(path, menu):
    def then(screen, numbers):
        screen.locator(menu).first.click()
        screen.locator(f"a[data-dialog][href$='{path.format(**numbers)}']").first.click()
        screen.dialog.wait_for()
    return then


def enlarged(screen, _numbers):
    screen.locator(".files a:has(img)").first.click()
    screen.dialog.locator(".large img").wait_for()


def from_strip(path):
    def then(screen, _numbers):
        screen.lead(f"a[href$='{path}']").click()
        screen.dialog.wait_for()
    return then


def writing(screen, _numbers):
    field = screen.field(int(screen.locator(".column").first.get_attribute("id").removeprefix("column-")))
    field.fill("Yksi ajatus, jota vielä mietin")


def lifted(screen, _numbers):
    screen.locator(".note summary").first.click()
    screen.locator(".note [data-pick-up]").first.click()


def toast_offered(screen, _numbers):
    # The last column: others write in the first.
    screen.locator(".column header summary").last.click()
    screen.locator("form[action$='/lock'] button").last.click()
    expect(screen.toast).to_be_visible()
    screen.toast.locator("[data-pause]").click()


def asked(screen, numbers):
    screen.field(int(screen.locator(".column").first.get_attribute("id").removeprefix("column-"))).fill("Ensimmäinen ajatukseni")
    screen.press("Enter")
    screen.locator(".asking").wait_for()


def hotkeys(screen, _numbers):
    screen.press("?")
    screen.dialog.wait_for()


def something_held(screen, _numbers):
    screen.locator("[data-hold]").click()
    screen.locator("[data-show-held]").evaluate("button => { button.hidden = false; }")


def conflict(screen, _numbers):
    note = screen.locator(".note[data-mine], .note[data-note]").first
    note.locator("summary").click()
    note.locator("a.own-act[data-dialog]").first.click()
    screen.locator("#edit-text").fill("Minun sanani")
    screen.locator("#dialog input[name=version]").evaluate("field => { field.value = '99'; }")
    screen.dialog.locator(".primary").click()
    screen.locator(".versions").wait_for()


def bring_in(screen, data: dict):
    screen.locator("#file-board").set_input_files({"name": "taulu.json", "mimeType": "application/json", "buffer": json.dumps(data).encode()})
    screen.locator("form[enctype]:has(#file-board) button").click()
    screen.page.wait_for_load_state()


def brought_in(screen, _numbers):
    note = {"text": "Tuotu lappu", "language": "fi", "name": "Joku", "comments": [{}], "votes": 2, "mood": 1}
    bring_in(screen, {"format": "workshop-board", "version": 1, "title": {"fi": "Tuotu taulu"}, "phases": [{"columns": [{"title": {"fi": "Sarake"}, "notes": [note]}]}]})
    screen.locator("ul.doctor").wait_for()


def refused_file(screen, _numbers):
    bring_in(screen, {"format": "workshop-board", "version": 1, "title": {}, "phases": [{"columns": [{"title": {"fi": "x"}, "colour": "pink"}]}]})
    screen.locator(".door").wait_for()


def exported_page(screen, numbers):
    """The file itself, as somebody opens it."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "taulu.html"
        file.write_bytes(screen.page.request.get(screen.page.url + ".html").body())
        screen.page.goto(file.as_uri())


def exported_results(screen, numbers):
    with TemporaryDirectory() as folder:
        file = Path(folder) / "palaute.html"
        file.write_bytes(screen.page.request.get(screen.page.url + "/results.html").body())
        screen.page.goto(file.as_uri())


def talking(screen, _numbers):
    screen.locator(".note [data-act=comments]").first.click()
    screen.dialog.wait_for()


def editing_comment(screen, numbers):
    talking(screen, numbers)
    screen.locator(".comment[data-mine] .own-act a:not(.danger)").first.click()
    screen.locator("#edit-text").wait_for()


def somebody_writes(screen, _numbers):
    column = screen.locator(".column").first.get_attribute("id").removeprefix("column-")
    screen.evaluate("column => document.dispatchEvent(new CustomEvent('told-writing', { detail: `${column} 60` }))", column)
    screen.locator(".typing").wait_for()


def asked_about_client_data(screen, _numbers):
    field = screen.field(int(screen.locator(".column").first.get_attribute("id").removeprefix("column-")))
    field.fill("Kotikäynti sovittu, asiakas 131052-308T pyysi soittoa numeroon 040 123 4567.\n" * 6)
    field.press("Enter")
    screen.locator("#guard[open]").wait_for()


def asked_without_javascript(screen, _numbers):
    """The page of the question: what the browser would have asked itself is sent past our script."""
    form = screen.locator(".composer").first
    form.locator("textarea").evaluate("field => { field.value = 'Asiakas 131052-308T pyysi soittoa'; }")
    form.evaluate("form => form.submit()")
    screen.locator("#typed").wait_for()


def examined(screen, _numbers):
    """Once the script has heard from the stream, or given it up."""
    screen.locator("#check-live:not(.wait)").wait_for(state="attached")


def examined_whole(screen, numbers):
    examined(screen, numbers)
    screen.locator("#findings-summary button").click()
    screen.locator("#check-keys:not(.wait)").wait_for(state="attached")
    screen.evaluate("document.querySelectorAll('.finding').forEach((group) => { group.open = true; })")


PREPARE, COLUMN_MENU, NOTE_MENU = ".tools > details.menu > summary", ".column header summary", ".note summary"


def connected(screen, numbers):
    """By the demo platform, uninvited."""
    tool = screen.page.url.partition("/lti/")[0]
    screen.page.goto(f"{numbers['platform']}/as/otto/tools/registration/start?url={tool}/lti/register&tool=0")
    screen.locator("form[action='/lti/register'] .primary").click()
    screen.locator(".next-steps").wait_for()


REGISTER = "/lti/register?openid_configuration={platform}/.well-known/openid-configuration&registration_token=x"
VIEWS = [
    View("connecting a platform", None, REGISTER),
    View("connecting a platform, its link opened by hand", None, "/lti/register?invitation=x"),
    View("connecting a platform, refused", None, REGISTER + "&invitation=x"),
    View("a platform that waits for approval", None, REGISTER, connected),
    View("the platform's dialog", "marja", "/deep-links/{question}"),
    View("the platform's dialog, with choices", "marja", "/deep-links/{question}", chosen),
    View("the platform's dialog, nothing chosen", "marja", "/deep-links/{question}", nothing_chosen),
    View("a copied course: what comes along?", "marja", "/courses/{undecided}/origin"),
    View("a copied course: what came along", "marja", "/courses/{brought}/origin"),
    View("a copied course: nothing to bring over", "marja", "/courses/{course}/origin"),
    View("home of a copied course", "marja", "/courses/{undecided}"),
    View("settings of a copied course", "marja", "/courses/{brought}/settings"),
    View("home with earlier boards to be read", "marja", "/courses/{reading}"),
    View("an earlier board, only to be read", "marja", "/courses/{reading}/archive/{full}"),
    View("a link in a course that reads", "marja", "/placements/{duplicate}?choose=other"),
    View("a duplicated link", "marja", "/placements/{duplicate}/duplicate"),
    View("home of a participant", "aino", "/courses/{course}"),
    View("home of a facilitator", "marja", "/courses/{course}"),
    View("home, acts of an activity", "marja", "/courses/{course}", opened(".card:has(a[href*='/walls/']) summary")),  # its menu half hides no neighbour's button
    View("home, archived", "marja", "/courses/{course}", opened(".archived summary")),
    View("home after a deletion", "marja", "/courses/{course}?deleted=1"),
    View("empty home of a participant", "aino", "/courses/{nowhere}"),
    View("empty home of a facilitator", "eeva", "/courses/{nowhere}"),
    View("board of a participant", "aino", "/boards/{full}"),
    View("board, looked at as a participant", "marja", "/boards/{full}?as=participant"),
    View("view for a shared screen", "marja", "/boards/{full}/screen"),
    View("board of a participant in Swedish", "orjan", "/boards/{ask}"),
    View("board of a facilitator", "marja", "/boards/{full}"),
    View("board, writing", "aino", "/boards/{board}", writing),
    View("board, acts of a note", "aino", "/boards/{board}", opened(NOTE_MENU)),
    View("board, a lifted note", "aino", "/boards/{board}", lifted),
    View("board, acts of a column", "marja", "/boards/{board}", opened(COLUMN_MENU)),
    View("board, preparing", "marja", "/boards/{board}", opened(PREPARE)),
    View("board, view menu", "aino", "/boards/{board}", opened(PREPARE)),
    View("board, an offer to undo", "marja", "/boards/{board}", toast_offered),
    View("board, search and filter", "aino", "/boards/{full}", opened("#filter > summary")),
    View("board, filtered", "aino", "/boards/{full}?q=kirja&colour=leaf"),
    View("board, nothing found", "marja", "/boards/{full}?q=xyzzy&language=sv"),
    View("board, updates held", "orjan", "/boards/{board}", something_held),
    View("outline of a participant", "aino", "/boards/{full}?view=outline"),
    View("outline of a facilitator", "marja", "/boards/{full}?view=outline"),
    View("outline, writing", "orjan", "/boards/{board}?view=outline", writing),
    View("outline of a closed board", "aino", "/boards/{closed}?view=outline&q=a"),
    View("dialog: hotkeys", "aino", "/boards/{board}", hotkeys),
    View("page: hotkeys", "orjan", "/boards/{board}/keys"),
    View("board without columns, participant", "aino", "/boards/{bare}"),
    View("board without columns, facilitator", "marja", "/boards/{bare}"),
    View("closed board", "aino", "/boards/{closed}"),
    View("draft", "marja", "/boards/{draft}"),
    View("dialog: edit a note", "aino", "/boards/{board}", dialog("/notes/{note}", NOTE_MENU)),
    View("dialog: pictures and files", "aino", "/boards/{board}", dialog("/notes/{note}/attachments", NOTE_MENU)),
    View("dialog: a picture large", "aino", "/boards/{board}", enlarged),
    View("page: pictures and files", "aino", "/notes/{note}/attachments"),
    View("page: a picture large", "aino", "/attachments/{picture}"),
    View("dialog: move a note", "aino", "/boards/{board}", dialog("/position", NOTE_MENU)),
    View("dialog: conflict", "marja", "/boards/{board}", conflict),
    View("dialog: comments and reactions", "aino", "/boards/{board}", talking),
    View("dialog: edit a comment", "aino", "/boards/{board}", editing_comment),
    View("board, somebody is writing", "aino", "/boards/{board}", somebody_writes),
    View("page: comments and reactions", "marja", "/notes/{note}/comments"),
    View("page: remove a comment for good", "marja", "/comments/{comment}/removal"),
    View("page: edit a comment", "aino", "/comments/{comment}"),
    View("dialog: add a column", "marja", "/boards/{bare}", dialog("/columns", PREPARE)),
    View("dialog: describe a column", "marja", "/boards/{board}", dialog("/columns/{column}", COLUMN_MENU)),
    View("dialog: move a column", "marja", "/boards/{board}", dialog("/position", COLUMN_MENU)),
    View("dialog: title, prompt and colours", "marja", "/boards/{board}", dialog("/settings", PREPARE)),
    View("dialog: client data", "aino", "/boards/{board}", asked_about_client_data),
    View("page: client data", "aino", "/boards/{board}", asked_without_javascript),
    View("board, voting", "marja", "/boards/{voting}"),
    View("board, votes of a participant", "aino", "/boards/{voting}"),
    View("board, sorted by votes", "aino", "/boards/{voted}?sort=votes"),
    View("board, hidden notes", "aino", "/boards/{hidden}"),
    View("board, hidden notes for a facilitator", "marja", "/boards/{hidden}"),
    View("board, writing is paused", "aino", "/boards/{frozen}"),
    View("dialog: voting", "marja", "/boards/{board}", from_strip("/voting")),
    View("dialog: hide the notes", "marja", "/boards/{board}", from_strip("/hiding")),
    View("dialog: tools", "marja", "/boards/{board}", dialog("/tools", PREPARE)),
    View("dialog: put notes together", "aino", "/boards/{voted}", dialog("/stack", NOTE_MENU)),
    View("dialog: notes of a stack", "aino", "/boards/{voted}", dialog("/stack/notes", NOTE_MENU)),
    View("page: put notes together", "aino", "/notes/{note}/stack"),
    View("page: voting", "marja", "/boards/{board}/voting"),
    View("page: edit a note", "aino", "/notes/{note}"),
    View("page: move a note", "aino", "/notes/{note}/position"),
    View("page: describe a column", "marja", "/columns/{column}"),
    View("page: board settings", "marja", "/boards/{board}/settings"),
    View("dialog: remove for good", "marja", "/boards/{board}", dialog("/removal", NOTE_MENU)),
    View("page: who wrote this note", "marja", "/notes/{nameless}/look"),
    View("board on which only regions are shown", "aino", "/boards/{full}"),
    View("board, asked for region and role", "orjan", "/boards/{board}", asked),
    View("my region and role", "aino", "/courses/{course}/about-me"),
    View("regions and roles of the course", "marja", "/courses/{course}/lists"),
    View("history of the board", "aino", "/boards/{board}/history"),
    View("deleted notes and columns", "marja", "/boards/{board}/deleted"),
    View("no deleted notes", "orjan", "/boards/{board}/deleted"),
    View("deleted activities", "marja", "/courses/{course}/deleted"),
    View("new activity", "marja", "/courses/{course}/activities"),
    View("new activity, a template chosen", "marja", "/courses/{course}/activities?start=own-{template}"),
    View("a design with sample notes", "marja", "/courses/{course}/designs/workshop-network_workshop"),
    View("a design without notes", "marja", "/courses/{course}/designs/workshop-retrospective?notes=no"),
    View("phases of a workshop", "marja", "/boards/{prepared}/phases"),
    View("phases after a deletion", "marja", "/boards/{prepared}/phases?deleted={phase}"),
    View("a phase in its form", "marja", "/phases/{phase}"),
    View("a material", "marja", "/materials/{material}"),
    View("board with materials and days", "aino", "/boards/{prepared}"),
    View("board with materials for a facilitator", "marja", "/boards/{prepared}"),
    View("templates of the course", "marja", "/courses/{course}/templates"),
    View("templates, acts of one", "marja", "/courses/{course}/templates", opened(".card summary")),
    View("templates after a deletion", "marja", "/courses/{course}/templates?deleted={template}"),
    View("no templates yet", "eeva", "/courses/{nowhere}/templates"),
    View("words of a template", "marja", "/templates/{template}"),
    View("dialog: save as a template", "marja", "/boards/{board}", dialog("/template", PREPARE)),
    View("page: save as a template", "marja", "/boards/{board}/template"),
    View("export of a board", "marja", "/boards/{full}/export"),
    View("a board that came in", "marja", "/courses/{course}/activities", brought_in),
    View("a file that cannot be taken", "marja", "/courses/{course}/activities", refused_file),
    View("an exported page", "marja", "/boards/{full}/export", exported_page),
    View("summary: on the board", "marja", "/boards/{unsummed}"),
    View("summary: the link on the board", "aino", "/boards/{summed}"),
    View("summary: not begun", "marja", "/boards/{unsummed}/summary"),
    View("summary: the editor", "marja", "/boards/{summed}/summary?language=fi"),
    View("summary: the editor, asked for a link", "marja", "/boards/{summed}/summary?language=sv", linking),
    View("summary: a conflict", "marja", "/boards/{summed}/summary?language=sv", conflicting),
    View("summary: read", "aino", "/boards/{summed}/summary"),
    View("summary: read in another language", "orjan", "/boards/{summed}/summary"),
    View("summary: seen as others do", "marja", "/boards/{summed}/summary?read=yes"),
    View("summary: refusal, not published", "aino", "/boards/{unsummed}/summary"),
    View("summary: versions", "marja", "/boards/{summed}/summary/fi/versions"),
    View("summary: an earlier version", "marja", "/boards/{summed}/summary/fi/versions/1"),
    View("rename an activity", "marja", "/activities/{board}/title"),
    View("search", "aino", "/courses/{course}/search?q=kirja"),
    View("search, nothing found", "aino", "/courses/{course}/search?q=zzz&kind=note"),
    View("people", "marja", "/courses/{course}/people"),
    View("people, nobody found", "marja", "/courses/{course}/people?q=zzz&show=here"),
    View("people, the list could not be read", "eeva", "/courses/{nowhere}/people"),
    View("groups of the platform", "marja", "/courses/{course}/groups"),
    View("no groups of the platform", "eeva", "/courses/{nowhere}/groups"),
    View("languages and words of the course", "marja", "/courses/{course}/settings"),
    View("connection check", "marja", "/courses/{course}/connection", examined),
    View("connection check, everything open", "marja", "/courses/{course}/connection", examined_whole),
    View("connection check without a launch", "eeva", "/courses/{nowhere}/connection", examined),
    View("what a link opens", "marja", "/placements/{placement}"),
    View("a link that is not ready", "aino", "/placements/{placement}"),
    View("privacy notice of a course", "aino", "/courses/{course}/privacy"),
    View("privacy notice", None, "/privacy"),
    View("accessibility statement of a course", "marja", "/courses/{course}/accessibility"),
    View("accessibility statement", None, "/accessibility"),
    View("feedback about accessibility", "aino", "/courses/{course}/accessibility/feedback"),
    View("feedback that has arrived", None, "/accessibility/feedback?sent=yes"),
    View("feedback form to answer", "aino", "/feedback/{answering}"),
    View("feedback form to answer in Swedish", "orjan", "/feedback/{answering}"),
    View("feedback form, shared results", "aino", "/feedback/{answered}"),
    View("feedback form, results for a facilitator", "marja", "/feedback/{answered}", opened(".remove > summary")),
    View("feedback form, open, for a facilitator", "marja", "/feedback/{answering}"),
    View("feedback form, too few answers", "marja", "/feedback/{few}"),
    View("feedback form, its questions", "marja", "/feedback/{answering}/questions"),
    View("feedback form, an exported page", "marja", "/feedback/{answered}", exported_results),
    View("all feedback of a course", "marja", "/courses/{course}/feedback?deleted=1"),
    View("no feedback yet", "eeva", "/courses/{nowhere}/feedback"),
    View("how long a course is kept", "marja", "/courses/{course}/retention"),
    View("taking the names away", "marja", "/courses/{course}/retention/anonymisation"),
    View("erasing the course", "marja", "/courses/{course}/retention/erasure"),
    View("a course that was ended", None, "/retention/anonymise"),
    *(View(name, who, path) for name, who, path in SERIES_VIEWS),
    *(View(*view) for view in WALL_VIEWS),
    *(View(*view) for view in MODULE_VIEWS),
    View("board of the next workshop, what was agreed", "marja", "/boards/{next_workshop}", opened("#bar details.script summary")),
    View("dialog: time and meeting link", "marja", "/boards/{next_workshop}", dialog("/boards/{next_workshop}/occasion", PREPARE)),
    *(View(name, "otto", path, then) for name, path, then in CONSOLE_VIEWS),
    View("my data", "aino", "/me?from=/courses/{course}"),
    View("erase my data", "aino", "/me/erasure"),
    View("my data are erased", None, "/me/erased"),
    View("refusal 401", None, "/boards/{full}"),
    View("refusal 403", "aino", "/courses/{course}/people"),
    View("refusal 404", "aino", "/boards/987654"),
    View("refused login", None, "/lti/login?iss=https://unknown.example&login_hint=1"),
    View("login", None, "login"),
    View("login in a browser without cookies", None, "login without cookies"),
    View("launch without its cookie", None, "launch without cookies"),
]
