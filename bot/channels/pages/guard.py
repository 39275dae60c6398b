"""The guard in front of every page: whose requests are heard, and what a browser may do with the responses."""

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_BODY = 64 * 1024
"""How many bytes a request may bring."""

LOCAL = ("localhost", "127.0.0.1", "[::1]")

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class TooLong(Exception):
    """The body of a request is longer than LONGEST_BODY."""


class Guard:
    """Lets requests through that were addressed to this machine or to `hosts`, and posts that come from its own pages.

    A site elsewhere can point its name at this machine (DNS rebinding), or post to it from a visitor's browser; neither
    may ask in somebody's name. Programs other than browsers send no `Origin` and are heard.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str] = ()) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in (*LOCAL, *hosts))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers the request itself, or hands it on and adds the headers to the response."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        headers = Headers(scope=scope)
        if hostname(headers.get("host", "")) not in self._hosts:
            refused = JSONResponse({"error": "this name is not one of this server's"}, status_code=400)
            await refused(scope, receive, send_guarded)
        elif scope["method"] == "POST" and _foreign(headers):
            refused = JSONResponse({"error": "only the server's own pages may post from a browser"}, status_code=403)
            await refused(scope, receive, send_guarded)
        else:
            await self._app(scope, receive, send_guarded)


def hostname(authority: str) -> str:
    """The host of a `Host` header without its port, in lower case; an IPv6 address keeps its brackets."""
    host = authority.lower()
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]


def _foreign(headers: Headers) -> bool:
    """Whether a browser says that another site posts.

    Our own forms come with `Origin: null`, as `Referrer-Policy: no-referrer` has it; then `Sec-Fetch-Site` must vouch
    for them (https://fetch.spec.whatwg.org/#append-a-request-origin-header).
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site not in (None, "same-origin", "none"):
        return True
    if origin is None or (origin == "null" and site is not None):
        return False
    return origin.partition("://")[2].lower() != headers.get("host", "").lower()


async def body_of(request: Request) -> bytes:
    """The body of the request; raises TooLong, before reading on, when it is over LONGEST_BODY."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY:
            raise TooLong
    return bytes(body)
