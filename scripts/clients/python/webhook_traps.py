"""Shows what docs/receiving-webhooks.md says about the library of PyPI."""

import base64
from datetime import datetime, timezone

from standardwebhooks import Webhook, WebhookVerificationError

webhook = Webhook("whsec_" + base64.b64encode(bytes(range(32))).decode())
now = datetime.now(tz=timezone.utc)
signed = {
    "webhook-id": "msg_1",
    "webhook-timestamp": str(int(now.timestamp())),
    "webhook-signature": webhook.sign("msg_1", now, "{}"),
}
assert webhook.verify(b"{}", signed) == {}


def error_of(body, headers):
    try:
        webhook.verify(body, headers)
    except Exception as error:
        return type(error)
    raise AssertionError("it is not refused")


assert error_of(b"{ }", signed) is WebhookVerificationError
assert error_of(b"{}", {**signed, "webhook-signature": "v1a,AAAA"}) is WebhookVerificationError
assert error_of(b"{}", {**signed, "webhook-signature": "none"}) is ValueError
assert error_of(b"\xff", signed) is UnicodeDecodeError
