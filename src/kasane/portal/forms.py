"""How forms are drawn everywhere."""

from django.forms.renderers import TemplatesSetting


class KasaneRenderer(TemplatesSetting):
    """Fields and forms through the templates of portal/forms/."""

    form_template_name = "portal/forms/form.html"
    field_template_name = "portal/forms/field.html"
    formset_template_name = "portal/forms/formset.html"
