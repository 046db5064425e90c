"""What btcli once encrypted its key files with: the makers of both forms, neither of which it writes any more."""

from serve import serve, version

from base64 import urlsafe_b64encode

from ansible.parsing.vault import VaultLib, VaultSecret
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

SALT = b"Iguesscyborgslikemyselfhaveatendencytobeparanoidaboutourorigins"


def write_ansible(content, password):
    vault = VaultLib([("default", VaultSecret(password.encode()))])
    return vault.encrypt(bytes.fromhex(content)).hex()


def write_fernet(content, password):
    kdf = PBKDF2HMAC(algorithm=SHA256(), length=32, salt=SALT, iterations=10_000_000)
    key = urlsafe_b64encode(kdf.derive(password.encode()))
    return Fernet(key).encrypt(bytes.fromhex(content)).hex()


serve({"version": version, "write_ansible": write_ansible, "write_fernet": write_fernet})
