"""Every command, in the order of the help."""

from bonddiary.cli import ask, charts, check_findings, checking, demo, exchange, listing, log, tips, undo
from bonddiary.cli.command import Command

COMMANDS: tuple[Command, ...] = (
    log.COMMAND,
    ask.COMMAND,
    listing.COMMAND,
    exchange.IMPORT,
    exchange.EXPORT,
    undo.COMMAND,
    charts.COMMAND,
    tips.COMMAND,
    demo.COMMAND,
    checking.COMMAND,
    check_findings.COMMAND,
)
