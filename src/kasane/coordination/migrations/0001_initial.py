import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.disclosure.policies import protect


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("disclosure", "0001_initial"),
        ("agencies", "0001_initial"),
        ("cases", "0001_initial"),
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"], verbose_name="情報の種類"
                    ),
                ),
                ("started_on", models.DateField(verbose_name="始めた日")),
                (
                    "screening",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("information", "情報提供・相談対応で終了"),
                            ("refer", "他制度・他機関へつなぐ"),
                            ("towards_consent", "同意に向けて働きかける"),
                            ("plan", "プランを策定し継続支援"),
                            ("broken_off", "判断前に中断"),
                        ],
                        max_length=16,
                        verbose_name="スクリーニング",
                    ),
                ),
                ("screened_on", models.DateField(blank=True, null=True, verbose_name="判断した日")),
                ("has_summary", models.BooleanField(default=False, verbose_name="課題のまとめあり")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AssessmentPart",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                (
                    "section",
                    models.CharField(
                        choices=[
                            ("route", "1. 相談経路・相談歴"),
                            ("family", "2. 家族・地域・住まい"),
                            ("health", "3. 健康・障害"),
                            ("economy", "4. 収入・公的給付・債務"),
                            ("work", "5. 職業・職歴・学歴"),
                            ("issues", "6・7. 本人と世帯員の課題"),
                            ("strengths", "8. 本人・世帯の強み"),
                            ("wishes", "9. 本人の希望・意向"),
                            ("summary", "10・11. 課題のまとめとスクリーニング"),
                        ],
                        max_length=12,
                        verbose_name="項目",
                    ),
                ),
                ("answers", models.JSONField(default=dict, verbose_name="内容")),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("person", "本人"),
                                ("family", "家族"),
                                ("referrer", "つなぎ元"),
                                ("agency", "関係機関"),
                                ("papers", "書類"),
                                ("seen", "訪問時の様子"),
                            ],
                            max_length=10,
                        ),
                        default=list,
                        size=None,
                        verbose_name="情報源",
                    ),
                ),
                ("source_note", models.CharField(blank=True, max_length=200, verbose_name="情報源の補足")),
                ("gathered_on", models.DateField(verbose_name="聞き取った日")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="記入機関",
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="coordination.assessment",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="記入者",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ConferenceJudgement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                (
                    "timing",
                    models.CharField(
                        choices=[
                            ("plan", "プラン策定"),
                            ("replan", "再プラン"),
                            ("closure", "終結"),
                            ("interruption", "中断"),
                        ],
                        max_length=12,
                        verbose_name="時点",
                    ),
                ),
                ("subject_id", models.UUIDField()),
                ("meeting_id", models.UUIDField()),
                (
                    "judgement",
                    models.CharField(
                        choices=[
                            ("appropriate", "適切"),
                            ("revise", "修正して再提出"),
                            ("close", "終結"),
                            ("continue", "支援継続"),
                            ("interrupt", "中断"),
                        ],
                        max_length=12,
                        verbose_name="判断",
                    ),
                ),
                ("opinion", models.TextField(blank=True, verbose_name="意見")),
                ("judged_on", models.DateField(verbose_name="会議の日")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["judged_on", "created_at"],
            },
        ),
        migrations.CreateModel(
            name="Connectedness",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("rated_on", models.DateField(verbose_name="評価日")),
                (
                    "occasion",
                    models.CharField(
                        choices=[("plan", "プラン作成時"), ("evaluation", "評価時"), ("closure", "終結時")],
                        max_length=10,
                        verbose_name="時点",
                    ),
                ),
                ("motivation", models.PositiveSmallIntegerField(verbose_name="意欲")),
                ("self_esteem", models.PositiveSmallIntegerField(verbose_name="自己肯定感")),
                ("relations", models.PositiveSmallIntegerField(verbose_name="対人関係")),
                ("participation", models.PositiveSmallIntegerField(verbose_name="社会参加")),
                ("asking", models.PositiveSmallIntegerField(verbose_name="相談")),
                ("with_person", models.BooleanField(default=True, verbose_name="本人と一緒につけた")),
                ("note", models.TextField(blank=True, verbose_name="そう考えた理由")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="記入機関",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="記入者",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
            ],
            options={
                "ordering": ["rated_on", "created_at"],
            },
        ),
        migrations.CreateModel(
            name="PersonIssue",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                (
                    "issue",
                    models.CharField(
                        choices=[
                            ("illness", "病気"),
                            ("injury", "けが"),
                            ("disability", "障害(手帳有)"),
                            ("disability_suspected", "障害(疑い)"),
                            ("suicide", "自死企図"),
                            ("mental", "その他メンタルヘルス"),
                            ("unstable_housing", "住まい不安定"),
                            ("homeless", "ホームレス"),
                            ("poverty", "経済的困窮"),
                            ("debt", "債務"),
                            ("household_money", "家計管理"),
                            ("job_seeking", "就職活動困難"),
                            ("job_keeping", "就職定着困難"),
                            ("habits", "生活習慣の乱れ"),
                            ("isolation", "社会的孤立(ひきこもり等)"),
                            ("family", "家族関係"),
                            ("truancy", "不登校"),
                            ("delinquency", "非行"),
                            ("schooling", "中卒・高校中退"),
                            ("single_parent", "ひとり親"),
                            ("abuse", "DV・虐待"),
                            ("foreign", "外国籍"),
                            ("released", "刑余者"),
                            ("communication", "コミュニケーションが苦手"),
                            ("ability", "本人の能力(識字・言語・理解)"),
                            ("disaster", "被災"),
                            ("care", "介護"),
                            ("child_rearing", "子育て"),
                            ("young_carer", "ヤングケアラー"),
                            ("double_care", "ダブルケア"),
                            ("other", "その他"),
                        ],
                        max_length=24,
                        verbose_name="課題",
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="issues",
                        to="coordination.assessment",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(editable=False, verbose_name="プラン回数")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "作成中"),
                            ("submitted", "会議待ち"),
                            ("agreed", "支援決定待ち"),
                            ("final", "確定"),
                            ("superseded", "前の版"),
                            ("closed", "終了"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="状態",
                    ),
                ),
                ("made_on", models.DateField(verbose_name="作成日")),
                ("issues", models.TextField(blank=True, verbose_name="解決したい課題")),
                ("wish", models.TextField(blank=True, verbose_name="本人・世帯の望む姿")),
                ("long_goal", models.TextField(blank=True, verbose_name="長期目標")),
                ("lead_staff", models.CharField(blank=True, max_length=120, verbose_name="主担当者")),
                ("uses_participation", models.BooleanField(default=False, verbose_name="② 参加支援を使う")),
                ("participation_reason", models.TextField(blank=True, verbose_name="参加支援を使う理由")),
                ("uses_outreach", models.BooleanField(default=False, verbose_name="④ アウトリーチを使う")),
                ("outreach_reason", models.TextField(blank=True, verbose_name="アウトリーチを使う理由")),
                (
                    "early_start",
                    models.BooleanField(default=False, verbose_name="支援決定の前に②・④を始める"),
                ),
                ("early_started_on", models.DateField(blank=True, null=True, verbose_name="早期に始めた日")),
                ("early_start_reason", models.TextField(blank=True, verbose_name="早く始める理由")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="プラン期間の始まり")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="プラン期間の終わり")),
                (
                    "next_monitoring_on",
                    models.DateField(blank=True, null=True, verbose_name="次回モニタリング"),
                ),
                ("person_agreed_on", models.DateField(blank=True, null=True, verbose_name="本人の同意日")),
                (
                    "signature",
                    models.CharField(
                        blank=True,
                        choices=[("self", "本人の署名"), ("scribe", "代筆"), ("agent", "代理人の署名")],
                        max_length=8,
                        verbose_name="署名",
                    ),
                ),
                (
                    "signed_name",
                    models.CharField(blank=True, max_length=120, verbose_name="署名した人の氏名"),
                ),
                (
                    "signature_note",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="署名の補足(代筆・代理の理由など)"
                    ),
                ),
                ("submitted_on", models.DateField(blank=True, null=True, verbose_name="会議に出した日")),
                ("final_on", models.DateField(blank=True, null=True, verbose_name="確定した日")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="終わった日")),
                ("returned_note", models.TextField(blank=True, verbose_name="直してほしいこと")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="作成機関",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="作成者",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "lead_agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="主担当機関",
                    ),
                ),
                (
                    "previous",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="following",
                        to="coordination.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="Monitoring",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="モニタリング日")),
                ("person_view", models.TextField(blank=True, verbose_name="本人の様子・受け止め")),
                ("note", models.TextField(blank=True, verbose_name="全体の状況")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="次回モニタリング")),
                (
                    "after",
                    models.CharField(
                        choices=[("keep", "このまま続ける"), ("replan", "プランを見直す")],
                        max_length=8,
                        verbose_name="これから",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="記入機関",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="記入者",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="monitorings",
                        to="coordination.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["held_on", "created_at"],
            },
        ),
        migrations.CreateModel(
            name="Evaluation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "会議待ち"),
                            ("judged", "会議で確認済み"),
                            ("ended", "次へ進んだ"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("evaluated_on", models.DateField(verbose_name="評価日")),
                (
                    "changes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("public_assistance", "生活保護適用"),
                                ("housing", "住まいの確保・安定"),
                                ("medical_start", "医療機関受診開始"),
                                ("health", "健康状態の改善"),
                                ("certificate", "手帳取得"),
                                ("debt", "債務の整理"),
                                ("household_money", "家計の改善"),
                                ("training", "職業訓練"),
                                ("school", "就学"),
                                ("work_general", "就労開始(一般)"),
                                ("work_intermediate", "就労開始(中間的)"),
                                ("work_income", "就労収入増加"),
                                ("work_keeping", "職場定着"),
                                ("motivation", "自立意欲の向上・改善"),
                                ("relations", "対人関係・家族関係の改善"),
                                ("isolation", "孤立の解消"),
                                ("mind", "精神の安定"),
                                ("participation", "社会参加の機会の増加"),
                                ("habits", "生活習慣の改善"),
                                ("other", "その他"),
                                ("none", "なし"),
                            ],
                            max_length=20,
                        ),
                        default=list,
                        size=None,
                        verbose_name="見られた変化",
                    ),
                ),
                ("changes_note", models.TextField(blank=True, verbose_name="変化の内容")),
                ("remaining_issues", models.TextField(blank=True, verbose_name="残された課題")),
                ("person_wish", models.TextField(blank=True, verbose_name="本人の希望")),
                ("staff_opinion", models.TextField(blank=True, verbose_name="支援員の意見")),
                (
                    "conclusion",
                    models.CharField(
                        choices=[("close", "終結"), ("replan", "再プラン"), ("interrupt", "中断")],
                        max_length=10,
                        verbose_name="結論",
                    ),
                ),
                ("follow_up_on", models.DateField(blank=True, null=True, verbose_name="フォローアップの日")),
                (
                    "follow_up_staff",
                    models.CharField(blank=True, max_length=120, verbose_name="フォローアップをする人"),
                ),
                ("follow_up_how", models.TextField(blank=True, verbose_name="フォローアップの方法")),
                (
                    "contact_lost_on",
                    models.DateField(blank=True, null=True, verbose_name="連絡が取れなくなった日"),
                ),
                (
                    "contact_attempts",
                    models.TextField(
                        blank=True, verbose_name="連絡を取ろうとしたこと(訪問、周囲への確認など)"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="記入機関",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="記入者",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "follow_up_agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="フォローアップをする機関",
                    ),
                ),
                (
                    "lead_agency_after",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="終結後の主担当機関",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evaluations",
                        to="coordination.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["evaluated_on", "created_at"],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"], verbose_name="情報の種類"
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("decided", "支援決定"),
                            ("confirmed", "支援決定・確認"),
                            ("reported", "報告の確認"),
                            ("returned", "差し戻し"),
                        ],
                        max_length=10,
                        verbose_name="結果",
                    ),
                ),
                ("decided_on", models.DateField(verbose_name="決定日")),
                ("number", models.CharField(blank=True, max_length=60, verbose_name="決裁番号")),
                ("note", models.TextField(blank=True, verbose_name="付記・理由")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="決定した課",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "decider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="決裁者",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="coordination.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["decided_on", "created_at"],
            },
        ),
        migrations.CreateModel(
            name="PlanGoal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("text", models.TextField(verbose_name="短期目標")),
                ("by_when", models.CharField(blank=True, max_length=60, verbose_name="いつまでに")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="goals",
                        to="coordination.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["order"],
            },
        ),
        migrations.CreateModel(
            name="GoalResult",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                (
                    "achievement",
                    models.CharField(
                        choices=[
                            ("achieved", "達成した"),
                            ("partly", "一部達成した"),
                            ("not_yet", "まだ達成していない"),
                            ("changed", "目標が変わった"),
                        ],
                        max_length=10,
                        verbose_name="達成状況",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="内容")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="results",
                        to="coordination.evaluation",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="coordination.plangoal",
                    ),
                ),
            ],
            options={
                "ordering": ["goal__order"],
            },
        ),
        migrations.CreateModel(
            name="PlanItem",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0)),
                (
                    "service",
                    models.CharField(
                        choices=[
                            ("other", "ほかの支援"),
                            ("participation", "② 参加支援"),
                            ("outreach", "④ アウトリーチ"),
                        ],
                        default="other",
                        max_length=14,
                        verbose_name="使う事業",
                    ),
                ),
                ("issue", models.TextField(blank=True, verbose_name="課題")),
                ("support", models.TextField(verbose_name="支援内容")),
                ("staff", models.CharField(blank=True, max_length=120, verbose_name="担当者")),
                ("frequency", models.CharField(blank=True, max_length=60, verbose_name="頻度")),
                ("period", models.CharField(blank=True, max_length=60, verbose_name="期間")),
                ("own_effort", models.TextField(blank=True, verbose_name="本人の取組")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="担当機関",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="coordination.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["order"],
            },
        ),
        migrations.CreateModel(
            name="MonitoringItem",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                (
                    "progress",
                    models.CharField(
                        choices=[
                            ("as_planned", "予定どおり"),
                            ("slow", "遅れている"),
                            ("changed", "変更が必要"),
                            ("not_begun", "まだ始まっていない"),
                            ("done", "できた"),
                        ],
                        max_length=12,
                        verbose_name="進みぐあい",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="ようす")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "monitoring",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="coordination.monitoring",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="progress",
                        to="coordination.planitem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Application",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("received_on", models.DateField(verbose_name="受付日")),
                ("visitor_name", models.CharField(blank=True, max_length=120, verbose_name="来談者の氏名")),
                ("visitor_phone", models.CharField(blank=True, max_length=40, verbose_name="来談者の電話")),
                (
                    "visitor_relation",
                    models.CharField(blank=True, max_length=60, verbose_name="本人との関係"),
                ),
                (
                    "topics",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("health", "病気や健康、障害のこと"),
                                ("housing", "住まい"),
                                ("income", "収入・生活費"),
                                ("rent", "家賃やローンの支払い"),
                                ("taxes", "税金や公共料金等の支払い"),
                                ("debt", "債務"),
                                ("job_seeking", "仕事探し、就職"),
                                ("job_trouble", "仕事上の不安やトラブル"),
                                ("neighbours", "地域との関係"),
                                ("family", "家族との関係"),
                                ("child_rearing", "子育て"),
                                ("care", "介護"),
                                ("withdrawal", "ひきこもり・不登校"),
                                ("abuse", "DV・虐待"),
                                ("food", "食べるものがない"),
                                ("other", "その他"),
                            ],
                            max_length=20,
                        ),
                        default=list,
                        size=None,
                        verbose_name="ご相談の内容(○)",
                    ),
                ),
                (
                    "main_topic",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("health", "病気や健康、障害のこと"),
                            ("housing", "住まい"),
                            ("income", "収入・生活費"),
                            ("rent", "家賃やローンの支払い"),
                            ("taxes", "税金や公共料金等の支払い"),
                            ("debt", "債務"),
                            ("job_seeking", "仕事探し、就職"),
                            ("job_trouble", "仕事上の不安やトラブル"),
                            ("neighbours", "地域との関係"),
                            ("family", "家族との関係"),
                            ("child_rearing", "子育て"),
                            ("care", "介護"),
                            ("withdrawal", "ひきこもり・不登校"),
                            ("abuse", "DV・虐待"),
                            ("food", "食べるものがない"),
                            ("other", "その他"),
                        ],
                        max_length=20,
                        verbose_name="一番困っていること(◎)",
                    ),
                ),
                ("request", models.TextField(blank=True, verbose_name="具体的な相談・希望")),
                (
                    "rules_explained",
                    models.BooleanField(default=False, verbose_name="個人情報管理・取扱規程の説明を受けた"),
                ),
                ("explained_by", models.CharField(blank=True, max_length=120, verbose_name="説明した人")),
                ("applies", models.BooleanField(default=False, verbose_name="利用を申し込む")),
                (
                    "agrees_to_sharing",
                    models.BooleanField(default=False, verbose_name="関係機関との情報共有に同意する"),
                ),
                (
                    "excluded",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="共有しない機関",
                    ),
                ),
                (
                    "sharing_kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"]
                        | kasane.base.kinds.DataKind["HEALTH"]
                        | kasane.base.kinds.DataKind["WORK"]
                        | kasane.base.kinds.DataKind["ECONOMY"]
                        | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="共有してよい情報の種類",
                    ),
                ),
                ("applied_on", models.DateField(verbose_name="申込日")),
                (
                    "signature",
                    models.CharField(
                        blank=True,
                        choices=[("self", "本人の署名"), ("scribe", "代筆"), ("agent", "代理人の署名")],
                        max_length=8,
                        verbose_name="署名",
                    ),
                ),
                (
                    "signed_name",
                    models.CharField(blank=True, max_length=120, verbose_name="署名した人の氏名"),
                ),
                (
                    "signature_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="代筆・代理の理由"),
                ),
                ("note", models.TextField(blank=True, verbose_name="備考")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="受付機関",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "deciding_agency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="支援決定をする課",
                    ),
                ),
                (
                    "received_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="受付者",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("case",), name="one_application_per_case")],
            },
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(fields=("case",), name="one_assessment_per_case"),
        ),
        migrations.AddConstraint(
            model_name="assessmentpart",
            constraint=models.UniqueConstraint(fields=("assessment", "section"), name="one_part_per_section"),
        ),
        migrations.AddIndex(
            model_name="conferencejudgement",
            index=models.Index(fields=["case", "subject_id"], name="judgement_of_subject"),
        ),
        migrations.AddConstraint(
            model_name="connectedness",
            constraint=models.CheckConstraint(
                condition=models.Q(("motivation__range", (1, 4))), name="connectedness_motivation_1_to_4"
            ),
        ),
        migrations.AddConstraint(
            model_name="connectedness",
            constraint=models.CheckConstraint(
                condition=models.Q(("self_esteem__range", (1, 4))), name="connectedness_self_esteem_1_to_4"
            ),
        ),
        migrations.AddConstraint(
            model_name="connectedness",
            constraint=models.CheckConstraint(
                condition=models.Q(("relations__range", (1, 4))), name="connectedness_relations_1_to_4"
            ),
        ),
        migrations.AddConstraint(
            model_name="connectedness",
            constraint=models.CheckConstraint(
                condition=models.Q(("participation__range", (1, 4))),
                name="connectedness_participation_1_to_4",
            ),
        ),
        migrations.AddConstraint(
            model_name="connectedness",
            constraint=models.CheckConstraint(
                condition=models.Q(("asking__range", (1, 4))), name="connectedness_asking_1_to_4"
            ),
        ),
        migrations.AddConstraint(
            model_name="personissue",
            constraint=models.UniqueConstraint(
                fields=("assessment", "person", "issue"), name="one_row_per_issue"
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(fields=("case", "number"), name="plan_number"),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("draft", "submitted", "agreed"))),
                fields=("case",),
                name="one_plan_in_the_making",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "final")), fields=("case",), name="one_final_plan"
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="plan_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "waiting")), fields=("case",), name="one_evaluation_waiting"
            ),
        ),
        migrations.AddConstraint(
            model_name="goalresult",
            constraint=models.UniqueConstraint(
                fields=("evaluation", "goal"), name="one_result_per_goal", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="monitoringitem",
            constraint=models.UniqueConstraint(fields=("monitoring", "item"), name="one_progress_per_item"),
        ),
        *protect("coordination_assessment"),
        *protect("coordination_assessmentpart"),
        *protect("coordination_conferencejudgement"),
        *protect("coordination_connectedness"),
        *protect("coordination_personissue"),
        *protect("coordination_plan"),
        *protect("coordination_monitoring"),
        *protect("coordination_evaluation"),
        *protect("coordination_decision"),
        *protect("coordination_plangoal"),
        *protect("coordination_goalresult"),
        *protect("coordination_planitem"),
        *protect("coordination_monitoringitem"),
        *protect("coordination_application"),
    ]
