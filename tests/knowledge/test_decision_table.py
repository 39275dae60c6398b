"""The decision table of both standpoints, row by row, as lawyers wrote it: facts, outcome, rule, paragraphs.

Written from the table and not from the rule files, so that a slip in either shows. Facts that are not named are as the
table assumes: central government, daily work, the terms of the tool as registered, no tool. `terms=` of a row without
a tool stands for any tool on those terms.
"""

import pytest

from knowledge.base import KnowledgeBase
from knowledge.deciding import decide
from knowledge.decisions import Decision
from knowledge.rules import Modality, Outcome
from tests.knowledge.conftest import case_from, policy_of

Row = tuple[str, str, Outcome, str, str]

# rule | facts | outcome | rule or exception that has a say | paragraphs, of F-…
PERMISSION_2025: list[Row] = [
    ("law", "terms=contract", "allowed_if", "25-law", "2025-13"),
    ("appban", "tool=deepseek-app", "not_allowed", "25-appban", "DS-01 DS-02 DS-03"),
    ("appban, exploring", "tool=deepseek-app data=public purpose=explore controlled_environment=yes",
     "not_allowed", "25-appban", "DS-01 DS-02 DS-03"),
    ("appban, local weights", "tool=deepseek-local", "not_settled", "25-appban-local", "DS-06"),
    ("appban, municipality", "tool=deepseek-app organisation=medeoverheid",
     "not_allowed_unless", "25-appban-mede", "DS-04 2025-28"),
    ("appban, municipality: as consumer", "tool=deepseek-app organisation=medeoverheid",
     "not_allowed_unless", "25-consumer", "2025-28"),
    ("consumer", "tool=chatgpt", "not_allowed_unless", "25-consumer", "2025-28 2025-29"),
    ("consumer, paid by oneself", "tool=chatgpt-plus", "not_allowed_unless", "25-consumer", "2025-28"),
    ("consumer, exploring", "terms=consumer purpose=explore", "not_allowed_unless", "25-consumer", "2025-28 2025-30"),
    ("consumer, known to be in production", "terms=consumer controlled_environment=no",
     "not_allowed", "25-consumer", "2025-28"),
    ("explore", "terms=consumer purpose=explore data=public controlled_environment=yes",
     "allowed_if", "25-explore", "2025-30"),
    ("consumer, personal", "terms=consumer data=personal",
     "not_allowed", "25-consumer-sensitive", "2025-28 2025-30 PRIV-02"),
    ("consumer, special", "terms=consumer data=special_personal purpose=explore controlled_environment=yes",
     "not_allowed", "25-consumer-sensitive", "2025-28 2025-30 PRIV-02"),
    ("consumer, confidential", "terms=consumer data=confidential",
     "not_allowed", "25-consumer-sensitive", "2025-28 2025-30"),
    ("consumer, classified", "terms=consumer data=classified",
     "not_allowed", "25-consumer-sensitive", "2025-28 2025-30"),
    ("contract", "terms=contract", "allowed_if", "25-contract",
     "2025-14 2025-15 2025-17 2025-18 2025-19 2025-20 2025-21 2025-22 2025-23 2025-25 2025-26 2025-27"),
    ("contract, no risk analysis", "terms=contract risk_analysis=no", "not_allowed_unless", "25-contract", "2025-15"),
    ("contract, no decision", "terms=contract org_decision=no", "not_allowed_unless", "25-contract", "2025-22"),
    ("contract, no agreements", "terms=contract vendor_agreements=no",
     "not_allowed_unless", "25-contract", "2025-27"),
    ("contract, no exit strategy", "terms=contract exit_strategy=no", "not_allowed_unless", "25-contract", "2025-23"),
    ("contract, no AI literacy", "terms=contract ai_literacy=no", "not_allowed_unless", "25-contract", "2025-26"),
    ("contract, no human in the loop", "terms=contract human_review=no",
     "not_allowed_unless", "25-contract", "2025-25"),
    ("M365 Copilot", "tool=m365-copilot", "allowed_if", "25-copilot-m365", "COP-03 COP-04 COP-05 COP-06 2025-15"),
    ("government", "tool=vlam-chat", "allowed_if", "25-government", "VLAM-03 VLAM-04 VLAM-06"),
    ("own assistant", "tool=own-assistant", "allowed_if", "25-government", "VLAM-03"),
    ("government, high risk", "terms=government purpose=high_risk",
     "not_allowed", "25-government-highrisk", "VLAM-03 VLAM-04"),
    ("government, recruiting", "terms=government purpose=recruit_or_assess",
     "not_allowed", "25-government-highrisk", "VLAM-03 VLAM-04"),
    ("government, deciding", "terms=government purpose=decide_on_person",
     "not_allowed", "25-government-highrisk", "VLAM-03 VLAM-04"),
    ("self-hosted", "terms=self_hosted", "allowed_if", "25-selfhosted", "2025-32 2025-33 2025-15 2025-22"),
    ("self-hosted, without vendor", "terms=self_hosted vendor_agreements=no",
     "allowed_if", "25-selfhosted", "2025-33"),
    ("self-hosted, no risk analysis", "terms=self_hosted risk_analysis=no",
     "not_allowed_unless", "25-selfhosted", "2025-15"),
    ("built in", "terms=built_in", "allowed_if", "25-builtin", "FAQ-22"),
    ("built in, not agreed", "terms=built_in org_decision=no", "not_allowed_unless", "25-builtin", "FAQ-22"),
    ("unavoidable", "terms=unavoidable", "allowed_if", "25-unavoidable", "2025-31"),
    ("terms unknown", "", "depends", "25-terms-unknown", "2025-28 2025-27"),
    ("terms unknown, ambiguous name", "tool=copilot", "depends", "25-terms-unknown", "2025-28 2025-27"),
    ("personal", "terms=contract data=personal", "allowed_if", "25-personal", "PRIV-01 RKI-09 RKI-10 FAQ-16"),
    ("personal, no legal basis", "terms=contract data=personal legal_basis=no",
     "not_allowed_unless", "25-personal", "PRIV-01"),
    ("personal, self-hosted", "terms=self_hosted data=personal", "allowed_if", "25-personal", "PRIV-01 FAQ-16"),
    ("special", "terms=contract data=special_personal",
     "allowed_if", "25-special", "PRIV-08 PRIV-01 RKI-09 RKI-10 FAQ-16"),
    ("confidential", "terms=contract data=confidential", "allowed_if", "25-confidential", "FAQ-24"),
    ("classified, contract", "terms=contract data=classified", "not_settled", "25-classified", "PRIV-11"),
    ("classified, government", "terms=government data=classified", "not_settled", "25-classified", "PRIV-11"),
    ("classified, self-hosted", "terms=self_hosted data=classified", "not_settled", "25-classified", "PRIV-11"),
    ("decide", "terms=contract purpose=decide_on_person", "allowed_if", "25-decide", "2025-25"),
    ("recruit", "terms=contract purpose=recruit_or_assess",
     "allowed_if", "25-recruit", "FAQ-04 FAQ-06 FAQ-09 FAQ-10"),
    ("image", "terms=contract purpose=image_or_voice", "allowed_if", "25-image", "AK-06"),
    ("publish", "terms=contract purpose=publish", "allowed_if", "25-publish", "HR-14 FAQ-13"),
    ("publish, unreviewed", "terms=government purpose=publish human_review=no",
     "not_allowed_unless", "25-publish", "FAQ-13"),
    ("programming", "terms=contract purpose=programming", "allowed_if", "25-programming", "RKI-11 FAQ-07"),
    ("supplier, contract", "terms=contract organisation=supplier", "allowed_if", "25-supplier", "2025-06 2025-05"),
    ("supplier, consumer", "terms=consumer organisation=supplier",
     "not_allowed_unless", "25-supplier", "2025-06 2025-05"),
    ("municipality, contract", "terms=contract organisation=medeoverheid", "allowed_if", "25-mede", "2025-03"),
    ("municipality, consumer", "terms=consumer organisation=medeoverheid", "not_allowed_unless", "25-mede", "2025-03"),
]  # fmt: skip

