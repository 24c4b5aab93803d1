import pytest
pytestmark = pytest.mark.browser
@pytest.mark.parametrize("n", range(50))
def test_open(meet, board, n):
    meet("aino").open(board.link)
