"""Step r2."""

import sqlalchemy as sa
from alembic import op

revision = "r2"
down_revision = "r1"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table("t_r2", sa.Column("id", sa.Integer(), primary_key=True))


def downgrade():
    op.drop_table("t_r2")
