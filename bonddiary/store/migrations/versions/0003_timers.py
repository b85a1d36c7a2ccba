"""Timers that run."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "timer",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("baby", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        *when("started"),
        *when("entered"),
        *(sa.Column(name, sa.String(), nullable=True) for name in ("cue", "moment", "care")),
        sa.ForeignKeyConstraint(["baby"], ["baby.id"], name=op.f("fk_timer_baby_baby")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timer")),
    )
    op.create_index("ix_timer_of_kind", "timer", ["baby", "kind"], unique=True)


def when(name: str) -> tuple[sa.Column[int], sa.Column[int], sa.Column[str]]:
    return (
        sa.Column(name, sa.Integer(), nullable=False),
        sa.Column(f"{name}_offset", sa.Integer(), nullable=False),
        sa.Column(f"{name}_zone", sa.String(), nullable=False),
    )
