"""Self-assessments: before, after and looking back; of a group only from five people on."""
import pytest

from tests.support.cast import Person

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def assessed(module):
    unit = module.unit()
    module.marja.press(module.marja.open(f"{module.path}/settings"), f"{module.path}/settings", **{"statement-0-fi": "Kirjaan havainnon ja arvion erikseen."})
    before = module.step(unit, "self_assessment", "Ennen", **{"text-fi": ""})
    after = module.step(unit, "self_assessment", "Jälkeen", **{"text-fi": "", "occasion": "after"})
    module.publish()
    return before, after


def answer(module, visitor, assessed, before=2, back=1, after=4):
    module.begin(visitor)
    module.do(visitor, assessed[0], statement="1", **{"now-1": before})
    module.do(visitor, assessed[1], statement="1", **{"now-1": after, "back-1": back})


def test_one_sees_before_looking_back_and_after_beside_each_other(module, assessed, aino):
    answer(module, aino, assessed)
    assert [cell.text_content() for cell in aino.open(f"{module.path}/self-assessment").all("td") if cell.get("class") == "num"] == ["2", "1", "4"]
    assert "erikseen" not in module.marja.open(f"{module.path}/self-assessment").text


def test_a_group_is_shown_from_five_people_on_and_the_same_to_all(module, assessed, enter):
    people = [enter(Person(f"group-{number}", f"Ryhmä{number}", "Läinen")) for number in range(5)]
    for number, visitor in enumerate(people[:4]):
        answer(module, visitor, assessed, before=1 + number % 2)
    assert "1,5" not in module.marja.open(f"{module.path}/self-assessment").text
    answer(module, people[4], assessed, before=3)
    seen = module.marja.open(f"{module.path}/self-assessment").text
    assert "1,8" in seen and "4,0" in seen and "1,8" in people[0].open(f"{module.path}/self-assessment").text


def test_an_answer_outside_the_scale_is_refused(module, assessed, aino):
    module.begin(aino)
    for form in ({"now-1": "6"}, {"now-1": "hyvin"}, {}):
        assert aino.post(f"{module.path}/steps/{assessed[0]}/work", statement="1", **form).status == 422
