"""lti-tool courses: which courses there are, and joining one that came back under new keys."""
import click
import sqlalchemy as sa

from ..db import db, transaction
from .course import Course, CourseContext

NUMBER = click.IntRange(1, 2**31 - 1)


@click.group()
def courses():
    """Courses that have been opened from a learning platform."""


@courses.command("list")
def list_courses():
    """Every course with the keys under which it arrives."""
    for course in db.session.scalars(sa.select(Course).order_by(Course.id)):
        click.echo(f"{course.id}  {course.title}")
        for context in db.session.scalars(sa.select(CourseContext).filter_by(course_id=course.id)):
            click.echo(f"    context {context.id}: {context.context_id} of {context.issuer}, client {context.client_id}, deployment {context.deployment_id}")


@courses.command("join")
@click.argument("context", type=NUMBER)
@click.argument("course", type=NUMBER)
def join(context, course):
    """Lets CONTEXT (its number in the list) lead to COURSE. For a course that came back under a new deployment.

    The course it led to before stays in the database, with whatever was made in it.
    """
    with transaction():
        arriving, target = db.session.get(CourseContext, context), db.session.get(Course, course)
        if arriving is None or target is None:
            raise click.ClickException("There is no such context or course: see `lti-tool courses list`.")
        if arriving.issuer not in db.session.scalars(sa.select(CourseContext.issuer).filter_by(course_id=target.id)).all():
            raise click.ClickException("That course belongs to another learning platform.")
        arriving.course_id = target.id
    click.echo(f"Context {context} now leads to course {course}.")

