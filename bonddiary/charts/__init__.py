"""Pictures of insights: the only place, with one canvas widget, that knows matplotlib."""