PERMISSION_2023: list[Row] = [
    ("law", "terms=contract", "allowed_if", "23-law", "NOTA-07 2023-18"),
    ("risk", "terms=contract", "allowed_if", "23-risk", "NOTA-08 2023-19 2023-20 2023-22"),
    ("risk, no analysis", "terms=contract risk_analysis=no", "not_allowed_unless", "23-risk", "NOTA-08 2023-19"),
    ("risk, no advice", "terms=contract advice_cio_fg=no", "not_allowed_unless", "23-risk", "NOTA-08 2023-22"),
    ("not contracted", "tool=chatgpt", "not_allowed_unless", "23-noncontract", "NOTA-10 2023-25 2023-27"),
    ("not contracted, cannot demonstrate", "terms=consumer demonstrable_compliance=no",
     "not_allowed", "23-noncontract", "NOTA-10 2023-25 2023-27"),
    ("demonstrable", "terms=consumer demonstrable_compliance=yes",
     "allowed_if", "23-demonstrable", "NOTA-10 2023-28"),
    ("demonstrable, with the risk analysis", "terms=consumer demonstrable_compliance=yes",
     "allowed_if", "23-risk", "NOTA-08 2023-19"),
    ("contract", "terms=contract", "allowed_if", "23-contract", "NOTA-11 2023-32 2023-34 2023-48"),
    ("contract, no procurement conditions", "terms=contract procurement_conditions=no",
     "not_allowed_unless", "23-contract", "NOTA-11"),
    ("open source", "terms=self_hosted", "allowed_if", "23-opensource", "NOTA-09 2023-24"),
    ("experiment, contract", "terms=contract purpose=pilot", "allowed_if", "23-experiment", "NOTA-15 2023-13 2023-50"),
    ("experiment, consumer", "terms=consumer purpose=explore",
     "not_allowed_unless", "23-experiment", "NOTA-15 2023-13 2023-50"),
    ("experiment, uncontrolled", "terms=contract purpose=pilot controlled_environment=no",
     "not_allowed_unless", "23-experiment", "NOTA-15"),
    ("terms unknown", "", "depends", "23-terms-unknown", "NOTA-10 NOTA-11"),
    ("supplier, contract", "terms=contract organisation=supplier", "allowed_if", "23-supplier", "2023-12 2023-14"),
    ("supplier, consumer", "terms=consumer organisation=supplier",
     "not_allowed_unless", "23-supplier", "2023-12 2023-14"),
    ("municipality", "terms=contract organisation=medeoverheid", "not_settled", "23-mede", "2023-15 NOTA-18"),
    ("municipality, consumer", "terms=consumer organisation=medeoverheid",
     "not_settled", "23-mede", "2023-15 NOTA-18"),
    ("built in", "terms=built_in", "not_settled", "23-builtin", ""),
    ("government", "terms=government", "not_settled", "23-builtin", ""),
    ("unavoidable", "terms=unavoidable", "not_settled", "23-builtin", ""),
    ("personal", "terms=contract data=personal", "allowed_if", "23-personal", "LA-03"),
    ("special", "terms=contract data=special_personal", "allowed_if", "23-personal", "LA-03"),
    ("personal, no legal basis", "terms=contract data=personal legal_basis=no",
     "not_allowed_unless", "23-personal", "LA-03"),
]  # fmt: skip

