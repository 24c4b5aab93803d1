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
    op.create_table('feedback_form',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('course_id', sa.Integer(), nullable=False),
    sa.Column('activity_id', sa.Integer(), nullable=True),
    sa.Column('phase_id', sa.Integer(), nullable=True),
    sa.Column('title', sa.JSON(), nullable=False),
    sa.Column('kept_questions', sa.JSON(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('shared', sa.Boolean(), nullable=False),
    sa.Column('reply', sa.JSON(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_feedback_form_activity_id_activity'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['course_id'], ['course.id'], name=op.f('fk_feedback_form_course_id_course'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feedback_form')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('feedback_form', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_feedback_form_activity_id'), ['activity_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_feedback_form_course_id'), ['course_id'], unique=False)

    op.create_table('feedback_answer',
    sa.Column('form_id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(length=32), nullable=False),
    sa.Column('question', sa.String(), nullable=False),
    sa.Column('stage', sa.Integer(), nullable=False),
    sa.Column('value', sa.Integer(), nullable=True),
    sa.Column('text', sa.String(), nullable=True),
    sa.Column('language', sa.String(), nullable=True),
    sa.Column('removed', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['form_id'], ['feedback_form.id'], name=op.f('fk_feedback_answer_form_id_feedback_form'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('form_id', 'key', name=op.f('pk_feedback_answer')),
    sqlite_with_rowid=False
    )
    op.create_table('feedback_given',
    sa.Column('form_id', sa.Integer(), nullable=False),
    sa.Column('mark', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['form_id'], ['feedback_form.id'], name=op.f('fk_feedback_given_form_id_feedback_form'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('form_id', 'mark', name=op.f('pk_feedback_given')),
    sqlite_with_rowid=False
    )
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
