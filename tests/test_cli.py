"""The operator's command: messages instead of tracebacks, upgrading, tidying, starting."""
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from lti_tool import create_app
from lti_tool.cli import lti_tool
from lti_tool.db import db, writing
from lti_tool.db.migrating import newest, present

PRODUCTION = {"LTI_TOOL_ENVIRONMENT": "production", "LTI_TOOL_PUBLIC_URL": "https://tool.savonia.example",
              "LTI_TOOL_SECRET_KEY": "q7Zr-a-long-and-random-text-that-nobody-guesses"}


@pytest.fixture
def command(sqlite_url):
    """command("upgrade") runs `lti-tool upgrade` as an operator would."""
    variables = {**PRODUCTION, "LTI_TOOL_DATABASE_URL": sqlite_url}
    return lambda *words, **more: CliRunner().invoke(lti_tool, words, env={**variables, **more})


def empty_database(tmp_path):
    return {"LTI_TOOL_DATABASE_URL": f"sqlite:///{tmp_path / 'made by the command.db'}"}


@pytest.mark.parametrize(("variables", "told"), [
    ({"LTI_TOOL_SECRET_KEY": "short"}, "LTI_TOOL_SECRET_KEY"), ({"LTI_TOOL_PORT": "many"}, "LTI_TOOL_PORT"),
    ({"LTI_TOOL_DATABASE_URL": "postgresql://localhost/tool"}, "LTI_TOOL_DATABASE_URL"),
])
def test_unsuitable_settings_are_told_by_name(command, variables, told):
    refused = command("upgrade", **variables)
    assert (refused.exit_code, type(refused.exception)) == (1, SystemExit)
    assert refused.output.startswith("Error: ") and told in refused.output


def test_an_operator_sees_a_message_and_no_traceback(tmp_path):
    ran = subprocess.run([sys.executable, "-m", "lti_tool.cli", "upgrade"], capture_output=True, text=True, check=False,
                         env={**os.environ, **PRODUCTION, **empty_database(tmp_path), "LTI_TOOL_DEBUG": "yes"})
    assert ran.returncode == 1
    assert ran.stderr.startswith("Error: ") and "debug" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_help_needs_no_settings():
    shown = CliRunner().invoke(lti_tool, ["--help"], env={})
    assert shown.exit_code == 0
    assert all(name in shown.output for name in ("serve", "worker", "upgrade", "tidy", "backup", "restore", "doctor", "platforms", "keys", "courses", "operators"))


def test_upgrade_makes_the_tables_and_is_harmless_the_second_time(command, tmp_path):
    for _time in range(2):
        done = command("upgrade", **empty_database(tmp_path))
        assert (done.exit_code, newest() in done.output) == (0, True)
    app = create_app(environment="testing", database_url=empty_database(tmp_path)["LTI_TOOL_DATABASE_URL"])
    with app.app_context():
        assert present(db.engine) == newest()
        db.engine.dispose()


def test_serve_refuses_a_database_that_was_not_upgraded(command, tmp_path):
    refused = command("serve", **empty_database(tmp_path))
    assert refused.exit_code == 1
    assert "lti-tool upgrade" in refused.output


def test_tidy_does_every_chore_in_a_writing_transaction_of_its_own(app):
    done = []
    app.extensions["chores"][:] = [lambda: done.append(("first", writing(), db.session())), lambda: done.append(("second", writing(), db.session()))]
    with app.app_context():
        assert CliRunner().invoke(lti_tool, ["tidy"], obj=app).exit_code == 0
    assert [(name, writes) for name, writes, _session in done] == [("first", True), ("second", True)]


def test_a_chore_that_fails_does_not_keep_the_others_from_being_done(app, caplog):
    def fails():
        raise RuntimeError("this chore is broken")

    done = []
    app.extensions["chores"][:] = [fails, lambda: done.append("the other")]
    tidied = CliRunner().invoke(lti_tool, ["tidy"], obj=app)
    assert done == ["the other"]
    assert tidied.exit_code == 1  # and the operator is told
    assert "RuntimeError" in caplog.text


@pytest.mark.every_case
@pytest.mark.parametrize("forgotten", ["forget_old_operations", "purge_deleted"])
def test_what_grows_by_itself_is_tidied_away(app, forgotten):
    assert forgotten in {chore.__name__ for chore in app.extensions["chores"]}
