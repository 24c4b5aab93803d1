"""Boards that are better

Revision ID: 002
Revises: 001
"""
import sqlalchemy as sa
from alembic import op

revision = '002'
down_revision = '001'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('stored_file',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('kind_name', sa.String(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('width', sa.Integer(), nullable=True),
    sa.Column('height', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_stored_file')),
    sa.UniqueConstraint('digest', name=op.f('uq_stored_file_digest')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('stored_file', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_stored_file_made_at'), ['made_at'], unique=False)

    op.create_table('board_template',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('course_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.JSON(), nullable=False),
    sa.Column('purpose', sa.JSON(), nullable=False),
    sa.Column('contents', sa.JSON(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['course_id'], ['course.id'], name=op.f('fk_board_template_course_id_course'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_board_template')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('board_template', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_board_template_course_id'), ['course_id'], unique=False)

    op.create_table('region',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.JSON(), nullable=False),
    sa.Column('position', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=False),
    sa.Column('offered', sa.Boolean(), nullable=False),
    sa.Column('course_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['course_id'], ['course.id'], name=op.f('fk_region_course_id_course'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_region')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('region', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_region_course_id'), ['course_id'], unique=False)

    op.create_table('work_role',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.JSON(), nullable=False),
    sa.Column('position', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=False),
    sa.Column('offered', sa.Boolean(), nullable=False),
    sa.Column('course_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['course_id'], ['course.id'], name=op.f('fk_work_role_course_id_course'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_work_role')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('work_role', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_work_role_course_id'), ['course_id'], unique=False)

    op.create_table('attachment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('thing', sa.String(), nullable=False),
    sa.Column('file_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('alternative_text', sa.String(), nullable=False),
    sa.Column('decorative', sa.Boolean(), nullable=False),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_attachment_activity_id_activity'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['file_id'], ['stored_file.id'], name=op.f('fk_attachment_file_id_stored_file')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attachment')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('attachment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_attachment_activity_id'), ['activity_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_attachment_file_id'), ['file_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_attachment_thing'), ['thing'], unique=False)

    op.create_table('look',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('thing', sa.String(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('facilitator_id', sa.Integer(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_look_activity_id_activity'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_look_author_id_person'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['facilitator_id'], ['person.id'], name=op.f('fk_look_facilitator_id_person'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_look')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('look', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_look_activity_id'), ['activity_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_look_author_id'), ['author_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_look_facilitator_id'), ['facilitator_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_look_thing'), ['thing'], unique=False)

    op.create_table('comment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('note_id', sa.Integer(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('edited_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('deleted_by_facilitator', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('anonymity', sa.String(), server_default='named', nullable=False),
    sa.Column('secret_mark', sa.String(length=64), nullable=True),
    sa.Column('imported', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=True),
    sa.Column('region_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_comment_activity_id_activity'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_comment_author_id_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['note_id'], ['note.id'], name=op.f('fk_comment_note_id_note'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_comment_region_id_region'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_comment')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('comment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_comment_activity_id_note_id_deleted_at'), ['activity_id', 'note_id', 'deleted_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_comment_author_id'), ['author_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_comment_note_id'), ['note_id'], unique=False)

    op.create_table('reaction',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('note_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('reactor', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['note_id'], ['note.id'], name=op.f('fk_reaction_note_id_note'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reaction')),
    sa.UniqueConstraint('note_id', 'kind', 'reactor', name=op.f('uq_reaction_note_id_kind_reactor')),
    sqlite_autoincrement=True
    )
    op.create_table('vote',
    sa.Column('note_id', sa.Integer(), nullable=False),
    sa.Column('voter', sa.String(length=64), nullable=False),
    sa.Column('phase_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['note_id'], ['note.id'], name=op.f('fk_vote_note_id_note'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['phase_id'], ['phase.id'], name=op.f('fk_vote_phase_id_phase'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('note_id', 'voter', name=op.f('pk_vote'))
    )
    with op.batch_alter_table('vote', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_vote_phase_id_voter'), ['phase_id', 'voter'], unique=False)

    with op.batch_alter_table('act', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('secret_mark', sa.String(length=64), nullable=True))

    with op.batch_alter_table('board', schema=None) as batch_op:
        batch_op.add_column(sa.Column('anonymity', sa.String(), server_default='named', nullable=False))
        batch_op.add_column(sa.Column('frozen', sa.Boolean(), server_default=sa.false(), nullable=False))

    with op.batch_alter_table('course', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('guarded_words', sa.JSON(), server_default='[]', nullable=False))
        batch_op.add_column(sa.Column('has_lists', sa.Boolean(), server_default=sa.false(), nullable=False))

    with op.batch_alter_table('membership', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('region_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('work_role_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('asked_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f('ix_membership_region_id'), ['region_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_membership_work_role_id_work_role'), 'work_role', ['work_role_id'], ['id'], ondelete='SET NULL')
        batch_op.create_foreign_key(batch_op.f('fk_membership_region_id_region'), 'region', ['region_id'], ['id'], ondelete='SET NULL')

    with op.batch_alter_table('note', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('deleted_by_facilitator', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('stack_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('anonymity', sa.String(), server_default='named', nullable=False))
        batch_op.add_column(sa.Column('secret_mark', sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column('imported', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('region_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_note_stack_id'), ['stack_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_note_region_id_region'), 'region', ['region_id'], ['id'], ondelete='SET NULL')
        batch_op.create_foreign_key(batch_op.f('fk_note_stack_id_note'), 'note', ['stack_id'], ['id'], ondelete='SET NULL')

    with op.batch_alter_table('person', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('view', sa.String(), server_default='board', nullable=False))
        batch_op.add_column(sa.Column('calm', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('announcements', sa.String(), server_default='summary', nullable=False))
        batch_op.add_column(sa.Column('hotkeys', sa.Boolean(), server_default=sa.true(), nullable=False))

    # Who deleted a note is no longer stored, only whether it was somebody else than its author.
    op.execute(sa.text("UPDATE note SET deleted_by_facilitator = true WHERE deleted_by_id IS NOT NULL AND deleted_by_id IS DISTINCT FROM author_id"))
    with op.batch_alter_table('note', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.drop_index(batch_op.f('ix_note_deleted_by_id'))
        batch_op.drop_constraint(batch_op.f('fk_note_deleted_by_id_person'), type_='foreignkey')
        batch_op.drop_column('deleted_by_id')

    with op.batch_alter_table('phase', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('comments', sa.Boolean(), server_default=sa.true(), nullable=False))
        batch_op.add_column(sa.Column('reactions', sa.Boolean(), server_default=sa.true(), nullable=False))
        batch_op.add_column(sa.Column('votes_each', sa.Integer(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('voting_open', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('votes_shown', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('hides_notes', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('reveals_at', sa.DateTime(timezone=True), nullable=True))



def downgrade():
    raise NotImplementedError("restore a backup instead")
