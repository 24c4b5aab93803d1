"""Announcements of a series: told by facilitators, changed, deleted, restored."""
from flask import Blueprint, render_template, url_for

from ..access import FACILITATE, find, here
from ..live import operation_done, remember_operation
from ..web import leads_to, take_wording
from .announcement import TEXT_LIMIT, Announcement, make_announcement
from .series import Series

announcements = Blueprint("announcements", __name__)


def to_series(series_id: int, **how):
    return leads_to(url_for("series.show", series_id=series_id, _anchor="told-h", **how))


@announcements.post("/series/<int:series_id>/announcements")
def make(series_id):
    series = find(Series, series_id, to=FACILITATE)
    topic = series.course.topic_id
    if not operation_done(topic):
        announcement = make_announcement(series, take_wording("announcement", TEXT_LIMIT, series.course.languages, required=True), here().person)
        remember_operation(topic, f"announcement:{announcement.id}")
    return to_series(series.id)


@announcements.get("/announcements/<int:announcement_id>")
def edit(announcement_id):
    announcement = find(Announcement, announcement_id, to=FACILITATE)
    return render_template("workshops/announcement.html", announcement=announcement, series=announcement.series, course=announcement.series.course, viewpoint=here().own)


@announcements.post("/announcements/<int:announcement_id>")
def change(announcement_id):
    announcement = find(Announcement, announcement_id, to=FACILITATE)
    announcement.edit(take_wording("announcement", TEXT_LIMIT, announcement.series.course.languages, announcement.text, required=True))
    return to_series(announcement.series_id)


@announcements.post("/announcements/<int:announcement_id>/deletion")
def delete(announcement_id):
    announcement = find(Announcement, announcement_id, to=FACILITATE)
    announcement.delete()
    return to_series(announcement.series_id, deleted=announcement.id)


@announcements.post("/announcements/<int:announcement_id>/restoration")
def restore(announcement_id):
    announcement = find(Announcement, announcement_id, to=FACILITATE)
    announcement.restore()
    return to_series(announcement.series_id)
