"""The operator's guide and the files beside it say what is true: commands, settings, addresses and limits are those of the program."""
import re
from pathlib import Path

import click
import pytest

from lti_tool import server
from lti_tool.cli import lti_tool
from lti_tool.files import UPLOAD_AT_MOST
from lti_tool.live import serving
from lti_tool.settings import read

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs/operating.md").read_text(encoding="utf-8")
NGINX = (ROOT / "docs/operating/nginx.conf").read_text(encoding="utf-8")
UNITS = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs/operating").glob("lti-tool*")}
EVERYTHING = "\n".join([GUIDE, NGINX, *UNITS.values()])


def commands():
    """Every `lti-tool ...` that stands in a line of its own or in code: its words."""
    said = re.findall(r"`lti-tool ([^`]+)`", GUIDE) + re.findall(r"(?:^    |=\S+ |&& |bin/)lti-tool ([^\n\"#&]+)", EVERYTHING, re.M)
    return sorted({words.strip() for words in said})


@pytest.mark.parametrize("words", commands())
def test_every_command_exists_with_its_options(words):
    command, rest = lti_tool, words.split()
    while isinstance(command, click.Group) and rest:
        assert rest[0] in command.commands, words
        command = command.commands[rest.pop(0)]
    options = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in rest if word.startswith("--")} <= options, words


def test_there_are_commands_at_all():
    assert len(commands()) > 15 and {command.split()[0] for command in commands()} >= {"backup", "restore", "doctor", "upgrade", "serve", "worker", "keys", "operators", "invitations"}


def test_every_setting_exists():
    named = set(re.findall(r"LTI_TOOL_([A-Z_]+)", EVERYTHING))
    assert named and {name.lower() for name in named} <= read("default").keys() | {"environment"}
    assert "LTI_TOOL_SECRET_KEY" in GUIDE and "LTI_TOOL_PUBLIC_URL" in GUIDE


def test_every_link_leads_somewhere():
    headings = {re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-") for line in GUIDE.splitlines() if line.startswith("#")}
    for link in re.findall(r"\]\(([^)]+)\)", GUIDE):
        assert link[1:] in headings if link.startswith("#") else (ROOT / "docs" / link).exists(), link


def test_what_it_quotes_is_said_by_the_program():
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "lti_tool").rglob("*.py"))
    quoted = re.findall(r"^\| `([A-Z][^`…]+?) ?…?`", GUIDE, re.M) + [part for quote in re.findall(r"^\| “([^”]+)”", GUIDE, re.M) for part in [quote]]
    assert len(quoted) > 5
    assert [words for words in quoted if words not in sources] == []


def test_nginx_passes_streams_on_and_lets_files_in():
    [stream] = re.findall(r"location ~ (\S+) \{", NGINX)
    assert stream.replace("[0-9]", r"\d") == serving.STREAM.pattern
    block = NGINX.partition(stream)[2]
    assert "proxy_buffering off;" in block and int(re.search(r"proxy_read_timeout (\d+)s", block)[1]) > 3 * serving.BEAT_SECONDS
    assert int(re.search(r"client_max_body_size (\d+)m", NGINX)[1]) * 1024 ** 2 > UPLOAD_AT_MOST
    source = Path(server.__file__).read_text(encoding="utf-8")
    assert int(re.search(r"keepalive_timeout (\d+)s", NGINX)[1]) < int(re.search(r"timeout_keep_alive=(\d+)", source)[1])
    assert f"127.0.0.1:{read('default')['port']}" in NGINX


def test_nginx_believes_nothing_that_a_browser_says_of_itself():
    assert "$proxy_add_x_forwarded_for" not in NGINX
    assert all(f"proxy_set_header X-Forwarded-{name} " in NGINX for name in ("For", "Proto", "Host"))
    assert "proxy_set_header" not in NGINX.partition("location /")[2]  # in a location it would take the place of those above


def test_the_unit_waits_for_the_server_to_end_and_gives_it_no_more_than_it_needs():
    unit = UNITS["lti-tool.service"]
    assert int(re.search(r"TimeoutStopSec=(\d+)", unit)[1]) > server.GRACE_SECONDS + 2 * 2
    for line in ("NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=", "UMask=0077", "StateDirectoryMode=0700"):
        assert line in unit.splitlines()
