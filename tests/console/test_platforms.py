"""Where the console begins, how a platform is doing, and what can be changed about it by whom."""
import pytest
import sqlalchemy as sa

from lti_tool.lti import Platform
from tests.support.cast import AINO, MARJA
from tests.support.page import words_of
from tests.support.platform import MISSING, rsa_key
from tests.support.visitor import Visitor

from .conftest import OTTO_READS_ENGLISH, TAPIO

pytestmark = pytest.mark.usefixtures("in_english")


def set_platform(console, **values):
    with console.writing() as session:
        session.execute(sa.update(Platform).where(Platform.id == console.number).values(**values))


def test_an_administrator_of_one_platform_is_led_to_it(otto, console):
    assert otto.open("/console").leads_to == console.path()


def test_an_administrator_of_several_sees_those_and_no_others(otto, app, console, sibling, elsewhere):
    Visitor(app, sibling, OTTO_READS_ENGLISH).launch()
    seen = otto.open("/console")
    assert [link for link in seen.links if link.startswith("/console/platforms/")] == [console.path(), console.path(platform=sibling)]
    assert "Toinen alusta" not in seen.text and "Approve" not in seen.text and "Switch off" not in seen.text
    assert "client-1" in seen.text and "client-2" in seen.text  # or nobody could tell the two apart


def test_an_operator_sees_all_those_that_wait_first(kaisa, console, elsewhere, sibling):
    with console.writing() as session:
        session.execute(sa.update(Platform).where(Platform.client_id == sibling.client_id).values(is_pending=True))
    assert kaisa.open("/console").leads_to == "/console/platforms"
    seen = kaisa.open("/console/platforms")
    assert [link for link in seen.links if link.startswith("/console/platforms/")] == [console.path(platform=sibling), console.path(), console.path(platform=elsewhere)]


def test_an_operator_named_in_the_settings_is_one(app, enter, console):
    marja = enter(MARJA)
    assert marja.open("/console/platforms").status == 404
    app.config["OPERATORS"] = [f"https://moodle.example {MARJA.sub}"]
    assert marja.open("/console/platforms").status == 200 == marja.open(console.path()).status


def test_the_list_tells_courses_people_and_the_last_launch(kaisa, enter, console):
    enter(AINO)
    enter(AINO, course="toinen")  # one person in two courses
    cells = [" ".join("".join(cell.itertext()).split()) for cell in kaisa.open("/console/platforms").all("dd")]
    assert "3" in cells and "2" in cells  # courses: Aino's two and Kaisa's; people: Aino and Kaisa
    assert cells.index("3") < cells.index("2")


def test_a_pending_platform_lets_people_in_after_an_operator_has_approved_it(kaisa, console, platform, app):
    set_platform(console, is_pending=True)
    assert platform.ask(app.test_client(), AINO).status_code == 403
    assert "Waits for approval" in kaisa.open("/console/platforms").text
    assert kaisa.press(kaisa.open("/console/platforms"), console.path("approval")).path == "/console/platforms"
    assert platform.arrive(app.test_client(), AINO)
    assert "Waits for approval" not in kaisa.open("/console/platforms").text


def test_a_platform_that_is_switched_off_lets_nobody_in_until_it_is_on_again(kaisa, console, platform, app):
    seen = kaisa.open(console.path())
    assert kaisa.press(seen, console.path("enabling"), button=("enabled", "no")).path == console.path()
    assert platform.ask(app.test_client(), AINO).status_code == 403
    seen = kaisa.open(console.path())
    assert "nobody is let in from it" in seen.text
    kaisa.press(seen, console.path("enabling"), button=("enabled", "yes"))
    assert platform.arrive(app.test_client(), AINO)


def test_an_administrator_reads_how_the_platform_is_known_and_changes_its_name_only(otto, console, platform):
    seen = otto.open(console.path())
    for value in platform.registration.values():
        assert (value if isinstance(value, str) else value[0]) in seen.text
    assert [form.get("action") for form in seen.one("main").iter("form")] == [console.path()]
    renamed = otto.press(seen, console.path(), name="  Oppimisalusta <b>Savo</b> ")
    assert "Saved." in renamed.text and "Oppimisalusta <b>Savo</b>" in renamed.text
    assert otto.post(console.path(), name="").status == 422 == otto.post(console.path(), name="x" * 121).status
    assert console.ask(sa.select(Platform.name).where(Platform.id == console.number)) == "Oppimisalusta <b>Savo</b>"


