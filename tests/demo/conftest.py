"""The demo platform in this process, somebody's browser, and a tool that registered itself."""
import shutil

import pytest

from demo.platform import create_platform
from tests.support.application import COMPILED_TEMPLATES

from .tool import StandInTool


@pytest.fixture(scope="session")
def first_start(tmp_path_factory):
    """The folder of a platform that was started once: making its key takes the tenth of a second."""
    folder = tmp_path_factory.mktemp("platform")
    create_platform(folder, "https://tool.example", "https://demo.example")
    return folder


@pytest.fixture
def platform(first_start, tmp_path):
    shutil.copytree(first_start, tmp_path / "platform")
    platform = create_platform(tmp_path / "platform", "https://tool.example", "https://demo.example")
    platform.jinja_env.bytecode_cache = COMPILED_TEMPLATES
    return platform


@pytest.fixture
def browser(platform):
    """Nobody signs in: the address says who it is."""
    return platform.test_client()


@pytest.fixture
def new_tool(platform):
    """A tool that the platform does not know yet."""
    return StandInTool(platform)


@pytest.fixture
def tool(new_tool):
    """Registered, active, and in the activity chooser of course 1."""
    new_tool.register(course="1")
    return new_tool


@pytest.fixture
def set_options(browser):
    def set_options(privacy="always", *names):
        assert browser.post("/options", data={"privacy": privacy, **dict.fromkeys(names, "on")}).status_code == 303

    return set_options
