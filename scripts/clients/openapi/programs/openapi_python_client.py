"""Asks for each case of cases.json by the clients of openapi-python-client, and writes what they parsed to parsed.json."""

import json
from pathlib import Path
from uuid import UUID

import configuration
import events
from configuration.api.default import get_application_configuration, get_runtime_configuration
from events.api.default import send_cloud_events, send_events
from events.models import CloudEvent, LegacyEvent

ID = UUID("00000000-0000-7000-8000-000000000001")


def ask(case):
    url, operation = case["url"], case["operation"]
    poller, sender = configuration.Client(base_url=url), events.Client(base_url=url)
    if operation == "getRuntimeConfiguration":
        return get_runtime_configuration.sync_detailed(ID, client=poller)
    if operation == "getApplicationConfiguration":
        return get_application_configuration.sync_detailed(ID, client=poller)
    if operation == "sendCloudEvents":
        return send_cloud_events.sync_detailed("shop", client=sender, body=CloudEvent.from_dict(case["request"]))
    return send_events.sync_detailed("shop", client=sender, body=LegacyEvent.from_dict(case["request"]))


def parsed_of(case):
    parsed = ask(case).parsed
    return None if parsed is None else parsed.to_dict()


Path("parsed.json").write_text(json.dumps([parsed_of(case) for case in json.loads(Path("cases.json").read_text())]))
