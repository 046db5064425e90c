"""bittensor-wallet, which btcli used before bittensor had keys of its own."""

from serve import serve

from bittensor_wallet import Keyfile, Keypair
from bittensor_wallet.keyfile import legacy_encrypt_keyfile_data

from keyfiles import KeyFiles


def write_ansible(content, password):
    return bytes(legacy_encrypt_keyfile_data(bytes.fromhex(content), password)).hex()


files = KeyFiles(Keyfile, Keypair, seed=str)
serve(files.commands() | {"write_ansible": write_ansible})