# duty | facts | outcome | state of its first condition, if it has one | paragraphs, of F-…
DUTIES_2025: list[Row] = [
    ("risk_analysis", "", "required", "", "2025-15"),
    ("dpia", "", "required_if", "unknown", "FAQ-16 2025-15"),
    ("prescan_dpia", "", "recommended", "", "FAQ-16 AK-19"),
    ("iama", "", "recommended", "", "FAQ-17 2025-16"),
    ("fria", "purpose=high_risk", "required_if", "met", "FAQ-17 2025-16"),
    ("fria", "purpose=daily_work", "required_if", "unknown", "FAQ-17 2025-16"),
    ("approval_cio_fg", "", "not_settled", "", "2025-20 2025-22 2025-35"),
    ("org_decision", "", "required", "", "2025-22"),
    ("contract_terms", "", "required", "", "2025-27"),
    ("exit_strategy", "", "required", "", "2025-23"),
    ("ai_literacy", "", "required", "", "2025-26 FAQ-25 AIA-07"),
    ("disclosure", "purpose=publish", "required_if", "met", "HR-14 FAQ-12 FAQ-13"),
    ("disclosure", "talks_to_people=yes", "required_if", "met", "HR-14 FAQ-12 FAQ-13"),
    ("disclosure", "", "required_if", "unknown", "HR-14 FAQ-12 FAQ-13"),
    ("human_review", "", "required", "", "2025-25"),
    ("algorithm_register", "purpose=recruit_or_assess", "required_if", "met", "MON-07"),
    ("open_source", "", "recommended", "", "2025-32 AK-07"),
    ("european_supplier", "", "recommended", "", "2025-32 AK-08"),
    ("keep_prompts", "", "not_settled", "", "ARCH-05"),
    ("report_breach", "", "required", "", "PRIV-02 PRIV-05"),
    ("own_dpia", "tool=m365-copilot", "required_if", "unknown", "FAQ-18 FAQ-16 COP-06"),
]

DUTIES_2023: list[Row] = [
    ("risk_analysis", "", "required", "", "NOTA-08 2023-19"),
    ("dpia", "", "required", "", "2023-20"),
    ("prescan_dpia", "", "required", "", "2023-20"),
    ("iama", "", "required", "", "2023-20 2023-49"),
    ("algorithm_assessment", "", "required", "", "2023-20 2023-49"),
    ("share_with_cio_fg", "", "required", "", "NOTA-08 2023-22"),
    ("approval_cio_fg", "", "not_settled", "", "2023-23"),
    ("ai_literacy", "", "recommended", "", "NOTA-12"),
    ("open_source", "", "recommended", "", "NOTA-09"),
    ("procurement_conditions", "terms=contract", "required_if", "met", "NOTA-11"),
    ("procurement_conditions", "", "required_if", "unknown", "NOTA-11"),
]

