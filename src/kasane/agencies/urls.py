from django.urls import path

from kasane.agencies import account_views, act_views, views
from kasane.agencies.areas import views as area_views
from kasane.agencies.contracts import views as contract_views
from kasane.agencies.sites import views as site_views
from kasane.agencies.staff import views as staff_views

app_name = "agencies"

urlpatterns = [
    path("structure/", views.structure_page, name="structure"),
    path("structure/agencies/<uuid:agency_id>/", views.agency_page, name="agency"),
    path(
        "structure/agencies/<uuid:agency_id>/contracts/new/", contract_views.contract_new, name="contract_new"
    ),
    path("structure/contracts/<uuid:contract_id>/", contract_views.contract_edit, name="contract_edit"),
    path("structure/staff/", views.staff_page, name="staff"),
    path("admin-desk/", account_views.accounts, name="accounts"),
    path("admin-desk/changes/", account_views.changes, name="changes"),
    path("admin-desk/accounts/new/", account_views.account_new, name="account_new"),
    path("admin-desk/accounts/<uuid:user_id>/", account_views.account, name="account"),
    path("admin-desk/accounts/<uuid:user_id>/edit/", account_views.account_edit, name="account_edit"),
    path("admin-desk/accounts/<uuid:user_id>/close/", act_views.account_close, name="account_close"),
    path("admin-desk/accounts/<uuid:user_id>/reopen/", act_views.account_reopen, name="account_reopen"),
    path(
        "admin-desk/accounts/<uuid:user_id>/password/",
        act_views.account_password,
        name="account_password",
    ),
    path("admin-desk/accounts/<uuid:user_id>/factor/", act_views.account_factor, name="account_factor"),
    path("admin-desk/accounts/<uuid:user_id>/posts/new/", account_views.post_new, name="post_new"),
    path("admin-desk/posts/<uuid:post_id>/", account_views.post_edit, name="post_edit"),
    path("admin-desk/posts/<uuid:post_id>/end/", act_views.post_end, name="post_end"),
    path("structure/sites/", site_views.site_list, name="sites"),
    path("structure/sites/new/", site_views.site_new, name="site_new"),
    path("structure/sites/from-plan/", site_views.sites_from_plan, name="sites_from_plan"),
    path("structure/sites/<uuid:site_id>/", site_views.site_page, name="site"),
    path("structure/sites/<uuid:site_id>/edit/", site_views.site_edit, name="site_edit"),
    path("structure/areas/", area_views.area_list, name="areas"),
    path("structure/staff/file/", staff_views.staff_file, name="staff_file"),
    path("structure/coordinators/", staff_views.coordinator_page, name="coordinators"),
    path("admin-desk/accounts/<uuid:user_id>/trainings/new/", staff_views.training_new, name="training_new"),
    path(
        "admin-desk/trainings/<uuid:training_id>/remove/", staff_views.training_remove, name="training_remove"
    ),
]
