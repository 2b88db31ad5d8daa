"""Rows, and what is done with them."""

import sqlalchemy as sa
from alembic import op

revision = "d4"
down_revision = "naming"

customers = sa.table("customers", sa.column("id", sa.Integer), sa.column("full_name", sa.String))


def upgrade():
    currencies = op.create_table(
        "currencies",
        sa.Column("code", sa.String(3), primary_key=True),
        sa.Column("digits", sa.Integer(), server_default="2", nullable=False),
    )
    op.bulk_insert(currencies, [{"code": "EUR"}, {"code": "JPY"}])
    op.execute(customers.update().where(customers.c.id == 1).values(full_name="Ada"))
    op.execute(sa.text("DELETE FROM customers WHERE full_name = ''"))
    op.execute("UPDATE customers SET region = 'eu' " "WHERE region IS NULL")
    with op.get_context().autocommit_block():
        op.create_index(
            "ix_customers_region_payment",
            "customers",
            ["region", "payment"],
            postgresql_concurrently=True,
        )


def downgrade():
    op.drop_table("currencies")
