import pytest

from bot.understanding.cues import CueIndex


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        ("mag ik", "nu mag ik dit"),
        ("gebruik*", "ons gebruikersbeleid telt"),
        ("*beleid", "ons appbeleid telt"),
        ("*recht*", "ons auteursrechtbeleid telt"),
        ("mag|kan ik", "kan ik dit"),
        ("contract ~ leverancier", "een contract met de leverancier"),
        ("contract ~ leverancier", "een contract met een van onze leverancier"),
        ("contract ~ leverancier", "een contract leverancier"),
        ("decide ~~ resident*", "decide on the basis of a long letter which of our residents get it"),
        ("haal|laat ~ weg", "ik laat de namen weg"),
        ("TOOL ~ gratis", "TOOL in de browser gratis"),
    ],
)
def test_a_cue_occurs_in_these_words(cue: str, words: str) -> None:
    assert [match.label for match in CueIndex([("it", cue)]).find(words.split())] == ["it"]


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        ("mag ik", "ik mag"),
        ("gebruik*", "hergebruik"),
        ("*beleid", "beleidsnota"),
        ("mag", "magazijn"),
        ("contract ~ leverancier", "een contract met een van de vier leverancier"),
        ("contract ~ leverancier", "een contract . onze leverancier"),
        ("contract ~ leverancier", "leverancier met contract"),
        ("decide ~~ resident*", "decide . the residents"),
        ("mag ik", "mag . ik"),
        ("a|b c", "a b"),
    ],
)
def test_a_cue_does_not_occur_in_these_words(cue: str, words: str) -> None:
    assert CueIndex([("it", cue)]).find(words.split()) == []


def test_of_overlapping_cues_with_one_label_the_longest_is_kept() -> None:
    index = CueIndex([("terms", "gratis"), ("terms", "gratis versie*"), ("other", "versie*")])
    found = index.find("de gratis versies dus".split())
    assert [(match.label, match.start, match.end) for match in found] == [("terms", 1, 3), ("other", 2, 3)]


def test_a_match_tells_the_words_that_its_gap_took_in() -> None:
    (match,) = CueIndex([("dpia", "dpia ~ gedaan")]).find("een dpia nog niet gedaan".split())
    assert (match.start, match.end, match.between, match.loose) == (1, 5, ("nog", "niet"), True)
    assert match.weight == 4


def test_a_cue_is_found_as_often_as_it_occurs() -> None:
    found = CueIndex([("it", "namen")]).find("namen en nog eens namen".split())
    assert [match.start for match in found] == [0, 4]


def test_the_vocabulary_is_every_word_without_its_stars() -> None:
    assert CueIndex([("it", "mag|kan *beleid ~ gebruik*")]).vocabulary == {"mag", "kan", "beleid", "gebruik"}
