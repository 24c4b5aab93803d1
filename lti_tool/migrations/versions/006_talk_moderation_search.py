"""Talk, moderation, search

Revision ID: 006
Revises: 005
"""
import sqlalchemy as sa
from alembic import op

from lti_tool.search.index import make_index

revision = '006'
down_revision = '005'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('news_look',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('course_id', sa.Integer(), nullable=False),
    sa.Column('looked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('before_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['course_id'], ['course.id'], name=op.f('fk_news_look_course_id_course'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_news_look_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_news_look')),
    sa.UniqueConstraint('person_id', 'course_id', name=op.f('uq_news_look_person_id_course_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('news_look', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_news_look_course_id'), ['course_id'], unique=False)

    op.create_table('wall_template',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('contents', sa.JSON(), nullable=False),
    sa.Column('title', sa.JSON(), nullable=False),
    sa.Column('purpose', sa.JSON(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('course_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['course_id'], ['course.id'], name=op.f('fk_wall_template_course_id_course'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wall_template')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('wall_template', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_wall_template_course_id'), ['course_id'], unique=False)

    op.create_table('writing_stop',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('course_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('thing', sa.String(), nullable=False),
    sa.Column('shows_name', sa.Boolean(), nullable=False),
    sa.Column('until', sa.Date(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['course_id'], ['course.id'], name=op.f('fk_writing_stop_course_id_course'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_writing_stop_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_writing_stop')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('writing_stop', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_writing_stop_course_id'), ['course_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_writing_stop_person_id'), ['person_id'], unique=False)

    op.create_table('moderation_log',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('thing', sa.String(), nullable=False),
    sa.Column('verb', sa.String(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('was', sa.String(), nullable=False),
    sa.Column('stop_id', sa.Integer(), nullable=True),
    sa.Column('by_id', sa.Integer(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_moderation_log_activity_id_activity'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_moderation_log_by_id_person'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_moderation_log')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('moderation_log', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_moderation_log_activity_id'), ['activity_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_moderation_log_by_id'), ['by_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_moderation_log_thing'), ['thing'], unique=False)

    op.create_table('following',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('theme_id', sa.Integer(), nullable=True),
    sa.Column('post_id', sa.Integer(), nullable=True),
    sa.Column('wanted', sa.Boolean(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_following_activity_id_activity'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_following_person_id_person'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['post_id'], ['post.id'], name=op.f('fk_following_post_id_post'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['theme_id'], ['theme.id'], name=op.f('fk_following_theme_id_theme'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_following')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('following', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_following_activity_id'), ['activity_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_following_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_following_post_id'), ['post_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_following_theme_id'), ['theme_id'], unique=False)

    op.create_table('moderation_answer',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('entry_id', sa.Integer(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('seen_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['entry_id'], ['moderation_log.id'], name=op.f('fk_moderation_answer_entry_id_moderation_log'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_moderation_answer')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('moderation_answer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_moderation_answer_entry_id'), ['entry_id'], unique=False)

    op.create_table('post_comment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('post_id', sa.Integer(), nullable=False),
    sa.Column('to_id', sa.Integer(), nullable=True),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('mark', sa.String(), server_default='', nullable=False),
    sa.Column('marked_at', sa.DateTime(timezone=True), nullable=True),
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
    sa.Column('hidden_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_post_comment_activity_id_activity'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_post_comment_author_id_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['post_id'], ['post.id'], name=op.f('fk_post_comment_post_id_post'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['region_id'], ['region.id'], name=op.f('fk_post_comment_region_id_region'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['to_id'], ['post_comment.id'], name=op.f('fk_post_comment_to_id_post_comment'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_post_comment')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('post_comment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_post_comment_activity_id_made_at'), ['activity_id', 'made_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_post_comment_author_id'), ['author_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_post_comment_post_id'), ['post_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_post_comment_to_id'), ['to_id'], unique=False)

    op.create_table('report',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('activity_id', sa.Integer(), nullable=False),
    sa.Column('thing', sa.String(), nullable=False),
    sa.Column('reporter_id', sa.Integer(), nullable=True),
    sa.Column('secret_mark', sa.String(length=64), nullable=True),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closing_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_report_activity_id_activity'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['closing_id'], ['moderation_log.id'], name=op.f('fk_report_closing_id_moderation_log'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['reporter_id'], ['person.id'], name=op.f('fk_report_reporter_id_person'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_report')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('report', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_report_activity_id'), ['activity_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_report_reporter_id'), ['reporter_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_report_thing'), ['thing'], unique=False)

    op.create_table('saved_post',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('post_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_saved_post_person_id_person'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['post_id'], ['post.id'], name=op.f('fk_saved_post_post_id_post'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_saved_post')),
    sa.UniqueConstraint('person_id', 'post_id', name=op.f('uq_saved_post_person_id_post_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('saved_post', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_saved_post_post_id'), ['post_id'], unique=False)

    op.create_table('mention',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('comment_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('typed', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['comment_id'], ['post_comment.id'], name=op.f('fk_mention_comment_id_post_comment'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_mention_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mention')),
    sa.UniqueConstraint('comment_id', 'person_id', name=op.f('uq_mention_comment_id_person_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('mention', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mention_person_id'), ['person_id'], unique=False)

    op.create_table('search_entry',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('course_id', sa.Integer(), nullable=False),
    sa.Column('activity_id', sa.Integer(), nullable=True),
    sa.Column('note_id', sa.Integer(), nullable=True),
    sa.Column('theme_id', sa.Integer(), nullable=True),
    sa.Column('post_text_id', sa.Integer(), nullable=True),
    sa.Column('post_comment_id', sa.Integer(), nullable=True),
    sa.Column('series_id', sa.Integer(), nullable=True),
    sa.Column('summary_text_id', sa.Integer(), nullable=True),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_search_entry_activity_id_activity'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['course_id'], ['course.id'], name=op.f('fk_search_entry_course_id_course'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['note_id'], ['note.id'], name=op.f('fk_search_entry_note_id_note'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['post_comment_id'], ['post_comment.id'], name=op.f('fk_search_entry_post_comment_id_post_comment'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['post_text_id'], ['post_text.id'], name=op.f('fk_search_entry_post_text_id_post_text'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['series_id'], ['series.id'], name=op.f('fk_search_entry_series_id_series'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['summary_text_id'], ['summary_text.id'], name=op.f('fk_search_entry_summary_text_id_summary_text'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['theme_id'], ['theme.id'], name=op.f('fk_search_entry_theme_id_theme'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_search_entry')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('search_entry', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_search_entry_activity_id'), ['activity_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_search_entry_course_id_kind_at'), ['course_id', 'kind', 'at'], unique=False)
        batch_op.create_index(batch_op.f('ix_search_entry_note_id'), ['note_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_search_entry_post_comment_id'), ['post_comment_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_search_entry_post_text_id'), ['post_text_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_search_entry_series_id'), ['series_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_search_entry_summary_text_id'), ['summary_text_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_search_entry_theme_id'), ['theme_id'], unique=False)

    with op.batch_alter_table('comment', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('hidden_at', sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table('note', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('hidden_at', sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table('wall', schema=None) as batch_op:
        batch_op.add_column(sa.Column('licence', sa.String(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('own_licence', sa.JSON(), server_default='{}', nullable=False))

    make_index(op.get_bind())


def downgrade():
    raise NotImplementedError("restore a backup instead")
