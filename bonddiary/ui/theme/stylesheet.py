"""The one stylesheet. Widgets say what they are (`setProperty("kind", "chip")`); how that looks stands here."""

from string import Template

from bonddiary.ui.theme.look import BODY, CAPTION, SECTION, TITLE, Look

_SHEET = Template("""
* { font-size: ${body}px; }
QMainWindow, QWidget[kind="page"], QScrollArea, QScrollArea > QWidget > QWidget { background: $page; }
QScrollArea { border: none; }
QLabel { background: transparent; }
QLabel[kind="title"] { font-size: ${title}px; font-weight: 700; }
QLabel[kind="section"] { font-size: ${section}px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="quiet"] { color: $text_2; }
QLabel[kind="caption"] { color: $text_2; font-size: ${caption}px; }
QLabel[kind="label"] { color: $text_2; font-weight: 600; font-size: ${label}px; }
QFrame[kind="card"] { background: $card; border: ${line}px solid $hairline; border-radius: ${r14}px; }
QFrame[kind="strip"] { background: $primary_tint; border: ${strip_line}px solid $edge; border-radius: ${r14}px; }
QFrame[kind="banner"] { background: $primary_tint; border: none; border-bottom: 1px solid $hairline; }
QFrame[kind="card"] QScrollArea, QFrame[kind="card"] QScrollArea > QWidget > QWidget { background: transparent; }
QFrame[kind="strip"] QScrollArea, QFrame[kind="strip"] QScrollArea > QWidget > QWidget { background: transparent; }
QWidget[kind="lock"] QScrollArea, QWidget[kind="lock"] QScrollArea > QWidget > QWidget { background: transparent; }
QScrollArea[kind="words"], QScrollArea[kind="words"] > QWidget > QWidget { background: transparent; }
QScrollArea[kind="words"] QScrollBar { background: transparent; }
QScrollArea[kind="words"]:focus { border: 2px solid $focus; border-radius: ${r6}px; }
QFrame[kind="problem"] { background: $card; border: 2px solid $problem; border-radius: ${r14}px; }
QLabel[kind="problem"] { color: $problem; background: transparent; border: none; }
QFrame[kind="aside"] { background: $sunken; border: ${line}px solid $hairline; border-radius: ${r6}px; }
QFrame[kind="nav"] { background: $sunken; border: none; }

QPushButton {
  background: $card; color: $text; border: ${line}px solid $edge; border-radius: ${r22}px;
  padding: ${p8}px ${p16}px; min-height: ${target_inner}px; outline: none;
}
PushChip { min-height: 0; }
QPushButton:hover { background: $primary_tint; }
QPushButton:pressed { background: $primary; color: $on_primary; }
QPushButton:focus { border: 3px solid $focus; padding: ${press_y}px ${press_x}px; }
QPushButton[kind="primary"] { background: $primary; color: $on_primary; border-color: $primary; }
QPushButton[kind="primary"]:focus { border-color: $focus; }
QPushButton[kind="small"] { padding: ${p4}px ${p12}px; min-height: ${small_inner}px; border-radius: ${r16}px; }
QPushButton[kind="small"]:focus { padding: ${small_y}px ${small_x}px; }
QPushButton[kind="link"] {
  background: transparent; border: 2px solid transparent; color: $primary; padding: ${p4}px ${p6}px;
  text-decoration: underline; text-align: left; border-radius: ${r6}px; min-height: ${small_inner}px;
}
QPushButton[kind="link"]:focus { border: 2px solid $focus; }
QPushButton:disabled { color: $text_2; border-color: $hairline; }
QPushButton::menu-indicator { width: 0; image: none; }

QLineEdit, QPlainTextEdit, QComboBox, QDateTimeEdit, QDateEdit, QTimeEdit, QSpinBox {
  background: $card; color: $text; border: ${line}px solid $edge; border-radius: ${r6}px;
  padding: ${p6}px ${p10}px; min-height: ${field_inner}px;
  selection-background-color: $primary; selection-color: $on_primary; placeholder-text-color: $text_2;
}
QComboBox[kind="on"] { background: $primary_tint; border-color: $primary; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateTimeEdit:focus, QDateEdit:focus, QSpinBox:focus {
  border: 2px solid $focus; padding: ${focus_y}px ${focus_x}px;
}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
  border: none; padding: 0 ${p8}px; min-height: 0; background: transparent;
}
QComboBox::drop-down { border: none; width: ${p32}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: $card; color: $text; border: ${line}px solid $edge; padding: ${p4}px;
  selection-background-color: $primary_tint; selection-color: $text; outline: none;
}
QComboBox QAbstractItemView::item { min-height: ${field_inner}px; padding: ${pick_y}px ${pick_x}px; border: 2px solid transparent; }
QComboBox QAbstractItemView::item:selected { background: $primary_tint; color: $text; border-color: $focus; border-radius: ${r6}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: ${p24}px; border: none; background: transparent; }

QListView, QTableView, QTextBrowser {
  background: $page; color: $text; border: none; outline: none;
  selection-background-color: $primary_tint; selection-color: $text;
}
QListView[kind="inside"], QTextBrowser[kind="inside"] { background: transparent; }
QTextBrowser:focus, QListWidget:focus, QTableView:focus { border: 2px solid $focus; border-radius: ${r6}px; }
QTableView { gridline-color: $hairline; background: $card; }
QTableView::item { padding: ${p4}px ${p8}px; }
QHeaderView::section {
  background: $sunken; color: $text; border: none; border-bottom: 1px solid $hairline;
  padding: ${p6}px ${p8}px; font-weight: 600;
}
QTableCornerButton::section { background: $sunken; border: none; }

QCheckBox, QRadioButton { spacing: ${p8}px; min-height: ${field_inner}px; }
QMenuBar { background: $sunken; color: $text; padding: ${p2}px ${p8}px; }
QMenuBar::item { padding: ${bar_y}px ${bar_x}px; border: 2px solid transparent; border-radius: ${r6}px; background: transparent; }
QMenuBar::item:selected { background: $primary_tint; border-color: $focus; }
QMenu { menu-scrollable: 1; background: $card; color: $text; border: ${line}px solid $edge; padding: ${p6}px; }
QMenu::item { padding: ${row_y}px ${row_end}px ${row_y}px ${row_start}px; border: 2px solid transparent; border-radius: ${r6}px; }
QMenu::item:selected { background: $primary_tint; color: $text; border-color: $focus; }
QMenu::item:disabled { color: $text_2; }
QMenu::separator { height: 1px; background: $hairline; margin: ${p6}px; }
QMenu::indicator { width: ${p16}px; height: ${p16}px; left: ${p6}px; }
QToolTip { background: $card; color: $text; border: ${line}px solid $edge; padding: ${p6}px; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: ${p12}px; }
QScrollBar:horizontal { height: ${p12}px; }
QScrollBar::handle { background: $edge; border: ${p4}px solid $page; border-radius: ${p6}px; min-height: ${p32}px; min-width: ${p32}px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent; border: none; width: 0; height: 0; }
""")


