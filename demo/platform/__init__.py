"""A small learning platform to launch the tool from: own process, own origin, own SQLite file; nobody is really signed in.

`courses` says what it holds, `pages` shows it, `launch` and `authorization` are the two steps of an LTI 1.3 launch,
`claims` is what the token says, `store` keeps the key and the open launches.
"""

from .app import create_platform
from .registration import registration

__all__ = ["create_platform", "registration"]
