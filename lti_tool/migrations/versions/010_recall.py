"""Recall cards and follow-ups

Revision ID: 010
Revises: 009
"""
import sqlalchemy as sa
from alembic import op

revision = '010'
down_revision = '009'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('recall_choice',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('course_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('takes', sa.String(), nullable=False),
    sa.Column('rests_until', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['course_id'], ['course.id'], name=op.f('fk_recall_choice_course_id_course'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_recall_choice_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recall_choice')),
    sa.UniqueConstraint('course_id', 'person_id', name=op.f('uq_recall_choice_course_id_person_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('recall_choice', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_recall_choice_person_id'), ['person_id'], unique=False)

    op.create_table('follow_up',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('module_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('which', sa.String(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('shared', sa.Boolean(), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('put_away_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['module_id'], ['activity.id'], name=op.f('fk_follow_up_module_id_activity'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_follow_up_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_follow_up')),
    sa.UniqueConstraint('module_id', 'person_id', 'which', name=op.f('uq_follow_up_module_id_person_id_which')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('follow_up', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_follow_up_person_id'), ['person_id'], unique=False)

    op.create_table('recall_card',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('course_id', sa.Integer(), nullable=False),
    sa.Column('module_id', sa.Integer(), nullable=True),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('note_id', sa.Integer(), nullable=True),
    sa.Column('post_id', sa.Integer(), nullable=True),
    sa.Column('summary_text_id', sa.Integer(), nullable=True),
    sa.Column('step_id', sa.Integer(), nullable=True),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('front', sa.JSON(), nullable=False),
    sa.Column('back', sa.JSON(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('held_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['course_id'], ['course.id'], name=op.f('fk_recall_card_course_id_course'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['module_id'], ['activity.id'], name=op.f('fk_recall_card_module_id_activity'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['note_id'], ['note.id'], name=op.f('fk_recall_card_note_id_note'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['post_id'], ['post.id'], name=op.f('fk_recall_card_post_id_post'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['step_id'], ['step.id'], name=op.f('fk_recall_card_step_id_step'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['summary_text_id'], ['summary_text.id'], name=op.f('fk_recall_card_summary_text_id_summary_text'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recall_card')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('recall_card', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_recall_card_course_id'), ['course_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_recall_card_module_id'), ['module_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_recall_card_note_id'), ['note_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_recall_card_post_id'), ['post_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_recall_card_step_id'), ['step_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_recall_card_summary_text_id'), ['summary_text_id'], unique=False)

    op.create_table('recall_memory',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('card_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('last_on', sa.Date(), nullable=True),
    sa.Column('stability', sa.Double(), nullable=True),
    sa.Column('difficulty', sa.Double(), nullable=True),
    sa.Column('times', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['card_id'], ['recall_card.id'], name=op.f('fk_recall_memory_card_id_recall_card'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_recall_memory_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recall_memory')),
    sa.UniqueConstraint('card_id', 'person_id', name=op.f('uq_recall_memory_card_id_person_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('recall_memory', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_recall_memory_person_id'), ['person_id'], unique=False)

    op.create_table('recall_review',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('memory_id', sa.Integer(), nullable=False),
    sa.Column('knew', sa.Boolean(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['memory_id'], ['recall_memory.id'], name=op.f('fk_recall_review_memory_id_recall_memory'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recall_review')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('recall_review', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_recall_review_memory_id'), ['memory_id'], unique=False)



def downgrade():
    raise NotImplementedError("restore a backup instead")
