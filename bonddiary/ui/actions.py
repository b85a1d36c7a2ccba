"""Every menu item and shortcut, one row each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A menu item. `does` names a method of the window's commands."""

    menu: str
    text: str
    does: str
    keys: tuple[str, ...] = ()
    """Portable key sequences; Ctrl is the Command key on a Mac."""
    tip: str = ""
    role: str = ""
    """A QAction.MenuRole, for the Mac's application menu."""


SEPARATOR = ActionRow("", "", "")

ROWS: tuple[ActionRow, ...] = (
    ActionRow("&File", "&New moment", "new_moment", ("Ctrl+N",), "Type what you noticed, in your own words"),
    ActionRow(
        "&File",
        "&Bring in a file…",
        "bring_in",
        (),
        "Adds entries from another app’s file or from an archive",
    ),
    ActionRow(
        "&File",
        "Save an &archive…",
        "save_archive",
        ("Ctrl+E",),
        "Writes every entry into one file that opens without this program",
    ),
    ActionRow(
        "&File",
        "&Print…",
        "print_shown",
        ("Ctrl+P",),
        "Prints the page under Report, or the article under Tips",
    ),
    ActionRow("&File", "&Lock", "lock", ("Ctrl+L",), "Hides everything at once; what you typed stays"),
    ActionRow(
        "&File",
        "&Quit",
        "quit",
        ("Ctrl+Q", "Ctrl+W"),
        "Closes Bond Diary; everything is saved already",
        "QuitRole",
    ),
    ActionRow("&Edit", "&Undo", "undo", ("Ctrl+Z",), "Takes back the last step"),
    ActionRow("&Edit", "&Redo", "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Does again what was taken back"),
    ActionRow("&Edit", "&Find", "find", ("Ctrl+F",), "Finds entries or tips"),
    ActionRow("&Edit", "&Go to date…", "go_to_date", ("Ctrl+G",), "Shows the day in Timeline"),
    ActionRow(
        "&Edit",
        "&Log again now",
        "log_again",
        ("Ctrl+D",),
        "Notes the cue you stand on in Timeline once more",
    ),
    ActionRow(
        "&Edit",
        "Start or stop a &crying timer",
        "crying_timer",
        ("Ctrl+T",),
        "Times how long crying lasts; its start can be set back",
    ),
    ActionRow("&Edit", "Start or stop a f&eed timer", "feed_timer", (), "Times how long a feed lasts"),
    ActionRow(
        "&Edit",
        "Start or stop a &settling timer",
        "settling_timer",
        (),
        "Times how long settling takes, for the moment noted last",
    ),
    ActionRow(
        "&Edit", "C&atch up", "catch_up", ("Ctrl+U",), "Notes what happened in the night, or on another day"
    ),
    ActionRow("&View", "&Log", "show_log", ("Ctrl+1",), "Note what your baby does"),
    ActionRow("&View", "&Timeline", "show_timeline", ("Ctrl+2",), "Every entry by day"),
    ActionRow("&View", "&Patterns", "show_patterns", ("Ctrl+3",), "What your entries show"),
    ActionRow("&View", "T&ips", "show_tips", ("Ctrl+4",), "What cues may mean"),
    ActionRow("&View", "Rep&ort", "show_report", ("Ctrl+5",), "One page for the health visitor"),
    ActionRow("&View", "Visits and &questions", "show_visits", (), "What to ask, and what was agreed"),
    ActionRow("&View", "P&hrasebook", "show_phrasebook", (), "Your baby’s cues in your own family’s words"),
    ActionRow(
        "&View", "&Settings", "show_settings", ("Ctrl+,",), "Babies, look, text size", "PreferencesRole"
    ),
    ActionRow("&View", "Bac&k", "back", ("Alt+Left",), "Back to where you were"),
    ActionRow(
        "&View", "&Next region", "next_region", ("F6",), "Moves the keyboard to the next part of the window"
    ),
    ActionRow(
        "&View", "Pre&vious region", "previous_region", ("Shift+F6",), "Moves the keyboard to the part before"
    ),
    ActionRow("&View", "La&rger text", "larger", ("Ctrl+=", "Ctrl++"), "Makes all words larger, up to 200 %"),
    ActionRow("&View", "S&maller text", "smaller", ("Ctrl+-",), "Makes all words smaller"),
    ActionRow("&View", "Te&xt at 100 %", "usual_text", ("Ctrl+0",), "The usual size"),
    ActionRow(
        "&Help",
        "&How to use Bond Diary",
        "show_guide",
        ("F1",),
        "The guide, at the page about where you are; from the guide, F1 goes on to Get help",
    ),
    ActionRow("&Help", "&Get help", "show_help", ("Ctrl+6",), "Worried about your baby, or about yourself"),
    ActionRow(
        "&Help", "&This is hard right now", "show_hard", ("Shift+F1",), "What to do when it gets too much"
    ),
    ActionRow("&Help", "&Sharing this computer", "show_sharing", (), "What others who use it may see"),
    ActionRow("&Help", "&Keyboard shortcuts", "show_shortcuts", ("Ctrl+/",), "All keys in one list"),
    ActionRow("&Help", "&What’s new", "show_news", (), "What has changed since the version before"),
    ActionRow(
        "&Help",
        "&About Bond Diary",
        "show_about",
        (),
        "Version, licences, what this program is and isn’t",
        "AboutRole",
    ),
)
