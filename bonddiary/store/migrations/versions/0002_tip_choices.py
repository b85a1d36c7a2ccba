"""Tips that the family saved or hid."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tip_choice",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tip", sa.String(), nullable=False),
        sa.Column("kept", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tip_choice")),
    )
    op.create_index("ix_tip_choice_of_tip", "tip_choice", ["tip"], unique=True)
