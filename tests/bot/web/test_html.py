"""An answer as HTML, from hand-made answers."""

from datetime import date

import pytest

from bot.answer import (
    Answer,
    Assumption,
    Change,
    Citation,
    Condition,
    DecisionView,
    ExceptionLine,
    Gap,
    IndexView,
    MissingFact,
    Option,
    OtherStandpoint,
    StandpointView,
)
from bot.rendering.html import Alternative, answer_html
from knowledge.decisions import State
from knowledge.model import Text
from knowledge.rules import Outcome, RuleSet
from knowledge.standpoints import Standpoint
from tests.bot.web.forms import Form

STANDPOINT = Standpoint(
    id="2025",
    title=Text(nl="Standpunt", en="Standpoint"),
    short_title=Text(nl="Standpunt", en="Standpoint"),
    status="in_force",
    in_force_from=date(2025, 4, 22),
    rules=RuleSet(standpoint="2025", rules=()),
)

CITATION = Citation(
    n=1,
    role="basis",
    document="standpunt-2025",
    title="Overheidsbreed standpunt (2025)",
    text="digest",
    section="Voorwaarden",
    page=3,
    anchors=("F-1",),
    quote="Ambtenaren letten op.",
    reference="Standpunt, april 2025",
    date="2025-04-16",
    url="https://www.rijksoverheid.nl/standpunt",
    standpoint="2025",
    status="in_force",
    score=None,
)

DECISION = DecisionView(
    modality="permission",
    outcome="allowed_if",
    headline="Ja, mits je aan de voorwaarden voldoet.",
    reason="Er is een contract.",
    conditions=(),
    exceptions=(),
    advice=(),
    rules=("25-contract",),
    conflicts=(),
    assumptions=(),
    missing_facts=(),
    would_change=(),
    other_standpoints=(),
)

ANSWER = Answer(
    question="Mag dit?",
    language="nl",
    kind="decision",
    status="answered",
    headline=DECISION.headline,
    text="Ja, mits.",
    decision=DECISION,
    citations=(CITATION,),
    standpoint=StandpointView(id="2025", title="Standpunt", in_force_from=date(2025, 4, 22)),
    index=IndexView(version="1", sha256="0"),
)


def shown(answer: Answer = ANSWER, standpoint: Standpoint = STANDPOINT, **alternatives: list[Alternative]) -> Form:
    return Form(answer_html(answer, standpoint, 4, alternatives))


def deciding(**changes: object) -> Answer:
    return ANSWER.model_copy(update={"decision": DECISION.model_copy(update=changes)})


def words(form: Form) -> str:
    return " ".join(form.text.split())


def condition(text: str, state: State) -> Condition:
    return Condition(text=text, state=state, rule="r", citations=(1,))


def test_the_verdict_is_a_heading_that_can_have_the_focus() -> None:
    form = shown()
    assert ("h2", {"id": "a4", "tabindex": "-1"}) in form.tags
    assert ("article", {"class": "answer yes-if", "lang": "nl", "aria-labelledby": "a4"}) in form.tags
    assert words(form).startswith("Ja, mits je aan de voorwaarden voldoet. Er is een contract.")


def test_each_condition_has_its_state_in_words_and_open_ones_come_first() -> None:
    lines = (condition("eerst", "met"), condition("dan", "unknown"), condition("ten slotte", "unmet"))
    text = words(shown(deciding(conditions=lines)))
    assert "Ten slotte [1] niet in orde Dan [1] weet ik niet Eerst [1] in orde" in text


def test_five_conditions_are_in_view_and_the_rest_unfolds() -> None:
    form = shown(deciding(conditions=tuple(condition(f"regel {n}", "unknown") for n in range(8))))
    text = words(form)
    assert text.index("Regel 4") < text.index("Nog 3 voorwaarden") < text.index("Regel 5")
    assert ("details", {"class": "rest"}) in form.tags
    assert "Nog" not in words(shown(deciding(conditions=tuple(condition(f"r{n}", "met") for n in range(5)))))


