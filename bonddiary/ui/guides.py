"""What the content says where this family is: the help page, the signs of a cue, and what the program says of itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bonddiary.domain.catalog import Catalog
from bonddiary.domain.errors import ContentError
from bonddiary.domain.ids import CueKey
from bonddiary.system.settings import Settings

if TYPE_CHECKING:
    from bonddiary.domain.about import About, Evidence
    from bonddiary.domain.guidance import SafetyGuide
    from bonddiary.domain.guide import Guide
    from bonddiary.ui.models.care import CareWords


class Guides:
    """Content for people, read when it is first asked for."""

    def __init__(self, catalog: Catalog, settings: Callable[[], Settings], region: str) -> None:
        self._catalog = catalog
        self._settings = settings
        self._region = region
        self._guide: tuple[str, SafetyGuide] | None = None
        self._how_to: Guide | None = None

    def safety(self) -> "SafetyGuide":
        """The help page as it reads where the family is; read once for each country. Raises ContentError."""
        chosen = self._settings().country
        if self._guide is None or self._guide[0] != chosen:
            from bonddiary.content.guidance import load_safety

            self._guide = chosen, load_safety(self._catalog.language, chosen, self._region)
        return self._guide[1]

    def care_for(self, *keys: str) -> "tuple[CareWords, ...]":
        """What the help page says of these cues' signs; nothing for cues without."""
        cues = [cue for key in keys if (cue := self._catalog.cues.get(CueKey(key))) is not None and cue.signs]
        if not cues:
            return ()
        from bonddiary.ui.models.care import (
            care_cards,  # with the safety page, which few presses need
            unread_card,
        )

        try:
            cards = care_cards(self.safety(), *cues)
        except ContentError as error:
            return (unread_card(str(error)),)
        return cards or (unread_card("The signs are missing from the content."),)

    def how_to(self) -> "Guide":
        """The guide to the program, read once. Raises ContentError."""
        if self._how_to is None:
            from bonddiary.content.guide import load_guide

            self._how_to = load_guide()
        return self._how_to

    def about(self) -> "About":
        """What the program says of itself. Raises ContentError."""
        from bonddiary.content.evidence import load_about

        return load_about(self._catalog.language)

    def evidence(self) -> "Evidence":
        """What the content rests on, counted anew. Raises ContentError."""
        from bonddiary.content.evidence import load_evidence

        return load_evidence(self._catalog.language)
