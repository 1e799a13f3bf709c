from django.urls import path

from kasane.intake.door import public

app_name = "door"

urlpatterns = [
    path("", public.index, name="index"),
    path("<slug:language>/", public.start, name="start"),
    path("<slug:language>/places/", public.places, name="places"),
    path("<slug:language>/contact/", public.contact, name="contact"),
    path("<slug:language>/thanks/<int:number>/", public.thanks, name="thanks"),
]
