"""Models whose tables SQLAlchemy itself has recorded: see record.py."""

import datetime
import enum

import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, declared_attr, relationship

Base = declarative_base()


class State(enum.Enum):
    open = "open"
    done = "done"


class Stamped:
    created_at = sa.Column(sa.DateTime, nullable=False, server_default=sa.func.now())

    @declared_attr
    def owner_id(cls):
        return sa.Column(sa.Integer, sa.ForeignKey("users.id"))


class User(Base):
    __tablename__ = "users"

    id = sa.Column(sa.Integer, primary_key=True)
    email = sa.Column("email_address", sa.String(255), nullable=False, unique=True)
    name = sa.Column(sa.Unicode(40), index=True)
    active = sa.Column(sa.Boolean, nullable=False, server_default=sa.true())
    score = sa.Column(sa.Numeric(10, 2), default=0)
    orders = relationship("Order")


class Order(Stamped, Base):
    __tablename__ = "orders"

    id = sa.Column(sa.BigInteger, primary_key=True)
    number = sa.Column(sa.String(20), nullable=False)
    state = sa.Column(sa.Enum(State, name="order_state"), nullable=False)
    user_id = sa.Column(sa.Integer, sa.ForeignKey(User.id, ondelete="CASCADE"), nullable=False)
    total = sa.Column(sa.Float, server_default="0")
    day = sa.Column(sa.Date, default=datetime.date.today)
    data = sa.Column(sa.LargeBinary)

    __table_args__ = (
        sa.UniqueConstraint("number", "user_id", name="orders_number"),
        sa.CheckConstraint("total >= 0", name="orders_total"),
        sa.Index("orders_day", day, state),
    )


class Line(Base):
    __tablename__ = "lines"

    order_id = sa.Column(sa.BigInteger, sa.ForeignKey("orders.id"), primary_key=True)
    position = sa.Column(sa.Integer, primary_key=True)
    note = sa.Column(sa.Text, nullable=True)


tags = sa.Table(
    "tags",
    Base.metadata,
    sa.Column("order_id", sa.BigInteger, sa.ForeignKey("orders.id")),
    sa.Column("tag", sa.String(30), nullable=False),
    sa.UniqueConstraint("order_id", "tag"),
)
