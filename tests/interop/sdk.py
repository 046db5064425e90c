"""bittensor, with the keys that it now has itself."""

from serve import serve

from bittensor.keyfiles import Keyfile, Keypair

from keyfiles import KeyFiles

serve(KeyFiles(Keyfile, Keypair, seed=bytes.fromhex).commands())
