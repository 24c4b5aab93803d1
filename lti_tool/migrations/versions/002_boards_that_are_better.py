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
        batch_op.add_column(sa.Column('has_lists', sa.Boolean(), server_default=sa.false(), nullable=False))

    with op.batch_alter_table('membership', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('region_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('work_role_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('asked_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f('ix_membership_region_id'), ['region_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_membership_region_id_region'), 'region', ['region_id'], ['id'], ondelete='SET NULL')
        batch_op.create_foreign_key(batch_op.f('fk_membership_work_role_id_work_role'), 'work_role', ['work_role_id'], ['id'], ondelete='SET NULL')

    with op.batch_alter_table('note', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('deleted_by_facilitator', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('stack_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('anonymity', sa.String(), server_default='named', nullable=False))
        batch_op.add_column(sa.Column('secret_mark', sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column('region_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_note_stack_id'), ['stack_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_note_stack_id_note'), 'note', ['stack_id'], ['id'], ondelete='SET NULL')
        batch_op.create_foreign_key(batch_op.f('fk_note_region_id_region'), 'region', ['region_id'], ['id'], ondelete='SET NULL')

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
