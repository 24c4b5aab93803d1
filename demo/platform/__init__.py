"""A small learning platform to launch the tool from: own process, own origin, own SQLite file; nobody is really signed in.
It behaves as Moodle 4.5 was measured to behave, so that what works here works there.

`courses`, `link`, `course_copy` and `enrolment` say what it holds and who is in it, `tool` which tools it knows, `pages` shows it.
`launch`, `authorization` and `claims` are the two steps of an LTI 1.3 message and what its token says; `deep_linking` takes the answer to a
question for content. `dynamic_registration` lets tools register themselves; `access_token`, `roster` and `gradebook` are its services.
"""

from .app import create_platform
from .registration import registration

__all__ = ["create_platform", "registration"]
