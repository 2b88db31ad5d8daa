"""Types of the shop's own, and types that differ from dialect to dialect."""

import uuid

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.types import CHAR, TypeDecorator

revision = "e5"
down_revision = "d4"


class Guid(TypeDecorator):
    impl = CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.UUID(as_uuid=True))
        return dialect.type_descriptor(CHAR(32))

    def process_bind_param(self, value, dialect):
        return None if value is None else str(uuid.UUID(value))


class Cents(TypeDecorator):
    impl = sa.BigInteger
    cache_ok = True


json_type = sa.JSON().with_variant(postgresql.JSONB(), "postgresql").with_variant(mysql.LONGTEXT(), "mysql")


def upgrade():
    op.create_table(
        "vouchers",
        sa.Column("id", Guid(), nullable=False),
        sa.Column("batch", Guid, nullable=True),
        sa.Column("worth", Cents(), nullable=False),
        sa.Column("rules", json_type),
        sa.Column("matrix", sa.ARRAY(sa.Integer(), dimensions=2)),
        sa.Column("mood", sa.Enum("good", "bad", name="mood", native_enum=False, create_constraint=True)),
        sa.Column("a_name_that_is_so_long_that_its_index_is_cut_by_the_database", sa.String(4), index=True),
        sa.ForeignKeyConstraint(["batch"], ["later.id"], name="fk_later", use_alter=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.execute(sa.text("UPDATE vouchers SET batch = :batch WHERE worth > 0").bindparams(batch=None))


def downgrade():
    op.drop_table("vouchers")
