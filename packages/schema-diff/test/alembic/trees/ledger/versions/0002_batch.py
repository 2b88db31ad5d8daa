"""Batches, which SQLite needs."""

import sqlalchemy as sa
from alembic import op

revision = "l002"
down_revision = "l001"


def upgrade():
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("owner", sa.String(80), server_default="nobody", nullable=False))
        batch_op.alter_column("number", existing_type=sa.String(20), type_=sa.String(34), nullable=True)
        batch_op.alter_column("limit", new_column_name="credit", existing_type=sa.Numeric(10, 2))
        batch_op.create_index("ix_accounts_owner", ["owner"], unique=False)
        batch_op.create_check_constraint("ck_accounts_number", "length(number) > 3")

    with op.batch_alter_table("entries", recreate="always") as batch_op:
        batch_op.drop_constraint("fk_entries_account", type_="foreignkey")
        batch_op.create_foreign_key("fk_entries_accounts", "accounts", ["account_id"], ["id"])
        batch_op.drop_column("blob")
        batch_op.create_unique_constraint("uq_entries_memo", ["day", "memo"])

    op.rename_table("entries", "bookings")


def downgrade():
    with op.batch_alter_table("accounts") as batch_op:
        batch_op.drop_column("owner")
