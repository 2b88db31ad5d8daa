"""Step r7."""

import sqlalchemy as sa
from alembic import op

revision = "r7"
down_revision = "r5"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table("t_r7", sa.Column("id", sa.Integer(), primary_key=True))


def downgrade():
    op.drop_table("t_r7")
