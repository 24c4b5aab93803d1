"""Planning: one job of a kind about one thing, the earlier time counts, and nothing is planned by what was rolled back."""
import threading
from datetime import timedelta

import pytest

from lti_tool.db import ReadingOnly, transaction
from lti_tool.jobs import later, work_off

WAIT = 30


@pytest.fixture(autouse=True)
def visits(kind):
    kind()


def test_what_is_planned_twice_is_done_once_at_the_earlier_time(plan, jobs, clock, app, done):
    plan(at=clock() + timedelta(hours=3))
    plan(at=clock() + timedelta(hours=1))
    plan(at=clock() + timedelta(hours=2))
    assert len(jobs()) == 1
    clock.forward(minutes=59)
    assert work_off(app) == 0
    clock.forward(minutes=1)
    assert work_off(app) == 1
    assert (done, jobs()) == (["course:7"], [])


def test_each_thing_has_a_job_of_its_own(plan, app, done):
    plan("course:7")
    plan("course:8")
    assert work_off(app) == 2 and done == ["course:7", "course:8"]


def test_who_rolls_back_has_planned_nothing_and_wakes_nobody(app, jobs):
    with pytest.raises(LookupError), app.app_context(), transaction():
        later("visit", "course:7")
        raise LookupError
    assert jobs() == [] and not app.extensions["jobs_planned"].is_set()


def test_only_what_is_due_wakes_the_worker(plan, app, clock):
    plan("course:8", at=clock() + timedelta(minutes=1))
    assert not app.extensions["jobs_planned"].is_set()
    plan()
    assert app.extensions["jobs_planned"].is_set()


def test_two_requests_that_plan_the_same_at_once_both_succeed(app, jobs):
    ready, failed = threading.Barrier(2), []

    def run():
        try:
            ready.wait(WAIT)
            with app.app_context(), transaction():
                later("visit", "course:7")
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=run) for _each in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(WAIT)
    assert failed == [] and len(jobs()) == 1


def test_what_only_reads_plans_nothing(app):
    with app.app_context(), pytest.raises(ReadingOnly), transaction(writes=False):
        later("visit", "course:7")


def test_a_kind_that_nobody_registered_is_a_mistake_of_ours(app):
    with app.app_context(), transaction(), pytest.raises(AssertionError, match="unknown"):
        later("unknown", "course:7")
