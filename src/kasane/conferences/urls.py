from django.urls import path

from kasane.conferences import views
from kasane.conferences.checking import views as checking
from kasane.conferences.copies import views as copies
from kasane.conferences.decisions import views as decisions
from kasane.conferences.dueness import views as dueness
from kasane.conferences.finding import views as finding
from kasane.conferences.live import views as live
from kasane.conferences.notice import views as notice
from kasane.conferences.projector import views as projector
from kasane.conferences.series import views as series
from kasane.conferences.shortage import views as shortage

app_name = "conferences"

urlpatterns = [
    path("", views.meeting_list, name="list"),
    path("new/", views.new, name="new"),
    path("bodies/support-coordination/", views.own_body, name="own_body"),
    path("<uuid:meeting_id>/", views.meeting, name="meeting"),
    path("<uuid:meeting_id>/edit/", views.edit, name="edit"),
    path("<uuid:meeting_id>/cancel/", views.cancel, name="cancel"),
    path("<uuid:meeting_id>/notice/", views.notice, name="notice"),
    path("<uuid:meeting_id>/meeting.ics", views.calendar, name="calendar"),
    path("<uuid:meeting_id>/confidentiality/", views.confidentiality, name="confidentiality"),
    path("<uuid:meeting_id>/minutes/", views.minutes, name="minutes"),
    path("<uuid:meeting_id>/members/", views.invite, name="invite"),
    path("<uuid:meeting_id>/items/", views.add_general, name="add_general"),
    path("<uuid:meeting_id>/begin/", views.begin, name="begin"),
    path("<uuid:meeting_id>/attendance/", views.attendance, name="attendance"),
    path("<uuid:meeting_id>/finish/", views.finish, name="finish"),
    path("members/<uuid:member_id>/answer/", views.answer, name="answer"),
    path("members/<uuid:member_id>/remove/", views.remove_member, name="remove_member"),
    path("items/<uuid:item_id>/", views.item, name="item"),
    path("items/<uuid:item_id>/talk/", views.talk, name="talk"),
    path("items/<uuid:item_id>/judge/", views.judge, name="judge"),
    path("items/<uuid:item_id>/tasks/", views.assign, name="assign"),
    path("items/<uuid:item_id>/move/", views.move, name="move"),
    path("items/<uuid:item_id>/length/", views.item_length, name="item_length"),
    path("items/<uuid:item_id>/remove/", views.remove_item, name="remove_item"),
    path("cases/<uuid:case_id>/add/", views.add_item, name="add_item"),
    path("cases/<uuid:case_id>/add/support-conference/", views.add_item_support, name="add_item_support"),
    path(
        "cases/<uuid:case_id>/add/support-coordination/",
        views.add_item_coordination,
        name="add_item_coordination",
    ),
    # Preparing: bodies, finding a day, notices, what is due.
    path("bodies/", series.bodies, name="bodies"),
    path("bodies/<uuid:body_id>/", series.body, name="body"),
    path("bodies/<uuid:body_id>/rhythm/", series.rhythm, name="rhythm"),
    path("bodies/<uuid:body_id>/days/", finding.new, name="poll_new"),
    path("days/<uuid:poll_id>/", finding.poll, name="poll"),
    path("days/<uuid:poll_id>/answer/", finding.answer, name="poll_answer"),
    path("days/<uuid:poll_id>/remind/", finding.remind, name="poll_remind"),
    path("days/<uuid:poll_id>/fix/", finding.fix, name="poll_fix"),
    path("days/<uuid:poll_id>/drop/", finding.drop, name="poll_drop"),
    path("<uuid:meeting_id>/notice/mail/", notice.send, name="notice_mail"),
    path("calendar/", notice.subscription, name="subscription"),
    path("calendar/feed/<str:token>.ics", notice.feed, name="feed"),
    path("<uuid:meeting_id>/due/", dueness.put, name="put_due"),
    # Holding a meeting and after
    path("items/<uuid:item_id>/live/", live.live, name="live"),
    path("items/<uuid:item_id>/kinds/", live.kinds, name="talk_kinds"),
    path("members/<uuid:member_id>/minute-taker/", live.minute_taker, name="minute_taker"),
    path("decisions/<uuid:decision_id>/", decisions.decision, name="decision"),
    path("bodies/<uuid:body_id>/decisions/", decisions.decisions, name="decisions"),
    path("members/<uuid:member_id>/presence/", checking.presence, name="presence"),
    path("members/<uuid:member_id>/secrecy-paper/", checking.secrecy_paper, name="secrecy_paper"),
    path("<uuid:meeting_id>/secrecy-sheet/", checking.secrecy_sheet, name="secrecy_sheet"),
    path("<uuid:meeting_id>/minutes/ask/", checking.ask_check, name="ask_check"),
    path("<uuid:meeting_id>/minutes/check/", checking.check_minutes, name="check_minutes"),
    path("items/<uuid:item_id>/wall/", projector.wall, name="wall"),
    path("<uuid:meeting_id>/shortages/new/", shortage.shortage_new, name="shortage_new"),
    path("shortages/", shortage.shortages, name="shortages"),
    path("members/<uuid:member_id>/items/", views.call, name="call"),
    # Numbered copies of the papers
    path("<uuid:meeting_id>/copies/", copies.copies, name="copies"),
    path("<uuid:meeting_id>/copies/note/", copies.note, name="note_copies"),
    path("<uuid:meeting_id>/copies/destroyed/", copies.destroyed, name="destroy_copies"),
]