TERMS_2025 = {
    "consumer": "not_allowed_unless",
    "contract": "allowed_if",
    "government": "allowed_if",
    "self_hosted": "allowed_if",
    "built_in": "allowed_if",
    "unavoidable": "allowed_if",
}
TERMS_2023 = {
    "consumer": "not_allowed_unless",
    "contract": "allowed_if",
    "government": "not_settled",
    "self_hosted": "allowed_if",
    "built_in": "not_settled",
    "unavoidable": "not_settled",
}


def rows(*tables: tuple[str, list[Row]]) -> list[object]:
    return [
        pytest.param(standpoint, row, id=f"{standpoint[:4]}: {row[0]} [{row[1]}]")
        for standpoint, table in tables
        for row in table
    ]


def ask(
    base: KnowledgeBase, standpoint: str, facts: str, modality: Modality = "permission", duty: str | None = None
) -> Decision:
    return decide(policy_of(base, standpoint), case_from(base, facts), modality, duty)


def paragraphs(decision: Decision) -> set[str]:
    """What the decision rests on, and what its conditions and ways out rest on."""
    lines = [*decision.requirements, *(line for way in decision.exceptions for line in way.requirements)]
    bases = [decision.basis, *(way.basis for way in decision.exceptions), *(line.basis for line in lines)]
    return {basis.anchor.removeprefix("F-") for pinned in bases for basis in pinned}


@pytest.mark.parametrize(
    ("standpoint", "row"), rows(("2025-overheidsbreed", PERMISSION_2025), ("2023-voorlopig", PERMISSION_2023))
)
def test_a_permission_is_as_the_table_says(base: KnowledgeBase, standpoint: str, row: Row) -> None:
    _, facts, outcome, rule, anchors = row
    decision = ask(base, standpoint, facts)
    assert decision.outcome == outcome
    assert rule in decision.rules
    assert set(anchors.split()) <= paragraphs(decision)
    assert decision.conflicts == ()


@pytest.mark.parametrize(
    ("standpoint", "row"), rows(("2025-overheidsbreed", DUTIES_2025), ("2023-voorlopig", DUTIES_2023))
)
def test_a_duty_is_as_the_table_says(base: KnowledgeBase, standpoint: str, row: Row) -> None:
    duty, facts, outcome, state, anchors = row
    decision = ask(base, standpoint, facts, "duty", duty)
    assert decision.outcome == outcome
    assert [line.state for line in decision.requirements if not line.advice][:1] == state.split()
    assert set(anchors.split()) <= paragraphs(decision)


@pytest.mark.parametrize(("standpoint", "terms"), [("2025-overheidsbreed", TERMS_2025), ("2023-voorlopig", TERMS_2023)])
def test_unknown_terms_branch_as_the_rows_above(base: KnowledgeBase, standpoint: str, terms: dict[str, str]) -> None:
    branches = ask(base, standpoint, "").branches
    assert {branch.value: branch.outcome for branch in branches} == terms


@pytest.mark.parametrize("standpoint", ["2025-overheidsbreed", "2023-voorlopig"])
@pytest.mark.parametrize("tool", ["claude-code", "gemini"])
def test_an_ambiguous_name_is_a_no_where_all_that_it_can_stand_for_is(
    base: KnowledgeBase, standpoint: str, tool: str
) -> None:
    decision = ask(base, standpoint, f"tool={tool} risk_analysis=no")
    assert (decision.outcome, decision.branches) == ("not_allowed_unless", ())


@pytest.mark.parametrize("facts", ["terms=contract", "terms=consumer data=personal", "tool=vlam-chat"])
@pytest.mark.parametrize("organisation", ["supplier", "medeoverheid", "rki"])
def test_under_2025_every_government_body_and_its_suppliers_have_the_same_outcome(
    base: KnowledgeBase, facts: str, organisation: str
) -> None:
    rijk = ask(base, "2025-overheidsbreed", facts)
    assert ask(base, "2025-overheidsbreed", f"{facts} organisation={organisation}").outcome == rijk.outcome


@pytest.mark.parametrize("standpoint", ["2025-overheidsbreed", "2023-voorlopig"])
def test_about_what_the_table_does_not_say_the_policy_is_silent(base: KnowledgeBase, standpoint: str) -> None:
    assert ask(base, standpoint, "", "duty", "coffee") == Decision(
        modality="duty", duty="coffee", outcome="not_settled"
    )
