"""The JSON Schema of a meeting's file, made from the models that read it."""

from lpgminutes.interchange.models import FORMAT, MeetingModel


def meeting_schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of one meeting."""
    schema = MeetingModel.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": FORMAT}
