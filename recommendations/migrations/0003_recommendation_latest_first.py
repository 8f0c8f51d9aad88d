"""The list of recommendations in its own order: with it a page of the list reads that page, not all of them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("recommendations", "0002_paper_is_published")]

    operations = [
        migrations.AddIndex(
            model_name="recommendation",
            index=models.Index(fields=["-made_on", "-sequence", "-id"], name="recommendation_latest_first"),
        ),
    ]
