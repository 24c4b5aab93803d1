"""Grades: line items of links, what is asked, scores

Revision ID: 008
Revises: 007
"""
import sqlalchemy as sa
from alembic import op

revision = '008'
down_revision = '007'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('grading',
    sa.Column('activity_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('is_on', sa.Boolean(), nullable=False),
    sa.Column('asked', sa.JSON(), nullable=False),
    sa.Column('every', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_grading_activity_id_activity'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('activity_id', name=op.f('pk_grading'))
    )
    op.create_table('own_tick',
    sa.Column('activity_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_own_tick_activity_id_activity'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_own_tick_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('activity_id', 'person_id', name=op.f('pk_own_tick'))
    )
    with op.batch_alter_table('own_tick', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_own_tick_person_id'), ['person_id'], unique=False)

    op.create_table('score',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('given', sa.Double(), nullable=False),
    sa.Column('maximum', sa.Double(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('waiting_since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('moment', sa.DateTime(timezone=True), nullable=True),
    sa.Column('begun', sa.Boolean(), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('problem', sa.String(), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_score_activity_id_activity'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_score_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_score')),
    sa.UniqueConstraint('activity_id', 'person_id', name=op.f('uq_score_activity_id_person_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('score', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_score_person_id'), ['person_id'], unique=False)

    op.create_table('line_item',
    sa.Column('placement_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('issuer', sa.String(), nullable=False),
    sa.Column('client_id', sa.String(), nullable=False),
    sa.Column('address', sa.String(length=2000), nullable=True),
    sa.Column('items_address', sa.String(length=2000), nullable=True),
    sa.Column('may_score', sa.Boolean(), nullable=False),
    sa.Column('may_make', sa.Boolean(), nullable=False),
    sa.Column('is_ours', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['placement_id'], ['placement.id'], name=op.f('fk_line_item_placement_id_placement'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('placement_id', name=op.f('pk_line_item'))
    )


def downgrade():
    raise NotImplementedError("restore a backup instead")
