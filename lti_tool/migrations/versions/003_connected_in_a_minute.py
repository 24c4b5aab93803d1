"""Connected in a minute

Revision ID: 003
Revises: 002
"""
import sqlalchemy as sa
from alembic import op

revision = '003'
down_revision = '002'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('feedback',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('issuer', sa.String(), nullable=True),
    sa.Column('client_id', sa.String(), nullable=True),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('contact', sa.String(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('handled_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feedback')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('feedback', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_feedback_issuer'), ['issuer'], unique=False)

    op.create_table('job',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('about', sa.String(), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('leased_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('again', sa.Boolean(), nullable=False),
    sa.Column('problem', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_job')),
    sa.UniqueConstraint('kind', 'about', name=op.f('uq_job_kind_about')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('job', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_job_due_at'), ['due_at'], unique=False)

    op.create_table('operator',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('issuer', sa.String(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('named_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_operator')),
    sa.UniqueConstraint('issuer', 'subject', name=op.f('uq_operator_issuer_subject'))
    )
    op.create_table('administrator',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('platform_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('by_launch', sa.Boolean(), nullable=False),
    sa.Column('is_invited', sa.Boolean(), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_administrator_person_id_person'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['platform_id'], ['platform.id'], name=op.f('fk_administrator_platform_id_platform'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_administrator')),
    sa.UniqueConstraint('platform_id', 'person_id', name=op.f('uq_administrator_platform_id_person_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('administrator', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_administrator_person_id'), ['person_id'], unique=False)

    op.create_table('invitation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=64), nullable=False),
    sa.Column('host', sa.String(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('spent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('platform_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['platform_id'], ['platform.id'], name=op.f('fk_invitation_platform_id_platform'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitation')),
    sa.UniqueConstraint('code', name=op.f('uq_invitation_code')),
    sqlite_autoincrement=True
    )
    op.create_table('organisation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('issuer', sa.String(), nullable=False),
    sa.Column('client_id', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('help_contact', sa.String(), nullable=False),
    sa.Column('accessibility_contact', sa.String(), nullable=False),
    sa.Column('privacy_contact', sa.String(), nullable=False),
    sa.Column('funding', sa.JSON(), nullable=False),
    sa.Column('logo_id', sa.Integer(), nullable=True),
    sa.Column('logo_alternative', sa.JSON(), nullable=False),
    sa.Column('retention_months', sa.Integer(), nullable=True),
    sa.Column('way_to_end', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['logo_id'], ['stored_file.id'], name=op.f('fk_organisation_logo_id_stored_file'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation')),
    sa.UniqueConstraint('issuer', 'client_id', name=op.f('uq_organisation_issuer_client_id')),
    sqlite_autoincrement=True
    )
    op.create_table('platform_group',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('course_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.String(), nullable=False),
    sa.Column('name', sa.JSON(), nullable=False),
    sa.Column('found_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['course_id'], ['course.id'], name=op.f('fk_platform_group_course_id_course'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_platform_group')),
    sa.UniqueConstraint('course_id', 'number', name=op.f('uq_platform_group_course_id_number')),
    sqlite_autoincrement=True
    )
    op.create_table('link_token',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('course_id', sa.Integer(), nullable=False),
    sa.Column('token', sa.String(length=64), nullable=False),
    sa.Column('activity_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['activity_id'], ['activity.id'], name=op.f('fk_link_token_activity_id_activity'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['course_id'], ['course.id'], name=op.f('fk_link_token_course_id_course'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_link_token')),
    sa.UniqueConstraint('course_id', 'token', name=op.f('uq_link_token_course_id_token')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('link_token', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_link_token_activity_id'), ['activity_id'], unique=False)

    op.create_table('roster_entry',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('course_id', sa.Integer(), nullable=False),
    sa.Column('context_id', sa.Integer(), nullable=True),
    sa.Column('issuer', sa.String(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=True),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('listed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('left_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['context_id'], ['course_context.id'], name=op.f('fk_roster_entry_context_id_course_context'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['course_id'], ['course.id'], name=op.f('fk_roster_entry_course_id_course'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_roster_entry')),
    sa.UniqueConstraint('course_id', 'issuer', 'subject', name=op.f('uq_roster_entry_course_id_issuer_subject')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('roster_entry', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_roster_entry_issuer_subject'), ['issuer', 'subject'], unique=False)

    op.create_table('deep_linking_request',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('membership_id', sa.Integer(), nullable=False),
    sa.Column('platform_id', sa.Integer(), nullable=False),
    sa.Column('deployment_id', sa.String(), nullable=False),
    sa.Column('settings', sa.String(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answer', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['membership_id'], ['membership.id'], name=op.f('fk_deep_linking_request_membership_id_membership'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['platform_id'], ['platform.id'], name=op.f('fk_deep_linking_request_platform_id_platform'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_deep_linking_request')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('deep_linking_request', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_deep_linking_request_ends_at'), ['ends_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_deep_linking_request_membership_id'), ['membership_id'], unique=False)

    op.create_table('group_member',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('group_id', sa.Integer(), nullable=False),
    sa.Column('membership_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['platform_group.id'], name=op.f('fk_group_member_group_id_platform_group'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['membership_id'], ['membership.id'], name=op.f('fk_group_member_membership_id_membership'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_group_member')),
    sa.UniqueConstraint('group_id', 'membership_id', name=op.f('uq_group_member_group_id_membership_id'))
    )
    with op.batch_alter_table('group_member', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_group_member_membership_id'), ['membership_id'], unique=False)

    op.create_table('launch_report',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('membership_id', sa.Integer(), nullable=False),
    sa.Column('platform_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['membership_id'], ['membership.id'], name=op.f('fk_launch_report_membership_id_membership'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['platform_id'], ['platform.id'], name=op.f('fk_launch_report_platform_id_platform'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_launch_report')),
    sa.UniqueConstraint('membership_id', name=op.f('uq_launch_report_membership_id'))
    )
    with op.batch_alter_table('launch_report', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_launch_report_at'), ['at'], unique=False)

    with op.batch_alter_table('activity', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('origin_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_activity_origin_id'), ['origin_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_activity_origin_id_activity'), 'activity', ['origin_id'], ['id'], ondelete='SET NULL')

    with op.batch_alter_table('course', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('keep_until', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('way_to_end', sa.String(), nullable=True))
        batch_op.add_column(sa.Column('warned_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('warned_until', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('warned_way', sa.String(), nullable=True))
        batch_op.add_column(sa.Column('anonymised_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('origin_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('origin_choice', sa.String(), nullable=True))
        batch_op.add_column(sa.Column('origin_chosen_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f('ix_course_origin_id'), ['origin_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_course_origin_id_course'), 'course', ['origin_id'], ['id'], ondelete='SET NULL')

    with op.batch_alter_table('course_context', schema=None) as batch_op:
        batch_op.add_column(sa.Column('roster_url', sa.String(length=2000), nullable=True))
        batch_op.add_column(sa.Column('roster_link', sa.String(), nullable=True))
        batch_op.add_column(sa.Column('roster_tried_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('roster_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('roster_problem', sa.String(), server_default='', nullable=False))

    with op.batch_alter_table('launch_record', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('deployment_id', sa.String(length=255), server_default='', nullable=False))
        batch_op.create_index(batch_op.f('ix_launch_record_issuer_client_id_id'), ['issuer', 'client_id', 'id'], unique=False)

    with op.batch_alter_table('login_attempt', schema=None) as batch_op:
        batch_op.add_column(sa.Column('storage_target', sa.String(length=80), nullable=True))

    with op.batch_alter_table('person', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('email', sa.String(), nullable=True))

    with op.batch_alter_table('placement', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('link_token', sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column('origin_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_placement_link_token'), ['link_token'], unique=False)
        batch_op.create_index(batch_op.f('ix_placement_origin_id'), ['origin_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_placement_origin_id_activity'), 'activity', ['origin_id'], ['id'], ondelete='SET NULL')

    with op.batch_alter_table('platform', schema=None) as batch_op:
        batch_op.add_column(sa.Column('is_pending', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('token_audience', sa.String(), nullable=True))
        batch_op.add_column(sa.Column('product', sa.String(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('registered_at', sa.DateTime(timezone=True), nullable=True))



def downgrade():
    raise NotImplementedError("restore a backup instead")
