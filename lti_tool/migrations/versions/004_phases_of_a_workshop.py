"""Phases of a workshop

Revision ID: 004
Revises: 003
"""
import sqlalchemy as sa
from alembic import op

revision = '004'
down_revision = '003'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('material',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('phase_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.JSON(), nullable=False),
    sa.Column('url', sa.String(), nullable=False),
    sa.Column('keeper', sa.String(), nullable=False),
    sa.Column('updated_on', sa.Date(), nullable=True),
    sa.Column('position', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=False),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_material_activity_id_activity'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['phase_id'], ['phase.id'], name=op.f('fk_material_phase_id_phase'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_material')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('material', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_material_activity_id'), ['activity_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_material_phase_id'), ['phase_id'], unique=False)

    with op.batch_alter_table('board', schema=None) as batch_op:
        batch_op.add_column(sa.Column('shown_phase_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('paper_phase_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('timer_started_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('timer_ends_at', sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table('column', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('per_group', sa.Boolean(), server_default=sa.false(), nullable=False))

    with op.batch_alter_table('phase', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('kind', sa.String(), server_default='free', nullable=False))
        batch_op.add_column(sa.Column('script', sa.JSON(), server_default='{}', nullable=False))
        batch_op.add_column(sa.Column('minutes', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('days_before', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('opens_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('closes_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('questions', sa.JSON(), server_default='[]', nullable=False))
        batch_op.add_column(sa.Column('has_materials', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('shows_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True))


    # Boards of several phases came from files so far, and showed the columns of all.
    op.execute("""UPDATE board SET shown_phase_id = (SELECT id FROM phase WHERE phase.board_id = board.id ORDER BY position, id LIMIT 1)
                  WHERE (SELECT count(*) FROM phase WHERE phase.board_id = board.id) > 1""")
    op.execute("UPDATE board SET paper_phase_id = shown_phase_id")


def downgrade():
    raise NotImplementedError("restore a backup instead")
