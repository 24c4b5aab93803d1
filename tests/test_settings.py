"""Settings: their files, the environment's variables, and what production refuses."""
import pytest

from lti_tool.settings import UnsafeSettings, WrongSetting, folder, load, read

SAFE = {"LTI_TOOL_SECRET_KEY": "q7Zr-a-long-and-random-text-that-nobody-guesses", "LTI_TOOL_PUBLIC_URL": "https://tool.savonia.example"}
UNSAFE = {  # what makes it unsafe -> the setting that the message names
    "no secret at all": ({"LTI_TOOL_SECRET_KEY": ""}, "secret_key"),
    "a short secret": ({"LTI_TOOL_SECRET_KEY": "x" * 31}, "secret_key"),
    "the developers' secret": ({"LTI_TOOL_SECRET_KEY": read("development")["secret_key"]}, "secret_key"),
    "the tests' secret": ({"LTI_TOOL_SECRET_KEY": read("testing")["secret_key"]}, "secret_key"),
    "an address without TLS": ({"LTI_TOOL_PUBLIC_URL": "http://tool.savonia.example"}, "public_url"),
    "debugging": ({"LTI_TOOL_DEBUG": "true"}, "debug"),
    "the demo": ({"LTI_TOOL_DEMO": "true"}, "demo"),
}
WRONG = {  # variable -> a value that is not of its kind
    "PORT": "five thousand", "THREADS": "0", "PROXY_HOPS": "-1", "BODY_LIMIT": "1 MB", "DEBUG": "perhaps", "LANGUAGES": " , ",
    "TIME_ZONE": "Mars/Olympus", "DATABASE_URL": "mysql://localhost/tool", "PUBLIC_URL": "tool.savonia.example",
}


def test_every_setting_is_explained_in_the_file():
    lines = (folder("config") / "default.toml").read_text(encoding="utf-8").splitlines()
    explained = set()
    for before, line in zip(lines, lines[1:]):
        name, equals, _value = line.partition(" = ")
        # A comment stands above a setting, or above the first of several that belong together.
        if equals and (before.startswith("# ") and not before.startswith("# ---") or before.partition(" = ")[0] in explained):
            explained.add(name)
    assert explained == read("default").keys()


def test_the_environments_change_only_settings_that_exist():
    for environment in ("development", "testing"):
        assert read(environment).keys() <= read("default").keys()


def test_a_variable_wins_over_the_files():
    settings = load({"LTI_TOOL_ENVIRONMENT": "development", "LTI_TOOL_PORT": "5017", "LTI_TOOL_LANGUAGES": "sv, fi",
                     "LTI_TOOL_PUBLIC_URL": "http://localhost:5017/", "LTI_TOOL_DEMO": "no", "LTI_TOOL_HELP_CONTACT": "Otto, 015 123"})
    assert (settings["port"], settings["languages"], settings["demo"]) == (5017, ["sv", "fi"], False)
    assert settings["public_url"] == "http://localhost:5017"  # without a slash at the end
    assert settings["help_contact"] == "Otto, 015 123"  # a comma divides lists only
    assert settings["secret_key"] == read("development")["secret_key"]  # not said: the environment's file


def test_what_a_program_gives_wins_over_variables():
    assert load({"LTI_TOOL_THREADS": "3"}, environment="testing", threads=2)["threads"] == 2


@pytest.mark.parametrize(("name", "value"), WRONG.items(), ids=WRONG)
def test_a_value_of_the_wrong_kind_is_refused_by_name(name, value):
    with pytest.raises(WrongSetting, match=f"LTI_TOOL_{name}"):
        load({**SAFE, f"LTI_TOOL_{name}": value})


def test_a_variable_that_names_no_setting_is_refused_by_name():
    with pytest.raises(WrongSetting, match="LTI_TOOL_DATABASE_URI"):
        load({**SAFE, "LTI_TOOL_DATABASE_URI": "sqlite:///tool.db"})
    with pytest.raises(WrongSetting, match="colour"):
        load({}, environment="testing", colour="blue")


def test_there_are_three_environments_and_production_is_the_default():
    with pytest.raises(WrongSetting, match="staging"):
        load({"LTI_TOOL_ENVIRONMENT": "staging"})
    assert load(SAFE)["environment"] == "production"


@pytest.mark.parametrize(("variables", "named"), UNSAFE.values(), ids=UNSAFE)
def test_production_refuses(variables, named):
    with pytest.raises(UnsafeSettings) as refused:
        load({**SAFE, **variables})
    reasons = str(refused.value).splitlines()[1:]
    assert len(reasons) == 1 and reasons[0].startswith(f"- {named} ")
    assert SAFE["LTI_TOOL_SECRET_KEY"] not in str(refused.value)


def test_production_names_everything_that_is_unsafe_at_once():
    with pytest.raises(UnsafeSettings) as refused:
        load({"LTI_TOOL_DEBUG": "1", "LTI_TOOL_DEMO": "1", "LTI_TOOL_PUBLIC_URL": "http://localhost"})
    assert len(str(refused.value).splitlines()) == 5


def test_production_starts_when_everything_is_safe():
    settings = load(SAFE)
    assert not settings["debug"] and not settings["demo"]
    assert settings["secret_key"] == SAFE["LTI_TOOL_SECRET_KEY"]


@pytest.mark.parametrize(("name", "value"), [("MAIL_SERVER", "no port here:x"), ("MAIL_FROM", "Työtila"), ("MAIL_SECURITY", "ssl"), ("RETENTION_MONTHS", "-1")])
def test_mail_that_could_not_leave_and_a_negative_time_are_refused_by_name(name, value):
    well = {"LTI_TOOL_MAIL_SERVER": "mail.example.org:587", "LTI_TOOL_MAIL_FROM": "Työtila <tyotila@example.org>"}
    load({**well, "LTI_TOOL_ENVIRONMENT": "testing"})
    with pytest.raises(WrongSetting, match=f"LTI_TOOL_{name} "):
        load({**well, "LTI_TOOL_ENVIRONMENT": "testing", f"LTI_TOOL_{name}": value})
