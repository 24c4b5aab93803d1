"""A workshop: what a board is called that was made as one."""
import pytest

from lti_tool.boards import Board
from lti_tool.db import db
from tests.support.bulk import writing


@pytest.fixture
def workshop(app, board):
    with writing(app):
        db.session.get(Board, board.id).made_as_workshop = True
    return board
