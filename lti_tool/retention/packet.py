"""Everything in a course as one file: a page that lists its activities, a folder for each, as its kind packs it, and the results of its feedback."""
import zipfile
from tempfile import SpooledTemporaryFile

from flask import render_template

from ..activities.activity import activities_of, state_word
from ..activities.kinds import kind_of
from ..db import now
from ..feedback import forms_of
from ..feedback.export import as_html
from ..feedback.results import results_of
from ..people import Course
from ..web import current_language

IN_MEMORY = 4_000_000


def packet_of(course: Course):
    """An open file, at its beginning. A long one lies on the disk."""
    packet = SpooledTemporaryFile(max_size=IN_MEMORY)
    with zipfile.ZipFile(packet, "w", zipfile.ZIP_DEFLATED) as archive:
        packed = [(activity.title.best(current_language(), *course.languages), state_word(activity.state), kind_of(activity.kind).pack(activity, archive, number))
                  for number, activity in enumerate(activities_of(course.id), 1)]
        archive.writestr("index.html", render_template("retention/packet.html", course=course, packed=packed, feedback=pack_feedback(course, archive), made=now()))
    packet.seek(0)
    return packet


def pack_feedback(course: Course, archive: zipfile.ZipFile) -> list[tuple]:
    """[(title, its page), ...] of the forms that have results to show."""
    reading, packed = (current_language(), *course.languages), []
    for form in forms_of(course.id):
        if (results := results_of(form)).of_questions:
            packed.append((form.title.best(*reading), f"feedback/{len(packed) + 1}.html"))
            archive.writestr(packed[-1][1], as_html(form, results, reading))
    return packed
