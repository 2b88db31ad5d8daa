#!/usr/bin/env python3
"""Runs the Alembic migrations of a repository without the rest of it, and writes what results as SQL.

    alembic-upgrade.py SCRIPT_LOCATION postgresql|sqlite OUTPUT MODULE,MODULE…

The modules named are stubs: whatever is taken from them is an object that does nothing, or a type. For
PostgreSQL nothing is run: the statements are written as they would be sent, and whoever asks the
database is told that it is empty. SQLite is a database in memory, of which `sqlite_master` is
written. Revisions that fail are passed over and told.
"""

import importlib.abc
import importlib.machinery
import io
import os
import pathlib
import sys
import types

import sqlalchemy as sa
import sqlalchemy.engine.reflection
import sqlalchemy.orm
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

sys.dont_write_bytecode = True
location, dialect, output, stubbed = sys.argv[1:5]


class Nothing:
    def __init__(self, *args, **kwargs):
        pass

    def __call__(self, *args, **kwargs):
        return Nothing()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing()

    def __iter__(self):
        return iter(())

    def __bool__(self):
        return False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False


class ZonedTime(sa.types.TypeDecorator):
    impl = sa.TIMESTAMP(timezone=True)
    cache_ok = True


class JsonText(sa.types.TypeDecorator):
    impl = sa.Text
    cache_ok = True

    def __init__(self, *args, **kwargs):
        super().__init__()


KNOWN = {
    "UtcDateTime": ZonedTime,
    "JSONField": JsonText,
    "EncryptedType": lambda *args, **kwargs: sa.LargeBinary(),
    "COLLATION_ARGS": {},
    "ID_LEN": 250,
}


class Stub(types.ModuleType):
    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name in KNOWN:
            return KNOWN[name]
        # A class, where it is one to inherit from: of a model, a mixin is asked for nothing.
        return type(name, (), {}) if name.endswith("Mixin") else Nothing()


class Stubs(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        if name.split(".")[0] in stubbed.split(","):
            return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        return Stub(spec.name)

    def exec_module(self, module):
        pass


sys.meta_path.insert(0, Stubs())
unsorted = os.listdir
os.listdir = lambda *args: sorted(unsorted(*args))
buffer = io.StringIO()


class Empty:
    def __getattr__(self, name):
        return lambda *args, **kwargs: []


def open_postgresql():
    def write(statement, *args, **kwargs):
        text = statement if isinstance(statement, str) else statement.compile(dialect=engine.dialect)
        buffer.write(str(text).strip() + ";\n\n")
        return Nothing()

    engine = sa.create_mock_engine("postgresql://", write)
    sa.inspect = lambda *args, **kwargs: Empty()
    sqlalchemy.engine.reflection.Inspector.from_engine = classmethod(lambda *args: Empty())
    sqlalchemy.orm.sessionmaker = lambda *args, **kwargs: Nothing()
    sqlalchemy.orm.Session = Nothing
    return engine, {"dialect_name": "postgresql", "output_buffer": buffer, "literal_binds": True}


def open_sqlite():
    connection = sa.create_engine("sqlite://").connect()
    return connection, {"connection": connection}


def main():
    bind, options = {"postgresql": open_postgresql, "sqlite": open_sqlite}[dialect]()
    MigrationContext.bind = property(lambda self: bind)
    config = Config()
    config.set_main_option("script_location", location)
    script = ScriptDirectory.from_config(config)

    def forgiving(step):
        run = step.migration_fn

        def migration_fn(**kwargs):
            try:
                run(**kwargs)
            except Exception as error:
                print(f"{step.revision.revision} failed: {error!r:.200}")

        step.migration_fn = migration_fn
        return step

    def upgrade(revision, context):
        return [forgiving(step) for step in script._upgrade_revs("heads", revision)]

    as_sql = dialect == "postgresql"
    with EnvironmentContext(config, script, fn=upgrade, as_sql=as_sql, destination_rev="heads") as env:
        env.configure(**options)
        with env.begin_transaction():
            env.run_migrations()
    if dialect == "sqlite":
        rows = bind.execute(sa.text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"))
        buffer.write("".join(row[0] + ";\n\n" for row in rows))
    pathlib.Path(output).write_text(buffer.getvalue())


main()
