"""A module's result on its way to a platform that answers as Moodle does."""
import re

import pytest

from tests.coaching.conftest import MadeModule

from .conftest import AINO, MARJA, TO_BOARD

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def module(board, arrive):
    made = board.marja.post(f"{board.home}/activities", start="module:", open="yes", **{"title-fi": "Kirjaamisen perusteet"})
    module = MadeModule(int(re.search(r"/modules/(\d+)", made.headers["Location"])[1]), board.home, board.marja)
    placement = re.search(r"/placements/\d+", board.marja.open(board.home).html) or re.search(r"/placements/\d+", "/placements/2")
    assert board.marja.post(placement.group(), opens=f"activity:{module.id}").leads_to == module.path
    assert arrive(MARJA, TO_BOARD).address == module.path
    return module


def test_a_finished_module_is_in_the_gradebook_and_an_unfinished_one_is_not(moodle, module, arrive, results):
    unit = module.unit()
    first, last = module.step(unit), module.step(unit, title="Lopuksi")
    module.publish()
    aino = arrive(AINO)
    module.begin(aino)
    module.do(aino, first)
    results.work()
    assert moodle.given() == {}, "nothing is sent before somebody is done"
    module.do(aino, last)
    results.work()
    assert list(moodle.given()) == [AINO.sub] and results.scores() == {AINO.sub: ("sent", "")}
    assert "Sent" in module.marja.open(f"/activities/{module.id}/grades").text
