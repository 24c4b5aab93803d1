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
    op.create_table('grouping',
    sa.Column('board_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('way', sa.String(), nullable=False),
    sa.Column('apart', sa.Boolean(), server_default=sa.true(), nullable=False),
    sa.ForeignKeyConstraint(['board_id'], ['board.id'], name=op.f('fk_grouping_board_id_board'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', name=op.f('pk_grouping'))
    )
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

    op.create_table('summary',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('board_id', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['board_id'], ['board.id'], name=op.f('fk_summary_board_id_board'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_summary')),
    sa.UniqueConstraint('board_id', name=op.f('uq_summary_board_id')),
    sqlite_autoincrement=True
    )
    op.create_table('work_group',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('board_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), server_default='', nullable=False),
    sa.Column('language', sa.String(), nullable=True),
    sa.Column('questions', sa.JSON(), server_default='{}', nullable=False),
    sa.Column('meeting_link', sa.String(length=2000), server_default='', nullable=False),
    sa.Column('note_taker_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['board_id'], ['board.id'], name=op.f('fk_work_group_board_id_board'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['note_taker_id'], ['person.id'], name=op.f('fk_work_group_note_taker_id_person'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_work_group')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('work_group', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_work_group_board_id'), ['board_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_work_group_note_taker_id'), ['note_taker_id'], unique=False)

    op.create_table('group_place',
    sa.Column('board_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('group_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['board_id'], ['board.id'], name=op.f('fk_group_place_board_id_board'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['group_id'], ['work_group.id'], name=op.f('fk_group_place_group_id_work_group'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_group_place_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('board_id', 'person_id', name=op.f('pk_group_place'))
    )
    with op.batch_alter_table('group_place', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_group_place_group_id'), ['group_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_group_place_person_id'), ['person_id'], unique=False)

    op.create_table('mark',
    sa.Column('phase_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_mark_person_id_person'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['phase_id'], ['phase.id'], name=op.f('fk_mark_phase_id_phase'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('phase_id', 'person_id', 'kind', name=op.f('pk_mark'))
    )
    with op.batch_alter_table('mark', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mark_person_id'), ['person_id'], unique=False)

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

    op.create_table('summary_text',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('summary_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('left_out', sa.JSON(), nullable=False),
    sa.Column('published_number', sa.Integer(), nullable=True),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['summary_id'], ['summary.id'], name=op.f('fk_summary_text_summary_id_summary'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_summary_text')),
    sa.UniqueConstraint('summary_id', 'language', name=op.f('uq_summary_text_summary_id_language')),
    sqlite_autoincrement=True
    )
    op.create_table('summary_version',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('text_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('html', sa.String(), nullable=False),
    sa.Column('saved_by', sa.Integer(), nullable=True),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('kept', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['saved_by'], ['person.id'], name=op.f('fk_summary_version_saved_by_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['text_id'], ['summary_text.id'], name=op.f('fk_summary_version_text_id_summary_text'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_summary_version')),
    sa.UniqueConstraint('text_id', 'number', name=op.f('uq_summary_version_text_id_number')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('summary_version', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_summary_version_saved_by'), ['saved_by'], unique=False)

    op.create_table('action_mark',
    sa.Column('note_id', sa.Integer(), nullable=False),
    sa.Column('who', sa.String(length=80), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('done', sa.Boolean(), nullable=False),
    sa.Column('marked_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['note_id'], ['note.id'], name=op.f('fk_action_mark_note_id_note'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('note_id', name=op.f('pk_action_mark'))
    )
    op.create_table('presented',
    sa.Column('board_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('note_id', sa.Integer(), nullable=True),
    sa.Column('column_id', sa.Integer(), nullable=True),
    sa.Column('number', sa.Integer(), server_default='0', nullable=False),
    sa.ForeignKeyConstraint(['board_id'], ['board.id'], name=op.f('fk_presented_board_id_board'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['column_id'], ['column.id'], name=op.f('fk_presented_column_id_column'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['note_id'], ['note.id'], name=op.f('fk_presented_note_id_note'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('board_id', name=op.f('pk_presented'))
    )
    with op.batch_alter_table('presented', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_presented_column_id'), ['column_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_presented_note_id'), ['note_id'], unique=False)

    op.create_table('summary_source',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('summary_id', sa.Integer(), nullable=False),
    sa.Column('note_id', sa.Integer(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['note_id'], ['note.id'], name=op.f('fk_summary_source_note_id_note'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['summary_id'], ['summary.id'], name=op.f('fk_summary_source_summary_id_summary'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_summary_source')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('summary_source', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_summary_source_note_id'), ['note_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_summary_source_summary_id'), ['summary_id'], unique=False)

    with op.batch_alter_table('board', schema=None) as batch_op:
        batch_op.add_column(sa.Column('shown_phase_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('paper_phase_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('in_groups', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('timer_started_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('timer_ends_at', sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table('column', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('per_group', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('group_id', sa.Integer(), nullable=True))

    with op.batch_alter_table('note', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('kept_back', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('origin_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_note_origin_id'), ['origin_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_note_origin_id_note'), 'note', ['origin_id'], ['id'], ondelete='SET NULL')

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
