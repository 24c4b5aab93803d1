"""Modules in the search

Revision ID: 011
Revises: 010
"""
import sqlalchemy as sa
from alembic import op

from lti_tool.search.index import make_index

revision = '011'
down_revision = '010'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('search_entry', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('edition_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('step_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_search_entry_edition_id_edition'), 'edition', ['edition_id'], ['id'], ondelete='CASCADE')
        batch_op.create_index(batch_op.f('ix_search_entry_edition_id'), ['edition_id'], unique=False)

    make_index(op.get_bind())  # of a table that was made anew


def downgrade():
    raise NotImplementedError("restore a backup instead")
