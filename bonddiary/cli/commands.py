"""Every command, in the order of the help."""

from bonddiary.cli import (
    ask,
    backups,
    charts,
    check_findings,
    checking,
    demo,
    erase,
    exchange,
    listing,
    log,
    passphrase,
    privacy,
    report,
    sheet,
    tips,
    undo,
)
from bonddiary.cli.command import Command

COMMANDS: tuple[Command, ...] = (
    log.COMMAND,
    ask.COMMAND,
    listing.COMMAND,
    exchange.IMPORT,
    exchange.EXPORT,
    undo.COMMAND,
    backups.BACKUP,
    backups.RESTORE,
    backups.CHECK,
    erase.COMMAND,
    passphrase.COMMAND,
    privacy.COMMAND,
    charts.COMMAND,
    sheet.COMMAND,
    report.COMMAND,
    tips.COMMAND,
    demo.COMMAND,
    checking.COMMAND,
    check_findings.COMMAND,
)
