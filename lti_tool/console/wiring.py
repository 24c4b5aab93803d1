"""Registers what this room gives to the others: its pages, who has a console, and that logos are referred to."""
from ..files import register_reference
from ..people import Organisation
from .administrator_routes import administrators
from .course_routes import platform_courses
from .feedback_routes import received_feedback
from .guard import has_console
from .invitation_routes import invitations
from .key_routes import tool_keys
from .launch_routes import launches
from .logo_routes import logos
from .organisation_routes import organisations
from .platform_routes import platforms


def register_console(app) -> None:
    register_reference(app, Organisation.logo_id)
    app.jinja_env.globals["has_console"] = has_console
    for blueprint in (platforms, launches, platform_courses, administrators, organisations, logos, received_feedback, invitations, tool_keys):
        app.register_blueprint(blueprint)
