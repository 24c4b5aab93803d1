"""The platform's signature: one RSA key of 2048 bits, made at the first start, and its public half for the key set."""

import hashlib

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa


class Signature:
    def __init__(self, store):
        # The key object is kept: parsing the PEM for every token costs more than signing.
        self.key = serialization.load_pem_private_key(store.key_pem(make_pem).encode(), password=None)
        public = self.key.public_key()
        der = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
        self.kid = hashlib.sha256(der).hexdigest()[:20]
        jwk = jwt.algorithms.RSAAlgorithm.to_jwk(public, as_dict=True)
        self.key_set = {"keys": [{"kty": "RSA", "alg": "RS256", "use": "sig", "kid": self.kid, "n": jwk["n"], "e": jwk["e"]}]}

    def sign(self, claims):
        return jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": self.kid})


def make_pem():
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