def test_an_exception_has_a_checklist_of_its_own() -> None:
    line = ExceptionLine(
        text="je verkent", rule="r", conditions=(condition("werk buiten productie", "unknown"),), citations=(1,)
    )
    text = words(shown(deciding(outcome="not_allowed_unless", exceptions=(line,))))
    assert "Het mag wel als je verkent, en dan alleen als dit allemaal klopt: [1] Werk buiten productie" in text


def test_an_exception_that_is_its_own_condition_is_said_once() -> None:
    line = ExceptionLine(text="doe een DPIA", rule="r", conditions=(condition("doe een DPIA", "unmet"),), citations=())
    text = words(shown(deciding(outcome="not_allowed_unless", exceptions=(line,))))
    assert "Het mag wel als dit eerst geregeld is: Doe een DPIA" in text


def test_replies_say_where_they_lead_and_send_the_fact() -> None:
    options = (
        Option(fact="terms", value="contract", label="een contract", outcome="allowed_if"),
        Option(fact="terms", value="consumer", label="gratis", outcome="not_allowed"),
    )
    missing = MissingFact(fact="terms", question="welke voorwaarden?", why="Dat maakt uit.", options=options)
    form = shown(deciding(outcome="depends", missing_facts=(missing,)))
    assert form.buttons == {
        ("press", "4:terms=contract"): "Een contract → leidt tot: ja, mits",
        ("press", "4:terms=consumer"): "Gratis → leidt tot: nee",
        ("press", "4:terms=consumer?"): "Weet ik niet: ga uit van het strengste → leidt tot: nee",
    }
    assert "Welke voorwaarden? Dat maakt uit." in words(form)


def test_a_reply_to_a_fact_with_several_values_keeps_those_that_are_known() -> None:
    option = Option(fact="data", value="copyrighted", label="beschermd", outcome="allowed_if")
    missing = MissingFact(fact="data", question="Welke gegevens?", why="", options=(option,))
    answer = deciding(missing_facts=(missing,)).model_copy(update={"facts": {"data": ["personal"]}})
    assert ("press", "4:data=personal,copyrighted") in shown(answer).buttons


@pytest.mark.parametrize(
    ("outcome", "title"),
    [("allowed_if", "Wat zou het veranderen?"), ("not_allowed", "Wat zou het toestaan?")],
)
def test_changes_are_headed_by_what_they_do(outcome: Outcome, title: str) -> None:
    change = Change(fact="terms", value="contract", label="een contract", outcome="allowed")
    form = shown(deciding(outcome=outcome, would_change=(change,) * 6))
    assert title in words(form)
    assert "Nog 1 mogelijkheden" in words(form)
    assert form.buttons[("press", "4:terms=contract")] == "Een contract → leidt tot: ja"


def test_an_assumption_shows_what_could_be_so_instead() -> None:
    assumed = Assumption(fact="organisation", value="rijk", label="het Rijk")
    others = [Alternative(value="rijk", label="het Rijk"), Alternative(value="gemeente", label="een gemeente")]
    form = shown(deciding(assumptions=(assumed,)), organisation=others)
    assert form.buttons == {("press", "4:organisation=gemeente"): "Een gemeente"}
    assert "Ik ging uit van: het Rijk." in words(form)
    assert "In plaats van ‘het Rijk’:" in words(form)


def test_a_quote_unfolds_to_all_that_is_known_of_its_source() -> None:
    form = shown()
    assert ("div", {"class": "source", "id": "a4-1"}) in form.tags
    assert (
        "[1] Overheidsbreed standpunt (2025) – Voorwaarden Ambtenaren letten op. "
        "Samenvatting in eigen woorden, niet de officiële tekst geldt nu Standpunt, april 2025 · 16 april 2025 "
        "· pagina 3 · passage F-1 Naar de officiële publicatie (opent in een nieuw tabblad)"
    ) in words(form)
    (link,) = [values for tag, values in form.tags if tag == "a"]
    assert link == {
        "href": "https://www.rijksoverheid.nl/standpunt",
        "target": "_blank",
        "rel": "noopener noreferrer",
    }


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "file:///etc/passwd", None]
)
def test_only_a_web_address_becomes_a_link(url: str | None) -> None:
    answer = ANSWER.model_copy(update={"citations": (CITATION.model_copy(update={"url": url}),)})
    assert not [tag for tag, _ in shown(answer).tags if tag == "a"]


