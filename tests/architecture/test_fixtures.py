"""What tests share is as new for each of them: the application, its database, and the board that most begin with."""
import pytest
import sqlalchemy as sa

from lti_tool.db import db, transaction
from lti_tool.live import Topic
from tests.conftest import DATABASES, Clock
from tests.support.application import SharedApplication, make_app, make_files
from tests.support.boards import make_board
from tests.support.cast import AINO
from tests.support.databases import PostgresqlDatabase, SqliteDatabase
from tests.support.platform import LearningPlatform
from tests.support.visitor import Visitor


@pytest.fixture(params=DATABASES)
def shared(request, tmp_path):
    """One of this test's own."""
    if request.param == "sqlite":
        database = SqliteDatabase(tmp_path / "shared.db", request.getfixturevalue("sqlite_template"))
    else:
        database = PostgresqlDatabase(request.getfixturevalue("postgresql_url"))
    shared = SharedApplication(database)
    yield shared
    shared.close()


def begin(shared):
    """As the fixtures do it for a test: (clock, platform, enter)."""
    clock, platform = Clock(), LearningPlatform()
    shared.renew().app.extensions["clock"] = clock
    platform.register(shared.app)
    return clock, platform, lambda person, **how: Visitor(shared.app, platform, person).launch(**how)


def described(app):
    """What the registries and caches of an application hold."""
    def inside(value):
        if isinstance(value, dict):
            return {str(name): inside(inner) for name, inner in value.items()}
        if isinstance(value, list | set):
            return [inside(inner) for inner in value]
        return [type(value).__name__, inside(vars(value)) if type(value).__module__.startswith("lti_tool") and hasattr(value, "__dict__") else None]
    return {"config": {name: str(value) for name, value in app.config.items()}, "views": inside(app.view_functions),
            "jinja": inside(app.jinja_env.globals), "filters": inside(app.jinja_env.filters),
            "extensions": {name: inside(value) for name, value in app.extensions.items() if name not in ("sqlalchemy", "babel", "assets")}}


def rows(shared):
    """table -> number of rows"""
    with shared.app.app_context(), transaction(writes=False):
        return {table.name: db.session.scalar(sa.select(sa.func.count()).select_from(table)) for table in db.metadata.sorted_tables}


def test_a_test_finds_the_application_as_it_was_made_whatever_another_did_to_it(shared):
    _clock, _platform, enter = begin(shared)
    app = shared.app
    make_board(app, enter).note(enter(AINO))
    app.config["COURSE_ADMINS"], app.config["LEFT_BEHIND"] = ["somebody"], True
    app.config["LANGUAGES"].append("de")
    app.extensions["chores"].clear()
    app.extensions["part_renderers"]["broken"] = app.extensions["left behind"] = print
    app.extensions["notifier"].subscribe(object())
    app.jinja_env.globals["left_behind"] = True
    app.left_behind = True
    fresh = make_app(shared.database.url)
    make_files(fresh)
    assert described(app) != described(fresh)
    shared.renew()
    assert described(app) == described(fresh)
    assert not hasattr(app, "left_behind")
    assert set(rows(shared).values()) == {0}
    with fresh.app_context():
        db.engine.dispose()


def test_routes_cannot_be_added_to_the_shared_application(app):
    with pytest.raises(AssertionError, match="setup method"):
        app.get("/left-behind")(print)


def test_who_needs_it_has_an_application_of_their_own(own_app, app, enter, shared_applications):
    assert app is own_app and app not in [shared.app for shared in shared_applications.values()]
    app.get("/of-this-test-only")(print)
    assert enter(AINO).open("/me").status == 200


def test_a_listener_left_on_the_engine_is_an_error_of_that_test_alone(shared):
    sa.event.listen(shared.engine, "after_cursor_execute", print)
    with pytest.raises(AssertionError, match="own_app"):
        shared.check()
    shared.check()


def test_a_prepared_board_is_as_one_that_was_just_made(shared):
    clock, platform, enter = begin(shared)
    made, content = shared.board(platform, clock, enter), rows(shared)
    texts = made.marja.open(made.path).text, made.marja.open(made.home).text
    clock, platform, enter = begin(shared)
    prepared = shared.board(platform, clock, enter)
    assert prepared.marja is not made.marja and clock.ahead
    assert (prepared._replace(marja=None), prepared.marja.address) == (made._replace(marja=None), made.marja.address)
    assert rows(shared) == content
    assert (prepared.marja.open(prepared.path).text, prepared.marja.open(prepared.home).text) == texts
    assert prepared.note(enter(AINO)) == 1
    prepared.close()


@pytest.mark.parametrize("change", ["the clock", "the database", "the platform", "a setting"])
def test_a_board_is_made_anew_when_something_was_changed_before(shared, change):
    clock, platform, enter = begin(shared)
    shared.board(platform, clock, enter)
    clock, platform, enter = begin(shared)
    assert shared.is_untouched(platform, clock)
    if change == "the clock":
        clock.forward(days=1)
    elif change == "the database":
        with shared.app.app_context(), transaction():
            db.session.add(Topic())
    elif change == "the platform":
        platform.browser_language = "sv"
    else:
        shared.app.config["HELP_CONTACT"] = "Otto"
    assert not shared.is_untouched(platform, clock)
    before = shared.commits
    shared.board(platform, clock, enter)
    assert shared.commits > before
    shared.renew()


def test_a_database_is_put_back_with_its_numbers(shared):
    def add():
        with shared.app.app_context(), transaction():
            topic = Topic()
            db.session.add(topic)
            db.session.flush()
            return topic.id

    shared.renew()
    assert [add(), add()] == [1, 2]
    two = shared.database.content()
    assert add() == 3
    for _time in range(PostgresqlDatabase.EMPTIED_EVERY + 1):
        shared.put(two)
    assert add() == 3
    shared.renew()
    assert add() == 1


def test_what_another_left_locked_stops_nobody(shared):
    shared.renew()
    with shared.app.app_context(), pytest.raises(sa.exc.SQLAlchemyError if shared.engine.dialect.name == "postgresql" else LookupError):
        with transaction():
            db.session.add(Topic())
            db.session.flush()
            shared.renew()
            db.session.execute(sa.select(Topic.id)).all()  # PostgreSQL has ended this connection; SQLite's goes on in a file of the past
            raise LookupError
    assert rows(shared)["topic"] == 0