def _ringed(look: Look) -> dict[str, int]:
    """Room around words that a ring of 2 pixels shows as chosen: without tints nothing else would."""
    rooms = {"pick_x": 8, "pick_y": 4, "bar_x": 10, "bar_y": 6, "row_y": 8, "row_start": 16, "row_end": 24}
    return {name: look.px(room) - 2 for name, room in rooms.items()}


def stylesheet(look: Look) -> str:
    """The sheet for a look."""
    tokens = look.tokens
    colours = {
        name: getattr(tokens, name)
        for name in (
            "page", "card", "sunken", "text", "text_2", "primary", "on_primary", "primary_tint",
            "edge", "focus", "problem", "hairline",
        )
    }  # fmt: skip
    spaces = {f"p{size}": look.px(size) for size in (2, 4, 6, 8, 10, 12, 14, 16, 24, 32)}
    line = 2 if look.high_contrast else 1
    wider, ring = 2 - line, 3 - line
    """So much wider are the edges of a field and of a button with the keyboard: they stay as large."""
    return _SHEET.substitute(
        **colours,
        **spaces,
        body=look.type(BODY),
        title=look.type(TITLE),
        section=look.type(SECTION),
        caption=look.type(CAPTION),
        label=look.type(15),
        line=line,
        strip_line=2 if look.high_contrast else 0,
        r6=look.px(6),
        r14=look.px(14),
        r16=look.px(15),
        r22=look.px(21),
        target_inner=look.px(26),
        small_inner=look.px(22),
        field_inner=look.px(24),
        focus_x=look.px(10) - wider,
        focus_y=look.px(6) - wider,
        press_x=look.px(16) - ring,
        press_y=look.px(8) - ring,
        small_x=look.px(12) - ring,
        small_y=look.px(4) - ring,
        **_ringed(look),
    )
