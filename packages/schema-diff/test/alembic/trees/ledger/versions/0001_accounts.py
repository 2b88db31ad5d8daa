"""Accounts and entries."""

from alembic import op
import sqlalchemy as sa

revision: str = "l001"
down_revision: str | None = None

ACCOUNT_KINDS = ["asset", "debt"]


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("number", sa.String(20), nullable=False),
        sa.Column("kind", sa.Enum(*ACCOUNT_KINDS, name="account_kind"), nullable=False),
        sa.Column("is_open", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("opened", sa.DateTime(), server_default=sa.func.now()),
        sa.Column("limit", sa.Numeric(10, 2), server_default=sa.text("0")),
        sa.UniqueConstraint("number", name="uq_accounts_number"),
    )
    op.create_table(
        "entries",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Float(), nullable=False),
        sa.Column("memo", sa.Text()),
        sa.Column("blob", sa.LargeBinary()),
        sa.Column("raw", sa.JSON()),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.Time()),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_entries_account", ondelete="CASCADE"),
    )
    op.create_index("ix_entries_day", "entries", ["account_id", "day"])


def downgrade() -> None:
    op.drop_table("entries")
    op.drop_table("accounts")
