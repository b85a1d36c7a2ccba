"""One folder per place in the window: a presenter that decides and a page that draws."""
