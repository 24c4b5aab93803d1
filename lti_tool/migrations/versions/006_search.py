"""Search

Revision ID: 006
Revises: 005
"""
import sqlalchemy as sa
from alembic import op

from lti_tool.search.index import make_index

revision = '006'
down_revision = '005'
branch_labels = None
depends_on = None

THINGS = ('activity', 'note', 'theme', 'post_text', 'series', 'summary_text')


def upgrade():
    op.create_table('search_entry',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('course_id', sa.Integer(), nullable=False),
    *(sa.Column(f'{thing}_id', sa.Integer(), nullable=True) for thing in THINGS),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['course_id'], ['course.id'], name=op.f('fk_search_entry_course_id_course'), ondelete='CASCADE'),
    *(sa.ForeignKeyConstraint([f'{thing}_id'], [f'{thing}.id'], name=op.f(f'fk_search_entry_{thing}_id_{thing}'), ondelete='CASCADE') for thing in THINGS),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_search_entry')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('search_entry', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_search_entry_course_id_kind_at'), ['course_id', 'kind', 'at'], unique=False)
        for thing in THINGS:
            batch_op.create_index(batch_op.f(f'ix_search_entry_{thing}_id'), [f'{thing}_id'], unique=False)
    make_index(op.get_bind())


def downgrade():
    raise NotImplementedError("restore a backup instead")
