"""The local chat page and the JSON API over HTTP."""

from collections.abc import Callable, Collection
from datetime import date
from uuid import uuid4

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.channels.pages.chat import ASSETS, page_html, turn_html
from bot.channels.pages.guard import HEADERS, Guard, TooLong, body_of
from bot.channels.pages.labels import label
from bot.channels.pages.turns import PageError, Posted, Turn, page_language
from bot.desk import PolicyDesk, QuestionError
from bot.questionlog.errors import LogUnavailable
from bot.questions import Question
from bot.requests import RequestError, read_request
from knowledge.model import Language

CHANNEL = "web"


def create_app(desk: PolicyDesk, today: Callable[[], date], hosts: Collection[str] = ()) -> Starlette:
    """The application: `/`, `/ask`, `/api/ask`, `/healthz`, `/readyz`, `/assets/…`.

    `today` reads the calendar; `hosts` are names, besides those of this machine, under which people reach the server.
    """
    return Starlette(
        routes=routes(desk, today),
        middleware=[Middleware(Guard, hosts=hosts)],
        exception_handlers={TooLong: _too_long, Exception: _failed},
    )


def routes(desk: PolicyDesk, today: Callable[[], date]) -> list[Route | Mount]:
    """The routes of the page and the API."""
    chat = _Chat(desk, today)
    return [
        Route("/", chat.start, methods=["GET"]),
        Route("/ask", chat.ask, methods=["POST"]),
        Route("/ask", lambda request: RedirectResponse("/", 303), methods=["GET"]),
        Route("/api/ask", chat.api, methods=["POST"]),
        Route("/healthz", lambda request: PlainTextResponse("ok"), methods=["GET"]),
        Route("/readyz", chat.ready, methods=["GET"]),
        Mount("/assets", StaticFiles(directory=ASSETS)),
    ]


class _Chat:
    def __init__(self, desk: PolicyDesk, today: Callable[[], date]) -> None:
        self._desk = desk
        self._today = today

    def start(self, request: Request) -> Response:
        return HTMLResponse(page_html((), page_language(request.query_params.get("language")), uuid4().hex))

    def ready(self, request: Request) -> Response:
        reason = self._desk.ready()
        return PlainTextResponse("ok") if reason is None else PlainTextResponse(reason, 503)

    async def api(self, request: Request) -> Response:
        try:
            question = read_request(await body_of(request)).asked_on(self._today())
            answer = await run_in_threadpool(self._desk.ask, question, CHANNEL, _asker(request))
        except (RequestError, QuestionError) as error:
            return JSONResponse({"error": str(error)}, 400)
        except LogUnavailable as error:
            return JSONResponse({"error": str(error)}, 503)
        return JSONResponse(answer.model_dump(mode="json"))

    async def ask(self, request: Request) -> Response:
        body = await body_of(request)
        answered = self._fragment if "magdat-fragment" in request.headers else self._page
        return await run_in_threadpool(answered, body, _asker(request))

    def _fragment(self, body: bytes, asker: str) -> Response:
        posted = Posted()
        try:
            posted = Posted.read(body)
            turn = posted.next()
            return HTMLResponse(self._asked(posted, turn, asker) if turn is not None else "")
        except (PageError, QuestionError, LogUnavailable) as error:
            return PlainTextResponse(*_problem(error, posted.language))

    def _page(self, body: bytes, asker: str) -> Response:
        posted, shown = Posted(conversation=uuid4().hex), list[str]()
        try:
            posted = Posted.read(body)
            shown = self._again(posted)
            turn = posted.next()
            if turn is not None:
                shown.append(self._asked(posted, turn, asker))
        except (PageError, QuestionError, LogUnavailable) as error:
            sentence, status = _problem(error, posted.language)
            page = page_html(shown, posted.language, posted.conversation, posted.draft, sentence)
            return HTMLResponse(page, status)
        draft = posted.draft if turn is None or posted.press or posted.example else ""
        return HTMLResponse(page_html(shown, posted.language, posted.conversation, draft))

    def _asked(self, posted: Posted, turn: Turn, asker: str) -> str:
        """The turn with its answer, which is in the log."""
        answer = self._desk.ask(self._question(posted, turn), CHANNEL, asker, posted.conversation or None)
        return turn_html(self._desk.answerer.base, turn, answer, len(posted.turns), posted.language)

    def _again(self, posted: Posted) -> list[str]:
        """The earlier turns with their answers, which were recorded when they were asked."""
        shown = []
        for number, turn in enumerate(posted.turns):
            try:
                answer = self._desk.answerer.answer(self._question(posted, turn))
            except KeyError as error:
                raise PageError(label("garbled", posted.language)) from error
            answer = answer.model_copy(update={"id": turn.id})
            shown.append(turn_html(self._desk.answerer.base, turn, answer, number, posted.language))
        return shown

    def _question(self, posted: Posted, turn: Turn) -> Question:
        earlier = posted.thread(turn)
        return Question(
            text=turn.question,
            today=self._today(),
            thread=tuple(before.question for before in earlier),
            thread_given=tuple(before.given for before in earlier),
            given=turn.given,
        )


def _problem(error: Exception, language: Language) -> tuple[str, int]:
    if isinstance(error, LogUnavailable):
        return label("unavailable", language), 503
    return str(error), 400


def _asker(request: Request) -> str:
    return request.client.host if request.client is not None else "local"


def _too_long(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": "the body is over 64 KiB; ask a shorter question"}, 413)


def _failed(request: Request, error: Exception) -> Response:
    """What is sent when the unforeseen happened; the server logs the error itself."""
    sentence = "something went wrong on the server; the question was recorded as an error"
    return JSONResponse({"error": sentence}, 500, headers=HEADERS)
