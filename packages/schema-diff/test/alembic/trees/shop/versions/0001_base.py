"""The shop as it began.

Revision ID: a1b2c3d4e5f6
Revises:
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "a1b2c3d4e5f6"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "customers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=255), nullable=False),
        sa.Column("name", sa.Unicode(100), server_default="", nullable=False),
        sa.Column("born", sa.Date()),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), server_default=sa.text("CURRENT_TIMESTAMP")),
        sa.Column("is_admin", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("balance", sa.Numeric(precision=12, scale=2), server_default=sa.text("0"), nullable=False),
        sa.Column("rating", sa.Float(), comment="From one to five; what's left out is unknown"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customers")),
        sa.UniqueConstraint("email", name="uq_customers_email"),
        sa.CheckConstraint("balance >= 0", name="ck_customers_balance"),
        comment="Whoever has bought something",
    )
    op.create_index(op.f("ix_customers_name"), "customers", ["name"], unique=False)
    op.create_table(
        "addresses",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        sa.Column(
            "customer_id",
            sa.Integer(),
            sa.ForeignKey("customers.id", name="fk_addresses_customer", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("kind", sa.Enum("billing", "shipping", name="address_kind"), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("country", sa.CHAR(2), nullable=False, server_default="DE"),
        sa.Column("slug", sa.String(40), unique=True),
        sa.Column("code", sa.String(40), unique=True, index=True),
    )
    op.create_table(
        "products",
        sa.Column("id", postgresql.UUID(as_uuid=True), primary_key=True, server_default=sa.text("gen_random_uuid()")),
        sa.Column("sku", sa.String(32), nullable=False),
        sa.Column("tags", postgresql.ARRAY(sa.String(20)), server_default="{}"),
        sa.Column("attributes", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False),
        sa.Column("raw", sa.JSON()),
        sa.Column("weight", postgresql.DOUBLE_PRECISION(precision=53)),
        sa.Column("picture", sa.LargeBinary()),
        sa.Column("during", postgresql.TSTZRANGE()),
        sa.Column("opens", sa.Time(timezone=True)),
        sa.Column("lead_time", postgresql.INTERVAL(fields="DAY TO SECOND")),
        sa.Column("address", postgresql.INET()),
        sa.Column("search", postgresql.TSVECTOR(), sa.Computed("to_tsvector('simple', sku)", persisted=True)),
        sa.Column("position", sa.SmallInteger(), sa.Identity(start=10), nullable=False),
        sa.Column("real", sa.REAL()),
        sa.Column("bits", postgresql.BIT(8)),
        sa.Column("state", postgresql.ENUM("draft", "live", name="product_state"), nullable=False),
        sa.UniqueConstraint("sku"),
        sa.Index("ix_products_live", "sku", postgresql_where=sa.text("state = 'live'")),
    )
    op.create_index("ix_products_tags", "products", ["tags"], postgresql_using="gin")
    op.create_index("ix_products_lower", "products", [sa.text("lower(sku)"), sa.text("position DESC")], unique=True)


def downgrade():
    op.drop_index("ix_products_lower", table_name="products")
    op.drop_table("products")
    op.drop_table("addresses")
    op.drop_table("customers")
    for name in ("product_state", "address_kind"):
        op.execute(f"DROP TYPE {name}")
