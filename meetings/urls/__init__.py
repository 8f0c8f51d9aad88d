"""The addresses of meetings and minutes; one file for each idea."""

from meetings.urls import bringing_in, minutes

app_name = "meetings"
urlpatterns = [*bringing_in.urlpatterns, *minutes.urlpatterns]
