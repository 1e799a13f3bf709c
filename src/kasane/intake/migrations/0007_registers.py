import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.disclosure.policies import protect


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0007_some_kind"),
        ("agencies", "0002_contracts"),
        ("cases", "0007_indexes"),
        ("intake", "0006_desk"),
        ("people", "0009_pairs_read"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HousingBenefit",
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
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["ECONOMY"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("received_on", models.DateField(verbose_name="受付日")),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("left_work", "離職・廃業"),
                            ("less_income", "収入が離職と同じくらいに減った"),
                        ],
                        max_length=12,
                        verbose_name="理由",
                    ),
                ),
                ("lost_on", models.DateField(blank=True, null=True, verbose_name="離職・減収の日")),
                ("household_size", models.PositiveSmallIntegerField(verbose_name="世帯の人数")),
                ("rent", models.PositiveIntegerField(verbose_name="家賃額(月額)")),
                (
                    "income",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="世帯の収入(月額)"),
                ),
                ("savings", models.PositiveIntegerField(blank=True, null=True, verbose_name="世帯の預貯金")),
                (
                    "was_earner",
                    models.BooleanField(
                        default=False, verbose_name="離職などのときに世帯の生計を主に支えていた"
                    ),
                ),
                (
                    "other_aid",
                    models.BooleanField(default=False, verbose_name="ほかの公的な家賃の給付を受けている"),
                ),
                (
                    "seeking",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("employment_office", "ハローワークへの求職申込み"),
                                ("desk_talks", "自立相談支援機関での面接"),
                                ("applications", "求人先への応募・面接"),
                                ("business_advice", "経営相談(自営業の人)"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="求職活動等",
                    ),
                ),
                (
                    "papers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("application", "支給申請書"),
                                ("pledge", "申請時確認書"),
                                ("identity", "本人確認書類"),
                                ("ground", "離職・減収が分かる書類"),
                                ("income", "世帯全員の収入が分かる書類"),
                                ("savings", "世帯全員の預貯金の通帳の写し"),
                                ("lease", "賃貸借契約書の写し"),
                                ("housing_state", "入居住宅(予定)に関する状況通知書"),
                                ("seeking", "求職申込み・経営相談が分かる書類"),
                            ],
                            max_length=16,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="受け取った書類",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="メモ")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "受け付けた"),
                            ("sent", "決定を待っている"),
                            ("granted", "受給中"),
                            ("paused", "中断中"),
                            ("refused", "不支給"),
                            ("withdrawn", "取り下げ"),
                            ("ended", "終了"),
                        ],
                        default="received",
                        editable=False,
                        max_length=10,
                        verbose_name="状態",
                    ),
                ),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="送った日")),
                ("sent_to", models.CharField(blank=True, max_length=120, verbose_name="決定する機関")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="決定日")),
                ("decision_number", models.CharField(blank=True, max_length=60, verbose_name="決定の番号")),
                ("decision_note", models.TextField(blank=True, verbose_name="決定の説明")),
                (
                    "monthly_amount",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="支給額(月額)"),
                ),
                ("paused_on", models.DateField(blank=True, null=True, verbose_name="中断した日")),
                ("pause_reason", models.TextField(blank=True, verbose_name="中断の理由")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="終わった日")),
                (
                    "ended_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("period", "支給期間が終わった"),
                            ("work", "就職・収入が増えた"),
                            ("moved", "転居・退去した"),
                            ("no_seeking", "求職活動等が行われなかった"),
                            ("assistance", "生活保護を受けるようになった"),
                            ("other", "その他"),
                        ],
                        max_length=12,
                        verbose_name="終わり方",
                    ),
                ),
                ("end_note", models.TextField(blank=True, verbose_name="終わったときのようす")),
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                        verbose_name="申請する人",
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
                "ordering": ["-received_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="HousingTalk",
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
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["ECONOMY"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("on", models.DateField(verbose_name="面接日")),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("active", "求職活動等を続けている"),
                            ("found", "仕事が決まった"),
                            ("stuck", "活動が難しい"),
                            ("absent", "面接に来られなかった"),
                        ],
                        max_length=10,
                        verbose_name="求職活動等のようす",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="面接の内容")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="次の面接日")),
                (
                    "benefit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="talks",
                        to="intake.housingbenefit",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="面接した人",
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
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="HousingTerm",
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
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["ECONOMY"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="何回目")),
                ("starts_on", models.DateField(verbose_name="支給期間の初日")),
                ("ends_on", models.DateField(verbose_name="支給期間の最終日")),
                ("decided_on", models.DateField(verbose_name="決定日")),
                ("note", models.TextField(blank=True, verbose_name="延長の理由")),
                (
                    "benefit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terms",
                        to="intake.housingbenefit",
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
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="MaternityEntry",
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
                        default=kasane.base.kinds.DataKind["BASIC"]
                        | kasane.base.kinds.DataKind["HEALTH"]
                        | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="分娩予定日")),
                ("notified_on", models.DateField(blank=True, null=True, verbose_name="妊娠届出日")),
                (
                    "notified_weeks",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="届出時の週数"),
                ),
                (
                    "parity",
                    models.CharField(
                        choices=[("first", "初産"), ("later", "経産"), ("unknown", "不明")],
                        default="unknown",
                        max_length=8,
                        verbose_name="初産・経産",
                    ),
                ),
                (
                    "situations",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("young", "若年"),
                                ("alone", "ひとり親・未婚"),
                                ("late_notice", "妊娠届が遅い"),
                                ("unwanted", "予期しない妊娠"),
                                ("multiple", "多胎"),
                                ("illness", "本人の病気・障害"),
                                ("mind", "心の不調"),
                                ("money", "経済的な困りごと"),
                                ("housing", "住まいの困りごと"),
                                ("no_help", "手伝う人がいない"),
                                ("violence", "DV・家族との関係"),
                                ("language", "日本語の支援が要る"),
                                ("siblings", "上の子の育児"),
                                ("child_care", "医療的なケアの要る子"),
                                ("homecoming", "里帰り"),
                            ],
                            max_length=14,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="状況",
                    ),
                ),
                ("situation_note", models.TextField(blank=True, verbose_name="状況の説明")),
                (
                    "need",
                    models.CharField(
                        choices=[
                            ("usual", "ふつうの見守り"),
                            ("continued", "続けて支援する"),
                            ("intensive", "手厚い支援が要る(特定妊婦など)"),
                        ],
                        default="usual",
                        max_length=12,
                        verbose_name="支援の必要度",
                    ),
                ),
                ("born_on", models.DateField(blank=True, null=True, verbose_name="出産日")),
                ("birth_note", models.TextField(blank=True, verbose_name="出産と子のようす")),
                ("postpartum_note", models.TextField(blank=True, verbose_name="産後のようす")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="台帳から外した日")),
                (
                    "ended_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("grown", "支援の期間を終えた"),
                            ("moved", "転出した"),
                            ("not_continued", "妊娠が続かなかった"),
                            ("other_desk", "ほかの窓口に引き継いだ"),
                        ],
                        max_length=16,
                        verbose_name="外した理由",
                    ),
                ),
                ("end_note", models.TextField(blank=True, verbose_name="引き継いだこと")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="窓口",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "in_charge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="担当者",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                        verbose_name="氏名",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="MaternityNeed",
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
                        default=kasane.base.kinds.DataKind["BASIC"]
                        | kasane.base.kinds.DataKind["HEALTH"]
                        | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("on", models.DateField(verbose_name="判断した日")),
                (
                    "need",
                    models.CharField(
                        choices=[
                            ("usual", "ふつうの見守り"),
                            ("continued", "続けて支援する"),
                            ("intensive", "手厚い支援が要る(特定妊婦など)"),
                        ],
                        max_length=12,
                        verbose_name="支援の必要度",
                    ),
                ),
                ("reason", models.TextField(verbose_name="そう考えた理由")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="判断した人",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="needs",
                        to="intake.maternityentry",
                    ),
                ),
            ],
            options={
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="MaternityTalk",
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
                        default=kasane.base.kinds.DataKind["BASIC"]
                        | kasane.base.kinds.DataKind["HEALTH"]
                        | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("notice", "妊娠届出のとき"),
                            ("eight_months", "妊娠8か月のころ"),
                            ("after_birth", "出産のあと"),
                            ("other", "そのほかの面談"),
                        ],
                        max_length=14,
                        verbose_name="時期",
                    ),
                ),
                ("expected_on", models.DateField(verbose_name="めやすの日")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="面談した日")),
                ("note", models.TextField(blank=True, verbose_name="面談の内容")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="面談した人",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="talks",
                        to="intake.maternityentry",
                    ),
                ),
            ],
            options={
                "ordering": ["expected_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="RightsRoute",
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
                        default=kasane.base.kinds.DataKind["BASIC"]
                        | kasane.base.kinds.DataKind["HEALTH"]
                        | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("family_petition", "成年後見(本人・親族の申立て)"),
                            ("mayor_petition", "成年後見(市町村長申立て)"),
                            ("daily_support", "日常生活自立支援事業"),
                            ("placement", "老人福祉施設等への措置"),
                            ("consumer", "消費者被害"),
                        ],
                        max_length=20,
                        verbose_name="道すじ",
                    ),
                ),
                ("started_on", models.DateField(verbose_name="始めた日")),
                ("reason", models.TextField(verbose_name="始めた理由")),
                (
                    "relatives",
                    models.CharField(
                        choices=[
                            ("unknown", "まだ分からない"),
                            ("willing", "申し立てる親族がいる"),
                            ("none", "親族がいない・見つからない"),
                            ("unwilling", "親族はいるが、申し立てる意思がない"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="親族の申立て",
                    ),
                ),
                ("relatives_note", models.TextField(blank=True, verbose_name="親族のようす")),
                (
                    "counterpart",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="相手(裁判所・社協・施設・事業者)"
                    ),
                ),
                ("reported_on", models.DateField(blank=True, null=True, verbose_name="報告した日")),
                ("report_note", models.TextField(blank=True, verbose_name="報告したこと")),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ruled", "審判が確定した"),
                            ("dismissed", "申立てが認められなかった"),
                            ("contracted", "契約した"),
                            ("placed", "入所した"),
                            ("recovered", "被害を回復した"),
                            ("partly", "被害を一部回復した"),
                            ("not_recovered", "回復できなかった"),
                            ("switched", "別の道すじに切りかえた"),
                            ("stopped", "取りやめた"),
                        ],
                        max_length=16,
                        verbose_name="結果",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="結果の日")),
                ("result_note", models.TextField(blank=True, verbose_name="結果の説明")),
                (
                    "guardian_kind",
                    models.CharField(
                        blank=True,
                        choices=[("guardian", "後見"), ("curator", "保佐"), ("assistant", "補助")],
                        max_length=10,
                        verbose_name="類型",
                    ),
                ),
                (
                    "guardian_name",
                    models.CharField(blank=True, max_length=120, verbose_name="後見人等の氏名"),
                ),
                (
                    "follow_up_on",
                    models.DateField(blank=True, null=True, verbose_name="フォローアップの予定日"),
                ),
                ("followed_up_on", models.DateField(blank=True, null=True, verbose_name="フォローアップ日")),
                ("follow_up_note", models.TextField(blank=True, verbose_name="その後のようす")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="進める機関",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="intake.rightsroute",
                        verbose_name="前の道すじ",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                        verbose_name="本人",
                    ),
                ),
                (
                    "reported_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="報告した課",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="担当者",
                    ),
                ),
            ],
            options={
                "ordering": ["started_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="RightsStep",
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
                        default=kasane.base.kinds.DataKind["BASIC"]
                        | kasane.base.kinds.DataKind["HEALTH"]
                        | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("code", models.CharField(max_length=20)),
                ("order", models.PositiveSmallIntegerField()),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="予定日")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="済んだ日")),
                ("done_by", models.CharField(blank=True, max_length=120, verbose_name="した人・機関")),
                ("note", models.TextField(blank=True, verbose_name="メモ")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "route",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="intake.rightsroute",
                    ),
                ),
            ],
            options={
                "ordering": ["route", "order"],
            },
        ),
        migrations.CreateModel(
            name="SupportPlan",
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
                        default=kasane.base.kinds.DataKind["BASIC"]
                        | kasane.base.kinds.DataKind["HEALTH"]
                        | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="版")),
                ("made_on", models.DateField(verbose_name="作成日")),
                ("wishes", models.TextField(verbose_name="本人の希望")),
                ("issues", models.TextField(verbose_name="いま困っていること・気がかり")),
                ("goals", models.TextField(verbose_name="めざすこと")),
                ("with_person", models.BooleanField(default=False, verbose_name="本人といっしょに作った")),
                ("without_reason", models.TextField(blank=True, verbose_name="いっしょに作れなかった理由")),
                ("review_on", models.DateField(verbose_name="次に見直す日")),
                ("handed_on", models.DateField(blank=True, null=True, verbose_name="本人に渡した日")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plans",
                        to="intake.maternityentry",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="作成者",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="SupportPlanItem",
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
                        default=kasane.base.kinds.DataKind["BASIC"]
                        | kasane.base.kinds.DataKind["HEALTH"]
                        | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField()),
                ("what", models.CharField(max_length=200, verbose_name="すること")),
                ("who", models.CharField(max_length=120, verbose_name="だれが")),
                ("when", models.CharField(blank=True, max_length=120, verbose_name="いつ")),
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
                        to="intake.supportplan",
                    ),
                ),
            ],
            options={
                "ordering": ["order"],
            },
        ),
        migrations.AddIndex(
            model_name="housingbenefit",
            index=models.Index(fields=["case"], name="housing_of_case"),
        ),
        migrations.AddIndex(
            model_name="housingbenefit",
            index=models.Index(
                condition=models.Q(("ended_on__isnull", True)),
                fields=["agency", "received_on", "id"],
                name="housing_open",
            ),
        ),
        migrations.AddIndex(
            model_name="housingtalk",
            index=models.Index(fields=["case"], name="housing_talk_of_case"),
        ),
        migrations.AddIndex(
            model_name="housingterm",
            index=models.Index(fields=["case"], name="housing_term_of_case"),
        ),
        migrations.AddConstraint(
            model_name="housingterm",
            constraint=models.UniqueConstraint(fields=("benefit", "number"), name="one_term_per_number"),
        ),
        migrations.AddConstraint(
            model_name="housingterm",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gt", models.F("starts_on"))), name="term_ends_later"
            ),
        ),
        migrations.AddIndex(
            model_name="maternityentry",
            index=models.Index(fields=["case"], name="maternity_of_case"),
        ),
        migrations.AddIndex(
            model_name="maternityentry",
            index=models.Index(
                condition=models.Q(("ended_on__isnull", True)),
                fields=["agency", "due_on", "id"],
                name="maternity_ledger",
            ),
        ),
        migrations.AddConstraint(
            model_name="maternityentry",
            constraint=models.UniqueConstraint(fields=("person", "due_on"), name="one_entry_per_pregnancy"),
        ),
        migrations.AddConstraint(
            model_name="maternityentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_as", ""), ("ended_on__isnull", True)),
                    models.Q(("ended_on__isnull", False), models.Q(("ended_as", ""), _negated=True)),
                    _connector="OR",
                ),
                name="ledger_end_has_its_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="maternityneed",
            index=models.Index(fields=["case"], name="maternity_need_of_case"),
        ),
        migrations.AddIndex(
            model_name="maternitytalk",
            index=models.Index(fields=["case"], name="maternity_talk_of_case"),
        ),
        migrations.AddConstraint(
            model_name="maternitytalk",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stage", "other"), _negated=True),
                fields=("entry", "stage"),
                name="one_talk_per_stage",
            ),
        ),
        migrations.AddIndex(
            model_name="rightsroute",
            index=models.Index(fields=["case"], name="rights_of_case"),
        ),
        migrations.AddIndex(
            model_name="rightsroute",
            index=models.Index(
                condition=models.Q(("ended_on__isnull", True)),
                fields=["agency", "started_on", "id"],
                name="rights_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="rightsroute",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_on__isnull", True), ("result", "")),
                    models.Q(models.Q(("result", ""), _negated=True), ("ended_on__isnull", False)),
                    _connector="OR",
                ),
                name="route_result_has_its_day",
            ),
        ),
        migrations.AddIndex(
            model_name="rightsstep",
            index=models.Index(fields=["case"], name="rights_step_of_case"),
        ),
        migrations.AddConstraint(
            model_name="rightsstep",
            constraint=models.UniqueConstraint(fields=("route", "code"), name="each_step_once"),
        ),
        migrations.AddIndex(
            model_name="supportplan",
            index=models.Index(fields=["case"], name="support_plan_of_case"),
        ),
        migrations.AddConstraint(
            model_name="supportplan",
            constraint=models.UniqueConstraint(fields=("entry", "number"), name="one_version_per_number"),
        ),
        migrations.AddConstraint(
            model_name="supportplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("with_person", True), models.Q(("without_reason", ""), _negated=True), _connector="OR"
                ),
                name="plan_alone_has_its_reason",
            ),
        ),
        *protect("intake_rightsroute"),
        *protect("intake_rightsstep"),
        *protect("intake_maternityentry"),
        *protect("intake_maternityneed"),
        *protect("intake_maternitytalk"),
        *protect("intake_supportplan"),
        *protect("intake_supportplanitem"),
        *protect("intake_housingbenefit"),
        *protect("intake_housingterm"),
        *protect("intake_housingtalk"),
    ]
