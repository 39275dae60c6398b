"""What a browser without scripts sees of the page: the fields and buttons of its form."""

from html.parser import HTMLParser


class Form(HTMLParser):
    """The hidden fields, the buttons as (name, value) with their words, and the text of a page or of a part of it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hidden: list[tuple[str, str]] = []
        self.buttons: dict[tuple[str, str], str] = {}
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._button: tuple[str, str] | None = None
        self.feed(str(html))  # of a Markup every addition would be escaped

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if tag == "input" and values.get("type") == "hidden":
            self.hidden.append((values["name"] or "", values["value"] or ""))
        if tag == "button" and values.get("name"):
            self._button = (values["name"] or "", values["value"] or "")
            self.buttons[self._button] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "button":
            self._button = None

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._button is not None:
            self.buttons[self._button] = " ".join(f"{self.buttons[self._button]} {data}".split())

    def button(self, words: str) -> tuple[str, str]:
        """The name and value of the one button that has these words."""
        (found,) = [button for button, label in self.buttons.items() if words in label]
        return found

    def fields(self, *more: tuple[str, str]) -> dict[str, list[str]]:
        """What is sent when the form is posted with `more` beside its hidden fields."""
        sent: dict[str, list[str]] = {}
        for name, value in (*self.hidden, *more):
            sent.setdefault(name, []).append(value)
        return sent
