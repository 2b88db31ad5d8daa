#!/usr/bin/env python3
"""Records what real Alembic makes of the trees beside this file.

For each tree and dialect: the SQL of `upgrade heads`, or for SQLite, where batches need a database,
the statements of `sqlite_master` after it; the order in which the revisions ran, and the heads. It
is data for the tests; run this again after a tree has changed. It needs Alembic and SQLAlchemy.
"""

import importlib.util
import io
import json
import os
import pathlib
import sys

import alembic
import sqlalchemy as sa
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

HERE = pathlib.Path(__file__).resolve().parent
TREES = {"shop": ["postgresql"], "ledger": ["sqlite"], "branches": ["postgresql", "sqlite"]}

# Alembic runs unrelated branches in the order in which the disk names its files.
unsorted = os.listdir
os.listdir = lambda *args: sorted(unsorted(*args))
sys.dont_write_bytecode = True


def make_importable(folder):
    """Alembic loads revisions by themselves; those of the trees import each other."""
    package = folder.parent.name + "_versions"
    spec = importlib.util.spec_from_loader(package, None, is_package=True)
    module = importlib.util.module_from_spec(spec)
    module.__path__ = [str(folder)]
    sys.modules[package] = module
    from alembic.util import pyfiles

    def load(module_id, path):
        name = package + "." + pathlib.Path(path).stem.replace("-", "_")
        spec = importlib.util.spec_from_file_location(name, path)
        loaded = importlib.util.module_from_spec(spec)
        sys.modules[name] = loaded
        spec.loader.exec_module(loaded)
        return loaded

    pyfiles.load_module_py = load


def script_of(tree):
    config = Config()
    config.set_main_option("script_location", str(HERE / "trees" / tree))
    make_importable(HERE / "trees" / tree / "versions")
    return config, ScriptDirectory.from_config(config)


def run(tree, order, **options):
    config, script = script_of(tree)

    def upgrade(revision, context):
        steps = list(script._upgrade_revs("heads", revision))
        order.extend(step.revision.revision for step in steps)
        return steps

    as_sql = "dialect_name" in options
    with EnvironmentContext(config, script, fn=upgrade, as_sql=as_sql, destination_rev="heads") as env:
        env.configure(transaction_per_migration=False, **options)
        with env.begin_transaction():
            env.run_migrations()


def record_postgresql(tree, order):
    buffer = io.StringIO()

    def write(statement, *args, **kwargs):
        compiled = statement.compile(dialect=engine.dialect)
        buffer.write(str(compiled).strip() + ";\n\n")

    engine = sa.create_mock_engine("postgresql://", write)
    MigrationContext.bind = property(lambda self: engine)
    run(tree, order, dialect_name="postgresql", output_buffer=buffer, literal_binds=True)
    return buffer.getvalue()


def record_sqlite(tree, order):
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        MigrationContext.bind = property(lambda self: connection)
        run(tree, order, connection=connection)
        rows = connection.execute(sa.text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"))
        return "".join(row[0] + ";\n\n" for row in rows)


def main():
    for tree, dialects in TREES.items():
        for dialect in dialects:
            order = []
            sql = {"postgresql": record_postgresql, "sqlite": record_sqlite}[dialect](tree, order)
            head = f"-- Alembic {alembic.__version__}, SQLAlchemy {sa.__version__}\n\n"
            (HERE / "trees" / tree / f"{dialect}.sql").write_text(head + sql)
            graph = {"order": order, "heads": sorted(script_of(tree)[1].get_heads())}
            (HERE / "trees" / tree / "graph.json").write_text(json.dumps(graph, indent=2) + "\n")


main()
