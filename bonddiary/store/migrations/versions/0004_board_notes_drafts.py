"""What a family made of the board, earlier wordings of notes, what is half typed, colours of babies, drawings of own words."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("baby", text("colour", nullable=True))
    op.add_column("own_word", sa.Column("drawing", sa.String(), server_default=sa.text("''"), nullable=False))
    op.create_table(
        "board_choice",
        text("id"),
        text("key"),
        text("name"),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_choice")),
    )
    op.create_index("ix_board_choice_of_key", "board_choice", ["key"], unique=True)
    op.create_table(
        "note_version",
        text("id"),
        text("entry"),
        text("text"),
        text("replaced"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note_version")),
    )
    op.create_index(op.f("ix_note_version_entry"), "note_version", ["entry"])
    op.create_table(
        "draft", text("place"), text("text"), sa.PrimaryKeyConstraint("place", name=op.f("pk_draft"))
    )


def text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable)
