"""The doctor: a sound installation is said to be one, and what is wrong is said in words, with what to do."""
import datetime
import json
import socket
import socketserver
import threading
from collections import namedtuple
from email.utils import format_datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from werkzeug.wrappers import Response

from lti_tool.access.operator import name_operator
from lti_tool.cli import lti_tool
from lti_tool.db import db, now, transaction
from lti_tool.files import StoredFile, store
from lti_tool.jobs import Job, later, register_job
from lti_tool.lti.guarded_connection import trusted
from lti_tool.lti.invitation import invite
from lti_tool.lti.platform import Platform
from lti_tool.notices.feedback import Feedback
from lti_tool.operating import doctor
from lti_tool.operating.backup import back_up
from lti_tool.operating.checks import files, program
from lti_tool.operating.checks.database import kind_of_place
from lti_tool.operating.checks.waiting import look_at_jobs
from lti_tool.operating.doctor import examined
from tests.conftest import Clock
from tests.support.platform import LearningPlatform
from tests.support.revisions import fill
from tests.support.server import start
from tests.support.wire import authority_file, certificate, pem, rsa_key, says_and_ends, tls_for, wire

from .conftest import engine_of

pytestmark = pytest.mark.usefixtures("in_english")

NOBODY = "http://127.0.0.1:9"
sqlite = pytest.mark.parametrize("kind", ["sqlite"])
postgresql = pytest.mark.parametrize("kind", ["postgresql"])


@pytest.fixture
def app(new_app, kind):
    app = new_app(kind, revision="head")
    app.extensions["clock"] = Clock()
    app.config.update(HELP_CONTACT="Otto, 015 123", PUBLIC_URL=NOBODY)
    return app


@pytest.fixture
def found(app):
    """found("jobs") are the findings about that: [(state, sentence), ...]."""
    def found(about, backup=None):
        with app.app_context():
            return [(finding.state, finding.said) for finding in examined(backup) if finding.about == about]
    return found


@pytest.fixture
def state(found):
    """state("jobs") is the worst state of it, and all that was said."""
    def state(about, **more):
        findings = found(about, **more)
        return max((state for state, _said in findings), key=["good", "look", "bad"].index), " ".join(said for _state, said in findings)
    return state


def all_of(app):
    ran = CliRunner().invoke(lti_tool, ["doctor", "--json"], obj=app)
    return ran.exit_code, json.loads(ran.output)


def test_a_sound_installation_is_said_to_be_one(app, platform, kind, tmp_path, lived_in):
    lived_in.app.config.update(HELP_CONTACT="Otto, 015 123")
    with engine_of(lived_in.app) as engine:
        back_up(engine, tmp_path / "b.tar.gz")
    with start(lived_in.app) as served:
        lived_in.app.config["PUBLIC_URL"] = "http://127.0.0.1:%d" % served.address[1]
        ran = CliRunner().invoke(lti_tool, ["doctor", "--backup", str(tmp_path)], obj=lived_in.app)
    lines = ran.output.splitlines()
    not_durable = [line for line in lines if "does not wait for the disk" in line]
    assert len(not_durable) == (3 if kind == "postgresql" else 0)  # the tests' PostgreSQL is set up so, and the doctor sees it
    assert [line for line in lines if line.startswith("BAD") and line not in not_durable] == [] and ran.exit_code == bool(not_durable)
    assert all(f"ok    {about}" in ran.output for about in ("program", "room", "files", "keys", "waiting", "jobs", "address", "platforms", "mail", "backup"))
    assert not any(name in ran.output for name in ("Aino", "Sarapuisto", "Kirjaamis"))


# --- database ---

@postgresql
def test_a_database_that_is_away_is_said_and_nothing_else_is_asked_of_it(new_app, kind):
    app = new_app(url="postgresql+psycopg://nobody@127.0.0.1:9/tool?connect_timeout=2")
    code, findings = all_of(app)
    assert code == 1 and {finding["about"] for finding in findings} <= {"settings", "program", "room", "database"}
    assert any(finding["state"] == "bad" and "cannot be reached" in finding["said"] and "LTI_TOOL_DATABASE_URL" in finding["todo"] for finding in findings)


