"""Asks for each case of cases.json by the clients of openapi-generator, and writes what they parsed to parsed.json."""

import json
from pathlib import Path

import configuration
import events

ID = "00000000-0000-7000-8000-000000000001"


def ask(case):
    url, operation = case["url"], case["operation"]
    poller = configuration.DefaultApi(configuration.ApiClient(configuration.Configuration(host=url)))
    sender = events.DefaultApi(events.ApiClient(events.Configuration(host=url)))
    if operation == "getRuntimeConfiguration":
        return poller.get_runtime_configuration(ID)
    if operation == "getApplicationConfiguration":
        return poller.get_application_configuration(ID)
    if operation == "sendCloudEvents":
        return sender.send_cloud_events("shop", events.CloudEvent.from_dict(case["request"]))
    return sender.send_events("shop", events.LegacyEvent.from_dict(case["request"]))


def parsed_of(case):
    try:
        value = ask(case)
    except (configuration.ApiException, events.ApiException) as refusal:
        assert refusal.data is not None or not refusal.body, refusal
        value = refusal.data
    return None if value is None else json.loads(value.to_json())


Path("parsed.json").write_text(json.dumps([parsed_of(case) for case in json.loads(Path("cases.json").read_text())]))
