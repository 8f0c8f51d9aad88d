"""Addresses of reviews."""

from django.urls import path

from recommendations.views import reviews

urlpatterns = [
    path("reviews/", reviews.reviews, name="reviews"),
    path("reviews/new/", reviews.start, name="start_review"),
    path("reviews/<slug:slug>/", reviews.review, name="review"),
    path("reviews/<slug:slug>/edit/", reviews.edit, name="edit_review"),
    path("reviews/<slug:slug>/add/", reviews.add, name="add_recommendation"),
]
