"""The commands of a library that keeps btcli's key files. It keeps them on the disk, as btcli does."""

import pathlib
import tempfile

from serve import version

CRYPTO_TYPES = {"ed25519": 0, "sr25519": 1}
SCHEMES = {number: scheme for scheme, number in CRYPTO_TYPES.items()}


class KeyFiles:
    """`seed` makes of hexadecimal digits what the library takes for a seed."""

    def __init__(self, Keyfile, Keypair, seed):
        self.Keyfile = Keyfile
        self.Keypair = Keypair
        self.seed = seed
        # The key that was read or written last.
        self.key = None

    def commands(self):
        names = ("write", "write_public", "read", "read_keystore", "sign", "verify")
        return {"version": version} | {name: getattr(self, name) for name in names}

    def write(self, origin, scheme, password=None):
        self.key = self._make(origin, CRYPTO_TYPES[scheme])
        return self._save(password)

    def write_public(self, address, scheme):
        self.key = self.Keypair(ss58_address=address, crypto_type=CRYPTO_TYPES[scheme])
        return self._save(None)

    def read(self, file, password=None):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "key")
            path.write_bytes(bytes.fromhex(file))
            self.key = self.Keyfile(str(path), "key").get_keypair(password)
        return self._describe()

    def read_keystore(self, text, password):
        self.key = self.Keypair.create_from_encrypted_json(text, password)
        return self._describe()

    def sign(self, message):
        return bytes(self.key.sign(bytes.fromhex(message))).hex()

    def verify(self, address, scheme, message, signature, **_):
        key = self.Keypair(ss58_address=address, crypto_type=CRYPTO_TYPES[scheme])
        return key.verify(bytes.fromhex(message), bytes.fromhex(signature))

    def _make(self, origin, crypto_type):
        if "/" in origin:
            return self.Keypair.create_from_uri(origin, crypto_type=crypto_type)
        if origin.startswith("0x"):
            return self.Keypair.create_from_seed(self.seed(origin[2:]), crypto_type=crypto_type)
        return self.Keypair.create_from_mnemonic(origin, crypto_type=crypto_type)

    def _save(self, password):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "key")
            keyfile = self.Keyfile(str(path), "key")
            keyfile.set_keypair(self.key, encrypt=password is not None, password=password)
            return path.read_bytes().hex()

    def _describe(self):
        return {"address": self.key.ss58_address, "scheme": SCHEMES[self.key.crypto_type]}
