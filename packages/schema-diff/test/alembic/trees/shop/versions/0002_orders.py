"""Orders and what is in them."""

import sqlalchemy as sa
from alembic import op

revision = "b2"
down_revision = "a1b2c3d4e5f6"

ORDERS = "orders"
STATES = ("open", "paid", "sent")
SCHEMA = "sales"


def audited(*columns):
    """Every table of the shop says when it changed."""
    return [
        *columns,
        sa.Column("created_at", sa.TIMESTAMP(), server_default=sa.func.now(), nullable=False),
        sa.Column("created_by", sa.String(80)),
    ]


def upgrade():
    op.execute("CREATE SCHEMA IF NOT EXISTS %s" % SCHEMA)
    op.create_table(
        ORDERS,
        *audited(
            sa.Column("id", sa.Integer, primary_key=True),
            sa.Column("customer_id", sa.Integer, nullable=False),
            sa.Column("state", sa.Enum(*STATES, name="order_state"), server_default=STATES[0], nullable=False),
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], onupdate="CASCADE", ondelete="SET NULL"),
        schema=SCHEMA,
    )
    op.create_table(
        "lines",
        sa.Column("order_id", sa.Integer(), sa.ForeignKey(f"{SCHEMA}.{ORDERS}.id"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("product_id", sa.dialects.postgresql.UUID(), nullable=False),
        sa.Column("amount", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(("product_id",), ("products.id",), name="fk_lines_product"),
        schema=SCHEMA,
    )
    for table in (ORDERS, "lines"):
        op.add_column(table, sa.Column("note", sa.Text(), nullable=True), schema=SCHEMA)
        op.create_index(f"ix_{table}_note", table, ["note"], schema=SCHEMA)
    for column, length in {"carrier": 40, "tracking": 80}.items():
        op.add_column(ORDERS, sa.Column(column, sa.String(length)), schema=SCHEMA)
    op.create_check_constraint("ck_lines_amount", "lines", sa.column("amount") > 0, schema=SCHEMA)
    op.execute(
        """
        CREATE VIEW open_orders AS
            SELECT id, customer_id FROM sales.orders
            WHERE state = 'open'
        """
    )


def downgrade():
    op.execute("DROP VIEW open_orders")
    op.drop_table("lines", schema=SCHEMA)
    op.drop_table(ORDERS, schema=SCHEMA)
    sa.Enum(name="order_state").drop(op.get_bind(), checkfirst=False)
