"""Step r4."""

import sqlalchemy as sa
from alembic import op

revision = "r4"
down_revision = "r2"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table("t_r4", sa.Column("id", sa.Integer(), primary_key=True))


def downgrade():
    op.drop_table("t_r4")
