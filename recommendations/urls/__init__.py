"""The addresses of recommendations, reviews and papers; one file for each idea."""

from recommendations.urls import papers, reviews, tracking

app_name = "recommendations"
urlpatterns = [*tracking.urlpatterns, *reviews.urlpatterns, *papers.urlpatterns]
