"""Addresses of meetings and their minutes. They last: others link to them."""

from django.urls import path

from meetings.views import exemption, minutes, publishing

urlpatterns = [
    path("meetings/", minutes.meetings, name="meetings"),
    path("meetings/<slug:committee>/<slug:meeting>/", minutes.meeting, name="meeting"),
    path("meetings/<slug:committee>/<slug:meeting>/publish/", publishing.publish, name="publish"),
    path("meetings/<slug:committee>/<slug:meeting>/approve/", publishing.approve, name="approve"),
    path("meetings/<slug:committee>/<slug:meeting>/exempt/", exemption.exempt, name="exempt"),
    path("meetings/<slug:committee>/<slug:meeting>/<slug:item>/", minutes.item, name="item"),
]
