"""The launch record: one line for each launch, nothing of persons, bounded in length, number and time."""
from lti_tool.db.chores import do_chores
from lti_tool.lti import record
from lti_tool.lti.record import LaunchRecord
from tests.support.cast import AINO
from tests.support.platform import MISSING


def test_lines_are_kept_for_90_days(app, platform, client, clock, seen):
    platform.arrive(client, AINO)
    platform.launch(client, AINO, exp=MISSING)
    clock.forward(days=89)
    platform.arrive(client, AINO)
    do_chores(app)
    assert [line.outcome for line in seen.records()] == ["launched", "TimesAreWrong", "launched"]
    clock.forward(days=2)
    do_chores(app)
    assert [line.outcome for line in seen.records()] == ["launched"]


def test_strangers_cannot_fill_it_nor_push_out_what_was_signed(app, platform, client, seen, monkeypatch):
    monkeypatch.setattr(record, "STRANGERS_KEPT", 3)
    platform.arrive(client, AINO)
    platform.launch(client, AINO, exp=MISSING)
    for number in range(6):
        platform.ask(client, AINO, iss=f"https://elsewhere-{number}.example")
    assert [line.issuer for line in seen.records()] == [platform.issuer] * 2 + [f"https://elsewhere-{number}.example" for number in (3, 4, 5)]


def test_what_strangers_write_is_one_short_line(platform, client, seen, caplog):
    platform.ask(client, AINO, iss="https://e\x00vil\nexample\r\nlaunch refused Nothing: \x1b[31m" + "x" * 5000, client_id="\u2028" * 10 + "y" * 900)
    line, = seen.records()
    assert line.issuer.startswith("https://evil example launch refused") and len(line.issuer) == 255 == len(line.client_id)
    assert "\x1b" not in line.issuer and "evil" not in caplog.text


def test_the_line_of_a_signed_launch_says_so(platform, client, seen):
    platform.launch(client, AINO, deployment_id="2")
    line, = seen.records()
    assert line.outcome == "UnknownDeployment" and line.is_verified and line.issuer == platform.issuer


def test_it_has_no_column_for_a_person():
    assert set(LaunchRecord.__table__.columns.keys()) == {"id", "at", "issuer", "client_id", "deployment_id", "outcome", "detail", "reference", "is_verified"}
    assert not LaunchRecord.__table__.foreign_keys
