"""The Flask application for any WSGI server. Streams need `lti-tool serve`; without them pages ask every few seconds."""
from lti_tool import create_app

application = app = create_app()