def test_an_official_text_is_called_so() -> None:
    answer = ANSWER.model_copy(update={"citations": (CITATION.model_copy(update={"text": "official"}),)})
    assert "Officiële tekst geldt nu" in words(shown(answer))


def test_what_was_found_beside_the_basis_is_set_apart() -> None:
    related = CITATION.model_copy(update={"n": 2, "role": "related", "status": "background"})
    text = words(shown(ANSWER.model_copy(update={"citations": (CITATION, related)})))
    assert text.index("[1]") < text.index("Ook gevonden, maar geen grondslag van dit antwoord") < text.index("[2]")
    assert "Naar de publicatie (opent" in text


def test_information_shows_its_quotes_unfolded() -> None:
    answer = ANSWER.model_copy(update={"kind": "information", "decision": None, "headline": "Dit staat erover:"})
    form = shown(answer)
    assert ("details", {"open": None}) in form.tags
    assert "Geen juridisch advies" in words(form)


def test_a_refusal_has_no_sources_and_sets_near_misses_apart() -> None:
    answer = ANSWER.model_copy(
        update={
            "kind": "information",
            "status": "unanswered",
            "decision": None,
            "headline": "Dat staat niet in het beleid dat ik ken.",
            "citations": (),
            "near_misses": (CITATION,),
            "gap": Gap(kind="no_passage"),
        }
    )
    form = shown(answer)
    text = words(form)
    assert "Bronnen" not in text
    assert text.index("Wat kwam er het dichtst bij?") < text.index("is geen antwoord:") < text.index("letten op")
    assert "[1]" not in text


def test_a_list_in_plain_text_becomes_a_list() -> None:
    answer = ANSWER.model_copy(
        update={"kind": "meta", "decision": None, "citations": (), "text": "Hallo!\n\nVraag:\n– een\n– twee\n\nTot zo."}
    )
    form = shown(answer)
    assert [tag for tag, _ in form.tags].count("li") == 2
    assert "Vraag: eentwee Tot zo." in words(form)


def test_a_standpoint_of_the_past_says_until_when_it_held() -> None:
    past = STANDPOINT.model_copy(update={"in_force_until": date(2026, 1, 31)})
    other = OtherStandpoint(standpoint="2026", title="Nieuw", outcome="allowed")
    text = words(shown(deciding(other_standpoints=(other,)), past))
    assert "gold van 22 april 2025 tot en met 31 januari 2026" in text
    assert "Onder het Nieuw: ja." in text


@pytest.mark.parametrize("unseen", ["\u202e", "\u2066", "\x00", "\u200f", "\x1b"])
def test_characters_that_nobody_sees_are_left_out(unseen: str) -> None:
    assert unseen not in answer_html(deciding(reason=f"De tool {unseen}TPG mag."), STANDPOINT, 0, {})


def test_every_part_is_escaped() -> None:
    mark = '<b>"&'
    answer = ANSWER.model_copy(
        update={
            "headline": mark,
            "understood": mark,
            "text": mark,
            "citations": (
                CITATION.model_copy(update={"title": mark, "section": mark, "quote": mark, "reference": mark}),
            ),
        }
    )
    assert "b" not in {tag for tag, _ in shown(answer).tags}


def test_an_english_answer_is_english_all_through() -> None:
    answer = deciding(conditions=(condition("do this", "unknown"),)).model_copy(update={"language": "en"})
    text = words(shown(answer))
    assert "Conditions Do this [1] I don't know" in text
    assert "Sources (quoted in Dutch, as published)" in text
    assert "opens in a new tab" in text
    assert "Copy as text" in text
