"""Step r5."""

import sqlalchemy as sa
from alembic import op

revision = "r5"
down_revision = ("r4", "r3")
branch_labels = None
depends_on = None


def upgrade():
    op.create_table("t_r5", sa.Column("id", sa.Integer(), primary_key=True))


def downgrade():
    op.drop_table("t_r5")
