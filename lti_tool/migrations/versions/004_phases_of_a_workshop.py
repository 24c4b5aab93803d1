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
    op.create_table('series',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('course_id', sa.Integer(), nullable=False),
    sa.Column('origin_id', sa.Integer(), nullable=True),
    sa.Column('title', sa.JSON(), nullable=False),
    sa.Column('theme', sa.JSON(), nullable=False),
    sa.Column('goal', sa.JSON(), nullable=False),
    sa.Column('position', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['course_id'], ['course.id'], name=op.f('fk_series_course_id_course'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['origin_id'], ['series.id'], name=op.f('fk_series_origin_id_series'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_series')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('series', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_series_course_id'), ['course_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_series_origin_id'), ['origin_id'], unique=False)

    op.create_table('announcement',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('series_id', sa.Integer(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=True),
    sa.Column('text', sa.JSON(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('edited_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_announcement_author_id_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['series_id'], ['series.id'], name=op.f('fk_announcement_series_id_series'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_announcement')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('announcement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_announcement_author_id'), ['author_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_announcement_series_id'), ['series_id'], unique=False)

    op.create_table('occasion',
    sa.Column('board_id', sa.Integer(), nullable=False),
    sa.Column('series_id', sa.Integer(), nullable=True),
    sa.Column('position', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=True),
    sa.Column('goal', sa.JSON(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('meeting_link', sa.String(length=2000), nullable=False),
    sa.Column('languages', sa.JSON(), nullable=False),
    sa.Column('told_early', sa.Boolean(), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['board_id'], ['board.id'], name=op.f('fk_occasion_board_id_board'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['series_id'], ['series.id'], name=op.f('fk_occasion_series_id_series'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('board_id', name=op.f('pk_occasion'))
    )
    with op.batch_alter_table('occasion', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_occasion_series_id'), ['series_id'], unique=False)

    op.create_table('action_mark',
    sa.Column('note_id', sa.Integer(), nullable=False),
    sa.Column('who', sa.String(length=80), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('done', sa.Boolean(), nullable=False),
    sa.Column('marked_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['note_id'], ['note.id'], name=op.f('fk_action_mark_note_id_note'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('note_id', name=op.f('pk_action_mark'))
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
