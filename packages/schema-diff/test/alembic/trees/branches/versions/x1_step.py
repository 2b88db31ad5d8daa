"""Step x1."""

import sqlalchemy as sa
from alembic import op

revision = "x1"
down_revision = None
branch_labels = ("pay",)
depends_on = None


def upgrade():
    op.create_table("t_x1", sa.Column("id", sa.Integer(), primary_key=True))


def downgrade():
    op.drop_table("t_x1")
