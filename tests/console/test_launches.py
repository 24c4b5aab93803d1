"""The last launches of a platform: reasons in words and in the reader's language, in pages, and nothing about anybody."""
import pytest

from lti_tool.db import now
from lti_tool.lti.outcome import all_kinds, refusal_of
from lti_tool.lti.record import LaunchRecord
from tests.support.cast import AINO, OTTO
from tests.support.page import words_of
from tests.support.platform import MISSING, rsa_key

pytestmark = pytest.mark.usefixtures("in_english")


def events(seen) -> list[str]:
    return [words_of(row) for row in seen.all("ol", class_="events")[0]]


def record(platform, outcome="launched", **values):
    return LaunchRecord(**{"at": now(), "issuer": platform.issuer, "client_id": platform.client_id, "outcome": outcome, "detail": "", "reference": "", "is_verified": True, **values})


def many(console, platform, count, outcome="launched"):
    with console.writing() as session:
        session.add_all([record(platform, outcome, deployment_id=f"jakelu {number}") for number in range(count)])


def test_a_launch_is_told_with_its_deployment_and_without_its_person(otto, console, platform, app):
    platform.arrive(app.test_client(), AINO)
    seen = otto.open(console.path("launches"))
    assert "Let in" in events(seen)[0] and "Deployment 1" in events(seen)[0]
    main = words_of(seen.one("main"))
    assert not any(word in main for word in (AINO.given_name, AINO.family_name, AINO.sub, OTTO.given_name, "Linkki", "Kirjaamisen"))


def test_a_refusal_is_told_with_its_reason_its_repair_and_its_reference(otto, console, platform, app):
    platform.launch(app.test_client(), AINO, deployment_id="77")
    [reference] = [record.reference for record in records(console)][-1:]
    told = events(otto.open(console.path("launches")))[0]
    assert "The platform sent a deployment ID that is not known here." in told
    assert "The platform sent the deployment ID “77”" in told and "Deployment 77" in told
    assert reference in told and "Signed by the platform" in told


def records(console):
    with console.writing() as session:
        found = session.query(LaunchRecord).order_by(LaunchRecord.id).all()
        session.expunge_all()
        return found


def test_what_had_no_right_signature_is_told_as_such(otto, console, platform, app):
    platform.launch(app.test_client(), AINO, key=rsa_key("another"))
    told = events(otto.open(console.path("launches")))[0]
    assert "anybody could have sent it" in told and "Signed by the platform" not in told
    assert "Deployment" not in told  # nothing of an unsigned message is kept


def test_a_missing_claim_is_named(otto, console, platform, app):
    platform.launch(app.test_client(), AINO, roles=MISSING)
    assert "The platform must send “roles”." in events(otto.open(console.path("launches")))[0]


def test_only_refusals_can_be_shown(otto, console, platform, app):
    platform.launch(app.test_client(), AINO, exp=MISSING)
    platform.arrive(app.test_client(), AINO)
    seen = otto.open(console.path("launches"))
    assert len(events(seen)) == 3  # Otto's own, the refused, Aino's
    only = otto.open(next(link for link in seen.links if link.endswith("only=refusals")))
    assert len(events(only)) == 1 and "too old" in events(only)[0]


def test_nobody_refused_says_so(otto, console):
    assert "Nobody was refused" in otto.open(console.path("launches") + "?only=refusals").text


def test_it_goes_on_in_pages_of_fifty(otto, console, platform):
    many(console, platform, 100, "WrongSignature")
    found, address = [], console.path("launches") + "?only=refusals"
    for length in (50, 50):
        seen = otto.open(address)
        assert len(events(seen)) == length
        found += [words_of(row) for row in seen.all("ol", class_="events")[0]]
        older = [link for link in seen.links if "before=" in link]
        address = older[0] if older else None
    assert address is None
    assert [f"Deployment jakelu {number} " in words for number, words in zip(range(99, -1, -1), found, strict=True)] == [True] * 100


@pytest.mark.every_case
@pytest.mark.parametrize("before", ["0", "-1", "x", "9" * 30, "1"])
def test_an_address_of_somebody_s_own_making_breaks_nothing(otto, console, before):
    assert otto.open(console.path("launches") + f"?before={before}&only=everything").status == 200


def test_what_a_platform_or_a_stranger_wrote_is_shown_as_text(otto, console, platform):
    with console.writing() as session:
        session.add(record(platform, "UnknownDeployment", deployment_id="<script>alert(1)</script>", detail="<b>"))
    seen = otto.open(console.path("launches"))
    assert "<script>alert(1)" not in seen.html and "<script>alert(1)</script>" in events(seen)[0]


def test_a_reason_that_is_known_no_more_is_told_all_the_same(otto, console, platform):
    with console.writing() as session:
        session.add(record(platform, "LaunchIsOldFashioned"))
    assert "a reason that this version does not know any more" in events(otto.open(console.path("launches")))[0]


def test_every_refusal_can_be_said_again_from_its_record(app, platform):
    """Also those that were made with words which no record keeps."""
    kinds = list(all_kinds())
    assert len(kinds) > 20 and len({kind.__name__ for kind in kinds}) == len(kinds)
    with app.test_request_context():
        for kind in kinds:
            refusal = refusal_of(record(platform, kind.__name__, detail="roles is missing", deployment_id="1"))
            assert type(refusal) is kind
            assert refusal.what() and isinstance(refusal.repair(), str) and all(refusal.words())


def test_reasons_are_in_the_reader_s_language(enter, console, platform, app):
    platform.launch(app.test_client(), AINO, exp=MISSING)
    finnish = enter(OTTO._replace(locale="fi-FI")).open(console.path("launches") + "?only=refusals")
    assert "The message is too old" not in finnish.text and "Viesti" in finnish.text
