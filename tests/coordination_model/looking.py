"""What must never be, in the words of the field; and whether support can still be brought to an end (R-COOR-06 to R-COOR-10)."""

from __future__ import annotations

from kasane.coordination.rules import decided_services
from tests.disclosure_model.session import DEFINER, as_role, rows


class Forbidden(AssertionError):
    """A state that must never be was reached; the message tells by which steps."""


class Stuck(AssertionError):
    """A state was reached from which nobody can end the support; the message tells by which steps."""


_DECIDED = sorted(decided_services("coordination") | decided_services("self_reliance"))
_WRONG = {
    "確定したプランに、会議の「適切」がありません": """
        SELECT p.id FROM coordination_plan p WHERE p.final_on IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM coordination_conferencejudgement j WHERE j.subject_id = p.id AND j.judgement = 'appropriate'
            AND j.timing = CASE WHEN p.number = 1 THEN 'plan' ELSE 'replan' END)""",
    "②・④のある確定したプランに、支援決定がありません": """
        SELECT p.id FROM coordination_plan p WHERE p.final_on IS NOT NULL
        AND EXISTS (SELECT 1 FROM coordination_planitem i WHERE i.plan_id = p.id AND i.service = ANY(%s))
        AND NOT EXISTS (SELECT 1 FROM coordination_decision d WHERE d.plan_id = p.id AND d.result IN ('decided', 'confirmed'))""",
    "起案を経ていない支援決定があります": """
        SELECT d.id FROM coordination_decision d WHERE d.result IN ('decided', 'confirmed') AND NOT EXISTS (
            SELECT 1 FROM coordination_approval a JOIN coordination_approvalstep s ON s.approval_id = a.id
            WHERE a.plan_id = d.plan_id AND a.state = 'decided' AND s.result = 'decided'
            AND s.user_id = d.decider_id AND a.drafted_by_id <> d.decider_id)""",
    "決裁を待たないプランに、答えのない起案があります": """
        SELECT a.id FROM coordination_approval a JOIN coordination_plan p ON p.id = a.plan_id
        WHERE a.state = 'open' AND p.state <> 'agreed'""",
    "一つの枠組みに、確定したプランが二つあります": """
        SELECT p.case_id FROM coordination_plan p WHERE p.state = 'final' GROUP BY p.case_id, p.course HAVING count(*) > 1""",
    "終結したケースで、支援の枠組みが動いています": """
        SELECT c.id FROM cases_case c JOIN coordination_application a ON a.case_id = c.id
        WHERE c.stage = 'closed' AND a.taken_up_on IS NOT NULL AND a.ended_on IS NULL""",
    "終結したケースに、動いているプランがあります": """
        SELECT p.id FROM coordination_plan p JOIN cases_case c ON c.id = p.case_id
        WHERE c.stage = 'closed' AND p.state IN ('draft', 'submitted', 'agreed', 'final')""",
    "終結したケースに、会議を待つ評価があります": """
        SELECT e.id FROM coordination_evaluation e JOIN cases_case c ON c.id = e.case_id
        WHERE c.stage = 'closed' AND e.state = 'waiting'""",
    "確定していたプランが、会議の終結・中断の判断なしに終わりました": """
        SELECT p.id FROM coordination_plan p WHERE p.state = 'closed' AND p.final_on IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM coordination_evaluation e JOIN coordination_conferencejudgement j ON j.subject_id = e.id
            WHERE e.plan_id = p.id AND j.judgement IN ('close', 'interrupt'))""",
    "確定したプランがあるのに、支援の段階ではありません": """
        SELECT p.id FROM coordination_plan p JOIN cases_case c ON c.id = p.case_id
        WHERE p.state = 'final' AND c.stage NOT IN ('plan', 'support')""",
    "受付の段階で、支援の枠組みが動いています": """
        SELECT c.id FROM cases_case c JOIN coordination_application a ON a.case_id = c.id
        WHERE c.stage = 'reception' AND a.taken_up_on IS NOT NULL AND a.ended_on IS NULL""",
    "終わった枠組みに、動いているプランがあります": """
        SELECT p.id FROM coordination_plan p JOIN coordination_application a
          ON a.case_id = p.case_id AND a.course = p.course
        WHERE a.ended_on IS NOT NULL AND p.state IN ('draft', 'submitted', 'agreed', 'final')""",
    "終結したケースで、つづきの予定が残っています": """
        SELECT t.id FROM cases_task t JOIN cases_case c ON c.id = t.case_id
        WHERE c.stage = 'closed' AND t.done_on IS NULL AND t.kind NOT IN ('follow_up', 'answer_referral', 'register')""",
    "再開したケースで、だれにも予定がありません": """
        SELECT c.id FROM cases_case c WHERE c.stage <> 'closed'
        AND (SELECT e.code FROM cases_event e WHERE e.case_id = c.id ORDER BY e.id DESC LIMIT 1) = 'reopened'
        AND NOT EXISTS (SELECT 1 FROM cases_task t WHERE t.case_id = c.id AND t.done_on IS NULL)""",
}


def wrong_states() -> list[str]:
    """Each forbidden state that stands now, by its name. As the definer, who sees all rows."""
    with as_role(DEFINER):
        return [
            words
            for words, sql in _WRONG.items()
            if rows(f"{sql} LIMIT 1", [_DECIDED] if "%s" in sql else None)
        ]
