"""Step r3."""

import sqlalchemy as sa
from alembic import op

revision = "r3"
down_revision = "r1"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table("t_r3", sa.Column("id", sa.Integer(), primary_key=True))


def downgrade():
    op.drop_table("t_r3")
