"""The addresses of Open edX's LTI consumer."""
from django.urls import include, path

urlpatterns = [path("api/", include("lti_consumer.plugin.urls", namespace="lti_consumer"))]
