#!/usr/bin/env python3
"""Records the tables that real SQLAlchemy makes of the models beside this file, for each dialect.

It is data for the tests; run this again after the models have changed. It needs SQLAlchemy.
"""

import pathlib
import sys

import sqlalchemy as sa
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.dialects import mysql, postgresql, sqlite

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE))

from models import Base  # noqa: E402


def record(name, dialect):
    statements = []
    if name == "postgresql":
        from sqlalchemy.dialects.postgresql.base import CreateEnumType

        kinds = [c.type for t in Base.metadata.sorted_tables for c in t.columns]
        for kind in kinds:
            if isinstance(kind, sa.Enum):
                statements.append(CreateEnumType(kind.dialect_impl(dialect)))
    for table in Base.metadata.sorted_tables:
        statements.append(CreateTable(table))
        for index in sorted(table.indexes, key=lambda each: each.name):
            statements.append(CreateIndex(index))
    texts = [str(each.compile(dialect=dialect)).strip() + ";\n" for each in statements]
    head = f"-- SQLAlchemy {sa.__version__}\n"
    (HERE / f"{name}.sql").write_text(head + "\n".join(texts))


record("postgresql", postgresql.dialect())
record("sqlite", sqlite.dialect())
record("mysql", mysql.dialect())