def test_an_operator_changes_deployments_and_frame_origins(kaisa, console, platform, app):
    seen = kaisa.press(kaisa.open(console.path()), console.path("connection"), deployments="1\r\n 2 \n\n2", frame_origins="https://frames.example/")
    assert "Saved." in seen.text and "https://frames.example" in seen.text
    platform.deployment_id = "2"
    assert platform.arrive(app.test_client(), AINO)
    kaisa.post(console.path("connection"), deployments="1", frame_origins="")
    assert platform.launch(app.test_client(), AINO).status_code == 403


@pytest.mark.parametrize(("field", "text"), [
    ("deployments", ""), ("deployments", "x" * 256), ("deployments", "\n".join(map(str, range(51)))), ("frame_origins", "http://frames.example"),
    ("frame_origins", "https://frames.example/path"), ("frame_origins", "https://frames.example; script-src *"), ("frame_origins", "https://*"),
    ("frame_origins", "https://[broken"), ("frame_origins", "javascript:alert(1)")])
def test_what_cannot_be_is_refused_and_nothing_changes(kaisa, console, field, text):
    before = console.everything()["platform"], console.everything()["deployment"]
    seen = kaisa.post(console.path("connection"), **{"deployments": "1", "frame_origins": "", field: text})
    assert seen.status == 422
    assert (console.everything()["platform"], console.everything()["deployment"]) == before


def test_a_platform_whose_deployments_the_first_launch_tells_stays_so(kaisa, console):
    with console.writing() as session:
        session.execute(sa.text("DELETE FROM deployment"))
    seen = kaisa.open(console.path())
    assert "The first launch tells it." in seen.text
    assert "Saved." in kaisa.press(seen, console.path("connection"), frame_origins="https://frames.example").text
    assert console.everything()["deployment"] == []


def test_the_overview_counts_the_last_seven_days(otto, console, platform, app, clock):
    platform.launch(app.test_client(), AINO, exp=MISSING)
    platform.launch(app.test_client(), AINO, key=rsa_key("another"))
    figures = [words_of(figure) for figure in otto.open(console.path()).all("ul", class_="figures")[0]]
    assert figures == ["1 launch", "2 refusals 1 of them without the platform's signature"]
    clock.forward(days=8)
    seen = otto.launch().open(console.path())
    assert [words_of(figure) for figure in seen.all("ul", class_="figures")[0]] == ["1 launch", "0 refusals"]
    assert "People get in." in seen.text


def test_the_overview_says_why_the_latest_launch_was_refused(otto, console, platform, app):
    platform.launch(app.test_client(), AINO, deployment_id="77")
    seen = otto.open(console.path())
    assert "The latest opening of a link was refused" in seen.text and "a deployment ID that is not known here" in seen.text
    platform.arrive(app.test_client(), AINO)
    assert "The latest opening of a link was refused" not in otto.open(console.path()).text


def test_operators_are_warned_of_platforms_that_share_an_issuer(kaisa, otto, console, tapio):
    assert "Sisaralusta" in kaisa.open(console.path()).text
    assert "Sisaralusta" not in otto.open(console.path()).text
    assert TAPIO.family_name not in otto.open(console.path("administrators")).text


def test_the_home_of_a_course_leads_those_there_who_look_after_something(otto, kaisa, enter, board):
    assert "/console" in otto.open(board.home).links
    assert "/console" not in board.marja.open(board.home).links
    assert "/console" not in enter(AINO).open(board.home).links
    assert "/console" in kaisa.open("/me").links and "/console" in otto.open("/me").links
    assert "/console" not in board.marja.open("/me").links


def test_the_console_leads_back_to_the_course_one_was_in_last(otto, console, board, clock):
    assert board.home in otto.open(console.path()).links
    clock.forward(minutes=1)
    otto.launch(course="perehdytys")
    assert board.home not in otto.open(console.path()).links
