"""Step r6."""

import sqlalchemy as sa
from alembic import op

revision = "r6"
down_revision = "r5"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table("t_r6", sa.Column("id", sa.Integer(), primary_key=True))


def downgrade():
    op.drop_table("t_r6")
