"""Built files: found by the names that templates use, kept for ever by browsers."""
import pytest

from lti_tool.web.assets import STATIC, asset, read_manifest

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_everything_in_the_manifest_is_there_and_browsers_keep_it_for_ever(app):
    client = app.test_client()
    with app.app_context():
        for name in read_manifest():
            answer = client.get(asset(name))
            assert answer.status_code == 200, name
            assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
            assert "Set-Cookie" not in answer.headers
            answer.close()


def test_every_built_name_changes_with_its_content(app):
    assert all(name != built and (STATIC / "dist" / built).exists() for name, built in read_manifest().items())


def test_a_file_that_is_not_there_is_not_kept(app):
    answer = app.test_client().get("/static/dist/app-OLDOLDOL.js")
    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/static/../settings.py", "/static/%2e%2e/settings.py", "/static/..%2fsettings.py"])
def test_nothing_outside_of_the_built_files_is_served(app, path):
    assert app.test_client().get(path).status_code == 404
