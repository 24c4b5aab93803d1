"""What refers to stored files: every column that does is registered here. A file to which nothing refers any more goes, with its bytes."""
import sqlalchemy as sa
from flask import current_app

from .stored_file import StoredFile


def register_reference(app, column) -> None:
    """`column` holds numbers of stored files."""
    app.extensions["file_references"].append(column)


def referred_to(number=StoredFile.id) -> sa.ColumnElement:
    """Whether anything refers to that file, in SQL."""
    return sa.or_(*(sa.exists().where(column == number) for column in current_app.extensions["file_references"]))
