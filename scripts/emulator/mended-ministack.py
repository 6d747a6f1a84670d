"""Starts MiniStack with two differences from AWS put right: they cannot be seen in a template, so they are mended here."""

import re
import sys

from ministack.app import main
from ministack.core import iam_evaluator
from ministack.services import apigateway


def with_role_as_principal(resolve):
    """aws:PrincipalArn of an assumed role is the ARN of the role, not that of the session."""

    def resolve_as_aws(key, context):
        value = resolve(key, context)
        if key.lower() != "aws:principalarn":
            return value
        return re.sub(r"^arn:(aws[\w-]*):sts::(\d+):assumed-role/([^/]+)/.*$", r"arn:\1:iam::\2:role/\3", value)

    return resolve_as_aws


def with_keys_over_tls(resolve):
    """The JWT authorizer asks the emulator's own user pools for their keys without TLS, where it listens with TLS only."""

    async def resolve_over_tls(authorizer):
        url = await resolve(authorizer)
        own = f"http://{apigateway._HOST}:{apigateway._PORT}/"
        return url.replace("http://", "https://", 1) if url and url.startswith(own) else url

    return resolve_over_tls


iam_evaluator._resolve_condition_key = with_role_as_principal(iam_evaluator._resolve_condition_key)
apigateway._resolve_jwks_url = with_keys_over_tls(apigateway._resolve_jwks_url)
# The folder of its state, by which people and programs tell emulators apart.
del sys.argv[1:]
main()
