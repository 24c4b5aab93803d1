"""Walls

Revision ID: 005
Revises: 004
"""
import sqlalchemy as sa
from alembic import op

revision = '005'
down_revision = '004'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('field',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('title', sa.JSON(), nullable=False),
    sa.Column('hint', sa.JSON(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('required', sa.Boolean(), nullable=False),
    sa.Column('options', sa.JSON(), nullable=False),
    sa.Column('position', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=False),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('wall_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['wall_id'], ['activity.id'], name=op.f('fk_field_wall_id_activity'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_field')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('field', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_field_wall_id'), ['wall_id'], unique=False)

    op.create_table('post',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('edited_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('pinned', sa.Boolean(), nullable=False),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('deleted_by_facilitator', sa.Boolean(), nullable=False),
    sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('anonymity', sa.String(), server_default='named', nullable=False),
    sa.Column('secret_mark', sa.String(length=64), nullable=True),
    sa.Column('imported', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=True),
    sa.Column('region_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_post_activity_id_activity'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_post_author_id_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_post_region_id_region'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_post')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('post', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_post_activity_id_state_published_at'), ['activity_id', 'state', 'published_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_post_author_id'), ['author_id'], unique=False)

    op.create_table('theme',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('title', sa.JSON(), nullable=False),
    sa.Column('colour', sa.String(), nullable=False),
    sa.Column('position', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=False),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('wall_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['wall_id'], ['activity.id'], name=op.f('fk_theme_wall_id_activity'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_theme')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('theme', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_theme_wall_id'), ['wall_id'], unique=False)

    op.create_table('wall',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('purpose', sa.JSON(), nullable=False),
    sa.Column('shared', sa.String(), nullable=False),
    sa.Column('anonymity', sa.String(), nullable=False),
    sa.Column('posting', sa.String(), nullable=False),
    sa.Column('approves_first', sa.Boolean(), nullable=False),
    sa.Column('takes_comments', sa.Boolean(), nullable=False),
    sa.Column('takes_steps', sa.Boolean(), nullable=False),
    sa.Column('frozen', sa.Boolean(), nullable=False),
    sa.Column('opens_on', sa.Date(), nullable=True),
    sa.Column('closes_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['id'], ['activity.id'], name=op.f('fk_wall_id_activity'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wall'))
    )
    op.create_table('adoption',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('post_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('step', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_adoption_person_id_person'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['post_id'], ['post.id'], name=op.f('fk_adoption_post_id_post'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_adoption')),
    sa.UniqueConstraint('post_id', 'person_id', 'step', name=op.f('uq_adoption_post_id_person_id_step')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('adoption', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_adoption_person_id'), ['person_id'], unique=False)

    op.create_table('post_text',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('post_id', sa.Integer(), nullable=False),
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('answers', sa.JSON(), nullable=False),
    sa.Column('beginning', sa.String(), nullable=False),
    sa.Column('draft', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('draft_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_post_text_activity_id_activity'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['post_id'], ['post.id'], name=op.f('fk_post_text_post_id_post'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_post_text')),
    sa.UniqueConstraint('post_id', 'language', name=op.f('uq_post_text_post_id_language')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('post_text', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_post_text_activity_id'), ['activity_id'], unique=False)

    op.create_table('post_theme',
    sa.Column('post_id', sa.Integer(), nullable=False),
    sa.Column('theme_id', sa.Integer(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['post_id'], ['post.id'], name=op.f('fk_post_theme_post_id_post'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['theme_id'], ['theme.id'], name=op.f('fk_post_theme_theme_id_theme'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('post_id', 'theme_id', name=op.f('pk_post_theme'))
    )
    with op.batch_alter_table('post_theme', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_post_theme_theme_id'), ['theme_id'], unique=False)

    op.create_table('scale_answer',
    sa.Column('phase_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('value', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_scale_answer_person_id_person'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['phase_id'], ['phase.id'], name=op.f('fk_scale_answer_phase_id_phase'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('phase_id', 'person_id', name=op.f('pk_scale_answer'))
    )
    with op.batch_alter_table('scale_answer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_scale_answer_person_id'), ['person_id'], unique=False)

    with op.batch_alter_table('phase', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('scale', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('scale_low', sa.JSON(), server_default='{}', nullable=False))
        batch_op.add_column(sa.Column('scale_high', sa.JSON(), server_default='{}', nullable=False))



def downgrade():
    raise NotImplementedError("restore a backup instead")
