"""Featured posts

Revision ID: 007
Revises: 006
"""
import sqlalchemy as sa
from alembic import op

revision = '007'
down_revision = '006'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('post', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('featured_at', sa.DateTime(timezone=True), nullable=True))


def downgrade():
    raise NotImplementedError("restore a backup instead")
