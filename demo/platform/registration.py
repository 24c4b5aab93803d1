"""What the platform and the built-in tool know of each other, as an operator would exchange it: addresses, client id and deployment."""

from urllib.parse import urlsplit

from .scopes import LINE_ITEM, LINE_ITEM_READ, RESULT_READ, ROSTER, SCORE
from .tool import BUILT_IN, Tool, find_tool, keep_tool

ISSUER = "http://127.0.0.1:5001"
TOOL = "http://localhost:5000"
CLIENT_ID = "demo-workspace"
DEPLOYMENT_ID = str(BUILT_IN)
NAME = "Demo-oppimisalusta"
# It behaves as Moodle does, so it says so: a tool may tell an administrator what to press next.
PRODUCT, VERSION = "moodle", "4.5 (demo)"
TOOLS_WORDS = {"history": "$Context.id.history", "groups": "$Moodle.Person.userGroupIds"}


def registration(issuer=ISSUER):
    """The platform's side, in the words of `lti-tool platforms add`."""
    return {
        "issuer": issuer,
        "client_id": CLIENT_ID,
        "deployment_ids": [DEPLOYMENT_ID],
        "auth_login_url": f"{issuer}/auth",
        "auth_token_url": f"{issuer}/token",
        "key_set_url": f"{issuer}/jwks",
        "name": NAME,
    }


def built_in_tool(origin):
    """The tool's side: it is there from the beginning, active, and in every activity chooser."""
    return Tool(
        id=BUILT_IN, client_id=CLIENT_ID, active=True, offered=True, name="Työtila",
        description="Työpajat ja taulut, joissa kirjoitetaan yhdessä", domain=urlsplit(origin).netloc,
        login_url=f"{origin}/lti/login", target_link_uri=f"{origin}/lti/launch", deep_linking_uri=f"{origin}/lti/launch",
        redirect_uris=(f"{origin}/lti/launch",), key_set_url=f"{origin}/lti/jwks", logo="",
        scopes=(LINE_ITEM, LINE_ITEM_READ, RESULT_READ, SCORE, ROSTER), custom=TOOLS_WORDS, shares_name=True, shares_email=True,
    )


def keep_built_in_tool(origin):
    """What it says of itself by a registration of its own stays, unless it is now somewhere else."""
    tool, known = built_in_tool(origin), find_tool(BUILT_IN)
    if known is None or known.domain != tool.domain:
        keep_tool(tool)
