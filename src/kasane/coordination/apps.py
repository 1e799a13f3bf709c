from django.apps import AppConfig


class CoordinationConfig(AppConfig):
    name = "kasane.coordination"
    label = "coordination"
    verbose_name = "多機関協働"

    def ready(self) -> None:
        from kasane.cases.history.words import tell_with
        from kasane.cases.household.plans import read_plans_with
        from kasane.coordination.forms.assessment import answer_lines
        from kasane.coordination.household import plan_facts
        from kasane.coordination.menus.sheets import words_of

        read_plans_with(plan_facts)
        tell_with("coordination_assessmentpart", "answers", answer_lines)
        tell_with("coordination_informationanswer", "answers", answer_lines)
        tell_with("coordination_menuplan", "answers", lambda row: words_of(row["sheet"], row["answers"]))
