"""Starts MiniStack, whose JWT authorizer asks its own user pools for their keys without TLS, even where it listens with TLS only."""

from ministack.app import main
from ministack.services import apigateway

resolve = apigateway._resolve_jwks_url


async def resolve_over_tls(authorizer):
    url = await resolve(authorizer)
    own = f"http://{apigateway._HOST}:{apigateway._PORT}/"
    return url.replace("http://", "https://", 1) if url and url.startswith(own) else url


apigateway._resolve_jwks_url = resolve_over_tls
main()
