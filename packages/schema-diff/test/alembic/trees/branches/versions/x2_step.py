"""Step x2."""

import sqlalchemy as sa
from alembic import op

revision = "x2"
down_revision = "x1"
branch_labels = None
depends_on = "r6"


def upgrade():
    op.create_table("t_x2", sa.Column("id", sa.Integer(), primary_key=True))


def downgrade():
    op.drop_table("t_x2")
