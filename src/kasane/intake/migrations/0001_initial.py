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
        ("agencies", "0001_initial"),
        ("cases", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Reception",
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
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("window", "窓口"),
                            ("phone", "電話"),
                            ("mail", "メール・SNS"),
                            ("visit", "訪問"),
                            ("outpost", "出張"),
                            ("introduced", "紹介"),
                            ("other", "その他"),
                        ],
                        max_length=12,
                        verbose_name="受付方法",
                    ),
                ),
                ("channel_note", models.CharField(blank=True, max_length=120, verbose_name="受付方法の補足")),
                (
                    "consulter_is",
                    models.CharField(
                        choices=[
                            ("self", "本人"),
                            ("family", "家族"),
                            ("neighbour", "近隣"),
                            ("volunteer", "民生委員"),
                            ("agency", "関係機関"),
                            ("other", "その他"),
                        ],
                        max_length=12,
                        verbose_name="本人との関係",
                    ),
                ),
                ("consulter_tie", models.CharField(blank=True, max_length=60, verbose_name="続柄・所属")),
                ("consulter_name", models.CharField(blank=True, max_length=120, verbose_name="相談者の氏名")),
                (
                    "consulter_kana",
                    models.CharField(blank=True, max_length=160, verbose_name="相談者のふりがな"),
                ),
                (
                    "consulter_contact",
                    models.CharField(blank=True, max_length=120, verbose_name="相談者の連絡先"),
                ),
                ("household_note", models.TextField(blank=True, verbose_name="世帯の状況")),
                ("overview", models.TextField(verbose_name="相談の概要")),
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
                            max_length=16,
                        ),
                        default=list,
                        size=None,
                        verbose_name="相談内容の分類",
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
                        max_length=16,
                        verbose_name="一番困っていること",
                    ),
                ),
                ("is_urgent", models.BooleanField(default=False, verbose_name="緊急性")),
                ("urgent_note", models.CharField(blank=True, max_length=200, verbose_name="緊急の内容")),
                (
                    "involved",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="関わっている機関",
                    ),
                ),
                (
                    "involved_note",
                    models.TextField(blank=True, verbose_name="関わっている機関(一覧にないもの)"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own", "自分の機関で支援する"),
                            ("information", "情報提供で終わる"),
                            ("refer", "ほかの機関につなぐ"),
                            ("coordination", "多機関協働につなぐ"),
                            ("conference", "支援会議で扱う"),
                            ("outreach", "アウトリーチと共有する"),
                        ],
                        max_length=16,
                        verbose_name="対応",
                    ),
                ),
                ("outcome_reason", models.TextField(blank=True, verbose_name="対応の理由")),
                ("outcome_on", models.DateField(blank=True, null=True, verbose_name="対応を決めた日")),
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
                    "outcome_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "ordering": ["received_on", "id"],
                "indexes": [
                    models.Index(fields=["case"], name="reception_of_case"),
                    models.Index(fields=["agency", "-received_on"], name="reception_newest"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome", ""),
                            models.Q(
                                ("outcome_on__isnull", False), models.Q(("outcome_reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="outcome_has_its_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Referral",
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
                    "kind",
                    models.CharField(
                        choices=[("refer", "つなぎ"), ("hand_back", "つなぎもどし")],
                        default="refer",
                        max_length=10,
                        verbose_name="種類",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "返事待ち"),
                            ("accepted", "受けた"),
                            ("joint", "共に支援"),
                            ("returned", "戻した"),
                            ("withdrawn", "取り下げ"),
                        ],
                        default="sent",
                        max_length=10,
                        verbose_name="状態",
                    ),
                ),
                ("sent_on", models.DateField(verbose_name="日付")),
                ("is_urgent", models.BooleanField(default=False, verbose_name="緊急")),
                ("to_coordination", models.BooleanField(default=False, verbose_name="多機関協働へのつなぎ")),
                (
                    "requests",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("consultation", "相談"),
                                ("sharing", "情報共有"),
                                ("roles", "役割分担の調整"),
                                ("outreach", "アウトリーチ"),
                                ("participation", "参加支援"),
                            ],
                            max_length=16,
                        ),
                        size=None,
                        verbose_name="依頼内容",
                    ),
                ),
                ("course", models.TextField(blank=True, verbose_name="これまでの支援経過")),
                ("reason", models.TextField(verbose_name="つなぐ理由")),
                ("explained_by", models.CharField(max_length=120, verbose_name="説明した人")),
                ("explained_what", models.TextField(verbose_name="説明した内容")),
                ("explained_on", models.DateField(verbose_name="説明した日")),
                ("wish", models.TextField(blank=True, verbose_name="本人の意向")),
                ("arranges_meeting", models.BooleanField(default=False, verbose_name="面談の場を設ける")),
                (
                    "accompaniment",
                    models.CharField(
                        choices=[
                            ("goes_along", "同行する"),
                            ("declined", "申し出たが、本人は望まなかった"),
                            ("not_offered", "申し出ていない"),
                        ],
                        max_length=12,
                        verbose_name="同行",
                    ),
                ),
                ("care_note", models.TextField(blank=True, verbose_name="不安への配慮")),
                (
                    "attachments",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("2-1-1", "受付シート(2-1-1)"),
                                ("2-2", "相談受付・申込票(2-2)"),
                                ("paper", "紙の資料"),
                            ],
                            max_length=8,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="添付",
                    ),
                ),
                ("attachment_note", models.CharField(blank=True, max_length=200, verbose_name="添付の説明")),
                (
                    "follow_up_on",
                    models.DateField(blank=True, null=True, verbose_name="フォローアップの予定日"),
                ),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="受領日")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="回答日")),
                ("answer_note", models.TextField(blank=True, verbose_name="回答のことば")),
                ("talk_on", models.DateField(blank=True, null=True, verbose_name="協議した日")),
                ("talk_with", models.CharField(blank=True, max_length=120, verbose_name="協議した相手")),
                ("talk_note", models.TextField(blank=True, verbose_name="協議の記録")),
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="取り下げた日")),
                ("withdrawn_note", models.TextField(blank=True, verbose_name="取り下げの理由")),
                ("followed_up_on", models.DateField(blank=True, null=True, verbose_name="フォローアップ日")),
                ("follow_up_result", models.TextField(blank=True, verbose_name="フォローアップの結果")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="受け側の担当者",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "followed_up_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="つなぎ先",
                    ),
                ),
                (
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="つなぎ元",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="つなぎ元の担当者",
                    ),
                ),
            ],
            options={
                "ordering": ["sent_on", "id"],
                "indexes": [
                    models.Index(fields=["case", "sent_on"], name="referral_of_case"),
                    models.Index(
                        condition=models.Q(("state", "sent")),
                        fields=["receiver", "-is_urgent", "sent_on", "id"],
                        name="referral_waiting",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("state", "sent"),
                            models.Q(("followed_up_on__isnull", True), ("state", "returned")),
                            _connector="OR",
                        ),
                        fields=["sender", "-is_urgent", "sent_on", "id"],
                        name="referral_unfinished",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "sent")),
                        fields=("case", "receiver"),
                        name="one_open_referral_per_receiver",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "returned"), _negated=True),
                            models.Q(("talk_on__isnull", False), models.Q(("talk_note", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="return_has_its_talk",
                    ),
                ],
            },
        ),
        *protect("intake_reception"),
        *protect("intake_referral", writer="viewer"),
    ]
