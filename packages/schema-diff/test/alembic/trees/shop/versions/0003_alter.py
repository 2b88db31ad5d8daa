"""What had to change after a year."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from .naming import index_name, timestamps

revision = "c3"
down_revision = ("b2",)

payment_state = sa.Enum("pending", "done", name="payment_state")


def upgrade():
    bind = op.get_bind()
    op.alter_column("customers", "name", new_column_name="full_name", existing_type=sa.Unicode(100))
    op.alter_column("customers", "rating", type_=sa.Numeric(3, 1), existing_type=sa.Float(), comment=None)
    op.alter_column("customers", "balance", server_default=None)
    op.alter_column("customers", "updated_at", nullable=False, server_default=sa.text("now()"))
    op.alter_column("customers", "born", comment="The day")
    op.drop_constraint("ck_customers_balance", "customers", type_="check")
    op.drop_index("ix_customers_name", table_name="customers")
    op.create_index(index_name("customers", "full_name"), "customers", ["full_name"])
    op.create_unique_constraint("uq_addresses_line", "addresses", ["customer_id", "line"])
    op.drop_column("addresses", "slug")
    payment_state.create(bind, checkfirst=False)
    op.add_column("customers", sa.Column("payment", payment_state, server_default="pending", nullable=False))
    op.add_column(
        "customers",
        sa.Column("referred_by", sa.Integer(), sa.ForeignKey("customers.id"), nullable=True, comment="Who sent them"),
    )
    op.add_column("customers", sa.Column("token", sa.String(64), unique=True))
    op.add_column("customers", sa.Column("region", sa.String(8), index=True))
    op.create_table("payments", *timestamps(), sa.Column("order_id", sa.Integer(), nullable=False))
    op.create_foreign_key(
        "fk_payments_order",
        "payments",
        "orders",
        ["order_id"],
        ["id"],
        referent_schema="sales",
        ondelete="RESTRICT",
    )
    op.create_primary_key("pk_payments", "payments", ["order_id"])
    op.execute("ALTER TYPE order_state ADD VALUE IF NOT EXISTS 'lost' BEFORE 'sent'")
    op.rename_table("payments", "settlements")
    op.create_table_comment("settlements", "Money that came in")
    op.create_exclude_constraint("ex_products_during", "products", ("during", "&&"), using="gist")
    op.execute(sa.schema.CreateSequence(sa.Sequence("invoice_numbers")))
    if bind.dialect.name == "postgresql":
        op.execute("CREATE EXTENSION IF NOT EXISTS citext")
        op.alter_column("customers", "email", type_=postgresql.VARCHAR(320), existing_nullable=False)
    else:
        op.drop_table("customers")
    if op.get_context().dialect.name != "postgresql":
        op.drop_table("addresses")


def downgrade():
    op.drop_table("settlements")