@pytest.mark.parametrize(("revision", "words"), [(None, "no tables yet"), ("001", "needs 011"), ("002", "needs 011")])
def test_a_database_that_was_not_upgraded_is_said(new_app, kind, revision, words):
    code, findings = all_of(new_app(kind, revision=revision))
    [said] = [finding for finding in findings if finding["about"] == "database"]
    assert code == 1 and said["state"] == "bad" and words in said["said"] and "lti-tool upgrade" in said["todo"]


def test_a_database_of_a_newer_program_is_said(app, state, kind):
    with app.app_context(), db.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '999'")
    assert state("database")[0] == "bad" and "999, which this program does not know" in state("database")[1]


@sqlite
def test_a_sqlite_file_that_others_can_read_or_that_is_damaged_is_said(new_app, kind):
    app = new_app(kind, revision="head")
    file = Path(app.config["SQLALCHEMY_DATABASE_URI"].database)
    with engine_of(app) as engine:
        fill(engine, "003")
    said = {state: [finding["said"] for finding in all_of(app)[1] if finding["about"] == "database" and finding["state"] == state] for state in ("look", "bad")}
    assert "can read" in said["look"][0] and said["bad"] == []
    file.chmod(0o600)
    with engine_of(app):  # nobody has it open now: all of it is in the file
        content = bytearray(file.read_bytes())
        for page in range(4096 * 12, len(content), 4096):
            content[page:page + 8] = b"\xff" * 8
        file.write_bytes(content)
    findings = [finding for finding in all_of(app)[1] if finding["about"] == "database"]
    assert not any(finding["state"] == "look" for finding in findings)
    assert any(finding["state"] == "bad" and ("damaged" in finding["said"] or "cannot be read" in finding["said"]) and "restore the last backup" in finding["todo"] for finding in findings)


@sqlite
def test_rows_that_refer_to_nothing_are_said(app, state, platform, kind):
    with engine_of(app) as engine:
        raw = engine.raw_connection()
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("UPDATE deployment SET platform_id = 77")
        raw.execute("PRAGMA foreign_keys=ON")
        raw.close()
    assert state("database")[0] == "bad" and "first in deployment" in state("database")[1]


def test_the_kind_of_the_file_system_is_known():
    assert kind_of_place(Path("/proc/self/status")) == "proc"


@sqlite
def test_a_network_s_file_system_is_no_place_for_sqlite(app, state, monkeypatch, kind):
    monkeypatch.setattr("lti_tool.operating.checks.database.kind_of_place", lambda file: "nfs4")
    assert state("database")[0] == "bad" and "network's file system (nfs4)" in state("database")[1]


# --- files and room ---

def test_files_that_are_missing_are_counted(lived_in):
    with lived_in.app.app_context():
        with transaction(writes=False):
            digest = db.session.scalars(sa.select(StoredFile.digest)).first()
        store.drop(digest)
        [finding] = [finding for finding in examined() if finding.about == "files"]
    assert finding.state == "bad" and "Of 2 files 1 cannot be found" in finding.said and digest in finding.said


def test_a_folder_into_which_nothing_can_be_written_is_said(app, state, tmp_path):
    (tmp_path / "a file").write_text("")
    app.extensions["files_folder"] = tmp_path / "a file"
    assert state("files")[0] == "bad" and "Nothing can be written into" in state("files")[1]


@pytest.mark.parametrize(("megabytes", "is_found"), [(100, "bad"), (900, "look"), (5000, "good")])
def test_too_little_room_is_said_before_it_is_full(state, monkeypatch, megabytes, is_found):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(files.shutil, "disk_usage", lambda place: usage(10 ** 12, 0, megabytes * files.MEGABYTE))
    assert state("room")[0] == is_found


# --- keys ---

def test_another_secret_is_noticed_and_the_way_out_is_said(app, state):
    app.test_client().get("/lti/jwks")
    assert state("keys") == ("good", "The tool's key can be read; it is 0 days old.")
    app.extensions["lti_tool_keys"].clear()
    app.config["SECRET_KEY"] = "another secret that is long enough to be one"
    code, findings = all_of(app)
    [said] = [finding for finding in findings if finding["about"] == "keys"]
    assert code == 1 and said["state"] == "bad" and "another secret_key" in said["said"] and "keys rotate" in said["todo"]


def test_an_old_key_is_noticed(app, state):
    app.test_client().get("/lti/jwks")
    app.extensions["clock"].forward(days=401)
    assert state("keys")[0] == "look"


# --- the public address ---

def at(app, address):
    app.config["PUBLIC_URL"] = address


