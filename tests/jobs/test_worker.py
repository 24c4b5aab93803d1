"""The worker: one at a time, again after a failure, again after a crash, and never twice at once."""
import logging
import threading
from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask import url_for
from flask_babel import force_locale, gettext

from lti_tool.db import db, transaction
from lti_tool.db.transaction import writing
from lti_tool.jobs import Job, JobFailed, later, register_job, work_off, worker
from tests.support.application import make_app

WAIT = 30


class Boom(Exception):
    pass


def raising(error):
    def act(_about):
        raise error
    return act


def test_it_is_done_outside_any_transaction_where_addresses_and_languages_work(app, kind, plan):
    found = []

    def act(_about):
        found.extend([db.session().in_transaction(), writing(), url_for("lti.launch", _external=True)])
        with force_locale("fi"):
            found.append(gettext("Close") != "")

    kind(act)
    plan()
    work_off(app)
    assert found == [False, False, "https://tool.example/lti/launch", True]


def test_what_fails_is_tried_again_with_the_pauses_of_its_kind_and_then_given_up(app, kind, plan, jobs, clock, done, caplog):
    kind(raising(JobFailed("the service answered 503")), pauses=(60, 300))
    plan()
    assert work_off(app) == 1
    [job] = jobs()
    assert (job.problem, job.tries, job.leased_until) == ("the service answered 503", 1, None)
    clock.forward(seconds=59)
    assert work_off(app) == 0
    clock.forward(seconds=2)
    assert work_off(app) == 1
    clock.forward(seconds=290)
    assert work_off(app) == 0
    with caplog.at_level(logging.WARNING):
        clock.forward(seconds=20)
        assert work_off(app) == 1
    assert jobs() == [] and len(done) == 3
    assert "job visit course:7 given up after 3 tries: the service answered 503" in caplog.text


def test_what_an_exception_says_is_neither_kept_nor_logged(app, kind, plan, jobs, caplog):
    kind(raising(Boom("asiakas Virtanen, 040 123 4567")))
    plan()
    work_off(app)
    assert jobs()[0].problem == "Boom"
    assert "Boom" in caplog.text and "Virtanen" not in caplog.text


def test_one_that_fails_does_not_keep_the_next_from_being_done(app, kind, plan, done, jobs):
    def act(about):
        if about == "course:7":
            db.session.execute(sa.text("SELECT * FROM no_such_table"))  # its session is broken too
    kind(act)
    plan("course:7")
    plan("course:8")
    assert work_off(app) == 2
    assert done == ["course:7", "course:8"] and [job.about for job in jobs()] == ["course:7"]


@pytest.mark.every_case
@pytest.mark.parametrize("ends", ["well", "badly"])
def test_what_is_planned_anew_while_it_is_done_is_done_again(app, kind, plan, done, jobs, ends):
    def act(about):
        if len(done) == 1:
            plan()  # something was changed that this run may have missed
            if ends == "badly":
                raise JobFailed("no answer")
    kind(act)
    plan()
    assert work_off(app) == 2
    assert done == ["course:7"] * 2 and jobs() == []


def test_what_is_planned_for_tomorrow_while_it_is_done_is_done_tomorrow(app, kind, plan, done, jobs, clock):
    kind(lambda _about: plan(at=clock() + timedelta(days=1)) if len(done) == 1 else None)
    plan()
    assert work_off(app) == 1 and len(jobs()) == 1
    clock.forward(days=1, minutes=1)
    assert work_off(app) == 1 and jobs() == []


def test_what_is_planned_twice_while_it_is_done_counts_from_the_earlier_time(app, kind, plan, done, jobs, clock):
    def act(_about):
        if len(done) == 1:
            plan(at=clock() + timedelta(hours=1))
            plan(at=clock() + timedelta(hours=5))
    kind(act)
    plan()
    work_off(app)
    clock.forward(hours=1, minutes=1)
    assert work_off(app) == 1 and jobs() == []


def test_what_a_process_left_behind_is_done_by_another_when_the_lease_has_run_out(app, kind, plan, jobs, clock, done):
    kind()
    plan()
    assert worker.lease(app).about == "course:7"  # and then its process was killed
    assert work_off(app) == 0
    clock.forward(minutes=9)
    assert work_off(app) == 0
    clock.forward(minutes=2)
    assert work_off(app) == 1 and (done, jobs()) == (["course:7"], [])


def test_what_kills_its_process_every_time_is_given_up(app, kind, plan, jobs, clock, caplog):
    kind(pauses=(1,))
    plan("course:7")
    for _try in range(2):
        assert worker.lease(app)
        clock.forward(minutes=11)
    plan("course:8", at=clock())
    with app.app_context(), transaction():
        assert db.session.scalars(sa.select(Job.about).order_by(Job.id)).all() == ["course:7", "course:8"]
    assert work_off(app) == 1
    assert jobs() == [] and "given up after 2 tries" in caplog.text


def test_who_comes_back_after_its_lease_takes_nothing_from_its_successor(app, kind, plan, jobs, clock):
    kind()
    plan()
    slow = worker.lease(app)
    clock.forward(minutes=11)
    successor = worker.lease(app)
    worker.settle(app, slow, None)
    assert [job.leased_until for job in jobs()] == [successor.until]
    worker.settle(app, successor, None)
    assert jobs() == []


def test_a_long_job_stays_leased(app, kind, plan, jobs, clock, monkeypatch):
    monkeypatch.setattr(worker, "RENEWED_EVERY", 0.01)
    seen = []

    def act(_about):
        begun = jobs()[0].leased_until
        clock.forward(minutes=9)
        for _look in range(1000):
            if jobs()[0].leased_until > begun + timedelta(minutes=5):
                break
            threading.Event().wait(0.01)
        clock.forward(minutes=5)
        seen.append(worker.lease(app))  # somebody else looks

    kind(act)
    plan()
    assert work_off(app) == 1
    assert seen == [None] and jobs() == []


def test_many_workers_of_several_processes_do_each_job_once(app, database_url, jobs):
    """Each with an application and connections of its own, as processes have them."""
    count, workers = 30, 4
    guard, doing, done, twice = threading.Lock(), set(), [], []

    def do(about):
        with guard:
            if about in doing:
                twice.append(about)
            doing.add(about)
        done.append(about)
        with guard:
            doing.discard(about)

    register_job(app, "visit", do)
    with app.app_context(), transaction():
        for number in range(count):
            later("visit", f"course:{number}")
    others = [make_app(database_url) for _each in range(workers)]
    ready = threading.Barrier(workers)

    def run(other):
        register_job(other, "visit", do)
        ready.wait(WAIT)
        work_off(other)

    threads = [threading.Thread(target=run, args=(other,)) for other in others]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(WAIT)
    assert not any(thread.is_alive() for thread in threads)
    for other in others:
        with other.app_context():
            db.engine.dispose()
    assert (sorted(done), twice, jobs()) == (sorted(f"course:{number}" for number in range(count)), [], [])


def test_what_a_newer_program_planned_is_left_for_it(app, kind, plan, jobs):
    kind()
    plan()
    del app.extensions["job_kinds"]["visit"]
    assert work_off(app) == 0 and len(jobs()) == 1
