"""Which tables of the content are read together."""

PARTS = {
    "start": ("source", "group", "cue", "response", "outcome", "bin", "care", "care_detail"),
    "phrases": ("phrase", "short"),
    "tips": ("library", "topic", "source_kind", "tip"),
    "safety": ("page", "sign", "country", "contact", "service"),
    "visits": ("visit_kind", "prompt", "country", "contact"),
    "about": ("about",),
    "report": ("report_page", "report"),
    "reference": ("reference",),
    "evidence": (
        "source",
        "cue",
        "response",
        "tip",
        "sign",
        "country",
        "contact",
        "prompt",
        "service",
        "reference",
    ),
}
"""What is read together: at start-up, when a phrase is first typed, when tips, safety, visits or About page are first
opened, and when a page for a health visitor is made."""
