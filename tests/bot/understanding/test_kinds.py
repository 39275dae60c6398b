import pytest

from bot.answering import Answerer


@pytest.mark.parametrize(
    "text",
    [
        "Mag ik Claude gebruiken voor een toespraak?",
        "Is Grok verboden?",
        "Ik wil Perplexity gebruiken voor onderzoek",
        "gemini ok?",
        "ChatGPT?",
        "Wanneer mag ik Claude gebruiken?",
        "May I use Claude for a speech?",
        "Is it okay if I use Claude for a speech?",
        "Are we allowed to use Grok?",
        "We would like to use Perplexity for our research",
    ],
)
def test_a_question_asks_permission(answerer: Answerer, text: str) -> None:
    understood = answerer.reader.read(text)
    assert (understood.kind, understood.modality) == ("decision", "permission")


@pytest.mark.parametrize(
    ("text", "duty"),
    [
        ("Moet ik een DPIA doen voor Claude?", "dpia"),
        ("Is een DPIA verplicht?", "dpia"),
        ("Do we have to carry out a DPIA for our chatbot?", "dpia"),
        ("Moet ik mijn prompts bewaren?", "keep_prompts"),
        ("Moet een mens de uitkomst controleren?", "human_review"),
        ("Is het verplicht om AI in het algoritmeregister te zetten?", "algorithm_register"),
        ("Are we obliged to report AI in the algorithm register?", "algorithm_register"),
        ("Must I tell readers that a text was made by AI?", "disclosure"),
    ],
)
def test_a_question_asks_about_a_duty(answerer: Answerer, text: str, duty: str) -> None:
    understood = answerer.reader.read(text)
    assert (understood.kind, understood.modality, understood.duty) == ("decision", "duty", duty)


@pytest.mark.parametrize(
    "text",
    [
        "Wat is vlam-chat?",
        "Wat zijn consumentenvoorwaarden?",
        "Wie heeft de Kamerbrief ondertekend?",
        "Wat kost een abonnement op Copilot?",
        "Hoe groot mag een prompt zijn?",
        "What is a pre-scan DPIA?",
        "What does the standpoint say about hallucinations?",
        "How does ChatGPT work?",
    ],
)
def test_a_question_asks_for_information(answerer: Answerer, text: str) -> None:
    assert answerer.reader.read(text).kind == "information"


@pytest.mark.parametrize(
    ("text", "greeting"),
    [
        ("Wie ben jij?", False),
        ("Ben jij een mens?", False),
        ("Bewaar je mijn vragen?", False),
        ("What are you?", False),
        ("Who made you?", False),
        ("Hallo", True),
        ("Hoi!", True),
        ("Thanks!", True),
    ],
)
def test_a_remark_is_to_or_about_the_bot(answerer: Answerer, text: str, greeting: bool) -> None:
    understood = answerer.reader.read(text)
    assert (understood.kind, understood.greeting) == ("meta", greeting)


@pytest.mark.parametrize(
    "text",
    [
        "Wat wordt het weer morgen?",
        "Wie wint de Tour de France?",
        "Hoe kan ik een fiets repareren?",
        "How do I bake bread?",
        "What is the capital of France?",
        "Tell me a joke",
    ],
)
def test_a_question_is_out_of_scope(answerer: Answerer, text: str) -> None:
    understood = answerer.reader.read(text)
    assert (understood.kind, understood.readable) == ("out_of_scope", True)


@pytest.mark.parametrize("text", ["", "qwrt zxcvb plmkn fghjk", "asdfgh", "😀😀😀", "1234", "?!", "האם מותר"])
def test_gibberish_is_not_understood(answerer: Answerer, text: str) -> None:
    understood = answerer.reader.read(text)
    assert (understood.kind, understood.readable) == ("out_of_scope", False)
