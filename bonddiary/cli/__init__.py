"""Commands without a window. Qt, SQLAlchemy and matplotlib are imported only when a command needs them."""