@pytest.mark.parametrize(("answer", "words"), [
    (b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n", "the tool behind it does not (502)"),
    (b"HTTP/1.1 301 Moved\r\nLocation: https://www.tool.example/\r\nContent-Length: 0\r\n\r\n", "leads elsewhere (301 to https://www.tool.example/)"),
    (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", "Something else than this installation"),
    (b'HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n{"status": "ok"}', "Something else than this installation"),
    (b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + b"x" * 100_000, "Something else answers"),
    (b"SSH-2.0-OpenSSH_9.2\r\n", "Nobody answers"),
])
@sqlite
def test_whoever_else_answers_at_the_public_address_is_noticed(app, state, answer, words, kind):
    with wire(says_and_ends(answer)) as server:
        at(app, f"http://127.0.0.1:{server.port}")
        assert state("address")[0] == "bad" and words in state("address")[1]


@sqlite
def test_another_installation_of_this_tool_is_not_taken_for_this_one(app, new_app, state, kind):
    app.test_client().get("/lti/jwks")
    other = new_app("sqlite", revision="head")
    with start(other) as served:
        at(app, "http://127.0.0.1:%d" % served.address[1])
        assert "Something else than this installation" in state("address")[1]


@sqlite
def test_nobody_there_and_no_such_name_are_different_things(app, state, kind):
    at(app, NOBODY)
    assert state("address") == ("bad", f"Nobody answers at {NOBODY}, as seen from here.")
    at(app, "https://tool.nowhere.invalid")
    assert state("address") == ("bad", "The name tool.nowhere.invalid leads nowhere, as seen from here.")


def certificate_that_ends(in_days, folder, name="127.0.0.1"):
    """The server's side of TLS, by our authority."""
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.x509 import CertificateBuilder

    made, begins = certificate(name, rsa_key("server"), "Authority", rsa_key("authority")), datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=500)
    builder = (CertificateBuilder().subject_name(made.subject).issuer_name(made.issuer).public_key(made.public_key()).serial_number(made.serial_number)
               .not_valid_before(begins).not_valid_after(begins + datetime.timedelta(days=500 + in_days, hours=1)))
    for extension in made.extensions:
        builder = builder.add_extension(extension.value, extension.critical)
    file = folder / "ends.pem"
    file.write_bytes(pem(builder.sign(rsa_key("authority"), hashes.SHA256())) + rsa_key("server").private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    context = tls_for(name, folder)
    context.load_cert_chain(file)
    return context


@pytest.fixture
def our_authority(tmp_path, monkeypatch):
    """The authority of the tests is trusted on this machine."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority_file(tmp_path)))
    trusted.cache_clear()
    yield
    trusted.cache_clear()


def serves(app):
    """speak: this application, one request after the other."""
    client = app.test_client()

    def speak(wire, sock):
        answer = client.get(wire.asked[-1].split()[1].decode())
        sock.sendall(b"HTTP/1.1 %d OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (answer.status_code, len(answer.data)) + answer.data)
    return speak


@pytest.mark.parametrize(("days", "is_found", "words"), [(90, "good", "90 more days"), (5, "look", "ends on"), (-1, "bad", "has ended: renew it")])
@sqlite
def test_a_certificate_is_looked_at(app, state, our_authority, tmp_path, days, is_found, words, kind):
    with wire(serves(app), certificate_that_ends(days, tmp_path)) as server:
        at(app, f"https://127.0.0.1:{server.port}")
        assert state("address")[0] == is_found and words in state("address")[1]


@sqlite
def test_what_is_wrong_with_a_certificate_is_said_in_words(app, state, tmp_path, monkeypatch, kind):
    with wire(serves(app), tls_for("127.0.0.1", tmp_path)) as server:
        at(app, f"https://127.0.0.1:{server.port}")
        assert "full chain" in state("address")[1]  # its authority is not known here
        monkeypatch.setenv("SSL_CERT_FILE", str(authority_file(tmp_path)))
        trusted.cache_clear()
        assert state("address")[0] == "look"  # it is good for a day
        at(app, f"https://localhost:{server.port}")
        assert "is for another name" in state("address")[1]
    with start(app) as plain:
        at(app, "https://127.0.0.1:%d" % plain.address[1])
        assert "No TLS connection" in state("address")[1]
    trusted.cache_clear()


# --- platforms and the clock ---

@pytest.mark.parametrize(("answer", "words"), [
    (Response("not here", 404), "error 404"), (Response("<html>"), "a web page perhaps"), (Response('{"no": 1}'), "is not a key set"),
    (Response('{"keys": []}'), "publishes no key"), (Response("", 302, {"Location": "/elsewhere"}), "not followed"),
])
def test_a_platform_whose_keys_cannot_be_had_is_named_with_the_reason(app, platform, state, answer, words):
    platform.jwks_answer = answer
    assert state("platforms")[0] == "bad" and platform.name in state("platforms")[1] and words in state("platforms")[1]


def test_every_enabled_platform_is_asked_and_no_other(app, platform, found):
    other = LearningPlatform("https://other.example", name="Toinen")
    other.register(app)
    assert [said for _state, said in found("platforms")] == [f"{platform.name} answers, with 1 key.", "Toinen answers, with 1 key."]
    with app.app_context(), transaction():
        db.session.execute(sa.update(Platform).where(Platform.name == "Toinen").values(enabled=False))
        db.session.execute(sa.update(Platform).where(Platform.name != "Toinen").values(is_pending=True))
    asked = len(other.adapter.calls) + len(platform.adapter.calls)
    assert "No learning platform may launch the tool yet." in found("platforms")[0]
    assert len(other.adapter.calls) + len(platform.adapter.calls) == asked


@pytest.mark.parametrize(("seconds", "is_found", "words"), [(0, "good", "agrees"), (40, "look", "behind"), (-40, "look", "ahead of"), (300, "bad", "behind")])
def test_the_clock_is_compared_with_that_of_a_platform(app, platform, state, seconds, is_found, words):
    at_platform = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)
    platform.jwks_answer = Response(json.dumps({"keys": platform.published}), headers={"Date": format_datetime(at_platform, usegmt=True)})
    assert state("clock")[0] == is_found and words in state("clock")[1]


@pytest.mark.parametrize("date", ["yesterday", "", "Sun, 99 Nov 2026 08:00:00 GMT"])
def test_a_platform_that_says_no_time_is_no_clock(app, platform, found, date):
    platform.jwks_answer = Response(json.dumps({"keys": platform.published}), headers={"Date": date})
    assert found("clock") == []


# --- mail ---

class SmtpServer(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"220 mail.example\r\n")
        for line in self.rfile:
            word = line.split()[0].upper()
            self.wfile.write({b"EHLO": b"250-mail.example\r\n250 AUTH PLAIN LOGIN\r\n", b"AUTH": b"535 no\r\n", b"QUIT": b"221 bye\r\n"}.get(word, b"250 ok\r\n"))
            if word == b"QUIT":
                return


@pytest.fixture
def mail_server(app):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), SmtpServer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        app.config.update(MAIL_SERVER="127.0.0.1:%d" % server.server_address[1], MAIL_FROM="Työtila <tool@tool.example>", MAIL_SECURITY="none")
        yield server
        server.shutdown()


@sqlite
def test_a_mail_server_is_asked_whether_it_would_take_letters(app, mail_server, state, kind):
    assert state("mail") == ("good", f"{app.config['MAIL_SERVER']} answers.")
    app.config["MAIL_SECURITY"] = "starttls"
    assert state("mail")[0] == "bad" and "does not offer" in state("mail")[1]
    app.config.update(MAIL_SECURITY="none", MAIL_USER="tool", MAIL_PASSWORD="wrong")
    assert state("mail")[0] == "bad" and "name and password" in state("mail")[1]
    app.config.update(MAIL_SECURITY="tls", MAIL_USER="")
    assert state("mail")[0] == "bad" and "plain text" in state("mail")[1]


@sqlite
def test_a_mail_server_that_is_not_there_is_said(app, state, kind):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    app.config.update(MAIL_SERVER=f"127.0.0.1:{port}", MAIL_FROM="tool@tool.example", MAIL_SECURITY="none")
    assert state("mail")[0] == "bad" and "ConnectionRefusedError" in state("mail")[1]
    app.config["MAIL_SERVER"] = "mail.nowhere.invalid:25"
    assert "leads nowhere" in state("mail")[1]


# --- what waits ---

def test_what_waits_for_somebody_is_said(app, platform, state):
    assert state("waiting") == ("good", "Nobody waits.") and "Nobody is an operator" in state("operators")[1]
    with app.app_context(), transaction():
        invite("moodle2.example")
        name_operator("https://moodle.example", "1")
    assert state("waiting") == ("good", "Nobody waits; 1 invitation not used yet.")
    with app.app_context(), transaction():
        db.session.execute(sa.update(Platform).values(is_pending=True))
        db.session.add(Feedback(text="Salainen palaute", language="fi", contact="aino@people.example", made_at=now()))
    is_found, said = state("waiting")
    assert is_found == "look" and "1 platform registered" in said and "1 message about accessibility to be handled." in said
    assert "Salainen" not in said and "aino" not in said
    app.extensions["clock"].forward(days=15)
    assert "for more than 14 days" in state("waiting")[1]


def test_jobs_that_nobody_does_are_noticed(app, state):
    register_job(app, "visit", lambda about: None)
    with app.app_context(), transaction():
        later("visit", "course:7")
    assert state("jobs") == ("good", "1 job planned, none late.")
    app.extensions["clock"].forward(minutes=20)
    assert state("jobs")[0] == "look" and "1 job late, the first by 20 minutes." in state("jobs")[1]
    app.extensions["clock"].forward(minutes=50)
    assert state("jobs")[0] == "bad"
    with app.app_context(), transaction():
        db.session.execute(sa.update(Job).values(due_at=now() + datetime.timedelta(hours=1), problem="the service answered 503", tries=2))
    assert state("jobs")[0] == "look" and "visit: the service answered 503" in state("jobs")[1]
    del app.extensions["job_kinds"]["visit"]
    assert "does not know the jobs visit" in state("jobs")[1]


# --- backups ---

def test_the_newest_backup_is_looked_at(app, state, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    assert state("backup")[0] == "look"
    assert state("backup", backup=folder) == ("bad", f"There is no backup at {folder}.")
    with app.app_context():
        back_up(db.engine, folder / "new.tar.gz")
    assert state("backup", backup=folder)[0] == "good" and state("backup", backup=folder / "new.tar.gz")[0] == "good"
    app.extensions["clock"].forward(hours=30)
    assert state("backup", backup=folder) == ("look", f"The newest backup is 30 hours old: {folder / 'new.tar.gz'}.")
    app.extensions["clock"].forward(days=8)
    assert state("backup", backup=folder)[0] == "bad"
    (folder / "new.tar.gz").write_bytes((folder / "new.tar.gz").read_bytes()[:-100])
    assert state("backup", backup=folder)[0] == "bad" and "cannot be restored" in state("backup", backup=folder)[1]


# --- settings, and the doctor himself ---

@pytest.mark.parametrize(("config", "words"), [
    ({"PUBLIC_URL": "https://tool.nowhere.invalid"}, "no reverse proxy is announced"), ({"PROXY_HOPS": 1, "HOST": "0.0.0.0"}, "believes what proxies say"),
    ({"PROXY_HOPS": 3}, "3 reverse proxies"), ({"HELP_CONTACT": ""}, "ask for help"), ({"RETENTION_MONTHS": 0}, "without an end"), ({"DEBUG": True}, "debug is on"),
])
@sqlite
def test_settings_that_do_not_fit_are_said(app, state, config, words, kind):
    assert words not in state("settings")[1]
    app.config.update(config)
    assert state("settings")[0] == "look" and words in state("settings")[1]


@sqlite
def test_a_clone_that_was_not_built_is_said(app, state, monkeypatch, tmp_path, kind):
    assert state("program")[0] == "good"
    monkeypatch.setattr(program, "HERE", tmp_path)
    assert state("program")[0] == "bad" and "fi, sv" in state("program")[1]
    monkeypatch.setattr("lti_tool.web.assets.STATIC", tmp_path)
    assert "front end was not built" in state("program")[1]


@sqlite
def test_a_check_that_fails_is_a_finding_and_the_others_are_made(app, found, monkeypatch, kind):
    def broken():
        yield from ()
        raise RuntimeError("what somebody wrote")

    monkeypatch.setattr(doctor, "WITH_DATABASE", (broken, look_at_jobs))
    assert found("broken") == [("bad", "This could not be looked at (RuntimeError).")]
    assert found("jobs")[0][0] == "good"


@sqlite
def test_the_doctor_changes_nothing(lived_in, kind):
    def dump():
        with lived_in.app.app_context(), db.engine.connect() as connection:
            return list(connection.connection.driver_connection.iterdump())
    before = dump()
    all_of(lived_in.app)
    assert dump() == before
