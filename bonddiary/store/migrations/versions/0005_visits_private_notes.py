"""What a visit is about, how it went later, what was prepared; where a question was asked; private notes."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("review", "later", "relationship", "joy", "worry"):
        op.add_column("visit", text(name, default=True))
    op.add_column("question", text("about", default=True))
    op.add_column("question", sa.Column("place", sa.Integer(), nullable=True))
    op.create_table(
        "private_note",
        text("id"),
        sa.Column("written", sa.Integer(), nullable=False),
        sa.Column("written_offset", sa.Integer(), nullable=False),
        text("written_zone"),
        text("text"),
        text("carer", nullable=True),
        sa.ForeignKeyConstraint(["carer"], ["carer.id"], name=op.f("fk_private_note_carer_carer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_note")),
    )


def text(name: str, *, nullable: bool = False, default: bool = False) -> sa.Column[str]:
    blank = sa.text("''") if default else None
    return sa.Column(name, sa.String(), nullable=nullable, server_default=blank)
