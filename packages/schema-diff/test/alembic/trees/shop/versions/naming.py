"""What the revisions share; Alembic takes it for a revision, which is why it looks like one."""

import sqlalchemy as sa

revision = "naming"
down_revision = "c3"


def index_name(table, *columns):
    return "ix_{}_{}".format(table, "_".join(columns))


def timestamps():
    return [sa.Column(name, sa.DateTime(), server_default=sa.func.now()) for name in ("made_at", "seen_at")]


def upgrade():
    pass


def downgrade():
    pass
