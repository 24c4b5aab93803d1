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
    with op.batch_alter_table('board', schema=None) as batch_op:
        batch_op.add_column(sa.Column('shown_phase_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('paper_phase_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('timer_started_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('timer_ends_at', sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table('phase', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('kind', sa.String(), server_default='free', nullable=False))
        batch_op.add_column(sa.Column('script', sa.JSON(), server_default='{}', nullable=False))
        batch_op.add_column(sa.Column('minutes', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('shows_id', sa.Integer(), nullable=True))

    # Boards of several phases came from files so far, and showed the columns of all.
    op.execute("""UPDATE board SET shown_phase_id = (SELECT id FROM phase WHERE phase.board_id = board.id ORDER BY position, id LIMIT 1)
                  WHERE (SELECT count(*) FROM phase WHERE phase.board_id = board.id) > 1""")
    op.execute("UPDATE board SET paper_phase_id = shown_phase_id")


def downgrade():
    raise NotImplementedError("restore a backup instead")
