"""bittensor's own verifier of btauth/1."""

from serve import serve, version

from bittensor import http_auth

_NONCES = http_auth.InMemoryNonceStore()


def verify(headers, body, method, path, receiver, require_receiver):
    """Who signed a request, by its raw parts: names and values of headers, and the body in hexadecimal digits."""
    caller = http_auth.verify(
        dict(headers),
        bytes.fromhex(body),
        method=method,
        path=path,
        self_hotkey_ss58=receiver,
        require_receiver=require_receiver,
        nonce_store=_NONCES,
    )
    return {"hotkey": caller.hotkey_ss58, "nonce": caller.nonce_ns, "crypto": caller.crypto_type}


serve({"verify": verify, "version": version})
