import pytest

from bot.understanding.negation import denied_after, denied_before, denied_in_clause, doubly_denied, removed


def at(words: str, word: str = "namen") -> tuple[list[str], int]:
    split = words.split()
    return split, split.index(word)


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("zonder namen", True),
        ("er zitten geen namen in", True),
        ("zonder de echte namen", True),
        ("geen adressen of namen", True),
        ("there are no names", True),
        ("without any real names", True),
        ("with names", False),
        ("met namen", False),
        ("niet alleen namen", False),
        ("not only names", False),
        ("zonder overleg over namen", False),
        ("niet zonder namen", False),
    ],
)
def test_a_denial_stands_before_the_word(words: str, denied: bool) -> None:
    split, place = at(words, "names" if "names" in words else "namen")
    assert denied_before(split, place) is denied


@pytest.mark.parametrize(
    ("words", "doubled"),
    [
        ("niet zonder namen", True),
        ("not without names", True),
        ("zeker niet zonder de namen", True),
        ("zonder namen", False),
        ("met namen", False),
        ("niet met collega en zonder namen", False),
    ],
)
def test_of_two_denials_nobody_can_tell_what_is_meant(words: str, doubled: bool) -> None:
    split, place = at(words, "names" if "names" in words else "namen")
    assert doubly_denied(split, place) is doubled


@pytest.mark.parametrize(
    ("words", "out"),
    [
        ("de namen haal ik weg", True),
        ("de namen laat ik achterwege", True),
        ("de namen zijn verwijderd", True),
        ("ik verwijder eerst de namen", True),
        ("de namen zijn geanonimiseerd", True),
        ("de namen staan er niet in", True),
        ("i leave the names out", True),
        ("the names are removed", True),
        ("i black out the names", True),
        ("de namen staan er in", False),
        ("the names are in it", False),
        ("de namen . ik haal koffie weg", False),
    ],
)
def test_a_thing_is_taken_out(words: str, out: bool) -> None:
    split, place = at(words, "names" if "names" in words else "namen")
    assert removed(split, place + 1) is out


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("namen staan er niet in", True),
        ("namen zijn er nog niet", True),
        ("namen niet", True),
        ("namen niet alleen daar", False),
        ("namen staan er wel in", False),
        ("namen die ik niet ken", False),
    ],
)
def test_a_denial_follows_at_once(words: str, denied: bool) -> None:
    assert denied_after(words.split(), 1) is denied


@pytest.mark.parametrize(
    ("words", "left_out"),
    [
        ("de dpia is nog niet gedaan", True),
        ("de dpia hebben we overgeslagen", True),
        ("we forgot the dpia", True),
        ("de dpia is gedaan", False),
        ("de dpia is gedaan maar het contract niet", False),
        ("niet vandaag . de dpia is gedaan", False),
    ],
)
def test_a_step_is_left_out_in_its_own_clause(words: str, left_out: bool) -> None:
    split, place = at(words, "dpia")
    assert denied_in_clause(split, place, place + 1) is left_out
