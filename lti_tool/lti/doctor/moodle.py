"""Moodle's own names of its settings (Moodle 4.5, English, mod/lti/lang/en). They are not translated here: people look for them as they stand there."""
from flask_babel import gettext as _

from .line import Change

TOOLS = "Site administration → Plugins → Activity modules → External tool → Manage tools"
SETTINGS, SERVICES, PRIVACY = "Tool settings", "Services", "Privacy"  # the parts of a tool's page
TOOL_URL, PARAMETERS, CONTAINER = "Tool URL", "Custom parameters", "Default launch container"
KEY_TYPE, KEYSET_URL, KEYSET = "Public key type", "Keyset URL", "Public keyset"
NEW_WINDOW, ALWAYS = "New window", "Always"
SHARE_NAME, SHARE_EMAIL = "Share launcher's name with tool", "Share launcher's email with tool"
GRADES, GRADES_ALLOWED = "IMS LTI Assignment and Grade Services", "Use this service for grade sync and column management"
ROSTER, ROSTER_ALLOWED = "IMS LTI Names and Role Provisioning", "Use this service to retrieve members' information as per privacy settings"
TOOL_DETAILS, KEYSET_ADDRESS = "Tool configuration details", "Public keyset URL"  # behind the magnifying glass on a tool's card


def is_moodle(product: str) -> bool:
    """By what the platform calls its family."""
    return product.lower().startswith("moodle")


def in_tool(part: str, setting: str, value: str) -> Change:
    """What to set on the page of this tool."""
    return Change(_("Set “%(setting)s” to “%(value)s”.", setting=setting, value=value), where=way_to(part))


def add_parameter(line: str) -> Change:
    return Change(_("Give “%(setting)s” this line of its own:", setting=PARAMETERS), line, way_to(SETTINGS))


def way_to(part: str) -> str:
    """Through the menus to a part of the page of this tool."""
    return _("In Moodle: %(menus)s → the pen (Edit) on this tool's card → %(part)s", menus=TOOLS, part=part)
