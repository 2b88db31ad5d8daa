"""Looks before it leaps."""

import sqlalchemy as sa
from alembic import op

revision = "l003"
down_revision = "l002"


def _has_table(name):
    return name in sa.inspect(op.get_bind()).get_table_names()


def _columns(table):
    return {column["name"] for column in sa.inspect(op.get_bind()).get_columns(table)}


def upgrade():
    if not _has_table("accounts"):
        op.create_table("accounts", sa.Column("id", sa.Integer(), primary_key=True))
    if not _has_table("budgets"):
        op.create_table(
            "budgets",
            sa.Column("id", sa.Integer(), primary_key=True),
            sa.Column("account_id", sa.Integer(), sa.ForeignKey("accounts.id")),
        )
    if "owner" not in _columns("accounts"):
        op.add_column("accounts", sa.Column("owner", sa.Text()))
    if "currency" not in _columns("accounts"):
        op.add_column("accounts", sa.Column("currency", sa.String(3)))
    indexes = [index["name"] for index in sa.inspect(op.get_bind()).get_indexes("bookings")]
    if "ix_entries_day" in indexes:
        op.drop_index("ix_entries_day", table_name="bookings")
    for table in ("budgets", "missing"):
        if not _has_table(table):
            continue
        op.add_column(table, sa.Column("note", sa.Text()))


def downgrade():
    op.drop_table("budgets")
